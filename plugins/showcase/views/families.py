"""Where a base belongs and what stands next to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .. import addresses
from ..model import Base
from ..reading.binding import Record
from .atlas import Atlas
from .pages import Family
from .parts import Link

HEADS = ("所属", "旗下", "同属", "同在", "接着看")
CHILDREN_SHOWN = 12
NEAR_SHOWN = 3


def families_of(atlas: Atlas, record: Record[Base], *, compact: bool) -> tuple[Family, ...]:
    """所属, 旗下, siblings, the same district, and for a compact profile where to go on."""
    shown = {record.id}
    base = record.content
    found: list[Family] = []
    parent = atlas.catalogue.bases.get(base.part_of or "")
    if parent is not None:
        found.append(_family(atlas, "所属", (parent,), shown))
    children = atlas.children.get(record.id, ())
    more = Link(f"全部{len(children)}个", addresses.DIRECTORY)
    found.append(
        _family(
            atlas,
            "旗下",
            children[:CHILDREN_SHOWN],
            shown,
            more if len(children) > CHILDREN_SHOWN else None,
        )
    )
    among, near = atlas.positions[record.id]
    if parent is not None:
        siblings = _around(atlas.children[parent.id], among, shown)
        found.append(_family(atlas, f"同属{parent.content.name}", siblings, shown))
    district = atlas.districts[(base.city, base.district)]
    where = "、".join(base.district) or base.city
    found.append(_family(atlas, f"同在{where}", _around(district, near, shown), shown))
    if compact:
        found.append(_family(atlas, "接着看", _elsewhere(atlas, record), shown))
    return tuple(family for family in found if family.cards)


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
