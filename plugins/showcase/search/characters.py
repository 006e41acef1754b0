"""What the engine must know of characters: how each is read, and which simplified one a traditional one stands for.

The characters are those of the texts, and those that people type most: the first level of GB 2312 (3,755), without
which 新心相阳 could not be heard as 新心向阳 where 相 stands in no text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ..pronunciation import readings
from .traditional import SIMPLIFIED


@dataclass(frozen=True, slots=True)
class Characters:
    """Syllables without tones, ü as v, with the characters read so: by their first reading, and by any further one.

    `traditional` is a run of pairs, each a traditional character and the simplified one.
    """

    sounds: Mapping[str, str]
    others: Mapping[str, str]
    traditional: str


def characters_of(texts: Iterable[str]) -> Characters:
    """What the engine needs for texts."""
    used = set("".join(texts))
    simplified = {SIMPLIFIED.get(one, one) for one in used}
    wanted = sorted({one for one in simplified if "\u3400" <= one <= "\u9fff"} | set(common()))
    sounds: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    for character in wanted:
        first, *rest = readings(character) or ("",)
        if first:
            sounds.setdefault(first, []).append(character)
        for syllable in rest:
            others.setdefault(syllable, []).append(character)
    known = set(wanted)
    pairs = (old + new for old, new in SIMPLIFIED.items() if new in known)
    return Characters(
        {key: "".join(sounds[key]) for key in sorted(sounds)},
        {key: "".join(others[key]) for key in sorted(others)},
        "".join(pairs),
    )


@cache
def common() -> str:
    """The first level of GB 2312."""
    rows = range(0xB0, 0xD8)
    cells = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    return b"".join(cells).decode("gb2312", "ignore")
