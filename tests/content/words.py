"""What the words of an item may hold: no figure, name or word that its lines do not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_NUMERALS = re.compile(r"[〇零一二两三四五六七八九十百千万亿半]+")
_NAMES = re.compile(r"“[^“”]*”|《[^《》]*》")
_QUOTES = str.maketrans("", "", "“”《》")
_RUNS = re.compile(r"[\u4e00-\u9fff]{2,}")
_WORDS = re.compile(r"[\u4e00-\u9fff]|[A-Za-z]+")

GRAMMAR = "年月日中这次是的因为与始于加站"
"""Characters that join words and state nothing."""
REMARKS = (
    "只据公开资料整理，不是官方评定；资料未及逐条的情况；未见直接材料；"
    "佐证说的是三处基地共同的情况；以此为佐证；可作佐证，不作佐证；已作；"
    "今后的打算；由；不算；荣誉；资料未写授予的理由"
)
"""Of these words the remarks of an assessment are made: they speak of method, not of a base."""
RESERVATIONS = (
    "之一", "等", "几", "约", "近", "余", "多", "左右", "未", "不", "期望", "粗略",
    "今后", "打算", "计划", "初步", "基本", "试点", "仅", "唯一", "首", "率先", "到2019年",
    "论文称", "书中称", "报道称", "文中称", "成文时", "成文前不久", "至成书时",
)  # fmt: skip
"""What narrows or attributes a claim: to leave it out would say more than the source does."""
SEAMS = {
    "国推", "士累", "心商", "区推", "巷并", "个街", "个社", "个网", "设高", "沉专", "州创",
    "市示", "点超", "士占", "市占", "处线", "门协", "目累", "友类", "会和", "台实", "和建",
}  # fmt: skip
"""Pairs of characters where two phrases of the dossier meet in our sentences; each was read."""
WHERE_SEEN = "见报道配图"
"""Says where an activity without a text of its own was found."""


def unheard(text: str, allowed: str, grammar: str = GRAMMAR) -> Iterator[str]:
    """What `text` holds beyond `allowed`: digits, numerals, quoted names, other words, joins.

    Characters that stand side by side here must do so there, or one of them is grammar: our
    sentences are cut from the dossier and stay close to it.
    """
    for kind, pattern in (("figure", _DIGITS), ("numeral", _NUMERALS)):
        known = set(pattern.findall(allowed))
        yield from (f"{kind} {one}" for one in pattern.findall(text) if one not in known)
    yield from (f"name {one}" for one in _NAMES.findall(text) if one not in allowed)
    known = set(_WORDS.findall(allowed)) | set(grammar)
    yield from (f"word {one}" for one in _WORDS.findall(text) if one not in known)
    bare = allowed.translate(_QUOTES)
    for run in _RUNS.findall(text):
        pairs = (run[start : start + 2] for start in range(len(run) - 1))
        yield from (
            f"join {pair}"
            for pair in pairs
            if pair not in bare and pair not in SEAMS and not set(pair) & set(grammar)
        )


def lost(line: str, text: str) -> Iterator[str]:
    """What a line of the dossier holds and `text` leaves out: reservations, names, figures."""
    yield from (word for word in RESERVATIONS if word in line and word not in text)
    yield from (name for name in _NAMES.findall(line) if name[1:-1] not in text)
    known = set(_DIGITS.findall(text))
    yield from (digits for digits in _DIGITS.findall(line) if digits not in known)
