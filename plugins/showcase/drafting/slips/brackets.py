"""Lists and mappings on one line: brackets and commas of the Chinese keyboard, and text in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import Edit
from ...diagnostics import Level as Severity
from ...model.shape import Shape
from ..outline import folded
from ..rows import Row, Slip
from .quoting import Spot, body_end, put_quotes

_PAIRS = {"[": "]", "{": "}"}
_WIDE = {"【": "】", "［": "］", "〔": "〕", "｛": "｝"}
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
# a comma within them belongs to what they hold
_CHINESE_MARKS = re.compile(r"“[^”]*”|‘[^’]*’|《[^》]*》|（[^）]*）|「[^」]*」")
_WIDE_COMMA = re.compile(r"[ \t　]*[，、；][ \t　]*")
_KEY_IN_FLOW = re.compile(
    r"(?P<lead>[{\[,，、；][ \t　{]*)(?P<key>[^\s:：,，、；{}\[\]\"']{1,20})[ \t　]*(?P<sep>[：:][ \t　]*)"
)
_PROPER_IN_FLOW = re.compile(r"[{,][ \t]*([^\s:：,{}\[\]\"']{1,20})[ \t]*:(?=[ \t])")


def closing(text: str, start: int) -> int | None:
    """Where the bracket that opens at `start` is closed (index behind it), quotes respected."""
    waiting: list[str] = []
    index = start
    while index < len(text):
        if (quotes := _QUOTED.match(text, index)) and text[index - 1] in "[{,: \t\n":
            index = quotes.end()
            continue
        if (shut := _PAIRS.get(text[index])) is not None:
            waiting.append(shut)
        elif waiting and text[index] == waiting[-1]:
            waiting.pop()
            if not waiting:
                return index + 1
        index += 1
    return None


def in_one_line(row: Row, start: int, end: int, below: Shape | None, spot: Spot) -> Slip | None:
    """The slip of a list or mapping that opens and closes in this line."""
    if row.text[end : body_end(row.text, end)].strip(" \t　"):
        return _text_in_brackets(row, start, spot) if spot.plain else None
    inner = row.text[start + 1 : end - 1]
    text = row.text[start] == "{" and (inner.startswith("{") or ":" not in inner)
    if spot.plain and text and inner.strip():
        return _text_in_brackets(row, start, spot)
    items = below.each if below is not None and below.listed else None
    if row.text[start] == "[" and items is not None and items.plain and "{" not in inner:
        return _wide_commas(row, start, end, spot)
    slots = (items or below) if below is not None else None
    return _keys(row, start, end, slots, spot) if slots is not None and slots.slots else None


def unclosed(row: Row, start: int, last: Row, spot: Spot) -> Slip:
    """The slip of a bracket that nothing closes; `last` is the last line that belongs to it."""
    end = body_end(last.text, start if last is row else 0)
    sign = _PAIRS[row.text[start]]
    wrong = last.text[end - 1] if last.text[end - 1] in "】］〕｝）" else ""
    place = row.column(start)
    # where a plain value is expected, the bracket is a sign of the text
    edits = (
        put_quotes(row, start, end) if spot.plain else (last.replace(end - len(wrong), end, sign),)
    )
    return Slip("unclosed-bracket", row.number, place, 1, edits, path=spot.path)


def wide(row: Row, start: int, below: Shape | None, spot: Spot) -> Slip | None:
    """The slip of 【…】 where a list of plain values is expected."""
    shut = _WIDE.get(row.text[start])
    end = body_end(row.text, start)
    listed = below is not None and below.listed and below.each is not None and below.each.plain
    if shut is None or not listed or row.text[end - 1] != shut:
        return None
    inner = _WIDE_COMMA.sub(", ", row.text[start + 1 : end - 1]).strip()
    place = row.column(start)
    edit = row.replace(start, end, f"[{inner}]")
    return Slip(
        "fullwidth-brackets", row.number, place, end - start, (edit,), Severity.NOTE, path=spot.path
    )


def _text_in_brackets(row: Row, start: int, spot: Spot) -> Slip:
    place = row.column(start)
    edits = put_quotes(row, start, body_end(row.text, start))
    return Slip("sign-first", row.number, place, 1, edits, Severity.NOTE, True, path=spot.path)


def _outside_quotes(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    hidden = text
    for marks in (_QUOTED, _CHINESE_MARKS):
        hidden = marks.sub(lambda found: "\0" * len(found[0]), hidden)
    return pattern.finditer(hidden)


def _wide_commas(row: Row, start: int, end: int, spot: Spot) -> Slip | None:
    found = list(_outside_quotes(row.text[start:end], _WIDE_COMMA))
    if not found:
        return None
    place = row.column(start + found[0].start())
    width = len(found[0][0])
    edits = tuple(
        row.replace(start + one.start(), start + one.end(), ", ") for one in reversed(found)
    )
    return Slip("fullwidth-comma", row.number, place, width, edits, Severity.NOTE, path=spot.path)


def _keys(row: Row, start: int, end: int, shape: Shape, spot: Spot) -> Slip | None:
    """Keys whose colon has no blank or is full-width: known ones that the line does not hold properly."""
    text = row.text[start:end]
    proper = {folded(one[1]) for one in _outside_quotes(text, _PROPER_IN_FLOW)}
    names = {slot.key: {slot.key, slot.title} for slot in shape.slots.values()}
    edits: list[Edit] = []
    place = 0
    for found in reversed(list(_outside_quotes(text, _KEY_IN_FLOW))):
        slot = shape.slots.get(folded(found["key"]))
        if slot is None or names[slot.key] & proper:
            continue
        place = row.column(start + found.start("sep"))
        edits.append(row.replace(start + found.start("sep"), start + found.end("sep"), ": "))
        lead = found["lead"]
        if lead[0] in "，、；":
            edits.append(row.replace(start + found.start(), start + found.start("key"), ", "))
    if not edits:
        return None
    return Slip("flow-separators", row.number, place, 1, tuple(edits), path=spot.path)
