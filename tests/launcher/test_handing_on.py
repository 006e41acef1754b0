"""The everyday verbs become Showcase itself, from any folder, in a clean environment."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from scripts.launcher import process, verbs
from scripts.launcher.environment import Environment
from scripts.launcher.process import Outcome, openly, quietly, surroundings
from scripts.launcher.stop import Stop


@pytest.mark.parametrize("verb", verbs.HANDED_ON)
def test_a_verb_is_handed_on_with_its_arguments(
    verb: str, environment: Environment, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[object] = []

    def become(command: Sequence[str | Path], *, root: Path, env: Mapping[str, str]) -> int:
        seen.extend([list(command), root, dict(env)])
        return 7

    monkeypatch.setattr(verbs, "ROOT", environment.root)
    monkeypatch.setattr(verbs, "ensure", lambda _: None)
    monkeypatch.setattr(verbs, "become", become)
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.chdir(tmp_path)
    assert verbs.run([verb, "--port", "八千"]) == 7
    command, root, env = seen
    assert command == [environment.python, "-m", "showcase", verb, "--port", "八千"]
    assert root == environment.root
    assert isinstance(env, dict)
    assert env["NO_MKDOCS_2_WARNING"] == env["PYTHONUTF8"] == "1"
    assert env["SHOWCASE_CALLED_FROM"] == str(tmp_path)
    assert "PYTHONPATH" not in env


@pytest.mark.parametrize("name", sorted(process.LEADING_ASTRAY))
def test_what_leads_python_or_pip_astray_is_left_behind(name: str) -> None:
    assert name not in surroundings({name: "x"})


def test_the_users_own_index_and_proxy_are_kept() -> None:
    own = {"PIP_INDEX_URL": "an index", "HTTPS_PROXY": "a proxy"}
    assert own.items() <= surroundings(own).items()


def test_on_windows_the_verb_runs_as_a_child(
    environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scripts.launcher.process.os.name", "nt")
    monkeypatch.setattr(process, "openly", lambda *_, **__: 5)
    assert process.become(["python"], root=environment.root, env={}) == 5


def test_a_program_becomes_us_in_an_odd_folder(environment: Environment) -> None:
    script = (
        "import sys, os; from pathlib import Path; from scripts.launcher.process import become;"
        "become([sys.executable, '-c', 'import os; print(ascii(os.getcwd()))'],"
        " root=Path(sys.argv[1]), env=dict(os.environ))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, str(environment.root)],
        cwd=verbs.ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert ended.stdout.strip() == ascii(str(environment.root))


def test_ctrl_c_waits_for_the_program_and_leaves_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float | None] = []

    class Child:
        def wait(self, limit: float | None = None) -> int:
            waits.append(limit)
            if len(waits) == 1:
                raise KeyboardInterrupt
            return 0

    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: Child())
    assert openly(["mkdocs"], root=tmp_path, limit=None, env={}) == process.INTERRUPTED
    assert waits == [None, 10]


@pytest.mark.parametrize("run", [quietly, openly])
def test_a_program_that_never_ends_is_ended(run: object, tmp_path: Path) -> None:
    assert callable(run)
    command = [sys.executable, "-c", "import time; time.sleep(60)"]
    with pytest.raises(Stop, match="too-slow"):
        run(command, root=tmp_path, limit=1, env=dict(os.environ))


def test_quietly_keeps_what_was_said_and_the_code(tmp_path: Path) -> None:
    command = [sys.executable, "-X", "utf8", "-c", "print('实践'); raise SystemExit(4)"]
    assert quietly(command, root=tmp_path, limit=60) == Outcome(4, "实践\n")
