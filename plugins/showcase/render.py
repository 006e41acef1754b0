"""Views to HTML: each view's own template, in a Jinja2 environment that knows nothing of MkDocs."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader, StrictUndefined, pass_context

from .addresses import leading
from .assets import Assets
from .compiling import LeanEnvironment
from .views import pages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from jinja2.runtime import Context

    from .views.shell import Shell

TEMPLATES: Mapping[type, str] = MappingProxyType(
    {
        pages.HomeView: "showcase/pages/home.html",
        pages.DirectoryView: "showcase/pages/directory.html",
        pages.RegisterView: "showcase/pages/register.html",
        pages.CompareView: "showcase/pages/compare.html",
        pages.ProfileView: "showcase/pages/profile.html",
        pages.TimelineView: "showcase/pages/timeline.html",
        pages.CitiesView: "showcase/pages/cities.html",
        pages.CityView: "showcase/pages/city.html",
        pages.StandardsView: "showcase/pages/standards.html",
        pages.StandardView: "showcase/pages/standard.html",
        pages.ScorecardView: "showcase/pages/scorecard.html",
        pages.SourcesView: "showcase/pages/sources.html",
        pages.SourceView: "showcase/pages/source.html",
        pages.GlossaryView: "showcase/pages/glossary.html",
        pages.SearchView: "showcase/pages/search.html",
        pages.FieldsView: "showcase/pages/fields.html",
        pages.CheckupView: "showcase/pages/checkup.html",
        pages.ProseView: "showcase/pages/prose.html",
        pages.NotFoundView: "showcase/pages/not_found.html",
        pages.MovedView: "showcase/pages/moved.html",
        pages.ProblemsView: "showcase/pages/problems.html",
    }
)


@dataclass(frozen=True)
class Page:
    """Where the page stands from which links lead: what every one of its URLs depends on.

    `path` is ``""``, ``bases/yunqiao/`` or ``404.html``. `base` is empty, or the site's own address
    (``/`` or ``/showcase/``) for a page that is served at any depth, as the 404 page is.
    """

    path: str
    base: str = ""
    index_names: bool = False
    assets: Assets = field(default_factory=Assets)

    @cached_property
    def url(self) -> Callable[[str], str]:
        """From a site path, a fragment of one or an address elsewhere to the URL that leads there from this page."""
        return leading(self.path, base=self.base, index_names=self.index_names)

    def asset(self, name: str) -> str:
        """The URL of a file that all pages share. Raises AssetError where there is none of that name."""
        return self.url(self.assets.path(name))


# Macros are imported without context, which lets Jinja compile and keep them once; so the filter
# learns the page that is being rendered from here.
_page: ContextVar[Page] = ContextVar("page")


@pass_context  # unused, but without it Jinja would work out constant paths once, for the first page
def url(_: Context, path: str) -> str:
    """A filter of our templates: a site path, as seen from the page being rendered."""
    return _page.get().url(path)


@pass_context
def asset(_: Context, name: str) -> str:
    """The other filter: a file below `overrides/assets/`, under the name that tells its content."""
    return _page.get().asset(name)


class Renderer:
    """Renders views with the templates under `overrides`, each compiled once.

    `index_names` writes out ``index.html`` where a link leads to a folder, as ``file://`` needs.
    """

    def __init__(self, overrides: Path, *, index_names: bool = False) -> None:
        self.environment = LeanEnvironment(
            loader=FileSystemLoader(overrides),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.environment.filters |= {"url": url, "asset": asset}
        self._index_names = index_names

    def render(self, view: object, shell: Shell, path: str, assets: Assets) -> str:
        """The whole document of one page; `path` is the page's own site path."""
        template = self.environment.get_template(TEMPLATES[type(view)])
        token = _page.set(Page(path, shell.base, self._index_names, assets))
        try:
            return template.render(view=view, shell=shell)
        finally:
            _page.reset(token)
