"""JPEG files taken apart (ITU-T T.81, annex B): only the segments that draw the picture are kept.

What goes: EXIF, XMP, IPTC, comments, thumbnails, notes of makers, and whatever follows the end of the picture,
such as the second pictures of MPO and the films of telephones.
"""

from __future__ import annotations

import re
import struct

from .bare import BROKEN, CUT, LARGEST_PROFILE, MOST_PARTS, Bare, UnfitError, need_fitting_size
from .exif import Facts, facts, only_orientation

MOST_SCANS = 200
"""Passes over the whole picture; encoders write ten, a file made to do harm thousands."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN, _END, _LONELY = 0xDA, 0xD9, frozenset((0x00, 0x01, *range(0xD0, 0xD9)))
_TABLES = frozenset((0xC4, 0xCC, 0xDB, 0xDC, 0xDD))
_START = b"\xff\xd8"
_EXIF, _XMP, _PROFILE = b"Exif\0\0", b"http://ns.adobe.com/x", b"ICC_PROFILE\0"
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)


def bare(content: bytes) -> Bare:
    """A JPEG file without what does not draw it. Raises UnfitError."""
    kept = [_START]
    size: tuple[int, int] | None = None
    pieces: dict[int, bytes] = {}
    known, located, scans = Facts(), False, 0
    at = 2
    for _ in range(MOST_PARTS):
        at = content.find(b"\xff", at)
        if at < 0 or at + 2 > len(content):
            break
        marker = content[at + 1]
        if marker == 0xFF:
            # any number of them may stand before a marker
            at = _last_of_filling(content, at)
            continue
        if marker == _END:
            kept.append(b"\xff\xd9")
            break
        if marker in _LONELY:
            at += 2
            continue
        segment, behind = _segment(content, at)
        body = segment[4:]
        if marker in _FRAMES:
            if len(body) < 6:
                raise UnfitError(BROKEN)
            height, width = struct.unpack_from(">HH", body, 1)
            need_fitting_size(width, height)
            size = (width, height)
            kept.append(segment)
        elif marker == _SCAN:
            scans += 1
            found = _AFTER_SCAN.search(content, behind)
            behind = found.start() if found else len(content)
            kept.append(content[at:behind])
        elif marker in _TABLES:
            kept.append(segment)
        elif marker == 0xE0 and body.startswith(b"JFIF\0") and len(body) >= 14:
            # without the thumbnail that may follow
            kept.append(b"\xff\xe0\0\x10" + body[:12] + b"\0\0")
        elif marker == 0xEE and body.startswith(b"Adobe") and len(body) >= 12:
            kept.append(b"\xff\xee\0\x0e" + body[:12])
        elif marker == 0xE2 and body.startswith(_PROFILE) and len(body) > 14:
            pieces.setdefault(body[12], body[14:])
        elif marker == 0xE1 and body.startswith(_EXIF) and known == Facts():
            known = facts(body)
        elif marker == 0xE1 and body.startswith(_XMP):
            located = located or b"GPSLatitude" in body
        at = behind
    else:
        raise UnfitError(BROKEN)
    if scans > MOST_SCANS:
        raise UnfitError(BROKEN)
    if size is None or not scans:
        raise UnfitError(CUT)
    profile = b"".join(pieces[number] for number in sorted(pieces))
    return Bare(
        b"".join(kept), *size, known.orientation,
        profile if len(profile) <= LARGEST_PROFILE else b"",
        known.located or located, known.taken,
    )  # fmt: skip


def whole(picture: Bare) -> bytes:
    """The file of a bare picture that shows it as the original did: its profile, and which way is up."""
    added = b""
    if picture.orientation != 1:
        added += _written(0xE1, _EXIF + only_orientation(picture.orientation))
    most = 65_519
    pieces = [picture.profile[at : at + most] for at in range(0, len(picture.profile), most)]
    for number, piece in enumerate(pieces, start=1):
        added += _written(0xE2, _PROFILE + bytes((number, len(pieces))) + piece)
    after = 20 if picture.content.startswith(b"\xff\xd8\xff\xe0") else 2
    return picture.content[:after] + added + picture.content[after:]


def _segment(content: bytes, at: int) -> tuple[bytes, int]:
    """A segment with its marker and length, and where the next one begins."""
    if at + 4 > len(content):
        raise UnfitError(CUT)
    (length,) = struct.unpack_from(">H", content, at + 2)
    behind = at + 2 + length
    if length < 2:
        raise UnfitError(BROKEN)
    if behind > len(content):
        raise UnfitError(CUT)
    return content[at:behind], behind


def _last_of_filling(content: bytes, at: int) -> int:
    found = re.compile(rb"\xff*").match(content, at)
    return found.end() - 1 if found else at


def _written(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body
