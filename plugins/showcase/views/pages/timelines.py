"""The view of a timeline."""

from __future__ import annotations

from dataclasses import dataclass

from ..parts import Link, PageLink, SourceNote, Year


@dataclass(frozen=True, slots=True)
class TimelineView:
    """A timeline: one base's, or the whole site's. Years newest first, 时间待核 last.

    `rail` leads to each year (on whichever page it stands), `latest` to the newest, `pages` to the parts of a long
    timeline. `whole` is the site's: it is narrowed by data, as most of it stands on other pages. `pattern` is a year
    of one month of one event that has everything an event can have; scripts draw by it what they find.
    """

    title: str
    crumbs: tuple[Link, ...]
    lead: str
    latest: Link
    rail: tuple[PageLink, ...]
    years: tuple[Year, ...]
    pages: tuple[PageLink, ...]
    whole: bool
    pattern: Year
    sources: tuple[SourceNote, ...]
