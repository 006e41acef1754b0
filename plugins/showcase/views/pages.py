"""The view of each page kind. One view, one template of the same name; a test holds them to each other."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import (
    Card,
    Checklist,
    Cite,
    Claim,
    Cover,
    Event,
    Figure,
    Html,
    Link,
    Mark,
    PageLink,
    PhotoView,
    Remark,
    SourceNote,
    Spine,
    Year,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A ruled row of a profile's first screen: 在哪里, 为何看, 何时. `when` may be empty."""

    label: str
    when: str
    text: Html
    remarks: tuple[Remark, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """Cited sentences under one short head; `name` is empty for those without one."""

    name: str
    named: bool
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """One way to reach a base: 地址, 电话. `path` is a link (tel:, mailto:, https:) or empty."""

    label: str
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Family:
    """Cards under one head: 所属, 旗下, 同在城阳区, 接着看."""

    title: str
    cards: tuple[Card, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class ProfileView:
    """A base. `compact` marks a record of one to three facts, drawn without empty heads.

    `figures` are the few set large, `further_figures` the rest, set as a quiet list. `timeline` leads to the
    base's own timeline page when it has more events than are shown here.
    """

    name: str
    compact: bool
    kind: str
    crumbs: tuple[Link, ...]
    cover: Cover
    remarks: tuple[Remark, ...]
    slogan: str
    summary: Html
    rows: tuple[Row, ...]
    figures: tuple[Figure, ...]
    further_figures: tuple[Figure, ...]
    topics: tuple[Topic, ...]
    story: Html
    honours: tuple[Claim, ...]
    events: tuple[Event, ...]
    timeline: Link | None
    checklists: tuple[Checklist, ...]
    photos: tuple[PhotoView, ...]
    visit: tuple[Visit, ...]
    links: tuple[Link, ...]
    notes: tuple[Claim, ...]
    families: tuple[Family, ...]
    sources: tuple[SourceNote, ...]
    updated: str


@dataclass(frozen=True, slots=True)
class TimelineView:
    """A timeline: one base's, or the whole site's. Years newest first, 时间待核 last.

    `rail` leads to each year (on whichever page it stands), `pages` to the parts of a long timeline.
    """

    title: str
    crumbs: tuple[Link, ...]
    lead: str
    rail: tuple[PageLink, ...]
    years: tuple[Year, ...]
    pages: tuple[PageLink, ...]
    sources: tuple[SourceNote, ...]


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
class CitiesView:
    """The list of cities."""

    title: str
    cities: tuple[CityRow, ...]


@dataclass(frozen=True, slots=True)
class CityRow:
    """A city in a list: its name, some of its bases, and how many there are."""

    path: str
    name: str
    names: str
    count: str


@dataclass(frozen=True, slots=True)
class CityView:
    """A city: its bases by district, figures told of it as a whole, its standards and latest events."""

    name: str
    crumbs: tuple[Link, ...]
    lead: str
    cover: Cover
    figures: tuple[Figure, ...]
    groups: tuple[DirectoryGroup, ...]
    standards: tuple[Spine, ...]
    events: tuple[Event, ...]
    pages: tuple[PageLink, ...]
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class StandardItem:
    """One item of a standard. `muted` is the part it shares with its neighbours (有), `main` the rest.

    `paired`, `gives`, `shift_from` and `shift_to` are the second texts, each may be empty.
    """

    anchor: str
    number: str
    muted: str
    main: str
    explain: str
    optional: bool
    paired: str
    gives: str
    shift_from: str
    shift_to: str
    base: Link | None


@dataclass(frozen=True, slots=True)
class StandardGroup:
    """Items of a standard under one head; a standard without groups has one, not `named`."""

    name: str
    named: bool
    items: tuple[StandardItem, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one base answers to one criterion: `words` is 达标·1条; `path` leads to the evidence or is empty."""

    criterion: str
    mark: Mark
    words: str
    path: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One base across all criteria. `met`／`of` count what is 达标 with evidence."""

    base: Link
    place: str
    cells: tuple[Cell, ...]
    met: str
    of: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Bases × criteria. `columns` are the criteria, `totals` the number of bases that meet each."""

    basis: Remark
    lead: str
    columns: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]
    totals: tuple[str, ...]
    legend: tuple[Mark, ...]
    pages: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class StandardView:
    """A standard, drawn as what it is: exactly one of the four flags is set."""

    name: str
    crumbs: tuple[Link, ...]
    remarks: tuple[Remark, ...]
    cites: tuple[Cite, ...]
    lead: str
    origin: str
    note: str
    count: str
    checklist: bool
    steps: bool
    structure: bool
    principles: bool
    groups: tuple[StandardGroup, ...]
    matrix: Matrix | None
    others: tuple[Spine, ...]
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class StandardRow:
    """A standard in a list."""

    path: str
    name: str
    items: str
    origin: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class StandardShelf:
    """Standards of one use: 对照, 步骤, 架构, 理念."""

    anchor: str
    name: str
    about: str
    standards: tuple[StandardRow, ...]


@dataclass(frozen=True, slots=True)
class StandardsView:
    """All standards."""

    title: str
    lead: str
    spines: tuple[Spine, ...]
    shelves: tuple[StandardShelf, ...]


@dataclass(frozen=True, slots=True)
class Resting:
    """What one base or standard takes from a source."""

    base: Link
    claims: tuple[RestingClaim, ...]


@dataclass(frozen=True, slots=True)
class RestingClaim:
    """One cited thing, as a link to where it stands. `kind` is 记载, 数据, 活动, 荣誉, 条目…"""

    kind: str
    when: str
    text: str
    path: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A document and all that rests on it."""

    title: str
    crumbs: tuple[Link, ...]
    facts: tuple[Visit, ...]
    note: str
    count: str
    resting: tuple[Resting, ...]
    pages: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in a list."""

    path: str
    title: str
    meta: str
    count: str


@dataclass(frozen=True, slots=True)
class SourcesView:
    """All sources."""

    title: str
    lead: str
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A term explained."""

    anchor: str
    term: str
    aliases: str
    when: str
    text: str
    items: tuple[str, ...]
    note: str
    cites: tuple[Cite, ...]
    note_cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The glossary."""

    title: str
    terms: tuple[GlossaryTerm, ...]
    sources: tuple[SourceNote, ...]


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
class FieldRow:
    """One field of the model as staff read it."""

    anchor: str
    key: str
    name: str
    help: str
    example: str
    required: bool
    choices: tuple[str, ...]
    part: Link | None


@dataclass(frozen=True, slots=True)
class FieldSection:
    """The fields of one mapping: a base, an activity, a figure."""

    anchor: str
    title: str
    about: str
    fields: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True)
class FieldsView:
    """The field reference for staff."""

    title: str
    lead: str
    sections: tuple[FieldSection, ...]


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
class MovedView:
    """An old address that leads to the new one."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """What the preview shows while there is no good version to lay the errors over."""

    title: str
