"""The views of standards."""

from __future__ import annotations

from dataclasses import dataclass

from ...diagrams import Drawing
from ..parts import Cite, Link, Mark, PageLink, Remark, SourceNote, Spine


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
    """What one base answers to one criterion: `words` is 达标·1条; `path` leads to what there is to read of it,
    or is empty.
    """

    criterion: str
    mark: Mark
    words: str
    path: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One base across all criteria. `met`／`of` count what is 达标 with evidence."""

    id: str
    base: Link
    place: str
    cells: tuple[Cell, ...]
    met: str
    of: str


@dataclass(frozen=True, slots=True)
class MatrixCount:
    """How many bases of a group, or of all, meet one criterion with evidence: 2个."""

    criterion: str
    count: str


@dataclass(frozen=True, slots=True)
class MatrixCounts:
    """A row of counts under a name: the foot of a matrix, or the head of a group with the `size` of it."""

    name: str
    size: str
    counts: tuple[MatrixCount, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the ways to look at a matrix, as its address says it."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class MatrixTools:
    """What a script needs to group, sort and filter: where its data are, and the pieces that it repeats.

    `dataset` is the name under which the data are delivered, `data` that of their asset; `page` the number of this
    page, counted from 1. `linked` and `plain` are cells to copy, `row` and `group` rows without any. `idle` tells why
    there is nothing to filter, empty where there is.
    """

    dataset: str
    data: str
    page: str
    groups: tuple[Choice, ...]
    sorts: tuple[Choice, ...]
    row: MatrixRow
    linked: Cell
    plain: Cell
    group: MatrixCounts
    idle: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Bases × criteria. `columns` are the criteria, `totals` the number of bases that meet each; a `wide` one
    scrolls in a box of its own.
    """

    basis: Remark
    lead: str
    columns: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]
    totals: MatrixCounts
    wide: bool
    legend: tuple[Mark, ...]
    pages: tuple[PageLink, ...]
    tools: MatrixTools


@dataclass(frozen=True, slots=True)
class Diagram:
    """A structure or steps as a drawing, once for wide screens and paper, once for phones.

    `label` says what is drawn: 1+6+N联谊组织架构，架构图.
    """

    label: str
    wide: Drawing
    tall: Drawing


@dataclass(frozen=True, slots=True)
class StandardView:
    """A standard, drawn as what it is: exactly one of the four flags is set.

    `phrases` and `size` are as in a profile. `folded`: the `diagram` says everything, so that the same in
    words may stay closed.
    """

    name: str
    phrases: tuple[str, ...]
    size: str
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
    diagram: Diagram | None
    folded: bool
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
