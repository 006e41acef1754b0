"""A case: a folder whose `input/` is laid over the baseline, and what staff are then told.

`removed.txt`, where there is one, lists the files of the baseline that this story does without.
The baseline and everything in the cases is invented.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from showcase.folder import Folder, Reading
from showcase.reports import terminal

HERE = Path(__file__).parent
BASELINE = HERE / "_baseline" / "bases"


@dataclass(frozen=True)
class Story:
    """One folder under `tests/cases/`."""

    folder: Path

    @property
    def golden(self) -> Path:
        """The file that holds what staff should be told; empty for a story that is fine."""
        return self.folder / "diagnostics.txt"

    @property
    def told(self) -> str:
        """What the golden says."""
        return self.golden.read_text("utf-8") if self.golden.exists() else ""

    def lay(self, target: Path) -> Path:
        """A whole `bases/` under `target`: the baseline, without what is removed, with the input over it."""
        bases = target / "bases"
        shutil.copytree(BASELINE, bases)
        removed = self.folder / "removed.txt"
        for name in removed.read_text("utf-8").split() if removed.exists() else ():
            (bases / name).unlink()
        if (self.folder / "input").exists():
            shutil.copytree(self.folder / "input", bases, dirs_exist_ok=True)
        return bases

    def read(self, target: Path) -> Reading:
        """What the engine makes of it."""
        return Folder(self.lay(target)).read(drafts=True)


def stories() -> list[Story]:
    """Every case, by name."""
    folders = sorted(path for path in HERE.iterdir() if path.is_dir())
    return [Story(path) for path in folders if not path.name.startswith("_")]


def told_by(reading: Reading) -> str:
    """A reading's diagnostics as `check` prints them."""
    return terminal.told(reading.diagnostics) + "\n" if reading.diagnostics else ""
