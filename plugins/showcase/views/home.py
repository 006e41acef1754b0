"""The home page: what there is, counted; what the sources report, hedged; and the ways in."""

from __future__ import annotations

from .. import addresses
from ..markup import Html
from ..model import Base, Kind, Stat
from ..reading.binding import Record
from .atlas import Atlas, facts_in
from .cities import city_rows
from .gathering import Happening
from .pages import Counted, HomeView
from .parts import Figure, Link
from .sheet import Sheet
from .standards import shelf
from .wording import measure_two, policy_of

SCROLL = 7
FEATURED = 5
FIGURES = 6
EVENTS = 4


def home(sheet: Sheet, lead: Html) -> HomeView:
    """The view of the home page; `lead` is the opening paragraph written by hand."""
    atlas = sheet.atlas
    chosen = atlas.catalogue.site.content.home
    scroll = picked(atlas, chosen.scroll, SCROLL)
    featured = picked(atlas, chosen.featured, FEATURED)
    told = _chosen_figures(sheet, chosen.figures)
    figures = _figures(sheet, told)
    dated = [one for one in atlas.chronicle if one.period is not None][:EVENTS]
    events = tuple(sheet.event(one, own=False) for one in _without_echo(dated))
    phrases = headline(atlas)
    return HomeView(
        headline="，".join(phrases),
        phrases=phrases,
        lead=lead,
        scroll=tuple(atlas.card(one) for one in scroll),
        counted=_counted(atlas),
        figures=figures,
        policy=policy_of(stat.value for _, _, stat in told),
        featured=atlas.card(featured[0]) if featured else None,
        further=tuple(atlas.card(one) for one in featured[1:]),
        all_bases=Link(f"全部{len(atlas.listed)}个", addresses.DIRECTORY),
        events=events,
        timeline=Link("完整时间线", addresses.TIMELINE),
        spines=shelf(atlas, chosen.standards),
        all_standards=Link(f"全部{len(atlas.catalogue.standards)}套", addresses.STANDARDS),
        cities=city_rows(atlas),
        sources=sheet.sources(),
    )


def headline(atlas: Atlas) -> tuple[str, str]:
    """The display line: a fact counted here, never a slogan."""
    bases = _bases(atlas)
    return f"{measure_two(len(atlas.cities))}座城市", f"{measure_two(bases)}例实践"


def _bases(atlas: Atlas) -> int:
    return sum(record.content.kind is not Kind.region for record in atlas.listed)


def _counted(atlas: Atlas) -> tuple[Counted, ...]:
    catalogue = atlas.catalogue
    regions = len(atlas.listed) - _bases(atlas)
    told = (
        Counted(str(_bases(atlas)), "个", "基地、品牌与组织", addresses.DIRECTORY),
        Counted(str(regions), "个", "区域样本", addresses.DIRECTORY),
        Counted(str(len(atlas.cities)), "座", "城市", addresses.CITIES),
        Counted(str(len(catalogue.standards)), "套", "标准与模式", addresses.STANDARDS),
        Counted(str(len(atlas.chronicle)), "条", "记事", addresses.TIMELINE),
        Counted(str(len(catalogue.sources)), "份", "公开资料", addresses.SOURCES),
    )
    return tuple(one for one in told if one.number != "0")


def _most_told(atlas: Atlas) -> tuple[Record[Base], ...]:
    """Bases with most facts first: what stands in for choices that nobody made."""
    return tuple(sorted(atlas.listed, key=lambda one: (-facts_in(one.content), one.id)))


def picked(atlas: Atlas, chosen: tuple[str, ...], count: int) -> tuple[Record[Base], ...]:
    """The chosen bases that are there, or the `count` with most facts where nobody chose."""
    bases = atlas.catalogue.bases
    wished = tuple(bases[identity] for identity in chosen if identity in bases)
    return wished or _most_told(atlas)[:count]


def _chosen_figures(
    sheet: Sheet, chosen: tuple[str, ...]
) -> tuple[tuple[Record[Base], int, Stat], ...]:
    bases = sheet.catalogue.bases
    wanted = [tuple(written.partition("/")[::2]) for written in chosen]
    found = [
        (bases[identity], number, stat)
        for identity, name in wanted
        if identity in bases
        for number, stat in enumerate(bases[identity].content.stats, 1)
        if stat.id == name
    ]
    if not found:
        told = _most_told(sheet.atlas)
        found = [(record, 1, record.content.stats[0]) for record in told if record.content.stats]
    return tuple(found[:FIGURES])


def _figures(sheet: Sheet, told: tuple[tuple[Record[Base], int, Stat], ...]) -> tuple[Figure, ...]:
    return tuple(
        sheet.figure(
            stat,
            "",
            record.content,
            addresses.base(record.id, stat.id or f"stat-{number}"),
        )
        for record, number, stat in told
    )


def _without_echo(happenings: list[Happening]) -> list[Happening]:
    """Events without those that several bases tell in the same words on the same day."""
    seen: set[tuple[object, str]] = set()
    fresh = []
    for one in happenings:
        key = (one.period, one.title)
        if key not in seen:
            fresh.append(one)
        seen.add(key)
    return fresh
