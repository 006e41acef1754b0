"""Copies of files as they were before a command changed them, newest last, kept in the cache."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from . import whole_files
from .listing import files_of

MOST_KEPT = 20
"""Undo copies that are kept; older ones go."""
ABSENT = ".absent"
"""Behind the name of a file that was not there before the change: nothing is kept of it but that."""
NOTE = "change.json"
"""Beside the copies: the verb that made the change and, once it is done, the SHA-256 of every file as it left
it."""
_OLDER_VERB = "fix"
"""Whose the copies without a note are taken to be: for long `fix` alone made any."""


@dataclass(frozen=True)
class Change:
    """A change that can be taken back: where its copies lie, the verb that made it, the files that it
    replaced and those that it made, by their paths in the project."""

    folder: Path
    verb: str
    replaced: tuple[str, ...]
    made: tuple[str, ...]
    left: Mapping[str, str]
    """SHA-256 of the files as the change left them; empty for a change that was never told done."""


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

    def keep(self, verb: str, paths: Iterable[Path]) -> Path:
        """Copy files away before a verb changes them. The answer is the folder of the copies. Raises
        OSError."""
        number = int(self._all()[-1].name) + 1 if self._all() else 1
        folder = self._folder / f"{number:06d}"
        try:
            folder.mkdir(parents=True)
            _note(folder, verb, {})
            for path in paths:
                self._copy(path, folder)
        except OSError:
            # no change follows, so there is none to take back
            shutil.rmtree(folder, ignore_errors=True)
            raise
        for old in self._all()[:-MOST_KEPT]:
            shutil.rmtree(old)
        return folder

    def _copy(self, path: Path, folder: Path) -> None:
        target = folder / path.relative_to(self.root)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            shutil.copyfile(path, target)
        else:
            # what comes by the change goes with it
            target.with_name(target.name + ABSENT).touch()

    def done(self, folder: Path, contents: Mapping[str, bytes]) -> None:
        """Note what the change left in each file, after it was written. Where that cannot be noted, taking
        the change back asks first."""
        # the bytes that were put, not those read again: somebody may have saved the file since
        left = {file: _digest(content) for file, content in contents.items()}
        with suppress(OSError):
            _note(folder, _noted(folder)[0], left)

    def last(self, verb: str) -> Change | None:
        """The last change that a verb made. Raises OSError for what cannot be read."""
        changes = (self.change(folder) for folder in reversed(self._all()))
        # a folder without files is what a power cut left
        return next((one for one in changes if one.verb == verb and one.replaced + one.made), None)

    def change(self, folder: Path) -> Change:
        """The change whose copies lie in a folder, as `keep` answered it. Raises OSError."""
        verb, left = _noted(folder)
        names = [name for name, _ in files_of(folder) if name != NOTE]
        replaced = tuple(name for name in names if not name.endswith(ABSENT))
        made = tuple(name.removesuffix(ABSENT) for name in names if name.endswith(ABSENT))
        return Change(folder, verb, replaced, made, MappingProxyType(left))

    def later(self, change: Change) -> tuple[str, ...]:
        """The files that are not as a change left them, whoever wrote or deleted them. One that is again as
        it was before the change is none of them: taking back loses nothing of it."""
        return tuple(
            file
            for file in sorted((*change.replaced, *change.made))
            if (now := _content(self.root / file)) != self._before(change, file)
            and (now is None or _digest(now) != change.left.get(file))
        )

    @staticmethod
    def _before(change: Change, file: str) -> bytes | None:
        return None if file in change.made else (change.folder / file).read_bytes()

    def restore(self, change: Change) -> None:
        """Put back what a change replaced and delete what it made, whatever has been written since: see
        `later`. The copies are used up. Raises OSError; the copies then stay."""
        for file in change.made:
            (self.root / file).unlink(missing_ok=True)
        for file in change.replaced:
            target = (self.root / file).resolve()
            target.parent.mkdir(parents=True, exist_ok=True)
            whole_files.put(target, (change.folder / file).read_bytes())
        shutil.rmtree(change.folder)


def _note(folder: Path, verb: str, left: Mapping[str, str]) -> None:
    note = {"verb": verb, "left": left}
    whole_files.put(folder / NOTE, json.dumps(note, ensure_ascii=False, indent=1).encode())


def _noted(folder: Path) -> tuple[str, dict[str, str]]:
    """The verb and what it left, as noted; a note that is missing or spoilt says nothing."""
    try:
        note = json.loads((folder / NOTE).read_bytes())
        left = {str(file): str(digest) for file, digest in note["left"].items()}
        return str(note["verb"]), left
    except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError):
        return _OLDER_VERB, {}


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
