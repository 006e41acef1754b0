"""What the public site states, taken down flat: the way to each value in Chinese, and its text as shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .. import addresses
from ..catalogue import Catalogue, withheld_photos
from ..judgement import Thing, judge
from ..ledger import Picture, Published, Snapshot, Tick
from ..model import Activity, Base, Evidence, Honour, Part, Period, Photo, Quantity, Stat, Statement
from ..model.dates import PartialDate
from ..reading.binding import Record
from ..views.wording import sentence_of

UNSHOWN: Mapping[str, frozenset[str]] = {
    # what serves only to find or sort a base, what its file says of itself, and what is taken down otherwise
    "Base": frozenset(
        ("name", "photos", "format", "aliases", "pinyin", "coordinates", "status", "reviewed")
    ),
    "Activity": frozenset(("photos",)),
    "Assessment": frozenset(("answers",)),
    "Standard": frozenset(("format", "name")),
    "Site": frozenset(("format", "name")),
    "Source": frozenset(("short",)),
    "Term": frozenset(("term",)),
}
"""Fields that no page states as such, or that a snapshot holds elsewhere."""
EVERYWHERE_UNSHOWN = frozenset(("id",))
Digests = Mapping[str, Mapping[str, str]]
"""The SHA-256 of each photograph's original, by base and file name."""


def published_of(
    catalogue: Catalogue, digests: Digests, pages: Mapping[str, str], texts: Mapping[str, str]
) -> Published:
    """Everything that a site states: `pages` are the titles by address, `texts` the pages of `content/`."""
    words = Words(catalogue)
    things: dict[str, Mapping[str, Snapshot]] = {
        "bases": {
            identity: base_snapshot(record, catalogue, digests.get(identity, {}))
            for identity, record in catalogue.bases.items()
        },
        "standards": {
            identity: Snapshot(record.content.name, words.fields(record.content))
            for identity, record in catalogue.standards.items()
        },
        "sources": {
            identity: Snapshot(source.short, words.fields(source))
            for identity, source in catalogue.sources.items()
        },
        "terms": {
            term.id: Snapshot(term.term, words.fields(term))
            for term in catalogue.glossary.content.terms
        },
        "site": {
            "_site": Snapshot(catalogue.site.content.name, words.fields(catalogue.site.content))
        },
        "content": {
            path or "/": Snapshot(pages.get(path) or "首页", {"正文": text})
            for path, text in texts.items()
        },
    }
    named = {path: title or catalogue.site.content.name for path, title in pages.items()}
    return Published(things, named)


def base_snapshot(
    record: Record[Base], catalogue: Catalogue, digests: Mapping[str, str]
) -> Snapshot:
    """What the pages of one base state, given the digests of its photographs' originals."""
    base = record.content
    return Snapshot(
        base.name,
        Words(catalogue).fields(base),
        dict(_ticks(record, catalogue)),
        dict(_pictures(record, catalogue, digests)),
    )


def tick_name(standard: str, criterion: str) -> str:
    """How a tick is named in a snapshot."""
    return f"{standard}·{criterion}"


def picture_name(identity: str, file: str) -> str:
    """A photograph's name as published: that of its file may say more than the page does."""
    return addresses.photograph(identity, file).rpartition("/")[2]


def evidence_words(thing: Thing) -> str:
    """A piece of evidence as a line: 活动：开放日."""
    if isinstance(thing, Photo):
        return f"照片：{thing.alt}"
    if isinstance(thing, Activity):
        return f"活动：{thing.title}"
    if isinstance(thing, Honour):
        return f"荣誉：{thing.title}"
    if isinstance(thing, Stat):
        return f"数据：{sentence_of(thing)}"
    told: Statement | Evidence = thing
    return f"记载：{told.text or ''}"


def _ticks(record: Record[Base], catalogue: Catalogue) -> Iterator[tuple[str, Tick]]:
    base, owner = record.content, record.id
    for identity, assessment in base.standards.items():
        if identity not in catalogue.standards:
            continue
        for verdict in judge(base, assessment, catalogue.standards[identity].content):
            evidence = {
                _evidence_key(owner, thing): evidence_words(thing) for thing in verdict.evidence
            }
            note = (verdict.answer.note or "") if verdict.answer else ""
            name = tick_name(identity, verdict.criterion.name)
            yield name, Tick(verdict.standing.value, evidence, note)


def _evidence_key(identity: str, thing: Thing) -> str:
    if isinstance(thing, Photo):
        return picture_name(identity, thing.file)
    return thing.id or (thing.text if isinstance(thing, Evidence) and thing.text else "")


def _pictures(
    record: Record[Base], catalogue: Catalogue, digests: Mapping[str, str]
) -> Iterator[tuple[str, Picture]]:
    base = record.content
    present = catalogue.photos.get(record.id, {})
    described = {photo.file: photo for photo in base.photos}
    named = [*described, *(name for one in base.activities for name in one.photos)]
    for file in dict.fromkeys(named):
        if file not in present or file in withheld_photos(base):
            continue
        photo = described.get(file)
        words = (photo.alt, photo.caption or "", photo.credit or "") if photo else ("", "", "")
        yield picture_name(record.id, file), Picture(digests.get(file, ""), *words)


class Words:
    """Puts the values of a catalogue's models into words as pages show them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def fields(self, part: Part) -> dict[str, str]:
        """Every value below a mapping that pages show, by the way to it in Chinese."""
        return dict(self._below(part, ""))

    def _below(self, part: Part, way: str) -> Iterator[tuple[str, str]]:
        left_out = UNSHOWN.get(type(part).__name__, frozenset()) | EVERYWHERE_UNSHOWN
        for name, info in type(part).model_fields.items():
            if name in left_out:
                continue
            value = getattr(part, name)
            if name == "key_event" and value is not None and isinstance(part, Base):
                value = next((one.title for one in part.activities if one.id == value), None)
            step = info.title or name
            yield from self._value(name, value, f"{way}·{step}" if way else step)

    def _value(self, name: str, value: Any, path: str) -> Iterator[tuple[str, str]]:
        if isinstance(value, Part):
            yield from self._below(value, path)
        elif isinstance(value, dict):
            for key, one in value.items():
                yield from self._value(name, one, f"{path}·{key}")
        elif isinstance(value, tuple) and value and isinstance(value[0], Part):
            for number, one in enumerate(value, 1):
                yield from self._below(one, f"{path} 第{number}条")
        elif text := self._text(name, value):
            yield path, text

    def _text(self, name: str, value: Any) -> str:
        if value is None or value is False or value == ():
            return ""
        if value is True:
            return "是"
        if isinstance(value, tuple):
            told = (self._text(name, one) for one in value)
            return "、".join(text for text in told if text)
        if isinstance(value, PartialDate | Period):
            return value.prose
        if isinstance(value, Quantity):
            return value.written
        return self._named(name, str(value))

    def _named(self, name: str, identity: str) -> str:
        """What a page shows in place of an id: the name of what it leads to, nothing for a draft."""
        catalogue = self._catalogue
        if name in ("part_of", "scroll", "featured", "base"):
            record = catalogue.bases.get(identity)
            return record.content.name if record else ""
        if name == "figures" and identity.partition("/")[0] not in catalogue.bases:
            return ""
        if name in ("source", "note_source") and identity in catalogue.sources:
            return catalogue.sources[identity].short
        if name in ("related_standards", "standards") and identity in catalogue.standards:
            return catalogue.standards[identity].content.name
        return identity
