"""Values that need quotes and have none, and values whose quotes do not hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...diagnostics import Edit
from ...diagnostics import Level as Severity
from ..outline import Level, Path
from ..rows import Row, Slip

_COMMENT = re.compile(r"[ \t　]+#(?=[ \t　]|$).*$")
# a topic, a number, a colour: nobody comments in that form
_TOPIC = re.compile(r"#[^#\s]{1,40}#|#第?\d|#[0-9A-Fa-f]{6}(?=\s|$)")
_CUT = re.compile(r"(?:^|[ \t　])#(?=\S)")
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,6});")
_ANCHOR = re.compile(r"&(\S+)[ \t]+(?=[^\s\[{|>])")
_ALIAS = re.compile(r"\*[A-Za-z0-9_-]+$")
_TAG = re.compile(r"![!A-Za-z<(]")
_COMPARED = re.compile(r">=?[ \t]*[\d０-９]")
_BLOCK = re.compile(r"[|>][+-]?[1-9]?[+-]?(?=[ \t]*(?:$|[ \t]#))")
_SIGNS, _CLOSING = "@%`", "]},"
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
_SINGLE = re.compile(r"'(?:[^']|'')*'")
_NOTHING_OR_COMMENT = re.compile(r"[ \t　]*$|[ \t]+#")
_CUT_SHORT = re.compile(r"[ \t]#|:(?=[ \t]|$)")
_QUOTE = re.compile(r"(?<![A-Za-z])'|'(?![A-Za-z])")
_BAD_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\(?![\\0abtnvfre \"/N_LPxuU])")
_PICTURE_PATH = re.compile(
    r"(?:[^\\/:*?\"<>|\n]+\\)+[^\\/:*?\"<>|\n]+\.(?:jpe?g|png|webp|heic|gif|bmp)", re.IGNORECASE
)
_DRIVE = re.compile(r"[A-Za-z]:\\")


@dataclass(frozen=True)
class Spot:
    """Where a value stands: its field's path, what may stand there, and the mapping around it.

    `plain` says that only a plain value can stand there; `used` are the names that the file refers to
    with ``*``.
    """

    path: Path
    level: Level
    plain: bool
    used: frozenset[str] = frozenset()
    prose: bool = True


def body_end(text: str, start: int) -> int:
    """Where an unquoted value ends: before a comment (`#` between blanks) and the blanks behind it."""
    found = _COMMENT.search(text, max(start - 1, 0))
    return len(text[: found.start() if found else len(text)].rstrip(" \t　"))


def is_block(text: str, start: int) -> bool:
    """Whether a text of several lines is announced here."""
    return _BLOCK.match(text, start) is not None


def unquoted(row: Row, start: int, spot: Spot) -> Slip | None:
    """The slip of a value that YAML would take for a sign of its own, mended by quotes."""
    text = row.text[start : body_end(row.text, start)]
    if not text:
        return None
    return (
        _cut(row, start, text, spot)
        or _sign(row, start, text, spot)
        or _second_field(row, start, text, spot)
        or _colon(row, start, text, spot)
    )


def _cut(row: Row, start: int, text: str, spot: Spot) -> Slip | None:
    cut = _CUT.search(text)
    if not cut:
        return None
    place = start + cut.end() - 1
    topic = _TOPIC.match(row.text, place) is not None
    code = "topic-unquoted" if topic else "hash-cuts-value"
    return _wrapped(code, row, start, place, spot, certain=topic)


def _sign(row: Row, start: int, text: str, spot: Spot) -> Slip | None:
    first = text[0]
    if entity := _ENTITY.match(text):
        place = row.column(start)
        edit = row.replace(start, start + entity.end(), "")
        values = (("written", entity[0]),)
        return Slip(
            "web-sign", row.number, place, entity.end(), (edit,), values=values, path=spot.path
        )
    if first == "&":
        anchor = _ANCHOR.match(text)
        meant = anchor is not None and anchor[1] not in spot.used
    elif first == "*":
        meant = not _ALIAS.fullmatch(text)
    elif first == "!":
        meant = not _TAG.match(text)
    elif first in "|>":
        meant = spot.plain and (first == "|" or _COMPARED.match(text) is not None)
        return _wrapped("sign-first", row, start, start, spot) if meant and first == ">" else None
    elif text == "-":
        # what it stands for is for the field to say; to YAML it would open a list
        put_quotes(row, start, start + 1)
        return None
    else:
        meant = (
            first in _SIGNS
            or (first in _CLOSING and spot.plain)
            or (text.startswith(("? ", "- ")) and spot.plain)
        )
    return _wrapped("sign-first", row, start, start, spot) if meant else None


def _colon(row: Row, start: int, text: str, spot: Spot) -> Slip | None:
    inside = re.search(r":(?=[ \t])", text)
    if not inside and not text.endswith(":"):
        return None
    if not inside:
        place = start + len(text) - 1
        column = row.column(place)
        edit = row.replace(place, place + 1, "")
        return Slip("colon-at-end", row.number, column, 1, (edit,), path=spot.path)
    return _wrapped("colon-inside", row, start, start + inside.start(), spot, certain=spot.plain)


def _second_field(row: Row, start: int, text: str, spot: Spot) -> Slip | None:
    """Two fields on one line: what stands before a colon is a key that this mapping still lacks."""
    for found in re.finditer(
        r"[,，;；、 \t　]+([^\s:：,，;；、]{1,20})[ \t　]*[:：][ \t　]*", text
    ):
        # in prose 地点：… is a phrase like any other, and only an English key is none
        told = found[1].isascii() or not spot.prose or found[0].rstrip().endswith(":")
        before = re.search(r"\w", text[: found.start()])
        if told and before and spot.level.lacks(found[1]):
            place = row.column(start + found.start(1))
            new = f"\n{' ' * spot.level.indent}{found[1]}: "
            edit = row.replace(start + found.start(), start + found.end(), new)
            values = (("key", found[1]),)
            return Slip(
                "two-fields",
                row.number,
                place,
                len(found[1]),
                (edit,),
                values=values,
                path=spot.path,
            )
    return None


def quoted(row: Row, start: int, spot: Spot) -> Slip | None:
    """The slip of a value in quotes that end too early, or hold signs that quotes give a meaning."""
    shut = closes(row.text, start)
    assert shut is not None
    if _NOTHING_OR_COMMENT.match(row.text, shut):
        return _escapes(row, start, shut, spot) if row.text[start] == '"' else None
    end = body_end(row.text, shut)
    return _partly(row, start, end, spot) if shut < end else None


def unclosed(row: Row, start: int, spot: Spot) -> Slip:
    """The slip of a quote that nothing closes."""
    sign = row.text[start]
    end = body_end(row.text, start)
    place = row.column(start)
    wrong = row.text[end - 1] if end - start > 1 and row.text[end - 1] in "”“’‘＂" else ""
    edit = row.replace(end - len(wrong), end, sign)
    return Slip("unclosed-quote", row.number, place, 1, (edit,), path=spot.path)


def closes(text: str, start: int) -> int | None:
    """Where the quote that opens at `start` closes in this text (index behind it)."""
    found = (_DOUBLE if text[start] == '"' else _SINGLE).match(text, start)
    return found.end() if found else None


def _escapes(row: Row, start: int, end: int, spot: Spot) -> Slip | None:
    inner = row.text[start + 1 : end - 1]
    # \\ is a backslash that somebody wrote on purpose
    if "\\" not in inner or "\\\\" in inner:
        return None
    column, width = row.column(start), end - start
    if _PICTURE_PATH.fullmatch(inner):
        edit = row.replace(start + 1, end - 1, inner.replace("\\", "/"))
        code = "backslash-path"
    elif _DRIVE.match(inner) or _BAD_ESCAPE.search(inner):
        quotes = inner.replace("'", "''")
        edit = row.replace(start, end, f"'{quotes}'")
        code = "backslash-in-quotes"
    else:
        return None
    return Slip(code, row.number, column, width, (edit,), Severity.NOTE, True, path=spot.path)


def backslash_path(row: Row, start: int, spot: Spot) -> Slip | None:
    """The slip of a picture's path as Windows shows it, without quotes."""
    end = body_end(row.text, start)
    if not _PICTURE_PATH.fullmatch(row.text, start, end):
        return None
    column = row.column(start)
    edit = row.replace(start, end, row.text[start:end].replace("\\", "/"))
    return Slip(
        "backslash-path",
        row.number,
        column,
        end - start,
        (edit,),
        Severity.NOTE,
        True,
        path=spot.path,
    )


