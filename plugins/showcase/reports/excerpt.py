"""The part of a line that is shown: around what is wrong, cut where the line is too long to read."""

from __future__ import annotations

from dataclasses import dataclass

from .visible import cells, visible

WIDEST = 100
"""Columns of a terminal that an excerpt takes at most; two more where … stands for what was cut."""
_CONTEXT = 40
"""Of these, how many may stand before what is wrong, where much follows."""
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line in three parts, ready to print: what is wrong is `marked`, which is empty at a line's end."""

    before: str
    marked: str
    after: str

    @property
    def whole(self) -> str:
        """The three together."""
        return self.before + self.marked + self.after


def excerpt(line: str, column: int, width: int) -> Excerpt:
    """The line around the characters from `column` on, counted from 1."""
    start = min(max(column - 1, 0), len(line))
    end = min(start + max(width, 1), len(line))
    left = first_shown(line, column)
    cut = _CUT if left else ""
    before = visible(line[left:start])
    marked, whole = _start_of(line[start:end], WIDEST - cells(before))
    after = _start_of(line[end:], WIDEST - cells(before) - cells(marked))[0] if whole else ""
    return Excerpt(cut + before, marked, after)


def first_shown(line: str, column: int) -> int:
    """How many characters at its start a line is shown without: none where all of it fits."""
    start = min(max(column - 1, 0), len(line))
    room = max(_CONTEXT, WIDEST - cells(visible(line[start:])))
    shown, whole = _fitting(line[start - 1 :: -1] if start else "", room)
    return 0 if whole else start - shown


def from_there_on(line: str, left: int) -> str:
    """A line shown without its first characters: what a cut line should become, standing under it."""
    return (_CUT if left else "") + _start_of(line[left:], WIDEST)[0]


def _start_of(text: str, room: int) -> tuple[str, bool]:
    """As much of a text as has room, to be seen, and whether that is all of it."""
    count, whole = _fitting(text, room)
    return visible(text[:count]) + ("" if whole else _CUT), whole


def _fitting(text: str, room: int) -> tuple[int, bool]:
    """How many characters at the text's start have room once they can be seen, and whether these are all."""
    for count, character in enumerate(text):
        room -= cells(visible(character))
        if room < 0:
            return count, False
    return len(text), True
