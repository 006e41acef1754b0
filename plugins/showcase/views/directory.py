"""The directory of all bases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from .. import addresses
from ..model import Base, Kind
from ..reading.binding import Record
from .atlas import Atlas
from .facets import Facet, facets_of, telling
from .pages import DirectoryGroup, DirectoryView, FacetGroup, FacetValue, Gathering, Tally
from .paging import page_links
from .parts import Link, Remark


def directory(atlas: Atlas, number: int) -> DirectoryView:
    """Page `number`, counted from 1, of all bases by city."""
    parts = atlas.listed_parts
    kinds = Counter(record.content.kind.value for record in atlas.listed)
    facets = telling(facets_of(atlas))
    groups = tuple(
        _group(atlas, city, tuple(records))
        for city, records in groupby(parts[number - 1], key=lambda one: one.content.city)
    )
    return DirectoryView(
        title="全部基地",
        lead=summary_of(atlas),
        register=Link("按拼音排的一览表", addresses.REGISTER),
        cities=tuple(
            Tally(city, str(len(records)), _jump(atlas, city, atlas.page_of_city[city], number))
            for city, records in atlas.cities.items()
        ),
        kinds=tuple(Tally(kind, str(count), "") for kind, count in kinds.most_common()),
        facets=tuple(map(_facet, facets)),
        gathering=tuple(
            Gathering(one.name, one.title, one.name == "city") for one in facets if one.gathers
        ),
        levels=has_levels(atlas),
        count=f"共{len(atlas.listed)}个",
        groups=groups,
        pages=page_links(addresses.DIRECTORY, len(parts), number),
        pattern=_pattern(groups[0]),
    )


def summary_of(atlas: Atlas) -> str:
    """How much there is, counted here."""
    regions = sum(record.content.kind is Kind.region for record in atlas.listed)
    bases = len(atlas.listed) - regions
    told = f"{bases}个基地、品牌与组织"
    told += f"，{regions}个区域样本" if regions else ""
    return f"{told}，分布在{len(atlas.cities)}座城市。"


def has_levels(atlas: Atlas) -> bool:
    """Whether the level of any base is known."""
    return any(record.content.level is not None for record in atlas.listed)


def _jump(atlas: Atlas, city: str, page: int, current: int) -> str:
    anchor = f"#{city_anchor(atlas, city)}"
    return anchor if page == current else addresses.part(addresses.DIRECTORY, page) + anchor


def city_anchor(atlas: Atlas, city: str) -> str:
    """Where a city stands in the directory."""
    return f"city-{atlas.addresses.city_slugs[city]}"


def _group(atlas: Atlas, city: str, records: Sequence[Record[Base]]) -> DirectoryGroup:
    return DirectoryGroup(
        city_anchor(atlas, city),
        city,
        atlas.addresses.city(city),
        f"{len(atlas.cities[city])}个",
        tuple(atlas.card(record, city) for record in records),
    )


def _facet(facet: Facet) -> FacetGroup:
    values = zip(facet.values, facet.counts(), strict=True)
    return FacetGroup(
        facet.name,
        facet.title,
        tuple(FacetValue(one.key, one.text, str(count)) for one, count in values),
    )


def _pattern(group: DirectoryGroup) -> DirectoryGroup:
    """A group of one card with everything that a card can have, for scripts to fill."""
    card = replace(
        group.cards[0], name="名称", phrases=("名称",), meta="类别", lead="一句话", remarks=(Remark("注", ""),)
    )  # fmt: skip
    return DirectoryGroup("chosen", "组", group.path, "个", (card,))
