"""A base held against a standard, criterion by criterion, with evidence one tap away."""

from __future__ import annotations

from .. import addresses
from ..judgement import Thing, Verdict
from ..model import Assessment, Base, Basis
from ..reading.binding import Record
from .anchors import checklist_anchor, criterion_anchor, tie_anchor
from .evidence import piece_of
from .parts import Checklist, ChecklistItem, EvidenceItem, Link, Remark
from .sheet import Sheet
from .standing import (
    lacking,
    mark_of,
    needed,
    open_of,
    sum_of,
    tallies_of,
    words_of,
)
from .wording import plain

BASES = {
    Basis.compiled: "由本站据公开资料对照，不是官方评定",
    Basis.self_assessed: "由基地自己对照，不是官方评定",
    Basis.awarded: "出自主管部门的评定",
}


def basis_of(assessment: Assessment) -> Remark:
    """Who says so."""
    return Remark(assessment.basis.value, BASES[assessment.basis])


def checklist(
    sheet: Sheet, record: Record[Base], identity: str, assessment: Assessment
) -> Checklist:
    """The view of one assessment."""
    standard = sheet.catalogue.standards[identity].content
    verdicts = sheet.atlas.judgements[identity][record.id]
    opened = next((one.number for one in verdicts if one.evidence), 0)
    return Checklist(
        checklist_anchor(identity),
        Link(standard.name, addresses.standard(identity)),
        basis_of(assessment),
        assessment.date.prose if assessment.date else "",
        assessment.by or "",
        sum_of(verdicts),
        tallies_of(verdicts, lambda one: f"#{criterion_anchor(identity, one.number)}"),
        open_of(verdicts),
        assessment.note or "",
        sheet.claim(assessment.tied_by, tie_anchor(identity)),
        tuple(_item(sheet, record, identity, one, opened=one.number == opened) for one in verdicts),
        Link("打印对照表", addresses.scorecard(record.id, checklist_anchor(identity))),
    )


def _item(
    sheet: Sheet, record: Record[Base], identity: str, verdict: Verdict, *, opened: bool
) -> ChecklistItem:
    assessment = record.content.standards[identity]
    missing = lacking(verdict, assessment, sheet.catalogue.standards[identity].content)
    note = (verdict.answer.note or "") if verdict.answer else ""
    return ChecklistItem(
        criterion_anchor(identity, verdict.number),
        verdict.criterion.name,
        mark_of(verdict),
        words_of(verdict, "条佐证"),
        missing,
        note,
        needed(verdict),
        tuple(_evidence(sheet, record, one) for one in verdict.evidence),
        bool(missing or note or verdict.evidence or verdict.criterion.evidence_needed),
        opened,
    )


def _evidence(sheet: Sheet, record: Record[Base], thing: Thing) -> EvidenceItem:
    piece = piece_of(sheet.atlas, record, thing)
    if piece.claim is None:
        return EvidenceItem(piece.kind, piece.when, plain(piece.text), piece.path, (), ())
    cites = sheet.cite(piece.claim.source, piece.claim.at)
    remarks = sheet.remarks(piece.claim)
    return EvidenceItem(piece.kind, piece.when, sheet.text(piece.text), piece.path, remarks, cites)
