"""By what bases are chosen and gathered: city, kind, level, the standards they answer, where they belong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .. import addresses
from ..model import Base, Grade
from .atlas import Atlas

UNSTATED = "未注明"
"""What a base without a level, or one that belongs nowhere, is gathered under."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: what stands in an address, what a reader sees, and the page of its own, or nothing."""

    key: str
    text: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to tell bases apart. `chosen` leads from the id of each base to the places of its `values`;
    a facet that `gathers` gives every base exactly one.
    """

    name: str
    title: str
    values: tuple[Value, ...]
    chosen: Mapping[str, tuple[int, ...]]
    gathers: bool = True

    def counts(self) -> tuple[int, ...]:
        """How many bases have each value."""
        told = Counter(place for places in self.chosen.values() for place in places)
        return tuple(told[place] for place in range(len(self.values)))


def facets_of(atlas: Atlas) -> tuple[Facet, ...]:
    """Every facet, whether or not it tells these bases apart."""
    bases = {record.id: record.content for record in atlas.listed}
    levels = [one.value for one in Grade]
    kinds = Counter(base.kind.value for base in bases.values())
    return (
        _single(
            "city",
            "城市",
            [Value(city, city, atlas.addresses.city(city)) for city in atlas.cities],
            {identity: base.city for identity, base in bases.items()},
        ),
        _single(
            "kind",
            "类别",
            [Value(kind, kind) for kind, _ in kinds.most_common()],
            {identity: base.kind.value for identity, base in bases.items()},
        ),
        _single(
            "level",
            "级别",
            [Value(level, level) for level in levels],
            {identity: base.level.value if base.level else "" for identity, base in bases.items()},
        ),
        _standards(atlas, bases),
        _belonging(atlas, bases),
    )


def telling(facets: Iterable[Facet]) -> tuple[Facet, ...]:
    """Those with something to choose from."""
    return tuple(one for one in facets if len(one.values) > 1)


def practised(base: Base) -> tuple[str, ...]:
    """The standards that a base answers or puts into practice."""
    return tuple(dict.fromkeys((*base.standards, *base.related_standards)))


def _single(name: str, title: str, values: Sequence[Value], said: Mapping[str, str]) -> Facet:
    """A facet of which each base has one value; those that no base has are left out, 未注明 stands last."""
    had = set(said.values())
    kept = [one for one in values if one.key in had]
    kept += [Value(UNSTATED, UNSTATED)] if "" in had else []
    places = {one.key: place for place, one in enumerate(kept)}
    chosen = {identity: (places[key or UNSTATED],) for identity, key in said.items()}
    return Facet(name, title, tuple(kept), chosen)


def _standards(atlas: Atlas, bases: Mapping[str, Base]) -> Facet:
    had = {one for base in bases.values() for one in practised(base)}
    kept = [
        Value(identity, record.content.short or record.content.name, addresses.standard(identity))
        for identity, record in atlas.catalogue.standards.items()
        if identity in had
    ]
    places = {one.key: place for place, one in enumerate(kept)}
    chosen = {
        identity: tuple(places[one] for one in practised(base) if one in places)
        for identity, base in bases.items()
    }
    return Facet("standard", "标准", tuple(kept), chosen, gathers=False)


def top_of(atlas: Atlas, identity: str) -> str:
    """The id of the brand or region at the very top of what a base is part of, or nothing."""
    return next(reversed(list(atlas.catalogue.ancestors(identity))), "")


def _belonging(atlas: Atlas, bases: Mapping[str, Base]) -> Facet:
    """The topmost brand or region; one that others are part of belongs to itself."""
    said = {
        identity: top_of(atlas, identity) or (identity if identity in atlas.children else "")
        for identity in bases
    }
    tops = Counter(top for top in said.values() if top)
    values = [Value(top, bases[top].name, addresses.base(top)) for top, _ in tops.most_common()]
    return _single("brand", "所属", values, said)
