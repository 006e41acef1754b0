"""Entries and items between brackets: taken out with their commas, put in as their neighbours stand."""

from __future__ import annotations

from collections.abc import Sequence

from .pieces import Piece, Spot
from .sheet import Sheet


def take_out(sheet: Sheet, piece: Piece, gone: Sequence[Piece]) -> None:
    """Let entries go, each with one comma; comments between them stay."""
    below = piece.below
    numbers = [at for at, one in enumerate(below) if any(one is other for other in gone)]
    last_kept = max((at for at in range(len(below)) if at not in numbers), default=-1)
    for at in numbers:
        if at < last_kept:
            _cut(sheet, below[at].head, below[at + 1].head)
        elif last_kept >= 0:
            _cut(sheet, below[at - 1].end, below[at].end)
        else:
            end = below[at + 1].head if at + 1 < len(below) else below[at].end
            _cut(sheet, below[at].head, end)


def put_in(sheet: Sheet, piece: Piece, gone: Sequence[Piece], new: Sequence[str]) -> None:
    """Put new entries behind the last one that stays."""
    kept = [one for one in piece.below if not any(one is other for other in gone)]
    if not kept:
        line, column = piece.below[0].head if piece.below else _inside(piece)
        sheet.write(line, column, column, ", ".join(new))
        return
    last, (line, column) = kept[-1], kept[-1].end
    text = sheet.lines[line]
    closes = piece.end[0] == line
    if closes or sheet.lines[last.head[0]][: last.head[1]].strip():
        sheet.write(line, column, column, "".join(f", {one}" for one in new))
        return
    # one on each line
    if not text[column:].lstrip().startswith(","):
        sheet.write(line, column, column, ",")
    sheet.below(line, [f"{' ' * last.head[1]}{one}," for one in new])


def _inside(piece: Piece) -> Spot:
    line, column = piece.start
    return line, column + 1


def _cut(sheet: Sheet, start: Spot, end: Spot) -> None:
    """Let a stretch go, over several lines if need be, but no comment and no margin."""
    for line in range(start[0], end[0] + 1):
        text = sheet.lines[line]
        first = start[1] if line == start[0] else len(text) - len(text.lstrip(" "))
        last = end[1] if line == end[0] else len(text)
        if line != end[0] and (comment := _comment(text, first)) >= 0:
            # on a line of its own, it stands where the entry stood
            blanks = len(text[comment:]) - len(text[comment:].lstrip(" "))
            last = comment if text[:first].strip() else comment + blanks
        if first < last and text[first:last].strip():
            sheet.write(line, first, last, "")


def _comment(text: str, start: int) -> int:
    """Where a comment begins in a line between brackets, its blanks included; -1 without one."""
    quote = ""
    for index in range(start, len(text)):
        sign = text[index]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and (index == start or text[index - 1] in " [{,:"):
            quote = sign
        elif sign == "#" and index and text[index - 1] in " \t":
            return len(text[:index].rstrip(" \t"))
    return -1
