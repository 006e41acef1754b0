"""Running other programs: bounded, without a shell, in a clean environment."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.launcher.stop import Stop

INTERRUPTED = 130
# These point a Python, or pip, away from the environment that we run it in.
LEADING_ASTRAY = frozenset(
    {"PYTHONHOME", "PYTHONPATH", "PIP_PREFIX", "PIP_ROOT", "PIP_TARGET", "PIP_USER"}
)


@dataclass(frozen=True)
class Outcome:
    """How a program ended, and all that it printed."""

    code: int
    output: str

    def last_lines(self, count: int = 8) -> str:
        return "\n".join(self.output.rstrip().splitlines()[-count:])


def surroundings(environ: Mapping[str, str], **more: str) -> dict[str, str]:
    """The environment variables that our programs get."""
    kept = {name: value for name, value in environ.items() if name not in LEADING_ASTRAY}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **more}


def quietly(
    command: Sequence[str | Path], *, root: Path, limit: int, env: Mapping[str, str] | None = None
) -> Outcome:
    """Runs a program and keeps what it prints. Raises Stop where it takes too long."""
    try:
        ended = subprocess.run(
            [str(part) for part in command],
            cwd=root,
            env=env or surroundings(os.environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Stop("too-slow", minutes=limit // 60, what=Path(command[0]).name) from None
    return Outcome(ended.returncode, ended.stdout)


def openly(
    command: Sequence[str | Path], *, root: Path, limit: int | None, env: Mapping[str, str]
) -> int:
    """Runs a program on our own terminal. Raises Stop where it takes too long.

    Ctrl-C reaches the program as well as us: we wait for it to end in its own way.
    """
    child = subprocess.Popen([str(part) for part in command], cwd=root, env=dict(env))
    try:
        return child.wait(limit)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
        raise Stop("too-slow", minutes=(limit or 0) // 60, what=Path(command[0]).name) from None
    except KeyboardInterrupt:
        try:
            child.wait(10)
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            child.kill()
        return INTERRUPTED


def become(command: Sequence[str | Path], *, root: Path, env: Mapping[str, str]) -> int:
    """Turns this process into the program; Windows cannot, and waits for it instead."""
    if os.name == "nt":
        return openly(command, root=root, limit=None, env=env)
    os.chdir(root)
    os.execve(command[0], [str(part) for part in command], dict(env))
    return 0
