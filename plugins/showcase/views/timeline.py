"""Timelines: one base's, and the whole showcase's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from .. import addresses
from ..markup import escaped
from ..model import Base
from ..reading.binding import Record
from .atlas import Atlas
from .gathering import Happening
from .marks import UNCITED
from .pages import TimelineView
from .paging import page_links
from .parts import Cite, Event, Link, Moment, Month, PageLink, Year
from .sheet import Sheet
from .wording import UNDATED

LEAD = "日期只写到来源写明的程度；推定的，注明推定。"
LATEST = "跳到最近"
MONTHS_FROM = 24
"""Events of a year from which its months have heads: two a month. Below that they only say again what the dates say."""
_WORDS = escaped("大事")
PATTERN = Year(
    "",
    "年份",
    (
        Month(
            "月份",
            (
                Event(
                    "",
                    Moment("2000", "年月", "日", "年月日", inferred=True, earliest="", until=""),
                    _WORDS,
                    "类型",
                    "地方",
                    _WORDS,
                    Link("基地", addresses.DIRECTORY),
                    (UNCITED,),
                    (Cite(1, addresses.SOURCES, "来源"),),
                    (),
                ),
            ),
        ),
    ),
)
"""An event with everything that one can have; photographs stay where the event is told at length."""


def years_of(
    sheet: Sheet, happenings: Sequence[Happening], sizes: Mapping[int | None, int], *, own: bool
) -> tuple[Year, ...]:
    """Happenings, already in order, under the heads of their years; `sizes` counts each year as a whole."""
    return tuple(
        Year(anchor_of(year), label_of(year), _months(sheet, tuple(group), sizes[year], own=own))
        for year, group in groupby(happenings, key=lambda one: one.year)
    )


def _months(
    sheet: Sheet, happenings: Sequence[Happening], size: int, *, own: bool
) -> tuple[Month, ...]:
    if size < MONTHS_FROM or happenings[0].year is None:
        return (Month("", tuple(sheet.event(one, own=own) for one in happenings)),)
    return tuple(
        Month(month, tuple(sheet.event(one, own=own) for one in group))
        for month, group in groupby(happenings, key=lambda one: one.month)
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
    years = years_of(sheet, own, Counter(one.year for one in own), own=True)
    return TimelineView(
        title=f"{base.name}大事记",
        crumbs=(Link("基地", addresses.DIRECTORY), Link(base.name, addresses.base(record.id))),
        lead=LEAD,
        latest=Link(LATEST, f"#{years[0].anchor}"),
        rail=tuple(PageLink(year.label, f"#{year.anchor}", current=False) for year in years),
        years=years,
        pages=(),
        whole=False,
        pattern=PATTERN,
        sources=sheet.sources(),
    )


def site_timeline(sheet: Sheet, number: int) -> TimelineView:
    """Page `number`, counted from 1, of all that took place anywhere."""
    atlas = sheet.atlas
    parts = atlas.chronicle_parts
    years = years_of(sheet, parts[number - 1], atlas.size_of_year, own=False)
    rail = _rail(atlas, number)
    return TimelineView(
        title="时间线",
        crumbs=(),
        lead=LEAD,
        latest=Link(LATEST, rail[0].path if rail else addresses.TIMELINE),
        rail=rail,
        years=years,
        pages=page_links(addresses.TIMELINE, len(parts), number),
        whole=True,
        pattern=PATTERN,
        sources=sheet.sources(),
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
