"""In front of the items of a list: dashes of other kinds, numbers, boxes, and nothing at all.

All of them count only where a list is expected, or where the lines before are its items.
"""

from __future__ import annotations

import re

from ...diagnostics import Level as Severity
from ...model.shape import Shape
from ..outline import Path
from ..rows import Row, Slip

_PROPER = re.compile(r"-(?: +|$)")
_DASH_AND_TAB = re.compile(r"-[ ]*[\t　][ \t　]*")
# -5 is a number and --03-25 a day: neither is a dash that lost its blank
_CLOSE = re.compile(r"-(?=[^\s\d-])")
_OTHER = re.compile(r"(?:[－—–―·•●○■□◆◇▪‧・]{1,2}|[*+＊](?=[ \t　]))[ \t　]*(?=\S)")
_NUMBERED = re.compile(r"(?:\d{1,2}[.、)）．]|[(（]\d{1,2}[)）]|[①-⑳][.、)）．]?)[ \t　]*(?=\D)")
_ADDRESS = re.compile(r"^https?://")
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|heic|gif|bmp)$", re.IGNORECASE)
_BOX = re.compile(r"\[[ xX√✓✔]?\][ \t]*(?=\S)|[☐☑✅□√✓✔][ \t　]*(?=\S)")


def is_proper(text: str, start: int) -> bool:
    """Whether an item begins here as it should."""
    return _PROPER.match(text, start) is not None


def is_tabbed(text: str, start: int) -> bool:
    """Whether a dash with a tab or full-width blank behind it stands here."""
    return _DASH_AND_TAB.match(text, start) is not None


def looks_like_one(text: str, start: int) -> bool:
    """Whether an item begins here, typed properly or not."""
    forms = (_PROPER, _DASH_AND_TAB, _CLOSE, _OTHER, _NUMBERED)
    return any(form.match(text, start) for form in forms)


def mended(row: Row, start: int, path: Path, *, plain_items: bool) -> Slip | None:
    """Put a proper dash in front of an item, and tell what stood there. `None` where nothing can be told
    to be one; lines without any sign are items only of a list of plain values."""
    for form, code in (
        (_DASH_AND_TAB, "tab-after-dash"),
        (_CLOSE, "dash-without-space"),
        (_OTHER, "other-bullet"),
        (_NUMBERED, "numbered-list"),
    ):
        if found := form.match(row.text, start):
            sure = code != "numbered-list"
            place, width, sign = row.column(start), len(found[0].rstrip()) or 1, found[0].strip()
            edit = row.replace(start, found.end(), "- ")
            severity = Severity.NOTE if sure else Severity.ERROR
            return Slip(
                code, row.number, place, width, (edit,), severity, sure, (("sign", sign),), path
            )
    if plain_items:
        place = row.column(start)
        edit = row.replace(start, start, "- ")
        return Slip("list-without-dash", row.number, place, 1, (edit,), path=path)
    return None


def without_key(row: Row, start: int, shape: Shape, path: Path) -> Slip | None:
    """An item that says at once what belongs under its first key: 管理外包 for text: 管理外包."""
    text = row.text[start:].rstrip()
    # what stands in signs of YAML's own is for YAML to read
    if not shape.slots or text[0] in "[{\"'|>&*!#" or re.search(r":(?:\s|$)", text):
        return None
    key = _first_key(shape, text)
    if not key:
        return None
    place = row.column(start)
    edit = row.replace(start, start, f"{key}: ")
    values = (("key", key),)
    return Slip("item-without-key", row.number, place, len(text), (edit,), values=values, path=path)


def _first_key(shape: Shape, text: str) -> str:
    """The key that a bare text is for: an address or a picture by its looks, else what must be there."""
    needed = list(dict.fromkeys(slot.key for slot in shape.slots.values() if slot.needed))
    for key, form in (("url", _ADDRESS), ("file", _PICTURE)):
        if key in needed and form.search(text):
            return key
    return next((key for key in needed if key not in ("url", "file", "id")), "")


def box(row: Row, start: int, path: Path) -> Slip | None:
    """A box to tick in front of an item: nothing here reads it."""
    found = _BOX.match(row.text, start)
    if not found:
        return None
    place, width = row.column(start), len(found[0].rstrip())
    edit = row.replace(start, found.end(), "")
    return Slip("checkbox", row.number, place, width, (edit,), path=path)
