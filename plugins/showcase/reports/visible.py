"""What the eye would miss, or what a screen would obey, made visible; and how wide words are.

A tab is shown as ⇥, a full-width blank as □, a no-break space as ⍽, a line end as ⏎; any other character
that is not drawn (escapes, marks of direction, marks without width) by its number: 〔U+202E〕. So a value
can neither recolour a terminal nor turn a line around, and staff see what keeps two words from being equal.
"""

from __future__ import annotations

import unicodedata

_BLANKS = {"\t": "⇥", "\u3000": "□", "\u00a0": "⍽", "\u202f": "⍽", "\n": "⏎"}
_NOT_DRAWN = frozenset(["Cc", "Cf", "Cs", "Zl", "Zp", "Zs"])
"""Unicode's categories of characters without a picture of their own."""
_LOOK_LIKE_NOTHING = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffe\uffff")
"""Characters of other categories that are drawn as nothing (Unicode: Default_Ignorable_Code_Point)."""


def visible(text: str) -> str:
    """A text in which every character can be seen and none commands."""
    if text.isprintable() and _LOOK_LIKE_NOTHING.isdisjoint(text):
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character == " ":
        return character
    if blank := _BLANKS.get(character):
        return blank
    hidden = (
        unicodedata.category(character) in _NOT_DRAWN
        or unicodedata.bidirectional(character) in ("B", "S")
        or character in _LOOK_LIKE_NOTHING
    )
    return f"〔U+{ord(character):04X}〕" if hidden else character


def commands(text: str) -> bool:
    """Whether a text holds what a screen would obey; a blank that is only hard to see commands nothing."""
    categories = map(unicodedata.category, text)
    return any(one in ("Cc", "Cf", "Cs", "Zl", "Zp") for one in categories)


def cells(text: str) -> int:
    """The columns of a terminal that a text takes: two for a Chinese character, none for a combining mark.

    Characters that Unicode calls ambiguous, curly quotes among them, count as one, as terminals draw them
    today (UAX 11).
    """
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
