"""The view of a base's checklists for printing."""

from __future__ import annotations

from dataclasses import dataclass

from ..parts import Link, Mark, Remark, SourceNote, StandingTally


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One criterion in one row: `told` is the evidence in brief, or what is missing, or the note; `numbers` are the
    reference marks [1][2] of its sources.
    """

    number: str
    criterion: str
    mark: Mark
    told: str
    numbers: str


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """One standard on one sheet of paper. `density` is ``plain``, ``snug`` or ``dense`` and names a CSS class:
    the more criteria, the smaller the print. `reasons` say why evidence is 推定 or 未明.
    """

    anchor: str
    density: str
    standard: Link
    basis: Remark
    dated: str
    tally: str
    tallies: tuple[StandingTally, ...]
    lines: tuple[ScoreLine, ...]
    legend: tuple[Mark, ...]
    sources: tuple[SourceNote, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScorecardView:
    """A base against every standard that it answers, a sheet for each."""

    base: Link
    place: str
    crumbs: tuple[Link, ...]
    sheets: tuple[ScoreSheet, ...]
