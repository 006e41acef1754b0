"""The MkDocs plugin: one line per event, each naming what does the work. No domain logic here."""

from __future__ import annotations

import gc
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from .catalogue import Catalogue, blank
from .diagnostics import Diagnostic, Level, errors
from .edition import NOT_FOUND, Edition, Page
from .previewing import let_reload
from .reports import terminal
from .rewatching import keep_watching
from .views.shells import overlay
from .workshop import Workshop

if TYPE_CHECKING:
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

# the name under which MkDocs counts warnings for --strict
_log = logging.getLogger("mkdocs.plugins.showcase")


class FinishedPage(MkDocsPage):
    """A page whose document our own renderer makes: there is no Markdown to read or convert."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing to read."""
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to convert."""
        self.content = ""


class Options(Config):
    """None: what the site is stands in `bases/_site.yml`."""


class ShowcasePlugin(BasePlugin[Options]):
    """Adds every page of the showcase to a MkDocs build."""

    workshop: Workshop
    edition: Edition
    good: Catalogue | None = None
    serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview. Having this event keeps the plugin across rebuilds."""
        self.serving = command == "serve"
        # a build makes much and drops little: Python's usual search for garbage takes a sixth of it
        gc.set_threshold(50_000, 20, 20)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the project and watch what staff edit."""
        root = Path(config.config_file_path).resolve().parent
        if not hasattr(self, "workshop") or self.workshop.root != root:
            self.workshop, self.good = Workshop(root), None
        self.workshop.reload_templates()
        config.theme.static_templates.add(NOT_FOUND)
        config.watch = sorted({*config.watch, *map(str, self.workshop.watched)})
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Stop before MkDocs follows a link out of the project."""
        if any(self.workshop.astray()):
            raise _refusal(errors(self.workshop.read().diagnostics))

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Read `bases/` and `content/` and let a file stand for every page; nothing else gets into the site."""
        reading = self.workshop.read(drafts=self.serving)
        least = Level.ERROR if self.serving else Level.WARNING
        for one in (one for one in reading.diagnostics if least <= one.level <= Level.WARNING):
            _log.warning(terminal.told((one,)))
        if reading.catalogue is not None:
            self.good = reading.catalogue
        found = errors(reading.diagnostics)
        if found and not self.serving:
            raise _refusal(found)
        over = overlay(reading.diagnostics, last_good=self.good is not None)
        self.edition = self.workshop.edition(self.good or blank(), None, over, self.serving)
        for file in list(files):
            files.remove(file)
        for page in self.edition.generated():
            files.append(_file(page, config))
        return files

    def on_page_context(
        self,
        context: TemplateContext,
        /,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Hand the finished document to the template that prints nothing else."""
        shown = cast("dict[str, str]", context)
        made = self.edition.page_at(page.url.removeprefix("./"))
        shown["document"] = self.workshop.document(self.edition, made)
        return context

    def on_post_template(
        self, output_content: str, /, *, template_name: str, config: MkDocsConfig
    ) -> str | None:
        """Our own 404 page; no sitemap without an address."""
        if template_name != NOT_FOUND:
            return None if config.site_url else ""
        return self.workshop.document(self.edition, self.edition.page_at(NOT_FOUND))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Stylesheets, display font, covers, photographs."""
        self.workshop.write_derived(self.edition, Path(config.site_dir))

    def on_serve(self, server: Any, /, *, config: MkDocsConfig, builder: Any) -> Any:
        """Go on watching folders that are replaced as a whole; reload although pages forbid scripts."""
        keep_watching(server, self.workshop.watched)
        let_reload(server)
        return server


def _refusal(found: tuple[Diagnostic, ...]) -> PluginError:
    return PluginError(f"有{len(found)}处要改，网站没有动：\n\n{terminal.told(found)}")


def _file(page: Page, config: MkDocsConfig) -> File:
    name = f"{page.path.rstrip('/') or 'index'}.md"
    file = File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = None
    FinishedPage(page.title, file, config)
    return file
