"""A project on disk put together: its folder read, its edition made, its derived files written.

What the shells share, so that the check at a desk and the build of the site can never disagree.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from . import addresses
from .addresses import Addresses
from .catalogue import Catalogue
from .checkup import Checkup, examine
from .derived import Derived
from .diagnostics import Diagnostic, Level, Place, errors, in_order
from .display import display_words, words_of
from .drafting.text import UnreadableError, decode, decoded
from .edition import Edition, Handwritten, Page
from .folder import Folder, Reading
from .fonts import missing
from .markdown_prose import Story, page_markdown, split_title
from .model import PartialDate
from .pronunciation import slugs
from .reading.telling import remarks, unreadable
from .render import Renderer
from .views.atlas import Atlas
from .views.home import SCROLL, picked
from .views.shell import Overlay

CONTENT = ("index.md", "about.md", "privacy.md")
"""The pages of `content/` that every page of the site links to."""
_MARKDOWN_LINK = re.compile(r'href="(?P<stem>[a-z0-9/-]+)\.md(?P<fragment>(?:#[^"]*)?)"')


@dataclass
class Workshop:
    """The folders of a project. `root` holds `bases/`, `content/`, `overrides/` and the cache."""

    root: Path
    bases: Path = field(init=False)
    folder: Folder = field(init=False)

    def __post_init__(self) -> None:
        self.bases = self.root / "bases"
        self.folder = Folder(self.bases)

    @property
    def watched(self) -> tuple[Path, ...]:
        """The folders whose changes a preview follows."""
        return tuple(self.root / name for name in ("bases", "content", "overrides"))

    def read(self, *, drafts: bool = False) -> Reading:
        """Read and check everything under `bases/`, and the pages of `content/`."""
        prose: dict[str, str] = {}
        faults = tuple(self._read_content(prose))
        reading = self.folder.read(drafts=drafts, prose=prose)
        found = in_order((*reading.diagnostics, *faults))
        return Reading(None if errors(found) else reading.catalogue, found, reading.legible)

    def _read_content(self, prose: dict[str, str]) -> Iterator[Diagnostic]:
        """Put the text of every page of `content/` into `prose`, and tell which cannot be read."""
        tried = self.folder.tried
        for name in CONTENT:
            if not (self.root / "content" / name).is_file():
                place, values = Place(f"content/{name}"), {"written": f"content/{name}"}
                yield Diagnostic("file-missing", Level.ERROR, place, values=values)
        for path in sorted((self.root / "content").rglob("*.md")):
            file = path.relative_to(self.root).as_posix()
            try:
                content = decoded(tried[file] if file in tried else path.read_bytes())
            except UnreadableError as fault:
                yield unreadable(fault, file)
            else:
                prose[file] = content.text
                yield from remarks(content.remarks, file, content.text)

    @cached_property
    def renderer(self) -> Renderer:
        """Templates to HTML."""
        return Renderer(self.root / "overrides")

    def reload_templates(self) -> None:
        """Read the templates anew at the next page: someone may have changed them."""
        self.__dict__.pop("renderer", None)

    @cached_property
    def story(self) -> Story:
        """Markdown of staff to safe HTML."""
        return Story()

    def edition(
        self,
        catalogue: Catalogue,
        written: Mapping[str, Handwritten] | None = None,
        overlay: Overlay | None = None,
        preview: bool = False,
    ) -> Edition:
        """All pages of the site. Without `written`, the pages of `content/` are read here.

        A `preview` also has what is for staff alone: the checkup as of today.
        """
        registered = catalogue.site.content.cities
        atlas = Atlas(catalogue, Addresses(slugs(catalogue.cities, registered)))
        pages = self.handwritten() if written is None else written
        examined = self.checkup(catalogue) if preview else None
        return Edition(atlas, self.story, pages, overlay, examined)

    def checkup(self, catalogue: Catalogue) -> Checkup:
        """What each base lacks, as of today: the only place where the day is asked for."""
        today = datetime.date.today()
        return examine(catalogue, PartialDate(today.year, today.month, today.day))

    def handwritten(self) -> Mapping[str, Handwritten]:
        """The pages of `content/` by site path."""
        pages = {}
        markdown = page_markdown()
        content = self.root / "content"
        for path in sorted(content.rglob("*.md")):
            here = site_path(path.relative_to(content).with_suffix("").as_posix())
            html = markdown.reset().convert(decode(path.read_bytes()))
            title, body = split_title(_MARKDOWN_LINK.sub(partial(_linked, here), html))
            pages[here] = Handwritten(title, body)
        return pages

    def document(self, edition: Edition, page: Page) -> str:
        """One finished page."""
        return self.renderer.render(page.view(), edition.shell(page), page.path)

    def lacking_characters(self, catalogue: Catalogue) -> tuple[str, ...]:
        """What the site would set in the display face and the face does not have."""
        return missing(words_of(catalogue, self.handwritten()))

    def write_derived(self, edition: Edition, site: Path) -> None:
        """Covers, display font and photographs of an edition."""
        chosen = edition.atlas.catalogue.site.content.home.scroll
        panels = [record.id for record in picked(edition.atlas, chosen, SCROLL)]
        derived = Derived(self.root / ".cache", self.bases)
        words = display_words(edition) + template_words(self.root / "overrides")
        derived.write(edition.atlas.catalogue, panels, words, site)


def _linked(here: str, found: re.Match[str]) -> str:
    """A link to a Markdown file as MkDocs writes it: to the page that comes of it."""
    target = addresses.relative(here, site_path(found["stem"]) + found["fragment"])
    return f'href="{target}"'


def template_words(overrides: Path) -> str:
    """The words that templates print themselves, section heads among them."""
    return "".join(path.read_text("utf-8") for path in sorted(overrides.rglob("*.html")))


def site_path(stem: str) -> str:
    """Where a page of `content/` stands, given its path there without the suffix."""
    folder, _, name = stem.rpartition("/")
    within = f"{folder}/" if folder else addresses.HOME
    return within if name == "index" else f"{within}{name}/"
