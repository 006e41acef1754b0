"""Standards, each drawn as what it is, and the shelf that holds them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .. import addresses
from ..model import Standard, Use
from ..reading.binding import Record
from .atlas import Atlas
from .diagrams import diagram, says_more
from .marks import COINED, PROPOSAL
from .matrix import matrix, matrix_parts
from .pages import (
    StandardRow,
    StandardShelf,
    StandardsView,
    StandardView,
)
from .parts import Link, Remark, Spine, SpineRun
from .phrasing import phrases, size_of
from .sheet import Sheet
from .standard_items import groups_of, shared_start

OTHERS = 12
SPINE_TITLE = 8
"""Characters that stand in one column of a spine at full size."""
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
    return len(matrix_parts(atlas, identity))


def standard(sheet: Sheet, identity: str, number: int) -> StandardView:
    """Page `number`, counted from 1, of one standard and the bases that answer it."""
    record = sheet.catalogue.standards[identity]
    content = record.content
    use = content.use
    cites = sheet.cite(content.source, content.at)
    groups = groups_of(sheet.atlas, content)
    drawn = diagram(content.name, content.short or content.name, use, groups)
    return StandardView(
        name=content.name,
        phrases=phrases(content.name),
        size=size_of(content.name),
        crumbs=(Link("标准与模式", addresses.STANDARDS),),
        remarks=remarks_of(content),
        cites=cites,
        lead=content.lead or "",
        # a mark alone on its line would not say what it is
        origin=origin_of(content) or ("" if content.lead else "出处"),
        note=content.note or "",
        count=_count(content),
        checklist=use is Use.checklist,
        steps=use is Use.steps,
        structure=use is Use.structure,
        principles=use is Use.principles,
        groups=groups,
        diagram=drawn,
        folded=drawn is not None and not any(says_more(i) for g in groups for i in g.items),
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
        long=len(title) > SPINE_TITLE,
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
    """The first items, as many whole ones as a spine holds, without the character that all begin with."""
    shared = shared_start(names)
    told = [name.removeprefix(shared) for name in names]
    for count in range(len(told), 0, -1):
        shown = " ".join(told[:count]) + ("等" if count < len(told) else "")
        if len(shown) <= SPINE_ITEMS:
            return shown
    return ""


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
