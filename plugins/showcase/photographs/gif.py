"""GIF files cut down to their first picture (GIF89a specification): comments and further frames go."""

from __future__ import annotations

import struct

from .bare import BROKEN, CUT, MOST_PARTS, Bare, UnfitError, need_fitting_size

_EXTENSION, _PICTURE, _END = 0x21, 0x2C, 0x3B
_CONTROL = 0xF9


def bare(content: bytes) -> Bare:
    """A GIF file of the first picture alone. Raises UnfitError."""
    if len(content) < 13:
        raise UnfitError(CUT)
    width, height, flags = struct.unpack_from("<HHB", content, 6)
    at = 13 + _table(flags)
    kept = [content[:at]]
    control = b""
    for _ in range(MOST_PARTS):
        sign = content[at] if at < len(content) else -1
        if sign == _EXTENSION:
            behind = _behind_blocks(content, at + 2)
            if content[at + 1 : at + 2] == bytes((_CONTROL,)) and behind - at == 8:
                control = content[at:behind]
            at = behind
        elif sign == _PICTURE and at + 10 <= len(content):
            left, top, wide, high, flags = struct.unpack_from("<HHHHB", content, at + 1)
            # a frame may reach beyond its screen, and then makes the picture larger
            width, height = max(width, left + wide), max(height, top + high)
            need_fitting_size(width, height)
            behind = _behind_blocks(content, at + 11 + _table(flags))
            kept += [control, content[at:behind], bytes((_END,))]
            more = content[behind : behind + 1] not in (bytes((_END,)), b"")
            return Bare(b"".join(kept), width, height, several="动图" if more else "")
        else:
            raise UnfitError(CUT if sign == -1 else BROKEN)
    raise UnfitError(BROKEN)


def _table(flags: int) -> int:
    """Bytes of the table of colours that follows, if one does."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _behind_blocks(content: bytes, at: int) -> int:
    """Where a chain of blocks, each headed by its length, is over. Raises UnfitError where the file ends first."""
    while at < len(content):
        length = content[at]
        at += 1 + length
        if not length:
            return at
    raise UnfitError(CUT)
