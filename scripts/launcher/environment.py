"""The two environments: what they are made from, and whether they are whole."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sysconfig
from dataclasses import dataclass
from pathlib import Path

# Written first, so that we only ever delete what we made.
MARK = "made-by-showcase"
# Written last, so that an interrupted install is never taken for a whole one.
STAMP = "showcase-stamp.json"
RUNNING = "requirements.lock"
WITH_HEIC = "requirements-heic.lock"
TESTING = "requirements-test.lock"
# Beside the environment, not in it: whoever wished for HEIC has it again after every reinstallation.
WISH = ".heic"


@dataclass(frozen=True)
class Environment:
    """One virtual environment of a project, made from one lock and nothing else."""

    root: Path
    folder: str
    lock_name: str

    @property
    def path(self) -> Path:
        return self.root / self.folder

    @property
    def lock(self) -> Path:
        return self.root / self.lock_name

    @property
    def python(self) -> Path:
        name = "python.exe" if os.name == "nt" else "python"
        return self._place("scripts") / name

    @property
    def packages(self) -> Path:
        return self._place("purelib")

    @property
    def mark(self) -> Path:
        return self.path / MARK

    @property
    def stamp(self) -> Path:
        return self.path / STAMP

    def _place(self, name: str) -> Path:
        base = str(self.path)
        return Path(sysconfig.get_path(name, "venv", {"base": base, "platbase": base}))


def for_running(root: Path) -> Environment:
    """What users need: with what reads HEIC where the verb `heic` asked for it."""
    wished = (root / WISH).exists() and (root / WITH_HEIC).exists()
    return Environment(root, ".venv", WITH_HEIC if wished else RUNNING)


def for_testing(root: Path) -> Environment:
    """Apart from the other, so that no test tool ever stands in for a missing dependency."""
    return Environment(root, ".venv-test", TESTING)


def made_from(environment: Environment) -> dict[str, str]:
    """What a whole environment's stamp says. The place is part: scripts inside it name it."""
    return {
        "lock": _digest(environment.lock),
        "place": str(environment.path),
        "project": _digest(environment.root / "pyproject.toml"),
        "python": f"{platform.python_implementation()} {platform.python_version()}"
        f" {platform.machine()}",
    }


def recorded(environment: Environment) -> dict[str, str]:
    """What the stamp says; empty where there is none, it is torn, or Python has gone away."""
    try:
        said = json.loads(environment.stamp.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return said if isinstance(said, dict) and environment.python.exists() else {}


def record(environment: Environment) -> None:
    """Declares the environment whole, in one step."""
    part = environment.stamp.with_suffix(".part")
    part.write_text(json.dumps(made_from(environment), indent=1), encoding="utf-8")
    part.replace(environment.stamp)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
