"""The columns of each sheet, read off the content model: headings are the fields' titles, comments their help."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import Any

from ..model import Answer, Base, Choice, Evidence, Part, PartialDate, Period, Quantity, Source
from ..model.fields import Email, Flag, Id, Paragraphs, Phone, Url
from ..model.shape import Shape, shape_of
from ..model.usual import USUAL
from ..schemas.field import Field, fields_of

KEY = "行标"
"""The heading of the column that ties a row to its item."""
NAME = "基地名称"
STANDARD_NAME = "标准名称"
OWNER, STANDARD, IDENTITY = "基地", "标准", "编号"


class Kind(Enum):
    """What a column's cells hold."""

    TEXT = auto()
    LONG = auto()
    DATE = auto()
    FIGURE = auto()
    NUMBER = auto()
    PHONE = auto()
    LATIN = auto()
    FLAG = auto()
    CHOICE = auto()
    NAMES = auto()
    EVIDENCE = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `path` leads by English keys from the row's item to the value.

    `refers` says of what the value is the id: ``base``, ``source``, ``standard``, ``criterion`` or nothing.
    A column without a path belongs to the row itself: its key, its base, or a name shown for convenience.
    `read` is false for what is only shown. `shape` is that of the value in the model.
    """

    path: tuple[str, ...]
    title: str
    help: str
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    refers: str = ""
    needed: bool = False
    read: bool = True
    shape: Shape | None = None


_REFERS = {
    "source": "source",
    "part_of": "base",
    "related_standards": "standard",
    "criterion": "criterion",
}
"""Of what a field with such a key holds the id; the model keeps ids as ids alike."""
_LATIN: tuple[Any, ...] = (Id, Url, Email)
_INNER: dict[type[Part], Kind] = {Evidence: Kind.EVIDENCE}


@cache
def columns_of(model: type[Part], before: str = "") -> tuple[Column, ...]:
    """The columns of a model: its plain fields, and those of the mappings below it; lists of mappings
    have sheets of their own, or stay in the files. What people tell first comes first."""
    usual = USUAL.get(model, ())
    fields = sorted(
        enumerate(fields_of(model)),
        key=lambda item: usual.index(item[1].key) if item[1].key in usual else 99 + item[0],
    )
    shape = shape_of(model)
    return tuple(
        one
        for _, field in fields
        for one in _columns(field, shape.below(field.key), before)
        if field.key != "schema"
    )


def _columns(field: Field, shape: Shape | None, before: str) -> Iterator[Column]:
    hint = _bare(field.hint)
    title = f"{before}{field.title}"
    if isinstance(hint, type) and issubclass(hint, Part):
        for inner in columns_of(hint, f"{title}·"):
            yield Column(
                (field.key, *inner.path), inner.title, inner.help, inner.kind, inner.choices,
                inner.refers, inner.needed and field.needed, True, inner.shape,
            )  # fmt: skip
        return
    kind = _kind(field.hint, hint)
    if kind is not None:
        choices = tuple(one.value for one in hint) if kind is Kind.CHOICE else ()
        help_ = (
            f"{field.summary}一行一个。" if kind in (Kind.NAMES, Kind.EVIDENCE) else field.summary
        )
        refers = _REFERS.get(field.key, "")
        yield Column((field.key,), title, help_, kind, choices, refers, field.needed, True, shape)


def _kind(hint: Any, bare: Any) -> Kind | None:
    """What cells of a type hold; None for what is no column."""
    plain = _without_none(hint)
    if typing.get_origin(bare) is tuple:
        inner = _bare(typing.get_args(bare)[0])
        if isinstance(inner, type) and issubclass(inner, Part):
            return _INNER.get(inner)
        return Kind.NAMES
    if typing.get_origin(bare) is dict:
        return None
    for known, kind in ((Paragraphs, Kind.LONG), (Phone, Kind.PHONE), (Flag, Kind.FLAG)):
        if plain == known:
            return kind
    if plain in _LATIN:
        return Kind.LATIN
    if isinstance(bare, type):
        for base, kind in (
            (Choice, Kind.CHOICE), (PartialDate, Kind.DATE), (Period, Kind.DATE),
            (Quantity, Kind.FIGURE), (float, Kind.NUMBER), (int, Kind.NUMBER),
        ):  # fmt: skip
            if issubclass(bare, base):
                return kind
    return Kind.TEXT


def _without_none(hint: Any) -> Any:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return next(one for one in typing.get_args(hint) if one is not type(None))
    return hint


def _bare(hint: Any) -> Any:
    hint = _without_none(hint)
    return _bare(typing.get_args(hint)[0]) if typing.get_origin(hint) is typing.Annotated else hint


def _own(title: str, help_: str, refers: str = "", *, read: bool = True) -> Column:
    return Column((), title, help_, Kind.LATIN, refers=refers, needed=read, read=read)


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """A sheet: its name, what a row of it is, the list or mapping that its rows stand in, its columns."""

    name: str
    about: str
    model: type[Part]
    within: str
    columns: tuple[Column, ...]

    def column(self, title: str) -> Column | None:
        """The column under a heading."""
        return next((one for one in self.columns if one.title == title), None)

    @property
    def fields(self) -> tuple[Column, ...]:
        """The columns that hold values of the model."""
        return tuple(one for one in self.columns if one.path)


def _plan(about: str, within: str, own: tuple[Column, ...], columns: tuple[Column, ...]) -> Plan:
    field = next(one for one in fields_of(Base) if one.key == within)
    model = _bare(typing.get_args(_bare(field.hint))[-1 if within == "standards" else 0])
    return Plan(field.title, about, model, within, (_KEY, *own, *columns))


_KEY = _own(KEY, "程序用来认出这一行原来是哪一条；不要改，新加的行空着。", read=False)
_OWNER = (
    _own(OWNER, "基地的编号，从列表里选；也可以写全名。", "base"),
    _own(NAME, "给人看的，不用填，填了也不读。", read=False),
)
_ANSWERED = (
    *_OWNER,
    _own(STANDARD, "标准的编号，从列表里选；也可以写全名。", "standard"),
    _own(STANDARD_NAME, "给人看的，不用填，填了也不读。", read=False),
)


def _items(within: str) -> tuple[Column, ...]:
    field = next(one for one in fields_of(Base) if one.key == within)
    return columns_of(_bare(typing.get_args(_bare(field.hint))[0]))


ANSWERS = "answers"
"""The key below an assessment under which its answers stand."""


def _assessed() -> tuple[Column, ...]:
    field = next(one for one in fields_of(Base) if one.key == "standards")
    model = _bare(typing.get_args(_bare(field.hint))[1])
    title = next(one.title for one in fields_of(model) if one.key == ANSWERS)
    answers = columns_of(Answer, f"{title}·")
    inner = tuple(
        Column(
            (ANSWERS, *one.path), one.title, one.help, one.kind, one.choices, one.refers,
            one.needed, True, one.shape,
        )
        for one in answers
    )  # fmt: skip
    return (*inner, *columns_of(model))


BASES = Plan(
    "基地", "一行一个基地。记载、荣誉、编注、图片、链接不在这里，在各自的文件里改。", Base, "",
    (_KEY, _own(IDENTITY, "就是文件名，也是网址。新基地自己起一个：小写字母、数字、连字符。"), *columns_of(Base)),
)  # fmt: skip
STATS = _plan("一行一个有来源的数字。", "stats", _OWNER, _items("stats"))
ACTIVITIES = _plan("一行一次活动。", "activities", _OWNER, _items("activities"))
STANDARDS = _plan(
    "写着条目的行是一条对照；没有条目的行说这套标准从哪里来。情况空着的条目就是未对照。",
    "standards", _ANSWERED, _assessed(),
)  # fmt: skip
SOURCES = Plan(
    "来源", "一行一份资料。别处的“来源”一列写这里的编号。", Source, "sources",
    (_KEY, _own(IDENTITY, "别处引用时写的编号：小写字母、数字、连字符。"), *columns_of(Source)),
)  # fmt: skip
PLANS = (BASES, STATS, ACTIVITIES, STANDARDS, SOURCES)
"""The sheets, in their order."""
