"""The views that gather bases: directory, register, comparison and cities."""

from __future__ import annotations

from dataclasses import dataclass

from ..parts import Card, Cover, Event, Figure, Link, Mark, PageLink, Remark, SourceNote, Spine


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
class FacetValue:
    """One value to choose by: what stands in the address, what a reader sees, and how many bases have it."""

    key: str
    text: str
    count: str


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """One way to choose: 城市, 类别, 级别, 标准, 所属. `name` stands in the address."""

    name: str
    title: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Gathering:
    """A facet that bases can be gathered by; `usual` for the one that they are gathered by at first."""

    name: str
    title: str
    usual: bool


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """All bases, by city.

    `facets` and `gathering` are for scripts, and so is `pattern`: a group of one card in which nothing is left out.
    `levels` tells whether any base has one, and the table a column for them.
    """

    title: str
    lead: str
    register: Link
    cities: tuple[Tally, ...]
    kinds: tuple[Tally, ...]
    facets: tuple[FacetGroup, ...]
    gathering: tuple[Gathering, ...]
    levels: bool
    count: str
    groups: tuple[DirectoryGroup, ...]
    pages: tuple[PageLink, ...]
    pattern: DirectoryGroup


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One base in the register; what is not known is empty. `brand` is the topmost of what it is part of."""

    base: Link
    remarks: tuple[Remark, ...]
    place: str
    kind: str
    level: str
    founded: str
    founded_remarks: tuple[Remark, ...]
    brand: Link | None


@dataclass(frozen=True, slots=True)
class RegisterGroup:
    """The bases whose names begin with one letter."""

    anchor: str
    letter: str
    rows: tuple[RegisterRow, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """All bases in one table by the pinyin of their names; `letters` leads to where each letter begins.

    `levels` tells whether any base has one, and the table a column for them.
    """

    title: str
    crumbs: tuple[Link, ...]
    lead: str
    letters: tuple[Tally, ...]
    levels: bool
    groups: tuple[RegisterGroup, ...]
    pages: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """The page that sets bases side by side; everything on it but this is put there by scripts."""

    title: str
    crumbs: tuple[Link, ...]
    lead: str
    register: Link
    legend: tuple[Mark, ...]


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
