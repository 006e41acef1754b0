"""Cuts the display face down to the characters of one site."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
import unicodedata
from functools import cache
from pathlib import Path

import brotli
import fontTools

SOURCE = Path(__file__).with_name("NotoSerifSC-Bold.gb2312.woff2")

# Goes into the key of the cache: raise it when the options below change.
RECIPE = 1
# Copyright and licence stay in the file, as the Open Font License asks.
NAMES = [0, 1, 2, 5, 6, 13, 14]
FEATURES = ["vert", "vrt2", "halt", "vhal", "kern"]
# Not Cn: a character newer than this Python's tables has a shape, and is to be named as missing.
SHAPELESS = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cs"})


def subset(characters: str) -> bytes:
    """A WOFF2 with exactly these characters, the same bytes every time.

    Characters that the face lacks are left out (`missing` names them), and so are line breaks and
    other signs without a shape. Order and repeats do not matter.
    """
    # A site whose subset is cached never pays for these imports.
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = NAMES
    options.notdef_outline = True
    options.glyph_names = False
    # The source has no hints and no subroutines: looking for them again doubles the time.
    options.hinting = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(one) for one in _printed(characters) if ord(one) in _cmap()])
    font = TTFont(io.BytesIO(_source()), lazy=True, recalcTimestamp=False, recalcBBoxes=False)
    subsetter.subset(font)
    font.flavor = "woff2"
    packed = io.BytesIO()
    font.save(packed)
    return packed.getvalue()


def missing(characters: str) -> tuple[str, ...]:
    """The characters that the face lacks, each once, in code point order."""
    return tuple(one for one in _printed(characters) if ord(one) not in _cmap())


def cached_subset(characters: str, folder: Path) -> bytes:
    """`subset`, remembered in a folder by what it was made from.

    The folder is made where it is absent and may be deleted at any time; a torn file in it is made
    again. Raises OSError where the folder cannot be written.
    """
    entry = folder / f"{_key(characters)}.woff2"
    try:
        remembered = entry.read_bytes()
    except FileNotFoundError:
        remembered = b""
    if _whole(remembered):
        return remembered
    fresh = subset(characters)
    folder.mkdir(parents=True, exist_ok=True)
    _write_atomically(entry, fresh)
    return fresh


def _printed(characters: str) -> list[str]:
    """Each character once, sorted; without line breaks, spaces other than U+0020 and joiners."""
    return [
        one
        for one in sorted(set(characters))
        if one == " " or unicodedata.category(one) not in SHAPELESS
    ]


def _key(characters: str) -> str:
    made_from = (
        str(RECIPE),
        hashlib.sha256(_source()).hexdigest(),
        fontTools.version,
        brotli.__version__,
        "".join(_printed(characters)),
    )
    return hashlib.sha256("\n".join(made_from).encode()).hexdigest()


def _whole(packed: bytes) -> bool:
    """WOFF2 states its own length in its header, which tells a torn file from a whole one."""
    return packed[:4] == b"wOF2" and int.from_bytes(packed[8:12], "big") == len(packed)


def _write_atomically(entry: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=entry.parent, suffix=".part")
    with os.fdopen(handle, "wb") as part:
        part.write(content)
    Path(name).replace(entry)


@cache
def _source() -> bytes:
    return SOURCE.read_bytes()


@cache
def _cmap() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    return frozenset(TTFont(io.BytesIO(_source()), lazy=True).getBestCmap())
