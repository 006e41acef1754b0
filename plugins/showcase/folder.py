"""The folder `bases/` on disk: the only reader of the files that staff write."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from . import ledger_file, photographs
from .catalogue import Catalogue, Photograph, blank
from .diagnostics import Diagnostic, Level, Place, errors, in_order
from .ledger import Ledger
from .model import Base, Glossary, Part, Site, SourceList, Standard, WordList
from .model.fields import ID_PATTERN
from .pronunciation import slug
from .reading.binding import Record, bind_file
from .rules import check_all
from .rules.privacy import hushed

Model = TypeVar("Model", bound=Part)
_SUFFIXES = (".yml", ".yaml")
_SPECIAL = {"_site", "_sources", "_terms", "_words"}
_NO_LIST = ("_words.yaml", "_words.txt", "_words.yml.txt")
_COPIED = re.compile(
    r"(?:(?:副本|复件|拷贝)[\s_-]*)?(?P<first>.+?)"
    r"(?:[\s_-]*(?:副本|复件|拷贝|[Cc]opy)\s*(?:[（(]?\d+[)）]?)?|\s*[（(]\d+[)）])?"
)
"""A name as Windows, WPS and browsers give it to a copy: yunqiao - 副本, yunqiao(1), 复件 yunqiao."""
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")


@dataclass(frozen=True)
class Reading:
    """What a folder holds. The catalogue is absent when an error keeps it from being whole; `legible` is what
    could be read all the same, good for looking at and never for building.
    """

    catalogue: Catalogue | None
    diagnostics: tuple[Diagnostic, ...]
    legible: Catalogue = field(default_factory=blank)


@dataclass(frozen=True, slots=True)
class _Parsed:
    digest: str
    record: Record[Any] | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass
class Folder:
    """`bases/` of a project. Keeps what it parsed, so that reading again costs only what changed.

    With `forgetful`, what was published before is not asked for: losing a published base is then no error.
    `tried` holds, by path from the project, what files would say after a mend that is not written yet.
    """

    root: Path
    forgetful: bool = False
    tried: dict[str, bytes] = field(default_factory=dict)
    _parsed: dict[str, _Parsed] = field(default_factory=dict)

    def read(self, *, drafts: bool = False, prose: Mapping[str, str] | None = None) -> Reading:
        """Read everything and check it; with `drafts`, records not yet released stay in.

        `prose` are the pages of `content/` by file: what holds for the words of a record holds for theirs.
        """
        found: list[Diagnostic] = []
        unread: set[str] = set()
        nothing = blank()
        site = self._file("_site.yml", Site, found, unread) or nothing.site
        sources = self._file("_sources.yml", SourceList, found, unread) or nothing.sources_file
        glossary = self._file("_terms.yml", Glossary, found, unread) or nothing.glossary
        words = self._words(found, unread)
        standards = self._each("_standards", Standard, found, unread)
        bases = self._each("", Base, found, unread)
        photos = self._photographs(bases, found)
        if not bases and not unread - _SPECIAL:
            found.append(Diagnostic("nothing-to-show", Level.ERROR, Place(self._shown(self.root))))
        ledger, damaged = (Ledger(), ()) if self.forgetful else ledger_file.read(self.root)
        found += damaged
        catalogue = Catalogue(
            site, sources, glossary, bases, standards, photos, frozenset(unread), ledger,
            words, prose or {}, self._beside(bases, photos),
        )  # fmt: skip
        found = list(hushed([*found, *check_all(catalogue)]))
        sound = catalogue.sound()
        shown = sound if drafts else sound.published()
        return Reading(None if errors(found) else shown, in_order(found), shown)

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

    def _words(self, found: list[Diagnostic], unread: set[str]) -> Record[WordList] | None:
        """The office's own list of words. It need not be there, but under this name."""
        for path in (self.root / name for name in _NO_LIST):
            if path.is_file():
                place, values = Place(self._shown(path)), {"written": path.name}
                found.append(Diagnostic("stray-file", Level.WARNING, place, values=values))
        name = "_words.yml"
        there = (self.root / name).is_file()
        return self._file(name, WordList, found, unread) if there else None

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
                first = _copied(path.stem)
                near = "yunqiao" if reserved else slug(first or path.stem) or "yunqiao"
                # the first one has the plain name already
                near += "-2" if first else ""
                values = {"written": path.name, "near": near}
                code = "bad-file-name-copy" if first else "bad-file-name"
                found.append(Diagnostic(code, Level.ERROR, place, values=values))
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
            if path.name.startswith(("_", ".", "~")) and path.name.lower() not in _SUFFIXES:
                self._tell_unread(path, found)
                continue
            if path.is_dir():
                self._tell_within(path, found)
                continue
            # a name that is nothing but its ending is none
            if path.suffix.lower() not in _SUFFIXES and path.name.lower() not in _SUFFIXES:
                self._tell_stray(path, found)
                continue
            if path.is_file() and self._lies_inside(path, found):
                yield path
            elif not path.is_file():
                place, values = Place(self._shown(path)), {"written": path.name}
                found.append(Diagnostic("not-a-file", Level.ERROR, place, values=values))

    def _tell_unread(self, path: Path, found: list[Diagnostic]) -> None:
        """A name like those of the project's own files, but none of them: a copy, or one written wrongly."""
        known = path.stem in _SPECIAL or path.name in _NO_LIST
        if path.suffix.lower() in _SUFFIXES and path.name.startswith("_") and not known:
            place, values = Place(self._shown(path)), {"written": path.name}
            found.append(Diagnostic("unread-file", Level.WARNING, place, values=values))

    def _tell_within(self, folder: Path, found: list[Diagnostic]) -> None:
        """Files of bases among photographs, where nobody looks for them."""
        if folder.name.startswith(("_", ".")) or folder.is_symlink():
            return
        for path in sorted(folder.iterdir()):
            if path.is_file() and path.suffix.lower() in _SUFFIXES:
                place, values = Place(self._shown(path)), {"written": path.name}
                found.append(Diagnostic("unread-file", Level.WARNING, place, values=values))

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
        content = self.tried[shown] if shown in self.tried else path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        known = self._parsed.get(shown)
        if known is None or known.digest != digest:
            known = _Parsed(digest, *bind_file(content, shown, identity, model))
            self._parsed[shown] = known
        found += known.diagnostics
        # one path is always read as one model
        return cast("Record[Model] | None", known.record)

    def _photographs(
        self, bases: Mapping[str, Record[Base]], found: list[Diagnostic]
    ) -> Mapping[str, Mapping[str, Photograph]]:
        photos: dict[str, Mapping[str, Photograph]] = {}
        for identity, record in bases.items():
            named = _names_of_photos(record.content)
            if named and self._lies_inside(self.root / identity, found):
                photos[identity] = photographs.measure(self.root / identity, named)
        return photos

    def _beside(
        self, bases: Mapping[str, Record[Base]], photos: Mapping[str, Mapping[str, Photograph]]
    ) -> Mapping[str, Mapping[str, str]]:
        """The files beside each base that names a photograph which is not there, and what ails those."""
        found = {}
        for identity, record in bases.items():
            folder = self.root / identity
            lacking = _names_of_photos(record.content) - photos.get(identity, {}).keys()
            if lacking and folder.is_dir() and self._lies_inside(folder, []):
                found[identity] = {
                    path.name: photographs.hindrance(path)
                    if path.name in lacking and self._lies_inside(path, [])
                    else ""
                    for path in sorted(folder.iterdir())
                    if path.is_file()
                }
        return found


def _copied(stem: str) -> str:
    """The name of the file that one is a copy of, by its own name; or nothing."""
    found = _COPIED.fullmatch(stem)
    return found["first"] if found and found["first"] != stem else ""


def _names_of_photos(base: Base) -> set[str]:
    named = {photo.file for photo in base.photos}
    return named | {name for activity in base.activities for name in activity.photos}


def _looks_like_a_base(path: Path) -> bool:
    """Whether a file that is no YAML by name is one by its double ending or its first line."""
    if path.suffix.lower() != ".txt":
        return False
    if path.with_suffix("").suffix.lower() in _SUFFIXES:
        return True
    with path.open("rb") as file:
        beginning = file.read(256).removeprefix(codecs.BOM_UTF8)
    # a new file begins with a comment that leads the editor to its schema
    lines = [line for line in beginning.splitlines() if not line.startswith(b"#")]
    return b"\n".join(lines).lstrip().startswith(b"schema:")
