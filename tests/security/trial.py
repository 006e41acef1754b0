"""One site of payloads opened in a browser: everything about it that is not as it should be."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.security import sites
from tests.security.places import Filling
from tests.security.watching import Seen, Watch, served
from tests.site.document import bare

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MOVED = {"bases/yunqiao-old/": "bases/yunqiao/"}
CONTENT = ("about/", "privacy/")
"""The pages of `content/` that hold nothing else."""
SCHEMES = {"http:", "https:", "mailto:", "tel:"}
HOSTS = {"example.org", "a.example", "beian.mps.gov.cn", "beian.miit.gov.cn"}
"""Where sites of payloads lead by right. Payloads would lead to elsewhere.example."""
HIDDEN = {
    "Site.address", "Site.corrections", "Site.public_ok", "Site.synonyms", "Word.instead_of", "Word.write", "Word.why", "Word.apart",
    "Base.aliases", "Base.public_ok", "Review.by", "Photo.file",
    "ExternalLink.url",
}  # fmt: skip
"""Places that no page of a site shows as text: what they say is an address, a name of a file, or for staff."""
SANITISED = {"Base.story"}
"""Places whose markup is Markdown's, so that a text is not shown as it was typed."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site of payloads on a local address."""

    filling: Filling
    address: str
    paths: tuple[str, ...]

    @property
    def opened(self) -> tuple[str, ...]:
        """The pages to open. The 404 page of a site at an odd address looks for its parts there."""
        odd = "Site.address" in self.filling.texts
        return tuple(path for path in self.paths if not (odd and path == "404.html"))


@contextmanager
def standing(filling: Filling, root: Path, *, preview: bool = False) -> Iterator[Site]:
    """A site of payloads, served."""
    pages = sites.documents(filling, root, preview=preview)
    paths = tuple(sites.write(pages, root / "site"))
    with served(root / "site") as address:
        yield Site(filling, address, paths)


def tried(
    browser: Browser, site: Site, paths: tuple[str, ...] = (), *, twice: bool = True
) -> dict[str, Seen]:
    """The pages of a site as seen without its policy and, if `twice`, then with it; they must be quiet."""
    chosen = paths or site.opened
    moved = {path: to for path, to in MOVED.items() if path in chosen}
    bare_pages = Watch(browser, site.address, unguarded=True).pages(chosen, moved)
    guarded = Watch(browser, site.address).pages(chosen, moved) if twice else bare_pages
    both = (*bare_pages.items(), *guarded.items())
    noises = {path: did for path, seen in both if (did := _noises(path, seen, site.address))}
    assert noises == {}, noises
    styled = [path for path, seen in guarded.items() if seen.styles]
    assert styled == [], styled
    own = site.address.removeprefix("http://")
    astray = {
        link
        for seen in guarded.values()
        for link in seen.links
        if link[0] not in SCHEMES or link[1] not in {"", own, *HOSTS}
    }
    assert astray == set(), astray
    return guarded


def _noises(path: str, seen: Seen, address: str) -> list[str]:
    """What a page did, but for pictures that it asked this site for in vain: pages of `content/` may show some."""
    asked = (f"404: {address}/", "console: Failed to load resource: the server responded with a status of 404")  # fmt: skip
    return [one for one in seen.did if not (path in ("", *CONTENT) and one.startswith(asked))]


def unlike(seen: dict[str, Seen], harmless: dict[str, Seen]) -> dict[str, list[str]]:
    """The elements that stand on a page of payloads and not on the same page of harmless text, or otherwise."""
    found = {}
    for path in seen.keys() & harmless.keys():
        ours, theirs = seen[path].shape, harmless[path].shape
        keys = [key for key in ours.keys() | theirs if ours.get(key) != theirs.get(key)]
        if keys:
            found[path] = sorted(keys)
    return found


def told(seen: dict[str, Seen]) -> str:
    """The text of all pages that show what stands in `bases/`."""
    return "".join(one.text for path, one in seen.items() if path not in CONTENT)


def visible(text: str) -> str:
    """Text without blanks and without the signs that nobody can see: reading leaves those out, and says so."""
    return "".join(sign for sign in bare(text) if unicodedata.category(sign) != "Cf")


def _as_read(place: str, text: str) -> str:
    """A text as reading understands it: signs of an address may be typed full-width."""
    return unicodedata.normalize("NFKC", text) if place == "Source.url" else text


def lost(filling: Filling, seen: dict[str, Seen]) -> dict[str, str]:
    """The texts that should stand on some page letter by letter, and do not."""
    said = visible(told(seen))
    return {
        place: text
        for place, text in filling.texts.items()
        if place not in HIDDEN | SANITISED and visible(_as_read(place, text)) not in said
    }
