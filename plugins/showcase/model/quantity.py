"""Figures as people write them: the number is read out, the hedge is never dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from .habits import Custom

_FULLWIDTH = str.maketrans("０１２３４５６７８９．，％＋－＞＜＝", "0123456789.,%+-><=")
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
_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+"
MOST_DIGITS = 15
"""Digits that a figure may have: enough for any sum of money, and no slip of a key held down."""
_CHINESE = r"[〇零一二两三四五六七八九十百千]+"
_NUMERAL = rf"{_DIGITS}|{_CHINESE}"
# 3千家 counts thousands, but 3千克 and 3个百分点 have the word in their unit
_MAGNITUDE = r"万亿|[百千]?万|亿|[百千](?![克米瓦帕赫卡升分])"
# what the number is of may stand before it: 累计服务, 年均
_LEAD = r"(?:累计|累积|合计|总计|共计|共有?|已有?|现有|年均|月均|日均|平均|人均|每年|每月|达到?|高达|[￥¥$＄]|人民币|RMB)"
_BEFORE = (
    r"不少于|不低于|不下于?|不小于|最少|至少|不超过|不多于|不大于|不高于|至多|最多|超过|多于|大于|高于|突破|超|逾"
    r"|将近|接近|逼近|近|大约|大概|约|不足|不到|少于|小于|低于|不满|>=|<=|≥|≤|>|<|~|～|≈|上(?=[十百千万亿])"
)
_WRITTEN = re.compile(
    rf"(?P<lead>(?:{_LEAD}\s*)+?(?:[一-鿿]{{0,4}}?\s*))??(?P<before>{_BEFORE})?\s*(?P<sign>[￥¥$＄])?\s*"
    rf"(?:(?P<below>{_NUMERAL}|万)分之(?P<above>{_NUMERAL})|(?P<half>一半|半数)"
    rf"|(?P<from>(?P<low>{_NUMERAL})(?P<lowmagnitude>{_MAGNITUDE})?\s*(?:[-–—~～至到]|——)\s*)?(?P<number>{_NUMERAL})?)"
    rf"(?P<more1>余|多|来|几|\+)?(?P<magnitude>{_MAGNITUDE})?(?P<more2>余|多|几|\+)?"
    # a unit that began with a numeral would be the rest of a number cut in two: 三万五千
    # and one that began with a comma what was typed between a number and its words
    rf"\s*(?P<unit>(?![,.、;。；]|[〇零一二三四五六七八九十万亿]|[百千](?![克米瓦帕赫卡升分]))(?:[^\d\s:：]*?|k?m[23]))"
    rf"(?P<about>左右|上下|(?:及|或)?以上|(?:及|或)?以下|以内|之内|之间|不等|(?<=%)\+)?"
)


# 3OO家, 1O0人, l00家; 5G and O2O are words, and 5l are litres
_LETTERED = re.compile("(?<![A-Za-z0-9])[0-9lI][0-9,.OoＯlI]*(?![A-Za-z])")
_LETTERS = str.maketrans("OoＯlI", "00011")
_STRAY = re.compile(r"(?<=[0-9])[,.、;。；]+(?=[^0-9\s])")


class Hedge(StrEnum):
    """How a source hedges a number."""

    EXACT = "="
    OVER = ">"
    MORE = "+"
    ABOUT = "~"
    NEARLY = "<~"
    AT_LEAST = ">="
    UNDER = "<"
    AT_MOST = "<="
    BETWEEN = "-"


_HEDGES: dict[str, Hedge] = {
    word: hedge
    for hedge, words in {
        Hedge.OVER: "超过 多于 大于 高于 突破 超 逾 >",
        Hedge.MORE: "余 多 几 +",
        Hedge.ABOUT: "大约 大概 约 来 左右 上下 ~ ～ ≈",
        Hedge.NEARLY: "将近 接近 逼近 近",
        Hedge.AT_LEAST: "不少于 不低于 不下于 不下 不小于 最少 至少 上 以上 及以上 或以上 >= ≥",
        Hedge.UNDER: "不足 不到 少于 小于 低于 不满 以下 及以下 或以下 <",
        Hedge.AT_MOST: "不超过 不多于 不大于 不高于 至多 最多 以内 之内 <= ≤",
    }.items()
    for word in words.split()
}


class QuantityError(ValueError):
    """The text holds no number that can be read. `code` names the message, `values` fill its gaps."""

    def __init__(self, code: str, written: str, **values: str) -> None:
        super().__init__(written)
        self.code = code
        self.values = {"written": written, **values}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a figure as printed. `role` is ``number``, ``magnitude`` (千, 万, 亿) or ``small``."""

    text: str
    role: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: as written, its number (in single units, never for adding up), hedge and unit.

    Of a range (30-50人) `number` is the lower end and `upper` the other.
    """

    written: str
    number: Decimal
    hedge: Hedge
    unit: str
    runs: tuple[Run, ...]
    upper: Decimal | None = None

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
            raise _told(written, text)
        if _straightened(text) != text:
            raise _told(written, text)
        if found["more1"] and not any(found[name] for name in ("number", "half", "below")):
            raise QuantityError("no-number", written)
        if found["from"] and not found["number"]:
            raise QuantityError("no-number", written)
        if len(re.findall("[0-9]", text)) > 2 * MOST_DIGITS or re.search(
            rf"[0-9,]{{{MOST_DIGITS + 5}}}", text
        ):
            raise QuantityError("number-too-long", written[:20] + "…", most=str(MOST_DIGITS))
        hedges = [
            _HEDGES[word]
            for word in found.group("before", "more1", "more2", "about")
            if word and word in _HEDGES
        ]
        number = _number(found)
        low = _low(found, number) if found["from"] else None
        if low is not None and low >= number:
            raise QuantityError("range-backwards", written)
        between = hedges or [Hedge.BETWEEN if low is not None else Hedge.EXACT]
        return cls(
            written=text,
            number=number if low is None else low,
            hedge=between[0],
            unit=found["unit"],
            runs=_runs(found),
            upper=None if low is None else number,
        )


def _straightened(text: str) -> str:
    """A figure with digits in place of the letters that look like them."""

    def digits(found: re.Match[str]) -> str:
        stem = found[0].rstrip("lI")
        # what ends on l may be litres
        return stem.translate(_LETTERS) + found[0][len(stem) :]

    return _LETTERED.sub(digits, text)


def _told(written: str, text: str) -> QuantityError:
    """The fault of a text that is no figure, where it is a known slip with what was probably meant."""
    bare = _straightened(text)
    code = "letter-in-number" if bare != text else "sign-in-number"
    better = _STRAY.sub("", bare)
    if better == text:
        return QuantityError("no-number", written)
    try:
        Quantity.parse(better)
    except QuantityError:
        return QuantityError("no-number", written)
    return QuantityError(code, written, better=better)


def quantity_customs(written: str) -> Iterator[Custom]:
    """What is to be said of how a figure is written. Raises QuantityError for what is none."""
    Quantity.parse(written)
    text = written.strip()
    plain = re.sub("(?<=[0-9]),(?=[0-9]{3})", "", text.translate(_FULLWIDTH))
    if plain != text:
        yield Custom("number-form", plain, {"written": text})
    found = _WRITTEN.fullmatch(text.translate(_FULLWIDTH))
    if found and found["before"]:
        behind = "".join(word for word in found.group("more1", "more2", "about") if word in _HEDGES)
        if behind:
            yield Custom(
                "double-hedge", None, {"first": found["before"], "second": behind}, grave=True
            )


_ODD = "０-９．，％＋－＞＜＝,"
right_quantity = re.compile(
    # without a hedge in front none can be said twice
    rf"[^{_ODD}超逾近约足不至最上下突于少>=<~～≈]*(?:左右|上下|以[上下内])?"
    rf"|(?:超过?|逾|大?约|近|上|不[到足]|不少于|不超过)"
    rf"[0-9.一二三四五六七八九十两百千]+[万亿]?[^{_ODD}余多来几+左右上下以之]*"
).fullmatch
"""Whether a figure is certainly written as it should be; others may be as well."""


def _number(found: re.Match[str]) -> Decimal:
    if found["half"]:
        return Decimal("0.5")
    if found["below"]:
        below = _numeral(found["below"])
        if not below:
            raise QuantityError("no-number", found.group())
        return _numeral(found["above"]) / below
    bare = _numeral(found["number"]) if found["number"] else Decimal(1)
    return bare * _MAGNITUDES[found["magnitude"] or ""]


def _low(found: re.Match[str], number: Decimal) -> Decimal:
    """The lower end of a range: 1-2万 begins at 1万, 3000-1万 at 3000."""
    bare = _numeral(found["low"])
    if found["lowmagnitude"]:
        return bare * _MAGNITUDES[found["lowmagnitude"]]
    scaled = bare * _MAGNITUDES[found["magnitude"] or ""]
    return scaled if scaled < number else bare


def _runs(found: re.Match[str]) -> tuple[Run, ...]:
    if found["below"]:
        number = f"{found['below']}分之{found['above']}"
    else:
        number = found["half"] or (found["from"] or "") + (found["number"] or "")
    front = "".join(found[name] or "" for name in ("lead", "before", "sign"))
    pieces = [
        Run("".join(front.split()), "small"),
        Run("".join(number.split()), "number"),
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
            raise QuantityError("no-number", text) from cause
    if _SEVERAL.search(text):
        raise QuantityError("no-number", text)
    total = current = 0
    for character in text:
        if character in _CHINESE_UNITS:
            total += (current or 1) * _CHINESE_UNITS[character]
            current = 0
        else:
            current = current * 10 + _CHINESE_DIGITS[character]
    return Decimal(total + current)
