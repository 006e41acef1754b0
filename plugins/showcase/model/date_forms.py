"""The forms in which people write dates, read into their parts; what is no date is told apart.

The forms are those of GB/T 7408 and of everyday Chinese: 2023-03-25, 2023.3.25, 20230325, 二〇二三年三月,
2023年上半年, 2023年3月25日至26日, 2017年以来. What a form leaves open stays open: 上旬 is never a day.
"""

from __future__ import annotations

import calendar
import re
from typing import NamedTuple

from .date_signs import CLOCK, WEEKDAY, about, chinese_to_digits, closed_up, straightened

EARLIEST, LATEST = 1840, 2200
"""The years that a date here can have: contemporary history, and room for plans."""
_YEAR_PART = (
    r"年?[初中底末]|春[季天]?|夏[季天]?|秋[季天]?|冬[季天]?"
    r"|上半年|下半年|第?[一二三四1-4]季度|[Qq][1-4]"
)
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)",
        r"(?P<y>\d{4})(?:年度|年份|年)?",
        rf"(?P<y>\d{{4}})(?:年度?|-)?(?P<part>{_YEAR_PART})",
        r"(?P<y>\d{4})(?:[-./]|年)(?P<m>\d{1,2})(?:月份?)?",
        r"(?P<y>\d{4})(?:[-./]|年)(?P<m>\d{1,2})月份?(?P<part>[上中下]旬|初|中|底|末)",
        r"(?P<y>\d{4})(?:[-./]|年)(?P<m>\d{1,2})(?:[-./]|月)(?P<d>\d{1,2})[日号]?",
        r"(?P<y>1[89]\d\d|2[012]\d\d)(?P<m>\d\d)(?P<d>\d\d)",
        # 202303; but 201203 could be 20-12-03, and is not guessed at
        r"(?P<y>(?:19|20)(?:0[0]|1[3-9]|[2-9]\d))(?P<m>0[1-9]|1[012])",
        r"--(?P<m>\d{1,2})-(?P<d>\d{1,2})",
        r"(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]",
    )
)
_EITHER = re.compile(r"(?P<y>\d{4})(?:[./]|年)(?P<first>\d{1,2})-(?P<second>\d{1,2})")
_QUARTER = re.compile("(?:第|Q|q)?([一二三四1-4])(?:季度)?")
_QUARTERS = dict(zip("一二三四1234", "一二三四" * 2, strict=True))
_SEASON = re.compile("([春夏秋冬])[季天]?")
_SINCE = re.compile(r"(?:自从|自|从)?(?P<date>.+?)(?P<word>以来|开始|起|-?至今)")
_NEXT_YEAR = re.compile(r"[次翌]年(?=\d)")


