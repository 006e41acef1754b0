"""An edition of the showcase: every page of the site, each with its address, view and shell.

The core's last step: from here a renderer makes the documents, with or without MkDocs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from . import addresses
from .checkup import Checkup
from .markup import NOTHING, Html
from .model import Publication
from .views import (
    checkup,
    cities,
    compare,
    directory,
    fields,
    glossary,
    home,
    profile,
    register,
    scorecard,
    search,
    sources,
    standards,
    timeline,
)
from .views.atlas import Atlas
from .views.pages import MovedView, NotFoundView, ProblemsView, ProseView
from .views.parts import Link
from .views.prose import Prose
from .views.sheet import Sheet
from .views.shell import Overlay, Shell
from .views.shells import shell
from .views.wording import place_of

NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class Page:
    """One page to be: its site path, its title, and how its view is made when it is needed.

    `origin` is the file that staff edit to change it, empty for pages made of many.
    """

    path: str
    title: str
    view: Callable[[], object]
    description: str = ""
    draft: bool = False
    origin: str = ""
    base: str = ""

    @property
    def file(self) -> str:
        """Where the document lies in the built site."""
        return f"{self.path}index.html" if not self.path or self.path.endswith("/") else self.path


@dataclass(frozen=True, slots=True)
class Handwritten:
    """A page of `content/`: its title and its body as safe HTML."""

    title: str
    body: Html


@dataclass(frozen=True)
class Edition:
    """All pages of a site. `written` holds the pages of `content/` by site path; the home page's is its lead.

    `examined` is there in the preview alone: a page for staff, and a link to it at the foot of every page.
    """

    atlas: Atlas
    prose: Prose
    written: Mapping[str, Handwritten] = field(default_factory=dict)
    overlay: Overlay | None = None
    examined: Checkup | None = None

    def shell(self, page: Page) -> Shell:
        """What surrounds a page."""
        around = shell(
            self.atlas,
            page.path,
            page.title,
            page.description,
            draft=page.draft,
            base=page.base,
            overlay=self.overlay,
        )
        return checkup.linked(around) if self.examined else around

    def pages(self) -> Iterator[Page]:
        """Every page, the home page first."""
        yield self.home_page()
        yield from self._bases()
        yield from self._lists()
        yield from self._standards()
        yield from self._sources()
        yield Page(addresses.FIELDS, "填写说明", fields.fields)
        if self.examined is not None:
            yield from self._examined(self.examined)
        for path, one in self.written.items():
            if path != addresses.HOME:
                yield self.prose_page(path, one)
        yield not_found_page(self.atlas)

    def generated(self) -> Iterator[Page]:
        """Every page but the one for addresses that lead nowhere. While there is nothing to show, what stands at the
        addresses of `content/` says so."""
        if self._empty:
            yield from map(problems_page, {addresses.HOME: None, **self.written})
        else:
            yield from (page for page in self.pages() if page.path != NOT_FOUND)

    def page_at(self, path: str) -> Page:
        """The page of an address: a generated one, one written by hand, or what stands in for them."""
        if self._empty:
            return problems_page(path)
        return self._by_path.get(path) or self.prose_page(path, self.written[path])

    @property
    def _empty(self) -> bool:
        return not self.atlas.catalogue.bases

    @cached_property
    def _by_path(self) -> Mapping[str, Page]:
        return {page.path: page for page in self.pages()}

    def home_page(self) -> Page:
        """The home page."""
        tagline = self.atlas.catalogue.site.content.tagline or ""
        return Page(addresses.HOME, "", self._home, tagline)

    def _home(self) -> object:
        # looked up when the page is made: MkDocs converts prose after it has asked for the pages
        lead = self.written.get(addresses.HOME, Handwritten("", NOTHING)).body
        return home.home(Sheet(self.atlas, addresses.HOME), lead)

    def prose_page(self, path: str, one: Handwritten) -> Page:
        """A page written by hand."""
        return Page(path, one.title, partial(ProseView, one.title, one.body))

    def _sheeted(self, path: str, make: Callable[..., object], *given: object) -> object:
        return make(Sheet(self.atlas, path), *given)

    def _bases(self) -> Iterator[Page]:
        for identity, record in self.atlas.catalogue.bases.items():
            base, path = record.content, addresses.base(identity)
            draft = base.status is not Publication.published
            view = partial(self._sheeted, path, profile.profile, record, self.prose)
            described = profile.description_of(base)
            yield Page(path, base.name, view, described, draft, record.file)
            if len(self.atlas.happenings[identity]) > 1:
                path = addresses.base_timeline(identity)
                view = partial(self._sheeted, path, timeline.base_timeline, record)
                title = f"{base.name}大事记"
                yield Page(path, title, view, f"{place_of(base)}·{title}", draft, record.file)
            if base.standards:
                path = addresses.scorecard(identity)
                printed = partial(scorecard.scorecard, self.atlas, record)
                described = scorecard.description_of(self.atlas, record)
                yield Page(path, scorecard.title_of(base), printed, described, draft, record.file)
            for old in base.former_ids:
                moved = partial(MovedView, base.name, addresses.base(identity))
                yield Page(addresses.base(old), base.name, moved, origin=record.file)

    def _lists(self) -> Iterator[Page]:
        atlas = self.atlas
        for number in range(1, len(atlas.listed_parts) + 1):
            path = addresses.part(addresses.DIRECTORY, number)
            yield Page(path, "全部基地", partial(directory.directory, atlas, number))
        for number in range(1, len(atlas.chronicle_parts) + 1):
            path = addresses.part(addresses.TIMELINE, number)
            view = partial(self._sheeted, path, timeline.site_timeline, number)
            yield Page(path, "时间线", view)
        for number in range(1, len(register.register_parts(atlas)) + 1):
            path = addresses.part(addresses.REGISTER, number)
            view = partial(self._sheeted, path, register.register, number)
            yield Page(path, "基地一览表", view)
        yield Page(addresses.COMPARE, "基地对比", compare.page)
        yield Page(addresses.CITIES, "城市", partial(cities.cities, atlas))
        for city in atlas.cities:
            for number in range(1, cities.city_parts(atlas, city) + 1):
                path = addresses.part(atlas.addresses.city(city), number)
                view = partial(self._sheeted, path, cities.city, city, number)
                yield Page(path, city, view)
        path = addresses.GLOSSARY
        yield Page(path, "术语", partial(self._sheeted, path, glossary.glossary))
        yield Page(addresses.SEARCH, search.TITLE, partial(search.search, atlas))

    def _standards(self) -> Iterator[Page]:
        atlas = self.atlas
        yield Page(addresses.STANDARDS, "标准与模式", partial(standards.standards, atlas))
        for identity, record in atlas.catalogue.standards.items():
            for number in range(1, standards.standard_parts(atlas, identity) + 1):
                path = addresses.part(addresses.standard(identity), number)
                view = partial(self._sheeted, path, standards.standard, identity, number)
                described = "、".join(one.name for one in record.content.all_criteria)
                yield Page(path, record.content.name, view, described, origin=record.file)

    def _sources(self) -> Iterator[Page]:
        atlas = self.atlas
        yield Page(addresses.SOURCES, "资料来源", partial(sources.sources, atlas))
        for identity, content in atlas.catalogue.sources.items():
            for number in range(1, sources.source_parts(atlas, identity) + 1):
                path = addresses.part(addresses.source(identity), number)
                view = partial(sources.source, atlas, identity, number)
                yield Page(path, sources.title_of(content), view)

    def _examined(self, examined: Checkup) -> Iterator[Page]:
        for number in range(1, checkup.parts(self.atlas) + 1):
            path = addresses.part(addresses.CHECKUP, number)
            view = partial(checkup.checkup, self.atlas, examined, number)
            yield Page(path, checkup.TITLE, view)


def not_found_page(atlas: Atlas) -> Page:
    """Where an address that does not exist leads. It is served at any depth, so its links start at the root."""
    address = atlas.catalogue.site.content.address or ""
    base = "/" + address.split("://", 1)[-1].partition("/")[2].strip("/")
    ways = (
        Link("首页", addresses.HOME),
        Link("全部基地", addresses.DIRECTORY),
        Link("标准与模式", addresses.STANDARDS),
        Link("时间线", addresses.TIMELINE),
    )
    view = partial(NotFoundView, "没有这一页", "地址可能写错了，或者这一页换了地方。", ways)
    return Page(NOT_FOUND, "没有这一页", view, base=base if base == "/" else f"{base}/")


def problems_page(path: str) -> Page:
    """What the preview shows at any address while there is no good version yet."""
    title = "有文件要改"
    return Page(path, title, partial(ProblemsView, title), base="/" if path == NOT_FOUND else "")
