"""Remakes the committed source of the display face from Debian's package fonts-noto-cjk.

Run by hand when the face or the character list changes: it takes half a minute. The same package
version (1:20220127+repack1-1), fontTools and brotli give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

COLLECTION = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc")
FACE = "Noto Serif CJK SC Bold"
SOURCE = Path(__file__).parents[1] / "plugins/showcase/fonts/NotoSerifSC-Bold.gb2312.woff2"

# Vertical forms, half-width punctuation (browsers trim with it in both directions) and kerning.
FEATURES = ("vert", "vrt2", "halt", "vhal", "kern")
PRINTED = "“”‘’·—–…《》〈〉、。，；：？！（）〔〕【】「」『』／＋①②③④⑤⑥⑦⑧⑨⑩→←↑↓〇"


def gb2312() -> set[str]:
    """Every character of GB 2312: 6,763 hanzi and 682 other signs."""
    characters: set[str] = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            characters.update(bytes([row, cell]).decode("gb2312", "ignore"))
    return characters


def wanted() -> set[str]:
    """GB 2312, the printable part of Latin-1, and the punctuation that our templates print."""
    latin = {chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100))}
    return gb2312() | latin | set(PRINTED)


def face(collection: Path) -> TTFont:
    """The simplified Chinese face of the collection. Raises LookupError where it has none."""
    for number, font in enumerate(TTCollection(collection, lazy=True).fonts):
        if font["name"].getDebugName(4) == FACE:
            return TTFont(collection, fontNumber=number, lazy=True, recalcTimestamp=False)
    raise LookupError(f"{collection} holds no face named {FACE}")


def reduce(font: TTFont) -> None:
    """Keeps what we print and drops what a screen does not need: hints, names, other languages."""
    options = Options()
    options.layout_features = list(FEATURES)
    options.hinting = False
    # Without shared subroutines each glyph is cut out alone: faster later, and smaller packed.
    options.desubroutinize = True
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.name_languages = [0x409]
    options.drop_tables += ["GlyphOrder"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(map(ord, wanted())))
    subsetter.subset(font)


def main() -> None:
    """Writes the source and prints its size and digest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--collection", type=Path, default=COLLECTION)
    parser.add_argument("--out", type=Path, default=SOURCE)
    arguments = parser.parse_args()
    font = face(arguments.collection)
    reduce(font)
    font.flavor = "woff2"
    font.save(arguments.out)
    written = arguments.out.read_bytes()
    print(
        f"{arguments.out.name}: {len(written)} bytes, sha256 {hashlib.sha256(written).hexdigest()}"
    )


if __name__ == "__main__":
    main()
