"""Digits as people type them: in groups with blanks, hyphens or dots between, full-width or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

GAP = r"[\s\u00ad\u200b-\u200d\u2060\ufeff._·•\-－‐-―−]{1,3}"
"""What may stand between the groups of one number; zero-width characters come along from web pages."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code).isalnum()}
_GROUP = re.compile(r"[0-9]+")
_BETWEEN = re.compile(GAP)
_LONG = re.compile(rf"\d(?:(?:{GAP})?\d){{10}}")


@dataclass(frozen=True, slots=True)
class Group:
    """Digits that touch each other, and where they stand."""

    digits: str
    start: int
    end: int


def narrow(text: str) -> str:
    """The same text with full-width digits and letters made narrow; every character keeps its place."""
    return text.translate(_FULL_WIDTH)


def has_long_number(text: str) -> bool:
    """Whether eleven digits follow each other anywhere: fewer are nobody's number."""
    return _LONG.search(text) is not None


def runs(text: str) -> Iterator[tuple[Group, ...]]:
    """The groups of digits of a narrow text, those together between which only a gap stands."""
    run: list[Group] = []
    for found in _GROUP.finditer(text):
        group = Group(found.group(), found.start(), found.end())
        if run and not _BETWEEN.fullmatch(text, run[-1].end, group.start):
            yield tuple(run)
            run = []
        run.append(group)
    if run:
        yield tuple(run)
