"""What a base's photographs lack: the file, the words for it, the consent of those on it."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..model import Base, Consent, PartialDate
from ..reading.binding import Path, Record
from ..rules.alt_text import says_nothing
from .findings import Finding, finding
from .matters import Matter


def look(record: Record[Base], catalogue: Catalogue, _: PartialDate | None) -> Iterator[Finding]:
    """Everything that the photographs of a base lack."""
    base = record.content
    named = [*_of_photos(base), *_of_activities(base)]
    if not named:
        yield finding(record, Matter.picture, "picture", ())
        return
    present = catalogue.photos.get(record.id, {})
    for path, name in named:
        if name not in present:
            yield finding(record, Matter.lost, "lost", path, written=name, id=record.id)
    yield from _consents(record)
    yield from _descriptions(record)


def _of_photos(base: Base) -> Iterator[tuple[Path, str]]:
    return ((("photos", index, "file"), one.file) for index, one in enumerate(base.photos))


def _of_activities(base: Base) -> Iterator[tuple[Path, str]]:
    for number, activity in enumerate(base.activities):
        for index, name in enumerate(activity.photos):
            yield ("activities", number, "photos", index), name


def _consents(record: Record[Base]) -> Iterator[Finding]:
    photos = list(enumerate(record.content.photos))
    for index, photo in photos:
        if photo.consent is Consent.open:
            path: Path = ("photos", index, "consent")
            yield finding(record, Matter.withheld, "withheld", path, written=photo.file)
    unsaid: list[Path] = [("photos", index) for index, one in photos if one.consent is None]
    if unsaid:
        values = {"count": str(len(unsaid))}
        yield finding(record, Matter.unsaid, "unsaid", *unsaid, gain=len(unsaid), **values)


def _descriptions(record: Record[Base]) -> Iterator[Finding]:
    base = record.content
    for index, photo in enumerate(base.photos):
        if says_nothing(photo.alt, photo.file):
            path: Path = ("photos", index, "alt")
            yield finding(record, Matter.undescribed, "undescribed", path, written=photo.file)
    described = {photo.file for photo in base.photos}
    for path, name in _of_activities(base):
        if name not in described:
            described.add(name)
            yield finding(record, Matter.undescribed, "undescribed-entry", path, written=name)
