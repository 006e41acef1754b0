"""What a profile could show and has nothing to show with: sentences, places, dates.

A city-wide brand has no door and a region was not founded: such things are not asked of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..model import Base, Kind, PartialDate
from ..reading.binding import Path, Record
from .findings import Finding, finding
from .matters import Matter

WITHOUT_DOOR = frozenset(
    {
        Kind.region,
        Kind.brand_platform,
        Kind.online_platform,
        Kind.service_alliance,
        Kind.service_team,
        Kind.activity_brand,
    }
)
"""Kinds that stand in no one place: nobody is asked for their street or district."""


def look(record: Record[Base], _: Catalogue, __: PartialDate | None) -> Iterator[Finding]:
    """Everything that a base's first screen and visiting section lack."""
    base = record.content
    if base.summary is None:
        yield finding(record, Matter.summary, "summary", ())
    if base.slogan is None:
        yield finding(record, Matter.slogan, "slogan", ())
    if base.kind is Kind.region:
        return
    yield from _visit(record)
    if not base.district and base.kind not in WITHOUT_DOOR:
        yield finding(record, Matter.district, "district", ())
    if base.level is None:
        yield finding(record, Matter.level, "level", ())
    if base.founded is None:
        yield finding(record, Matter.founded, "founded", ())


def _visit(record: Record[Base]) -> Iterator[Finding]:
    base = record.content
    contact = base.contact
    has_door = base.kind not in WITHOUT_DOOR
    lacking = {
        "address: ……": has_door and not (contact and contact.address),
        'phone: "……"': not (contact and contact.phone),
    }
    lines = [line for line, lacks in lacking.items() if lacks]
    if not lines:
        return
    words = {"address: ……": "地址", 'phone: "……"': "电话"}
    what = "和".join(words[line] for line in lines)
    path: Path = ("contact",) if contact else ()
    code = "visit-more" if contact else "visit"
    values = {"what": what, "lines": "\n".join(f"  {line}" for line in lines)}
    yield finding(record, Matter.visit, code, path, gain=len(lines), **values)
