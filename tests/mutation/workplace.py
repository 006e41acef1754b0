"""A copy of the project in the system's temporary folder: the only place where anything is broken."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .mutants import Mutant

_LEFT_BEHIND = shutil.ignore_patterns(
    ".git", ".cache", "__pycache__", ".*_cache", ".venv", ".hypothesis", ".*.past"
)
_BUILT = ("build", "site")


def temporary(path: Path) -> Path:
    """The path, if it lies below the system's temporary folder and not in this project, which may have been
    put there itself; otherwise ValueError."""
    real, allowed = path.resolve(), Path(tempfile.gettempdir()).resolve()
    ours = Path(__file__).resolve().parents[2]
    if allowed not in real.parents or real.is_relative_to(ours):
        raise ValueError(f"{path} is not below {allowed}: mutants are only put into copies")
    return real


@dataclass
class Workplace:
    """A copy of a project at `root`, with a process in it that runs tests on demand."""

    root: Path
    judge: subprocess.Popen[str] = field(init=False)

    @classmethod
    def of(cls, project: Path, folder: Path) -> Workplace:
        """Copy a project into a folder that is not there yet."""
        root = temporary(folder)

        def left_behind(place: str, names: list[str]) -> set[str]:
            # folders of these names further down are sources
            return {*_LEFT_BEHIND(place, names), *(_BUILT if Path(place) == project else ())}

        shutil.copytree(project, root, ignore=left_behind, symlinks=True)
        place = cls(root)
        place.judge = place._started()
        return place

    def _started(self) -> subprocess.Popen[str]:
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join((str(self.root / "plugins"), str(self.root))),
        }
        return subprocess.Popen(
            [sys.executable, "-m", "tests.mutation.judge"],
            cwd=self.root,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def ask(self, **question: Any) -> dict[str, Any]:
        """What the judge says."""
        assert self.judge.stdin and self.judge.stdout
        self.judge.stdin.write(json.dumps(question) + "\n")
        self.judge.stdin.flush()
        answer: dict[str, Any] = json.loads(self.judge.stdout.readline())
        return answer

    def trial(self, mutant: Mutant, tests: Sequence[str], seconds: int) -> dict[str, Any]:
        """What the tests say of a mutant."""
        with self.broken(mutant):
            return self.ask(tests=list(tests), seconds=seconds)

    @contextmanager
    def broken(self, mutant: Mutant) -> Iterator[None]:
        """The copy with a mutant in it, and whole again afterwards."""
        path = temporary(self.root / mutant.module)
        whole = path.read_bytes()
        # compiled modules are known by second and length, which a mutant can share with its module
        compiled = path.parent / "__pycache__"
        try:
            path.write_bytes(mutant.put_in(whole.decode()).encode())
            _forget(compiled, path.stem)
            yield
        finally:
            path.write_bytes(whole)
            _forget(compiled, path.stem)

    def close(self) -> None:
        """Let the judge go."""
        assert self.judge.stdin
        self.judge.stdin.close()
        self.judge.wait(60)


def _forget(compiled: Path, stem: str) -> None:
    for path in compiled.glob(f"{stem}.*.pyc"):
        path.unlink()
