"""The languages in which staff and programmers are told things."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from ..diagnostics import Diagnostic, Level
from . import photographs


class Language(StrEnum):
    """As `--lang` names them."""

    CHINESE = "zh"
    ENGLISH = "en"


LEVELS: Mapping[Language, Mapping[Level, str]] = {
    Language.CHINESE: {Level.ERROR: "错误", Level.WARNING: "提醒", Level.NOTE: "说明"},
    Language.ENGLISH: {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "note"},
}
"""What each level is called."""

_LISTS = {"known", "choices"}
"""Gaps that are filled with several names."""
_GUESS = re.compile(r"，是不是想写“(.*)”", re.DOTALL)
"""A guess as rules add it to a mend."""


_CAUSES = {
    **photographs.CAUSES,
    "里面有看不见的字符": "there are invisible characters in it",
    "里面有Windows不许用的符号": "there are signs in it that Windows forbids",
    "Windows把它留给设备用": "Windows keeps it for a device",
    "开头或末尾有空格，或者末尾有点": "it begins or ends with a blank, or ends with a dot",
    "太长": "it is too long",
    "指到别处的链接": "a link that leads elsewhere",
    "管道": "a pipe",
    "套接字": "a socket",
    "设备": "a device",
    "别的东西": "something else",
}
"""What keeps a photograph from being read."""


def gaps(diagnostic: Diagnostic, language: Language) -> dict[str, str]:
    """What fills the gaps of a sentence. Staff's own words stay; what stands between them is put into English."""
    values = dict(diagnostic.values)
    if language is Language.CHINESE:
        return values
    for name in _LISTS & values.keys():
        values[name] = values[name].replace("、", ", ")
    if cause := values.get("cause"):
        values["cause"] = _CAUSES.get(cause, cause)
    if guess := _GUESS.fullmatch(values.get("near", "")):
        values["near"] = f' (perhaps "{guess[1]}")'
    return values


def field(diagnostic: Diagnostic, language: Language) -> str:
    """The way to the value: `活动 第2条·日期`, in English by the keys: `activities item 2 · date`."""
    if language is Language.CHINESE or not diagnostic.path:
        return diagnostic.field if language is Language.CHINESE else ""
    words: list[str] = []
    for step in diagnostic.path:
        if isinstance(step, int):
            words.append(f"{words.pop() if words else ''} item {step + 1}".strip())
        else:
            words.append(step)
    return " · ".join(words)
