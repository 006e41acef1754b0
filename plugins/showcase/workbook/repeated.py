"""New rows that say what the files say already: the same workbook was imported before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..diagnostics import Level
from .cell_forms import value_of
from .columns import ACTIVITIES, ANSWERS, BASES, IDENTITY, SOURCES, STANDARDS, STATS, Column
from .faults import CellFault
from .ground import better
from .layout import ReadRow
from .matching import Matched, differing
from .references import References
from .tables import TableRow

_TELLING = {
    STATS: (("label",), ("value",), ("as_of",)),
    ACTIVITIES: (("date",), ("title",)),
    STANDARDS: ((ANSWERS, "criterion"),),
    SOURCES: (),
    BASES: (),
}
"""What tells the items of a list apart, by English keys, beside what a row belongs to: it has to be the same
even where the row says nothing."""
_NAMED = (IDENTITY, "标题", "名称", "标准")
"""Under which heading stands what a row is called; the first that there is."""


def without_repeated(found: Matched, items: Sequence[TableRow], references: References) -> Matched:
    """What became of the rows of a sheet, without the new ones that an item says already; those are told.

    An item that is just being changed does not count, for it will say something else. One whose own row
    is gone is not gone where another row says it.
    """
    changing = {item.place for row, item in found.edited if any(differing(row, item))}
    there = [one for one in items if not one.offered and one.place not in changing]
    fresh: list[ReadRow] = []
    told: list[CellFault] = []
    kept: set[str] = set()
    for row in found.fresh:
        same = [] if _is_bare(row) else [one for one in there if _says(row, one, references)]
        if same:
            kept |= {one.place for one in same}
            name = next((row.cells[one] for one in _NAMED if row.cells.get(one)), row.plan.name)
            values = {"written": name}
            told.append(CellFault("activity-there", row.spot(), values, level=Level.NOTE))
        else:
            fresh.append(row)
    gone = tuple(one for one in found.gone if one.place not in kept)
    return replace(found, fresh=tuple(fresh), gone=gone, faults=(*found.faults, *told))


def _is_bare(row: ReadRow) -> bool:
    """Whether a row cannot be read, or says no more than what it belongs to, or names one criterion as the sheet
    offers it."""
    said = [one for one in row.plan.fields if row.cells.get(one.title)]
    return bool(row.faulty) or not said or [one.refers for one in said] == ["criterion"]


def _says(row: ReadRow, item: TableRow, references: References) -> bool:
    telling = _TELLING[row.plan]
    for column in row.plan.columns:
        if not column.read:
            continue
        text, known = row.cells.get(column.title, ""), item.cells.get(column.title, "")
        if not text and column.path and column.path not in telling:
            continue
        if _value(column, text, references) != _value(column, known, references):
            return False
    return True


def _value(column: Column, text: str, references: References) -> object:
    """What a cell would be in a file."""
    if not column.path:
        return references.meant(column.refers, text) if column.refers else text
    settled = better(column, references.resolved(column, text))
    return value_of(settled, column, None)
