"""What a record says, as plain comparable pieces: two readings are the same when their facts are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from enum import Enum

from pydantic import BaseModel

from showcase.model import PartialDate, Period, Quantity

Way = tuple[str | int, ...]
Facts = dict[Way, object]
_BLANK = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+")


def facts(value: object) -> Facts:
    """Every leaf of a model with its way; what is absent or empty is no fact."""
    return {way: _comparable(leaf) for way, leaf in _leaves(value, ())}


def _leaves(value: object, way: Way) -> Iterator[tuple[Way, object]]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _leaves(getattr(value, name), (*way, name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*way, str(key)))
    elif isinstance(value, tuple | list):
        for index, inner in enumerate(value):
            yield from _leaves(inner, (*way, index))
    elif value is not None:
        yield way, value


def _comparable(value: object) -> object:
    if isinstance(value, Quantity):
        return value.number, value.hedge, value.unit
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def said(value: object) -> str:
    """A value as text, for comparing with what was typed."""
    if isinstance(value, Quantity):
        return value.written
    if isinstance(value, Period):
        return said(value.start) if value.end is None else f"{said(value.start)}/{said(value.end)}"
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, Enum):
        return f"{value.name}/{value.value}"
    if isinstance(value, tuple | list):
        return "、".join(said(one) for one in value)
    if isinstance(value, BaseModel):
        return "、".join(said(one) for _, one in _leaves(value, ()))
    return value.isoformat() if isinstance(value, date) else str(value)


def bare(text: str) -> str:
    """Without blanks of any kind: where a line was broken says nothing."""
    return _BLANK.sub("", unicodedata.normalize("NFC", text))


def typed(rest: str) -> str:
    """What stands after a key, without the quotes around it."""
    plain = rest.strip().strip("　")
    if len(plain) > 1 and plain[0] == plain[-1] and plain[0] in "\"'":
        return plain[1:-1]
    return plain


def at(root: object, way: Way) -> object:
    """The value at a way through a model; None where there is none."""
    for step in way:
        if isinstance(root, tuple | list):
            root = root[step] if isinstance(step, int) and step < len(root) else None
        elif isinstance(root, dict):
            root = root.get(step)
        else:
            root = getattr(root, str(step), None)
    return root
