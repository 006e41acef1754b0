"""Figures as people write them: the number is read out, the hedge is never dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

_FULLWIDTH = str.maketrans("０１２３４５６７８９．，％＋", "0123456789.,%+")
_CHINESE_DIGITS = dict(
    zip("〇零一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)
)
# 三五个, 七八十家: "some", and no number; 二〇二三 is one
_SEVERAL = re.compile(
    r"(?<![〇零一二三四五六七八九])[一二两三四五六七八九]{2}(?![〇零一二三四五六七八九])"
)
_CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
_MAGNITUDES = {
    "": 1, "百": 100, "千": 1000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000,
    "万亿": 1_000_000_000_000,
}  # fmt: skip
_DIGITS = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_CHINESE = r"[〇零一二两三四五六七八九十百千]+"
_NUMERAL = rf"{_DIGITS}|{_CHINESE}"
# 3千家 counts thousands, but 3千克 and 3个百分点 have the word in their unit
_MAGNITUDE = r"万亿|[百千]?万|亿|[百千](?![克米瓦帕赫卡升分])"
_WRITTEN = re.compile(
    r"(?P<before>超过|超|逾|将近|接近|近|大约|约|不足|不到|至少|上(?=[十百千万亿]))?\s*"
    rf"(?:(?P<below>{_NUMERAL}|万)分之(?P<above>{_NUMERAL})|(?P<half>一半|半数)|(?P<number>{_NUMERAL})?)"
    rf"(?P<more1>余|多|来|几|\+)?(?P<magnitude>{_MAGNITUDE})?(?P<more2>余|多|几|\+)?"
    # a unit that began with a numeral would be the rest of a number cut in two: 三万五千
    r"\s*(?P<unit>(?![〇零一二三四五六七八九十万亿]|[百千](?![克米瓦帕赫卡升分]))[^\d\s]*?)(?P<about>左右|上下|以上)?"
)


class Hedge(StrEnum):
    """How a source hedges a number."""

    EXACT = "="
    OVER = ">"
    MORE = "+"
    ABOUT = "~"
    NEARLY = "<~"
    AT_LEAST = ">="
    UNDER = "<"


_HEDGES = {
    "超过": Hedge.OVER, "超": Hedge.OVER, "逾": Hedge.OVER, "将近": Hedge.NEARLY, "接近": Hedge.NEARLY,
    "近": Hedge.NEARLY, "大约": Hedge.ABOUT, "约": Hedge.ABOUT, "不足": Hedge.UNDER, "不到": Hedge.UNDER,
    "至少": Hedge.AT_LEAST, "上": Hedge.AT_LEAST, "余": Hedge.MORE, "多": Hedge.MORE, "几": Hedge.MORE, "+": Hedge.MORE, "来": Hedge.ABOUT,
    "左右": Hedge.ABOUT, "上下": Hedge.ABOUT, "以上": Hedge.AT_LEAST,
}  # fmt: skip


class QuantityError(ValueError):
    """The text holds no number that can be read."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a figure as printed. `role` is ``number``, ``magnitude`` (千, 万, 亿) or ``small``."""

    text: str
    role: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: as written, its number (in single units, never for adding up), hedge and unit."""

    written: str
    number: Decimal
    hedge: Hedge
    unit: str
    runs: tuple[Run, ...]

    @property
    def exact(self) -> bool:
        """Whether the source states the number without a hedge."""
        return self.hedge is Hedge.EXACT

    @classmethod
    def parse(cls, written: str) -> Quantity:
        """Read 超100个, 40余个, 6万余人次, 约204万人, 近百期, 50.5%, 一半左右. Raises QuantityError."""
        text = written.strip().translate(_FULLWIDTH)
        found = _WRITTEN.fullmatch(text)
        if not found or not any(found[name] for name in ("number", "half", "below", "magnitude")):
            raise QuantityError(written)
        if found["more1"] and not any(found[name] for name in ("number", "half", "below")):
            raise QuantityError(written)
        hedges = [
            _HEDGES[word] for word in found.group("before", "more1", "more2", "about") if word
        ]
        unit = found["unit"]
        return cls(
            written=text,
            number=_number(found),
            hedge=hedges[0] if hedges else Hedge.EXACT,
            unit=unit,
            runs=_runs(found),
        )


def _number(found: re.Match[str]) -> Decimal:
    if found["half"]:
        return Decimal("0.5")
    if found["below"]:
        below = _numeral(found["below"])
        if not below:
            raise QuantityError(found.group())
        return _numeral(found["above"]) / below
    bare = _numeral(found["number"]) if found["number"] else Decimal(1)
    return bare * _MAGNITUDES[found["magnitude"] or ""]


def _runs(found: re.Match[str]) -> tuple[Run, ...]:
    if found["below"]:
        number = f"{found['below']}分之{found['above']}"
    else:
        number = found["half"] or found["number"] or ""
    pieces = [
        Run(found["before"] or "", "small"),
        Run(number, "number"),
        Run(found["more1"] or "", "small"),
        Run(found["magnitude"] or "", "magnitude" if number else "number"),
        Run((found["more2"] or "") + found["unit"] + (found["about"] or ""), "small"),
    ]
    return tuple(run for run in pieces if run.text)


def _numeral(text: str) -> Decimal:
    if text[0].isascii():
        try:
            return Decimal(text.replace(",", ""))
        except InvalidOperation as cause:  # pragma: no cover - the pattern admits digits only
            raise QuantityError(text) from cause
    if _SEVERAL.search(text):
        raise QuantityError(text)
    total = current = 0
    for character in text:
        if character in _CHINESE_UNITS:
            total += (current or 1) * _CHINESE_UNITS[character]
            current = 0
        else:
            current = current * 10 + _CHINESE_DIGITS[character]
    return Decimal(total + current)
