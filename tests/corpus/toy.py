"""The toy schema of the fragments, made of the model's own field kinds.

A fragment is a line or two out of a file, so what may stand in it depends on it: `date` alone is a date,
but `date` at the margin under a list of activities has lost its indentation and is unknown there.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from typing import Annotated, Any

from pydantic import Field, create_model

from showcase.model import Activity, Base, Part, Photo, Stat, Status
from showcase.model.base import Contact
from showcase.model.fields import Flag, Line, Name, Names, Paragraphs, choice

_BARE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad“”\"'‘’\s　 \-]")
_KEY = re.compile(r"([A-Za-z_0-9一-鿿<]+)[：:=]")
_YAML_WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "<<"}
_CONTAINERS = {"contact", "activities", "tags", "six", "联系", "活动"}


class ToyContact(Part):
    """How to reach it."""

    address: Line | None = Field(None, title="地址")
    person: Line | None = Field(None, title="联系人")
    phone: Line | None = Field(None, title="电话")


class ToyActivity(Part):
    """Something that took place."""

    title: Line = Field(title="标题")
    date: Any = Field(None, title="日期")
    place: Line | None = Field(None, title="地点")
    summary: Line | None = Field(None, title="简介")
    photos: tuple[Line, ...] = Field((), title="照片")


def _like(model: type[Part], key: str, title: str = "", **more: Any) -> tuple[Any, Any]:
    """A field of the same kind as one of the model, left out or not."""
    info = model.model_fields[key]
    annotation: Any = info.annotation
    for extra in info.metadata:
        annotation = Annotated[annotation, extra]
    return _field(annotation, title or info.title or key, **more)


def _field(annotation: Any, title: str, default: Any = None) -> tuple[Any, Any]:
    return (annotation if default is ... else annotation | None, Field(default, title=title))


_ACTIVITY: Any = create_model("_ToyActivity", __base__=ToyActivity, date=_like(Activity, "date"))
_CONTACT: Any = create_model(
    "_ToyContact", __base__=ToyContact,
    address=_like(Contact, "address"), phone=_like(Contact, "phone"),
)  # fmt: skip

_ALWAYS: dict[str, tuple[Any, Any]] = {
    "name": _like(Base, "name"),
    "city": _like(Base, "city"),
    "level": _like(Base, "level"),
    "tags": _field(Names, "标签", ()),
    "slogan": _like(Base, "slogan"),
    "summary": _field(Paragraphs, "摘要"),
    "topic": _like(Stat, "topic"),
    "title": _field(Line, "标题"),
    "note": _field(Line, "备注"),
    "photo": _like(Photo, "file", "照片"),
    "contact": _field(_CONTACT, "联系"),
    "activities": _field(tuple[_ACTIVITY, ...], "活动", ()),
    "six": _field(dict[Name, Annotated[Status, *choice(Status)]], "六有", {}),
}
_FLAT: dict[str, tuple[Any, Any]] = {
    "date": _like(Activity, "date"),
    "time": _field(Line, "时间"),
    "phone": _like(Contact, "phone"),
    "count": _like(Stat, "value", "人数"),
    "amount": _like(Stat, "value", "金额"),
    "rate": _like(Stat, "value", "比例"),
    "open": _field(Flag, "开放"),
    **{
        key: _field(Line, title)
        for key, title in (
            ("ratio", "比"), ("score", "比分"), ("code", "代码"), ("area_code", "区号"),
            ("postcode", "邮编"), ("ver", "版本"),
        )
    },
}  # fmt: skip


def key_of(line: str) -> str:
    """The key that a line means, however it is dressed up; empty where there is none."""
    plain = _BARE.sub("", unicodedata.normalize("NFKC", line))
    found = _KEY.match(plain)
    return found[1] if found else ""


def model_for(text: str) -> type[Part]:
    """What a fragment may hold."""
    lines = [line for line in re.split(r"\r\n|\n|\r", text) if line.strip()]
    keys = [key_of(line) for line in lines]
    fields = dict(_ALWAYS)
    if "name" in keys or "名称" in keys:
        fields["name"] = _like(Base, "name", default=...)
    if not _CONTAINERS & set(keys):
        fields |= _FLAT
        only = _unfamiliar(lines[0], fields) if len(lines) == 1 else ""
        if only:
            fields[only] = _field(Line, only)
    if keys and keys[0].isdigit():
        # a year as a key: whatever it holds
        fields[keys[0]] = _field(Names, keys[0], ())
    given: Any = fields
    return create_model("Toy", __base__=Part, **given)


def _unfamiliar(line: str, fields: dict[str, Any]) -> str:
    """The key of a line that the toy does not know, and that is nobody's slip."""
    found = re.match(r"([a-z][a-z0-9_]*)\s*[:：=]", line)
    key = found[1] if found else ""
    if not key or key in fields or key in _YAML_WORDS:
        return ""
    return "" if difflib.get_close_matches(key, fields, n=1, cutoff=0.6) else key
