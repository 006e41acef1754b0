"""WebP files taken apart (RFC 9649): the chunks that draw the picture are kept, EXIF, XMP and what is unknown go."""

from __future__ import annotations

import struct

from .bare import BROKEN, CUT, LARGEST_PROFILE, MOST_PARTS, Bare, UnfitError, need_fitting_size
from .exif import Facts, facts, only_orientation

_DRAWING = frozenset((b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF"))
_PROFILE, _TRANSPARENT, _EXIF, _MOVING = 0x20, 0x10, 0x08, 0x02
"""Flags of the head of an extended file."""


def bare(content: bytes) -> Bare:
    """A WebP file without what does not draw it. Raises UnfitError."""
    (length,) = struct.unpack_from("<I", content, 4) if len(content) >= 12 else (0,)
    end = 8 + length
    if end > len(content):
        raise UnfitError(CUT)
    kept: list[bytes] = []
    size: tuple[int, int] | None = None
    known, located, profile, flags = Facts(), False, b"", 0
    at = 12
    for _ in range(MOST_PARTS):
        if at + 8 > end:
            break
        kind, length = struct.unpack_from("<4sI", content, at)
        body = content[at + 8 : at + 8 + length]
        if at + 8 + length > end:
            raise UnfitError(CUT)
        if kind == b"VP8X" and length >= 10:
            flags = body[0] & (_TRANSPARENT | _MOVING)
            kept.append(_chunk(b"VP8X", bytes((flags,)) + b"\0\0\0" + body[4:10]))
        elif kind in _DRAWING:
            kept.append(_chunk(kind, body))
        elif kind == b"ICCP" and length <= LARGEST_PROFILE:
            profile = body
        elif kind == b"EXIF":
            known = facts(body)
        elif kind == b"XMP ":
            located = located or b"GPSLatitude" in body
        size = size or _size(kind, body)
        at += 8 + length + length % 2
    else:
        raise UnfitError(BROKEN)
    if size is None:
        raise UnfitError(BROKEN)
    need_fitting_size(*size)
    moving = "动图" if flags & _MOVING else ""
    return Bare(
        _file(kept), *size, known.orientation, profile, known.located or located, known.taken, moving
    )  # fmt: skip


def whole(picture: Bare) -> bytes:
    """The file of a bare picture that shows it as the original did: its profile, and which way is up."""
    plain = picture.content[12:]
    if not picture.profile and picture.orientation == 1:
        return picture.content
    flags = _MOVING if picture.several else 0
    if plain.startswith(b"VP8X"):
        flags, plain = plain[8], plain[18:]
    elif plain.startswith(b"VP8L"):
        # whether any pixel is transparent, its own head says
        flags |= _TRANSPARENT if plain[12] & 0x10 else 0
    flags |= _PROFILE if picture.profile else 0
    flags |= _EXIF if picture.orientation != 1 else 0
    canvas = b"".join((one - 1).to_bytes(3, "little") for one in (picture.width, picture.height))
    parts = [_chunk(b"VP8X", bytes((flags,)) + b"\0\0\0" + canvas)]
    parts += [_chunk(b"ICCP", picture.profile)] if picture.profile else []
    parts.append(plain)
    if picture.orientation != 1:
        parts.append(_chunk(b"EXIF", only_orientation(picture.orientation)))
    return _file(parts)


def _size(kind: bytes, body: bytes) -> tuple[int, int] | None:
    """Pixels by the head of a chunk that has them: of the whole picture, or of its only frame."""
    if kind == b"VP8X" and len(body) >= 10:
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if kind == b"VP8 " and len(body) >= 10 and body[3:6] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", body, 6)
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L" and len(body) >= 5 and body[0] == 0x2F:
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None


def _chunk(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def _file(chunks: list[bytes]) -> bytes:
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body
