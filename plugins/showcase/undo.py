"""Copies of files as they were before a command changed them, newest last, kept in the cache."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from . import whole_files
from .listing import files_of

MOST_KEPT = 20
"""Undo copies that are kept; older ones go."""
ABSENT = ".absent"
"""Behind the name of a file that was not there before the change: nothing is kept of it but that."""


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
            if path.exists():
                shutil.copyfile(path, target)
            else:
                # what comes by the change goes with it
                target.with_name(target.name + ABSENT).touch()
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
        for copy in [path for _, path in files_of(folder)]:
            named = copy.relative_to(folder)
            if named.name.endswith(ABSENT):
                named = named.with_name(named.name.removesuffix(ABSENT))
                (self.root / named).unlink(missing_ok=True)
                restored.append(named.as_posix())
                continue
            target = (self.root / named).resolve()
            target.parent.mkdir(parents=True, exist_ok=True)
            whole_files.put(target, copy.read_bytes())
            restored.append(named.as_posix())
        shutil.rmtree(folder)
        return tuple(restored)
