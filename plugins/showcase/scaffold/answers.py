"""Whether an answer can be used: the reader itself is asked, so that nobody hears two opinions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, Level
from ..model import Activity, Base, Founding, Part, Period
from ..model.choices import Choice
from ..model.dates import DateError, PartialDate
from ..reading.binding import Record, bind
from ..rules import check
from ..schemas.field import fields_of
from .writing import Written, written, written_list

_LEAST = {"name": "甲", "kind": "其他", "city": "甲"}
_SEVERAL = re.compile(r"[、，,；;]\s*")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as the reader sees it: what to write in the file, and what there is to say about it."""

    value: Written
    told: tuple[Diagnostic, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether the file could be read with it."""
        return all(one.level is not Level.ERROR for one in self.told)


def answered(catalogue: Catalogue, identity: str, key: str, typed: str) -> Answer:
    """An answer to one question about a new base."""
    several = tuple(part for part in _SEVERAL.split(typed.strip()) if part)
    listed = key in ("district", "aliases") and len(several) > 1
    value = written_list(several) if listed else written(typed.strip())
    pairs = {**_LEAST, key: value}
    text = "schema: 1\nstatus: 草稿\n" + "".join(f"{one}: {pairs[one]}\n" for one in pairs)
    record, told = _judged(catalogue, identity, text, _title(Base, key))
    content = getattr(record.content, key) if record else several if listed else typed.strip()
    if isinstance(content, Founding):
        return Answer(_dated(content.date, typed.strip()), told)
    return Answer(_said(content, typed.strip()), told)


def answered_activity(catalogue: Catalogue, identity: str, key: str, typed: str) -> Answer:
    """An answer to one question about a new activity of a base that is there."""
    pairs = {"title": "甲", key: written(typed.strip())}
    lines = "".join(f"    {one}: {value}\n" for one, value in pairs.items())
    head = "".join(f"{one}: {value}\n" for one, value in _LEAST.items())
    text = f"schema: 1\nstatus: 草稿\n{head}activities:\n  -\n{lines}"
    record, told = _judged(catalogue, identity, text, _title(Activity, key))
    content = getattr(record.content.activities[0], key) if record else typed.strip()
    if isinstance(content, Period):
        return Answer(_period(content, typed.strip()), told)
    return Answer(_said(content, typed.strip()), told)


def _period(period: Period, typed: str) -> Written:
    start = _dated(period.start, "")
    if period.end is None:
        return start or typed
    end = _dated(period.end, "")
    return {"from": start, "to": end} if start and end else typed


def _judged(
    catalogue: Catalogue, identity: str, text: str, title: str
) -> tuple[Record[Base] | None, tuple[Diagnostic, ...]]:
    """What the reader makes of a file, and all that is worse than a note about the field of that title."""
    file = f"bases/{identity}.yml"
    record, told = bind(text, file, identity, Base)
    if record is not None:
        bases = {**catalogue.bases, identity: record}
        told = (*told, *check(replace(catalogue, bases=bases)))
    return record, tuple(
        one
        for one in told
        if one.place.file == file and one.level is not Level.NOTE and title in _names(one.field)
    )


def _names(field: str) -> list[str]:
    """The titles on the way to a field: 活动 第1条·日期 goes by 活动 and 日期."""
    return [step.partition(" ")[0] for step in field.split("·")]


def _title(model: type[Part], key: str) -> str:
    return next(field.title for field in fields_of(model) if field.key == key)


def _said(content: object, typed: str) -> str | tuple[str, ...]:
    """A value of the model as it is best written; as it was typed where nothing shorter says as much."""
    if isinstance(content, Choice):
        return content.value
    if isinstance(content, tuple):
        return content[0] if len(content) == 1 else content
    return content if isinstance(content, str) else typed


def _dated(date: PartialDate, typed: str) -> str:
    for form in (date.iso, date.prose):
        try:
            if PartialDate.parse(form) == date:
                return form
        except DateError:
            continue
    return typed
