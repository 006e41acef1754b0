"""What surrounds every page: head, header, footer, and the errors that the preview lays over it."""

from __future__ import annotations

from dataclasses import dataclass

from ..markup import Html
from ..policy import REFERRER
from ..reports.excerpt import Excerpt
from .parts import Link


@dataclass(frozen=True, slots=True)
class NavLink:
    """A word of the main navigation."""

    text: str
    path: str
    current: bool


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, ready to print, with the same parts as in the terminal.

    `level` is 错误; `line` the offending line, if there is one to show; `better` the lines that should stand
    there, and where nobody but a person can tell, `mend` says what to do. One of the two is empty.
    """

    level: str
    place: str
    field: str
    what: str
    code: str
    line: Excerpt | None
    better: tuple[str, ...]
    mend: str


@dataclass(frozen=True, slots=True)
class Overlay:
    """The errors of the files as they are now, laid over the last good page; `rest` counts what else was told."""

    title: str
    lead: str
    problems: tuple[Problem, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class Footer:
    """The foot of every page. What is not filled in is empty and not printed."""

    about: str
    sponsor: str
    organiser: str
    site_links: tuple[Link, ...]
    use_links: tuple[Link, ...]
    updated: str
    icp: str
    police: str
    police_path: str
    licences: str


@dataclass(frozen=True, slots=True)
class Shell:
    """Everything about a page that is not its content.

    `page` is the page's own site path (``bases/yunqiao/``), `canonical` the full address or empty,
    `grey` the memorial mode, `draft` a page that is not published yet. `base` is empty but on the
    404 page, which is served at any depth: there it is the site's own address, ``/`` or ``/showcase/``.
    `policy` is what the page says it may load, `referrer` what other sites learn from a link to them.
    """

    title: str
    description: str
    canonical: str
    site_name: str
    page: str
    grey: bool
    draft: bool
    nav: tuple[NavLink, ...]
    footer: Footer
    overlay: Overlay | None
    policy: Html
    base: str = ""
    referrer: str = REFERRER
