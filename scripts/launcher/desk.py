"""The verb `desk`: what the three files 预览.bat, 检查.bat and 发布.bat do for people who double-click.

The files themselves hold no more than it takes to find a Python: everything that is said is said here.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import webbrowser
from pathlib import Path

from scripts.launcher.environment import Environment, for_running
from scripts.launcher.install import ensure
from scripts.launcher.process import openly, surroundings
from scripts.launcher.stop import Stop
from scripts.launcher.words import say

PORT = 8000
"""Where `serve` shows the preview."""
PAUSE = 0.5
"""Seconds between two looks whether the preview is there."""
YES = frozenset(("是", "好", "对", "y", "yes", "1"))
END_OF_INPUT = "\x1a"
NOTHING_DONE = 0
WORKBOOKS = (".xlsx", ".csv")
"""What the verb `import` reads."""


def desk(root: Path, arguments: list[str]) -> int:
    """Carries out one double-click: `preview`, `check` or `publish`. Files dropped on it come behind.

    A workbook that is dropped is read in first, which asks before it writes. Returns the exit code of what
    was called last; raises Stop for a word that it does not know.
    """
    what, *dropped = arguments or [""]
    if what not in ("preview", "check", "publish"):
        raise Stop("desk-usage", code=2)
    environment = for_running(root)
    ensure(environment)
    for one in dropped:
        if not one.lower().endswith(WORKBOOKS):
            say("desk-dropped", name=Path(one).name)
        elif code := _verb(environment, "import", str(Path(one).absolute())):
            say("desk-stopped")
            return code
    if what == "preview":
        return _preview(environment)
    code = _verb(environment, "check")
    if code:
        say("desk-mend" if code == 1 else "desk-stopped")
        return code
    return _publish(environment) if what == "publish" else code


def _verb(environment: Environment, *words: str) -> int:
    command = [str(environment.python), "-m", "showcase", *words]
    return openly(command, root=environment.root, limit=None, env=surroundings(os.environ))


def _preview(environment: Environment) -> int:
    """Serves until it is ended, and opens the browser once there is something to see."""
    if _answers():
        say("desk-open-already", address=f"http://127.0.0.1:{PORT}/")
        webbrowser.open(f"http://127.0.0.1:{PORT}/")
        return NOTHING_DONE
    command = [str(environment.python), "-m", "showcase", "serve"]
    child = subprocess.Popen(command, cwd=environment.root, env=surroundings(os.environ))
    shown = False
    try:
        while True:
            try:
                return child.wait(None if shown else PAUSE)
            except subprocess.TimeoutExpired:
                if _answers():
                    webbrowser.open(f"http://127.0.0.1:{PORT}/")
                    shown = True
    except KeyboardInterrupt:
        # the same Ctrl+C has reached it
        try:
            return child.wait(10)
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            child.kill()
            return child.wait()
    finally:
        if child.poll() is None:
            child.kill()
            child.wait()


def _answers() -> bool:
    with socket.socket() as asking:
        asking.settimeout(PAUSE)
        return asking.connect_ex(("127.0.0.1", PORT)) == 0


def _publish(environment: Environment) -> int:
    code = _verb(environment, "changes")
    if code:
        say("desk-stopped")
        return code
    if not _agreed():
        say("desk-not-published")
        return NOTHING_DONE
    code = _verb(environment, "publish")
    if code:
        say("desk-stopped")
        return code
    say("desk-published", folder=environment.root / "site")
    if (environment.root / ".git").exists():
        say("desk-commit")
    return 0


def _agreed() -> bool:
    """Whether the answer is yes; no answer at all is none."""
    say("desk-ask")
    try:
        typed = input("> ")
    except (EOFError, UnicodeDecodeError):
        return False
    sys.stdout.flush()
    return typed.replace(END_OF_INPUT, "").strip().lower() in YES
