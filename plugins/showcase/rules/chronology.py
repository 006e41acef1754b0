"""Activities lie where they can have been: after the founding, before the file was last changed, once.

Passes: a base founded in 2018 and updated in 2026, with an activity of 2023. Warned of: an activity before
the founding; one later than the file's own `updated`, which is mostly a slip of the year, or, where the file
has none, one far beyond the newest `updated` of any; two of one date and title. Noted: one without a date.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, Level
from ..model import Base, PartialDate, Period
from ..reading.binding import Path, Record

FAR = 2050
"""Where no base says when it was updated: the year in which nothing told can have taken place yet."""
SLACK = 2
"""Years by which the newest `updated` of any base may lie behind a base that has none of its own."""


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report activities out of their time."""
    updates = [
        record.content.updated.year
        for record in catalogue.bases.values()
        if record.content.updated is not None and record.content.updated.year is not None
    ]
    far = max(updates) + SLACK if updates else FAR
    for record in catalogue.bases.values():
        yield from _activities(record, far)


def _activities(record: Record[Base], far: int) -> Iterator[Diagnostic]:
    base = record.content
    seen: dict[tuple[object, str], int] = {}
    for index, one in enumerate(base.activities):
        path = ("activities", index)
        if one.date is None:
            yield record.fault("undated", (*path, "date"), Level.NOTE, title=one.title)
        elif one.date.start.year is not None:
            yield from _out_of_time(record, (*path, "date"), one.date, far)
        first = seen.setdefault((one.date, one.title), index)
        if first != index:
            number = str(first + 1)
            yield record.fault(
                "repeated-activity", path, Level.WARNING, title=one.title, number=number
            )


def _out_of_time(record: Record[Base], path: Path, date: Period, far: int) -> Iterator[Diagnostic]:
    base, written = record.content, date.prose
    founded = base.founded.date if base.founded else None
    if base.updated is not None and date.start.earliest > base.updated.latest:
        other = base.updated.prose
        yield record.fault("future-date", path, Level.WARNING, written=written, other=other)
    elif base.updated is None and (date.start.year or 0) > far:
        yield record.fault("far-date", path, Level.WARNING, written=written)
    elif founded is not None and _precedes(date, founded):
        other = founded.prose
        yield record.fault("before-founding", path, Level.WARNING, written=written, other=other)


def _precedes(date: Period, founded: PartialDate) -> bool:
    """Whether a date lies before the founding, however the two are read."""
    exact = founded.year is not None and not founded.approximate and not date.start.approximate
    return exact and date.latest < founded.earliest
