"""The engine opened on documents in a tab of a real browser, for tests that ask it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from showcase.gauge.trial import ENGINE
from showcase.search.document import Document, DocumentKind
from showcase.search.index import index
from tests.site.project import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_GIVEN = "window.Showcase = {given: {}, deliver(name, value) { this.given[name] = value; }};"
_OPEN = """() => {
  window.found = ShowcaseSearch.open(Showcase.given.search);
  window.shards = found.bodies.map((one) => Showcase.given[one.name]);
}"""


@dataclass(frozen=True)
class Engine:
    """An opened index; shards are added by `add`."""

    page: Page
    faults: list[str]

    def add(self) -> None:
        """All the long texts."""
        self.page.evaluate("() => shards.forEach((one) => found.add(one))")

    def find(self, text: str, **chosen: Any) -> dict[str, Any]:
        """The answer to a query, as the pages get it."""
        answer: dict[str, Any] = self.page.evaluate(
            "([text, chosen]) => found.find(text, chosen)", [text, chosen]
        )
        assert self.faults == []
        return answer

    def titles(self, text: str, **chosen: Any) -> list[str]:
        """The titles of the hits, best first."""
        return [one["title"] for one in self.find(text, **chosen)["hits"]]


def base(title: str, **more: Any) -> Document:
    """An invented base."""
    path = more.pop("path", f"bases/{title}/")
    return Document(DocumentKind.base, title, path, **more)


@contextmanager
def opened(
    browser: Browser,
    folder: Path,
    documents: Sequence[Document],
    synonyms: Sequence[Sequence[str]] = (),
) -> Iterator[Engine]:
    """The engine with an index of these documents, its long texts not yet added."""
    data = [one.content.decode() for one in index(documents, synonyms)]
    scripts = [_GIVEN, *((ROOT / "overrides/assets" / name).read_text("utf-8") for name in ENGINE)]
    tags = []
    for number, text in enumerate((*scripts, *data)):
        (folder / f"{number}.js").write_text(text, "utf-8")
        tags.append(f'<script src="{number}.js"></script>')
    page_file = folder / "page.html"
    page_file.write_text(f'<!doctype html><meta charset="utf-8">{"".join(tags)}', "utf-8")
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(page_file.as_uri())
    page.evaluate(_OPEN)
    assert json.dumps(faults) == "[]"
    try:
        yield Engine(page, faults)
    finally:
        page.close()
