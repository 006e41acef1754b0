"""Photographs beside a base's file: measured, and published upright, capped, and without metadata."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path

from PIL import Image, ImageOps

from .catalogue import Photograph

LONGEST = 1600
"""Pixels of the longer side as published."""
MOST_PIXELS = 80_000_000
QUALITY = 82
_TURNED = {5, 6, 7, 8}
_ORIENTATION = 0x0112
# of a moving picture the first is taken
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
_READ = re.compile(rb"\xff\xd8\xff|\x89PNG|GIF8|RIFF....WEBP", re.DOTALL)
# the brands of ISO/IEC 23008-12, annex B
_HEIC = re.compile(rb"....ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)", re.DOTALL)
_OTHERS = (
    (rb"....ftypavi[fs]", "AVIF格式"),
    (rb"BM", "BMP格式"),
    (rb"II\*\0|MM\0\*", "TIFF格式"),
    (rb"%PDF", "PDF文件"),
)


def measure(folder: Path, names: Iterable[str]) -> Mapping[str, Photograph]:
    """The named pictures that lie in the folder and can be read, with their size as published."""
    found = {}
    for name in sorted(names):
        size = _size(folder, name)
        if size is not None:
            scale = min(1.0, LONGEST / max(size))
            found[name] = Photograph(
                name, max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
            )
    return found


def hindrance(path: Path) -> str:
    """Why a file that `measure` left out cannot be shown, in words that staff know."""
    with path.open("rb") as file:
        head = file.read(16)
    if not head:
        return "空文件"
    if _HEIC.match(head):
        return "iPhone的HEIC格式"
    if _READ.match(head):
        return "像素太多" if _is_too_large(path) else "没有传完"
    known = (word for form, word in _OTHERS if re.match(form, head, re.DOTALL))
    return next(known, "不是图片")


def _is_too_large(path: Path) -> bool:
    try:
        with warnings.catch_warnings(), Image.open(path, formats=_FORMATS) as picture:
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return picture.width * picture.height > MOST_PIXELS
    except Image.DecompressionBombError:
        return True
    except (OSError, ValueError, SyntaxError, EOFError):
        return False


def publish(folder: Path, name: str, target: Path, longest: int = LONGEST) -> None:
    """Write the published form of a picture that `measure` found: turned upright, position and device gone."""
    with Image.open(folder / name, formats=_FORMATS) as picture:
        upright = ImageOps.exif_transpose(picture).convert("RGB")
        upright.thumbnail((longest, longest), Image.Resampling.LANCZOS)
        target.parent.mkdir(parents=True, exist_ok=True)
        # a new picture, so that nothing of the old one's metadata can come along
        clean = Image.new("RGB", upright.size)
        clean.paste(upright)
        clean.save(target, "JPEG", quality=QUALITY, optimize=True, progressive=True)


def _size(folder: Path, name: str) -> tuple[int, int] | None:
    path = folder / name
    if "/" in name or "\\" in name or not path.is_file():
        return None
    if not path.resolve().is_relative_to(folder.resolve()):
        return None
    try:
        with warnings.catch_warnings(), Image.open(path, formats=_FORMATS) as picture:
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            width, height = picture.size
            turned = picture.getexif().get(_ORIENTATION) in _TURNED
            if width * height > MOST_PIXELS:
                return None
            # a file cut short has a sound head: read it all, coarsely where the format allows
            picture.draft("RGB", (64, 64))
            picture.load()
    except (OSError, Image.DecompressionBombError, ValueError, SyntaxError, EOFError):
        return None
    return (height, width) if turned else (width, height)
