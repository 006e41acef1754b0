"""What took place anywhere, for narrowing the site's timeline: a table of counts, and the events in pieces.

`events` holds ``types``, ``years`` ([value in the address, head], newest first), ``cities``, ``untold`` (the number of
the type that is not printed), ``at`` (where bases stand), ``monthly`` (events of a year from which its months have
heads) and ``bases``: [id, name, syllables, city, districts, marks], where marks are two characters for each event of
the base, its year's and its type's number, each counted from ``0``.
``shards`` and ``own`` are [name, path, first, last]: the pieces that hold the years from first to last, newest first,
and those that hold all events of the bases from first to last, of which there are none while the former are few.

A piece holds ``moments`` ([iso, head, tail, spoken, inferred, earliest, until, year, month]), ``sources`` ([path,
short]), ``remarks`` ([word, reason]) and ``events``: [moment, base, type, title, place on the base's pages, source
counted from 1, summary, place, where in the source, remarks], without what is empty at the end.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from .. import addresses
from ..edition import Edition
from ..model import ActivityType, Base
from ..pronunciation import syllables
from ..reading.binding import Record
from ..views.atlas import Atlas
from ..views.gathering import HONOUR, Happening
from ..views.sheet import Sheet
from ..views.timeline import MONTHS_FROM, anchor_of, label_of
from .dataset import Dataset

NAME = "events"
FULL = 150_000
"""Bytes from which a piece takes no further event."""
ENOUGH = 50_000
"""Bytes from which a piece takes no further year, or base."""
FEW = 3
"""Pieces by year up to which bases need none of their own: loading all of them is as light."""
_OTHER = ActivityType.other.value
_TYPES = (*(one.value for one in ActivityType if one.value != _OTHER), HONOUR, _OTHER)
_ZERO = ord("0")


def events(edition: Edition) -> Iterator[Dataset]:
    """The pieces, and the table that names them."""
    numbers = _Numbers(edition.atlas)
    by_year = edition.atlas.chronicle
    years = [*_pieces(numbers, NAME, by_year, lambda one: one.year)]
    own: list[_Piece] = []
    if len(years) > FEW:
        by_base = chain.from_iterable(edition.atlas.happenings[one.id] for one in numbers.listed)
        own = [*_pieces(numbers, f"{NAME}-of", by_base, lambda one: one.record.id)]
    yield from (piece.dataset for piece in (*years, *own))
    yield Dataset(NAME, _table(numbers, years, own))


class _Numbers:
    """What pieces say by number: years, types and bases; and a sheet, which words what qualifies an event."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.sheet = Sheet(atlas, addresses.TIMELINE)
        self.listed = tuple(one for one in atlas.listed if atlas.happenings[one.id])
        there = {one.type for one in atlas.chronicle}
        self.years = _numbered(atlas.size_of_year)
        self.types = _numbered(one for one in _TYPES if one in there)
        self.bases = _numbered(one.id for one in self.listed)
        self.cities = _numbered(dict.fromkeys(one.content.city for one in self.listed))


@dataclass
class _Piece:
    """A run of events; what several of them say alike stands in a list of its own."""

    name: str
    first: Happening
    last: Happening
    moments: dict[Hashable, int] = field(default_factory=dict)
    sources: dict[Hashable, int] = field(default_factory=dict)
    remarks: dict[Hashable, int] = field(default_factory=dict)
    rows: list[list[object]] = field(default_factory=list)
    size: int = 0

    def add(self, numbers: _Numbers, one: Happening) -> None:
        """The next event."""
        self.last = one
        claim, atlas = one.claim, numbers.atlas
        source = 0
        if claim.source is not None and claim.source in atlas.catalogue.sources:
            short = atlas.catalogue.sources[claim.source].short
            source = 1 + self._place(self.sources, (addresses.source(claim.source), short))
        path = atlas.claim_path(one.record, one.anchor)
        row: list[object] = [
            self._place(self.moments, _moment(numbers, one)),
            numbers.bases[one.record.id],
            numbers.types[one.type],
            one.told_elsewhere,
            path.removeprefix(addresses.base(one.record.id)),
            source,
            one.summary,
            one.place,
            (claim.at or "") if source else "",
            [
                self._place(self.remarks, (mark.label, mark.because))
                for mark in numbers.sheet.remarks(claim)
            ],
        ]
        while not row[-1]:
            row.pop()
        self.size += _size(row)
        self.rows.append(row)

    def _place(self, known: dict[Hashable, int], said: Hashable) -> int:
        if said not in known:
            known[said] = len(known)
            self.size += _size(said)
        return known[said]

    @cached_property
    def dataset(self) -> Dataset:
        """What a browser loads."""
        alike = {
            "moments": [*self.moments],
            "sources": [*self.sources],
            "remarks": [*self.remarks],
        }
        return Dataset(self.name, {**alike, "events": self.rows})


def _size(said: object) -> int:
    return len(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()) + 1


def _moment(numbers: _Numbers, one: Happening) -> tuple[Hashable, ...]:
    moment = one.moment
    return (
        moment.iso,
        moment.head,
        moment.tail,
        moment.spoken,
        int(moment.inferred),
        moment.earliest,
        moment.until,
        numbers.years[one.year],
        one.month,
    )


def _numbered(said: Iterable[Hashable]) -> dict[Hashable, int]:
    return {one: place for place, one in enumerate(said)}


def _pieces(
    numbers: _Numbers,
    name: str,
    happenings: Iterable[Happening],
    key: Callable[[Happening], Hashable],
) -> Iterator[_Piece]:
    count = 0
    piece: _Piece | None = None
    for one in happenings:
        if piece and piece.size >= (FULL if key(piece.last) == key(one) else ENOUGH):
            yield piece
            piece = None
        if piece is None:
            count += 1
            piece = _Piece(f"{name}-{count}", one, one)
        piece.add(numbers, one)
    if piece:
        yield piece


def _table(numbers: _Numbers, years: list[_Piece], own: list[_Piece]) -> dict[str, object]:
    return {
        "types": [*numbers.types],
        "untold": numbers.types.get(_OTHER, -1),
        "years": [
            [str(year) if year else anchor_of(None), label_of(year)]
            for year in numbers.atlas.size_of_year
        ],
        "cities": [*numbers.cities],
        "at": addresses.DIRECTORY,
        "monthly": MONTHS_FROM,
        "bases": [_base(numbers, record) for record in numbers.listed],
        "shards": [_named(one, numbers.years, lambda it: it.year) for one in years],
        "own": [_named(one, numbers.bases, lambda it: it.record.id) for one in own],
    }


def _base(numbers: _Numbers, record: Record[Base]) -> list[object]:
    base = record.content
    marks = "".join(
        chr(_ZERO + numbers.years[one.year]) + chr(_ZERO + numbers.types[one.type])
        for one in numbers.atlas.happenings[record.id]
    )
    read = " ".join(syllables(base.name, base.pinyin or ""))
    city = numbers.cities[base.city]
    return [record.id, base.name, read, city, "、".join(base.district), marks]


def _named(
    piece: _Piece, numbers: Mapping[Hashable, int], key: Callable[[Happening], Hashable]
) -> list[object]:
    ends = (numbers[key(piece.first)], numbers[key(piece.last)])
    return [piece.name, piece.dataset.path, *ends]
