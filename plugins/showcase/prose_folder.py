"""The folder `content/` on disk: pages written by hand in Markdown, and the pictures that they show.

Nothing else of it is published: a web page, a drawing or a document laid in there would go out as it is, with its
scripts, the place where a photograph was taken, or the name of who wrote it.
"""

from __future__ import annotations

import hashlib
import html
import posixpath
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path
from urllib.parse import unquote

from . import addresses, photographs
from .beginnings import beginning
from .confinement import Grounds, explore
from .diagnostics import Diagnostic, Level, Place
from .drafting.text import UnreadableError, decoded
from .edition import Handwritten
from .file_names import LONGEST_ID, is_kept, shown
from .markdown_prose import page_markdown, split_title
from .markup import sanitised_page
from .model.fields import ID_PATTERN
from .pronunciation import slug
from .reading.telling import remarks, unreadable

NAME = "content"
NEEDED = ("index.md", "about.md", "privacy.md")
"""The pages that every page of the site links to."""
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif")
_OF_SYSTEMS = {".ds_store", "thumbs.db", "desktop.ini", ".gitkeep"}
"""What systems lay into any folder: nobody put it there, and nobody misses it."""
_TAKEN = (
    addresses.DIRECTORY, addresses.TIMELINE, addresses.STANDARDS, addresses.CITIES, addresses.SOURCES,
    addresses.GLOSSARY, addresses.FIELDS, addresses.CHECKUP, addresses.REGISTER, addresses.COMPARE,
    "assets/", "schemas/",
)  # fmt: skip
"""Folders of the site that the program fills."""
_ADDRESS = re.compile(r'(?P<before><(?P<tag>img|a)\b[^>]*?\s(?:src|href)=")(?P<to>[^"]*)(?=")')
"""An address in HTML that has been made safe, where every value stands between double quotes."""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
# settings between --- at the top, which other programs read
_SETTINGS = re.compile(r"\A---[ \t]*\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")


@dataclass(frozen=True)
class Prose:
    """What `content/` holds: the text of every page by file, the pages by site path, the pictures that they show by
    the path under which each is published, by file the links to other pages (as written, and the site path), and what
    is to be told."""

    texts: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, Handwritten] = field(default_factory=dict)
    pictures: Mapping[str, Path] = field(default_factory=dict)
    links: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


def read(root: Path, tried: Mapping[str, bytes] | None = None) -> Prose:
    """Read `content/` of the project at `root`. `tried` holds what files would say after a mend, by path."""
    reader = _Reader(root, explore(root, NAME, folder_links=False), tried or {})
    reader.run()
    found = (*reader.grounds.faults.values(), *reader.found)
    return Prose(reader.texts, reader.pages, reader.pictures, reader.links, found)


class _Addresses(HTMLParser):
    """The addresses of pictures and links in HTML as Markdown made it, also where it was typed as HTML."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.pictures: set[str] = set()
        self.links: set[str] = set()
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where an element leads."""
        given = dict(attrs)
        if tag == "img" and given.get("src"):
            self.pictures.add(given["src"] or "")
        elif tag == "a" and given.get("href"):
            self.links.add(given["href"] or "")


