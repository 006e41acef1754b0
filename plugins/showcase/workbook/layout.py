"""Where things stand on a sheet: its headings, wherever they were moved, and its rows as texts."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..diagnostics import Level
from .columns import KEY, Plan
from .faults import CellFault, Spot, letters
from .grid import Content, Grid
from .reading_cells import seen

_DEEPEST_HEADING = 20
"""Rows in which headings are looked for: a title and some remarks may stand above them."""
_ORNAMENT = re.compile(r"[\s*＊:：（）()【】\u200b\ufeff]|必填|选填")


def plain_heading(text: str) -> str:
    """A heading without what people put around it."""
    return _ORNAMENT.sub("", text)


@dataclass(frozen=True)
class ReadRow:
    """A row that holds something: its cells by heading. What could not be read is `faulty`, and left out;
    what has no column on the sheet is not there either."""

    plan: Plan
    sheet: str
    number: int
    cells: Mapping[str, str]
    columns: Mapping[str, int]
    faulty: frozenset[str] = frozenset()

    def spot(self, title: str = "") -> Spot:
        """The place of a cell, or of the whole row."""
        column = self.columns.get(title, 0)
        return Spot(self.sheet, self.number, column, title if column else "")

    @property
    def key(self) -> str:
        """What stands in its column of keys."""
        return self.cells.get(KEY, "")


@dataclass(frozen=True)
class Layout:
    """A sheet read: the columns that were found by heading, the rows, and what is to be said."""

    plan: Plan
    grid: Grid
    columns: Mapping[str, int]
    rows: tuple[ReadRow, ...]
    faults: tuple[CellFault, ...] = field(default=())


def heading_row(grid: Grid, known: Iterable[str]) -> int:
    """The row that holds most known headings, at least two; 0 where none does."""
    names = set(known)
    best, most = 0, 1
    for number in sorted(grid.rows)[:_DEEPEST_HEADING]:
        texts = {
            plain_heading(one.raw)
            for one in grid.rows[number].values()
            if one.content is Content.TEXT
        }
        if len(texts & names) > most:
            best, most = number, len(texts & names)
    return best


def laid_out(grid: Grid, plan: Plan) -> Layout:
    """Read a sheet that holds the rows of a plan."""
    titles = {one.title: one for one in plan.columns}
    top = heading_row(grid, titles)
    if not top:
        fault = CellFault(
            "heading-row-missing", Spot(grid.name), {"known": "、".join(_needed(plan))}
        )
        return Layout(plan, grid, {}, (), (fault,))
    columns, faults = _headings(grid, plan, top)
    faults += merged(grid, columns, top)
    rows: list[ReadRow] = []
    for number in sorted(grid.rows):
        if number > top:
            row, told = row_of(grid, plan, number, columns)
            faults += told
            if row is not None:
                rows.append(row)
    return Layout(plan, grid, columns, tuple(rows), (*faults, *_hidden(grid, columns, top)))


def _needed(plan: Plan) -> list[str]:
    return [one.title for one in plan.columns if one.needed] or [plan.columns[1].title]


def _headings(grid: Grid, plan: Plan, top: int) -> tuple[dict[str, int], list[CellFault]]:
    titles = [one.title for one in plan.columns]
    columns: dict[str, int] = {}
    faults: list[CellFault] = []
    strange: list[tuple[int, str]] = []
    for column, cell in grid.rows[top].items():
        title = plain_heading(cell.raw)
        if not title:
            continue
        if title in columns:
            first = letters(columns[title])
            spot = Spot(grid.name, top, column, title)
            faults.append(CellFault("heading-twice", spot, {"first": first}))
        elif title in titles:
            columns[title] = column
        else:
            strange.append((column, title))
    absent = [one for one in titles if one not in columns]
    for column, title in strange:
        spot = Spot(grid.name, top, column)
        near = difflib.get_close_matches(title, absent, n=1, cutoff=0.45)
        near = near or [one for one in absent if one in title or title in one][:1]
        if near:
            faults.append(CellFault("heading-near", spot, {"written": title, "near": near[0]}))
        elif absent:
            values = {"written": title, "known": "、".join(absent)}
            faults.append(CellFault("heading-renamed", spot, values))
        else:
            faults.append(_note("heading-unknown", spot, written=title))
    # a heading that was renamed is told as that
    if not strange:
        faults += _absent(grid, plan, top, absent)
    return columns, [*faults, *_unheaded(grid, top)]


def _unheaded(grid: Grid, top: int) -> Iterable[CellFault]:
    """Columns that hold something below the headings, and have none: told at the first such row."""
    headed = {column for column, cell in grid.rows[top].items() if plain_heading(cell.raw)}
    told: set[int] = set()
    for number, cells in grid.rows.items():
        for column, cell in cells.items():
            if number > top and column not in headed | told and cell.raw.strip():
                told.add(column)
                spot = Spot(grid.name, number, column)
                yield CellFault("heading-empty", spot, shown=cell.raw.strip(), level=Level.NOTE)


def _absent(grid: Grid, plan: Plan, top: int, absent: Sequence[str]) -> list[CellFault]:
    tied = {one.title for one in plan.columns if not one.path and one.read} | {KEY}
    spot = Spot(grid.name, top)
    lost = [one for one in absent if one in tied]
    left = [one for one in absent if one not in tied and (found := plan.column(one)) and found.read]
    faults = [CellFault("heading-missing", spot, {"written": one}) for one in lost]
    return faults + ([_note("column-not-there", spot, known="、".join(left))] if left else [])


def merged(grid: Grid, columns: Mapping[str, int], top: int) -> list[CellFault]:
    """Merged cells that reach into what is read: which of the cells they stand for, nobody can say."""
    names = {number: title for title, number in columns.items()}
    last = max(grid.rows, default=0)
    faults = []
    for area in grid.merged:
        touched = [one for one in names if area.left <= one <= area.right]
        if (
            area.bottom < top
            or area.top > last
            or not touched
            or (area.top == area.bottom and area.left == area.right)
        ):
            continue
        if not any(grid.rows.get(row) for row in range(area.top, min(area.bottom, last) + 1)):
            continue
        spot = Spot(grid.name, area.top, touched[0], names[touched[0]])
        faults.append(CellFault("cells-merged", spot, {"area": area.name}))
    return faults


def row_of(
    grid: Grid, plan: Plan, number: int, columns: Mapping[str, int]
) -> tuple[ReadRow | None, list[CellFault]]:
    """A row and what is wrong with its cells; no row where nothing but a key is left in it."""
    cells: dict[str, str] = {}
    faults: list[CellFault] = []
    for title, place in columns.items():
        column = plan.column(title)
        raw = grid.rows[number].get(place)
        if raw is None or column is None or not (column.read or title == KEY):
            continue
        found = seen(raw, column, from_1904=grid.from_1904)
        if found.code:
            spot = Spot(grid.name, number, place, title)
            faults.append(CellFault(found.code, spot, dict(found.values), found.shown))
        elif found.text:
            cells[title] = found.text
    faulty = frozenset(one.spot.heading for one in faults) | _within_merged(grid, number, columns)
    # a row in which nothing but its key is left has been cleared
    if not faulty and not any(title != KEY for title in cells):
        return None, []
    return ReadRow(plan, grid.name, number, cells, dict(columns), faulty), faults


def _within_merged(grid: Grid, row: int, columns: Mapping[str, int]) -> frozenset[str]:
    """The columns whose cell in a row is part of a merged one."""
    areas = [one for one in grid.merged if one.top <= row <= one.bottom]
    return frozenset(
        title
        for title, column in columns.items()
        if any(one.left <= column <= one.right and one.bottom > one.top for one in areas)
    )


def _hidden(grid: Grid, columns: Mapping[str, int], top: int) -> list[CellFault]:
    """What is hidden or filtered away is read all the same, which somebody might not expect."""
    rows = [one for one in sorted(grid.hidden_rows & grid.rows.keys()) if one > top]
    wide = [
        title for title, number in columns.items() if number in grid.hidden_columns and title != KEY
    ]
    found = []
    if grid.hidden:
        found.append(_note("sheet-hidden", Spot(grid.name)))
    if rows:
        found.append(_note("rows-hidden", Spot(grid.name, rows[0]), count=str(len(rows))))
    if wide:
        found.append(_note("columns-hidden", Spot(grid.name), known="、".join(wide)))
    return found


def _note(code: str, spot: Spot, **values: str) -> CellFault:
    return CellFault(code, spot, values, level=Level.NOTE)
