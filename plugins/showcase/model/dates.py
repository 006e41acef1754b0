"""Dates as exact as they are known, and no more exact than that."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from .date_faults import told
from .date_forms import DateError, Point, Written, read
from .habits import Custom

__all__ = ["DateError", "PartialDate", "Period", "date_customs", "right_date"]

_CHINESE = r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?"
_PARTS = r"\d{4}年?(?:上半年|下半年|第[一二三四]季度|[初底末中]|[春夏秋冬]季|\d{1,2}月(?:[上中下]旬|[初底末中]))"
_POINT = rf"约?(?:\d{{4}}(?:-\d\d(?:-\d\d)?)?|--\d\d-\d\d|{_CHINESE}|{_PARTS})"
right_date = re.compile(
    rf"{_POINT}|{_POINT}(?:以来|起|至今)|\d{{4}}年?[-—–~～至]\d{{4}}年?"
    rf"|{_POINT}至(?:{_POINT}|(?:\d{{1,2}}月)?\d{{1,2}}日|\d{{1,2}}月)",
    re.ASCII,
).fullmatch
"""Whether a date or a period is written as it should be."""
_MONTHS = {
    "上半年": (1, 6), "下半年": (7, 12), "第一季度": (1, 3), "第二季度": (4, 6), "第三季度": (7, 9),
    "第四季度": (10, 12), "初": (1, 3), "中": (5, 8), "底": (10, 12), "末": (10, 12), "春季": (2, 5),
    "夏季": (5, 8), "秋季": (8, 11), "冬季": (1, 12),
}  # fmt: skip
"""The months that a part of a year can mean, generously: these words have no sharp edges."""
_DAYS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "初": (1, 10), "中": (8, 23), "底": (21, 31), "末": (21, 31)}  # fmt: skip
_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with the precision of its source: year, month or day; the year itself may be unknown.

    `part` is what a source tells beyond the year or the month: 上半年, 第一季度, 底, 上旬. `since` is the
    word that leaves the end open: 以来, 起, 至今.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    approximate: bool = False
    part: str = ""
    since: str = ""

    @property
    def iso(self) -> str:
        """What an HTML `datetime` may hold: 2023, 2023-03, 2023-03-25 or 03-25."""
        parts = [f"{self.year:04d}"] if self.year is not None else []
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def prose(self) -> str:
        """In running text: 约2018年, 2018年6月, 2023年3月25日, 3月25日, 2023年上半年, 2017年以来."""
        text = f"{self.year}年" if self.year is not None else ""
        text += f"{self.month}月" if self.month is not None else ""
        text += f"{self.day}日" if self.day is not None else ""
        return f"{'约' if self.approximate else ''}{text}{self.part}{self.since}"

    @property
    def key(self) -> tuple[int, int, int]:
        """For sorting; what is unknown counts as 0, so a bare year stands before its months.

        A part of a year stands where it begins, a part of a month likewise.
        """
        month, day = self.month or 0, self.day or 0
        if self.part and self.month is None:
            month = _MONTHS[self.part][0]
        elif self.part:
            day = _DAYS[self.part][0]
        return (self.year or 0, month, day)

    @property
    def earliest(self) -> tuple[int, int, int]:
        """The first day that is meant: year, month, day."""
        months, days = self._months, self._days
        return (self.year or 0, months[0], days[0])

    @property
    def latest(self) -> tuple[int, int, int]:
        """The last day that is meant."""
        months, days = self._months, self._days
        last = calendar.monthrange(self.year if self.year is not None else 2000, months[1])[1]
        return (self.year or 0, months[1], min(days[1], last))

    @property
    def _months(self) -> tuple[int, int]:
        if self.month is not None:
            return (self.month, self.month)
        return _MONTHS.get(self.part, (1, 12))

    @property
    def _days(self) -> tuple[int, int]:
        if self.day is not None:
            return (self.day, self.day)
        return _DAYS.get(self.part, (1, 31)) if self.month is not None else (1, 31)

    @classmethod
    @lru_cache(maxsize=20_000)
    def parse(cls, written: str) -> PartialDate:
        """Read one date as people write it, perhaps an open one. Raises DateError."""
        period = Period.parse(written)
        if period.end is not None:
            raise DateError("one-date-expected", written)
        return period.start

    @classmethod
    def of(cls, point: Point, since: str = "") -> PartialDate:
        """The date whose parts were read."""
        return cls(point.year, point.month, point.day, point.approximate, point.part, since)


@dataclass(frozen=True, slots=True)
class Period:
    """When something took place: one date, or from one date to another."""

    start: PartialDate
    end: PartialDate | None = None

    @property
    def prose(self) -> str:
        """In running text: 2023年3月25日, 2023年5月至2023年8月."""
        return self.start.prose if self.end is None else f"{self.start.prose}至{self.end.prose}"

    @property
    def key(self) -> tuple[int, int, int]:
        """For sorting, by the start."""
        return self.start.key

    @property
    def latest(self) -> tuple[int, int, int]:
        """The last day that is meant."""
        return (self.end or self.start).latest

    @property
    def backwards(self) -> bool:
        """Whether the end lies before the start, however the two are read."""
        if self.end is None or (self.end.year is None) != (self.start.year is None):
            return False
        return self.end.latest < self.start.earliest

    @classmethod
    def between(cls, start: PartialDate, end: PartialDate) -> Period:
        """From one date to another; an end without a year has that of the start."""
        if end.year is None and start.year is not None:
            end = replace(end, year=start.year)
        return cls(start, end)

    @classmethod
    @lru_cache(maxsize=20_000)
    def parse(cls, written: str) -> Period:
        """Read a date or a range as people write it. Raises DateError."""
        try:
            found = read(written)
        except DateError as fault:
            raise told(written) if fault.code == "bad-date" else fault from None
        return _period(found)


def _period(found: Written) -> Period:
    start = PartialDate.of(found.start, found.since)
    return Period(start, PartialDate.of(found.end) if found.end else None)


def date_customs(written: str) -> Iterator[Custom]:
    """What is to be said of how a date or period is written. Raises DateError for what is none."""
    period = Period.parse(written)
    found = read(written)
    better = _standard(period, chinese=not written.strip().isascii() and "年" in written)
    for date, weekday in zip((period.start, period.end), found.weekdays, strict=False):
        right = _weekday(date) if date is not None else ""
        if right and right != weekday.replace("天", "日"):
            yield Custom("weekday-differs", values={"written": f"星期{weekday}", "day": date.prose if date else "", "right": f"星期{right}"})  # fmt: skip
    if found.clock:
        yield Custom("clock-left-out", better, {"written": written.strip()})
    elif period.start.year is None and "月" in written:
        # with --03-25 somebody says that nobody knows the year; here it may have been forgotten
        other = better if better != written.strip() else None
        values = {"written": written.strip(), "better": "--03-25"}
        yield Custom("year-unknown", other, values, safe=False)
    elif not found.weekdays and not right_date(written.strip()):
        yield Custom("date-form", better, {"written": written.strip()})


def _weekday(date: PartialDate) -> str:
    if date.year is None or date.month is None or date.day is None:
        return ""
    return _WEEKDAYS[datetime.date(date.year, date.month, date.day).weekday()]


def _standard(period: Period, *, chinese: bool) -> str:
    start, end = period.start, period.end
    if end is None:
        plain = not (start.approximate or start.part or start.since)
        if plain and start.year is None:
            return f"--{start.iso}"
        return start.iso if plain and not chinese else start.prose
    if start.year is None or start.approximate or end.approximate or start.part or end.part:
        return period.prose
    tail = end.prose
    if end.year == start.year and end.month is not None:
        tail = tail.removeprefix(f"{end.year}年")
        if end.day is not None and end.month == start.month:
            tail = tail.removeprefix(f"{end.month}月")
    return f"{start.prose}至{tail}"
