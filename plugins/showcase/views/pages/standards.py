"""The views of standards."""

from __future__ import annotations

from dataclasses import dataclass

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
    """A standard, drawn as what it is: exactly one of the four flags is set.

    `phrases` and `size` are as in a profile.
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
