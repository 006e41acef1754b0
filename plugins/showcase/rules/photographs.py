"""Photographs named in a file lie beside it.

Passes: ``file: hall.jpg`` with `bases/<id>/hall.jpg`. Fails: a name that is not there (`Hall.JPG` for
`hall.jpg` is guessed), or that leads elsewhere; a file that is there and no picture that can be shown.
Warned of: one whose people have not agreed, which stays in the preview.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..catalogue import Catalogue, withheld_photos
from ..diagnostics import Diagnostic, Level
from ..model import Base
from ..reading.binding import Path
from .nearness import closest


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report photographs that cannot be found."""
    for identity, record in catalogue.bases.items():
        present = catalogue.photos.get(identity, {})
        for path, name in _named(record.content):
            if name in present:
                continue
            beside = catalogue.beside.get(identity, {})
            if cause := beside.get(name):
                yield record.fault("photo-unreadable", path, written=name, cause=cause)
                continue
            outside = "/" in name or "\\" in name or ":" in name
            last = re.split(r"[/\\]", name)[-1]
            # what is there under this very name is no picture
            near = closest(last, beside.keys() - {name})
            if near and not outside:
                yield record.fault("missing-photo-near", path, written=name, better=near)
                continue
            code = "photo-outside" if outside else "missing-photo"
            yield record.fault(code, path, written=name, id=identity, better=near)
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
