"""How a value of a file is written in one cell, and read from it again.

A list has one item a line. A period is 2023-05至2023-08. A piece of evidence is the id of what it points
at, or a sentence with all else that is said of it in 【】 behind: 设有三处活动室【来源：some-report；出处位置：第3节】.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ..model import Evidence
from ..model.dates import DateError, Period
from ..model.habits import Several
from ..model.shape import shape_of
from .columns import Column, Kind

LONGEST = 32_767
"""Characters that a cell can hold (Microsoft, Excel specifications and limits)."""
ELSEWHERE = "（太长或太特别，请在文件里改）"
"""What stands in a cell whose value has no form there; left alone, the value stays as it is."""
_EVIDENCE = shape_of(Evidence)
_TITLES = {
    slot.key: slot.title for slot in _EVIDENCE.slots.values() if slot.key not in ("ref", "text")
}
_KEYS = {title: key for key, title in _TITLES.items()}
_PART = re.compile(rf"(?:^|；)({'|'.join(_KEYS)})：")
_SIGNS = Several().signs


def shown(value: Any, column: Column) -> str:
    """A value as its cell shows it; nothing for one that is not there."""
    if value is None:
        return ""
    text = _shown(value, column)
    if len(text) > LONGEST or "\r" in text:
        return ELSEWHERE
    return text


def _shown(value: Any, column: Column) -> str:
    if column.kind is Kind.EVIDENCE:
        return _lines(list(map(_evidence, value if isinstance(value, list) else [value])), _meant)
    if column.kind is Kind.NAMES:
        return _lines(value if isinstance(value, list) else [value], str)
    if isinstance(value, dict):
        return _period(value)
    return value if isinstance(value, str) else ELSEWHERE


def _lines(items: list[Any], back: Any) -> str:
    """Items one a line, where every one of them comes back from its line."""
    texts = [one if isinstance(one, str) else "" for one in items]
    whole = all(one and one == one.strip() and "\n" not in one for one in texts)
    return "\n".join(texts) if whole else ELSEWHERE


def _period(value: dict[str, Any]) -> str:
    start = value.get("from", value.get("从"))
    end = value.get("to", value.get("到"))
    if not isinstance(start, str) or not isinstance(end, str):
        return ELSEWHERE
    text = f"{start.strip()}至{end.strip()}"
    try:
        apart = Period.between(Period.parse(start).start, Period.parse(end).start)
        return text if Period.parse(text) == apart else ELSEWHERE
    except DateError:
        return ELSEWHERE


def _evidence(item: Any) -> str:
    """A piece of evidence on one line; nothing where it would not come back."""
    if isinstance(item, str):
        item = {"ref": item}
    if not isinstance(item, dict) or not all(isinstance(one, str) for one in item.values()):
        return ""
    if set(item) == {"ref"}:
        line = str(item["ref"])
    else:
        head = item.get("text", "")
        said = "；".join(f"{_TITLES[key]}：{item[key]}" for key in _TITLES if key in item)
        line = f"{head}【{said}】"
    plain = {key: str(one).strip() for key, one in item.items()}
    return line if _meant(line) == plain else ""


def _meant(line: str) -> dict[str, str]:
    """What a line of evidence says, by English keys."""
    text = line.strip()
    start = text.rfind("【")
    if text.endswith("】") and start >= 0:
        inner = text[start + 1 : -1]
        found = list(_PART.finditer(inner))
        if not inner or (found and found[0].start() == 0):
            ends = [one.start() for one in found[1:]] + [len(inner)]
            said = {
                _KEYS[one[1]]: inner[one.end() : end].strip()
                for one, end in zip(found, ends, strict=True)
            } if found else {}  # fmt: skip
            head = text[:start].strip()
            return {**({"text": head} if head else {}), **said}
    return {"ref": text}


def evidence(text: str) -> list[str | dict[str, str]]:
    """The pieces of evidence in a cell: ids as texts, sentences as mappings."""
    found: list[str | dict[str, str]] = []
    for line in text.split("\n"):
        if line.strip():
            meant = _meant(line)
            found.append(meant["ref"] if set(meant) == {"ref"} else meant)
    return found


def names(text: str, known: Iterable[str]) -> list[str]:
    """The items in a cell: one a line. A line with 、 in it is several, as in a file, unless it is `known`
    as one item already."""
    whole = set(known)
    found: list[str] = []
    for line in (one.strip() for one in text.split("\n")):
        cut = line and line not in whole and any(sign in line for sign in _SIGNS)
        found += Several().split(line) if cut else [line] if line else []
    return found


def value_of(text: str, column: Column, before: Any) -> Any:
    """What a cell says: a text, a list of them, or nothing. `before` is what the file says now."""
    if not text:
        return None
    if column.kind is Kind.EVIDENCE:
        return evidence(text)
    if column.kind is Kind.NAMES:
        return names(text, before if isinstance(before, list) else [before] if before else ())
    return text
