"""Timelines: one base's, and the whole showcase's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from .. import addresses
from ..model import Base
from ..reading.binding import Record
from .atlas import Atlas
from .gathering import Happening
from .pages import TimelineView
from .paging import page_links
from .parts import Link, PageLink, Year
from .sheet import Sheet
from .wording import UNDATED

LEAD = "日期只写到来源写明的程度；推定的，注明推定。"


def years_of(sheet: Sheet, happenings: Sequence[Happening], *, own: bool) -> tuple[Year, ...]:
    """Happenings, already in order, under the heads of their years."""
    return tuple(
        Year(anchor_of(year), label_of(year), tuple(sheet.event(one, own=own) for one in group))
        for year, group in groupby(happenings, key=lambda one: one.year)
    )


def label_of(year: int | None) -> str:
    """The head of a year."""
    return f"{year}年" if year is not None else UNDATED


def anchor_of(year: int | None) -> str:
    """Where a year stands on its page."""
    return f"y{year}" if year is not None else "undated"


def base_timeline(sheet: Sheet, record: Record[Base]) -> TimelineView:
    """All that took place at one base."""
    base, own = record.content, sheet.atlas.happenings[record.id]
    years = years_of(sheet, own, own=True)
    return TimelineView(
        f"{base.name}大事",
        (Link("基地", addresses.DIRECTORY), Link(base.name, addresses.base(record.id))),
        LEAD,
        tuple(PageLink(year.label, f"#{year.anchor}", current=False) for year in years),
        years,
        (),
        sheet.sources(),
    )


def site_timeline(sheet: Sheet, number: int) -> TimelineView:
    """Page `number`, counted from 1, of all that took place anywhere."""
    parts = sheet.atlas.chronicle_parts
    years = years_of(sheet, parts[number - 1], own=False)
    return TimelineView(
        "时间线",
        (),
        LEAD,
        _rail(sheet.atlas, number),
        years,
        page_links(addresses.TIMELINE, len(parts), number),
        sheet.sources(),
    )


def _rail(atlas: Atlas, current: int) -> tuple[PageLink, ...]:
    return tuple(
        PageLink(
            label_of(year),
            f"#{anchor_of(year)}"
            if number == current
            else f"{addresses.part(addresses.TIMELINE, number)}#{anchor_of(year)}",
            current=False,
        )
        for year, number in atlas.page_of_year.items()
    )
