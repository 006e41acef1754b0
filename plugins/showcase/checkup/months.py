"""Months counted through, so that dates of any precision can be held against each other."""

from __future__ import annotations

from ..model import PartialDate


def earliest(date: PartialDate | None) -> int | None:
    """The first month that a date can mean; None without a year."""
    if date is None or date.year is None:
        return None
    return date.year * 12 + (date.month or 1)


def latest(date: PartialDate | None) -> int | None:
    """The last month that a date can mean; None without a year."""
    if date is None or date.year is None:
        return None
    return date.year * 12 + (date.month or 12)


def named(month: int) -> str:
    """A month counted through, as it is said: 2026年5月."""
    year, rest = divmod(month - 1, 12)
    return f"{year}年{rest + 1}月"


def older(date: PartialDate | None, than: int, as_of: PartialDate | None) -> bool:
    """Whether a date lay more than `than` months before `as_of`, read to the date's advantage."""
    ended, now = latest(date), earliest(as_of)
    return ended is not None and now is not None and now - ended > than
