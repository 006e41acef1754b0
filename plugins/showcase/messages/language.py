"""The languages in which staff and programmers are told things."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from ..diagnostics import Diagnostic, Level


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
    "空文件": "an empty file",
    "iPhone的HEIC格式": "the HEIC format of iPhones",
    "没有传完": "cut short",
    "像素太多": "too many pixels",
    "不是图片": "no picture",
    "AVIF格式": "AVIF",
    "BMP格式": "BMP",
    "TIFF格式": "TIFF",
    "PDF文件": "a PDF file",
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
