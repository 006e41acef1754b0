"""The little that is asked of EXIF: which way is up, whether a position is there, the day.

Read with our own hands and bounds: a block made to do harm names the same bytes thousands of times over.
Tags and types as in CIPA DC-008 (Exif 2.32) and TIFF 6.0.
"""

from __future__ import annotations

import datetime
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

MOST_ENTRIES = 1000
"""Entries of one directory that are looked at; cameras write some sixty."""
_ORIENTATION, _DATE, _DETAILS, _POSITION, _TAKEN = 0x0112, 0x0132, 0x8769, 0x8825, 0x9003
_LATITUDE, _LONGITUDE = 0x0002, 0x0004
_DAY = re.compile(rb"(\d{4})[:-](\d\d)[:-](\d\d)")
UPRIGHT = 1


@dataclass(frozen=True, slots=True)
class Facts:
    """What a block of EXIF, or several together, say of a picture."""

    orientation: int = UPRIGHT
    located: bool = False
    taken: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a directory: its tag, its type, how many values, and the four bytes of it or of their place."""

    tag: int
    kind: int
    count: int
    value: bytes


def facts(block: bytes) -> Facts:
    """What a block of EXIF says; what cannot be read is not said."""
    block = block.removeprefix(b"Exif\0\0")
    order = {b"II": "<", b"MM": ">"}.get(block[:2])
    if order is None or len(block) < 8:
        return Facts()
    (first,) = struct.unpack_from(order + "I", block, 4)
    main = {one.tag: one for one in directory(block, order, first)}
    details = {one.tag: one for one in _below(block, order, main.get(_DETAILS))}
    position = {one.tag for one in _below(block, order, main.get(_POSITION))}
    turned = main.get(_ORIENTATION)
    orientation = struct.unpack(order + "H", turned.value[:2])[0] if turned else UPRIGHT
    return Facts(
        orientation if 1 <= orientation <= 8 else UPRIGHT,
        bool(position & {_LATITUDE, _LONGITUDE}),
        _day(block, order, details.get(_TAKEN)) or _day(block, order, main.get(_DATE)),
    )


def directory(block: bytes, order: str, at: int) -> Iterator[Entry]:
    """The entries of the directory that begins `at` bytes in; `order` is that of `struct`."""
    if not 0 < at <= len(block) - 2:
        return
    (count,) = struct.unpack_from(order + "H", block, at)
    for number in range(min(count, MOST_ENTRIES)):
        start = at + 2 + 12 * number
        if start + 12 > len(block):
            return
        tag, kind, values = struct.unpack_from(order + "HHI", block, start)
        yield Entry(tag, kind, values, block[start + 8 : start + 12])


def only_orientation(orientation: int) -> bytes:
    """A block of EXIF that says which way is up, and nothing else."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, orientation, 0, 0)


def _below(block: bytes, order: str, pointer: Entry | None) -> Iterator[Entry]:
    if pointer is not None:
        yield from directory(block, order, struct.unpack(order + "I", pointer.value)[0])


def _day(block: bytes, order: str, entry: Entry | None) -> str:
    if entry is None or entry.count < 10:
        return ""
    (place,) = struct.unpack(order + "I", entry.value)
    found = _DAY.match(block, place)
    if not found:
        return ""
    try:
        return datetime.date(*(int(part) for part in found.groups())).isoformat()
    except ValueError:
        return ""
