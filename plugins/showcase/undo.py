"""Copies of files as they were before a command changed them, newest last, kept in the cache."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from . import whole_files

MOST_KEPT = 20
"""Undo copies that are kept; older ones go."""


@dataclass(frozen=True)
class UndoCopies:
    """The undo copies of the project at `root`: numbered folders, each with the files by their path."""

    root: Path

    @property
    def _folder(self) -> Path:
        return self.root / ".cache" / "undo"

    def _all(self) -> list[Path]:
        found = self._folder.iterdir() if self._folder.is_dir() else ()
        return sorted(path for path in found if path.is_dir() and path.name.isdecimal())

    def keep(self, paths: Iterable[Path]) -> Path:
        """Copy files away before they are changed. The answer is the folder of the copies."""
        number = int(self._all()[-1].name) + 1 if self._all() else 1
        folder = self._folder / f"{number:06d}"
        for path in paths:
            target = folder / path.relative_to(self.root)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        folder.mkdir(parents=True, exist_ok=True)
        for old in self._all()[:-MOST_KEPT]:
            shutil.rmtree(old)
        return folder

    def restore(self) -> tuple[str, ...]:
        """Put back what the last change replaced; the copy is used up. The answer names the files."""
        if not self._all():
            return ()
        folder = self._all()[-1]
        restored = []
        for copy in sorted(path for path in folder.rglob("*") if path.is_file()):
            target = (self.root / copy.relative_to(folder)).resolve()
            target.parent.mkdir(parents=True, exist_ok=True)
            whole_files.put(target, copy.read_bytes())
            restored.append(copy.relative_to(folder).as_posix())
        shutil.rmtree(folder)
        return tuple(restored)
