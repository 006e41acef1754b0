"""The checkup as staff see it in the preview: what each base lacks, and what its page would gain."""

from __future__ import annotations

from dataclasses import replace

from .. import addresses
from ..checkup import WEIGHTS, Checkup, Examined, Finding, Step, foremost
from ..checkup.wording import (
    NOT_AN_ASSESSMENT,
    ask_of,
    effect_of,
    outlook_of,
    places_of,
    typed_of,
)
from .atlas import Atlas
from .pages import Advice, CheckupView, ExaminedBase, MatterRow, Tally
from .paging import page_links, parts_of
from .parts import Link
from .shell import Shell

TITLE = "体检报告"
EXAMINED_PART = 60
"""Bases on one page of the checkup: some 300 KB, with a dozen steps each."""
NAMED = 6
"""Bases named beside a step that many share."""


def linked(around: Shell) -> Shell:
    """The surroundings of a page of the preview: with a link to the checkup at its foot."""
    footer = around.footer
    links = (*footer.use_links, Link(TITLE, addresses.CHECKUP))
    return replace(around, footer=replace(footer, use_links=links))


def parts(atlas: Atlas) -> int:
    """On how many pages the checkup stands."""
    return len(parts_of(atlas.listed, EXAMINED_PART))


def checkup(atlas: Atlas, examined: Checkup, number: int) -> CheckupView:
    """The view of one page of it. Bases stand in the order of the directory, which ranks nobody."""
    where = {
        record.id: addresses.part(addresses.CHECKUP, part) + f"#{_anchor(record.id)}"
        for part, records in enumerate(parts_of(atlas.listed, EXAMINED_PART), 1)
        for record in records
    }
    by_id = {base.id: base for base in examined.bases}
    listed = [by_id[record.id] for record in atlas.listed]
    links = {base.id: Link(base.name, where[base.id]) for base in listed}
    first = number == 1
    here = parts_of(listed, EXAMINED_PART)[number - 1]
    return CheckupView(
        title=TITLE,
        lead=_lead(examined),
        bases=tuple(_tally(base, where[base.id]) for base in (listed if first else here)),
        steps=tuple(_step(one, links) for one in foremost(examined)) if first else (),
        matters=tuple(
            MatterRow(one.matter.value, WEIGHTS[one.matter].reason, _count(one.places, one.bases))
            for one in examined.counts
        )
        if first
        else (),
        examined=tuple(_examined(base) for base in here),
        pages=page_links(addresses.CHECKUP, parts(atlas), number),
    )


def _lead(examined: Checkup) -> str:
    day = f"照{examined.as_of.prose}看，" if examined.as_of else ""
    return f"{day}{len(examined.bases)}个基地的页面还能补什么，补上以后会怎样。{NOT_AN_ASSESSMENT}"


def _count(places: int, bases: int) -> str:
    return f"{places}处，{bases}个基地" if places != bases else f"{bases}个基地"


def _tally(base: Examined, path: str) -> Tally:
    return Tally(base.name, str(len(base.findings)), path)


def _examined(base: Examined) -> ExaminedBase:
    return ExaminedBase(
        _anchor(base.id),
        Link(base.name, addresses.base(base.id)),
        f"还差{len(base.findings)}样" if base.findings else "没有看出差什么",
        tuple(outlook_of(one) for one in base.outlooks),
        tuple(_advice(one, places_of(one), (), "") for one in base.findings),
    )


def _step(step: Step, links: dict[str, Link]) -> Advice:
    told = list(dict.fromkeys(one.base for one in step.findings))
    more = f"等{len(told)}个" if len(told) > NAMED else ""
    place = places_of(step.first) if len(step.findings) == 1 else ""
    return _advice(step.first, place, tuple(links[one] for one in told[:NAMED]), more)


def _advice(one: Finding, place: str, bases: tuple[Link, ...], more: str) -> Advice:
    return Advice(effect_of(one), ask_of(one), "\n".join(typed_of(one)), place, bases, more)


def _anchor(identity: str) -> str:
    return f"base-{identity}"
