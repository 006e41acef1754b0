"""Characters that nobody sees or nobody meant: cleaned where that changes nothing that is read.

Chinese text is copied from chats, web pages, PDF and Word; each brings its own invisible company.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..diagnostics import Edit, Level
from .rows import Row, Slip

# zero-width blanks and marks, soft hyphens, marks of direction that enclose nothing visible
_UNSEEN = "\u00ad\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u061c\u202a\u202b\u202c\u202d\u2066\u2067\u2068\u2069"
_JOINERS = "\u200c\u200d"
_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f"
# of Kangxi radicals and compatibility forms those that have an everyday form; FA0E and some others have none
_RADICALS = "\u2e80-\u2fdf\uf900-\ufaff"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
_TURNED = "\u202e"
_LOST = "\ufffd"
_WESTERN = "\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
# UTF-8 of Chinese read as Western: three signs for a character, the first always one of these
_GARBLED_SIGNS = f"(?:[\u00e3-\u00e9\u00ef][{_WESTERN}]{{1,2}}){{2,}}"
_SINGLE = re.compile(
    f"[{_UNSEEN}{_JOINERS}{_BREAKS}{_BLANKS}{_RADICALS}{_PRIVATE}{_CONTROLS}{_TURNED}{_LOST}]"
)
_GARBLED = re.compile(_GARBLED_SIGNS)


def are_odd(text: str) -> bool:
    """Whether some character of a text needs a second look. Asked of every file, so it is quick."""
    return _SINGLE.search(text) is not None or "锟斤拷" in text or _GARBLED.search(text) is not None


_HAN = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_PICTURE_SIGN = "[\u203c-\u2bff\ufe0f\U0001f000-\U0001faff]"
_FIRST_PRIVATE, _LAST_PRIVATE = 0xE815, 0xE864
"""The private characters that GBK fonts used for FE50 to FEA0 before those characters had places of
their own (GB 18030-2005, table of changed code positions)."""


def slips(row: Row) -> Iterator[Slip]:
    """Clean a line, telling each kind of odd character once, where it first stands."""
    if not are_odd(row.text):
        return
    yield from _blanks(row)
    yield from _unseen(row)
    yield from _radicals(row)
    yield from _garbled(row)
    yield from _private(row)
    if found := re.search(f"[{_CONTROLS}]", row.text):
        yield _at("invisible-character", row, found.start())
        # gone, so that the rest of the file can be looked at
        while found := re.search(f"[{_CONTROLS}]+", row.text):
            row.replace(found.start(), found.end(), "")
    if found := re.search(_TURNED, row.text):
        yield _at("text-turned", row, found.start())
        while found := re.search(_TURNED, row.text):
            row.replace(found.start(), found.end(), "")
    if found := re.search(f"(?:{_LOST}|锟斤拷)+", row.text):
        yield _at("text-lost", row, found.start(), len(found[0]))


def _at(code: str, row: Row, start: int, width: int = 1) -> Slip:
    return Slip(code, row.number, row.column(start), width)


def _cleaned(code: str, row: Row, pattern: str, by: str | None) -> Iterator[Slip]:
    """Replace every match by `by`; `None` stands for a blank unless Chinese is on one side."""
    edits, first = [], 0
    found = re.search(pattern, row.text)
    while found:
        start, end = found.span()
        new = by if by is not None else _blank_between(row.text, start, end)
        first = first or row.column(start)
        edits.append(row.replace(start, end, new))
        found = re.compile(pattern).search(row.text, start + len(new))
    if edits:
        yield Slip(
            code, row.number, first, max(edits[0].end - edits[0].start, 1),
            tuple(edits), Level.NOTE, safe=True,
        )  # fmt: skip


def _blank_between(text: str, start: int, end: int) -> str:
    around = text[max(start - 1, 0) : start] + text[end : end + 1]
    return "" if not around.strip() or _HAN.search(around) else " "


def _blanks(row: Row) -> Iterator[Slip]:
    yield from _cleaned("line-broken", row, f"[{_BREAKS}]+", None)
    # one blank for each: in front of a line they are its indentation
    yield from _cleaned("odd-blank", row, f"[{_BLANKS}]", " ")


def _unseen(row: Row) -> Iterator[Slip]:
    # joiners make one picture of several, and only there are they wanted
    loose = f"(?<!{_PICTURE_SIGN})[{_JOINERS}]"
    yield from _cleaned("unseen-character", row, f"(?:[{_UNSEEN}]|{loose})+", "")


def _radicals(row: Row) -> Iterator[Slip]:
    edits, seen = [], ""
    for found in re.finditer(f"[{_RADICALS}]", row.text):
        everyday = unicodedata.normalize("NFKC", found[0])
        if everyday != found[0] and len(everyday) == 1:
            edits.append(row.replace(found.start(), found.end(), everyday))
            seen += found[0]
    if edits:
        yield Slip(
            "radical", row.number, edits[0].start, 1, tuple(edits), Level.NOTE, safe=True,
            values=(("written", seen),),
        )  # fmt: skip


def _garbled(row: Row) -> Iterator[Slip]:
    for found in _GARBLED.finditer(row.text):
        meant = _read_again(found[0])
        start, end = found.span()
        if meant is None:
            continue
        place = row.column(start)
        edits = (row.replace(start, end, meant),) if meant else ()
        yield Slip("text-garbled", row.number, place, end - start, edits)
        return


def _read_again(garbled: str) -> str | None:
    """The Chinese behind Western signs: empty where some of it was lost, `None` where there is none."""
    codes = bytearray()
    for character in garbled:
        try:
            codes += character.encode("cp1252")
        except UnicodeEncodeError:
            # five codes that Windows-1252 leaves open and editors pass through
            if ord(character) > 0xFF:
                return None
            codes.append(ord(character))
    try:
        meant = codes.decode("utf-8")
    except UnicodeDecodeError:
        return "" if _HAN.search(codes.decode("utf-8", errors="ignore")) else None
    return meant if _HAN.search(meant) else None


def _private(row: Row) -> Iterator[Slip]:
    for found in re.finditer(f"[{_PRIVATE}]", row.text):
        proper = _proper(ord(found[0]))
        place = row.column(found.start())
        values: tuple[tuple[str, str], ...] = (("code", f"U+{ord(found[0]):04X}"),)
        if proper:
            values = (*values, ("meant", proper))
        # shown as it is until somebody has looked
        edits = (Edit(row.number, place, place + 1, proper),) if proper else ()
        code = "private-character-known" if proper else "private-character"
        yield Slip(code, row.number, place, 1, edits, Level.WARNING, values=values)
        return


def _proper(code: int) -> str:
    """The character that a private code stood for in GBK fonts, if it is one of those."""
    if not _FIRST_PRIVATE <= code <= _LAST_PRIVATE:
        return ""
    trail = 0x50 + code - _FIRST_PRIVATE
    trail += trail >= 0x7F
    found = bytes((0xFE, trail)).decode("gb18030")
    return "" if 0xE000 <= ord(found[0]) <= 0xF8FF else found
