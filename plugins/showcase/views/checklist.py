"""A base held against a standard, criterion by criterion, with evidence one tap away."""

from __future__ import annotations

from .. import addresses
from ..judgement import Standing, Thing, Verdict
from ..model import (
    Activity,
    Assessment,
    Base,
    Basis,
    Claim,
    DatedClaim,
    Evidence,
    Honour,
    Photo,
    Stat,
    Statement,
)
from ..reading.binding import Record
from .anchors import checklist_anchor, criterion_anchor, tie_anchor
from .parts import Checklist, ChecklistItem, EvidenceItem, Link, Mark, Remark
from .sheet import Sheet
from .wording import plain, sentence_of, when_beside

SYMBOLS = {
    Standing.met: "met",
    Standing.partly: "partly",
    Standing.wanting: "wanting",
    Standing.stale: "stale",
    Standing.unmet: "unmet",
    Standing.pending: "open",
    Standing.unanswered: "open",
}
BASES = {
    Basis.compiled: "由本站据公开资料对照，不是官方评定",
    Basis.self_assessed: "由基地自己对照，不是官方评定",
    Basis.awarded: "出自主管部门的评定",
}
LEGEND = (
    Mark("met", "达标，有佐证"),
    Mark("partly", "部分达标"),
    Mark("wanting", "达标，待佐证"),
    Mark("stale", "佐证待更新"),
    Mark("unmet", "未达标"),
    Mark("open", "未对照或待核"),
)


def words_of(verdict: Verdict, unit: str) -> str:
    """达标·1条: the standing, and how many pieces of evidence where there are any."""
    count = len(verdict.evidence)
    return f"{verdict.standing.value}·{count}{unit}" if count else verdict.standing.value


def basis_of(assessment: Assessment) -> Remark:
    """Who says so."""
    return Remark(assessment.basis.value, BASES[assessment.basis])


def checklist(
    sheet: Sheet, record: Record[Base], identity: str, assessment: Assessment
) -> Checklist:
    """The view of one assessment."""
    standard = sheet.catalogue.standards[identity].content
    verdicts = sheet.atlas.judgements[identity][record.id]
    first = next((one.number for one in verdicts if one.evidence), 0)
    met = sum(one.counts for one in verdicts)
    tied = assessment.tied_by
    return Checklist(
        checklist_anchor(identity),
        Link(standard.name, addresses.standard(identity)),
        basis_of(assessment),
        assessment.date.prose if assessment.date else "",
        assessment.by or "",
        f"{met}／{len(verdicts)}项达标且有佐证",
        assessment.note or "",
        sheet.claim(tied, tie_anchor(identity)),
        tuple(_item(sheet, record, identity, one, opened=one.number == first) for one in verdicts),
    )


def _item(
    sheet: Sheet, record: Record[Base], identity: str, verdict: Verdict, *, opened: bool
) -> ChecklistItem:
    return ChecklistItem(
        criterion_anchor(identity, verdict.number),
        verdict.criterion.name,
        Mark(SYMBOLS[verdict.standing], verdict.standing.value),
        words_of(verdict, "条佐证"),
        (verdict.answer.note or "") if verdict.answer else "",
        tuple(_evidence(sheet, record, one) for one in verdict.evidence),
        opened,
    )


def _evidence(sheet: Sheet, record: Record[Base], thing: Thing) -> EvidenceItem:
    if isinstance(thing, Photo):
        return EvidenceItem("照片", "", plain(thing.alt), "", (), ())
    kind, text = _named(thing)
    pointed = thing.id and not isinstance(thing, Evidence)
    path = sheet.atlas.claim_path(record, thing.id or "") if pointed else ""
    cites = sheet.cite(thing.source, thing.at)
    return EvidenceItem(kind, _when(thing), sheet.text(text), path, sheet.remarks(thing), cites)


def _named(thing: Claim) -> tuple[str, str]:
    if isinstance(thing, Activity):
        return "活动", thing.title
    if isinstance(thing, Honour):
        return "荣誉", thing.title
    if isinstance(thing, Stat):
        return "数据", sentence_of(thing)
    return "记载", (thing.text or "") if isinstance(thing, Statement | Evidence) else ""


def _when(thing: Claim) -> str:
    if isinstance(thing, Activity | Honour):
        return thing.date.prose if thing.date else ""
    return when_beside(thing, _named(thing)[1]) if isinstance(thing, DatedClaim) else ""
