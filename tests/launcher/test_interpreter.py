"""Which Pythons will do, and what is said of those that will not."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable

import pytest

from scripts import showcase
from scripts.launcher import interpreter
from scripts.launcher.environment import Environment
from scripts.launcher.install import ensure
from scripts.launcher.stop import Stop


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_a_tried_python_is_not_remarked_on(
    version: tuple[int, int], capsys: pytest.CaptureFixture[str]
) -> None:
    interpreter.warn_if_untried(version)
    assert capsys.readouterr().err == ""


def test_a_newer_python_is_called_untried_once_in_each_language(
    capsys: pytest.CaptureFixture[str],
) -> None:
    interpreter.warn_if_untried((3, 14))
    chinese, english = capsys.readouterr().err.splitlines()
    assert chinese == "提示：还没有在 Python 3.14 上试过（试过的是 3.11 到 3.13），继续运行。"
    assert english == "Note: untried on Python 3.14 (tried: 3.11 to 3.13); going on."


def test_the_entrance_and_the_tried_range_agree() -> None:
    assert interpreter.TRIED[0] == showcase.OLDEST


@pytest.mark.parametrize("lacking", ["venv", "ensurepip"])
def test_a_python_without_venv_stops_with_one_command_before_making_anything(
    lacking: str, environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(
        interpreter, "find_spec", lambda name: None if name == lacking else find(name)
    )
    monkeypatch.setattr(shutil, "which", only("apt-get"))
    monkeypatch.setattr(interpreter, "privileged", lambda: "sudo ")
    with pytest.raises(Stop) as stopped:
        ensure(environment)
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert stopped.value.key == "no-venv"
    assert stopped.value.code == showcase.NOT_READY
    assert stopped.value.values == {"command": f"sudo apt install python{version}-venv"}
    assert not environment.path.exists()


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        ("apt-get", "apt install python3.12-venv"),
        ("dnf", "dnf install python3.12"),
        ("brew", "brew reinstall python@3.12"),
        ("none", "winget install Python.Python.3.13"),
    ],
)
def test_the_command_fits_the_package_manager(
    manager: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", only(manager))
    assert interpreter.venv_command((3, 12)).removeprefix("sudo ") == command


def only(manager: str) -> Callable[[str], str | None]:
    """A system where one program is installed and no other."""
    return lambda name: f"/usr/bin/{name}" if name == manager else None
