"""Readers who fetch pages, and what pages ask for, all the time while sites are published over one another."""

from __future__ import annotations

import http.client
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

_SHEET = re.compile(rb'<link rel="stylesheet" href="([^"]+)"')
_KEPT = 20


@dataclass
class Reader:
    """Reads what every one of several sites has, again and again, and notes what no reader should meet.

    `missing`: no answer, or not a page. `torn`: bytes that no site has. `bare`: a stylesheet that a page
    asked for and that was not there.
    """

    address: str
    sites: Sequence[Mapping[str, bytes]]
    pages: int = 0
    assets: int = 0
    missing: list[str] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)

    def read(self, until: threading.Event, offset: int) -> None:
        """Go on until told."""
        common = sorted(set.intersection(*(set(site) for site in self.sites)))
        known = {
            path: {site[path] for site in self.sites if path in site}
            for path in {path for site in self.sites for path in site}
        }
        line = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=20)
        at = offset
        # a breath now and then: the test machine has to publish as well
        while not until.wait(0.002):
            path = common[at % len(common)]
            at += 1
            content = self._fetch(line, path, known, self.missing)
            self.pages += path.endswith(".html")
            self.assets += not path.endswith(".html")
            # the sheets that the page asks for, which another release may just have taken away
            for found in _SHEET.findall(content) if path.endswith(".html") else ():
                sheet = urljoin(f"/{path}", found.decode()).lstrip("/")
                self._fetch(line, sheet, known, self.bare)
                self.assets += 1
        line.close()

    def _fetch(
        self,
        line: http.client.HTTPConnection,
        path: str,
        known: Mapping[str, set[bytes]],
        lost: list[str],
    ) -> bytes:
        try:
            line.request("GET", f"/{path}")
            answer = line.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException) as fault:
            line.close()
            lost.append(f"{path}: {fault!r}")
            return b""
        if answer.status != 200:
            lost.append(f"{path}: {answer.status}")
            return b""
        if content not in known.get(path, set()):
            self.torn.append(f"{path}: {len(content)} bytes")
        return content

    @property
    def wrong(self) -> list[str]:
        """Everything amiss, the first of each kind."""
        return [*self.missing[:_KEPT], *self.torn[:_KEPT], *self.bare[:_KEPT]]


@contextmanager
def reading(address: str, sites: Sequence[Mapping[str, bytes]], count: int = 2) -> Iterator[Reader]:
    """So many readers at once, for as long as the block lasts; what they met is in one place."""
    reader, ended = Reader(address, sites), threading.Event()
    threads = [
        threading.Thread(target=reader.read, args=(ended, number * 37), daemon=True)
        for number in range(count)
    ]
    for thread in threads:
        thread.start()
    try:
        yield reader
    finally:
        ended.set()
        for thread in threads:
            thread.join(30)
