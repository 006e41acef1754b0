"""Everything cited, gathered by the document that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from .. import addresses
from ..catalogue import Catalogue
from ..model import (
    Activity,
    Base,
    Claim,
    DatedClaim,
    Evidence,
    Founding,
    Honour,
    Note,
    Stat,
    Statement,
)
from ..reading.binding import Record
from .anchors import checklist_anchor, tie_anchor
from .pages import RestingClaim
from .parts import Link, Remark
from .wording import gloss_of, sentence_of, when_beside

Citing = tuple[Link, Callable[[], RestingClaim]]
"""Who cites, and what: made when its page is, for there are thousands."""
Where = Callable[[Record[Base], str], str]
"""The path of a claim, given its base and its anchor there."""


def resting(
    catalogue: Catalogue, listed: Iterable[Record[Base]], where: Where
) -> Mapping[str, tuple[Citing, ...]]:
    """Everything cited, by source: bases first, then standards, then terms."""
    found: dict[str, list[Citing]] = {source: [] for source in catalogue.sources}
    for record in listed:
        link = Link(record.content.name, addresses.base(record.id))
        for source, claim in _of_base(where, record):
            found[source].append((link, claim))
    for identity, standard in catalogue.standards.items():
        content = standard.content
        link = Link(content.name, addresses.standard(identity))
        items = "、".join(one.name for one in content.all_criteria)
        when = content.when.prose if content.when else ""
        claim = partial(RestingClaim, "标准", when, items, addresses.standard(identity), ())
        found[content.source].append((link, claim))
    for term in catalogue.glossary.content.terms:
        when = term.date.prose if term.date else ""
        path = addresses.term(term.id)
        claim = partial(RestingClaim, "术语", when, gloss_of(term), path, ())
        found[term.source].append((Link(term.term, path), claim))
        if term.note_source is not None and term.note:
            claim = partial(RestingClaim, "术语", "", term.note, path, ())
            found[term.note_source].append((Link(term.term, path), claim))
    return {source: tuple(claims) for source, claims in found.items()}


def _of_base(
    where: Where, record: Record[Base]
) -> Iterator[tuple[str, Callable[[], RestingClaim]]]:
    base = record.content
    numbered: tuple[tuple[str, str, tuple[Claim, ...]], ...] = (
        ("记载", "statement", base.statements),
        ("数据", "stat", base.stats),
        ("荣誉", "honour", base.honours),
        ("活动", "event", base.activities),
        ("编注", "note", base.notes),
    )
    if base.founded is not None and base.founded.source is not None:
        yield base.founded.source, partial(_claim, where, record, "记载", "founded", base.founded)
    for kind, name, claims in numbered:
        for number, one in enumerate(claims, 1):
            if one.source is not None:
                yield (
                    one.source,
                    partial(_claim, where, record, kind, one.id or f"{name}-{number}", one),
                )
    for identity, assessment in base.standards.items():
        tied = assessment.tied_by
        if tied.source is not None:
            yield (
                tied.source,
                partial(_claim, where, record, "对照依据", tie_anchor(identity), tied),
            )
        for answer in assessment.answers:
            for one in answer.evidence:
                if one.ref is None and one.source is not None:
                    yield (
                        one.source,
                        partial(_claim, where, record, "佐证", checklist_anchor(identity), one),
                    )


def _claim(where: Where, record: Record[Base], kind: str, anchor: str, one: Claim) -> RestingClaim:
    path = where(record, anchor)
    remarks = (Remark(one.sure.value, one.because or ""),) if one.sure else ()
    return RestingClaim(kind, _when(one), _text(one), path, remarks)


def _text(one: Claim) -> str:
    if isinstance(one, Stat):
        return sentence_of(one)
    if isinstance(one, Honour | Activity):
        return one.title
    if isinstance(one, Founding):
        return "成立"
    if isinstance(one, Statement | Note | Evidence):
        return one.text or ""
    return ""


def _when(one: Claim) -> str:
    if isinstance(one, DatedClaim):
        return when_beside(one, _text(one))
    if isinstance(one, Honour | Activity | Founding):
        return one.date.prose if one.date else ""
    return ""
