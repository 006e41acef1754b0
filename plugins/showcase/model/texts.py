"""What every text must be, whatever it says: each fault is raised under a code of `messages`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticCustomError

from .habits import SUSPECT, is_placeholder, says_nothing


def text_only(value: Any) -> Any:
    """A text of any kind, where neither a list nor a mapping stands."""
    if value is None:
        raise PydanticCustomError("blank", "blank")
    if not isinstance(value, str):
        raise PydanticCustomError("text-expected", "text expected")
    return value


def plain_text(value: Any) -> Any:
    """One line that is not empty."""
    value = text_only(value).strip()
    if not value:
        raise PydanticCustomError("blank", "blank")
    if "\n" in value:
        raise PydanticCustomError("one-line-expected", "one line expected")
    return value


def _said(value: Any) -> Any:
    """A text that says something: neither 无 nor what a template left."""
    if value[0] not in SUSPECT:
        return value
    if says_nothing(value):
        raise PydanticCustomError("nothing-said", "nothing said", {"written": value})
    if is_placeholder(value):
        raise PydanticCustomError("placeholder", "placeholder", {"written": value})
    return value


def line(value: Any) -> Any:
    """One line that says something."""
    return _said(plain_text(value))


def paragraphs(value: Any) -> Any:
    """A text of several lines that says something."""
    value = text_only(value).strip()
    if not value:
        raise PydanticCustomError("blank", "blank")
    return _said(value)


@dataclass(frozen=True, slots=True)
class Longest:
    """The check that a text is not longer than this many characters."""

    characters: int

    def __call__(self, value: Any) -> Any:
        """The same value, where it is short enough."""
        if isinstance(value, str) and len(value) > self.characters:
            values = {"length": str(len(value)), "longest": str(self.characters)}
            raise PydanticCustomError("too-long", "too long", values)
        return value
