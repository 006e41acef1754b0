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


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to mend.

    `code` is permanent and names a sentence in `messages`; `values` fill its gaps.
    `field` is the way to the value in the reader's words, such as ``活动 第2条·日期``.
    `text` is the offending line as it stands in the file, without its line end.
    """

    code: str
    level: Level
    place: Place
    field: str = ""
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)
    text: str = ""


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
