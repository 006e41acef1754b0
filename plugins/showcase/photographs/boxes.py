"""The boxes that HEIC and AVIF files are made of (ISO/IEC 14496-12): whether all of them are there."""

from __future__ import annotations

import struct

from .bare import BROKEN, CUT, MOST_PARTS, UnfitError


def need_all(content: bytes) -> None:
    """Raises UnfitError where the file ends before its last box does: a decoder may not notice."""
    at = 0
    for _ in range(MOST_PARTS):
        if at + 8 > len(content):
            return
        (length,) = struct.unpack_from(">I", content, at)
        if length == 1 and at + 16 <= len(content):
            (length,) = struct.unpack_from(">Q", content, at + 8)
        elif length == 0:
            return
        if length < 8:
            raise UnfitError(BROKEN)
        at += length
        if at > len(content):
            raise UnfitError(CUT)
    raise UnfitError(BROKEN)
