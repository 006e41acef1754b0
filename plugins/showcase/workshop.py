"""A project on disk put together: its folder read, its edition made, its derived files written.

What the shells share, so that the check at a desk and the build of the site can never disagree.
"""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from . import addresses, photographs, prose_folder
from .addresses import Addresses
from .assets import Assets
from .catalogue import Catalogue
from .checkup import Checkup, examine
from .confinement import explore
from .datasets import datasets
from .derived import Derived
from .diagnostics import Diagnostic, errors, in_order
from .display import display_words, words_of
from .edition import Edition, Handwritten, Page
from .folder import Folder, Reading
from .fonts import missing
from .listing import files_of
from .markdown_prose import Story
from .model import PartialDate
from .pronunciation import slugs
from .prose_folder import Prose
from .render import Renderer
from .views.atlas import Atlas
from .views.home import SCROLL, picked
from .views.shell import Overlay

LISTS = (
    addresses.DIRECTORY, addresses.TIMELINE, addresses.STANDARDS, addresses.CITIES, addresses.SOURCES,
    addresses.GLOSSARY, addresses.FIELDS, addresses.SEARCH, addresses.REGISTER, addresses.COMPARE,
)  # fmt: skip
"""Pages that every site has."""


@dataclass
class Workshop:
    """The folders of a project. `root` holds `bases/`, `content/`, `overrides/` and the cache."""

    root: Path
    bases: Path = field(init=False)
    folder: Folder = field(init=False)
    _prose: Prose | None = field(default=None, init=False, repr=False)
    _shared: tuple[Edition, Assets] | None = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        self.bases = self.root / "bases"
        self.folder = Folder(self.bases)

    @property
    def watched(self) -> tuple[Path, ...]:
        """The folders whose changes a preview follows."""
        return tuple(self.root / name for name in ("bases", "content", "overrides"))

    def read(self, *, drafts: bool = False) -> Reading:
        """Read and check everything under `bases/`, and the pages of `content/`."""
        prose = prose_folder.read(self.root, self.folder.tried)
        if not self.folder.tried:
            self._prose = prose
        reading = self.folder.read(drafts=drafts, prose=prose.texts)
        lost = prose_folder.links_to_no_page(prose, self._paths(reading.legible, prose))
        astray = (*self.astray(), *prose.diagnostics)
        found = in_order((*reading.diagnostics, *astray, *lost))
        return Reading(None if errors(found) else reading.catalogue, found, reading.legible)

    def astray(self) -> Iterator[Diagnostic]:
        """What programs that know no such limits must not come near: MkDocs walks through `content/` and `overrides/`
        and follows every link, and what lies in the cache is copied as it is."""
        for name in (prose_folder.NAME, "overrides", ".cache"):
            yield from explore(self.root, name, folder_links=False).faults.values()

    def _paths(self, catalogue: Catalogue, prose: Prose) -> Container[str]:
        """The site paths of all pages; worked out only where a page of `content/` leads to a generated one."""
        led = {to.partition("#")[0] for links in prose.links.values() for to in links.values()}
        if led <= {"", *prose.pages, *LISTS}:
            return led
        return {page.path for page in self.edition(catalogue, prose.pages).pages()}

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
        return self._content().pages

    def _content(self) -> Prose:
        """What `content/` held when it was checked: read once more, a page could be lost without a word."""
        return self._prose or prose_folder.read(self.root)

    def document(self, edition: Edition, page: Page) -> str:
        """One finished page."""
        return self.renderer.render(
            page.view(), edition.shell(page), page.path, self.assets(edition)
        )

    def assets(self, edition: Edition) -> Assets:
        """What all pages of an edition share, made before its first page: pages name it by its content."""
        if self._shared is None or self._shared[0] is not edition:
            self._shared = edition, self._gathered(edition)
        return self._shared[1]

    def _gathered(self, edition: Edition) -> Assets:
        overrides = self.root / "overrides"
        words = display_words(edition) + template_words(overrides)
        return self._derived.assets(overrides / "assets", words, datasets(edition))

    @property
    def _derived(self) -> Derived:
        return Derived(self.root / ".cache", self.bases)

    def lacking_characters(self, catalogue: Catalogue) -> tuple[str, ...]:
        """What the site would set in the display face and the face does not have."""
        return missing(words_of(catalogue, self.handwritten()))

    def write_derived(self, edition: Edition, site: Path) -> None:
        """Shared assets, covers and photographs of an edition."""
        chosen = edition.atlas.catalogue.site.content.home.scroll
        panels = [record.id for record in picked(edition.atlas, chosen, SCROLL)]
        self._derived.write(edition.atlas.catalogue, panels, self.assets(edition), site)
        for name, path in self._content().pictures.items():
            photographs.publish(path.parent, path.name, site / name)


def template_words(overrides: Path) -> str:
    """The words that templates and scripts print themselves, section heads among them."""
    return "".join(
        path.read_text("utf-8")
        for name, path in files_of(overrides)
        if name.endswith((".html", ".js"))
    )
