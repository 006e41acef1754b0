"""Photographs named in a file lie beside it.

Passes: ``file: hall.jpg`` with `bases/<id>/hall.jpg`. Fails: a name that is not there (`Hall.JPG` for
`hall.jpg` is guessed), that leads elsewhere, or that no file can have on Windows; a file that is there
and no picture that can be shown.
Warned of: one whose people have not agreed, which stays in the preview.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..catalogue import Catalogue, withheld_photos
from ..diagnostics import Diagnostic, Level
from ..file_names import Flaw, alike, flaw
from ..model import Base
from ..reading.binding import Path
from .nearness import closest

_FLAWS = {
    Flaw.UNSEEN: "里面有看不见的字符",
    Flaw.FORBIDDEN: "里面有Windows不许用的符号",
    Flaw.KEPT: "Windows把它留给设备用",
    Flaw.ENDS: "开头或末尾有空格，或者末尾有点",
    Flaw.LONG: "太长",
}
"""What is wrong with a name that leads nowhere else."""


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report photographs that cannot be found."""
    for identity, record in catalogue.bases.items():
        present = catalogue.photos.get(identity, {})
        for path, name in _named(record.content):
            beside = catalogue.beside.get(identity, {})
            other = next((one for one in beside if one != name and alike(one) == alike(name)), "")
            if name in present:
                continue
            if kept := beside.get(name):
                yield record.fault(kept.code, path, written=name, cause=kept.cause)
                continue
            wrong = flaw(name)
            if wrong in _FLAWS:
                yield record.fault("photo-bad-name", path, written=name, cause=_FLAWS[wrong])
                continue
            if other and _is_same_text(name, other):
                yield record.fault("photo-name-taken-apart", path, written=name)
                continue
            last = re.split(r"[/\\]", name)[-1]
            # what is there under this very name is no picture
            near = closest(last, beside.keys() - {name})
            if near and not wrong:
                yield record.fault("missing-photo-near", path, written=name, better=near)
                continue
            code = "photo-outside" if wrong else "missing-photo"
            yield record.fault(code, path, written=name, id=identity, better=near)
        for index, photo in enumerate(record.content.photos):
            if photo.file in withheld_photos(record.content):
                where = ("photos", index, "consent")
                yield record.fault("photo-withheld", where, Level.WARNING, written=photo.file)


def _is_same_text(one: str, other: str) -> bool:
    """Whether two names are the same letters, put together in one and taken apart in the other."""
    return unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)


def _named(base: Base) -> Iterator[tuple[Path, str]]:
    for index, photo in enumerate(base.photos):
        yield ("photos", index, "file"), photo.file
    for number, activity in enumerate(base.activities):
        for index, name in enumerate(activity.photos):
            yield ("activities", number, "photos", index), name
