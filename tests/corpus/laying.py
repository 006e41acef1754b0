"""A case laid out as a project of ours: the baseline, the case over it, everything in our own words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from showcase.model.fields import ID_PATTERN
from showcase.render import Renderer
from showcase.workshop import Workshop
from tests.templates.samples import ASSETS

from . import index
from .translation import SOURCE, STANDARD, Rewritten, rewrite

ROOT = Path(__file__).resolve().parents[2]
_SITE = "schema: 1\nname: 虚构的展示\n"
_TERMS = "schema: 1\n"
_SOURCES = f"schema: 1\nsources:\n  {SOURCE}: {{short: 虚构的报道, kind: 其他}}\n"
_STANDARD = (
    f"schema: 1\nname: 虚构的六有\nuse: 对照\nsource: {SOURCE}\n"
    "criteria: [有阵地, 有标准, 有队伍, 有活动, 有机制, 有成效]\n"
)
_PAGES = ("index.md", "about.md", "privacy.md")
Files = dict[str, bytes]


class InexpressibleError(Exception):
    """What a case asks for cannot be written with us: a file name with a slash in it."""


@dataclass
class Laid:
    """A project on disk, and where each of its files came from."""

    root: Path
    names: dict[str, str] = field(default_factory=dict)
    rewritten: dict[str, Rewritten] = field(default_factory=dict)
    sources: list[tuple[str, int]] = field(default_factory=list)

    @property
    def workshop(self) -> Workshop:
        """The project as the shells see it."""
        return workshop(self.root)

    def original(self, file: str, line: int) -> tuple[str, int]:
        """The file and the line of the index that a place of ours came from."""
        if file == "bases/_sources.yml" and 0 < line <= len(self.sources):
            return self.sources[line - 1]
        made = self.rewritten.get(file)
        return self.names.get(file, file), made.original(line) if made else line

    def ours(self, file: str) -> str:
        """Our file for one of the case's."""
        return next((name for name, old in self.names.items() if old == file), file)


def workshop(root: Path) -> Workshop:
    """A project as the shells see it, with the templates of this one."""
    made = Workshop(root)
    made.__dict__["renderer"] = renderer()
    # no case is about the display font, and cutting it for each would take longer than all the rest
    made.__dict__["_gathered"] = lambda _: ASSETS
    return made


@cache
def renderer() -> Renderer:
    """The templates, compiled once."""
    return Renderer(ROOT / "overrides")


def files_of(folder: Path) -> Files:
    """Every file of a folder by its path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def overlaid(folder: Path, case: Path) -> Files:
    """The files of a case over those of its baseline."""
    return files_of(index.baseline(folder)) | files_of(case)


def lay(files: Files, root: Path) -> Laid:
    """Write the files of the toy schema as a project below `root`."""
    laid = Laid(root)
    frame(root)
    sources: list[tuple[str, str, int]] = []
    for name, content in files.items():
        if not name.startswith("photos/"):
            _place(name, content, laid, sources)
    _write_sources(laid, sources)
    pictures = {
        name.removeprefix("photos/"): c for name, c in files.items() if name[:7] == "photos/"
    }
    for ours in laid.rewritten:
        beside = root / Path(ours).with_suffix("")
        (beside / "photos").mkdir(parents=True, exist_ok=True)
        for name, content in pictures.items():
            _write(beside / name, content)
    return laid


def frame(root: Path) -> None:
    """What every project has: the site, its sources, one standard, the pages of `content/`."""
    bases = root / "bases"
    _write(bases / "_site.yml", _SITE.encode())
    _write(bases / "_terms.yml", _TERMS.encode())
    _write(bases / "_sources.yml", _SOURCES.encode())
    _write(bases / "_standards" / f"{STANDARD}.yml", _STANDARD.encode())
    for name in _PAGES:
        _write(root / "content" / name, "# 虚构的一页\n".encode())


def _place(name: str, content: bytes, laid: Laid, sources: list[tuple[str, str, int]]) -> None:
    path = Path(name)
    ignored = path.name.startswith(("~", ".", "_"))
    if path.parent.as_posix() != "bases" or path.suffix not in (".yml", ".yaml") or ignored:
        _write(laid.root / name, content)
        return
    content, made = rewrite(content)
    ours = f"bases/{_file_name(path, made.slug)}"
    if ours in laid.names:
        ours = str(Path(ours).with_suffix(".yaml"))
    laid.names[ours], laid.rewritten[ours] = name, made
    sources += [(line, name, number) for line, number in made.sources]
    _write(laid.root / ours, content)


def _file_name(path: Path, slug: str | None) -> str:
    # a copy made in the file manager keeps its own odd name: that is what staff see
    if slug is None or slug == path.stem or not re.fullmatch(ID_PATTERN, path.stem):
        return path.name
    if "/" in slug or "\0" in slug or not slug:
        raise InexpressibleError(slug)
    return f"{slug}.yml"


def _write_sources(laid: Laid, sources: list[tuple[str, str, int]]) -> None:
    text, count = _SOURCES, 0
    laid.sources = [("bases/_sources.yml", number + 1) for number in range(text.count("\n"))]
    for line, file, number in sources:
        if line == "\n":
            line = f"  {SOURCE}-{count}:\n    short: 虚构的报道{count}\n    kind: 其他\n"
            count += 1
        line = _readable(line)
        text += line if line.endswith("\n") else f"{line}\n"
        laid.sources += [(file, number)] * max(line.count("\n"), 1)
    _write(laid.root / "bases" / "_sources.yml", text.encode())


def _readable(line: str) -> str:
    content = line.encode("utf-8", "surrogateescape")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("gb18030", "replace")


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
