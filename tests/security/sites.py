"""Sites made of payloads: which payload goes into which place, and every page of what comes of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from showcase.assets import Assets, named
from showcase.catalogue import Catalogue
from showcase.datasets import datasets
from showcase.derived import FONT
from showcase.diagnostics import errors
from showcase.edition import Edition, Handwritten
from showcase.folder import Folder, Reading
from showcase.fonts import subset
from showcase.ledger import Ledger
from showcase.markdown_prose import page_markdown, split_title
from showcase.proofs import document as proof_document
from showcase.publication.proof import proof_of
from showcase.publication.snapshot import published_of
from showcase.render import Renderer
from showcase.reports import page as report_page
from showcase.reports.report import report_of
from showcase.views.shells import overlay
from showcase.workshop import Workshop
from tests.security import payloads
from tests.security.places import BASE, FILES, PLACES, Filling, on_line

ROOT = Path(__file__).resolve().parents[2]
OVERRIDES = ROOT / "overrides"
_INERT = str.maketrans(dict.fromkeys("<>&\"'`{}", "々"))
"""Signs that mean something to HTML or to template languages, and one that means nothing to stand in for each."""

NARROW = {
    "Site.address": payloads.TEMPLATES["jinja-tight"],
    "Site.corrections": payloads.TEMPLATES["jinja-tight"],
    "Source.url": payloads.TEMPLATES["jinja-tight"],
    "Contact.email": payloads.TEMPLATES["jinja-tight"],
    "Photo.file": payloads.MARKUP["attribute-single"],
    "Base.story": payloads.ADDRESSES["js-line"],
}
"""Places that have room for few payloads, and payloads that fit into few places."""

Documents = dict[str, str]
"""Pages by where they lie in the site."""


def read(filling: Filling) -> Reading:
    """A project's `bases/` with payloads, read."""
    with tempfile.TemporaryDirectory() as folder:
        filling.lay(Path(folder))
        return Folder(Path(folder) / "bases").read()


def impossible(place: str, text: str) -> bool:
    """Whether no file could have such a name."""
    return place == "Photo.file" and ("/" in text or "\0" in text or len(text.encode()) > 200)


@cache
def refusal(place: str, text: str) -> str:
    """The code of what staff are told where a text may not stand in a place; empty where it may."""
    if impossible(place, text):
        return "the system has no such file"
    return next((one.code for one in errors(read(Filling({place: text})).diagnostics)), "")


def rotated(shift: int) -> dict[str, str]:
    """A payload for every place, each turned by `shift`: over all shifts, every pair comes up once."""
    names = list(payloads.ALL)
    return {
        place: payloads.ALL[names[(number + shift) % len(names)]]
        for number, place in enumerate(PLACES)
    }


def taken(texts: Mapping[str, str]) -> dict[str, str]:
    """Only what is not refused."""
    left = {place: text for place, text in texts.items() if not impossible(place, text)}
    while found := errors(read(Filling(left)).diagnostics):
        near = set().union(
            *(on_line(one.place.file.removeprefix("bases/"), one.place.line) for one in found)
        )
        out = {place for place in near & set(left) if refusal(place, left[place])}
        # two that share a line can be too long together
        out = out or near & set(left)
        assert out, found
        left = {place: text for place, text in left.items() if place not in out}
    return left


def spread() -> list[dict[str, str]]:
    """A few fillings in which every place has a payload and every payload a place, where there is one."""
    every = list(payloads.ALL.values())
    waiting, bare = every, list(PLACES)
    found: list[dict[str, str]] = []
    for turn in range(3):
        roomy = [place for place in PLACES if place not in bare or waiting is every]
        texts = dict(zip(bare, every[turn * 28 :], strict=False))
        texts |= dict(zip(roomy[turn * 30 :], waiting, strict=False))
        texts |= {} if turn else NARROW
        found.append(taken(texts))
        used = {text for one in found for text in one.values()}
        waiting = [text for text in every if text not in used]
        bare = [place for place in bare if place not in found[-1]]
    return found


