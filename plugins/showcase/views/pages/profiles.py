"""The view of a base: its profile, and what stands at its old addresses."""

from __future__ import annotations

from dataclasses import dataclass

from ...markup import Html
from ..parts import (
    Card,
    Checklist,
    Cite,
    Claim,
    Cover,
    Event,
    Figure,
    Link,
    PhotoView,
    Remark,
    SourceNote,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A ruled row of a profile's first screen: 在哪里, 为何看, 何时. `anchor` and `when` may be empty."""

    anchor: str
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

    `phrases` are the stretches of the name that stay together, `size` (short, long, longest) how large they
    may be set. `figures` are the few set large, `further_figures` the rest, set as a quiet list. `timeline` leads to the
    base's own timeline page when it has more events than are shown here.
    """

    phrases: tuple[str, ...]
    size: str
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
    policy: str
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
    drawn: str
    updated: str


@dataclass(frozen=True, slots=True)
class MovedView:
    """An old address that leads to the new one."""

    name: str
    path: str
