"""The pages of cities, and the list of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, islice, zip_longest

from .. import addresses
from ..model import Base, Kind
from ..reading.binding import Record
from .atlas import LISTED_PART, Atlas
from .cards import cover_of
from .pages import CitiesView, CityRow, CityView, DirectoryGroup
from .paging import page_links, parts_of
from .parts import Figure, Link
from .sheet import Sheet
from .standards import spine
from .wording import policy_of

NAMES_SHOWN = 4
FIGURES_SHOWN = 6
EVENTS_SHOWN = 5


def city_rows(atlas: Atlas) -> tuple[CityRow, ...]:
    """Every city with some of its bases."""
    return tuple(
        CityRow(
            atlas.addresses.city(city),
            city,
            "、".join(record.content.name for record in records[:NAMES_SHOWN])
            + ("等" if len(records) > NAMES_SHOWN else ""),
            f"{len(records)}个",
        )
        for city, records in atlas.cities.items()
    )


def cities(atlas: Atlas) -> CitiesView:
    """The list of cities."""
    return CitiesView("城市", city_rows(atlas))


def city_parts(atlas: Atlas, city: str) -> int:
    """On how many pages a city stands."""
    return len(parts_of(atlas.cities[city], LISTED_PART))


def city(sheet: Sheet, name: str, number: int) -> CityView:
    """Page `number`, counted from 1, of one city."""
    atlas = sheet.atlas
    records = atlas.cities[name]
    parts = parts_of(records, LISTED_PART)
    by_district = sorted(parts[number - 1], key=lambda one: one.content.district)
    first = number == 1
    groups = tuple(
        DirectoryGroup(
            f"district-{place}",
            "、".join(district) or "全市",
            "",
            "",
            tuple(atlas.card(record, name) for record in group),
        )
        for place, (district, group) in enumerate(
            groupby(by_district, key=lambda one: one.content.district), 1
        )
    )
    standards = tuple(
        spine(record)
        for record in sheet.catalogue.standards.values()
        if (record.content.place or "").startswith(name)
    )
    here = (
        one for one in atlas.chronicle if one.period is not None and one.record.content.city == name
    )
    own = islice(here, EVENTS_SHOWN if first else 0)
    figures = _figures(sheet, records) if first else ()
    return CityView(
        name,
        (Link("城市", addresses.CITIES),),
        f"{len(records)}个基地、品牌、组织与区域样本",
        cover_of(records[0]),
        figures,
        policy_of(stat.value for one in records for stat in one.content.stats) if figures else "",
        groups,
        standards if first else (),
        tuple(sheet.event(one, own=False) for one in own),
        page_links(atlas.addresses.city(name), len(parts), number),
        sheet.sources(),
    )


def _figures(sheet: Sheet, records: Sequence[Record[Base]]) -> tuple[Figure, ...]:
    """Figures told of the city as a whole, its brands or its districts: one of each in turn."""
    told = sorted(
        (one for one in records if one.content.kind in (Kind.region, Kind.brand_platform)),
        key=lambda one: bool(one.content.district),
    )
    columns = [
        [(record, number, stat) for number, stat in enumerate(record.content.stats, 1)]
        for record in told
    ]
    turns = (one for turn in zip_longest(*columns) for one in turn if one is not None)
    return tuple(
        sheet.figure(
            stat,
            f"{record.id}-{stat.id or number}",
            record.content,
            addresses.base(record.id, stat.id or f"stat-{number}"),
        )
        for record, number, stat in islice(turns, FIGURES_SHOWN)
    )
