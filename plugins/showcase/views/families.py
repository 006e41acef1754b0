"""Where a base belongs and what stands next to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from .. import addresses
from ..model import Base, Kind
from ..reading.binding import Record
from .atlas import Atlas
from .pages import Family
from .parts import Link

HEADS = ("所属", "所在区域", "旗下", "同属", "同在", "接着看", "的基地与组织")
CHILDREN_SHOWN = 12
NEAR_SHOWN = 3


def families_of(atlas: Atlas, record: Record[Base], *, compact: bool) -> tuple[Family, ...]:
    """Where a base belongs, what belongs to it, its neighbours, and for a compact profile a way on."""
    shown = {record.id}
    base = record.content
    found: list[Family] = []
    where = "、".join(base.district) or base.city
    among, near = atlas.positions[record.id]
    parent = atlas.catalogue.bases.get(base.part_of or "")
    region = parent is not None and parent.content.kind is Kind.region
    if parent is not None:
        found.append(_family(atlas, "所在区域" if region else "所属", (parent,), shown))
    children = atlas.children.get(record.id, ())
    more = Link(f"全部{len(children)}个", addresses.DIRECTORY)
    title = f"{where}的基地与组织" if base.kind is Kind.region else "旗下"
    shown_all = len(children) <= CHILDREN_SHOWN
    found.append(
        _family(atlas, title, children[:CHILDREN_SHOWN], shown, None if shown_all else more)
    )
    if parent is not None:
        siblings = _around(atlas.children[parent.id], among, shown)
        title = f"同在{where}" if region else f"同属{parent.content.name}"
        found.append(_family(atlas, title, siblings, shown))
    if not region:
        district = atlas.districts[(base.city, base.district)]
        found.append(_family(atlas, f"同在{where}", _around(district, near, shown), shown))
    if compact:
        found.append(_family(atlas, "接着看", _elsewhere(atlas, record), shown))
    return tuple(_fresh(family, base) for family in found if family.cards)


def _fresh(family: Family, base: Base) -> Family:
    """Cards without the sentence that the page itself has just said."""
    said = {one.text for one in base.statements}
    cards = tuple(replace(card, lead="") if card.lead in said else card for card in family.cards)
    return replace(family, cards=cards)


def _family(
    atlas: Atlas,
    title: str,
    records: Iterable[Record[Base]],
    shown: set[str],
    more: Link | None = None,
) -> Family:
    fresh = [one for one in records if one.id not in shown]
    shown.update(one.id for one in fresh)
    return Family(title, tuple(atlas.card(one) for one in fresh), more)


def _around(records: Sequence[Record[Base]], place: int, shown: set[str]) -> list[Record[Base]]:
    """The next few after `place`, going round: every base gets neighbours, none gets them all."""
    found: list[Record[Base]] = []
    for step in range(1, min(len(records), NEAR_SHOWN + len(shown) + 1)):
        one = records[(place + step) % len(records)]
        if one.id not in shown and len(found) < NEAR_SHOWN:
            found.append(one)
    return found


def _elsewhere(atlas: Atlas, record: Record[Base]) -> tuple[Record[Base], ...]:
    """The first base of the next city: a way on that differs from city to city."""
    cities = list(atlas.cities)
    if len(cities) < 2:
        return ()
    following = cities[(cities.index(record.content.city) + 1) % len(cities)]
    records = atlas.cities[following]
    _, place = atlas.positions[record.id]
    return (records[place % len(records)],)
