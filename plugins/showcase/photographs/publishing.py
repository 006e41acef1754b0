"""Photographs as the site has them: measured for the pages, and written."""

from __future__ import annotations

import errno
import hashlib
import stat
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice
from pathlib import Path

from ..catalogue import Hindrance, Photograph
from . import heic
from .bare import Bare, UnfitError
from .decoding import capped, drawn, need_whole
from .formats import ENDINGS, Format
from .opening import content_of, opened, taken

LONGEST = 1600
"""Pixels of the longer side as published."""
QUALITY = 82
MOST_UNLISTED = 200
"""Pictures of one base that no entry names and that are looked into all the same: a whole camera may lie there."""
_MOST_REMEMBERED = 4096
_REMEMBERED: dict[tuple[bytes, str, bool], Photograph | Hindrance] = {}
"""What was found of files by their bytes and names: a preview measures every picture at every save."""


def measure(folder: Path, names: Iterable[str]) -> Mapping[str, Photograph]:
    """The named pictures that lie in the folder and can be read, with their size as published."""
    found = {}
    for name in sorted(names):
        if _lies_in(folder, name):
            seen = _seen(folder / name)
            if isinstance(seen, Photograph):
                found[name] = seen
    return found


def located(folder: Path, names: Iterable[str]) -> frozenset[str]:
    """Those of the first MOST_UNLISTED named files whose pictures hold a position; none is decoded for that."""
    return frozenset(name for name in islice(names, MOST_UNLISTED) if _is_located(folder / name))


def hindrance(path: Path) -> Hindrance | None:
    """Why a file that `measure` left out cannot be shown; None where nothing keeps it from that."""
    seen = _seen(path)
    return seen if isinstance(seen, Hindrance) else None


def publish(folder: Path, name: str, target: Path, longest: int = LONGEST) -> None:
    """Write the published form of a picture that `measure` found. The same picture gives the same bytes.

    Raises OSError where it is no longer there, or another that cannot be read.
    """
    picture = opened(folder / name)
    if isinstance(picture, Hindrance):
        raise OSError(errno.EIO, picture.code, str(folder / name))
    try:
        shown = drawn(picture.bare, picture.format, longest)
    except UnfitError as fault:
        raise OSError(errno.EIO, fault.hindrance.code, str(folder / name)) from None
    target.parent.mkdir(parents=True, exist_ok=True)
    shown.save(target, "JPEG", quality=QUALITY, optimize=True, progressive=True)


def _is_located(path: Path) -> bool:
    try:
        # what a link leads to is told where it lies, and not cleaned through it
        now = path.lstat()
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(now.st_mode) and _tells_where(path, now.st_size, now.st_mtime_ns)


@lru_cache(_MOST_REMEMBERED)
def _tells_where(path: Path, size: int, changed: int) -> bool:
    """By size and time, so that a preview reads nothing again at every save."""
    picture = opened(path)
    return not isinstance(picture, Hindrance) and picture.bare.located


def _lies_in(folder: Path, name: str) -> bool:
    path = folder / name
    try:
        return (
            "/" not in name
            and "\\" not in name
            and path.is_file()
            and path.resolve().is_relative_to(folder.resolve())
        )
    except (OSError, ValueError):
        return False


def _seen(path: Path) -> Photograph | Hindrance:
    content = content_of(path)
    if isinstance(content, Hindrance):
        return content
    key = (hashlib.sha256(content).digest(), path.name, heic.reader() is not None)
    known = _REMEMBERED.get(key)
    if known is None:
        if len(_REMEMBERED) >= _MOST_REMEMBERED:
            _REMEMBERED.clear()
        known = _REMEMBERED[key] = _judged(content, path.name)
    return known


def _judged(content: bytes, name: str) -> Photograph | Hindrance:
    picture = taken(content, name)
    if isinstance(picture, Hindrance):
        return picture
    try:
        need_whole(picture.bare, picture.format)
    except UnfitError as fault:
        return fault.hindrance
    return _as_published(name, picture.bare, picture.format)


def _as_published(name: str, bare: Bare, known: Format) -> Photograph:
    ending = "." + name.lower().rpartition(".")[2]
    misnamed = known.title if ending in ENDINGS - set(known.endings) else ""
    width, height = capped(bare.upright, LONGEST)
    return Photograph(name, width, height, bare.located, bare.several, misnamed)
