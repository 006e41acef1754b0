"""A reader who fetches pages, and what they ask for, all the time while the site is switched over and over."""

from __future__ import annotations

import hashlib
import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from showcase.switching import Past, put_back, sites
from tests.crash.outcome import Outcome
from tests.crash.small import NEW, OLD, digests, files, show

PAGES = 12
PATIENCE = 60
"""Seconds after which a reader who gets nowhere is given up."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *words: Any) -> None:
        """Say nothing."""


class _Asked(HTMLParser):
    """The addresses that a page asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Styles."""
        self.addresses += [value for name, value in attrs if name == "href" and value]


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """Serve a folder on this machine; the port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Reader(threading.Thread):
    """Reads page after page, each with what it asks for, until it is stopped."""

    def __init__(self, port: int, allowed: dict[str, set[str]]) -> None:
        super().__init__(daemon=True)
        self.port, self.allowed = port, allowed
        self.outcome = Outcome()
        self.rounds = 0
        self.progress = threading.Condition()
        self.stopped = threading.Event()

    def run(self) -> None:
        """All pages, again and again."""
        pages = sorted(name for name in self.allowed if name.endswith(".html"))
        while not self.stopped.is_set():
            for name in pages:
                page = self.fetch(name)
                asked = _Asked()
                asked.feed(page.decode())
                for address in asked.addresses:
                    self.fetch(address.removeprefix("/"))
            with self.progress:
                self.rounds += 1
                self.progress.notify_all()

    def fetch(self, name: str) -> bytes:
        """One file: there, and as one of the releases lists it."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", f"/{name}")
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        wrong = f"status {answer.status}" if answer.status != 200 else ""
        if not wrong and hashlib.sha256(content).hexdigest() not in self.allowed[name]:
            wrong = "torn, or of no release"
        self.outcome.add("page" if name.endswith(".html") else "style", wrong, name)
        return content

    def await_round(self) -> bool:
        """Wait until all pages were read once more, beginning now."""
        with self.progress:
            start = self.rounds
            return self.progress.wait_for(lambda: self.rounds > start, PATIENCE)


def read_while_publishing(folder: Path, publishes: int) -> Outcome:
    """Switch the site so many times, every third time back by `rollback`, under the eyes of a reader.

    A page is read to its end between two switches at the most, as with a site that is published every few
    minutes: styles stay for one release longer than their pages.
    """
    target = folder / "site"
    allowed: dict[str, set[str]] = {}
    for word in (OLD, NEW):
        for name, text in files(word, PAGES).items():
            allowed.setdefault(name, set()).add(hashlib.sha256(text.encode()).hexdigest())
    known = digests(folder / "known", PAGES)
    show(target, OLD, PAGES)
    with served(target) as port:
        reader = Reader(port, allowed)
        reader.start()
        try:
            for number in range(publishes):
                if number % 3 == 2:
                    put_back(target, max(Past(target).kept()), lambda former: None)
                else:
                    other = NEW if sites.digest(target) == known[OLD] else OLD
                    show(target, other, PAGES)
                if not reader.await_round():
                    reader.outcome.wrong.append("the reader stopped")
                    break
        finally:
            reader.stopped.set()
            reader.join(PATIENCE)
    reader.outcome.seen["publishes"] = publishes
    return reader.outcome
