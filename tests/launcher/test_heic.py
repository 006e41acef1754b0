"""Reading HEIC is wished for once, and stays: the environment is made from the lock that has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scripts.launcher.environment import RUNNING, WISH, WITH_HEIC, Environment, for_running
from scripts.launcher.heic import OFF, heic
from scripts.launcher.install import ensure
from scripts.launcher.process import Outcome
from scripts.launcher.stop import Stop

if TYPE_CHECKING:
    from tests.launcher.conftest import Programs


@pytest.fixture(autouse=True)
def lock(environment: Environment) -> None:
    (environment.root / WITH_HEIC).write_text("mkdocs==1.6.1 \\\npi-heif==1.4.0 \\\n", "utf-8")


def test_nobody_has_it_unasked(environment: Environment, programs: Programs) -> None:
    ensure(environment)
    assert for_running(environment.root).lock_name == RUNNING


def test_the_wish_makes_the_environment_from_the_other_lock_once(
    environment: Environment, programs: Programs, capsys: pytest.CaptureFixture[str]
) -> None:
    ensure(environment)
    assert heic(environment.root, []) == 0
    assert "HEIC" in capsys.readouterr().err
    assert for_running(environment.root).lock_name == WITH_HEIC
    assert heic(environment.root, []) == 0
    ensure(for_running(environment.root))
    assert programs.calls == ["venv", "pip"] * 2


def test_it_survives_a_changed_lock_and_a_deleted_environment(
    environment: Environment, programs: Programs
) -> None:
    heic(environment.root, [])
    path = environment.root / WITH_HEIC
    path.write_text(path.read_text("utf-8").replace("1.4.0", "1.5.0"), "utf-8")
    again = for_running(environment.root)
    ensure(again)
    again.stamp.unlink()
    ensure(for_running(environment.root))
    assert for_running(environment.root).lock_name == WITH_HEIC
    assert programs.calls == ["venv", "pip"] * 3


def test_it_can_be_undone(environment: Environment, programs: Programs) -> None:
    heic(environment.root, [])
    assert heic(environment.root, [OFF]) == 0
    assert not (environment.root / WISH).exists()
    assert for_running(environment.root).lock_name == RUNNING


def test_an_installation_that_fails_leaves_no_wish(
    environment: Environment, programs: Programs
) -> None:
    programs.on_pip = lambda: Outcome(1, "Read timed out")
    with pytest.raises(Stop, match="network"):
        heic(environment.root, [])
    assert for_running(environment.root).lock_name == RUNNING


def test_a_later_failure_keeps_the_wish(environment: Environment, programs: Programs) -> None:
    heic(environment.root, [])
    for_running(environment.root).stamp.unlink()
    programs.on_pip = lambda: Outcome(1, "Read timed out")
    with pytest.raises(Stop):
        heic(environment.root, [])
    assert (environment.root / WISH).exists()


def test_a_checkout_without_the_lock_still_starts(environment: Environment) -> None:
    (environment.root / WISH).touch()
    (environment.root / WITH_HEIC).unlink()
    assert for_running(environment.root).lock_name == RUNNING
