"""Which days a date may mean: by them a browser tells what is still to come, and what goes on today.

What is not sure is told to the side of saying nothing.
"""

from __future__ import annotations

from datetime import date, timedelta

from ..model import PartialDate, Period


def days_of(period: Period, *, sure: bool) -> tuple[str, str]:
    """The `earliest` and `until` of a moment, as ISO days or empty; `sure` unless the date is inferred."""
    start, end = period.start, period.end
    if start.year is None:
        return "", ""
    if not (sure and _is_exact(start)):
        return _earliest(start), ""
    if end is None:
        return "", ""
    if start.month is None or end.month is None or end.year is None or not _is_exact(end):
        return _earliest(start), ""
    return "", date(*end.latest).isoformat()


def _is_exact(one: PartialDate) -> bool:
    return not (one.approximate or one.part or one.since)


def _earliest(one: PartialDate) -> str:
    """The first day that may be meant; 约 may mean one unit of its precision earlier, or a week."""
    year, month, day = one.earliest
    first = date(year, month, day)
    if not one.approximate:
        return first.isoformat()
    if one.day is not None:
        first -= timedelta(days=7)
    elif one.month is not None:
        first = (first.replace(day=1) - timedelta(days=1)).replace(day=1)
    else:
        first = first.replace(year=year - 1)
    return first.isoformat()
