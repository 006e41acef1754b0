"""The views of what bases refer to, and of the fields that staff fill in."""

from __future__ import annotations

from dataclasses import dataclass

from ..parts import Cite, Link, PageLink, Remark, SourceNote
from .profiles import Visit


@dataclass(frozen=True, slots=True)
class RestingClaim:
    """One cited thing, as a link to where it stands. `kind` is 记载, 数据, 活动, 荣誉, 条目…"""

    kind: str
    when: str
    text: str
    path: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Resting:
    """What one base or standard takes from a source."""

    base: Link
    claims: tuple[RestingClaim, ...]


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
    fields: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True)
class FieldsView:
    """The field reference for staff."""

    title: str
    lead: str
    sections: tuple[FieldSection, ...]
