"""The ledger of what was published: what the public pages said when the site was last handed out.

Kept beside the bases as `_published.json` and committed with them. It holds nothing but what the public
pages state, in one line a value, so that two ledgers can be compared by eye. No clock writes into it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from .diagnostics import Diagnostic, Level, Place
from .model import Base

FILE = "_published.json"
FORMAT = 1
KINDS = ("bases", "standards", "sources", "terms", "site", "content")
"""The kinds of thing that pages are made of, in the order in which they are told."""
_BASE_LINE = re.compile(r'^ {4}"(?P<id>[a-z0-9-]+)": \{$')
_DIGEST_LENGTH = 24


@dataclass(frozen=True, slots=True)
class Tick:
    """How a base stood to one criterion: the judged mark, what it rested on, and what was added to it.

    `evidence` maps the anchor of each piece on the page (or its own words) to how it reads there.
    """

    mark: str
    evidence: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph as published: the digest of its original, and the words beside it."""

    sha256: str
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the public pages state of one thing.

    `fields` maps the way to a value in the reader's words, ``数据 第1条·数值``, to its text as shown;
    `ticks` are named ``three-haves·有场地``; `photos` by the name under which they are published.
    """

    name: str
    fields: Mapping[str, str] = field(default_factory=dict)
    ticks: Mapping[str, Tick] = field(default_factory=dict)
    photos: Mapping[str, Picture] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Published:
    """All that the public site states: things by kind and id, and the title at every address."""

    things: Mapping[str, Mapping[str, Snapshot]] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)

    def of(self, kind: str) -> Mapping[str, Snapshot]:
        """The things of one kind, by id."""
        return self.things.get(kind, {})


@dataclass(frozen=True, slots=True)
class Ledger:
    """The file: what was published, what was withdrawn since, and which text a reviewer has seen.

    `reviewed` maps a digest of an id to the digest of the text reviewed, so that the ids of drafts do not
    stand in it. `lines` says where in the file each base begins.
    """

    published: Published = Published()
    withdrawn: frozenset[str] = frozenset()
    reviewed: Mapping[str, str] = field(default_factory=dict)
    on: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def ever(self) -> bool:
        """Whether anything was published at all."""
        return bool(self.published.pages)

    def without(self, identity: str, name: str) -> Ledger:
        """The same after a base was withdrawn: its id is kept, nothing that it said is, nor its name."""
        things = {
            kind: {
                one: replace(told, fields=_unnamed(told.fields, name))
                for one, told in several.items()
                if (kind, one) != ("bases", identity)
            }
            for kind, several in self.published.things.items()
        }
        pages = {
            path: title
            for path, title in self.published.pages.items()
            if not path.startswith(f"bases/{identity}/")
        }
        return replace(
            self,
            published=Published(things, pages),
            withdrawn=self.withdrawn | {identity},
            reviewed={key: one for key, one in self.reviewed.items() if key != key_of(identity)},
        )

    def without_photo(self, identity: str, name: str) -> Ledger:
        """The same after one photograph of a base, by its public name, was withdrawn."""
        bases = dict(self.published.of("bases"))
        if identity in bases:
            kept = {key: one for key, one in bases[identity].photos.items() if key != name}
            bases[identity] = replace(bases[identity], photos=kept)
        things = {**self.published.things, "bases": bases}
        return replace(
            self,
            published=replace(self.published, things=things),
            withdrawn=self.withdrawn | {f"{identity}/{name}"},
        )


def _unnamed(fields: Mapping[str, str], name: str) -> Mapping[str, str]:
    """Fields without those that are a base's name, alone or in a list of names."""
    kept = {}
    for path, text in fields.items():
        names = text.split("、")
        rest = [one for one in names if one != name]
        if name and len(rest) < len(names):
            text = "、".join(rest)
        if text:
            kept[path] = text
    return kept


def key_of(identity: str) -> str:
    """Under which key a base's review is kept."""
    return hashlib.sha256(identity.encode()).hexdigest()[:_DIGEST_LENGTH]


def text_digest(base: Base) -> str:
    """A digest of all that a base's file says, but for its status, its review and its date of change."""
    said = base.model_dump_json(
        exclude={"status", "reviewed", "updated"}, exclude_defaults=True, by_alias=True
    )
    return hashlib.sha256(said.encode()).hexdigest()[:_DIGEST_LENGTH]


def dump(ledger: Ledger) -> str:
    """The file's text: keys sorted, one value a line, the same for the same content everywhere."""
    data: dict[str, Any] = {
        "format": FORMAT,
        "pages": dict(ledger.published.pages),
        "reviewed": dict(ledger.reviewed),
        "withdrawn": sorted(ledger.withdrawn),
        **{
            kind: {one: _plain(told) for one, told in ledger.published.of(kind).items()}
            for kind in KINDS
        },
    }
    if ledger.on:
        data["on"] = ledger.on
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def parse(text: str, file: str) -> tuple[Ledger | None, tuple[Diagnostic, ...]]:
    """Read the file strictly: whatever `dump` would not write makes it damaged."""
    try:
        data = json.loads(text)
        ledger = _ledger(data)
        if json.loads(dump(ledger)) != data:
            return None, (_damaged(file, 1),)
    except json.JSONDecodeError as fault:
        return None, (_damaged(file, fault.lineno),)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        return None, (_damaged(file, 1),)
    return replace(ledger, lines=_lines(text)), ()


def _damaged(file: str, line: int) -> Diagnostic:
    return Diagnostic("ledger-damaged", Level.ERROR, Place(file, line))


def _lines(text: str) -> Mapping[str, int]:
    found: dict[str, int] = {}
    within = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith('  "'):
            within = line.startswith('  "bases"')
        elif within and (base := _BASE_LINE.match(line)):
            found[base["id"]] = number
    return found


def _plain(told: Snapshot) -> dict[str, Any]:
    plain: dict[str, Any] = {"name": told.name, "fields": dict(told.fields)}
    if told.ticks:
        plain["ticks"] = {
            name: _spare({"mark": one.mark, "evidence": dict(one.evidence), "note": one.note})
            for name, one in told.ticks.items()
        }
    if told.photos:
        plain["photos"] = {
            name: {
                "sha256": one.sha256,
                **_spare({"alt": one.alt, "caption": one.caption, "credit": one.credit}),
            }
            for name, one in told.photos.items()
        }
    return plain


def _spare(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _ledger(data: Any) -> Ledger:
    if data["format"] != FORMAT:
        raise ValueError(data["format"])
    things = {kind: {one: _snapshot(told) for one, told in data[kind].items()} for kind in KINDS}
    return Ledger(
        Published(things, _texts(data["pages"])),
        frozenset(_text(one) for one in data["withdrawn"]),
        _texts(data["reviewed"]),
        _text(data.get("on", "")),
    )


def _snapshot(told: Any) -> Snapshot:
    ticks = {
        name: Tick(
            _text(one["mark"]),
            _texts(one.get("evidence", {})),
            _text(one.get("note", "")),
        )
        for name, one in told.get("ticks", {}).items()
    }
    photos = {name: Picture(**_texts(one)) for name, one in told.get("photos", {}).items()}
    return Snapshot(_text(told["name"]), _texts(told["fields"]), ticks, photos)


def _texts(values: Any) -> dict[str, str]:
    return {_text(key): _text(value) for key, value in values.items()}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