@dataclass
class _Reader:
    root: Path
    grounds: Grounds
    tried: Mapping[str, bytes]
    texts: dict[str, str] = field(default_factory=dict)
    pages: dict[str, Handwritten] = field(default_factory=dict)
    pictures: dict[str, Path] = field(default_factory=dict)
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)
    _shown: dict[Path, str] = field(default_factory=dict)
    _origins: dict[str, str] = field(default_factory=dict)

    def run(self) -> None:
        content = self.root / NAME
        known: dict[Path | None, Path] = {}
        written = [path for path in self.grounds.paths if path.suffix.lower() == ".md"]
        for path in written:
            real = self.grounds.file(path)
            if other := known.get(real):
                name = shown(path.name)
                self._fault("linked-twice", self._file(path), written=name, other=self._file(other))
                continue
            known[real] = path
            if self._is_named_well(path.relative_to(content), self._file(path)):
                self._page(path)
        for name in NEEDED:
            path = content / name
            if not self.grounds.file(path) and not {path, content} & self.grounds.faults.keys():
                self._fault("file-missing", f"{NAME}/{name}", written=f"{NAME}/{name}")
        for path in self.grounds.paths:
            if path not in written and path not in self._shown:
                self._left_out(path)

    def _page(self, path: Path) -> None:
        file = self._file(path)
        try:
            content = decoded(self.tried[file] if file in self.tried else beginning(path))
        except UnreadableError as fault:
            self.found.append(unreadable(fault, file))
            return
        except OSError:
            self._fault("not-a-file", file, written=path.name)
            return
        self.texts[file] = content.text
        self.found += remarks(content.remarks, file, content.text)
        text = content.text
        if settings := _SETTINGS.match(text):
            self._fault("page-settings", file, Level.WARNING)
            text = text[settings.end() :]
        here = site_path(path.relative_to(self.root / NAME).with_suffix("").as_posix())
        if here in self._origins:
            self._fault("page-twice", file, other=self._origins[here])
            return
        self._origins[here] = file
        document = page_markdown().convert(text)
        named = _Addresses(document)
        targets = {one: self._picture(one, path) for one in sorted(named.pictures)}
        self.links[file] = {one: self._linked(one, path) for one in sorted(named.links)}
        targets |= {one: target for one, target in self.links[file].items() if target}

        def led(found: re.Match[str]) -> str:
            name = html.unescape(found["to"])
            if name not in targets:
                return found[0]
            to = addresses.relative(here, targets[name]) if targets[name] else ""
            return found["before"] + html.escape(to)

        title, body = split_title(document)
        self.pages[here] = Handwritten(title, sanitised_page(_ADDRESS.sub(led, body)))

    def _linked(self, written: str, path: Path) -> str:
        """The site path that a link to another page leads to, its fragment included; empty for any other link."""
        name, mark, fragment = unquote(written).partition("#")
        if name.startswith("/") and not name.startswith("//"):
            # from the top of the site, which may stand in any folder of a server, or on a disk
            top = name.lstrip("/")
            last = top.rpartition("/")[2]
            if top.endswith(".md"):
                return site_path(top[: -len(".md")]) + mark + fragment
            return top + ("/" if last and "." not in last else "") + mark + fragment
        if _ELSEWHERE.match(name) or not name.endswith(".md"):
            return ""
        folder = path.parent.relative_to(self.root / NAME).as_posix()
        return (
            site_path(posixpath.normpath(posixpath.join(folder, name))[: -len(".md")])
            + mark
            + fragment
        )

    def _picture(self, written: str, path: Path) -> str:
        """The site path of a picture; empty, and told, where there is none that can be shown."""
        file = self._file(path)
        if _ELSEWHERE.match(written):
            self._at("picture-elsewhere", file, written)
            return ""
        target = Path(posixpath.normpath(posixpath.join(path.parent, unquote(written))))
        if not self.grounds.file(target) or target.suffix.lower() not in PICTURES:
            # one that may not be opened is told of by itself
            if target not in self.grounds.faults:
                self._at("picture-missing", file, written)
            return ""
        if target not in self._shown:
            self._shown[target] = ""
            if photographs.measure(target.parent, [target.name]):
                self._shown[target] = _published(target)
                self.pictures[self._shown[target]] = target
            else:
                kept = photographs.hindrance(target)
                if kept is not None:
                    self._at(kept.code, file, written, cause=kept.cause)
        return self._shown[target]

    def _is_named_well(self, within: Path, file: str) -> bool:
        for part in (*within.parent.parts, within.stem):
            if not re.fullmatch(ID_PATTERN, part) or is_kept(part) or len(part) > LONGEST_ID:
                near = slug(shown(part))[: LONGEST_ID - 1].strip("-") or "page"
                near += "1" if is_kept(near) else ""
                self._fault("page-bad-name", file, written=shown(part), near=near)
                return False
        if within.suffix != ".md":
            self._fault("page-bad-name", file, written=within.name, near=within.stem)
            return False
        if site_path(within.with_suffix("").as_posix()).startswith(_TAKEN):
            self._fault("page-taken", file, written=within.parts[0].removesuffix(".md"))
            return False
        return True

    def _left_out(self, path: Path) -> None:
        if path.name.lower() not in _OF_SYSTEMS and not path.name.startswith(("~$", ".~")):
            name = shown(path.relative_to(self.root / NAME).as_posix())
            self._fault("not-published", self._file(path), Level.WARNING, written=name)

    def _file(self, path: Path) -> str:
        return shown(path.relative_to(self.root).as_posix())

    def _fault(self, code: str, file: str, level: Level = Level.ERROR, **values: str) -> None:
        self.found.append(Diagnostic(code, level, Place(file), values=values))

    def _at(self, code: str, file: str, written: str, **values: str) -> None:
        """Tell of something where it stands in the text, or of the file where that cannot be found."""
        spots = _spots(self.texts[file], written), _spots(self.texts[file], unquote(written))
        line, column, text = next(chain(*spots), (1, 1, ""))
        width = len(written) if text else 1
        told = {"written": written, **values}
        place = Place(file, line, column)
        self.found.append(Diagnostic(code, Level.ERROR, place, "", told, text, width))


def _spots(text: str, written: str) -> Iterator[tuple[int, int, str]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if written and written in line:
            yield number, line.index(written) + 1, line


def _published(path: Path) -> str:
    """The site path of a picture: a name that is safe anywhere, says nothing, and changes with the picture."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return f"{addresses.PICTURES}{digest[:16]}.jpg"


def links_to_no_page(prose: Prose, known: Container[str]) -> Iterator[Diagnostic]:
    """Links of pages that lead to no page of the site. `known` are the site paths of all its pages."""
    for file, links in prose.links.items():
        for written, target in links.items():
            if target and target.partition("#")[0] not in known:
                spots = (
                    _spots(prose.texts[file], written),
                    _spots(prose.texts[file], unquote(written)),
                )
                line, column, text = next(chain(*spots), (1, 1, ""))
                place, width = Place(file, line, column), len(written) if text else 1
                values = {"written": written}
                yield Diagnostic("link-to-no-page", Level.WARNING, place, "", values, text, width)


def site_path(stem: str) -> str:
    """Where a page of `content/` stands, given its path there without the suffix."""
    folder, _, name = stem.rpartition("/")
    within = f"{folder}/" if folder else addresses.HOME
    return within if name == "index" else f"{within}{name}/"
