"""Where everything stands on the site. Paths are relative to the site's root and end with a slash."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

HOME = ""
DIRECTORY = "bases/"
REGISTER = "register/"
COMPARE = "compare/"
TIMELINE = "timeline/"
STANDARDS = "standards/"
CITIES = "cities/"
SOURCES = "sources/"
GLOSSARY = "glossary/"
SEARCH = "search/"
FIELDS = "fields/"
CHECKUP = "checkup/"
"""Of the preview alone."""
ABOUT = "about/"
PRIVACY = "privacy/"
COVERS = "assets/covers/"
PHOTOGRAPHS = "assets/photographs/"
PICTURES = "assets/pictures/"
"""Of the pages of `content/`."""
_ELSEWHERE = ("https://", "http://", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses whose names must be worked out: `city_slugs` maps 青岛市 to qingdao."""

    city_slugs: Mapping[str, str]

    def city(self, name: str) -> str:
        """A city's page."""
        return f"{CITIES}{self.city_slugs[name]}/"


def base(identity: str, anchor: str = "") -> str:
    """A base's profile, or a spot on it."""
    return f"{DIRECTORY}{identity}/" + (f"#{anchor}" if anchor else "")


def base_timeline(identity: str) -> str:
    """A base's own timeline."""
    return f"{DIRECTORY}{identity}/timeline/"


def scorecard(identity: str, anchor: str = "") -> str:
    """A base's checklists for printing, or one of them. Ids have no slash, so no other page can have this address."""
    return f"{DIRECTORY}{identity}/scorecard/" + (f"#{anchor}" if anchor else "")


def standard(identity: str, anchor: str = "") -> str:
    """A standard's page, or a spot on it."""
    return f"{STANDARDS}{identity}/" + (f"#{anchor}" if anchor else "")


def source(identity: str) -> str:
    """A source's page."""
    return f"{SOURCES}{identity}/"


def term(identity: str) -> str:
    """A term's entry in the glossary."""
    return f"{GLOSSARY}#{identity}"


def part(path: str, number: int) -> str:
    """The page `number`, counted from 1, of a list that spans several."""
    return path if number == 1 else f"{path}{number}/"


def photograph(identity: str, name: str) -> str:
    """The published form of a photograph, under a name that is safe anywhere and says nothing."""
    return f"{PHOTOGRAPHS}{identity}/{hashlib.sha256(name.encode()).hexdigest()[:16]}.jpg"


def relative(page: str, target: str, *, base: str = "", index_names: bool = False) -> str:
    """The URL on `page` that leads to `target`: a site path, a fragment of one, or an address elsewhere.

    `base` is empty, or the site's own address (``/``, ``/showcase/``) for a page that is served at any
    depth, as the 404 page is. With `index_names`, folders get their ``index.html``, for sites opened
    from a disk. Never empty, so that no path can pass for a scheme.
    """
    return leading(page, base=base, index_names=index_names)(target)


def leading(page: str, *, base: str = "", index_names: bool = False) -> Callable[[str], str]:
    """The same for many targets of one page: a function from a target to its URL."""
    root = base or "../" * page.count("/") or "./"

    def url(target: str) -> str:
        if target.startswith("#") and not base:
            return target
        if target.startswith(_ELSEWHERE):
            return target
        path, mark, fragment = target.partition("#")
        if mark and not base and path == page:
            return f"#{fragment}"
        if index_names and (not path or path.endswith("/")):
            path += "index.html"
        return f"{root}{path}{mark}{fragment}"

    return url


def cover(identity: str, ratio: str, scheme: str) -> str:
    """The file of a cover."""
    dark = "-dark" if scheme == "dark" else ""
    return f"{COVERS}{identity}-{ratio}{dark}.svg"
