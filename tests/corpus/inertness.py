"""Whether a page keeps what staff typed as text: no script, no handler, nothing fetched from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}  # fmt: skip
_ACTIVE = {"iframe", "object", "embed", "form", "base", "style", "applet", "frame", "animate"}
_LEADING = {"href", "xlink:href", "action", "formaction"}
_FETCHED = {"src", "srcset", "poster", "data", "background", "srcdoc"}
_SAFE_SCHEMES = {"", "http", "https", "mailto", "tel"}


class Page(HTMLParser):
    """What a page holds: its text, and everything in it that could act."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.acting: list[str] = []
        self.faults: list[str] = []
        self.said: list[str] = []
        self._open: list[str] = []
        self._kind = ""
        self.feed(source)
        self.close()
        self.faults += [f"<{tag}> stays open" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element could do."""
        given = {name: value or "" for name, value in attrs}
        if tag not in _VOID:
            self._open.append(tag)
        if tag == "script":
            self._kind = given.get("type", "")
        if tag in _ACTIVE or (tag == "meta" and "http-equiv" in given):
            self.acting.append(f"<{tag} {sorted(given.items())}>")
        for name, value in given.items():
            if name.startswith("on") or (tag == "link" and name == "href" and _remote(value)):
                self.acting.append(f"<{tag} {name}={value}>")
            if name in _LEADING and _scheme(value) not in _SAFE_SCHEMES:
                self.acting.append(f"<{tag} {name}={value}>")
            if name in _FETCHED and (_remote(value) or _scheme(value)):
                self.acting.append(f"<{tag} {name}={value}>")
        if tag == "script" and given.get("src"):
            self.acting.append(f"<script src={given['src'].rpartition('/')[2]}>")
        # what an attribute says is read aloud or shown as well
        self.said += [
            given[name] for name in ("alt", "title", "aria-label", "content") if name in given
        ]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Hold what opens against what closes."""
        if not self._open or self._open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self._open[-1:]}")
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Text, or the inside of a script."""
        if self._open and self._open[-1] == "script":
            if not (self._kind == "application/ld+json" and _is_json(data)):
                self.acting.append(f"<script>{data}")
        elif not self._open or self._open[-1] != "style":
            self.said.append(data)

    def handle_comment(self, data: str) -> None:
        """A comment could swallow a page."""
        self.acting.append(f"<!--{data}-->")


def acting(sources: Iterable[str]) -> set[str]:
    """All that could act on some pages."""
    return {one for source in sources for one in Page(source).acting}


def faults(sources: Iterable[str], known: set[str]) -> Iterator[str]:
    """What acts on these pages beyond what is known, and where what opens does not close."""
    for source in sources:
        page = Page(source)
        yield from (one for one in page.acting if one not in known)
        yield from page.faults


def _is_json(data: str) -> bool:
    try:
        json.loads(data)
    except ValueError:
        return False
    return True


def _scheme(value: str) -> str:
    # browsers drop blanks and control characters from a scheme
    plain = "".join(one for one in value if ord(one) > 32)
    try:
        return urlsplit(plain).scheme.lower()
    except ValueError:
        return "unreadable"


def _remote(value: str) -> bool:
    return value.strip().startswith("//") or _scheme(value) in ("http", "https")
