"""All that was read, frozen: every base, standard, source and term, and how they belong together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from .ledger import Ledger
from .model import (
    Base,
    Consent,
    Glossary,
    Publication,
    Site,
    Source,
    SourceList,
    Standard,
    WordList,
)
from .reading.binding import Record


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture beside a base's file, upright: its size in pixels as it will be published.

    `located` tells that its file holds the position of the camera; `several` what it has besides its first
    picture (动图, 好几页); `misnamed` its format, where the ending of its name is that of another.
    """

    file: str
    width: int
    height: int
    located: bool = False
    several: str = ""
    misnamed: str = ""


@dataclass(frozen=True, slots=True)
class Hindrance:
    """What keeps a file from being shown as a photograph: a code of `messages`, and what it is instead."""

    code: str
    cause: str = ""


@dataclass(frozen=True)
class Catalogue:
    """The showcase as data. Mappings are ordered by id; `photos` holds the pictures beside each base,
    `unread` the ids of bases and standards whose files could not be read: what refers to them is no error;
    `ledger` what was published before; `words` the office's own list of words, where it keeps one, and `prose`
    the pages of `content/` by file: both only for the rules. `beside`
    has the names of all files beside each base, each with what keeps it from being shown: nothing, where that was
    not asked. `located` names those beside each base that no entry names and that hold a position."""

    site: Record[Site]
    sources_file: Record[SourceList]
    glossary: Record[Glossary]
    bases: Mapping[str, Record[Base]]
    standards: Mapping[str, Record[Standard]]
    photos: Mapping[str, Mapping[str, Photograph]] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    ledger: Ledger = field(default_factory=Ledger)
    words: Record[WordList] | None = None
    prose: Mapping[str, str] = field(default_factory=dict)
    beside: Mapping[str, Mapping[str, Hindrance | None]] = field(default_factory=dict)
    located: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def records(self) -> tuple[Record[Any], ...]:
        """Every file that was read."""
        words = (self.words,) if self.words else ()
        single = (self.site, self.sources_file, self.glossary, *words)
        return (*single, *self.bases.values(), *self.standards.values())

    def sound(self) -> Catalogue:
        """The same without records in which something was told to be wrong: what may be shown at all."""
        if not any(record.doubtful for record in self.records):
            return self
        nothing = blank()
        unsound = {record.id for record in self.records if record.doubtful}
        return replace(
            self,
            site=nothing.site if self.site.doubtful else self.site,
            sources_file=nothing.sources_file if self.sources_file.doubtful else self.sources_file,
            glossary=nothing.glossary if self.glossary.doubtful else self.glossary,
            words=None if self.words and self.words.doubtful else self.words,
            bases={key: record for key, record in self.bases.items() if not record.doubtful},
            standards={
                key: record for key, record in self.standards.items() if not record.doubtful
            },
            unread=self.unread | unsound,
        )

    @property
    def sources(self) -> Mapping[str, Source]:
        """The documents that facts cite, by id, in the order of their file."""
        return self.sources_file.content.sources

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the bases that are directly part of each base."""
        found: dict[str, list[str]] = {}
        for identity, record in self.bases.items():
            parent = record.content.part_of
            if parent in self.bases:
                found.setdefault(str(parent), []).append(identity)
        return {parent: tuple(ids) for parent, ids in found.items()}

    @cached_property
    def cities(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the bases of each city, cities with most bases first."""
        found: dict[str, list[str]] = {}
        for identity, record in self.bases.items():
            found.setdefault(record.content.city, []).append(identity)
        ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
        return {city: tuple(ids) for city, ids in ordered}

    @cached_property
    def answering(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the bases that answer each standard."""
        found: dict[str, list[str]] = {}
        for identity, record in self.bases.items():
            for standard in record.content.standards:
                found.setdefault(standard, []).append(identity)
        return {standard: tuple(ids) for standard, ids in found.items()}

    def ancestors(self, identity: str) -> Iterator[str]:
        """The bases that this one is part of, nearest first. Ends where a circle would close."""
        seen = {identity}
        parent = self.bases[identity].content.part_of
        while parent is not None and parent in self.bases and parent not in seen:
            yield parent
            seen.add(parent)
            parent = self.bases[parent].content.part_of

    def published(self) -> Catalogue:
        """The same without records that are not released: what may leave the preview."""
        released = {
            identity: record
            for identity, record in self.bases.items()
            if record.content.status is Publication.published
        }
        return Catalogue(
            self.site,
            self.sources_file,
            self.glossary,
            released,
            self.standards,
            {
                identity: {
                    name: picture
                    for name, picture in self.photos[identity].items()
                    if name not in withheld_photos(record.content)
                }
                for identity, record in released.items()
                if identity in self.photos
            },
            self.unread,
            self.ledger,
        )


def withheld_photos(base: Base) -> frozenset[str]:
    """The photographs whose people have not agreed: they do not leave the preview."""
    return frozenset(photo.file for photo in base.photos if photo.consent is Consent.open)


def blank() -> Catalogue:
    """A catalogue of nothing: what the preview stands on while no good version was ever read."""
    site = Record("_site", "", "", Site(schema=1, name="预览"))
    sources = Record("_sources", "", "", SourceList(schema=1, sources={}))
    return Catalogue(site, sources, Record("_terms", "", "", Glossary(schema=1)), {}, {})
