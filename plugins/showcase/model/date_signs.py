"""What stands around the numbers of a date: signs typed full-width, Chinese numerals, weekdays, times."""

from __future__ import annotations

import re

_SIGNS = {
    ord(wide): sign
    for wide, sign in zip("０１２３４５６７８９．／：（）　＋Ｑ", "0123456789./:() +Q", strict=True)
}
_SIGNS |= dict.fromkeys(map(ord, "－–—―−‐‑"), "-") | dict.fromkeys(map(ord, "～〜∼"), "~")
_FULL_STOPS = re.compile(r"(?<=\d)\s*[。、·•]\s*(?=\d)")
_BLANKS = re.compile(r"(\d{4}) +(\d{1,2})(?: +(\d{1,2}))?")
_IDLE = re.compile(r"(?<!\d) +| +(?!\d)")
_LONG_DASH = re.compile(r"(?<=[\d年月日号])-{2,}(?=\d)")
_ABOUT = re.compile(r"(?:大约|大概|约在|约)?(?P<date>.*?)(?:左右|前后)?")

WEEKDAY = re.compile(r"\(?(?:星期|周|礼拜)([一二三四五六日天])\)?")
"""A weekday within a date."""
CLOCK = re.compile(
    r"(?<=[\d日号])(?:T|\s|,)*\(?(?:上午|下午|中午|凌晨|早上|晚上|傍晚|晚|早)?"
    r"(?:\d{1,2}(?::\d{1,2}){1,2}(?:\.\d+)?|\d{1,2}[时点](?:半|\d{1,2}分?)?)"
    r"(?:[-~至到](?:\d{1,2}(?::\d{1,2}){1,2}|\d{1,2}[时点](?:半|\d{1,2}分?)?))?"
    r"\s*(?:Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?\)?(?=$|[至到~])"
    r"|(?<=[日号])(?:T|\s)*\(?(?:上午|下午|中午|凌晨|早上|晚上|傍晚|全天|晚|早)\)?(?=$|[至到~])"
)
"""A time of day behind a date, with its zone."""
_DIGITS = {character: str(number % 10) for number, character in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"○": "0", "零": "0", "◯": "0", "Ｏ": "0"}
_YEAR = re.compile("[〇○◯零一二三四五六七八九]{4}(?=[年~至到-]|$)")
_NUMBER = re.compile("(?P<tens>[二三廿]?十|廿|卅)?(?P<ones>[一二三四五六七八九])?(?=[月日号])")


def straightened(written: str) -> str:
    """A text with its signs half-width and no blanks but between digits."""
    text = closed_up(written.strip().translate(_SIGNS).strip(" ,;，；。.、"))
    text = _FULL_STOPS.sub(".", text)
    if found := _BLANKS.fullmatch(text):
        text = "-".join(part for part in found.groups() if part)
    return _LONG_DASH.sub("~", text)


def closed_up(text: str) -> str:
    """A text without the blanks that part nothing."""
    return _IDLE.sub("", text)


def chinese_to_digits(text: str) -> str:
    """二〇二三年三月二十五日 as 2023年3月25日. 第一季度 and 上旬 stay words."""
    text = _YEAR.sub(lambda found: "".join(_DIGITS[one] for one in found[0]), text)
    return _NUMBER.sub(_number, text)


def _number(found: re.Match[str]) -> str:
    tens, ones = found["tens"] or "", found["ones"] or ""
    if not tens and not ones:
        return ""
    ten = {"": 0, "十": 10, "二十": 20, "廿": 20, "廿十": 20, "三十": 30, "卅": 30}[tens]
    return str(ten + int(_DIGITS.get(ones, "0")))


def about(text: str) -> tuple[str, bool]:
    """A text without 约, 大约, 前后, and whether one of them stood there."""
    found = _ABOUT.fullmatch(text)
    bare = found["date"].strip() if found else text
    return bare, bare != text
