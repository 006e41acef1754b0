"""Dates as exact as they are known, and no more exact than that."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache

_FULLWIDTH = str.maketrans("０１２３４５６７８９．／－", "0123456789./-")
_FORMS = (
    re.compile(r"(?P<y>\d{4})\s*年?"),
    re.compile(r"(?P<y>\d{4})\s*(?:[-./]|年)\s*(?P<m>\d{1,2})\s*月?"),
    re.compile(
        r"(?P<y>\d{4})\s*(?:[-./]|年)\s*(?P<m>\d{1,2})\s*(?:[-./]|月)\s*(?P<d>\d{1,2})\s*[日号]?"
    ),
    re.compile(r"--(?P<m>\d{1,2})-(?P<d>\d{1,2})"),
    re.compile(r"(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*[日号]"),
)
_ABOUT = re.compile(r"^(?:约|大约|大概)\s*")
_EARLIEST, _LATEST = 1840, 2200


class DateError(ValueError):
    """The text is no date (`impossible` false) or a day that never was (`impossible` true)."""

    def __init__(self, written: str, *, impossible: bool) -> None:
        super().__init__(written)
        self.impossible = impossible


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with the precision of its source: year, month or day; the year itself may be unknown."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    approximate: bool = False

    @property
    def iso(self) -> str:
        """What an HTML `datetime` may hold: 2023, 2023-03, 2023-03-25 or 03-25."""
        parts = [f"{self.year:04d}"] if self.year is not None else []
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def prose(self) -> str:
        """In running text: 约2018年, 2018年6月, 2023年3月25日, 3月25日."""
        text = f"{self.year}年" if self.year is not None else ""
        text += f"{self.month}月" if self.month is not None else ""
        text += f"{self.day}日" if self.day is not None else ""
        return f"约{text}" if self.approximate else text

    @property
    def key(self) -> tuple[int, int, int]:
        """For sorting; what is unknown counts as 0, so a bare year stands before its months."""
        return (self.year or 0, self.month or 0, self.day or 0)

    @classmethod
    @lru_cache(maxsize=20_000)
    def parse(cls, written: str) -> PartialDate:
        """Read a date as people write it. Raises DateError."""
        text = written.strip().translate(_FULLWIDTH)
        about = bool(_ABOUT.match(text))
        text = _ABOUT.sub("", text)
        for form in _FORMS:
            if found := form.fullmatch(text):
                parts = {name: int(part) for name, part in found.groupdict().items() if part}
                date = cls(parts.get("y"), parts.get("m"), parts.get("d"), about)
                if not date._is_possible():
                    raise DateError(written, impossible=True)
                return date
        raise DateError(written, impossible=False)

    def _is_possible(self) -> bool:
        if self.year is not None and not _EARLIEST <= self.year <= _LATEST:
            return False
        if self.month is None:
            return True
        if not 1 <= self.month <= 12:
            return False
        leap = self.year if self.year is not None else 2000
        return self.day is None or 1 <= self.day <= calendar.monthrange(leap, self.month)[1]


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
