"""What a base's assessments lack: evidence that would light a criterion, and evidence that grows old.

What is promised is tried out first: a step that judgement would not reward is not proposed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..catalogue import Catalogue
from ..judgement import Standing, Thing, Verdict, date_of, judge, supports
from ..model import (
    Activity,
    Assessment,
    Base,
    Claim,
    Evidence,
    Honour,
    PartialDate,
    Stat,
    Statement,
    Status,
    Use,
)
from ..model import Standard as StandardModel
from ..reading.binding import Path, Record
from .findings import Finding, Outlook, finding
from .matters import Matter
from .months import earliest, latest, named

SOON = 6
"""Months ahead within which evidence counts as about to expire: time to hold one more event."""
NAMED = 6
"""Criteria named in one sentence; of more, only the number is told besides."""
_PHOTOGRAPHS = ("照片", "图片", "相片", "影像")
_WAITING = (Standing.wanting, Standing.stale)


@dataclass(frozen=True)
class _Held:
    """A base held against one standard."""

    record: Record[Base]
    identity: str
    assessment: Assessment
    standard: StandardModel

    @property
    def path(self) -> Path:
        return ("standards", self.identity)

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        return judge(self.record.content, self.assessment, self.standard)

    @property
    def outlook(self) -> Outlook | None:
        """How near the standard is to being whole, where nothing but evidence is lacking."""
        open_ones = [one for one in self.verdicts if not one.counts]
        waiting = [one for one in open_ones if _waits(one)]
        if not open_ones or len(waiting) < len(open_ones):
            return None
        total = len(self.verdicts)
        return Outlook(self.identity, self.standard.name, total - len(open_ones), total)

    def answer_path(self, verdict: Verdict) -> Path:
        """Where an answer stands, or where it would."""
        for number, answer in enumerate(self.assessment.answers):
            if answer is verdict.answer:
                return (*self.path, "answers", number)
        return (*self.path, "answers")


def look(
    record: Record[Base], catalogue: Catalogue, as_of: PartialDate | None
) -> Iterator[Finding]:
    """Everything that the assessments of a base lack."""
    for held in _held(record, catalogue):
        for verdict in held.verdicts:
            if verdict.standing is Standing.wanting:
                yield _wanting(held, verdict)
            elif verdict.standing is Standing.stale:
                yield from _stale(held, verdict)
            elif verdict.standing in (Standing.met, Standing.partly):
                yield from _expiring(held, verdict, as_of)
        unanswered = [one for one in held.verdicts if one.standing is Standing.unanswered]
        silent = [one for one in unanswered if one.answer is None]
        said = [one for one in unanswered if one.answer is not None]
        pending = [one for one in held.verdicts if one.standing is Standing.pending]
        yield from _open(held, said, Matter.unanswered, "unanswered")
        yield from _open(held, silent, Matter.unanswered, "unanswered-silent")
        yield from _open(held, pending, Matter.pending, "pending")
    yield from _untied(record, catalogue)


def outlooks(record: Record[Base], catalogue: Catalogue) -> Iterator[Outlook]:
    """The standards that some more evidence would make whole."""
    for held in _held(record, catalogue):
        if held.outlook is not None:
            yield held.outlook


def _held(record: Record[Base], catalogue: Catalogue) -> Iterator[_Held]:
    for identity, assessment in record.content.standards.items():
        known = catalogue.standards.get(identity)
        if known is not None and _answerable(known.content):
            yield _Held(record, identity, assessment, known.content)


def _answerable(standard: StandardModel) -> bool:
    return standard.use is Use.checklist and not standard.persons


def _waits(verdict: Verdict) -> bool:
    """Whether evidence alone would make a criterion count."""
    answered = verdict.answer is not None and verdict.answer.status is Status.met
    return answered and verdict.standing in _WAITING


def _gain(held: _Held, verdict: Verdict) -> tuple[int, str]:
    """How near lighting a criterion brings the standard to being whole, and the words for it."""
    outlook = held.outlook
    if outlook is None or not _waits(verdict):
        return 0, ""
    of = outlook.of
    whole = f"，“{outlook.standard}”就是{of}/{of}" if outlook.lacking == 1 else ""
    # the fewer are lacking, the more one of them is worth
    return max(1, 100 - outlook.lacking), whole


def _wanting(held: _Held, verdict: Verdict) -> Finding:
    counts = _waits(verdict)
    matter = Matter.lit if counts else Matter.partly
    gain, whole = _gain(held, verdict)
    values = {
        "standard": held.standard.name, "criterion": verdict.criterion.name, "whole": whole,
        "standing": (Standing.met if counts else Standing.partly).value,
    }  # fmt: skip
    path = held.answer_path(verdict)
    for spot, thing in _unsourced(held, verdict, path):
        values["thing"] = _said(thing)
        return finding(held.record, matter, f"{matter.name}-source", spot, gain=gain, **values)
    needed = verdict.criterion.evidence_needed or ""
    if any(word in needed for word in _PHOTOGRAPHS):
        return finding(held.record, matter, f"{matter.name}-photo", path, gain=gain, **values)
    if needed:
        values["needed"] = needed.rstrip("。")
        return finding(held.record, matter, f"{matter.name}-needed", path, gain=gain, **values)
    return finding(held.record, matter, f"{matter.name}-any", path, gain=gain, **values)


def _unsourced(held: _Held, verdict: Verdict, path: Path) -> Iterator[tuple[Path, Claim]]:
    """The evidence named that lacks nothing but a source, where a source would really do."""
    base, answer = held.record.content, verdict.answer
    for number, named_one in enumerate(answer.evidence if answer else ()):
        if named_one.ref is None:
            spot: Path = (*path, "evidence", number)
            thing: Claim | None = named_one if named_one.text else None
        else:
            spot, thing = next(
                ((spot, one) for spot, one in _claims(base) if one.id == named_one.ref), ((), None)
            )
        if thing is not None and thing.source is None and _fresh(held, thing):
            yield spot, thing


def _claims(base: Base) -> Iterator[tuple[Path, Activity | Honour | Stat | Statement]]:
    lists: tuple[tuple[str, tuple[Activity | Honour | Stat | Statement, ...]], ...] = (
        ("activities", base.activities), ("honours", base.honours), ("stats", base.stats),
        ("statements", base.statements),
    )  # fmt: skip
    return (((name, index), one) for name, claims in lists for index, one in enumerate(claims))


def _fresh(held: _Held, thing: Claim) -> bool:
    """Whether evidence is recent enough at the assessment's own date."""
    limit = _oldest(held)
    assert isinstance(thing, Activity | Honour | Stat | Statement | Evidence)
    ended = latest(date_of(thing))
    return limit is None or ended is None or ended >= limit


