"""PNG files taken apart (W3C PNG, third edition): only the chunks that draw the picture are kept.

Of an animation the picture that every viewer shows is kept. What goes: texts, EXIF, times, thumbnails, private chunks,
and whatever follows the end.
"""

from __future__ import annotations

import struct
import zlib

from .bare import BROKEN, CUT, LARGEST_PROFILE, MOST_PARTS, Bare, UnfitError, need_fitting_size
from .exif import Facts, facts, only_orientation

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LONGEST = {b"IHDR": 13, b"PLTE": 768, b"tRNS": 256, b"gAMA": 4, b"cHRM": 32, b"sRGB": 1}
"""What draws, with the most bytes that it can have by the standard; more would be something hidden."""


def bare(content: bytes) -> Bare:
    """A PNG file without what does not draw it. Raises UnfitError."""
    kept = [SIGNATURE]
    size: tuple[int, int] | None = None
    known, located, profile, several, drawn = Facts(), False, b"", "", False
    at = len(SIGNATURE)
    for _ in range(MOST_PARTS):
        if at + 12 > len(content):
            raise UnfitError(CUT)
        length, kind = struct.unpack_from(">I4s", content, at)
        behind = at + 12 + length
        if behind > len(content):
            raise UnfitError(CUT)
        body = content[at + 8 : behind - 4]
        if kind == b"IHDR" and size is None and length == 13:
            size = struct.unpack_from(">II", body)
            need_fitting_size(*size)
        elif size is None:
            raise UnfitError(BROKEN)
        if kind == b"IDAT" or length <= _LONGEST.get(kind, -1):
            kept.append(content[at:behind])
            drawn = drawn or kind == b"IDAT"
        elif kind == b"iCCP":
            profile = _profile(body)
        elif kind == b"eXIf":
            known = facts(body)
        elif kind == b"iTXt":
            located = located or b"GPSLatitude" in body
        elif kind == b"acTL":
            several = "动图"
        elif kind == b"IEND":
            kept.append(_chunk(b"IEND", b""))
            break
        at = behind
    else:
        raise UnfitError(BROKEN)
    if size is None or not drawn:
        raise UnfitError(BROKEN)
    return Bare(
        b"".join(kept), *size, known.orientation, profile, known.located or located, known.taken, several
    )  # fmt: skip


def whole(picture: Bare) -> bytes:
    """The file of a bare picture that shows it as the original did: its profile, and which way is up."""
    added = b""
    if picture.profile:
        added += _chunk(b"iCCP", b"icc\0\0" + zlib.compress(picture.profile))
    if picture.orientation != 1:
        added += _chunk(b"eXIf", only_orientation(picture.orientation))
    after = len(SIGNATURE) + 25
    return picture.content[:after] + added + picture.content[after:]


def _profile(body: bytes) -> bytes:
    """A colour profile unpacked as far as any real one goes."""
    _, _, packed = body.partition(b"\0")
    try:
        found = zlib.decompressobj().decompress(packed[1:], LARGEST_PROFILE + 1)
    except zlib.error:
        return b""
    return found if len(found) <= LARGEST_PROFILE else b""


def _chunk(kind: bytes, body: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + body))
    return struct.pack(">I", len(body)) + kind + body + check