def _partly(row: Row, start: int, end: int, spot: Spot) -> Slip:
    """Quotes around a part of the value only: in Chinese they were meant as quotation marks."""
    text, sign = row.text[start:end], row.text[start]
    place = row.column(start)
    if sign == "'":
        # 'it's so': inside stand apostrophes, no quotes
        whole = text.endswith("'") and len(text) > 2 and not _QUOTE.search(text, 1, len(text) - 1)
        inner = text[1:-1] if whole else text
        edit = row.replace(start, end, _in_quotes(inner))
        severity = Severity.NOTE if whole else Severity.ERROR
        return Slip(
            "quote-inside", row.number, place, end - start, (edit,), severity, whole, path=spot.path
        )
    pairs = text.count('"') % 2 == 0
    # "a"b"c": either a quotation within quotes, or two quotations
    doubtful = not pairs or text.endswith('"')
    inner = text[1:-1] if pairs and doubtful else text
    new = _quotation_marks(inner) if pairs else text
    if not pairs or _CUT_SHORT.search(new):
        new = _in_quotes(new)
    edit = row.replace(start, end, new)
    severity = Severity.ERROR if doubtful else Severity.NOTE
    return Slip(
        "quote-inside",
        row.number,
        place,
        end - start,
        (edit,),
        severity,
        not doubtful,
        path=spot.path,
    )


def _quotation_marks(text: str) -> str:
    opened = False
    signs = []
    for character in text:
        if character == '"':
            opened = not opened
            signs.append("“" if opened else "”")
        else:
            signs.append(character)
    return "".join(signs)


def _in_quotes(text: str) -> str:
    if '"' in text or "\\" in text:
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return f'"{text}"'


def _wrapped(
    code: str, row: Row, start: int, place: int, spot: Spot, *, certain: bool = True
) -> Slip:
    """Quotes around the whole value, up to a comment. `place` is what made them needed."""
    column = row.column(place)
    edits = put_quotes(row, start, body_end(row.text, start))
    severity = Severity.NOTE if certain else Severity.ERROR
    return Slip(code, row.number, column, 1, edits, severity, certain, path=spot.path)


def put_quotes(row: Row, start: int, end: int) -> tuple[Edit, ...]:
    """Put a stretch of a line in quotes, and tell it as edits."""
    text = row.text[start:end]
    if '"' in text or "\\" in text:
        return (row.replace(start, end, _in_quotes(text)),)
    # two small edits keep every character of the value where it stood
    return (row.replace(end, end, '"'), row.replace(start, start, '"'))
