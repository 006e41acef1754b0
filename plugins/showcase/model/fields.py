"""The kinds of value that fields hold: what staff may type, checked once, with a code for each fault.

Every fault is raised as a pydantic custom error whose type is a code of `messages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from .choices import Choice
from .contacts import email, phone, phone_customs, url
from .dates import DateError, PartialDate, Period, date_customs, right_date
from .habits import TEXT, Custom, Habit, Several
from .quantity import Quantity, QuantityError, quantity_customs, right_quantity
from .texts import Longest, line, paragraphs, plain_text, text_only

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_ID = re.compile(ID_PATTERN)
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,9}(?:\.[0-9]{1,12})?")
YES = {"true", "yes", "on", "y", "是", "有", "对", "√", "✓", "✔", "☑"}
NO = {"false", "no", "off", "n", "否", "无", "不", "没有", "不是", "×", "✗", "✘"}


class Part(BaseModel):
    """A mapping in a YAML file: frozen, and a key that it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def _id(value: Any) -> Any:
    if _ID.fullmatch(text_only(value)):
        return value
    near = re.sub(r"[\s_.]+|-{2,}", "-", value.strip().lower()).strip("-")
    if _ID.fullmatch(near):
        raise PydanticCustomError("bad-id-near", "bad id", {"written": value, "better": near})
    raise PydanticCustomError("bad-id", "bad id", {"written": value})


def _colour(value: Any) -> Any:
    if not _COLOUR.fullmatch(text_only(value)):
        raise PydanticCustomError("bad-colour", "bad colour", {"written": str(value)})
    return value.upper()


def _flag(value: Any) -> Any:
    text = text_only(value).strip().lower()
    if text in YES:
        return True
    if text in NO:
        return False
    raise PydanticCustomError("bad-flag", "bad flag", {"written": text})


def _number(value: Any) -> Any:
    text = text_only(value).strip()
    if not _NUMBER.fullmatch(text):
        raise PydanticCustomError("bad-number", "bad number", {"written": text})
    return float(text)


def _whole(value: Any) -> Any:
    if isinstance(value, int):
        return value
    text = text_only(value).strip()
    if not re.fullmatch("[0-9]{1,6}", text):
        raise PydanticCustomError("bad-number", "bad number", {"written": text})
    return int(text)


def _open_date(value: Any) -> PartialDate:
    text = plain_text(value)
    try:
        return PartialDate.parse(text)
    except DateError as fault:
        raise PydanticCustomError(fault.code, "bad date", fault.values) from None


def _date(value: Any) -> PartialDate:
    date = _open_date(value)
    if date.since:
        values = {"written": str(value).strip(), "word": date.since}
        raise PydanticCustomError("open-date", "open date", values)
    return date


def _since(value: Any) -> PartialDate:
    # the key says already that it goes on
    return replace(_open_date(value), since="")


def _period(value: Any) -> Any:
    if isinstance(value, dict):
        unknown = sorted(set(value) - {"from", "to", "从", "到"})
        start = value.get("from", value.get("从"))
        end = value.get("to", value.get("到"))
        if unknown or start is None or end is None:
            raise PydanticCustomError("bad-period", "bad period", {"written": ", ".join(value)})
        period = Period.between(_date(start), _date(end))
    else:
        text = plain_text(value)
        try:
            period = Period.parse(text)
        except DateError as fault:
            raise PydanticCustomError(fault.code, "bad date", fault.values) from None
    if period.backwards:
        raise PydanticCustomError("period-backwards", "period backwards")
    return period


def _quantity(value: Any) -> Quantity:
    text = plain_text(value)
    try:
        return Quantity.parse(text)
    except QuantityError as fault:
        raise PydanticCustomError(fault.code, "no number", fault.values) from None


def _one_or_many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


LATIN = Habit(latin=True)
"""The habit of what is letters, digits and signs: read full-width as well."""


def choice(of: type[Choice]) -> Any:
    """The annotation of a field whose value comes from a fixed list."""

    def read(value: Any) -> Choice:
        found = of.read(text_only(value))
        if found is not None:
            return found
        values = {"written": value, "choices": "、".join(member.value for member in of)}
        if near := of.near(value):
            raise PydanticCustomError("not-in-list-near", "near", {**values, "better": near})
        raise PydanticCustomError("not-in-list", "not in list", values)

    schema = {"enum": [member.value for member in of] + [member.name for member in of]}

    def customs(written: str) -> Iterator[Custom]:
        if of.read(written) and not of.usual(written):
            yield Custom("choice-form", written.strip().lower(), {"written": written.strip()})

    habit = replace(LATIN, right=of.usual, customs=customs, known=of.read)
    return (BeforeValidator(read), habit, WithJsonSchema({"type": "string", **schema}))


def _string_schema(*, pattern: str = "", kind: str = "") -> WithJsonSchema:
    schema: dict[str, Any] = {"type": "string"}
    if pattern:
        schema["pattern"] = f"^{pattern}$"
    if kind:
        schema["format"] = kind
    return WithJsonSchema(schema)


_DATES = Habit(right_date, date_customs)
_PHONES = Habit(re.compile(r"[0-9+ ,;/\-\u3001\u4e00-\u9fff]*").fullmatch, phone_customs)

Line = Annotated[
    str, BeforeValidator(line), BeforeValidator(Longest(400)), StringConstraints(strict=True), TEXT
]
"""One line of plain text, shown exactly as written."""
Name = Annotated[str, BeforeValidator(line), BeforeValidator(Longest(60)), TEXT]
"""A name: one short line."""
Summary = Annotated[str, BeforeValidator(line), BeforeValidator(Longest(120)), TEXT]
"""One or two plain sentences of at most 120 characters."""
Paragraphs = Annotated[
    str, BeforeValidator(paragraphs), BeforeValidator(Longest(20_000)), Habit(prose=True)
]
"""Markdown, a safe subset."""
Id = Annotated[str, BeforeValidator(_id), _string_schema(pattern=ID_PATTERN), LATIN]
Colour = Annotated[str, BeforeValidator(_colour), _string_schema(pattern=_COLOUR.pattern), LATIN]
Url = Annotated[str, BeforeValidator(url), _string_schema(kind="uri"), LATIN]
Phone = Annotated[str, BeforeValidator(phone), BeforeValidator(Longest(60)), _PHONES]
"""One telephone number or several."""
Email = Annotated[str, BeforeValidator(email), BeforeValidator(Longest(60)), LATIN]
Flag = Annotated[bool, BeforeValidator(_flag), _string_schema(), Habit(latin=True, blanks=False)]
Decimal = Annotated[float, BeforeValidator(_number), _string_schema(), LATIN]
Whole = Annotated[int, BeforeValidator(_whole), _string_schema(), LATIN]
Date = Annotated[PartialDate, BeforeValidator(_date), _string_schema(), _DATES]
"""One date, as exact as it is known."""
OpenDate = Annotated[PartialDate, BeforeValidator(_open_date), _string_schema(), _DATES]
"""One date, or one since which something holds: 2017年以来."""
Since = Annotated[PartialDate, BeforeValidator(_since), _string_schema(), _DATES]
"""The date since which something holds."""
When = Annotated[
    Period,
    BeforeValidator(_period),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "properties": {"from": {"type": "string"}, "to": {"type": "string"}},
                },
            ]
        }
    ),
    _DATES,
]
Amount = Annotated[
    Quantity, BeforeValidator(_quantity), _string_schema(), Habit(right_quantity, quantity_customs)
]
Names = Annotated[tuple[Name, ...], BeforeValidator(_one_or_many), Several(alone=True)]
"""One name or a list of names."""
