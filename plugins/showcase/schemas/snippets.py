"""Completion of a whole item: an activity, a figure, a photograph, ready to be typed over."""

from __future__ import annotations

from typing import Any

from ..model import Base, Choice, Part
from ..model.usual import USUAL
from .field import Field, fields_of

_TITLES = {
    "Statement": "一条记载",
    "Stat": "一个数字",
    "Honour": "一项荣誉",
    "Activity": "一次活动",
    "Assessment": "一份对照",
    "Answer": "一条对照",
    "Note": "一条编注",
    "Photo": "一张照片",
    "ExternalLink": "一个链接",
    "Source": "一份资料",
    "Term": "一条术语",
    "Word": "一个词",
    "OfficialForm": "一个规范名称",
    "Criterion": "一个条目",
    "Group": "一组条目",
}
_OF_A_BASE = ("schema", "name", "kind", "city", "status")


def snippets(model: type[Part]) -> list[dict[str, Any]]:
    """The snippets for a mapping: its usual fields, those with a fixed list offering it."""
    title = "一个基地" if model is Base else _TITLES.get(model.__name__)
    if title is None:
        return []
    keys = _OF_A_BASE if model is Base else USUAL[model]
    known = {field.key: field for field in fields_of(model)}
    chosen = [known[key] for key in keys]
    body: dict[str, str] = {}
    for field in chosen:
        if (gap := _gap(field, len(body) + 1)) is not None:
            body[field.key] = gap
    shown = "、".join(known[key].title for key in body)
    return [{"label": title, "description": shown, "body": body}]


def _gap(field: Field, number: int) -> str | None:
    choice = _choice_of(field)
    if choice is not None:
        words = [field.default] if isinstance(field.default, str) else []
        words += [one.value for one in choice if one.value not in words]
        return f"${{{number}|{','.join(words)}|}}"
    example = field.example
    if not example:
        return None
    if example.startswith("["):
        return f"[${{{number}:{example[1:-1]}}}]"
    return f"${{{number}:{example}}}"


def _choice_of(field: Field) -> type[Choice] | None:
    waiting = [field.hint]
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, Choice):
            return one
        waiting += getattr(one, "__args__", ())
        waiting += [one.__origin__] if hasattr(one, "__metadata__") else []
    return None