class Point(NamedTuple):
    """A date in its parts; `part` is what is known beyond year or month: 上半年, 第一季度, 上旬, 底."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    approximate: bool = False


class Written(NamedTuple):
    """What a text says: a date, or from one to another, or since one; the weekdays named in it, and
    whether it told a time of day."""

    start: Point
    end: Point | None = None
    since: str = ""
    weekdays: tuple[str, ...] = ()
    clock: bool = False


class DateError(ValueError):
    """The text is no date. `code` names the message, `values` fill its gaps; `better` may be among them."""

    def __init__(self, code: str, written: str, **values: str) -> None:
        super().__init__(written)
        self.code = code
        self.values = {"written": written, **values}


def read(written: str) -> Written:
    """Read a date, a range or an open beginning as people write them. Raises DateError."""
    text = straightened(written)
    weekdays = tuple(WEEKDAY.findall(text))
    text, clocks = CLOCK.subn("", WEEKDAY.sub(" ", text))
    text = chinese_to_digits(closed_up(text))
    _must_have_one_reading(text, written)
    since = _SINCE.fullmatch(text)
    if since and (start := _point(since["date"], written)):
        return Written(start, None, since["word"].lstrip("-"), weekdays, bool(clocks))
    if start := _point(text, written):
        return Written(start, None, "", weekdays, bool(clocks))
    if both := _range(text, written):
        return Written(*both, "", weekdays, bool(clocks))
    raise DateError("bad-date", written)


def _must_have_one_reading(text: str, written: str) -> None:
    """2023.3-5 may be the fifth of March, or March to May; 2023.3-25 and 2023.5-3 are days."""
    found = _EITHER.fullmatch(about(text)[0])
    if found and 1 <= int(found["first"]) < int(found["second"]) <= 12:
        year, first, second = found["y"], int(found["first"]), int(found["second"])
        day, months = f"{year}-{first:02}-{second:02}", f"{year}年{first}月至{second}月"
        raise DateError("day-or-months", written, day=day, months=months)


def _point(text: str, written: str) -> Point | None:
    text, approximate = about(text)
    for form in _FORMS:
        if found := form.fullmatch(text):
            parts = found.groupdict()
            numbers = {key: int(parts[key]) for key in "ymd" if parts.get(key)}
            point = Point(
                numbers.get("y"), numbers.get("m"), numbers.get("d"), _part(parts), approximate
            )
            _must_be_possible(point, written)
            return point
    return None


def _part(parts: dict[str, str | None]) -> str:
    part = (parts.get("part") or "").removeprefix("年")
    if found := _QUARTER.fullmatch(part):
        return f"第{_QUARTERS[found[1]]}季度"
    return _SEASON.sub(r"\1季", part)


def _must_be_possible(point: Point, written: str) -> None:
    year, month, day = point.year, point.month, point.day
    if year is not None and not EARLIEST <= year <= LATEST:
        first, last = str(EARLIEST), str(LATEST)
        raise DateError("impossible-year", written, year=f"{year:04d}", first=first, last=last)
    if month is not None and not 1 <= month <= 12:
        raise DateError("impossible-month", written, month=str(month))
    if month is None or day is None:
        return
    # a leap year stands in for one that is not known
    longest = calendar.monthrange(year if year is not None else 2000, month)[1]
    if not 1 <= day <= longest:
        raise DateError(
            "impossible-date", written, day=str(day), month=str(month), last=str(longest)
        )


def _range(text: str, written: str) -> tuple[Point, Point] | None:
    """Two dates with 至, 到, ~ or a dash between them, the second perhaps shortened."""
    found = []
    cuts = list(re.finditer("至|到|~", text)) or list(re.finditer("-", text))
    for cut in cuts:
        left, right = text[: cut.start()], text[cut.end() :]
        if left and right and (both := _ends(left, right, written)):
            found.append(both)
    return found[0] if len(found) == 1 else None


def _ends(left: str, right: str, written: str) -> tuple[Point, Point] | None:
    # 3月25-26日: the word that the first one lacks stands behind the second
    for one in (left, f"{left}日"):
        if (start := _point(one, written)) is None:
            continue
        end = _point(_completed(right, start), written)
        if end is not None and (end.day is None) == (start.day is None):
            return start, end
    return None


def _completed(right: str, start: Point) -> str:
    """The second date with what it leaves out because the first one says it."""
    if start.year is not None and (found := _NEXT_YEAR.match(right)):
        return f"{start.year + 1}年{right[found.end() :]}"
    head = f"{start.year}年" if start.year is not None else ""
    if start.day is not None:
        if re.fullmatch(r"\d{1,2}[日号]?", right):
            return f"{head}{start.month}月{right.rstrip('日号')}日"
        if found := re.fullmatch(r"(\d{1,2})[-./月](\d{1,2})[日号]?", right):
            return f"{head}{found[1]}月{found[2]}日"
    elif start.month is not None and re.fullmatch(r"\d{1,2}月?", right):
        return f"{head}{right.rstrip('月')}月"
    elif start.month is not None and re.fullmatch("[上中下]旬|初|中|底|末", right):
        return f"{head}{start.month}月{right}"
    elif re.fullmatch(_YEAR_PART, right) or re.match(r"\d{1,2}月", right):
        return head + right
    return right
