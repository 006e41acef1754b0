"""The register: every base in one table, in the order of pinyin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from .. import addresses
from ..model import Base
from ..pronunciation import initial
from ..reading.binding import Record
from .atlas import Atlas
from .cards import name_remarks
from .directory import has_levels, summary_of
from .facets import top_of
from .pages import RegisterGroup, RegisterRow, RegisterView, Tally
from .paging import page_links, parts_of
from .parts import Link
from .sheet import Sheet
from .wording import place_of

ROWS = 300
"""Bases on one page: some 200 KB."""
OTHERS = "其他"
"""The head of names that begin with no letter."""


def register(sheet: Sheet, number: int) -> RegisterView:
    """Page `number`, counted from 1, of all bases by the pinyin of their names."""
    atlas = sheet.atlas
    parts = register_parts(atlas)
    return RegisterView(
        title="基地一览表",
        crumbs=(Link("基地", addresses.DIRECTORY),),
        lead=f"按名称的拼音排列。{summary_of(atlas)}",
        letters=_letters(parts, number),
        levels=has_levels(atlas),
        groups=tuple(
            RegisterGroup(_anchor(letter), letter, tuple(_row(sheet, one) for one in records))
            for letter, records in groupby(parts[number - 1], key=letter_of)
        ),
        pages=page_links(addresses.REGISTER, len(parts), number),
    )


def register_parts(atlas: Atlas) -> tuple[Sequence[Record[Base]], ...]:
    """The register in pages."""
    return parts_of(atlas.alphabetical, ROWS)


def letter_of(record: Record[Base]) -> str:
    """The letter under which a base stands, ``A`` to ``Z`` or 其他."""
    letter = initial(record.content.name, record.content.pinyin or "")
    return OTHERS if letter == "#" else letter


def _letters(parts: Sequence[Sequence[Record[Base]]], current: int) -> tuple[Tally, ...]:
    """Each letter with how many names begin with it, leading to where they begin."""
    first: dict[str, int] = {}
    counts: dict[str, int] = {}
    for number, part in enumerate(parts, 1):
        for record in part:
            letter = letter_of(record)
            first.setdefault(letter, number)
            counts[letter] = counts.get(letter, 0) + 1
    return tuple(
        Tally(letter, str(counts[letter]), _jump(letter, number, current))
        for letter, number in first.items()
    )


def _jump(letter: str, number: int, current: int) -> str:
    anchor = f"#{_anchor(letter)}"
    return anchor if number == current else addresses.part(addresses.REGISTER, number) + anchor


def _anchor(letter: str) -> str:
    return f"letter-{'other' if letter == OTHERS else letter.lower()}"


def _row(sheet: Sheet, record: Record[Base]) -> RegisterRow:
    base = record.content
    top = sheet.catalogue.bases.get(top_of(sheet.atlas, record.id))
    return RegisterRow(
        Link(base.name, addresses.base(record.id)),
        name_remarks(base),
        place_of(base),
        base.kind.value,
        base.level.value if base.level else "",
        base.founded.date.prose if base.founded else "",
        sheet.remarks(base.founded) if base.founded else (),
        Link(top.content.name, addresses.base(top.id)) if top else None,
    )
