"""What a number looks like in its cell: a date as exact as its format shows, digits as they are displayed."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext

_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DAY_ZERO = datetime.date(1899, 12, 30)
"""The day before the first, as if 1900 were no leap year: right from serial 61 on (Microsoft, 214326)."""
_DAY_ZERO_1904 = datetime.date(1904, 1, 1)
_FIRST_SURE, _LAST = 61, 2_958_465
_PLAIN = re.compile(
    r'(?P<sep>#,##)?(?P<zeros>0+)(?:\.(?P<decimals>0+))?(?P<percent>%)?(?P<unit>(?:"[^"%]*")?)(?:_[ )])?'
)
_MOST_DIGITS = 11
"""Digits that the format General shows before it turns to powers of ten."""


@dataclass(frozen=True, slots=True)
class ShownDate:
    """A date as its format shows it: `text` to be read, as exact as it is; `day` is the day behind it.

    `text` is empty where the format shows no year, or no date at all.
    """

    text: str
    day: str


def is_date_form(form: str) -> bool:
    """Whether a number format shows a date or a time."""
    return bool(re.search("[ymdhs]", _bare(form)))


def date(raw: str, form: str, *, from_1904: bool) -> ShownDate | None:
    """The date of a serial number; None where it is no day that both Excel and calendars know."""
    try:
        serial = float(raw)
    except ValueError:
        return None
    if not (0 if from_1904 else _FIRST_SURE) <= serial <= _LAST:
        return None
    try:
        day = (_DAY_ZERO_1904 if from_1904 else _DAY_ZERO) + datetime.timedelta(days=int(serial))
    except OverflowError:
        return None
    signs = _bare(form)
    year, several = "y" in signs, "d" in signs
    month = bool(re.search("m", re.sub(r"h+[^a-z]*m+|m+[^a-z]*s+", "", signs)))
    text = ""
    if year and month and several:
        text = day.isoformat()
    elif year and month:
        text = f"{day:%Y-%m}"
    elif year and not several:
        text = f"{day.year:04d}"
    return ShownDate(text, day.isoformat())


def serial_day(raw: str, *, from_1904: bool) -> str:
    """The day that a bare number would be, if it is one that could be meant: 1954 to 2050."""
    if not re.fullmatch(r"(?:2[0-9]|[34]\d|5[0-4])\d{3}(?:\.0+)?", raw):
        return ""
    found = date(raw, "yyyy-mm-dd", from_1904=from_1904)
    return found.day if found else ""


def number(raw: str, form: str) -> str:
    """A number as a person sees it; empty where that is not certain: long, scientific, currency, fractions."""
    try:
        value = Decimal(raw)
    except InvalidOperation:
        return ""
    if not value.is_finite() or abs(value.adjusted()) > 30:
        return ""
    form = form.split(";")[0].strip()
    if form in ("General", "@", "G/通用格式", ""):
        return _general(value)
    found = _PLAIN.fullmatch(form.replace("\\", ""))
    if not found:
        return ""
    if found["percent"]:
        value *= 100
    places = len(found["decimals"] or "")
    rounded = _rounded(value, places)
    if len(rounded.as_tuple().digits) > 15:
        return ""
    digits = f"{rounded:,f}" if found["sep"] else f"{rounded:f}"
    if len(found["zeros"]) > 1 and not places:
        digits = digits.zfill(len(found["zeros"]))
    return digits + (found["percent"] or "") + found["unit"].strip('"')


def _general(value: Decimal) -> str:
    # fifteen digits are what a cell holds; what goes beyond is the noise of binary fractions
    with localcontext() as context:
        context.prec = 15
        text = f"{+value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if sum(map(str.isdigit, text)) <= _MOST_DIGITS else ""


def _rounded(value: Decimal, places: int) -> Decimal:
    # Excel rounds a half up, away from zero
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _bare(form: str) -> str:
    """The signs of a format that stand for a part of the number: without literals, colours and languages."""
    first = form.split(";")[0]
    if first.strip().lower() in ("general", "g/通用格式", "@"):
        return ""
    return _ASIDE.sub(" ", first).lower().replace("am/pm", "h").replace("上午/下午", "h")
