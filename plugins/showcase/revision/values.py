"""Something else in the place of a value, or where none stands yet."""

from __future__ import annotations

from typing import Any

from ..model.shape import Shape
from ..reading.nodes import Scalar
from .laying import Layer, indented
from .pieces import Piece
from .sheet import Sheet
from .writing import like, paragraphs


def put_value(sheet: Sheet, piece: Piece, new: Any, layer: Layer) -> None:
    """Write something else in the place of a value, or where none is."""
    node = piece.node
    block = isinstance(node, Scalar) and node.style in ("|", ">")
    if block and isinstance(new, str) and (lines := paragraphs(new)) is not None:
        _paragraphs(sheet, piece, lines)
        return
    inline, below = _laid(piece, new, layer)
    line, column = piece.start
    end, last = piece.end
    head = piece.head if piece.key is None else _colon(sheet, piece)
    if line == head[0]:
        if not inline:
            column = head[1]
        blank = " " if inline and piece.key is not None and (line, column) == head else ""
        rest = sheet.lines[end][last:].strip() if end > line else ""
        stop = last if end == line else len(sheet.lines[line])
        sheet.write(line, column, stop, blank + inline + (rest and f"  {rest}"))
        sheet.drop(range(line + 1, end + 1))
    else:
        rest = sheet.lines[end][last:].strip() if isinstance(node, Scalar) else ""
        sheet.write(*head, head[1], f" {inline}" if inline else "")
        sheet.drop(range(line, end + 1))
        below = [" " * piece.start[1] + rest, *below] if rest else below
    sheet.below(head[0], below)


def _laid(piece: Piece, new: Any, layer: Layer) -> tuple[str, list[str]]:
    node, shape = piece.node, piece.shape
    if piece.within:
        style = node.style if isinstance(node, Scalar) and isinstance(new, str) else ""
        if style and "\n" not in new:
            return like(new, style), []
        return layer.flow(new, shape), []
    if isinstance(node, Scalar) and not piece.empty:
        if isinstance(new, dict):
            return layer.flow(new, shape), []
        if isinstance(new, list) and len(new) == 1 and _alone(shape):
            new = new[0]
        if isinstance(new, str) and "\n" not in new:
            parted = bool(shape and shape.listed)
            each = shape.each if shape is not None and shape.listed else shape
            return like(new, node.style, each, parted=parted), []
    column = piece.head[1] if piece.key is not None else piece.head[1] + layer.gap - 2
    if piece.key is None and not isinstance(new, str):
        return layer.flow(new, shape), []
    return layer.value(new, shape, column)


def _paragraphs(sheet: Sheet, piece: Piece, lines: list[str]) -> None:
    line, column = piece.start
    content = range(line + 1, piece.end[0] + 1)
    margin = piece.head[1] + 2
    for at in content:
        if sheet.lines[at].strip():
            margin = len(sheet.lines[at]) - len(sheet.lines[at].lstrip(" "))
            break
    header = sheet.lines[line][column:].split(" ")[0]
    # the number of blanks is told by the lines themselves
    kept = "".join(sign for sign in header if not sign.isdigit())
    if len(lines) > 1:
        kept = kept.replace(">", "|")
    if kept != header:
        sheet.write(line, column, column + len(header), kept)
    sheet.drop(content)
    sheet.below(line, indented(lines, margin))


def _colon(sheet: Sheet, piece: Piece) -> tuple[int, int]:
    key = piece.key
    assert key is not None
    line, column = key.end_line - 1, key.end_column - 1
    found = sheet.lines[line].find(":", column)
    return line, (found + 1 if found >= 0 else column)


def _alone(shape: Shape | None) -> bool:
    return shape is not None and shape.several is not None and shape.several.alone
