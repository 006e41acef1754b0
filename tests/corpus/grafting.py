"""A fragment of one line put into a whole base: what only the check of a project can tell.

Whether a day lies in the future, a number is somebody's own, or a character can be set: no reading of a file
alone knows. The line is put where the model has its field, as it was typed.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from showcase.diagnostics import Diagnostic, Level, Place

from .building import UNCITED
from .laying import frame, workshop
from .toy import key_of

_HEAD = {
    "schema": "schema: 1",
    "kind": "kind: 其他",
    "name": "name: 云桥同心站",
    "city": "city: 云州市",
    "updated": "updated: 2026-11-20",
}
_ABOVE = {
    "name": "", "city": "", "slogan": "", "summary": "",
    "date": "activities:\n  - title: 虚构的一次\n    ",
    "phone": "contact:\n  ",
    "photo": "photos:\n  - alt: 虚构的画面\n    ",
}  # fmt: skip
_BESIDE = UNCITED | {"missing-photo"}
"""What comes of the graft itself."""


def told_in_a_base(text: str, file: str) -> tuple[Diagnostic, ...]:
    """What the check of a project says of a fragment of one line, told of that line; nothing for others."""
    lines = [line for line in text.split("\n") if line.strip()]
    key = key_of(lines[0]) if len(lines) == 1 else ""
    if key not in _ABOVE:
        return ()
    head = "\n".join(line for name, line in _HEAD.items() if name != key)
    line = lines[0].replace("photo", "file", 1) if key == "photo" else lines[0]
    whole = f"{head}\n{_ABOVE[key]}{line}\n"
    number = whole.count("\n")
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        frame(root)
        (root / file).write_text(whole, encoding="utf-8", newline="\n")
        shop = workshop(root)
        reading = shop.read(drafts=True)
        found = [
            replace(one, place=Place(file, 1, 1), fix=None)
            for one in reading.diagnostics
            if one.place.file == file and one.place.line == number and one.code not in _BESIDE
        ]
        # the check ends with the characters that the display face lacks
        if reading.catalogue and set(shop.lacking_characters(reading.catalogue)) & set(line):
            found.append(Diagnostic("lacking-characters", Level.WARNING, Place(file)))
    return tuple(found)
