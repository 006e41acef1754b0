"""From the bytes of a file to a proposal: which sheet is which, and what the whole of it would change."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..diagnostics import Level
from . import activity_list, csv_book, layout, lists, manual
from .book import grids
from .columns import ACTIVITIES, BASES, KEY, OWNER, PLANS, SOURCES, STANDARDS, STATS, Plan
from .container import parts
from .faults import CellFault, Spot, in_order, unreadable
from .grid import Content, Grid
from .layout import Layout, heading_row, plain_heading
from .matching import Matched, matched
from .proposal import Proposal, Proposing
from .repeated import without_repeated
from .tables import Tables

_ORDER = (SOURCES, BASES, STATS, ACTIVITIES, STANDARDS)
"""In which sheets are taken over: what others refer to first."""
_COPY = re.compile(r"(.+?)[ _-]*(?:[（(]\d+[)）]|\d+|副本.*|的?复件.*)")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line says beside the file: the base and the source of a plain list of activities,
    and whether items whose rows are gone are to be removed."""

    base: str = ""
    source: str = ""
    delete: bool = False


def proposed(content: bytes, tables: Tables, wish: Wish) -> Proposal:
    """What a workbook, a CSV or a plain list of activities would change. Raises UnreadableWorkbookError."""
    unpacked = parts(content)
    sheets = (csv_book.grid(content),) if unpacked is None else grids(unpacked)
    planned, faults = _planned(sheets)
    proposing = Proposing(tables)
    proposing.faults += faults
    if planned:
        _workbook(planned, sheets, proposing, wish)
    else:
        _list(sheets, proposing, wish)
    found = proposing.done()
    order = [one.name for one in sheets]
    return Proposal(found.drafts, in_order(found.faults, order), found.gone)


def _workbook(
    planned: Mapping[Plan, Grid], sheets: Sequence[Grid], proposing: Proposing, wish: Wish
) -> None:
    given = _given(sheets)
    found: list[tuple[Plan, Layout, Matched]] = []
    for plan in _ORDER:
        if plan in planned:
            read = layout.laid_out(planned[plan], plan)
            proposing.faults += read.faults
            # without its keys, a sheet would be all new rows
            rows = (
                matched(read, proposing.tables, given.get(plan.name, ()))
                if KEY in read.columns
                else Matched()
            )
            found.append((plan, read, rows))
    for plan, _, rows in found:
        proposing.announce(plan, rows.fresh)
    found = [
        (
            plan,
            read,
            without_repeated(rows, proposing.tables.of(plan), proposing.references),
        )
        for plan, read, rows in found
    ]
    for _, _, rows in found:
        proposing.take(rows)
    # when all else is known: whether a source may go depends on who still cites it
    for _, _, rows in reversed(found):
        proposing.leave_out(rows, delete=wish.delete)


def _list(sheets: Sequence[Grid], proposing: Proposing, wish: Wish) -> None:
    """A plain list of activities."""
    found = [one for one in sheets if activity_list.is_list(one)]
    if len(found) > 1:
        shown = [one for one in found if not one.hidden]
        if len(shown) > 1:
            names = "、".join(one.name for one in shown)
            fault = CellFault("lists-several", Spot(shown[1].name), {"known": names})
            proposing.faults.append(fault)
            return
        found = shown or found
    if not found:
        raise unreadable("workbook-unknown")
    read = activity_list.laid_out(found[0])
    proposing.faults += read.faults
    rows = activity_list.completed(read.rows, wish.base, wish.source)
    if rows and OWNER not in read.columns and not wish.base:
        proposing.faults.append(CellFault("list-without-base", Spot(found[0].name)))
        return
    owners = {
        row.number: proposing.references.meant("base", row.cells.get(OWNER, "")) for row in rows
    }
    fresh, told = activity_list.fresh(rows, proposing.tables.of(ACTIVITIES), owners)
    proposing.take(Matched((), fresh, (), told))


def _planned(sheets: Sequence[Grid]) -> tuple[dict[Plan, Grid], list[CellFault]]:
    """Which sheet holds the rows of which plan. Two for one are told, and neither is read."""
    found: dict[Plan, list[Grid]] = {}
    strange: list[Grid] = []
    for one in sheets:
        plan = _plan(one)
        if plan is not None:
            found.setdefault(plan, []).append(one)
        elif one.name not in (lists.TITLE, manual.TITLE) and one.cells:
            strange.append(one)
    faults: list[CellFault] = []
    planned: dict[Plan, Grid] = {}
    for plan, several in found.items():
        if len(several) > 1:
            values = {"written": plan.name, "known": "、".join(one.name for one in several)}
            faults.append(CellFault("sheet-twice", Spot(several[1].name), values))
        planned[plan] = several[0]
        if len(several) == 1 and several[0].name.strip() not in (plan.name, csv_book.NAME):
            values = {"better": plan.name}
            faults.append(_note("sheet-renamed", several[0].name, values))
    if planned:
        faults += [_note("sheet-unknown", one.name, {"written": one.name}) for one in strange]
    return planned, faults


def _plan(grid: Grid) -> Plan | None:
    """The plan of a sheet: by its headings where it has a column of keys, else by its name."""
    titles = {title for plan in PLANS for title in (one.title for one in plan.columns)}
    top = heading_row(grid, titles)
    heads = {
        plain_heading(one.raw)
        for one in grid.rows.get(top, {}).values()
        if one.content is Content.TEXT
    }
    name = grid.name.strip()
    copied = _COPY.fullmatch(name)
    named = next(
        (one for one in PLANS if name == one.name or (copied and copied[1] == one.name)), None
    )
    if KEY in heads:
        best = max(PLANS, key=lambda plan: len(heads & {one.title for one in plan.columns}))
        score = len(heads & {one.title for one in best.columns})
        same = named and score == len(heads & {one.title for one in named.columns})
        return named if same else best
    if named is not None and named is not ACTIVITIES:
        return named
    # a sheet called 活动 without keys may be somebody's own list
    wide = {one.title for one in ACTIVITIES.columns if one.path}
    return named if named is not None and len(heads & wide) > 7 else None


def _given(sheets: Sequence[Grid]) -> dict[str, list[str]]:
    """The keys that were given out, by the name of their sheet."""
    hidden = next((one for one in sheets if one.name == lists.TITLE), None)
    if hidden is None or 1 not in hidden.rows:
        return {}
    names = {column: cell.raw for column, cell in hidden.rows[1].items()}
    found: dict[str, list[str]] = {}
    for plan in PLANS:
        place = next((column for column, name in names.items() if name == lists.given_out(plan)), 0)
        keys = [
            cells[place].raw for row, cells in hidden.rows.items() if row > 1 and place in cells
        ]
        found[plan.name] = keys
    return found


def _note(code: str, sheet: str, values: Mapping[str, str]) -> CellFault:
    return CellFault(code, Spot(sheet), values, level=Level.NOTE)
