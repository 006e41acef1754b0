"""Walking a site from its home page: every page, every file that a page asks for, by a server or from a disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import urlopen

from tests.site.document import Document
from tests.site.test_links import links

_CSS_URL = re.compile(r'url\("([^"]+)"\)')


@dataclass
class Walk:
    """A walk from `start` and, for what nothing leads to, from `also`. By URL the status, and which pages lead where nothing is."""

    start: str
    also: tuple[str, ...] = ()
    status: dict[str, int] = field(default_factory=dict)
    dead: list[str] = field(default_factory=list)
    outside: set[str] = field(default_factory=set)
    _places: dict[str, set[str]] = field(default_factory=dict)

    def run(self) -> Walk:
        """Walk on until nothing new comes."""
        waiting = [(url, "", "the beginning") for url in (self.start, *self.also)]
        asked: list[tuple[str, str, str]] = []
        while waiting:
            url, fragment, origin = waiting.pop()
            if not url.startswith(self.start.rpartition("/")[0] + "/"):
                self.outside.add(url)
                continue
            asked.append((url, fragment, origin))
            if url not in self.status:
                waiting += [(*urldefrag(to), url) for to in self._leading(url)]
        for url, fragment, origin in asked:
            if self.status[url] != 200:
                self.dead.append(f"{origin} leads to {url}: {self.status[url]}")
            elif fragment and unquote(fragment) not in self._places.get(url, set()):
                self.dead.append(f"{origin} leads to no place {fragment} of {url}")
        return self

    def _leading(self, url: str) -> Iterator[str]:
        """Where a file leads, absolute."""
        self.status[url], content = fetched(url)
        if self.status[url] != 200:
            return
        if url.endswith(".css"):
            yield from (urljoin(url, one) for one in _CSS_URL.findall(content.decode()))
        elif content[:15].lower().startswith(b"<!doctype html>"):
            page = Document(urlsplit(url).path.lstrip("/"), content.decode())
            self._places[url] = set(page.by_id)
            yield from (urljoin(url, to) for _, to in links(page))


def fetched(url: str) -> tuple[int, bytes]:
    """A file by its URL; 404 where there is none, and for a folder on a disk, which no browser shows as a page."""
    if url.startswith("file://"):
        path = Path(unquote(urlsplit(url).path))
        return (200, path.read_bytes()) if path.is_file() else (404, b"")
    try:
        with urlopen(url, timeout=20) as answer:
            return answer.status, answer.read()
    except HTTPError as refusal:
        with refusal:
            return refusal.code, b""
