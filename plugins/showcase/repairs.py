"""Mending a project's files: tried in memory until nothing is left to mend, then written all at once.

What a mend brings about is always asked of the same check that staff run: a repair that would leave a new
error behind shows it.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from . import whole_files
from .diagnostics import Diagnostic, Fix
from .drafting.text import decoded
from .mending import MOST_ROUNDS, applied, differences, with_ends
from .undo import UndoCopies
from .workshop import Workshop

Wish = Callable[[Diagnostic], bool]


@dataclass
class Repairs:
    """The mends of one run. Nothing is written before `write`."""

    workshop: Workshop
    done: list[Diagnostic] = field(default_factory=list)
    _tried: set[tuple[str, str, Fix]] = field(default_factory=set)
    _declined: set[tuple[str, ...]] = field(default_factory=set)
    _mended: set[tuple[str, int, str]] = field(default_factory=set)

    def offered(self) -> tuple[Diagnostic, ...]:
        """What could be mended as the files are now, in the order of files and lines."""
        reading = self.workshop.read(drafts=True)
        return tuple(
            one
            for one in reading.diagnostics
            if one.fix
            and self._is_ours(one.place.file)
            and self._key(one) not in self._tried
            and _likeness(one) not in self._declined
            and _spot(one) not in self._mended
        )

    def mend_all(self, wish: Wish) -> None:
        """Apply everything that is wished for, and what comes to light by it."""
        for _ in range(MOST_ROUNDS):
            wished = [one for one in self.offered() if wish(one)]
            if not wished:
                return
            self.mend(wished)

    def mend(self, several: list[Diagnostic]) -> None:
        """Apply these mends; where two get in each other's way, the earlier one."""
        self._tried |= {self._key(one) for one in several}
        for file in dict.fromkeys(one.place.file for one in several):
            before = self._text(file)
            mine = [one for one in several if one.place.file == file]
            after, used = applied(before, mine)
            rewritten = [one for one in mine if one.fix and not one.fix.edits]
            self.done += [*used, *rewritten]
            # what was tried once and is told again needs another thought, not the same mend once more
            self._mended |= {_spot(one) for one in used if one.fix and not one.fix.safe}
            if after != before or rewritten:
                self._tried -= {
                    self._key(one) for one in mine if one not in used and one.fix and one.fix.edits
                }
                self.workshop.folder.tried[file] = self._bytes(file, after)

    def decline(self, one: Diagnostic) -> None:
        """Do not offer this mend again, also where the line comes to stand elsewhere."""
        self._declined.add(_likeness(one))

    @property
    def changed(self) -> tuple[str, ...]:
        """The files that would be written."""
        return tuple(sorted(self.workshop.folder.tried))

    def differences(self) -> Iterator[str]:
        """The lines that would change, file by file."""
        for file in self.changed:
            before = decoded(self._path(file).read_bytes()).text
            after = self._text(file)
            if before == after:
                yield f"{file}：另存为UTF-8编码，文字不变"
            yield from differences(before, after, file)

    def write(self) -> Path:
        """Write what was mended, each file whole or not at all. The old ones go to the undo copy, whose
        folder is the answer."""
        copies = UndoCopies(self.workshop.root)
        kept = copies.keep("fix", [self._path(file) for file in self.changed])
        for file, content in self.workshop.folder.tried.items():
            # a link stays one: what it leads to is written
            whole_files.put(self._path(file).resolve(), content)
        copies.done(kept, self.workshop.folder.tried)
        self.workshop.folder.tried.clear()
        return kept

    def _path(self, file: str) -> Path:
        return self.workshop.root / file

    def _is_ours(self, file: str) -> bool:
        """Whether a file lies in `bases/` or `content/`, links followed."""
        path, root = self._path(file).resolve(), self.workshop.root
        folders = [(root / name).resolve() for name in ("bases", "content")]
        return path.is_file() and any(path.is_relative_to(folder) for folder in folders)

    def _text(self, file: str) -> str:
        tried = self.workshop.folder.tried
        return decoded(tried[file] if file in tried else self._path(file).read_bytes()).text

    def _bytes(self, file: str, text: str) -> bytes:
        # UTF-8, which every editor of today reads; marked and with the ends of lines as it was
        content = self._path(file).read_bytes()
        before = decoded(content)
        mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
        return mark + with_ends(text, before.text, before.ends).encode()

    def _key(self, one: Diagnostic) -> tuple[str, str, Fix]:
        assert one.fix is not None
        return one.place.file, self._text(one.place.file), one.fix


def _spot(one: Diagnostic) -> tuple[str, int, str]:
    return one.place.file, one.place.line, one.code


def _likeness(one: Diagnostic) -> tuple[str, ...]:
    """What is the same of a mend after others have changed the file around it."""
    edits = one.fix.edits if one.fix else ()
    return (one.place.file, one.code, one.text, *(edit.new for edit in edits))
