"""How wide text will be, and where it breaks, before any browser has seen it.

A width is never taken too small: a character that the table does not know counts as the widest of its kind.
Chinese is one em a character in every typeface; a test holds the rest against the face that we ship.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import inf

_LATIN = (
    (0.26, " '"),
    (0.36, "!,.:;ijl|"),
    (0.41, "()-/[]\\{}ft"),
    (0.48, '"1?IJ`'),
    (0.53, "*rsz"),
    (0.61, "$+<=>^_~023456789Sacegvxy"),
    (0.66, "#FLZkoq"),
    (0.71, "BCETYPbdhnpu"),
    (0.77, "AGKRVX"),
    (0.83, "&DNOQU"),
    (0.88, "Hw"),
    (1.01, "%@Mm"),
    (1.1, "W"),
)
_ASCII = {one: width for width, several in _LATIN for one in several}
_FULL = frozenset("‘’“”—…·×→※℃")
_HAN = 0x2E80
_PICTURES = 0x1F000
_WORD = re.compile(r"[0-9A-Za-z+.%\-]+ *|. *", re.DOTALL)
_CLOSING = frozenset("，。、；：？！）》”’」』】〉％·…—,.;:?!)]}")
_OPENING = frozenset("（《“‘「『【〈([{")
_BEFORE, _AFTER = frozenset("与和及并或为在"), frozenset("的和与及")
"""Small words before or after which a phrase may break, if it must; it may also where Latin letters begin or end."""


def em_width(text: str) -> float:
    """The width of text in ems of its own size, at most a little too large."""
    return sum(map(_width, text))


def _width(one: str) -> float:
    code = ord(one)
    if code >= _HAN:
        return 1.4 if code >= _PICTURES else 1
    if one in _FULL:
        return 1
    return _ASCII.get(one, 1.2)


@lru_cache(maxsize=4096)
def wrapped(phrases: tuple[str, ...], limit: float) -> tuple[str, ...]:
    """The lines of a name, none wider than `limit` ems; joined, they are the name.

    As few lines as can be, and as even: one more is worth it where it keeps a phrase from being torn.
    """
    atoms, torn = _atoms(phrases, limit)
    widths = [em_width(one) for one in atoms]
    # the cost of lines so far: a line counts two, a tear one or four; then lines; then how uneven they are
    best: list[tuple[int, int, float]] = [(0, 0, 0.0)]
    came: list[int] = [0]
    for end in range(1, len(atoms) + 1):
        found, start, wide = ((1 << 30, 0, inf), end - 1, 0.0)
        for begin in range(end - 1, -1, -1):
            wide += widths[begin]
            if wide > limit and begin < end - 1:
                break
            cost, lines, ragged = best[begin]
            tear = torn[begin] if begin else 0
            tried = (cost + 2 + tear, lines + 1, ragged + (limit - wide) ** 2)
            if tried < found:
                found, start = tried, begin
        best.append(found)
        came.append(start)
    lines_found: list[str] = []
    end = len(atoms)
    while end:
        lines_found.append("".join(atoms[came[end] : end]))
        end = came[end]
    return tuple(reversed(lines_found))


def _atoms(phrases: tuple[str, ...], limit: float) -> tuple[list[str], list[int]]:
    """What stays on one line: characters with the signs that cling to them, words of Latin letters.

    With each, how much a line that begins with it tears: a phrase (4), one at a small word (1), nothing (0).
    """
    atoms: list[str] = []
    torn: list[int] = []
    for phrase in phrases:
        for place, piece in enumerate(_pieces(phrase, limit)):
            clings = bool(atoms) and (piece[0] in _CLOSING or atoms[-1].rstrip()[-1:] in _OPENING)
            if clings and em_width(atoms[-1] + piece) <= limit:
                atoms[-1] += piece
            else:
                atoms.append(piece)
                torn.append(_tear(atoms[-2][-1], piece[0]) if place else 0)
    return atoms, torn


def _tear(before: str, after: str) -> int:
    small = before in _AFTER or after in _BEFORE
    return 1 if small or before.isascii() != after.isascii() else 4


def _pieces(phrase: str, limit: float) -> list[str]:
    found: list[str] = []
    for word in _WORD.findall(phrase):
        # a word wider than the line is broken after all: nothing may be cut off
        found += [word] if em_width(word) <= limit else list(word)
    return found
