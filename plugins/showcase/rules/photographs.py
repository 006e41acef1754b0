"""Photographs named in a file lie beside it.

Passes: ``file: hall.jpg`` with `bases/<id>/hall.jpg`. Fails: a name that is not there, or that leads elsewhere.
Warned of: one whose people have not agreed, which stays in the preview.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue, withheld_photos
from ..diagnostics import Diagnostic, Level
from ..model import Base
from ..reading.binding import Path


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report photographs that cannot be found."""
    for identity, record in catalogue.bases.items():
        present = catalogue.photos.get(identity, {})
        for path, name in _named(record.content):
            if name in present:
                continue
            code = (
                "photo-outside" if "/" in name or "\\" in name or ":" in name else "missing-photo"
            )
            yield record.fault(code, path, written=name, id=identity)
        for index, photo in enumerate(record.content.photos):
            if photo.file in withheld_photos(record.content):
                where = ("photos", index, "consent")
                yield record.fault("photo-withheld", where, Level.WARNING, written=photo.file)


def _named(base: Base) -> Iterator[tuple[Path, str]]:
    for index, photo in enumerate(base.photos):
        yield ("photos", index, "file"), photo.file
    for number, activity in enumerate(base.activities):
        for index, name in enumerate(activity.photos):
            yield ("activities", number, "photos", index), name
