"""Texts of several lines after `|` or `>`: begun on the wrong line, not pushed in, ragged."""

from __future__ import annotations

import re

from ...diagnostics import Edit
from ...diagnostics import Level as Severity
from ..rows import Row, Slip
from .indents import BLANKS, width_of
from .quoting import Spot

_MARK = re.compile(r"[|>][+-]?[ \t　]*(?=\S)")


def begun_beside(row: Row, start: int, spot: Spot, *, goes_on: bool) -> Slip | None:
    """Text on the line of its `|`. Where nothing follows below, the sign itself is too much."""
    found = _MARK.match(row.text, start)
    if not found or not spot.plain:
        return None
    place = row.column(found.end())
    new = f"{row.text[start]}\n{' ' * (spot.level.indent + 2)}" if goes_on else ""
    edit = row.replace(start, found.end(), new)
    severity = Severity.NOTE if goes_on else Severity.ERROR
    return Slip("text-beside-bar", row.number, place, 1, (edit,), severity, goes_on, path=spot.path)


def not_pushed_in(rows: list[Row], blanks: int, spot: Spot) -> Slip:
    """Lines of a text that stand as far left as the keys around them."""
    place = rows[0].column(width_of(rows[0].text))
    edits = _aligned(rows, blanks)
    return Slip("block-not-indented", rows[0].number, place, 1, edits, path=spot.path)


def tabbed(rows: list[Row], blanks: int, spot: Spot) -> Slip:
    """Lines of a text pushed in by tabs or full-width blanks: where the text begins is plain all the same."""
    first = rows[0]
    if "\t" not in first.text[: width_of(first.text)]:
        edits = _aligned(rows, blanks)
        return Slip(
            "fullwidth-indent", first.number, 1, 1, edits, Severity.NOTE, True, path=spot.path
        )
    # a tab more is a step further in, as in lists within the text
    steps = [2 * row.text[: width_of(row.text)].count("\t") for row in rows]
    edits = tuple(
        row.replace(0, width_of(row.text), " " * (blanks + max(step - steps[0], 0)))
        for row, step in zip(rows, steps, strict=True)
    )
    return Slip("tab", first.number, 1, 1, edits, Severity.NOTE, True, path=spot.path)


def ragged(rows: list[Row], blanks: int, spot: Spot) -> Slip:
    """A text whose first line stands further in than a later one: YAML takes the first line's measure."""
    edits = _aligned(rows, blanks)
    first = rows[0]
    return Slip("block-ragged", first.number, 1, 1, edits, path=spot.path)


def _aligned(rows: list[Row], blanks: int) -> tuple[Edit, ...]:
    return tuple(
        row.replace(0, width_of(row.text), " " * blanks) for row in rows if row.text.strip(BLANKS)
    )
