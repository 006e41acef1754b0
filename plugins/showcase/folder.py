"""The folder `bases/` on disk: the only reader of the files that staff write."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from . import ledger_file, photographs
from .beginnings import YAML, beginning, looks_like_a_base
from .catalogue import Catalogue, Hindrance, Photograph, blank
from .confinement import Grounds, explore
from .diagnostics import Diagnostic, Level, Place, errors, in_order
from .file_names import LONGEST_ID, copied_from, flaw, is_kept, likenesses, shown
from .ledger import FILE, Ledger
from .model import Base, Glossary, Part, Site, SourceList, Standard, WordList
from .model.fields import ID_PATTERN
from .pronunciation import slug
from .reading.binding import Record, bind_file
from .rules import check_all
from .rules.photograph_files import unlisted
from .rules.privacy import hushed

Model = TypeVar("Model", bound=Part)
_SPECIAL = {"_site", "_sources", "_terms", "_words"}
_NO_LIST = ("_words.yaml", "_words.txt", "_words.yml.txt")
_ASTRAY = {
    "linked-outside": Hindrance("photo-no-file", "指到别处的链接"),
    "not-a-file": Hindrance("photo-no-file", "打不开的链接"),
    "special-file": Hindrance("photo-no-file", "设备"),
}
"""Why a photograph is not opened, by what is said of such a file anywhere else."""


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
    _grounds: Grounds = field(default_factory=Grounds)

    def read(self, *, drafts: bool = False, prose: Mapping[str, str] | None = None) -> Reading:
        """Read everything and check it; with `drafts`, records not yet released stay in.

        `prose` are the pages of `content/` by file: what holds for the words of a record holds for theirs.
        """
        # before anything is opened
        self._grounds = explore(self.root.parent, self.root.name)
        if self.root in self._grounds.faults:
            return Reading(None, tuple(self._grounds.faults.values()))
        found: list[Diagnostic] = []
        unread = {path.stem.lower() for path in self._grounds.faults}
        nothing = blank()
        site = self._file("_site.yml", Site, found, unread) or nothing.site
        sources = self._file("_sources.yml", SourceList, found, unread) or nothing.sources_file
        glossary = self._file("_terms.yml", Glossary, found, unread) or nothing.glossary
        words = self._words(found, unread)
        standards = self._each("_standards", Standard, found, unread)
        bases = self._each("", Base, found, unread)
        photos = self._photographs(bases)
        if not bases and not unread - _SPECIAL:
            found.append(Diagnostic("nothing-to-show", Level.ERROR, Place(self._shown(self.root))))
        ledger = self._ledger(found)
        beside = self._beside(bases, photos, found)
        catalogue = Catalogue(
            site, sources, glossary, bases, standards, photos, frozenset(unread), ledger,
            words, prose or {}, beside, self._located(bases, beside),
        )  # fmt: skip
        found += self._astray(beside)
        found = list(hushed([*found, *check_all(catalogue)]))
        sound = catalogue.sound()
        shown = sound if drafts else sound.published()
        return Reading(None if errors(found) else shown, in_order(found), shown)

    def _shown(self, path: Path) -> str:
        return shown(path.relative_to(self.root.parent).as_posix())

    def _ledger(self, found: list[Diagnostic]) -> Ledger:
        if self.forgetful or self.root / FILE in self._grounds.faults:
            return Ledger()
        ledger, damaged = ledger_file.read(self.root)
        found += damaged
        return ledger

    def _file(
        self, name: str, model: type[Model], found: list[Diagnostic], unread: set[str]
    ) -> Record[Model] | None:
        path = self.root / name
        record = None
        if self._grounds.file(path):
            record = self._record(path, path.stem, model, found)
        elif path not in self._grounds.faults:
            place = Place(self._shown(path))
            found.append(Diagnostic("file-missing", Level.ERROR, place, values={"written": name}))
        if record is None:
            unread.add(path.stem)
        return record

    def _words(self, found: list[Diagnostic], unread: set[str]) -> Record[WordList] | None:
        """The office's own list of words. It need not be there, but under this name."""
        for path in (self.root / name for name in _NO_LIST):
            if self._grounds.file(path):
                place, values = Place(self._shown(path)), {"written": shown(path.name)}
                found.append(Diagnostic("stray-file", Level.WARNING, place, values=values))
        name = "_words.yml"
        there = self._grounds.file(self.root / name)
        return self._file(name, WordList, found, unread) if there else None

    def _each(
        self, below: str, model: type[Model], found: list[Diagnostic], unread: set[str]
    ) -> Mapping[str, Record[Model]]:
        records: dict[str, Record[Model]] = {}
        taken: dict[str, Path] = {}
        known: dict[Path | None, Path] = {}
        for path in self._files(below, found):
            identity = path.stem.lower()
            place, name = Place(self._shown(path)), shown(path.name)
            real = self._grounds.file(path)
            if other := known.get(real):
                values = {"written": name, "other": self._shown(other)}
                found.append(Diagnostic("linked-twice", Level.ERROR, place, values=values))
                unread.add(identity)
                continue
            known[real] = path
            if identity in taken:
                values = {"id": identity, "other": self._shown(taken[identity])}
                found.append(Diagnostic("same-id", Level.ERROR, place, values=values))
                unread.add(identity)
                continue
            taken[identity] = path
            reserved, long = is_kept(identity), len(path.stem) > LONGEST_ID
            # pages of a list are numbered: bases/2/ is the second of the directory
            digits = path.stem.isascii() and path.stem.isdecimal()
            if reserved or long or digits or not re.fullmatch(ID_PATTERN, path.stem):
                first = copied_from(shown(path.stem))
                near = (
                    "yunqiao"
                    if reserved or digits
                    else slug(first or shown(path.stem)) or "yunqiao"
                )
                # the first one has the plain name already
                near = near[: LONGEST_ID - 2].strip("-") + ("-2" if first else "")
                values = {"written": name, "near": near}
                code = "bad-file-name-long" if long else "bad-file-name"
                code = "bad-file-name-digits" if digits else code
                code = "bad-file-name-copy" if first else code
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
        paths = (folder / name for name in self._grounds.names(folder))
        # by id, not by file name: a hyphen sorts before the dot of the ending
        for path in sorted(paths, key=lambda path: (path.stem, path.suffix)):
            if path.name.startswith(("_", ".", "~")) and path.name.lower() not in YAML:
                self._tell_unread(path, found)
                continue
            if self._grounds.is_folder(path):
                self._tell_within(path, found)
                continue
            # a name that is nothing but its ending is none
            if path.suffix.lower() not in YAML and path.name.lower() not in YAML:
                self._tell_stray(path, found)
                continue
            yield path

    def _tell_unread(self, path: Path, found: list[Diagnostic]) -> None:
        """A name like those of the project's own files, but none of them: a copy, or one written wrongly."""
        known = path.stem in _SPECIAL or path.name in _NO_LIST
        if path.suffix.lower() in YAML and path.name.startswith("_") and not known:
            place, values = Place(self._shown(path)), {"written": shown(path.name)}
            found.append(Diagnostic("unread-file", Level.WARNING, place, values=values))

    def _tell_within(self, folder: Path, found: list[Diagnostic]) -> None:
        """Files of bases among photographs, where nobody looks for them."""
        if folder.name.startswith(("_", ".")) or folder.is_symlink():
            return
        for path in (folder / name for name in self._grounds.names(folder)):
            if self._grounds.file(path) and path.suffix.lower() in YAML:
                place, values = Place(self._shown(path)), {"written": shown(path.name)}
                found.append(Diagnostic("unread-file", Level.WARNING, place, values=values))

    def _tell_stray(self, path: Path, found: list[Diagnostic]) -> None:
        """A base that is not read because of its ending: Notepad likes to add .txt."""
        if looks_like_a_base(path):
            place, values = Place(self._shown(path)), {"written": shown(path.name)}
            found.append(Diagnostic("stray-file", Level.WARNING, place, values=values))

    def _record(
        self, path: Path, identity: str, model: type[Model], found: list[Diagnostic]
    ) -> Record[Model] | None:
        file = self._shown(path)
        try:
            content = self.tried[file] if file in self.tried else beginning(path)
        except OSError:
            # no right to, or another program keeps it for itself
            values = {"written": shown(path.name)}
            found.append(Diagnostic("not-a-file", Level.ERROR, Place(file), values=values))
            return None
        digest = hashlib.sha256(content).hexdigest()
        known = self._parsed.get(file)
        if known is None or known.digest != digest:
            known = _Parsed(digest, *bind_file(content, file, identity, model))
            self._parsed[file] = known
        found += known.diagnostics
        # one path is always read as one model
        return cast("Record[Model] | None", known.record)

    def _photographs(
        self, bases: Mapping[str, Record[Base]]
    ) -> Mapping[str, Mapping[str, Photograph]]:
        photos: dict[str, Mapping[str, Photograph]] = {}
        for identity, record in bases.items():
            folder = self.root / identity
            # by the names in the folder: Windows also opens hall.jpg as HALL.JPG, hall.jpg. and HALL~1.JPG
            there = _names_of_photos(record.content).intersection(self._grounds.names(folder))
            named = {name for name in there if not flaw(name) and self._grounds.file(folder / name)}
            if named:
                photos[identity] = photographs.measure(folder, named)
        return photos

    def _beside(
        self,
        bases: Mapping[str, Record[Base]],
        photos: Mapping[str, Mapping[str, Photograph]],
        faults: list[Diagnostic],
    ) -> Mapping[str, Mapping[str, Hindrance | None]]:
        """The files beside each base, and what ails the named ones that are no photographs."""
        found: dict[str, dict[str, Hindrance | None]] = {}
        for identity, record in bases.items():
            folder, named = self.root / identity, _names_of_photos(record.content)
            lacking = named - photos.get(identity, {}).keys()
            if not self._grounds.is_folder(folder):
                continue
            if named:
                self._tell_alike(folder, faults)
            found[identity] = {
                name: photographs.hindrance(folder / name) if name in lacking else None
                for name in self._grounds.names(folder)
            }
            for name in lacking:
                if not flaw(name) and (told := self._grounds.faults.get(folder / name)):
                    found[identity][name] = _ASTRAY[told.code]
        return found

    def _located(
        self, bases: Mapping[str, Record[Base]], beside: Mapping[str, Iterable[str]]
    ) -> Mapping[str, frozenset[str]]:
        strays = {one: unlisted(bases[one].content, names) for one, names in beside.items()}
        return {one: photographs.located(self.root / one, strays[one]) for one in strays}

    def _tell_alike(self, folder: Path, found: list[Diagnostic]) -> None:
        for name, other in likenesses(self._grounds.names(folder)):
            place, values = Place(self._shown(folder / name)), {"written": name, "other": other}
            found.append(Diagnostic("names-alike", Level.ERROR, place, values=values))

    def _astray(self, beside: Mapping[str, Mapping[str, Hindrance | None]]) -> Iterator[Diagnostic]:
        """What may not be opened, but for photographs: of those is told where they are named."""
        told = {self.root / base / name for base, names in beside.items() for name in names}
        yield from (one for path, one in self._grounds.faults.items() if path not in told)


def _names_of_photos(base: Base) -> set[str]:
    named = {photo.file for photo in base.photos}
    return named | {name for activity in base.activities for name in activity.photos}
