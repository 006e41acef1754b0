"""Bases side by side: only what their profiles say, word for word, each thing with the way to where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .. import addresses
from ..model import Base, Claim
from ..reading.binding import Record
from .anchors import checklist_anchor, criterion_anchor
from .cards import name_remarks
from .checklist import basis_of
from .pages import CompareView
from .parts import Link, Mark, Remark
from .sheet import Sheet
from .standing import LEGEND, mark_of, sum_of, words_of
from .wording import spot_of, when_of

TITLE = "基地对比"
ROWS = (
    ("kind", "类别"),
    ("place", "在哪里"),
    ("level", "级别"),
    ("founded", "成立"),
    ("brand", "所属"),
    ("slogan", "口号"),
    ("practised", "相关标准"),
    ("honours", "荣誉"),
    ("events", "大事"),
    ("figures", "数据"),
)
"""What is compared beside the standards, in this order."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a profile says. `label` is what a figure tells of, `when` its date; both may be empty.

    `path` leads to where it stands, with `origin`, the source, in words; what cites nothing has no origin.
    """

    text: str
    path: str = ""
    origin: str = ""
    label: str = ""
    when: str = ""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A base held against one standard; each cell a mark, its words, and where the criterion stands."""

    standard: str
    tally: str
    basis: Remark
    path: str
    cells: tuple[tuple[Mark, str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One base of a comparison: its facts by the names of `ROWS`, rows without any left out."""

    id: str
    name: str
    path: str
    remarks: tuple[Remark, ...]
    facts: dict[str, tuple[Fact, ...]]
    standards: tuple[Held, ...]


def page() -> CompareView:
    """The page before any base was chosen."""
    return CompareView(
        TITLE,
        (Link("基地", addresses.DIRECTORY),),
        "最多四个并排看。只列各基地页面上写明的内容，数字照来源原样写出，不相加，不排名。",
        Link("基地一览表", addresses.REGISTER),
        LEGEND,
    )


def column(sheet: Sheet, record: Record[Base]) -> Column:
    """All that is compared of one base."""
    found = {name: tuple(_facts(sheet, record, name)) for name, _ in ROWS}
    return Column(
        record.id,
        record.content.name,
        addresses.base(record.id),
        name_remarks(record.content),
        {name: facts for name, facts in found.items() if facts},
        tuple(_held(sheet, record, identity) for identity in record.content.standards),
    )


def _facts(sheet: Sheet, record: Record[Base], name: str) -> Iterator[Fact]:
    base = record.content
    match name:
        case "kind":
            yield Fact(base.kind.value)
        case "place":
            yield Fact(spot_of(base))
        case "level" if base.level is not None:
            yield Fact(base.level.value)
        case "founded" if base.founded is not None:
            yield _cited(sheet, record, base.founded, base.founded.date.prose, "founded")
        case "brand":
            for parent in sheet.catalogue.ancestors(record.id):
                yield Fact(sheet.catalogue.bases[parent].content.name, addresses.base(parent))
        case "slogan" if base.slogan:
            yield Fact(base.slogan)
        case "practised":
            for identity in base.related_standards:
                standard = sheet.catalogue.standards[identity].content
                yield Fact(standard.name, addresses.standard(identity))
        case "honours":
            for number, honour in enumerate(base.honours, 1):
                when = honour.date.prose if honour.date else ""
                anchor = honour.id or f"honour-{number}"
                yield _cited(sheet, record, honour, honour.title, anchor, when=when)
        case "events":
            yield from _events(sheet, record)
        case "figures":
            for number, stat in enumerate(base.stats, 1):
                told, anchor = stat.value.written, stat.id or f"stat-{number}"
                yield _cited(
                    sheet, record, stat, told, anchor, label=stat.label, when=when_of(stat)
                )


def _events(sheet: Sheet, record: Record[Base]) -> Iterator[Fact]:
    """How many there are on the base's timeline, counted here."""
    count = len(sheet.atlas.happenings[record.id])
    if count:
        several = addresses.base_timeline(record.id) if count > 1 else addresses.base(record.id)
        yield Fact(f"{count}条", several)


def _cited(
    sheet: Sheet,
    record: Record[Base],
    claim: Claim,
    text: str,
    anchor: str,
    *,
    label: str = "",
    when: str = "",
) -> Fact:
    source = sheet.catalogue.sources.get(claim.source or "")
    origin = "，".join(part for part in (source.short, claim.at) if part) if source else ""
    path = sheet.atlas.claim_path(record, anchor)
    return Fact(text, path, origin, label, when, sheet.remarks(claim))


def _held(sheet: Sheet, record: Record[Base], identity: str) -> Held:
    verdicts = sheet.atlas.judgements[identity][record.id]
    return Held(
        identity,
        sum_of(verdicts),
        basis_of(record.content.standards[identity]),
        addresses.base(record.id, checklist_anchor(identity)),
        tuple(
            (
                mark_of(one),
                words_of(one, "条佐证"),
                addresses.base(record.id, criterion_anchor(identity, one.number)),
            )
            for one in verdicts
        ),
    )
