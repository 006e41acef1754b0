"""The views that gather bases: directory and cities."""

from __future__ import annotations

from dataclasses import dataclass

from ..parts import Card, Cover, Event, Figure, Link, PageLink, SourceNote, Spine


@dataclass(frozen=True, slots=True)
class DirectoryGroup:
    """The bases of one city or district."""

    anchor: str
    name: str
    path: str
    count: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """A word and how many bases it fits."""

    text: str
    count: str
    path: str


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """All bases, by city."""

    title: str
    lead: str
    cities: tuple[Tally, ...]
    kinds: tuple[Tally, ...]
    groups: tuple[DirectoryGroup, ...]
    pages: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class CityRow:
    """A city in a list: its name, some of its bases, and how many there are."""

    path: str
    name: str
    names: str
    count: str


@dataclass(frozen=True, slots=True)
class CitiesView:
    """The list of cities."""

    title: str
    cities: tuple[CityRow, ...]


@dataclass(frozen=True, slots=True)
class CityView:
    """A city: its bases by district, figures told of it as a whole, its standards and latest events."""

    name: str
    crumbs: tuple[Link, ...]
    lead: str
    cover: Cover
    figures: tuple[Figure, ...]
    policy: str
    groups: tuple[DirectoryGroup, ...]
    standards: tuple[Spine, ...]
    events: tuple[Event, ...]
    pages: tuple[PageLink, ...]
    sources: tuple[SourceNote, ...]
