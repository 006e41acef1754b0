"""Which field a key means: as it stands in the model, typed a little differently, or in a wrong place."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cache

from ..diagnostics import DROPPED, Edit, Fix
from ..drafting.outline import Path, folded
from ..model.shape import Shape, Slot
from .nodes import Mapping, Node, Scalar, Sequence
from .places import Spot, last_line


@dataclass(frozen=True)
class Above:
    """The entry before a key: where a key that is not known here may have been meant to go."""

    title: str
    shape: Shape
    path: Path
    node: Node

    @property
    def column(self) -> int:
        """Where the keys of its mapping, or of its last item, begin."""
        node = self.node
        if isinstance(node, Sequence) and node.items:
            node = node.items[-1]
        return node.entries[0][0].column if isinstance(node, Mapping) and node.entries else 0

    @property
    def mapping(self) -> tuple[Shape, Path]:
        """The mapping that the key would go into: of a list the last item."""
        if self.shape.listed and self.shape.each is not None:
            last = len(self.node.items) - 1 if isinstance(self.node, Sequence) else 0
            return self.shape.each, (*self.path, last)
        return self.shape, self.path


def slot_of(key: str, shape: Shape) -> tuple[Slot | None, str]:
    """The field that a key means, and its proper spelling. Capitals, full-width letters, quotes and
    punctuation around a key are forgiven."""
    if slot := shape.slots.get(key):
        return slot, key
    proper = _foldings(tuple(shape.slots)).get(folded(key), "")
    return shape.slots.get(proper), proper


@cache
def _foldings(keys: tuple[str, ...]) -> dict[str, str]:
    return {folded(key): key for key in keys}


def near(key: str, shape: Shape) -> str:
    """The key that was probably meant, or nothing."""
    # of a Chinese key of two characters, one may be wrong
    cutoff = 0.6 if key.isascii() else 0.5
    found = difflib.get_close_matches(folded(key), shape.slots, n=1, cutoff=cutoff)
    return found[0] if found else ""


def respelt(written: Scalar, proper: str, *, safe: bool) -> Fix | None:
    """The mend that writes a key properly."""
    spot = Spot.of(written)
    return Fix((spot.edit(proper, bare=True),), safe) if spot else None


def pushed_in(written: Scalar, value: Node, above: Above) -> Fix:
    """The mend that puts an entry below the entry before it."""
    by = (above.column or written.column + 2) - written.column
    lines = range(written.line, last_line(value) + 1)
    return Fix(tuple(Edit(line, 1, 1, " " * by) for line in lines))


def pulled_out(written: Scalar, value: Node, column: int, lines: list[str]) -> Fix | None:
    """The mend that puts an entry one level up, where nothing else stands on its lines."""
    if lines[written.line - 1][: written.column - 1].strip():
        return None
    by = written.column - column
    several = range(written.line, last_line(value) + 1)
    # an empty line has no blanks to lose
    ends = (
        (line, min(by, len(lines[line - 1]) - len(lines[line - 1].lstrip(" ")))) for line in several
    )
    return Fix(tuple(Edit(line, 1, end + 1, "") for line, end in ends if end))


def merged(first: Node, again: Scalar, value: Node, lines: list[str]) -> Fix | None:
    """The mend that puts the items of a second list behind those of the first."""
    if not isinstance(first, Sequence) or not isinstance(value, Sequence):
        return None
    if first.flow or value.flow or not (first.items and value.items):
        return None
    by = first.column - value.column
    moved = [lines[number - 1] for number in range(value.line, last_line(value) + 1)]
    body = "".join(f"\n{_shifted(line, by)}" for line in moved)
    end = last_line(first)
    behind = Edit(end, len(lines[end - 1]) + 1, len(lines[end - 1]) + 1, body)
    gone = tuple(_gone(number, lines) for number in range(again.line, last_line(value) + 1))
    return Fix((behind, *gone))


def _shifted(line: str, by: int) -> str:
    return " " * by + line if by >= 0 else line[min(-by, len(line) - len(line.lstrip(" "))) :]


def _gone(number: int, lines: list[str]) -> Edit:
    return Edit(number, 1, len(lines[number - 1]) + 1, DROPPED)
