"""What staff are told about their files: errors as data, never as exceptions."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """How bad it is. Only an error stops a build."""

    ERROR = 0
    WARNING = 1
    NOTE = 2


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file of `bases/`: path with forward slashes, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A stretch of one line to be replaced: columns count from 1, `end` is the first that stays.

    `new` may hold line breaks; a line that should go is replaced from its start by `DROPPED`.
    """

    line: int
    start: int
    end: int
    new: str


DROPPED = "\0"
"""What an `Edit` writes in place of a line that should not be there at all."""


@dataclass(frozen=True, slots=True)
class Fix:
    """How a fault can be mended: edits of the file's text. `safe` ones need no question.

    A fix without edits is mended by writing the file anew as UTF-8.
    """

    edits: tuple[Edit, ...] = ()
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to mend.

    `code` is permanent and names a sentence in `messages`; `values` fill its gaps.
    `field` is the way to the value in the reader's words, such as ``活动 第2条·日期``; `path` the same way
    as keys and numbers counted from 0, for readers of English and for programs.
    `text` is the offending line as it stands in the file, without its line end; `width` counts the
    characters that are wrong there, from the place's column on. `fix` holds what to type instead, where
    that is known. A note says that something was understood although it was not written as it should be.
    """

    code: str
    level: Level
    place: Place
    field: str = ""
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)
    text: str = ""
    width: int = 1
    fix: Fix | None = None
    path: tuple[str | int, ...] = ()

    @property
    def better(self) -> tuple[str, ...]:
        """The line as it should be: one or several, or none where only a person can tell."""
        here = [edit for edit in self.fix.edits if edit.line == self.place.line] if self.fix else []
        line = self.text
        for edit in sorted(here, reverse=True):
            line = line[: edit.start - 1] + edit.new + line[edit.end - 1 :]
        return tuple(one for one in line.split("\n") if DROPPED not in one) if here else ()


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by file, line and column, dropping exact repeats."""
    seen: dict[tuple[object, ...], Diagnostic] = {}
    for one in diagnostics:
        key = (one.place, one.level, one.code, one.field, tuple(sorted(one.values.items())))
        seen.setdefault(key, one)
    return tuple(sorted(seen.values(), key=lambda one: (one.place, one.level, one.code)))


def errors(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Only those that stop a build."""
    return tuple(one for one in diagnostics if one.level is Level.ERROR)
