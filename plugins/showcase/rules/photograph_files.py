"""The files of photographs: what lies beside a base is named in it, is what its name says, and tells no position.

Passes: a JPG as its camera saved it, without a position. Warned of: a file that holds the position where it was
taken, whether an entry names it or not, since a project's files may be public themselves. Noted: a picture that no entry names; one whose ending is
that of another format; one of several pictures, of which the site has the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, Level, Place
from ..file_names import alike, shown
from ..model import Base

_ENDINGS = (".jpg", ".jpeg", ".jfif", ".jpe", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif", ".heic", ".heif", ".hif")  # fmt: skip
_NOT_MEANT = (".", "~", "_")
"""How the names begin of what systems and programs leave behind, and of what is kept aside."""


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report what photographs' files tell that they should not, and those that nobody named."""
    for identity, record in catalogue.bases.items():
        base = record.content
        present = catalogue.photos.get(identity, {})
        for index, photo in enumerate(base.photos):
            if (found := present.get(photo.file)) is None:
                continue
            path, name = ("photos", index, "file"), photo.file
            if found.located:
                yield record.fault(
                    "photo-tells-where", path, Level.WARNING, written=name, id=identity
                )
            if found.misnamed:
                yield record.fault(
                    "photo-misnamed", path, Level.NOTE, written=name, kind=found.misnamed
                )
            if found.several:
                yield record.fault(
                    "photo-several", path, Level.NOTE, written=name, cause=found.several
                )
        for name in unlisted(base, catalogue.beside.get(identity, {})):
            values = {"written": shown(name), "id": identity}
            place = Place(f"bases/{identity}/{shown(name)}")
            yield Diagnostic("photo-unlisted", Level.NOTE, place, values=values)
            if name in catalogue.located.get(identity, ()):
                place = Place(record.file)
                yield Diagnostic("photo-tells-where", Level.WARNING, place, values=values)


def unlisted(base: Base, beside: Iterable[str]) -> Iterator[str]:
    """The files beside a base that are called pictures and that nothing in its own file names."""
    named = {photo.file for photo in base.photos}
    named |= {name for activity in base.activities for name in activity.photos}
    known = {alike(name) for name in named}
    for name in beside:
        if name.startswith(_NOT_MEANT) or not name.lower().endswith(_ENDINGS):
            continue
        if alike(name) not in known:
            yield name
