"""An environment is whole, or it is made again; never half of each."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from scripts.launcher.environment import Environment, made_from, recorded
from scripts.launcher.exclusive import exclusive
from scripts.launcher.install import ensure, pip_command, reason
from scripts.launcher.process import Outcome
from scripts.launcher.stop import Stop
from scripts.launcher.words import SENTENCES

if TYPE_CHECKING:
    from tests.launcher.conftest import Programs


def test_a_fresh_machine_makes_the_environment_and_a_second_start_does_nothing(
    environment: Environment, programs: Programs
) -> None:
    ensure(environment)
    ensure(environment)
    assert programs.calls == ["venv", "pip"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda made: made.lock.write_text("mkdocs==1.6.0 \\\n", encoding="utf-8"),
        lambda made: made.stamp.unlink(),
        lambda made: made.stamp.write_text('{"lock": "2f', encoding="utf-8"),
        lambda made: made.stamp.write_text("[]", encoding="utf-8"),
        lambda made: made.python.unlink(),
        lambda made: stamped(made, python="CPython 3.10.1 x86_64"),
    ],
    ids=["lock", "no stamp", "torn stamp", "odd stamp", "python gone", "python changed"],
)
def test_whatever_is_not_whole_is_made_again_from_nothing(
    spoil: Callable[[Environment], object], environment: Environment, programs: Programs
) -> None:
    ensure(environment)
    leftover = environment.packages / "leftover.py"
    leftover.touch()
    spoil(environment)
    ensure(environment)
    assert programs.calls == ["venv", "pip"] * 2
    assert not leftover.exists()


def test_a_moved_or_copied_checkout_is_not_whole(
    environment: Environment, programs: Programs
) -> None:
    ensure(environment)
    moved = environment.root.rename(environment.root.with_name("搬走了"))
    there = replace(environment, root=moved)
    assert there.python.exists()
    assert recorded(there) != made_from(there)


def test_a_changed_pyproject_needs_no_network(environment: Environment, programs: Programs) -> None:
    ensure(environment)
    project = environment.root / "pyproject.toml"
    document = project.read_text(encoding="utf-8")
    project.write_text(document.replace('"0.1.0"', '"0.2.0"'), encoding="utf-8")
    ensure(environment)
    ensure(environment)
    (metadata,) = environment.packages.glob("showcase-*.dist-info")
    assert programs.calls == ["venv", "pip"]
    assert metadata.name == "showcase-0.2.0.dist-info"


def test_an_interrupted_install_heals_itself(environment: Environment, programs: Programs) -> None:
    def interrupted() -> Outcome:
        raise KeyboardInterrupt

    programs.on_pip = interrupted
    with pytest.raises(KeyboardInterrupt):
        ensure(environment)
    assert recorded(environment) == {}
    programs.on_pip = lambda: Outcome(0, "")
    ensure(environment)
    assert programs.calls == ["venv", "pip"] * 2
    assert recorded(environment) != {}


def test_an_interrupted_clearing_heals_itself(environment: Environment, programs: Programs) -> None:
    ensure(environment)
    for entry in environment.path.glob("*.json"):
        entry.unlink()
    (environment.path / ".gitignore").unlink()
    ensure(environment)
    assert recorded(environment) != {}


def test_a_folder_left_empty_by_a_kill_is_taken_over(
    environment: Environment, programs: Programs
) -> None:
    environment.path.mkdir()
    ensure(environment)
    assert programs.calls == ["venv", "pip"]


def test_somebody_elses_folder_is_never_touched(
    environment: Environment, programs: Programs
) -> None:
    environment.path.mkdir()
    precious = environment.path / "precious.txt"
    precious.touch()
    with pytest.raises(Stop, match="foreign-venv"):
        ensure(environment)
    assert precious.exists()
    assert programs.calls == []


def test_a_failing_pip_shows_its_last_lines_and_leaves_no_stamp(
    environment: Environment, programs: Programs, capsys: pytest.CaptureFixture[str]
) -> None:
    programs.on_pip = lambda: Outcome(1, "first\n" * 50 + "ERROR: NewConnectionError\n")
    with pytest.raises(Stop, match="network"):
        ensure(environment)
    shown = capsys.readouterr().err
    assert "ERROR: NewConnectionError" in shown
    assert shown.count("first") < 10
    assert recorded(environment) == {}


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("Retrying after 'NewConnectionError'\nERROR: No matching distribution found", "network"),
        ("Temporary failure in name resolution", "network"),
        ("ProxyError('Cannot connect to proxy.', NewConnectionError)", "proxy"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "certificate"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "hash"),
        ("ERROR: No matching distribution found for nh3==0.3.8", "no-package"),
        ("OSError: [Errno 28] No space left on device", "disk-full"),
        ("Segmentation fault", "install-failed"),
    ],
)
def test_pips_complaint_becomes_one_plain_sentence(said: str, key: str) -> None:
    assert reason(said) == key
    assert key in SENTENCES


def test_pip_is_told_to_check_hashes_and_never_which_index_to_use(environment: Environment) -> None:
    command = pip_command(environment)
    assert {"--require-hashes", "--no-deps", ":all:"} <= set(command)
    assert [part for part in command if "index" in part or "find-links" in part] == []
    assert command[-1] == str(environment.lock)
    assert "实践 基地" in command[-1]


def test_no_file_of_the_launcher_names_an_address() -> None:
    """But for this machine, the address that belongs to nobody, and that of the table of traditional characters."""
    root = Path(__file__).parents[2]
    nobodys = r"http://127\.0\.0\.1:|https://example\.org/|https://github\.com/BYVoid/OpenCC"
    naming = [
        path.name
        for path in (*root.joinpath("scripts").rglob("*"), root / ".ci" / "run")
        if path.suffix != ".pyc" and path.is_file()
        if re.search("https?://", re.sub(nobodys, "", path.read_text(encoding="utf-8")))
    ]
    assert naming == []


def test_a_second_window_waits_and_gives_up_in_the_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scripts.launcher.exclusive.PAUSE", 0.01)
    place = tmp_path / "锁" / "launcher.lock"
    with (
        exclusive(place, 1),
        pytest.raises(Stop, match="waited-too-long"),
        exclusive(place, 0.05),
    ):
        pytest.fail("two at once")
    assert capsys.readouterr().err.count("另一个窗口") == 1


def test_the_lock_is_free_again_afterwards(tmp_path: Path) -> None:
    with exclusive(tmp_path / "lock", 0):
        pass
    with exclusive(tmp_path / "lock", 0):
        pass


def stamped(made: Environment, **changed: str) -> None:
    """Changes what the stamp says."""
    said: dict[str, Any] = json.loads(made.stamp.read_text(encoding="utf-8"))
    made.stamp.write_text(json.dumps({**said, **changed}), encoding="utf-8")
