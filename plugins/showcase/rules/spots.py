"""The very spot inside a value, or a page of prose, that a word or number stands at."""

from __future__ import annotations

import re
from dataclasses import replace

from ..diagnostics import Diagnostic, Edit, Fix, Place


def in_value(fault: Diagnostic, source: str, value: str, start: int, end: int) -> Diagnostic:
    """A fault of a value moved to the stretch of it that is meant, in the text of the file.

    It stays where it is when the stretch is not written there as it reads: YAML knows escapes.
    """
    pattern = _loosely(value[start:end])
    before = sum(found.start() < start for found in pattern.finditer(value))
    offset = _offset(source, fault.place)
    # indentation and folding make a value longer in its file; what lies further on is another one
    furthest = offset + 8 * len(value) + 200
    for number, found in enumerate(pattern.finditer(source, offset, furthest)):
        if number == before:
            return moved(fault, source, *found.span())
    return fault


def moved(fault: Diagnostic, source: str, start: int, end: int) -> Diagnostic:
    """A fault of a file moved to a stretch of its text."""
    line = source.count("\n", 0, start) + 1
    begins = source.rfind("\n", 0, start) + 1
    ends = source.find("\n", start)
    ends = len(source) if ends < 0 else ends
    place = Place(fault.place.file, line, start - begins + 1)
    width = max(1, min(end, ends) - start)
    return replace(fault, place=place, text=source[begins:ends], width=width)


def with_word(fault: Diagnostic, old: str, new: str) -> Diagnostic:
    """The fault with the proposal to write `new` there, if `old` stands there in one piece."""
    start = fault.place.column
    end = start + len(old)
    if fault.text[start - 1 : end - 1] != old:
        return fault
    return replace(fault, fix=Fix((Edit(fault.place.line, start, end, new),)))


def _loosely(words: str) -> re.Pattern[str]:
    return re.compile(r"\s*".join(re.escape(sign) for sign in words if not sign.isspace()))


def _offset(source: str, place: Place) -> int:
    offset = 0
    for _ in range(place.line - 1):
        offset = source.find("\n", offset) + 1
    return offset + place.column - 1
