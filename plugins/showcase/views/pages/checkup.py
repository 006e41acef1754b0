"""The view of the checkup: a page for staff, in the preview alone."""

from __future__ import annotations

from dataclasses import dataclass

from ..parts import Link, PageLink
from .lists import Tally


@dataclass(frozen=True, slots=True)
class Advice:
    """One step: what the page gains, what to look for, what to type and where.

    `place` is empty where several bases share the step; `bases` leads to each of them, `more` counts the rest.
    """

    effect: str
    ask: str
    typed: str
    place: str
    bases: tuple[Link, ...]
    more: str


@dataclass(frozen=True, slots=True)
class MatterRow:
    """A kind of thing that is lacking: where it stands in the order and why, and how often it was found."""

    name: str
    reason: str
    count: str


@dataclass(frozen=True, slots=True)
class ExaminedBase:
    """One base: what it lacks, most effective first."""

    anchor: str
    base: Link
    count: str
    outlooks: tuple[str, ...]
    advice: tuple[Advice, ...]


@dataclass(frozen=True, slots=True)
class CheckupView:
    """Every base, or one part of a long list of them.

    Only the first part has `steps` and `matters`, and leads to all `bases`; the others to their own.
    """

    title: str
    lead: str
    bases: tuple[Tally, ...]
    steps: tuple[Advice, ...]
    matters: tuple[MatterRow, ...]
    examined: tuple[ExaminedBase, ...]
    pages: tuple[PageLink, ...]
