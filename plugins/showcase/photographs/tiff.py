"""TIFF files (TIFF 6.0) looked over before they are decoded: how large, which way up, and nothing made to do harm."""

from __future__ import annotations

import struct

from ..catalogue import Hindrance
from .bare import BROKEN, CUT, Bare, UnfitError, need_fitting_size
from .exif import MOST_ENTRIES, Entry, directory, facts

_WIDTH, _HEIGHT, _SUBFILE, _VERSION_OF_DNG = 0x0100, 0x0101, 0x00FE, 0xC612
_XMP, _PROFILE = 0x02BC, 0x8773
_BYTES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
"""Bytes of one value, by its type."""
RAW = Hindrance("photo-other-format", "相机的RAW原片")


def bare(content: bytes) -> Bare:
    """A TIFF file as it is, with what its first directory says. Raises UnfitError."""
    order = "<" if content[:2] == b"II" else ">"
    if len(content) < 8:
        raise UnfitError(CUT)
    (first,) = struct.unpack_from(order + "I", content, 4)
    if first + 2 > len(content):
        raise UnfitError(CUT)
    (count,) = struct.unpack_from(order + "H", content, first)
    entries = {one.tag: one for one in directory(content, order, first)}
    if count > MOST_ENTRIES or sum(map(_weight, entries.values())) > 2 * len(content):
        raise UnfitError(BROKEN)
    if _VERSION_OF_DNG in entries or (_number(entries.get(_SUBFILE), order) & 1):
        # the first directory of a camera's raw file is a small preview
        raise UnfitError(RAW)
    size = _number(entries.get(_WIDTH), order), _number(entries.get(_HEIGHT), order)
    need_fitting_size(*size)
    known = facts(content)
    behind = first + 2 + 12 * count
    more = content[behind : behind + 4].strip(b"\0")
    upright = size[::-1] if known.orientation >= 5 else size
    located = known.located or b"GPSLatitude" in _value(content, order, entries.get(_XMP))
    # the decoder turns it upright by itself
    return Bare(
        content, *upright, 1, _value(content, order, entries.get(_PROFILE)), located,
        known.taken, "好几页" if more else "",
    )  # fmt: skip


def _weight(entry: Entry) -> int:
    return _BYTES.get(entry.kind, 1) * entry.count


def _number(entry: Entry | None, order: str) -> int:
    if entry is None:
        return 0
    form, length = ("H", 2) if entry.kind == 3 else ("I", 4)
    return int(struct.unpack(order + form, entry.value[:length])[0])


def _value(content: bytes, order: str, entry: Entry | None) -> bytes:
    if entry is None or _weight(entry) <= 4:
        return b""
    (place,) = struct.unpack(order + "I", entry.value)
    return content[place : place + _weight(entry)]
