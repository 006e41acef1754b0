"""A base's checklists for printing: one sheet of A4 for each standard that it answers."""

from __future__ import annotations

from .. import addresses
from ..judgement import Verdict
from ..model import Assessment, Base
from ..reading.binding import Record
from .anchors import checklist_anchor
from .atlas import Atlas
from .checklist import basis_of
from .evidence import Piece, piece_of
from .pages import ScorecardView, ScoreLine, ScoreSheet
from .parts import Link
from .sheet import Sheet
from .standing import LEGEND, lacking_briefly, mark_of, sum_of, tallies_of
from .wording import place_of

_DENSITIES = ((8, "plain", 96), (14, "snug", 60), (1000, "dense", 30))
"""Up to how many criteria a sheet is set how, and how many characters of evidence each then shows."""


def scorecard(atlas: Atlas, record: Record[Base]) -> ScorecardView:
    """The view of one base that answers a standard."""
    base = record.content
    return ScorecardView(
        Link(base.name, addresses.base(record.id)),
        place_of(base),
        (Link("基地", addresses.DIRECTORY), Link(base.name, addresses.base(record.id))),
        tuple(
            _sheet(atlas, record, identity, assessment)
            for identity, assessment in base.standards.items()
        ),
    )


def title_of(base: Base) -> str:
    """What the page is called."""
    return f"{base.name}对照表"


def description_of(atlas: Atlas, record: Record[Base]) -> str:
    """青岛市城阳区·新心向阳：六有标准，2／6项达标且有佐证（资料整理）."""
    base = record.content
    told = "；".join(
        f"{atlas.catalogue.standards[identity].content.name}，"
        f"{sum_of(atlas.judgements[identity][record.id])}（{assessment.basis.value}）"
        for identity, assessment in base.standards.items()
    )
    return f"{place_of(base)}·{base.name}：{told}"


def _sheet(atlas: Atlas, record: Record[Base], identity: str, assessment: Assessment) -> ScoreSheet:
    # a sheet of paper stands alone, with its own numbers and its own sources
    sheet = Sheet(atlas, addresses.scorecard(record.id))
    verdicts = atlas.judgements[identity][record.id]
    density, room = next((name, room) for most, name, room in _DENSITIES if len(verdicts) <= most)
    dated = assessment.date.prose if assessment.date else ""
    return ScoreSheet(
        checklist_anchor(identity),
        density,
        Link(atlas.catalogue.standards[identity].content.name, addresses.standard(identity)),
        basis_of(assessment),
        "·".join(part for part in (dated, assessment.by or "") if part),
        sum_of(verdicts),
        tallies_of(verdicts, lambda _: ""),
        tuple(_line(sheet, record, identity, one, room) for one in verdicts),
        LEGEND,
        sheet.sources(),
        _reasons(atlas, record, verdicts),
    )


def _line(
    sheet: Sheet, record: Record[Base], identity: str, verdict: Verdict, room: int
) -> ScoreLine:
    pieces = [piece_of(sheet.atlas, record, one) for one in verdict.evidence]
    cited = [one.claim for one in pieces if one.claim is not None]
    cites = [mark for one in cited for mark in sheet.cite(one.source, one.at)]
    return ScoreLine(
        str(verdict.number),
        verdict.criterion.name,
        mark_of(verdict),
        _told(sheet, record, identity, verdict, pieces, room),
        "".join(f"[{number}]" for number in sorted({one.number for one in cites})),
    )


def _told(
    sheet: Sheet,
    record: Record[Base],
    identity: str,
    verdict: Verdict,
    pieces: list[Piece],
    room: int,
) -> str:
    assessment = record.content.standards[identity]
    missing = lacking_briefly(verdict, assessment, sheet.catalogue.standards[identity].content)
    evidence = "；".join(f"{_kind(sheet, one)}：{one.when}{one.text}" for one in pieces)
    note = (verdict.answer.note or "") if verdict.answer else ""
    # what keeps it from counting comes first and is never cut away
    return _cut("；".join(part for part in (missing, evidence or note) if part), room)


def _kind(sheet: Sheet, piece: Piece) -> str:
    """活动（推定）: what qualifies a piece stands before it, where nothing is cut away."""
    labels = "、".join(one.label for one in sheet.remarks(piece.claim)) if piece.claim else ""
    return f"{piece.kind}（{labels}）" if labels else piece.kind


def _reasons(atlas: Atlas, record: Record[Base], verdicts: tuple[Verdict, ...]) -> tuple[str, ...]:
    """第1、4项推定：文中未写年份. Why evidence says more, or less surely, than its source."""
    found: dict[str, dict[str, None]] = {}
    for verdict in verdicts:
        for thing in verdict.evidence:
            claim = piece_of(atlas, record, thing).claim
            if claim is not None and claim.sure is not None:
                reason = f"项{claim.sure.value}：{claim.because or ''}"
                found.setdefault(reason, {})[str(verdict.number)] = None
    return tuple(f"第{'、'.join(numbers)}{reason}" for reason, numbers in found.items())


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: room - 1]}…"
