"""The schemas of single values, by the kinds that `model.fields` knows.

A value is text to us, but YAML types it on its way to the editor: 2023 arrives as a number there, true as
a boolean. So a text may be any of these. What to type instead is said in the words of `messages`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..messages.editor import hint
from ..model import Choice
from ..model.fields import (
    ID_PATTERN,
    NO,
    YES,
    Amount,
    Colour,
    Date,
    Decimal,
    Email,
    Flag,
    Id,
    Line,
    Name,
    Names,
    OpenDate,
    Paragraphs,
    Phone,
    Since,
    Summary,
    Url,
    When,
    Whole,
)
from ..model.texts import Longest

Schema = dict[str, Any]
ANY_TEXT = ["string", "number", "boolean"]
# a numeral, western or Chinese: whether the whole is a date or a figure is for the reader to say
_NUMERAL = "[0-9０-９〇零一二两三四五六七八九十百千万亿半]"


def _longest(kind: object) -> int:
    checks = (getattr(one, "func", None) for one in getattr(kind, "__metadata__", ()))
    return next(check.characters for check in checks if isinstance(check, Longest))


def _line(kind: object) -> Schema:
    return {
        "type": ANY_TEXT,
        "maxLength": _longest(kind),
        "pattern": r"^\s*[^\s]([^\n]*[^\s])?\s*$",
        "patternErrorMessage": hint("line"),
        "errorMessage": hint("text"),
    }


def _words(words: frozenset[str] | set[str]) -> str:
    return "|".join(any_case(word) for word in sorted(words))


def any_case(word: str) -> str:
    """A pattern for a word in any case, with ``-``, ``_`` or a blank between its parts.

    JavaScript and Python agree on no other way to say so.
    """
    letters = []
    for letter in word:
        if letter == "_":
            letters.append("[-_ ]")
        elif letter.isascii() and letter.isalpha():
            letters.append(f"[{letter.upper()}{letter.lower()}]")
        else:
            letters.append(letter)
    return "".join(letters)


_DATE: Schema = {
    "type": ["string", "number"],
    "pattern": _NUMERAL,
    "patternErrorMessage": hint("date"),
    "errorMessage": hint("date"),
}
_FROM_TO: Schema = {
    "type": "object",
    "properties": dict.fromkeys(("from", "to", "从", "到"), _DATE),
    "allOf": [
        {
            "anyOf": [{"required": [word], "errorMessage": hint("period")} for word in either],
        }
        for either in (("from", "从"), ("to", "到"))
    ],
    "additionalProperties": False,
    "errorMessage": hint("period"),
}
_ID: Schema = {
    "type": ["string", "integer", "boolean"],
    "pattern": f"^{ID_PATTERN}$",
    "minimum": 0,
    "patternErrorMessage": hint("id"),
    "errorMessage": hint("id"),
}
_NAMES: Schema = {
    "anyOf": [_line(Name), {"type": "array", "items": _line(Name)}],
}

_KINDS: tuple[tuple[object, Schema], ...] = (
    (Line, _line(Line)),
    (Name, _line(Name)),
    (Summary, _line(Summary)),
    (
        Paragraphs,
        {
            "type": ANY_TEXT,
            "maxLength": _longest(Paragraphs),
            "pattern": r"\S",
            "patternErrorMessage": hint("paragraphs"),
            "errorMessage": hint("text"),
        },
    ),
    (Id, _ID),
    (
        Colour,
        {
            "type": "string",
            "pattern": "^#[0-9A-Fa-f]{6}$",
            "patternErrorMessage": hint("colour"),
            "errorMessage": hint("colour"),
        },
    ),
    (
        Url,
        {
            "type": "string",
            "pattern": r"^\s*([Hh][Tt][Tt][Pp][Ss]?://[^\s/]\S*|([Mm][Aa][Ii][Ll][Tt][Oo]|[Tt][Ee][Ll]):\S+)\s*$",
            "patternErrorMessage": hint("url"),
            "errorMessage": hint("url"),
        },
    ),
    (
        Flag,
        {
            "type": ["boolean", "string"],
            "pattern": rf"^\s*({_words(YES | NO)})\s*$",
            "patternErrorMessage": hint("flag"),
            "errorMessage": hint("flag"),
        },
    ),
    (
        Decimal,
        {
            "type": ["number", "string"],
            "pattern": r"^\s*[+-]?[0-9]{1,9}(\.[0-9]{1,12})?\s*$",
            "patternErrorMessage": hint("number"),
            "errorMessage": hint("number"),
        },
    ),
    (
        Whole,
        {
            "type": ["integer", "string"],
            "pattern": r"^\s*[0-9]{1,6}\s*$",
            "minimum": 0,
            "maximum": 999_999,
            "patternErrorMessage": hint("number"),
            "errorMessage": hint("number"),
        },
    ),
    (Phone, _line(Phone)),
    (Email, _line(Email)),
    (Date, _DATE),
    (OpenDate, _DATE),
    (Since, _DATE),
    (
        Phone,
        {
            "type": ["string", "integer"],
            "maxLength": _longest(Phone),
            "pattern": "([0-9０-９][^0-9０-９]*){3}",
            "patternErrorMessage": hint("phone"),
            "errorMessage": hint("phone"),
        },
    ),
    (
        Email,
        {
            "type": "string",
            "maxLength": _longest(Email),
            "pattern": r"^\s*[^\s@]+[@＠][^\s@]+\s*$",
            "patternErrorMessage": hint("email"),
            "errorMessage": hint("email"),
        },
    ),
    (OpenDate, _DATE),
    (Since, _DATE),
    (When, {"anyOf": [_DATE, _FROM_TO]}),
    (
        Amount,
        {
            "type": ["string", "number"],
            "pattern": _NUMERAL,
            "patternErrorMessage": hint("amount"),
            "errorMessage": hint("amount"),
        },
    ),
    (Names, _NAMES),
)


def of_kind(kind: object) -> Schema | None:
    """The schema of one of the kinds of `model.fields`; none for what is no single value."""
    return next((dict(schema) for known, schema in _KINDS if known == kind), None)


def of_choice(choice: type[Choice]) -> Schema:
    """The schema of a fixed list: its Chinese words and their English forms, in any case."""
    told = hint("choice", choices="、".join(one.value for one in choice))
    words = {one.value: one.name for one in choice} | {one.name: one.value for one in choice}
    others = "|".join(any_case(one.name) for one in choice)
    # an editor offers examples; the list proper stands where other spellings of its words can pass beside it
    return {
        "type": "string",
        "examples": [one.value for one in choice],
        "if": {"type": "string", "pattern": rf"^\s*({'|'.join(words)}|{others})\s*$"},
        "else": {
            "enum": list(words),
            "enumDescriptions": list(words.values()),
            "errorMessage": told,
        },
        "errorMessage": told,
    }


def nullable(schema: Mapping[str, Any]) -> Schema:
    """The same, or nothing at all: a key that is left empty is as good as absent."""
    kinds = schema.get("type")
    if kinds is None:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    several = kinds if isinstance(kinds, list) else [kinds]
    allowed = {**schema, "type": [*several, "null"]}
    if "if" in schema:
        allowed["if"] = {**schema["if"], "type": ["string", "null"]}
    return allowed
