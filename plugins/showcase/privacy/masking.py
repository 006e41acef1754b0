"""Personal data made unreadable, yet recognisable to the person who typed it."""

from __future__ import annotations

import re
import unicodedata

from .finding import Finding, Kind, find

_SHOWN = {
    Kind.CITIZEN: (3, 4),
    Kind.OLD_CITIZEN: (3, 2),
    Kind.BANK_CARD: (4, 2),
    Kind.MOBILE: (3, 4),
    Kind.PLATE: (2, 1),
}
"""How many signs of a number stay at its beginning and end."""
_SIGN = re.compile(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ一-鿿]")
_COUNTED = re.compile(r"[0-9A-Za-z０-９一二三四五六七八九十百〇零]")
_PASSWORD = re.compile(r"(?<=://)[^\s/@:]*:[^\s/@]*(?=@)")
"""The account of a web address: no personal number, but nothing to spread in a log either."""
_BETWEEN_SIGNS = re.compile(r"[\W_]+")


def mask(text: str, finding: Finding) -> str:
    """The words of a finding with stars; as many as there were signs, wide ones for wide signs."""
    written = text[finding.start : finding.end]
    if finding.kind not in _SHOWN:
        return _COUNTED.sub(_star, written)
    first, last = _SHOWN[finding.kind]
    signs = [found.start() for found in _SIGN.finditer(written)]
    hidden = set(signs[first : len(signs) - last])
    return "".join(
        _star_for(sign) if place in hidden else sign for place, sign in enumerate(written)
    )


def masked(text: str) -> str:
    """A text that can be shown: everything personal in it masked, passwords too, everything in its place."""
    pieces, end = [], 0
    for finding in find(text):
        pieces += [text[end : finding.start], mask(text, finding)]
        end = finding.end
    return _PASSWORD.sub(lambda one: "*" * len(one[0]), "".join(pieces) + text[end:])


def plain(text: str) -> str:
    """A form in which two spellings of the same number or address are equal."""
    return _BETWEEN_SIGNS.sub("", unicodedata.normalize("NFKC", text)).upper()


def _star(found: re.Match[str]) -> str:
    return _star_for(found.group())


def _star_for(sign: str) -> str:
    return "＊" if unicodedata.east_asian_width(sign) in "WF" else "*"
