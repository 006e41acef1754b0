"""What took place, gathered: activities, honours and foundings as one kind of thing, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Base, Claim, PartialDate, Period, Sureness
from ..reading.binding import Record
from .parts import Moment
from .wording import moment_of, month_of

FOUNDED = "founded"
"""The anchor of a founding."""
HONOUR = "荣誉"
"""What an honour is called among the types of events."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that took place at or through a base; `moment` is its date as every page prints it."""

    record: Record[Base]
    claim: Claim
    anchor: str
    period: Period | None
    moment: Moment
    title: str
    type: str
    place: str = ""
    summary: str = ""
    photos: tuple[str, ...] = ()

    @property
    def told_elsewhere(self) -> str:
        """The title where the base's own page does not stand around it: 成立 needs to say of what."""
        name = self.record.content.name
        if self.anchor == FOUNDED:
            return f"{name}{self.title}"
        if self.type == HONOUR:
            return f"{name}：{self.title}"
        return self.title.replace("该基地", f"“{name}”")

    @property
    def year(self) -> int | None:
        """The year, where the source lets it be known."""
        return self.period.start.year if self.period else None

    @property
    def month(self) -> str:
        """What is known of it within its year: 3月, 上半年, 未写明月份; nothing where the year is unknown."""
        return month_of(self.period.start) if self.period and self.period.start.year else ""

    @property
    def order(self) -> tuple[object, ...]:
        """For sorting: newest first, the year unknown after all years, the date unknown last.

        A part of a year comes after the month it begins in, so that no month is torn apart by it.
        """
        if self.period is None:
            return (2, 0, 0, 0, False, self.record.id, self.anchor)
        year, month, day = self.period.key
        part = bool(self.period.start.part) and self.period.start.month is None
        return (0 if year else 1, -year, -month, -day, part, self.record.id, self.anchor)


def happenings_of(record: Record[Base]) -> tuple[Happening, ...]:
    """A base's own, newest first. A statement is no event, and `since` is none."""
    base = record.content
    found = [
        Happening(
            record,
            one,
            one.id or f"event-{number}",
            one.date,
            _moment(one, one.date),
            one.title,
            one.type.value,
            one.place or "",
            one.summary or "",
            one.photos,
        )
        for number, one in enumerate(base.activities, 1)
    ]
    found += [
        _dated(record, one, one.id or f"honour-{number}", one.date, one.title, HONOUR)
        for number, one in enumerate(base.honours, 1)
        if one.date is not None
    ]
    if base.founded is not None:
        founded = base.founded
        found.append(_dated(record, founded, FOUNDED, founded.date, "成立", "建设"))
    return in_order(found)


def _dated(
    record: Record[Base], claim: Claim, anchor: str, date: PartialDate, title: str, type: str
) -> Happening:
    period = Period(date)
    return Happening(record, claim, anchor, period, _moment(claim, period), title, type)


def _moment(claim: Claim, period: Period | None) -> Moment:
    return moment_of(period, inferred=claim.sure is Sureness.inferred)


def in_order(happenings: Iterable[Happening]) -> tuple[Happening, ...]:
    """Newest first."""
    return tuple(sorted(happenings, key=lambda one: one.order))
