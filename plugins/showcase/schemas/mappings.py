"""The schemas of mappings: every key in English and in Chinese, what must be there, and nothing else."""

from __future__ import annotations

import types
import typing
from functools import partial
from typing import Any

from ..messages.editor import hint
from ..model import Choice, Part
from ..model.fields import Name, Names
from .field import Field, fields_of
from .snippets import snippets
from .values import Schema, nullable, of_choice, of_kind


def definitions(model: type[Part]) -> dict[str, Schema]:
    """The schema of a mapping and of everything below it, by name; fields are named ``Activity.date``."""
    found: dict[str, Schema] = {}
    _define(model, found)
    return found


def _reference(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _define(model: type[Part], found: dict[str, Schema]) -> None:
    name = model.__name__
    if name in found:
        return
    fields = fields_of(model)
    # entered first, for a mapping that holds its own kind
    found[name] = {}
    properties: Schema = {}
    for field in fields:
        properties[field.key] = properties[field.title] = _reference(f"{name}.{field.key}")
    known = "、".join(field.title for field in fields)
    found[name] = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "allOf": [_needed(field) for field in fields if field.needed],
        "dependencies": {
            field.title: {
                "properties": {field.key: False},
                "errorMessage": hint("twice", key=field.key, title=field.title),
            }
            for field in fields
            if field.title != field.key
        },
        "defaultSnippets": snippets(model),
        "errorMessage": hint("mapping", keys=known),
    }
    found[name] = {key: value for key, value in found[name].items() if value != []}
    for field in fields:
        found[f"{name}.{field.key}"] = _described(field, found)


def _needed(field: Field) -> Schema:
    told = hint("needed", key=field.key, title=field.title)
    either = dict.fromkeys((field.key, field.title))
    return {"anyOf": [{"required": [word], "errorMessage": told} for word in either]}


def _described(field: Field, found: dict[str, Schema]) -> Schema:
    schema = _value(field.hint, found)
    if not field.needed:
        schema = nullable(schema) if schema.keys() & {"type", "anyOf"} else _or_nothing(schema)
    elif "$ref" in schema:
        # beside a reference, draft 07 reads nothing else
        schema = {"allOf": [schema]}
    shown = {
        "title": field.title,
        "description": field.summary,
        "markdownDescription": field.markdown,
        "examples": list(field.examples),
        "default": field.default,
    }
    return {key: value for key, value in shown.items() if value not in (None, [])} | schema


def _or_nothing(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _value(hinted: Any, found: dict[str, Schema]) -> Schema:
    """The schema of whatever a field's type says."""
    single = of_kind(hinted)
    if single is not None:
        return single
    origin, inner = typing.get_origin(hinted), typing.get_args(hinted)
    value = partial(_value, found=found)
    if origin is typing.Annotated:
        return _annotated(inner[0], inner[1:], found)
    if origin in (typing.Union, types.UnionType):
        return value(next(one for one in inner if one is not types.NoneType))
    if origin is tuple:
        told = hint("list")
        return {"type": "array", "items": value(inner[0]), "errorMessage": told}
    if origin is dict:
        names, below = of_kind(inner[0]) or {}, value(inner[1])
        kept = {key: one for key, one in names.items() if key not in ("type", "minimum")}
        # a key that is left empty is as good as absent, here too
        return {
            "type": "object",
            "propertyNames": kept,
            "additionalProperties": _or_nothing(below),
            "errorMessage": hint("mapping", keys="编号"),
        }
    if isinstance(hinted, type) and issubclass(hinted, Choice):
        return of_choice(hinted)
    if isinstance(hinted, type) and issubclass(hinted, Part):
        _define(hinted, found)
        return _reference(hinted.__name__)
    raise TypeError(f"no schema for {hinted!r}")


def _annotated(inner: Any, notes: tuple[Any, ...], found: dict[str, Schema]) -> Schema:
    """A fixed list, or a mapping with a short form: then what stands before it turns a text into one."""
    long = _value(inner, found)
    if not (isinstance(inner, type) and issubclass(inner, Part)):
        return long
    shortened = next(note.func for note in notes if hasattr(note, "func"))
    (key,) = shortened("x")
    short = next(field for field in fields_of(inner) if field.key == key)
    # where the long form takes several, the short one still takes a single text
    plain = _value(Name if short.hint == Names else short.hint, found)
    return {"anyOf": [plain, long]}
