"""The pieces of a file: every key with its value and every item, where each begins and where it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..model.habits import says_nothing
from ..model.shape import Shape
from ..reading.keys import slot_of
from ..reading.nodes import NULLS, Mapping, Node, Scalar, Sequence

Spot = tuple[int, int]
"""Line and column, both counted from 0."""
ENDS = {"从": "from", "到": "to"}
"""The keys of a period, which are no fields of the model."""


@dataclass(slots=True)
class Piece:
    """A value with its key or dash. `head` is where these begin, `start` where the value does, `end` where
    it ends; `step` its English key. What stands `within` brackets is written on as it is there; one that is
    `empty` counts for nothing to the reader."""

    node: Node
    shape: Shape | None
    head: Spot
    start: Spot
    end: Spot
    step: str = ""
    key: Scalar | None = None
    within: bool = False
    empty: bool = False
    below: list[Piece] = field(default_factory=list)

    @property
    def numbered(self) -> list[Piece]:
        """The items of a list that count."""
        return [one for one in self.below if not one.empty]

    @property
    def lines(self) -> range:
        """The lines from its head to its end."""
        return range(self.head[0], self.end[0] + 1)

    def chinese(self, usual: bool) -> bool:
        """Whether the keys of a mapping are Chinese; as `usual` where it has as many of either, or none."""
        keys = [one.key.text or "" for one in self.below if one.key is not None]
        known = self.shape.slots if self.shape is not None and self.shape.slots else None
        # keys of a free mapping are ids, of no language; DOI is one in both
        count = sum(1 if key.isascii() else -1 for key in keys if known and not key.isupper())
        return count < 0 if count else usual


class Cutter:
    """Finds the pieces of one text."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines

    def root(self, node: Mapping, shape: Shape) -> Piece:
        """The whole file."""
        start = (node.line - 1, node.column - 1)
        return self._filled(Piece(node, shape, start, start, start))

    def _filled(self, piece: Piece) -> Piece:
        """A piece with the pieces below it, and with its end."""
        node = piece.node
        if isinstance(node, Mapping):
            piece.below = [self._entry(key, value, piece) for key, value in node.entries]
        elif isinstance(node, Sequence):
            piece.below = list(self._items(node, piece))
        piece.end = self._end(piece)
        return piece

    def _entry(self, key: Scalar, value: Node, outer: Piece) -> Piece:
        shape, text = outer.shape, (key.text or "").strip()
        slot = slot_of(text, shape)[0] if shape is not None and shape.slots else None
        step = slot.key if slot else text
        below = shape.below(step) if shape else None
        if shape is not None and shape.habit is not None and not shape.slots:
            step, below = ENDS.get(step, step), Shape({}, habit=shape.habit)
        head = (key.line - 1, key.column - 1)
        needed = slot is not None and slot.needed and isinstance(value, Scalar) and bool(value.text)
        piece = Piece(value, below, head, self._start(value, key), head, step, key)
        piece.within = outer.within or _flow(outer.node)
        piece.empty = not needed and _is_empty(value, below)
        return self._filled(piece)

    def _items(self, node: Sequence, outer: Piece) -> Iterator[Piece]:
        below = outer.shape.each if outer.shape else None
        least = node.line - 1
        for item in node.items:
            start = (item.line - 1, item.column - 1)
            head = start if node.flow else self._dash(item, node, least)
            piece = Piece(item, below, head, start, head, within=outer.within or node.flow)
            piece.empty = _is_empty(item, below)
            yield self._filled(piece)
            least = piece.end[0] + 1

    def _dash(self, item: Node, node: Sequence, least: int) -> Spot:
        """The dash in front of an item: on its first line, or on one above it."""
        column = node.column - 1
        for line in range(min(item.line - 1, len(self.lines) - 1), least, -1):
            if self.lines[line].startswith("-", column) and not self.lines[line][:column].strip():
                return line, column
        return least, column

    def _start(self, value: Node, key: Scalar) -> Spot:
        if isinstance(value, Scalar) and value.text is None and value.line == value.end_line:
            # the parser tells different places for what is not there
            line, column = self.colon(key)
            text = self.lines[line]
            sign = column + len(text[column:]) - len(text[column:].lstrip(" "))
            return (line, sign) if text.startswith("~", sign) else (line, column)
        return value.line - 1, value.column - 1

    def colon(self, key: Scalar) -> Spot:
        """The place behind the colon of a key; behind the key where brackets hold it alone."""
        line, column = key.end_line - 1, key.end_column - 1
        text = self.lines[line]
        found = text.find(":", column)
        return (line, found + 1 if found >= 0 and not text[column:found].strip() else column)

    def _end(self, piece: Piece) -> Spot:
        node = piece.node
        if isinstance(node, Scalar):
            return self._scalar_end(node, piece)
        if node.flow:
            return self._closed(piece)
        return piece.below[-1].end if piece.below else piece.start

    def _scalar_end(self, node: Scalar, piece: Piece) -> Spot:
        line, column = node.end_line - 1, node.end_column - 1
        if node.text is None:
            line, column = piece.start
            return line, column + self.lines[line].startswith("~", column)
        if node.style not in ("|", ">"):
            return line, column
        last = line if column and line < len(self.lines) else line - 1
        while last > node.line - 1 and not self.lines[last].strip():
            last -= 1
        return max(last, node.line - 1), len(self.lines[max(last, node.line - 1)])

    def _closed(self, piece: Piece) -> Spot:
        """The end of brackets: behind their last item come only blanks, comments and commas."""
        opened = self.lines[piece.start[0]][piece.start[1] : piece.start[1] + 1]
        if opened not in ("[", "{"):
            return piece.below[-1].end if piece.below else piece.start
        line, column = piece.below[-1].end if piece.below else (piece.start[0], piece.start[1] + 1)
        while line < len(self.lines):
            for index in range(column, len(self.lines[line])):
                sign = self.lines[line][index]
                if sign in "]}":
                    return line, index + 1
                if sign == "#":
                    break
            line, column = line + 1, 0
        return piece.start


def _flow(node: Node) -> bool:
    return not isinstance(node, Scalar) and node.flow


def _is_empty(node: Node, shape: Shape | None) -> bool:
    """Whether the reader passes over a value: nothing, or a word for nothing where none is needed."""
    if not isinstance(node, Scalar):
        return False
    if node.text is None:
        return True
    habit = shape.habit if shape else None
    if habit is not None and not habit.blanks:
        return False
    return says_nothing(node.text) or (node.text in NULLS and not node.style)
