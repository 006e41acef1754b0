"""The project, copied so that a test may do with it what it likes, and the commands that build it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("bases", "content", "overrides")
SITE = "build/scratch"
"""Where a plain `mkdocs build` writes, as mkdocs.yml says."""
PATIENCE = 180
"""Seconds after which a command is given up."""


@dataclass(frozen=True, slots=True)
class Built:
    """A built site, the project that it was built from, and what the command said."""

    project: Path
    site: Path
    done: subprocess.CompletedProcess[str]


def copy(to: Path, *, like: Path = ROOT, cached: bool = True) -> Path:
    """A copy of the project in `to`, or of the copy `like`, with the covers and fonts made for that one.

    Sites that are compared come of one copy: somebody may be at work on the project meanwhile.
    """
    to.mkdir(parents=True)
    for part in PARTS:
        shutil.copytree(like / part, to / part)
    shutil.copyfile(like / "mkdocs.yml", to / "mkdocs.yml")
    if cached and like != ROOT:
        shutil.copytree(like / ".cache", to / ".cache")
    return to


def environment(**more: str) -> dict[str, str]:
    """The variables of a command: those of this test run, the package of this checkout, and `more`."""
    packages = os.pathsep.join((str(ROOT / "plugins"), str(ROOT)))
    return os.environ | {"PYTHONPATH": packages, "NO_MKDOCS_2_WARNING": "1"} | more


def run(project: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """`python -m …` in a project."""
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=project,
        env=environment(**{"PYTHONIOENCODING": "utf-8", **more}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


def build(project: Path, *words: str, **more: str) -> Built:
    """A plain `mkdocs build --strict` that must succeed."""
    done = run(project, "mkdocs", "build", "--strict", *words, **more)
    assert done.returncode == 0, done.stderr
    return Built(project, project / SITE, done)


def contents(folder: Path, pattern: str = "*") -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob(pattern))
        if path.is_file()
    }


def asset(site: Path, name: str) -> bytes:
    """The one published form of an asset, given its plain name: ``shell.css``."""
    stem, _, suffix = name.rpartition(".")
    (found,) = (site / "assets").glob(f"{stem}.{'[0-9a-f]' * 12}.{suffix}")
    return found.read_bytes()


def differences(ours: dict[str, bytes], theirs: dict[str, bytes]) -> list[str]:
    """The files that are not the same on both sides."""
    return sorted(name for name in ours.keys() | theirs if ours.get(name) != theirs.get(name))
