"""Between a key and its value: full-width colons, missing blanks, equals signs, blanks of other kinds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...diagnostics import Level as Severity
from ..outline import Level, Path
from ..rows import Row, Slip

_QUOTED_KEY = re.compile(r"(?P<key>\"[^\"\n]*\"|'[^'\n]*'|“[^”\n]*”)[ \t　]*(?P<sep>[:：=＝])")
_PROPER = re.compile(r"(?P<key>[^\s:#\[\]{},\"'“-][^:]*?)[ \t　]*(?P<sep>:)(?=[ \t　]|$)")
_NO_COLON = re.compile(
    r"[ ]*(?P<key>[^\s:：=#\[\]{},\"'-]{1,20})(?P<sep>[ \t　]*(?:->|=>|→|[ \t　])[ \t　]*)(?=\S)"
)
_LOOSE = re.compile(r"(?P<key>[^\s:：=＝#\[\]{},\"'-][^:：=＝\n]{0,40}?)[ \t　]*(?P<sep>[:：=＝])")
# what a key looks like where only a key can stand: a word, and no address behind it
_WORD = re.compile(r"[A-Za-z_\u3400-\u9fff][\w-]{0,11}")


@dataclass(frozen=True)
class Key:
    """A key in a line: its text, where its separator stands, where its value begins (from 0)."""

    text: str
    start: int
    separator: int
    value: int
    proper: bool


def key_at(text: str, start: int, level: Level, *, only_key: bool) -> Key | None:
    """The key that begins at `start`, typed properly or not.

    Not typed properly, it counts only if the level knows it, or if `only_key` says that nothing else
    could stand there.
    """
    if found := _QUOTED_KEY.match(text, start):
        return _key(text, start, found)
    proper, loose = _PROPER.match(text, start), _LOOSE.match(text, start)
    if loose and (proper is None or loose.start("sep") < proper.start("sep")):
        sign, written = loose["sep"], loose["key"]
        address = text.startswith("//", loose.end())
        if not address and level.knows(written):
            return _key(text, start, loose)
        if not address and only_key and sign not in "=＝" and _WORD.fullmatch(written):
            return _key(text, start, loose)
    return _key(text, start, proper) if proper else None


def _key(text: str, start: int, found: re.Match[str]) -> Key:
    separator, after = found.start("sep"), found.end("sep")
    value = after + len(text[after:]) - len(text[after:].lstrip(" \t　"))
    gap = text[after:value]
    proper = found["sep"] == ":" and not gap.strip(" ") and (gap != "" or value == len(text))
    return Key(found["key"], start, separator, value, proper)


def without_colon(text: str, level: Level) -> Key | None:
    """A key that the level lacks, and behind it a blank, a tab or an arrow in the place of its colon."""
    found = _NO_COLON.match(text)
    if not found or not level.lacks(found["key"]):
        return None
    return Key(found["key"], found.start("key"), found.start("sep"), found.end("sep"), False)


def mended(row: Row, key: Key, path: Path) -> tuple[Slip, int]:
    """The slip of a separator that is no colon and blank, and where the value begins afterwards."""
    end_of_key = key.start + len(key.text)
    typed = row.text[end_of_key : key.value]
    place, width = row.column(key.separator), max(key.value - key.separator, 1)
    new = ":" if key.value >= len(row.text) else ": "
    edit = row.replace(end_of_key, key.value, new)
    code, severity, safe = "odd-blank-after-colon", Severity.NOTE, True
    if "：" in typed:
        code = "fullwidth-colon"
    elif "=" in typed or "＝" in typed:
        code, severity, safe = "equals-sign", Severity.ERROR, False
    elif typed.endswith(":"):
        code = "colon-without-space"
    elif ":" not in typed:
        code, severity, safe = "colon-missing", Severity.ERROR, False
    slip = Slip(code, row.number, place, width, (edit,), severity, safe, path=path)
    return slip, end_of_key + len(new)
