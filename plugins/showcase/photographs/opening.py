"""Files opened without harm: never a pipe or a device, never more bytes or pixels than can be taken."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from ..catalogue import Hindrance
from . import boxes, decoding, gif, heic, jpeg, png, tiff, webp
from .bare import BROKEN, Bare, UnfitError
from .formats import AVIF, BMP, GIF, HEAD, HEIC, JPEG, PNG, TIFF, WEBP, Format, recognised

LARGEST = 64_000_000
"""Bytes of a file that is read. Photographs of 108 million pixels have half of that."""
_TAKEN_APART = {JPEG: jpeg.bare, PNG: png.bare, WEBP: webp.bare, GIF: gif.bare, TIFF: tiff.bare, HEIC: heic.bare}  # fmt: skip
_NOT_THROUGH_PIPES = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A file that is a picture: its format, what draws it, and the bytes of the original."""

    format: Format
    bare: Bare
    original: bytes


def opened(path: Path) -> Picture | Hindrance:
    """A file as a picture, or what keeps it from being one. Nothing is decoded yet."""
    content = content_of(path)
    if isinstance(content, Hindrance):
        return content
    return taken(content, path.name)


def taken(content: bytes, name: str) -> Picture | Hindrance:
    """The bytes of a file of that name as a picture, or what keeps them from being one."""
    known = recognised(content[:HEAD], name)
    if isinstance(known, Hindrance):
        return known
    try:
        if known is AVIF:
            boxes.need_all(content)
        if known in (AVIF, BMP):
            return Picture(known, decoding.looked_at(content, known), content)
        return Picture(known, _TAKEN_APART[known](content), content)
    except UnfitError as fault:
        return fault.hindrance
    except Exception:
        # decoders meet broken files with errors of every kind
        return BROKEN


def content_of(path: Path) -> bytes | Hindrance:
    """The bytes of a file; a link is followed, anything that could keep us waiting is not opened."""
    try:
        hindrance = _unfit(path.stat())
        if hindrance is None:
            with os.fdopen(os.open(path, os.O_RDONLY | _NOT_THROUGH_PIPES), "rb") as file:
                # it may have become another since
                hindrance = _unfit(os.fstat(file.fileno()))
                if hindrance is None:
                    content = file.read(LARGEST + 1)
                    return content if len(content) <= LARGEST else _TOO_HEAVY
    except PermissionError:
        return Hindrance("photo-no-file", "没有权限打开的文件")
    except (OSError, ValueError):
        return Hindrance("photo-no-file", "打不开的链接")
    return hindrance


_TOO_HEAVY = Hindrance("photo-too-heavy")


def _unfit(status: os.stat_result) -> Hindrance | None:
    if stat.S_ISDIR(status.st_mode):
        return Hindrance("photo-no-file", "文件夹")
    if not stat.S_ISREG(status.st_mode):
        return Hindrance("photo-no-file", "设备")
    return _TOO_HEAVY if status.st_size > LARGEST else None
