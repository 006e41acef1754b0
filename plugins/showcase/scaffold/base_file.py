"""A new base's file, made from the model: what was answered stands open, the rest as comments."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from typing import Any

from ..model import Base, Part
from ..model.fields import Names, Paragraphs
from ..model.usual import USUAL
from ..rules.schema_version import CURRENT
from ..schemas import FOLDER
from ..schemas.field import Field, fields_of
from .writing import Written, any_written, written, written_list

_HEAD = f"# yaml-language-server: $schema=../{FOLDER}/base.json"
_STATUS = "status: 草稿  # 写好了删掉这一行，就会发布"
_HOW = (
    "# 下面是备好的样子，要用哪一行，就把行首的井号和空格一起删掉",
    "# 每一条记载、数据、荣誉、活动都要写来源（source），来源先登记在 _sources.yml 里",
)
_INDENT = "  "


def scaffold(answers: Mapping[str, Written]) -> str:
    """The text of a file that already passes the check, as a draft. Answers go by the English keys."""
    lines = [_HEAD, f"schema: {CURRENT}"]
    left: list[Field] = []
    for field in fields_of(Base):
        if answer := answers.get(field.key):
            lines.append(f"{field.key}: {any_written(answer)}")
        elif field.key not in ("schema", "status"):
            left.append(field)
    lines += [_STATUS, *_HOW]
    lines += [f"# {line}" for field in left for line in _shown(field)]
    return "\n".join(lines) + "\n"


def _shown(field: Field) -> Iterator[str]:
    """A field as it would be written, with its help behind it."""
    told = f"  # {field.title}：{field.help}"
    if field.hint == Paragraphs | None:
        yield f"{field.key}: |{told}"
        yield f"{_INDENT}{field.example}"
        return
    part, listed, named = _below(field.hint)
    if part is None or field.example:
        yield f"{field.key}: {_example(field)}{told}"
        return
    yield f"{field.key}:{told}"
    lines = list(_item(part))
    if named:
        yield f"{_INDENT}{named}:"
        yield from (f"{_INDENT * 2}{line}" for line in lines)
    elif listed:
        yield f"{_INDENT}- {lines[0]}"
        yield from (f"{_INDENT * 2}{line}" for line in lines[1:])
    else:
        yield from (f"{_INDENT}{line}" for line in lines)


def _item(part: type[Part]) -> Iterator[str]:
    known = {field.key: field for field in fields_of(part)}
    for key in USUAL[part]:
        yield from _shown(known[key])


def _example(field: Field) -> str:
    first = field.examples[0]
    if not isinstance(first, list):
        return written(str(first))
    return written(first[0]) if field.hint == Names else written_list(first)


def _below(hint: Any) -> tuple[type[Part] | None, bool, str]:
    """The mapping in a field's type, whether in a list, and under what name in a free mapping."""
    if isinstance(hint, type) and issubclass(hint, Part):
        return hint, False, ""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return _below(inner[0])[0], True, ""
    if origin is dict:
        part = _below(inner[1])[0]
        return part, False, "six-haves" if part else ""
    for one in inner:
        if (found := _below(one))[0] is not None:
            return found
    return None, False, ""
