"""The kinds of value that fields hold: what staff may type, checked once, with a code for each fault.

Every fault is raised as a pydantic custom error whose type is a code of `messages`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from .choices import Choice
from .dates import DateError, PartialDate, Period
from .quantity import Quantity, QuantityError

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_ID = re.compile(ID_PATTERN)
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,9}(?:\.[0-9]{1,12})?")
_YES = {"true", "yes", "是", "有", "对"}
_NO = {"false", "no", "否", "无", "不"}
_LINK_SCHEMES = {"http", "https", "mailto", "tel"}


class Part(BaseModel):
    """A mapping in a YAML file: frozen, and a key that it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def _text_only(value: Any) -> Any:
    if value is None:
        raise PydanticCustomError("blank", "blank")
    if not isinstance(value, str):
        raise PydanticCustomError("text-expected", "text expected")
    return value


def _plain(value: Any) -> Any:
    value = _text_only(value).strip()
    if not value:
        raise PydanticCustomError("blank", "blank")
    if "\n" in value:
        raise PydanticCustomError("one-line-expected", "one line expected")
    return value


def _paragraphs(value: Any) -> Any:
    value = _text_only(value).strip()
    if not value:
        raise PydanticCustomError("blank", "blank")
    return value


def _id(value: Any) -> Any:
    if not _ID.fullmatch(_text_only(value)):
        raise PydanticCustomError("bad-id", "bad id", {"written": str(value)})
    return value


def _colour(value: Any) -> Any:
    if not _COLOUR.fullmatch(_text_only(value)):
        raise PydanticCustomError("bad-colour", "bad colour", {"written": str(value)})
    return value.upper()


def _url(value: Any) -> Any:
    text = _plain(value)
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    leads = parts.path if parts.scheme in {"mailto", "tel"} else parts.netloc
    if parts.scheme not in _LINK_SCHEMES or not leads or re.search(r"\s", text):
        raise PydanticCustomError("bad-url", "bad url", {"written": text})
    return text


def _flag(value: Any) -> Any:
    text = _text_only(value).strip().lower()
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise PydanticCustomError("bad-flag", "bad flag", {"written": text})


def _number(value: Any) -> Any:
    text = _text_only(value).strip()
    if not _NUMBER.fullmatch(text):
        raise PydanticCustomError("bad-number", "bad number", {"written": text})
    return float(text)


def _whole(value: Any) -> Any:
    if isinstance(value, int):
        return value
    text = _text_only(value).strip()
    if not re.fullmatch(r"\d{1,6}", text):
        raise PydanticCustomError("bad-number", "bad number", {"written": text})
    return int(text)


def _date(value: Any) -> PartialDate:
    text = _plain(value)
    try:
        return PartialDate.parse(text)
    except DateError as fault:
        code = "impossible-date" if fault.impossible else "bad-date"
        raise PydanticCustomError(code, "bad date", {"written": text}) from None


def _period(value: Any) -> Any:
    if isinstance(value, dict):
        unknown = sorted(set(value) - {"from", "to", "从", "到"})
        start = value.get("from", value.get("从"))
        end = value.get("to", value.get("到"))
        if unknown or start is None or end is None:
            raise PydanticCustomError("bad-period", "bad period", {"written": ", ".join(value)})
        period = Period(_date(start), _date(end))
        if period.end is not None and period.end.key < period.start.key:
            raise PydanticCustomError("period-backwards", "period backwards")
        return period
    return Period(_date(value))


def _quantity(value: Any) -> Quantity:
    text = _plain(value)
    try:
        return Quantity.parse(text)
    except QuantityError:
        raise PydanticCustomError("no-number", "no number", {"written": text}) from None


def _one_or_many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


ChoiceType = TypeVar("ChoiceType", bound=Choice)


def choice(of: type[Choice]) -> Any:
    """The annotation of a field whose value comes from a fixed list."""

    def read(value: Any) -> Choice:
        found = of.read(_text_only(value))
        if found is None:
            raise PydanticCustomError(
                "not-in-list",
                "not in list",
                {"written": value, "choices": "、".join(member.value for member in of)},
            )
        return found

    schema = {"enum": [member.value for member in of] + [member.name for member in of]}
    return (BeforeValidator(read), WithJsonSchema({"type": "string", **schema}))


def _string_schema(*, pattern: str = "", kind: str = "") -> WithJsonSchema:
    schema: dict[str, Any] = {"type": "string"}
    if pattern:
        schema["pattern"] = f"^{pattern}$"
    if kind:
        schema["format"] = kind
    return WithJsonSchema(schema)


def _longest(characters: int) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if isinstance(value, str) and len(value) > characters:
            values = {"length": str(len(value)), "longest": str(characters)}
            raise PydanticCustomError("too-long", "too long", values)
        return value

    return check


Line = Annotated[
    str, BeforeValidator(_plain), BeforeValidator(_longest(400)), StringConstraints(strict=True)
]
"""One line of plain text, shown exactly as written."""
Name = Annotated[str, BeforeValidator(_plain), BeforeValidator(_longest(60))]
"""A name: one short line."""
Summary = Annotated[str, BeforeValidator(_plain), BeforeValidator(_longest(120))]
"""One or two plain sentences of at most 120 characters."""
Paragraphs = Annotated[str, BeforeValidator(_paragraphs), BeforeValidator(_longest(20_000))]
"""Markdown, a safe subset."""
Id = Annotated[str, BeforeValidator(_id), _string_schema(pattern=ID_PATTERN)]
Colour = Annotated[str, BeforeValidator(_colour), _string_schema(pattern=_COLOUR.pattern)]
Url = Annotated[str, BeforeValidator(_url), _string_schema(kind="uri")]
Flag = Annotated[bool, BeforeValidator(_flag), _string_schema()]
Decimal = Annotated[float, BeforeValidator(_number), _string_schema()]
Whole = Annotated[int, BeforeValidator(_whole), _string_schema()]
Date = Annotated[PartialDate, BeforeValidator(_date), _string_schema()]
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
]
Amount = Annotated[Quantity, BeforeValidator(_quantity), _string_schema()]
Names = Annotated[tuple[Name, ...], BeforeValidator(_one_or_many)]
"""One name or a list of names."""
