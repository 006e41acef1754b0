"""How the workbook looks: the paper and ink of the site, one band of headings, widths that fit."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from .columns import Column, Kind

PAPER, SUNK, INK, SOFT, LINE, GREY, ACCENT = (
    "FAF7F2", "F1ECE3", "1F1B16", "5E554A", "DED6C9", "746A5C", "A6192E",
)  # fmt: skip
"""Colours of the site's style sheet, without their #; the grey darker, so that paper can be read on it."""
FACE = "微软雅黑"
"""On every Windows; elsewhere the system takes its own Chinese face."""
LINE_HEIGHT = 16.5
"""Points that a line of text takes."""
MOST_LINES = 6
"""Lines that a row shows at most; longer cells are read in the formula bar."""
_NARROWEST, _WIDEST = 9.0, 42.0
_KEY_WIDTH = 4.0


def font(size: float = 10.5, colour: str = INK, *, bold: bool = False) -> Font:
    """A face of the workbook."""
    return Font(name=FACE, size=size, color=colour, bold=bold)


def fill(colour: str) -> PatternFill:
    """A plain ground."""
    return PatternFill("solid", fgColor=colour)


_SIDE = Side(style="thin", color=LINE)
BORDER = Border(bottom=_SIDE)
HEADING_BORDER = Border(right=Side(style="thin", color=PAPER))
LOCKED, OPEN = Protection(locked=True), Protection(locked=False)
TOP = Alignment(vertical="top", wrap_text=True)
ONE_LINE = Alignment(vertical="top")
MIDDLE = Alignment(vertical="center")
GROUNDS = {"needed": ACCENT, "plain": INK, "shown": GREY}
"""The ground of a heading, by what it is."""


def heading_look(column: Column) -> str:
    """Which kind of heading a column has."""
    if not column.read:
        return "shown"
    return "needed" if column.needed else "plain"


def width(column: Column, texts: Iterable[str], *, is_key: bool) -> float:
    """How wide a column is, in characters of Excel: a Chinese one takes two."""
    if is_key:
        return _KEY_WIDTH
    longest = max((max(map(cells, text.split("\n"))) for text in texts if text), default=0)
    widest = 30.0 if column.kind is Kind.LONG else _WIDEST
    return min(max(_NARROWEST, cells(column.title) + 5.0, longest + 2.0), widest)


def height(texts: Iterable[tuple[str, float]]) -> float:
    """How high a row is, in points, for texts and the widths of their columns."""
    lines = max((_lines(text, wide) for text, wide in texts), default=1)
    return LINE_HEIGHT * min(max(lines, 1), MOST_LINES) + 3


def _lines(text: str, wide: float) -> int:
    return sum(1 + int(cells(line) / max(wide - 1.5, 1)) for line in text.split("\n"))


def cells(text: str) -> int:
    """The width of a text in half-width characters."""
    return sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in text)
