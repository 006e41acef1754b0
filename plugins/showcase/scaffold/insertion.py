"""A new activity in a file that staff wrote: lines are added, every other byte stays as it is."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from enum import Enum, auto

from ..diagnostics import errors
from ..drafting.text import decode
from ..model import Activity, Base
from ..reading import nodes
from ..reading.binding import bind
from ..schemas.field import fields_of

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
_LIST = {"activities", "活动"}
_EMPTY = re.compile(r"[ \t]*\[[ \t]*\]")
_TITLES = {field.key: field.title for field in fields_of(Activity)}


class Refusal(Enum):
    """Why a file is left as it is."""

    ENCODING = auto()
    FAULTY = auto()
    BRACKETS = auto()


def with_activity(content: bytes, activity: Mapping[str, str]) -> bytes | Refusal:
    """The bytes of a base's file with one more activity at the end of its list.

    The activity goes by English keys, its values as YAML. A list in brackets with something in it is
    refused, as is a file that is not UTF-8, has errors, or would then not read as it did, plus the activity.
    """
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    try:
        raw = content[len(mark) :].decode("utf-8")
    except UnicodeDecodeError:
        return Refusal.ENCODING
    text = decode(content)
    record, told = bind(text, "", "", Base)
    root = nodes.compose(text, "").root
    if record is None or errors(told) or not isinstance(root, nodes.Mapping):
        return Refusal.FAULTY
    changed = _inserted(_LINES.findall(raw), root, activity)
    if isinstance(changed, Refusal):
        return changed
    sound = _reads_as(changed, record.content, activity)
    return mark + changed.encode() if sound else Refusal.FAULTY


def _inserted(lines: list[str], root: nodes.Mapping, activity: Mapping[str, str]) -> str | Refusal:
    key, value = next((pair for pair in root.entries if pair[0].text in _LIST), (None, None))
    margin = root.column - 1
    if key is None:
        if _at(lines, root.line, root.column) == "{":
            return Refusal.BRACKETS
        chinese = any(written.text == "名称" for written, _ in root.entries)
        head = f"{' ' * margin}{'活动' if chinese else 'activities'}:"
        return _put(lines, len(lines), [head, *_item(activity, margin + 2, chinese=chinese)])
    chinese = key.text == "活动"
    if not isinstance(value, nodes.Sequence):
        return _put(lines, key.line, _item(activity, margin + 2, chinese=chinese))
    if _at(lines, value.line, value.column) != "-":
        line = lines[value.line - 1]
        before = line[: value.column - 1].rstrip(" \t")
        opened = _EMPTY.match(line, len(before))
        if not opened or value.line != key.line:
            return Refusal.BRACKETS
        emptied = [*lines[: value.line - 1], before + line[opened.end() :], *lines[value.line :]]
        return _put(emptied, value.line, _item(activity, margin + 2, chinese=chinese))
    after = _end(lines, value.items[-1].line, value.column - 1)
    return _put(lines, after, _item(activity, value.column - 1, chinese=chinese))


def _at(lines: list[str], line: int, column: int) -> str:
    return lines[line - 1][column - 1 : column]


def _end(lines: list[str], last: int, dash: int) -> int:
    """The line, counted from 1, on which the last item of a list ends: all of it stands right of its dash."""
    for number, line in enumerate(lines[last:], start=last + 1):
        bare = line.strip()
        if len(line) - len(line.lstrip(" ")) > dash:
            last = number if bare else last
        elif bare and not bare.startswith("#"):
            break
    return last


def _item(activity: Mapping[str, str], dash: int, *, chinese: bool) -> list[str]:
    names = _TITLES if chinese else {key: key for key in _TITLES}
    pairs = [f"{names[key]}: {value}" for key, value in activity.items()]
    return [
        f"{' ' * dash}{'- ' if number == 0 else '  '}{pair}" for number, pair in enumerate(pairs)
    ]


def _put(lines: list[str], after: int, new: list[str]) -> str:
    """The text with new lines behind line `after`, ending as the lines around them do."""
    ends = (line[len(line.rstrip("\r\n")) :] for line in (lines[after - 1], lines[0]))
    end = next((one for one in ends if one), "\n")
    kept = "".join(lines[:after])
    if not kept.endswith(("\r", "\n")):
        kept += end
    return kept + "".join(f"{line}{end}" for line in new) + "".join(lines[after:])


def _reads_as(changed: str, before: Base, activity: Mapping[str, str]) -> bool:
    """Whether the file now says what it said, and the activity: read again rather than trusted."""
    after, told = bind(decode(changed.encode()), "", "", Base)
    alone = "".join(f"\n  {key}: {value}" for key, value in activity.items())
    head = "schema: 1\nname: 甲\nkind: 其他\ncity: 甲\nactivities:\n-"
    meant, _ = bind(f"{head}{alone}\n", "", "", Base)
    if after is None or meant is None or errors(told):
        return False
    expected = (*before.activities, *meant.content.activities)
    return after.content == before.model_copy(update={"activities": expected})
