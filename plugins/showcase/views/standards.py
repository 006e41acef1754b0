"""Standards, each drawn as what it is, and the shelf that holds them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .. import addresses
from ..judgement import Verdict
from ..model import Basis, Criterion, Standard, Use
from ..reading.binding import Record
from .anchors import checklist_anchor, criterion_anchor
from .atlas import Atlas
from .checklist import LEGEND, SYMBOLS, basis_of, words_of
from .marks import COINED, PROPOSAL
from .pages import (
    Cell,
    Matrix,
    MatrixRow,
    StandardGroup,
    StandardItem,
    StandardRow,
    StandardShelf,
    StandardsView,
    StandardView,
)
from .paging import page_links, parts_of
from .parts import Link, Mark, Remark, Spine, SpineRun
from .phrasing import phrases, size_of
from .sheet import Sheet
from .wording import place_of

ROWS = 60
"""Bases on one page of a matrix: some 100 KB with six criteria."""
OTHERS = 12
_SHARED = "有"
SPINE_ITEMS = 18
"""Characters of items that fit on a spine."""
SHELVES = (
    (Use.checklist, "对照", "可由基地、组织或工作逐条对照的标准"),
    (Use.steps, "步骤", "有先后的做法"),
    (Use.structure, "架构", "组织与机制的结构"),
    (Use.principles, "理念与做法", "没有先后，也不用来对照"),
)
_UPRIGHT = re.compile(r"[0-9A-Za-z+]+")


def standard_parts(atlas: Atlas, identity: str) -> int:
    """On how many pages a standard stands."""
    return len(parts_of(atlas.catalogue.answering.get(identity, ()), ROWS))


def standard(sheet: Sheet, identity: str, number: int) -> StandardView:
    """Page `number`, counted from 1, of one standard and the bases that answer it."""
    record = sheet.catalogue.standards[identity]
    content = record.content
    use = content.use
    cites = sheet.cite(content.source, content.at)
    return StandardView(
        name=content.name,
        phrases=phrases(content.name),
        size=size_of(content.name),
        crumbs=(Link("标准与模式", addresses.STANDARDS),),
        remarks=remarks_of(content),
        cites=cites,
        lead=content.lead or "",
        origin=origin_of(content),
        note=content.note or "",
        count=_count(content),
        checklist=use is Use.checklist,
        steps=use is Use.steps,
        structure=use is Use.structure,
        principles=use is Use.principles,
        groups=_groups(sheet.atlas, content),
        matrix=matrix(sheet.atlas, identity, number),
        others=_others(sheet.atlas, record),
        sources=sheet.sources(),
    )


def _count(content: Standard) -> str:
    """How many items there are, where they are all of a kind and all count."""
    whole = all(one.required for one in content.all_criteria)
    countable = content.use is not Use.structure and whole
    return f"{len(content.all_criteria)}项" if countable else ""


def remarks_of(content: Standard) -> tuple[Remark, ...]:
    """What qualifies a standard as such."""
    found = (COINED,) if content.coined else ()
    return (*found, PROPOSAL) if content.proposal else found


def origin_of(content: Standard) -> str:
    """青岛市城阳区·2017年·对象：基地."""
    parts = (
        content.place or "",
        content.when.prose if content.when else "",
        f"对象：{content.scope}" if content.scope else "",
    )
    return "·".join(part for part in parts if part)


def _groups(atlas: Atlas, content: Standard) -> tuple[StandardGroup, ...]:
    shared = shared_start([one.name for one in content.all_criteria]) if content.criteria else ""
    numbers = iter(range(1, len(content.all_criteria) + 1))
    groups = (
        [("", content.criteria)]
        if content.criteria
        else [(g.name, g.criteria) for g in content.groups]
    )
    return tuple(
        StandardGroup(
            name,
            bool(name),
            tuple(_item(atlas, content, one, next(numbers), shared) for one in criteria),
        )
        for name, criteria in groups
    )


def _item(
    atlas: Atlas, content: Standard, one: Criterion, number: int, shared: str
) -> StandardItem:
    shift = content.shifts[number - 1] if content.shifts else ""
    before, _, after = shift.partition("→")
    base = atlas.catalogue.bases.get(one.base or "")
    return StandardItem(
        anchor=f"criterion-{number}",
        number=str(number),
        muted=shared,
        main=one.name.removeprefix(shared),
        explain=one.explain or "",
        optional=not one.required,
        paired=content.paired[number - 1] if content.paired else "",
        gives=content.gives[number - 1] if content.gives else "",
        shift_from=before,
        shift_to=after,
        base=Link(base.content.name, addresses.base(base.id)) if base else None,
    )


def shared_start(names: Sequence[str]) -> str:
    """有, where every name begins with it: what follows stands alone (阵地, 品牌), so it may be muted."""
    alike = len(names) >= 3 and all(name.startswith(_SHARED) and len(name) > 2 for name in names)
    return _SHARED if alike else ""


def matrix(atlas: Atlas, identity: str, number: int) -> Matrix | None:
    """Bases × criteria, or nothing where no base answers the standard."""
    answering = atlas.catalogue.answering.get(identity, ())
    if not answering:
        return None
    content = atlas.catalogue.standards[identity].content
    judged = atlas.judgements[identity]
    # best supported first, ties in the order of ids
    parts = parts_of(sorted(answering, key=lambda one: -sum(_counts(judged[one]))), ROWS)
    totals = [sum(column) for column in zip(*(map(_counts, judged.values())), strict=True)]
    bases = {atlas.catalogue.bases[one].content.standards[identity].basis for one in answering}
    basis = Basis.compiled if Basis.compiled in bases else sorted(bases)[0]
    shown = next(
        one
        for one in (atlas.catalogue.bases[name].content.standards[identity] for name in answering)
        if one.basis is basis
    )
    dated = f"{shown.date.prose}对照。" if shown.date else ""
    return Matrix(
        basis_of(shown),
        f"{dated}没有佐证的“达标”不计数。{_shared_note(atlas, identity)}",
        tuple(
            Link(one.name, f"#criterion-{place}")
            for place, one in enumerate(content.all_criteria, 1)
        ),
        tuple(_row(atlas, one, identity, judged[one]) for one in parts[number - 1]),
        tuple(f"{total}个" for total in totals),
        LEGEND,
        page_links(addresses.standard(identity), len(parts), number),
    )


def _shared_note(atlas: Atlas, identity: str) -> str:
    """What is said of every assessment alike."""
    bases = atlas.catalogue.bases
    notes = {
        bases[one].content.standards[identity].note for one in atlas.catalogue.answering[identity]
    }
    note = next(iter(notes)) if len(notes) == 1 else None
    return f"{note.rstrip('。')}。" if note else ""


def _counts(verdicts: Sequence[Verdict]) -> list[bool]:
    return [one.counts for one in verdicts]


def _row(atlas: Atlas, base: str, identity: str, verdicts: Sequence[Verdict]) -> MatrixRow:
    content = atlas.catalogue.bases[base].content
    return MatrixRow(
        Link(content.name, addresses.base(base, checklist_anchor(identity))),
        place_of(content),
        tuple(
            Cell(
                one.criterion.name,
                Mark(SYMBOLS[one.standing], one.standing.value),
                words_of(one, "条"),
                addresses.base(base, criterion_anchor(identity, one.number))
                if one.evidence
                else "",
            )
            for one in verdicts
        ),
        str(sum(one.counts for one in verdicts)),
        str(len(verdicts)),
    )


def _others(atlas: Atlas, record: Record[Standard]) -> tuple[Spine, ...]:
    """Standards of the same place, else of the same use: where to go on."""
    mine = record.content
    others = [one for one in atlas.catalogue.standards.values() if one.id != record.id]
    near = [one for one in others if mine.place and one.content.place == mine.place]
    near += [one for one in others if one.content.use is mine.use and one not in near]
    near += [one for one in others if one not in near]
    return tuple(spine(one) for one in near[:OTHERS])


def spine(record: Record[Standard], *, red: bool = False) -> Spine:
    """A standard as a book."""
    content = record.content
    title = content.short or content.name
    return Spine(
        addresses.standard(record.id),
        content.name,
        _upright(title),
        spine_items([one.name for one in content.all_criteria]),
        red,
    )


def _upright(title: str) -> tuple[SpineRun, ...]:
    runs = []
    last = 0
    for found in _UPRIGHT.finditer(title):
        runs += [
            SpineRun(title[last : found.start()], upright=False),
            SpineRun(found.group(), upright=True),
        ]
        last = found.end()
    runs.append(SpineRun(title[last:], upright=False))
    return tuple(run for run in runs if run.text)


def spine_items(names: Sequence[str]) -> str:
    """As many whole items as a spine holds, without the character that all begin with."""
    shared = shared_start(names)
    shown = ""
    for name in names:
        longer = f"{shown} {name.removeprefix(shared)}".strip()
        if len(longer) <= SPINE_ITEMS:
            shown = longer
    return shown


def standards(atlas: Atlas) -> StandardsView:
    """All standards by use."""
    records = atlas.catalogue.standards.values()
    chosen = atlas.catalogue.site.content.home.standards
    shelves = tuple(
        StandardShelf(
            use.name, name, about, tuple(_listed(one) for one in records if one.content.use is use)
        )
        for use, name, about in SHELVES
    )
    return StandardsView(
        "标准与模式",
        f"{len(records)}套，每一套都写明出处；可以对照的，达标要有佐证才算数。",
        shelf(atlas, chosen),
        tuple(one for one in shelves if one.standards),
    )


def shelf(atlas: Atlas, chosen: Sequence[str]) -> tuple[Spine, ...]:
    """The chosen standards as books, the first one red; the first dozen where none is chosen."""
    known = atlas.catalogue.standards
    ids = [one for one in chosen if one in known] or list(known)[:12]
    return tuple(spine(known[one], red=place == 0) for place, one in enumerate(ids))


def _listed(record: Record[Standard]) -> StandardRow:
    content = record.content
    names = [one.name for one in content.all_criteria]
    return StandardRow(
        addresses.standard(record.id),
        content.name,
        "、".join(names[:7])
        + ("等" if len(names) > 7 else "")
        + (f"（{content.note}）" if content.note else ""),
        origin_of(content),
        remarks_of(content),
    )
