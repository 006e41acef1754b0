"""What shows that a record is looked after: links, review, date of the last change."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..model import Base, PartialDate
from ..reading.binding import Path, Record
from .findings import Finding, finding
from .matters import Matter
from .months import older

LONG = 12
"""Months after which a record counts as long untouched: work is reported on yearly."""


def look(record: Record[Base], _: Catalogue, as_of: PartialDate | None) -> Iterator[Finding]:
    """What the upkeep of a base lacks."""
    base = record.content
    plain: list[Path] = [
        ("links", index, "url")
        for index, one in enumerate(base.links)
        if one.url.lower().startswith("http:")
    ]
    if plain:
        values = {"count": str(len(plain))}
        yield finding(record, Matter.insecure, "insecure", *plain, gain=len(plain), **values)
    if base.reviewed is None:
        yield finding(record, Matter.unreviewed, "unreviewed", ())
    if base.updated is None:
        yield finding(record, Matter.unkept, "unkept", ())
    elif older(base.updated, LONG, as_of):
        yield finding(record, Matter.long_ago, "long-ago", ("updated",), date=base.updated.prose)
