"""What keeps a text from being a date, where the slip is a known one: told with what was probably meant."""

from __future__ import annotations

import datetime
import re

from .date_forms import DateError, read
from .date_signs import straightened

_LETTERS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"})
_SERIAL = re.compile(r"(?:2[0-9]|[34]\d|5[0-4])\d{3}(?:\.0+)?")
# the first day of Excel's count: it takes 1900 for a leap year (Microsoft, support article 214326)
_DAY_ZERO = datetime.date(1899, 12, 30)
_SHORT_YEAR = re.compile(
    r"['’‘]?(?P<y>\d\d)(?:[-./]|年)(?P<m>\d{1,2})(?:(?:[-./]|月)(?:(?P<d>\d{1,2})[日号]?)?)?"
)
# 201203 may as well be 2012-03
_SHORT_COMPACT = re.compile(r"(?!19|20)(?P<y>\d\d)(?P<m>\d\d)(?P<d>\d\d)")
_YEAR_LAST = re.compile(r"(?P<a>\d{1,2})[-./](?P<b>\d{1,2})[-./](?P<y>\d{4})")
_NO_YEAR = re.compile(
    r"(?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])|\d{1,2}月份?(?:\d{1,2}|[上中下]旬|初|中|底|末)?|\d{1,2}[日号]"
)
_VAGUE = re.compile(
    r"(?:最?近(?:期|日|年来?|来|几[年天])?|日前|今[年天日]|去年|前年|明年|昨[天日]|前[天日]|明[天日]"
    r"|[本上这]个?[年月周]|当[年月日天]|同[年月日]|同期|不久前|目前|现在|往年|历年|每[年月周天日季]|长期|常年|不?定期|平时|日常|多年来?).*"
)


def told(written: str) -> DateError:
    """The fault of a text that is no date."""
    text = straightened(written)
    if better := _readable(text.translate(_LETTERS)) if text.translate(_LETTERS) != text else "":
        return DateError("letter-in-date", written, better=better)
    if _SERIAL.fullmatch(text):
        day = _DAY_ZERO + datetime.timedelta(days=int(float(text)))
        return DateError("serial-date", written, better=day.isoformat())
    if _VAGUE.fullmatch(text):
        return DateError("vague-date", written)
    # 3.20 lacks its year; 23.3 has a short one
    if _NO_YEAR.fullmatch(text):
        return DateError("missing-year", written)
    if found := _SHORT_YEAR.fullmatch(text) or _SHORT_COMPACT.fullmatch(text):
        century = "20" if int(found["y"]) <= 49 else "19"
        if better := _readable("-".join((century + found["y"], *_padded(found["m"], found["d"])))):
            return DateError("short-year", written, better=better)
    if found := _YEAR_LAST.fullmatch(text):
        orders = ((found["a"], found["b"]), (found["b"], found["a"]))
        days = {_readable("-".join((found["y"], *_padded(*order)))) for order in orders} - {""}
        if len(days) == 1:
            return DateError("year-last", written, better=days.pop())
    return DateError("bad-date", written)


def _padded(*numbers: str | None) -> list[str]:
    return [number.zfill(2) for number in numbers if number]


def _readable(text: str) -> str:
    """The same text, where it is a date."""
    try:
        read(text)
    except DateError:
        return ""
    return text
