"""The folder `bases/` on disk: the only reader of the files that staff write."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from . import photographs
from .catalogue import Catalogue, Photograph, blank
from .diagnostics import Diagnostic, Level, Place, errors, in_order
from .model import Base, Glossary, Part, Site, SourceList, Standard
from .model.fields import ID_PATTERN
from .pronunciation import slug
from .reading.binding import Record, bind
from .reading.text import UnreadableError, decode
from .rules import check

Model = TypeVar("Model", bound=Part)
_SUFFIXES = (".yml", ".yaml")
_SPECIAL = {"_site", "_sources", "_terms"}
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")


@dataclass(frozen=True)
class Reading:
    """What a folder holds. The catalogue is absent when an error keeps it from being whole."""

    catalogue: Catalogue | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Parsed:
    digest: str
    record: Record[Any] | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass
class Folder:
    """`bases/` of a project. Keeps what it parsed, so that reading again costs only what changed."""

    root: Path
    _parsed: dict[str, _Parsed] = field(default_factory=dict)

    def read(self, *, drafts: bool = False) -> Reading:
        """Read everything and check it; with `drafts`, records not yet released stay in."""
        found: list[Diagnostic] = []
        unread: set[str] = set()
        nothing = blank()
        site = self._file("_site.yml", Site, found, unread) or nothing.site
        sources = self._file("_sources.yml", SourceList, found, unread) or nothing.sources_file
        glossary = self._file("_terms.yml", Glossary, found, unread) or nothing.glossary
        standards = self._each("_standards", Standard, found, unread)
        bases = self._each("", Base, found, unread)
        photos = self._photographs(bases, found)
        if not bases and not unread - _SPECIAL:
            found.append(Diagnostic("nothing-to-show", Level.ERROR, Place(self._shown(self.root))))
        catalogue = Catalogue(site, sources, glossary, bases, standards, photos, frozenset(unread))
        found += check(catalogue)
        if errors(found):
            return Reading(None, in_order(found))
        shown = catalogue if drafts else catalogue.published()
        return Reading(shown, in_order(found))

    def _shown(self, path: Path) -> str:
        return path.relative_to(self.root.parent).as_posix()

    def _file(
        self, name: str, model: type[Model], found: list[Diagnostic], unread: set[str]
    ) -> Record[Model] | None:
        path = self.root / name
        record = None
        if not path.is_file():
            place = Place(self._shown(path))
            found.append(Diagnostic("file-missing", Level.ERROR, place, values={"written": name}))
        elif self._lies_inside(path, found):
            record = self._record(path, path.stem, model, found)
        if record is None:
            unread.add(path.stem)
        return record

    def _each(
        self, below: str, model: type[Model], found: list[Diagnostic], unread: set[str]
    ) -> Mapping[str, Record[Model]]:
        records: dict[str, Record[Model]] = {}
        taken: dict[str, Path] = {}
        for path in self._files(below, found):
            identity = path.stem.lower()
            place = Place(self._shown(path))
            if identity in taken:
                values = {"id": identity, "other": self._shown(taken[identity])}
                found.append(Diagnostic("same-id", Level.ERROR, place, values=values))
                unread.add(identity)
                continue
            taken[identity] = path
            reserved = RESERVED.fullmatch(identity)
            if reserved or not re.fullmatch(ID_PATTERN, path.stem):
                near = "yunqiao" if reserved else slug(path.stem) or "yunqiao"
                values = {"written": path.name, "near": near}
                found.append(Diagnostic("bad-file-name", Level.ERROR, place, values=values))
                unread |= {identity, near}
                continue
            record = self._record(path, identity, model, found)
            if record is None:
                unread.add(identity)
            else:
                records[identity] = record
        return records

    def _files(self, below: str, found: list[Diagnostic]) -> Iterator[Path]:
        folder = self.root / below
        if not folder.is_dir() or not self._lies_inside(folder, found):
            return
        # by id, not by file name: a hyphen sorts before the dot of the ending
        for path in sorted(folder.iterdir(), key=lambda path: (path.stem, path.suffix)):
            if path.name.startswith(("_", ".", "~")):
                continue
            if path.suffix.lower() not in _SUFFIXES:
                self._tell_stray(path, found)
                continue
            if path.is_file() and self._lies_inside(path, found):
                yield path

    def _tell_stray(self, path: Path, found: list[Diagnostic]) -> None:
        """A base that is not read because of its ending: Notepad likes to add .txt."""
        if path.is_file() and self._lies_inside(path, found) and _looks_like_a_base(path):
            place, values = Place(self._shown(path)), {"written": path.name}
            found.append(Diagnostic("stray-file", Level.WARNING, place, values=values))

    def _lies_inside(self, path: Path, found: list[Diagnostic]) -> bool:
        # bases/ itself may be a link; within it, only a link can lead out: a file, or a folder of files
        inside = not path.is_symlink() or path.resolve().is_relative_to(self.root.resolve())
        if not inside:
            place, values = Place(self._shown(path)), {"written": path.name}
            found.append(Diagnostic("linked-outside", Level.ERROR, place, values=values))
        return inside

    def _record(
        self, path: Path, identity: str, model: type[Model], found: list[Diagnostic]
    ) -> Record[Model] | None:
        shown = self._shown(path)
        try:
            content = path.read_bytes()
            text = decode(content)
        except UnreadableError as fault:
            found.append(Diagnostic(fault.code, Level.ERROR, Place(shown)))
            return None
        digest = hashlib.sha256(content).hexdigest()
        known = self._parsed.get(shown)
        if known is None or known.digest != digest:
            known = _Parsed(digest, *bind(text, shown, identity, model))
            self._parsed[shown] = known
        found += known.diagnostics
        # one path is always read as one model
        return cast("Record[Model] | None", known.record)

    def _photographs(
        self, bases: Mapping[str, Record[Base]], found: list[Diagnostic]
    ) -> Mapping[str, Mapping[str, Photograph]]:
        photos: dict[str, Mapping[str, Photograph]] = {}
        for identity, record in bases.items():
            base = record.content
            named = {photo.file for photo in base.photos}
            named |= {name for activity in base.activities for name in activity.photos}
            if named and self._lies_inside(self.root / identity, found):
                photos[identity] = photographs.measure(self.root / identity, named)
        return photos


def _looks_like_a_base(path: Path) -> bool:
    """Whether a file that is no YAML by name is one by its double ending or its first line."""
    if path.suffix.lower() != ".txt":
        return False
    if path.with_suffix("").suffix.lower() in _SUFFIXES:
        return True
    with path.open("rb") as file:
        beginning = file.read(64).removeprefix(codecs.BOM_UTF8)
    return beginning.lstrip().startswith(b"schema:")
