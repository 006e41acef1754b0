"""The folder beside a site that keeps what was shown before, and what is on its way to being shown.

Under a number: a whole site, the highest number the one shown last. `new-N`: being made, or to be thrown
away. `next-N-DIGEST`: finished, about to change places with the site; when it has, the former site, which
is told by the digest. `aside-NAME`: the site itself, where changing places takes two steps. `gone-N`:
being removed. Whoever changes anything here holds the lock.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from . import sites
from .exchange import exchange
from .flushing import flush_names

KEPT = 3
"""Former sites that are kept."""
_UNFINISHED = ("new-", "gone-")
_NEXT = re.compile(r"next-(?P<number>\d+)-(?P<digest>[0-9a-f]*)")
_NUMBERED = re.compile(r"(?:[a-z]+-)*(?P<number>\d+)")
_NOTES = "notes"
_PATIENCE, _PAUSE = 2.0, 0.1
"""Seconds: for how long a rename is tried again on Windows, where a virus scanner or Explorer may look on."""


@dataclass(frozen=True, slots=True)
class Past:
    """What lies beside the site at `target`."""

    target: Path

    @property
    def folder(self) -> Path:
        """Where it lies: hidden, and on the file system of the site."""
        return self.target.with_name(f".{self.target.name}.past")

    @property
    def lock(self) -> Path:
        """The file that whoever changes anything holds. It is never removed, or two could hold two."""
        return self.folder / "lock"

    def kept(self) -> dict[int, Path]:
        """The sites shown before, by number, the one shown last first."""
        numbers = {
            int(path.name): path
            for path in self._all()
            if path.name.isdecimal() and sites.is_ours(path)
        }
        return {number: numbers[number] for number in sorted(numbers, reverse=True)}

    def next_number(self) -> int:
        """One more than any that was given; what could not be removed yet counts."""
        given = (_NUMBERED.match(path.name) for path in self._all())
        return 1 + max((int(one["number"]) for one in given if one), default=0)

    def recover(self) -> None:
        """Put in order what somebody left who was killed: the site back in its place, the rest under its name."""
        for path in self._all("aside-"):
            name = path.name.removeprefix("aside-")
            if not self.target.exists():
                move(path, self.target)
            elif not (self.folder / name).exists():
                move(path, self.folder / name)
            else:
                move(path, self.folder / str(self.next_number()))
        for path in self._all("next-"):
            self.settle(path)
        for path in self._all(*_UNFINISHED):
            shutil.rmtree(path, ignore_errors=True)

    def settle(self, path: Path) -> None:
        """Give what lies under `next-` its number if it was shown; what never was goes.

        What equals the site that took its place goes as well: it would push a real one out.
        """
        found = _NEXT.fullmatch(path.name)
        if found is None or sites.digest(path) == found["digest"]:
            self.remove(path)
            return
        to = self.folder / found["number"]
        move(path, self.folder / str(self.next_number()) if to.exists() else to)

    def tidy(self, keep: int) -> None:
        """Keep the newest sites, `keep` of them, and the notes on what is left."""
        for path in list(self.kept().values())[keep:]:
            self.remove(path)
        left = {sites.digest(path) for path in (self.target, *self.kept().values())}
        for note in (self.folder / _NOTES).glob("*"):
            if note.stem not in left:
                note.unlink(missing_ok=True)

    def remove(self, path: Path) -> None:
        """Remove a folder: at no time is half of it under a number."""
        gone = self.folder / f"gone-{self.next_number()}"
        move(path, gone)
        shutil.rmtree(gone, ignore_errors=True)

    def forget(self) -> None:
        """Remove everything but the lock. Raises OSError for what stays."""
        for path in self._all():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path != self.lock:
                path.unlink()

    def swap(self, inner: Path) -> None:
        """Let a folder of this one and the site change places. What fails leaves both as they were.

        In one step where there is one. Elsewhere, killed between the two, the site is missing until
        `recover`.
        """
        if not exchange(inner, self.target):
            self._swap_in_steps(inner)

    def _swap_in_steps(self, inner: Path) -> None:
        aside = self.folder / f"aside-{inner.name}"
        move(self.target, aside)
        try:
            move(inner, self.target)
        except BaseException:
            # Ctrl+C as well
            if not self.target.exists():
                move(aside, self.target)
            raise
        # the new site stands: what is left to do, the next one can do
        with suppress(OSError):
            move(aside, inner)

    def note(self, digest: str, content: bytes) -> None:
        """Keep what somebody has to remember of a release for as long as its site is kept. Raises OSError."""
        place = self.folder / _NOTES / f"{digest}.json"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)

    def noted(self, digest: str) -> bytes | None:
        """What was kept of a release."""
        try:
            return (self.folder / _NOTES / f"{digest}.json").read_bytes()
        except OSError:
            return None

    def _all(self, *beginnings: str) -> list[Path]:
        try:
            there = sorted(self.folder.iterdir())
        except FileNotFoundError:
            return []
        return [path for path in there if path.name.startswith(beginnings or "")]

    def flush_names(self) -> None:
        """The names of the site and of what is kept are on the disk."""
        flush_names(self.folder)
        flush_names(self.target.parent)


def move(path: Path, to: Path) -> None:
    """Rename a folder, on Windows also after a while. Raises OSError, for anything at `to` as well."""
    _patiently(lambda: _rename(path, to))


def _rename(path: Path, to: Path) -> None:
    if to.exists() or to.is_symlink():
        # POSIX would put it in the place of an empty folder
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(to))
    path.rename(to)


def _patiently(step: Callable[[], None]) -> None:
    end = time.monotonic() + (_PATIENCE if sys.platform == "win32" else 0)
    while True:
        try:
            return step()
        except PermissionError:
            if time.monotonic() >= end:
                raise
            time.sleep(_PAUSE)