def _oldest(held: _Held) -> int | None:
    """The first month from which evidence counts at the assessment's own date; None where any does."""
    valid, at = held.standard.evidence_valid_months, earliest(held.assessment.date)
    return at - valid if valid and at is not None else None


def _said(thing: Claim) -> str:
    if isinstance(thing, Activity | Honour):
        return thing.title
    return thing.label if isinstance(thing, Stat) else str(getattr(thing, "text", ""))


def _stale(held: _Held, verdict: Verdict) -> Iterator[Finding]:
    oldest = _oldest(held)
    if oldest is None or verdict.answer is None:
        return
    gain, whole = _gain(held, verdict)
    yield finding(
        held.record, Matter.renewed, "renewed", held.answer_path(verdict), gain=gain,
        standard=held.standard.name, criterion=verdict.criterion.name, whole=whole,
        standing=verdict.answer.status.value, month=named(oldest),
    )  # fmt: skip


def _expiring(held: _Held, verdict: Verdict, as_of: PartialDate | None) -> Iterator[Finding]:
    valid, now = held.standard.evidence_valid_months, earliest(as_of)
    if not valid or now is None:
        return
    newest = _newest(tuple(thing for thing in verdict.evidence if supports(thing)))
    if newest is None:
        return
    ends = newest + valid + 1
    if ends - now <= SOON:
        yield finding(
            held.record, Matter.expiring, "expiring", held.answer_path(verdict), gain=-ends,
            standard=held.standard.name, criterion=verdict.criterion.name,
            standing=verdict.standing.value, month=named(ends), newest=named(newest),
        )  # fmt: skip


def _newest(evidence: tuple[Thing, ...]) -> int | None:
    """The month of the newest piece; None where one has no date and so never expires."""
    dates = [latest(date_of(thing)) for thing in evidence]
    known = [one for one in dates if one is not None]
    return max(known) if known and len(known) == len(dates) else None


def _open(held: _Held, found: list[Verdict], matter: Matter, code: str) -> Iterator[Finding]:
    if not found:
        return
    names = "、".join(f"“{one.criterion.name}”" for one in found[:NAMED])
    more = f"等{len(found)}条" if len(found) > NAMED else ""
    yield finding(
        held.record, matter, code, *(held.answer_path(one) for one in found),
        standard=held.standard.name, names=names + more,
    )  # fmt: skip


def _untied(record: Record[Base], catalogue: Catalogue) -> Iterator[Finding]:
    """Checklists that a base is said to practise and is not held against."""
    base = record.content
    for number, identity in enumerate(base.related_standards):
        known = catalogue.standards.get(identity)
        if known is not None and _answerable(known.content) and identity not in base.standards:
            path: Path = ("related_standards", number)
            name = known.content.name
            yield finding(record, Matter.untied, "untied", path, standard=name, id=identity)
