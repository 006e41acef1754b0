"""Pictures taken into a project: a clean working copy is made, and the original never comes near the repository.

A copy is upright, in sRGB, without metadata, and at most 2560 pixels long, enough for any wall screen and for
a later, larger form on the site. A JPEG that is all of that already, and light, is kept bit by bit, without its
metadata. Of what was stored without loss (screenshots, drawings, scans) a PNG is made where that is no larger than
the JPEG.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from ..catalogue import Hindrance
from .bare import Bare, UnfitError
from .decoding import drawn, is_plain, need_whole
from .formats import BMP, ENDINGS, GIF, JPEG, PNG, TIFF, Format
from .opening import Picture, opened, taken

LONGEST_KEPT = 2560
"""Pixels of the longer side of a working copy."""
QUALITY_KEPT = 88
HEAVIEST_KEPT = 1_500_000
"""Bytes of a JPEG that is kept as it is: a photograph of 2560 pixels at quality 88 has about that."""
_STORED_WITHOUT_LOSS = (PNG, GIF, BMP, TIFF)
_FEW_COLOURS = 4096
"""A drawing or a screenshot has fewer; to try a photograph as PNG takes seconds for nothing."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A clean copy of a picture, and what staff are told about the original.

    `ending` is that of its name; `format` the original's as staff call it, `misnamed` where its name said otherwise.
    """

    content: bytes
    ending: str
    width: int
    height: int
    format: str
    located: bool = False
    taken: str = ""
    several: str = ""
    misnamed: bool = False


def working_copy(picture: Picture, name: str) -> Copy | Hindrance:
    """The clean copy of a picture that was called `name`, or what keeps it from being made."""
    bare, known = picture.bare, picture.format
    try:
        need_whole(bare, known)
        if _may_stay(bare, known):
            content, ending = bare.content, ".jpg"
            width, height = bare.upright
        else:
            shown = drawn(bare, known, LONGEST_KEPT)
            content, ending = _encoded(shown, known)
            width, height = shown.size
    except UnfitError as fault:
        return fault.hindrance
    written = "." + name.lower().rpartition(".")[2]
    misnamed = written in ENDINGS - set(known.endings)
    return Copy(
        content, ending, width, height, known.title, bare.located, bare.taken, bare.several, misnamed
    )  # fmt: skip


def alike(picture: Picture, copy: Copy, others: Iterable[Path]) -> str:
    """The name of another file that is the same picture, by its bytes or by every pixel; or nothing."""
    mine = {hashlib.sha256(one).digest() for one in (picture.original, copy.content)}
    pixels = b""
    for path in others:
        other = opened(path)
        if isinstance(other, Hindrance):
            continue
        if hashlib.sha256(other.original).digest() in mine:
            return path.name
        if other.bare.upright in ((copy.width, copy.height), picture.bare.upright):
            pixels = pixels or _pixels(copy.content)
            if pixels == _pixels_of(other):
                return path.name
    return ""


def _may_stay(bare: Bare, known: Format) -> bool:
    return (
        known is JPEG
        and bare.orientation == 1
        and max(bare.width, bare.height) <= LONGEST_KEPT
        and len(bare.content) <= HEAVIEST_KEPT
        and is_plain(bare, known)
    )


def _encoded(shown: Image.Image, known: Format) -> tuple[bytes, str]:
    target = io.BytesIO()
    shown.save(target, "JPEG", quality=QUALITY_KEPT, optimize=True, progressive=True)
    if known in _STORED_WITHOUT_LOSS and shown.getcolors(_FEW_COLOURS):
        whole = io.BytesIO()
        shown.save(whole, "PNG", optimize=True)
        if whole.tell() <= target.tell():
            return whole.getvalue(), ".png"
    return target.getvalue(), ".jpg"


def _pixels(content: bytes) -> bytes:
    """A digest of a copy's pixels."""
    picture = taken(content, "")
    return b"" if isinstance(picture, Hindrance) else _pixels_of(picture)


def _pixels_of(picture: Picture) -> bytes:
    try:
        shown = drawn(picture.bare, picture.format, LONGEST_KEPT)
    except UnfitError:
        return b"none"
    return hashlib.sha256(f"{shown.size}".encode() + shown.tobytes()).digest()
