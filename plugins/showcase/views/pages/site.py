"""The views of pages that belong to the site as such."""

from __future__ import annotations

from dataclasses import dataclass

from ...markup import Html
from ..parts import Card, Event, Figure, Link, SourceNote, Spine
from .lists import CityRow


@dataclass(frozen=True, slots=True)
class Counted:
    """A number that this site counts of itself: number, unit, what of."""

    number: str
    unit: str
    label: str
    path: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page. `phrases` is the display line, broken by phrase; `headline` the same for reading aloud."""

    headline: str
    phrases: tuple[str, ...]
    lead: Html
    scroll: tuple[Card, ...]
    counted: tuple[Counted, ...]
    figures: tuple[Figure, ...]
    policy: str
    featured: Card | None
    further: tuple[Card, ...]
    all_bases: Link
    events: tuple[Event, ...]
    timeline: Link
    spines: tuple[Spine, ...]
    all_standards: Link
    cities: tuple[CityRow, ...]
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class ProseView:
    """A page written by hand: its body is Markdown already made into safe HTML, its first head taken out."""

    title: str
    body: Html


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """Where an address that does not exist leads."""

    title: str
    lead: str
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """What the preview shows while there is no good version to lay the errors over."""

    title: str
