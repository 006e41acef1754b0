"""The directory for scripts: by what each base is chosen, ordered and shown, and in pieces what its card says.

A base is an array, in the order of `FIELDS`; places in the values of facets stand for words that many share.
Read by `directory-choice.js` and `directory-drawing.js`.
"""

from __future__ import annotations

from collections.abc import Iterator

from .. import addresses
from ..edition import Edition
from ..model import Base, PartialDate
from ..pronunciation import syllables
from ..reading.binding import Record
from ..views.atlas import Atlas
from ..views.cards import name_remarks
from ..views.facets import UNSTATED, Facet, facets_of
from ..views.paging import parts_of
from ..views.phrasing import phrases
from ..views.sheet import Sheet
from .dataset import Dataset

LEADS = 100
"""Cards whose sentences are in one piece: some 3 KB on the wire."""
FIELDS = (
    "id", "name", "spelt", "rank", "districts", "facets", "founded", "age", "remarks", "events", "drafts", "aliases",
    "alt",
)  # fmt: skip
_ANY = "*"


def bases(edition: Edition) -> Iterator[Dataset]:
    """The dataset ``bases``, and before it the pieces that it leads to."""
    atlas = edition.atlas
    leads = [
        Dataset(f"leads-{number}", [atlas.card(record).lead for record in part])
        for number, part in enumerate(parts_of(atlas.listed, LEADS))
    ]
    yield from leads
    yield Dataset("bases", _value(atlas, [one.path for one in leads]))


def _value(atlas: Atlas, leads: list[str]) -> dict[str, object]:
    facets = facets_of(atlas)
    ranks = {record.id: place for place, record in enumerate(atlas.alphabetical)}
    sheet = Sheet(atlas, addresses.DIRECTORY)
    return {
        "fields": FIELDS,
        "unstated": UNSTATED,
        "facets": [_facet(one) for one in facets],
        "path": addresses.base(_ANY),
        "covers": [addresses.cover(_ANY, "1x1", scheme) for scheme in ("light", "dark")],
        "leads": leads,
        "run": LEADS,
        "bases": [_base(sheet, one, facets, ranks[one.id]) for one in atlas.listed],
    }


def _facet(facet: Facet) -> dict[str, object]:
    values = [[one.key, one.text, one.path] for one in facet.values]
    return {"name": facet.name, "title": facet.title, "values": values}


def _base(sheet: Sheet, record: Record[Base], facets: tuple[Facet, ...], rank: int) -> list[object]:
    base = record.content
    runs = phrases(base.name)
    founded = base.founded
    return [
        record.id,
        runs if len(runs) > 1 else base.name,
        " ".join(syllables(base.name, base.pinyin or "")),
        rank,
        "、".join(base.district),
        [_chosen(one, record.id) for one in facets],
        founded.date.prose if founded else 0,
        age(founded.date) if founded else 0,
        [one.label for one in sheet.remarks(founded)] if founded else 0,
        len(sheet.atlas.happenings[record.id]),
        [one.label for one in name_remarks(base)] or 0,
        base.aliases or 0,
        sheet.atlas.card(record).cover.alt or 0,
    ]


def _chosen(facet: Facet, identity: str) -> int | tuple[int, ...]:
    places = facet.chosen[identity]
    return places[0] if facet.gathers else places


def age(date: PartialDate) -> int:
    """A number that grows with the date; a bare year stands before its months, an unknown year counts as 0."""
    year, month, day = date.key
    return (year * 13 + month) * 32 + day if year else 0