def inert(texts: Mapping[str, str]) -> dict[str, str]:
    """Texts of the same length and shape that mean nothing to anybody."""
    return {place: text.translate(_INERT) for place, text in texts.items()}


@cache
def shared() -> Mapping[str, bytes]:
    """The project's own assets, with a face of a few letters: cutting one for every site would take longest."""
    folder = OVERRIDES / "assets"
    contents = {path.name: path.read_bytes() for path in folder.iterdir()}
    return contents | {FONT: subset("云桥虚构站")}


@cache
def renderer(*, index_names: bool = False) -> Renderer:
    """The templates, compiled once."""
    return Renderer(OVERRIDES, index_names=index_names)


def written(texts: Mapping[str, str]) -> dict[str, Handwritten]:
    """Pages of `content/`: what only Markdown could bring to life, and the payloads as text and as heads."""
    markdown = page_markdown()
    both = "\n\n".join(f"{text}\n\n## {text.strip()}" for text in texts.values())
    living = "\n\n".join(payloads.MARKDOWN)
    title = next(iter(texts.values()), "编写说明")
    sources = {
        "": f"# 首页\n\n{living}",
        "about/": f"# {title}\n\n{both}",
        "privacy/": f"# 说明\n\n{living}",
    }
    return {
        path: Handwritten(*split_title(markdown.reset().convert(source)))
        for path, source in sources.items()
    }


class AnyPicture(dict[tuple[str, str], str]):
    """The same picture, a pixel, for every photograph."""

    def __missing__(self, key: tuple[str, str]) -> str:
        return "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="


class Shop(Workshop):
    """A workshop whose templates and assets are at hand; the data that scripts load are the site's own."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.__dict__["renderer"] = renderer()

    def _gathered(self, edition: Edition) -> Assets:
        return named({**shared(), **datasets(edition)})


def documents(filling: Filling, root: Path, *, preview: bool = False) -> Documents:
    """Every page of a site of payloads, its derived files written below `root`/site.

    A preview has the errors of broken files laid over every page, and the pages for staff besides.
    """
    filling.lay(root)
    shop = Shop(root)
    reading = shop.folder.read()
    assert reading.catalogue is not None, errors(reading.diagnostics)
    over = overlay(broken(filling).diagnostics, last_good=True) if preview else None
    edition = shop.edition(reading.catalogue, written(filling.texts), over, preview)
    shop.write_derived(edition, root / "site")
    return {page.file: shop.document(edition, page) for page in edition.pages()}


def broken(filling: Filling) -> Reading:
    """The same with a file for every payload that is wrong for it: each is quoted in what staff are told."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        filling.lay(root)
        for number, text in enumerate(payloads.ALL.values()):
            quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            lines = f'schema: 1\nname: 甲{number}\nkind: "{quoted}"\ncity: 云州市\n'
            (root / "bases" / f"broken-{number}.yml").write_text(
                lines, encoding="utf-8", newline="\n"
            )
        return Folder(root / "bases").read()


def staff_pages(filling: Filling) -> Documents:
    """What is made for staff in one file each: the report of a check, the sheets to be signed."""
    told = broken(filling).diagnostics
    catalogue = read(filling).catalogue
    assert catalogue is not None
    published = published_of(catalogue, {}, {}, {})
    proof = proof_of(
        Ledger(published_of(empty(catalogue), {}, {}, {})), published, catalogue, {}, (BASE,), ""
    )
    return {
        "report.html": report_page.page(report_of(told, len(FILES))),
        "proof.html": proof_document(proof, AnyPicture()),
    }


def empty(catalogue: Catalogue) -> Catalogue:
    """The same without a base: what was published before there was any."""
    return replace(catalogue, bases={})


def write(pages: Documents, site: Path) -> Iterator[str]:
    """Put pages on the disk; yields their addresses."""
    for name, text in pages.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        yield name.removesuffix("index.html")
