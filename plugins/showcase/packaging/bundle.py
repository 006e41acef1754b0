"""The files of a package: every page with links that lead to files, so that a disk can stand for a server."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from ..catalogue import Catalogue
from ..edition import NOT_FOUND, Handwritten
from ..markup import sanitised_page
from ..release import Release, is_lasting
from ..render import Renderer
from ..switching import sites
from ..workshop import Workshop
from . import leaflet, web_config

_LINK = re.compile(r'(?P<before><a\b[^>]*? href="(?:\.\.?/|[\w.-]+/)+)(?=["#])')
"""A link within the site that leads to a folder, in HTML that was made safe: no text there can look like a tag."""


def fill(workshop: Workshop, catalogue: Catalogue, folder: Path) -> Release:
    """Lay the whole site of a catalogue into an empty folder, sealed. Raises OSError."""
    renderer = Renderer(workshop.root / "overrides", index_names=True)
    written = {path: _led(one) for path, one in workshop.handwritten().items()}
    made = workshop.edition(catalogue, written)
    edition = replace(made, atlas=replace(made.atlas, index_names=True))
    assets = workshop.assets(edition)
    for page in edition.pages():
        if page.path != NOT_FOUND:
            document = renderer.render(page.view(), edition.shell(page), page.path, assets)
            _put(folder / page.file, document.encode())
    workshop.write_derived(edition, folder)
    site = catalogue.site.content
    _put(folder / NOT_FOUND, leaflet.not_found(site.name, site.address or ""))
    _put(folder / leaflet.README, leaflet.readme(site.name))
    lasting = (path for path in assets.files if is_lasting(path))
    _put(folder / web_config.NAME, web_config.web_config(lasting).encode())
    return sites.seal(folder, catalogue.bases)


def _led(one: Handwritten) -> Handwritten:
    return replace(one, body=sanitised_page(_LINK.sub(r"\g<before>index.html", one.body)))


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
