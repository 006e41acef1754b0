"""What is to become of each piece of a file, done to its lines."""

from __future__ import annotations

from collections.abc import Sequence as Several
from dataclasses import replace
from typing import Any

from ..model.shape import Shape
from ..reading.nodes import Mapping, Scalar, Sequence
from . import brackets
from .laying import Layer
from .meaning import GONE, StuckError, live
from .outcome import Reason
from .pieces import Piece
from .sheet import Sheet
from .values import put_value


class Hand:
    """Works its way from the pieces of a file to what they are to say, changing only what differs."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.lines = sheet.lines

    def change(self, piece: Piece, old: Any, new: Any, layer: Layer) -> None:
        """Make a piece that says `old` say `new`."""
        short = piece.shape.short if piece.shape else ""
        if isinstance(piece.node, Scalar) and isinstance(new, dict) and list(live(new)) == [short]:
            # it was, and stays, one plain value
            new = new[short]
        if old == new:
            return
        if isinstance(new, dict) and isinstance(piece.node, Mapping):
            self._mapping(piece, old, new, replace(layer, chinese=piece.chinese(layer.chinese)))
        elif isinstance(new, list) and isinstance(piece.node, Sequence):
            self._list(piece, old, new, layer)
        else:
            put_value(self.sheet, piece, live(new), layer)

    # --- mappings

    def _mapping(
        self, piece: Piece, old: dict[str, Any], new: dict[str, Any], layer: Layer
    ) -> None:
        gone = []
        layer = replace(layer, dash=_dash(piece, layer.dash))
        for one in piece.below:
            value = new.get(one.step, GONE)
            if value is GONE:
                gone += [one] if one.step in old else []
            elif one.step in old:
                self.change(one, old[one.step], value, layer)
            else:
                # its key stands there already
                put_value(self.sheet, one, live(value), layer)
        known = {one.step for one in piece.below}
        added = {key: live(one) for key, one in new.items() if key not in known and one is not GONE}
        if _flow(piece):
            self._between(
                piece, gone, [layer.flow_entry(*one, piece.shape) for one in added.items()]
            )
            return
        column = piece.start[1]
        several = [layer.entry(*one, piece.shape, column) for one in added.items()]
        if piece.below and self._shares(piece.below[0]) and piece.below[0] in gone:
            several = self._behind_dash(piece, gone, several)
        for one in gone:
            self._drop(one, column, piece)
        self._below(piece, column, several)

    def _behind_dash(
        self, piece: Piece, gone: list[Piece], several: list[list[str]]
    ) -> list[list[str]]:
        """Let go the first key of an item, which stands behind its dash: the next key takes its place."""
        first = piece.below[0]
        line, column = first.head
        rest = range(line + 1, self._end(first, column) + 1)
        self.sheet.drop(rest)
        gone.remove(first)
        following = next((one for one in piece.below[1:] if one not in gone), None)
        if following is None:
            head, *below = several[0]
            self.sheet.write(line, column, len(self.lines[line]), head[column:])
            self.sheet.below(line, below)
            return several[1:]
        between = range(rest.stop, following.head[0])
        if all(not self.lines[at].strip() or self._goes(at, gone) for at in between):
            self.sheet.drop(between)
            self.sheet.lift(following.head[0], line, column)
        else:
            start = len(self.lines[line][:column].rstrip(" "))
            self.sheet.write(line, start, len(self.lines[line]), "")
        return several

    def _goes(self, line: int, gone: Several[Piece]) -> bool:
        return any(line in one.lines for one in gone)

    # --- lists

    def _list(self, piece: Piece, old: list[Any], new: list[Any], layer: Layer) -> None:
        gone = []
        for one, before, value in zip(piece.numbered, old, new, strict=False):
            if value is GONE:
                gone.append(one)
            else:
                self.change(one, before, value, layer)
        each = piece.shape.each if piece.shape else None
        added = [_as_beside(live(one), piece, each) for one in new[len(old) :]]
        beside = piece.numbered[-1] if piece.numbered else None
        if beside is not None and isinstance(beside.node, Mapping):
            layer = replace(layer, chinese=beside.chinese(layer.chinese))
        if _flow(piece):
            if not piece.below and not piece.within and any(isinstance(one, dict) for one in added):
                put_value(self.sheet, piece, added, layer)
            else:
                self._between(piece, gone, [layer.flow(one, each) for one in added])
            return
        column = piece.start[1]
        if beside is not None:
            layer = replace(layer, gap=_gap(beside), dash=_dash(beside, layer.dash))
        if beside is not None and _flow(beside):
            mark = f"{' ' * column}-{' ' * (layer.gap - 1)}"
            several = [[mark + layer.flow(one, each)] for one in added]
        else:
            several = [layer.item(one, each, column) for one in added]
        if any(self._shares(one) for one in gone):
            raise StuckError(Reason.LAYOUT)
        for one in gone:
            self._drop(one, column, piece)
        self._below(piece, column, several)

    # --- what both have in common

    def _between(self, piece: Piece, gone: list[Piece], new: list[str]) -> None:
        if gone:
            brackets.take_out(self.sheet, piece, gone)
        if new:
            brackets.put_in(self.sheet, piece, gone, new)

    def _below(self, piece: Piece, column: int, several: list[list[str]]) -> None:
        """Put new entries below the last one, apart from it as that is from the one before."""
        if not several:
            return
        last = piece.below[-1]
        apart = [""] if len(piece.below) > 1 and self._is_apart(last, several) else []
        end = self._end(last, column)
        for lines in several:
            self.sheet.below(end, [*apart, *lines])

    def _is_apart(self, last: Piece, several: list[list[str]]) -> bool:
        above = self._above(last, last.head[1]) - 1
        # among keys, only those with several lines stand apart
        long = last.key is None or (last.lines.stop - last.lines.start > 1 and len(several[0]) > 1)
        return long and above >= 0 and not self.lines[above].strip()

    def _drop(self, piece: Piece, column: int, outer: Piece) -> None:
        """Let a key or item go, with the comments that are its own, and the gap that it leaves."""
        first, end = self._above(piece, column), self._end(piece, column)
        self.sheet.drop(range(first, end + 1))
        last = piece is outer.below[-1]
        following = self._stripped(end + 1)
        if not self._stripped(first - 1) and first > 1 and not self.sheet.is_gone(first - 1):
            if not following or last:
                self.sheet.drop([first - 1])
        elif piece is outer.below[0] and not last and not following:
            self.sheet.drop([end + 1])

    def _stripped(self, line: int) -> str:
        return self.lines[line].strip() if 0 <= line < len(self.lines) else ""

    def _above(self, piece: Piece, column: int) -> int:
        """The first line of a piece, comments straight above it included; what heads the file is not its own."""
        line = piece.head[0]
        while line > 0 and self._is_comment(line - 1, column, exactly=True):
            line -= 1
        return line if line > 0 else piece.head[0]

    def _end(self, piece: Piece, column: int) -> int:
        """The last line of a piece, comments that stand further in than its head included."""
        end = line = piece.end[0]
        while line + 1 < len(self.lines):
            line += 1
            if self._is_comment(line, column + 1):
                end = line
            elif self.lines[line].strip():
                break
        return end

    def _is_comment(self, line: int, column: int, *, exactly: bool = False) -> bool:
        text = self.lines[line]
        margin = len(text) - len(text.lstrip(" "))
        return text.startswith("#", margin) and (margin == column if exactly else margin >= column)

    def _shares(self, piece: Piece) -> bool:
        """Whether something else stands on the line before a piece."""
        return bool(self.lines[piece.head[0]][: piece.head[1]].strip())


def _flow(piece: Piece) -> bool:
    return isinstance(piece.node, Mapping | Sequence) and piece.node.flow


def _gap(item: Piece) -> int:
    """How far behind its dash an item begins."""
    gap = item.start[1] - item.head[1]
    return gap if item.start[0] == item.head[0] and gap > 1 else 2


def _dash(piece: Piece, usual: int) -> int:
    """How far in from their keys the dashes of the lists in a mapping stand."""
    for one in piece.below:
        if isinstance(one.node, Sequence) and not one.node.flow and one.key is not None:
            return one.start[1] - one.head[1]
    return usual


def _as_beside(new: Any, piece: Piece, shape: Shape | None) -> Any:
    """A new item as short as those beside it."""
    beside = piece.numbered[-1].node if piece.numbered else None
    if isinstance(new, dict) and shape is not None and list(new) == [shape.short]:
        return new[shape.short] if isinstance(beside, Scalar) else new
    return new
