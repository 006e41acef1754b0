"""Judging bases by evidence: what each answer to a standard counts for.

The rule is the content model's: a 达标 counts only with evidence, a thing with its own line in the
sources; evidence that had grown old at the assessment's own date is 待更新; silence is 未对照.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from .model import (
    Activity,
    Answer,
    Assessment,
    Base,
    Claim,
    Criterion,
    Evidence,
    Honour,
    PartialDate,
    Period,
    Photo,
    Stat,
    Statement,
    Status,
)
from .model import Standard as StandardModel


class Standing(StrEnum):
    """What an answer counts for, as shown."""

    met = "达标"
    partly = "部分达标"
    wanting = "待佐证"
    stale = "待更新"
    unmet = "未达标"
    pending = "待核"
    unanswered = "未对照"


Thing = Activity | Honour | Stat | Statement | Photo | Evidence
"""What evidence may be: a thing with its own line."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One criterion, and how a base stands to it with what evidence."""

    criterion: Criterion
    number: int
    standing: Standing
    answer: Answer | None
    evidence: tuple[Thing, ...]

    @property
    def counts(self) -> bool:
        """Whether it adds to the number of criteria met."""
        return self.standing is Standing.met


def things(base: Base) -> Mapping[str, Thing]:
    """Everything in a base that evidence can point at, by id or file name."""
    claims: tuple[Activity | Honour | Stat | Statement, ...] = (
        *base.activities, *base.honours, *base.stats, *base.statements,
    )  # fmt: skip
    found: dict[str, Thing] = {claim.id: claim for claim in claims if claim.id}
    found.update({photo.file: photo for photo in base.photos})
    return found


def judge(base: Base, assessment: Assessment, standard: StandardModel) -> tuple[Verdict, ...]:
    """How a base stands to every criterion of a standard, in the standard's order."""
    answers = {answer.criterion: answer for answer in assessment.answers}
    within = things(base)
    verdicts = []
    for number, criterion in enumerate(standard.all_criteria, 1):
        answer = answers.get(criterion.name) or (
            answers.get(criterion.id) if criterion.id else None
        )
        evidence = _found(answer, within) if answer else ()
        standing = (
            _standing(answer, evidence, assessment, standard) if answer else Standing.unanswered
        )
        verdicts.append(Verdict(criterion, number, standing, answer, evidence))
    return tuple(verdicts)


def supports(thing: Thing) -> bool:
    """Whether a thing can carry a tick: a photograph, or anything that cites a source itself."""
    return isinstance(thing, Photo) or (isinstance(thing, Claim) and thing.source is not None)


def _found(answer: Answer, within: Mapping[str, Thing]) -> tuple[Thing, ...]:
    named = (within.get(one.ref) if one.ref else one for one in answer.evidence)
    return tuple(thing for thing in named if thing is not None)


def _standing(
    answer: Answer,
    evidence: tuple[Thing, ...],
    assessment: Assessment,
    standard: StandardModel,
) -> Standing:
    if answer.status not in (Status.met, Status.partly):
        return Standing(answer.status.value)
    sound = [thing for thing in evidence if supports(thing)]
    if not sound:
        return Standing.wanting
    if standard.evidence_valid_months and assessment.date:
        limit = standard.evidence_valid_months
        if all(_expired(thing, assessment.date, limit) for thing in sound):
            return Standing.stale
    return Standing(answer.status.value)


def _expired(thing: Thing, at: PartialDate, months: int) -> bool:
    """Whether dated evidence lay more than `months` before `at`; undated evidence never expires.

    Both dates are read to the evidence's advantage: its latest possible month, the earliest possible
    month of the assessment.
    """
    date = date_of(thing)
    if date is None or date.year is None or at.year is None:
        return False
    age = (at.year * 12 + (at.month or 1)) - (date.year * 12 + (date.month or 12))
    return age > months


def date_of(thing: Thing) -> PartialDate | None:
    """The date that a piece of evidence is measured by."""
    if isinstance(thing, Stat | Statement):
        return thing.as_of or thing.date
    written = thing.date if isinstance(thing, Activity | Honour) else None
    if isinstance(written, Period):
        return written.end or written.start
    return written
