"""The field reference: what staff may write, told from the model itself."""

from __future__ import annotations

import types
import typing

from pydantic.fields import FieldInfo

from ..model import Base, Choice, Glossary, Part, Site, SourceList, Standard, WordList
from .pages import FieldRow, FieldSection, FieldsView
from .parts import Link

FILES: tuple[tuple[type[Part], str], ...] = (
    (Base, "一个基地：bases/编号.yml"),
    (Standard, "一套标准：bases/_standards/编号.yml"),
    (SourceList, "资料来源：bases/_sources.yml"),
    (Glossary, "术语表：bases/_terms.yml"),
    (Site, "网站本身：bases/_site.yml"),
    (WordList, "单位自己的用词表：bases/_words.yml（可以没有）"),
)


def fields() -> FieldsView:
    """Every field of every mapping of every file."""
    sections: dict[type[Part], FieldSection] = {}
    for model, title in FILES:
        _describe(model, title, sections)
    return FieldsView(
        "填写说明",
        "键可以写英文，也可以写中文；列表里的值也是。打星号的必须写，其余没有就不写。",
        tuple(sections.values()),
    )


def _describe(model: type[Part], title: str, sections: dict[type[Part], FieldSection]) -> None:
    rows = tuple(_row(model, key, info) for key, info in model.model_fields.items())
    sections[model] = FieldSection(anchor_of(model), title, rows)
    for info in model.model_fields.values():
        below = part_below(info.annotation)
        if below is not None and below not in sections:
            _describe(below, info.title or below.__name__, sections)


def _row(model: type[Part], key: str, info: FieldInfo) -> FieldRow:
    below = part_below(info.annotation)
    written = info.alias or key
    return FieldRow(
        f"{anchor_of(model)}-{written}",
        written,
        info.title or written,
        info.description or "",
        _example(info),
        info.is_required(),
        choices_below(info.annotation),
        Link("写法", f"#{anchor_of(below)}") if below else None,
    )


def anchor_of(model: type[Part]) -> str:
    """Where a mapping stands on the page."""
    return f"part-{model.__name__.lower()}"


def _example(info: FieldInfo) -> str:
    first = (info.examples or [""])[0]
    if isinstance(first, list):
        return "、".join(map(str, first))
    return "" if isinstance(first, dict) else str(first)


def part_below(annotation: object) -> type[Part] | None:
    """The mapping that a field holds, alone or in a list."""
    return next((one for one in _inside(annotation) if issubclass(one, Part)), None)


def choices_below(annotation: object) -> tuple[str, ...]:
    """The fixed list that a field's value comes from."""
    found = next((one for one in _inside(annotation) if issubclass(one, Choice)), None)
    return tuple(member.value for member in found) if found else ()


def _inside(annotation: object) -> typing.Iterator[type]:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from _inside(inner)
