"""Four hundred invented bases with four thousand activities: no page is heavy, and links lead to everything.

Nothing is timed here; `bench` does that. A list that is not paged, or a page that nothing leads to, fails.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest

from showcase.bench.invention import Size, invented
from showcase.bench.weight import LARGEST
from showcase.edition import NOT_FOUND, Edition
from showcase.workshop import Workshop
from tests.site.project import ROOT

SIZE = Size(400, 4000)
_LINK = re.compile(r'<a\b[^>]*? href="([^"#]*)')
_EVENT = re.compile(r'<li class="event[^"]*" id="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Made:
    """An edition and its documents by file."""

    edition: Edition
    documents: Mapping[str, str]

    def reached(self) -> set[str]:
        """The files that links lead to, from the home page on, without a script."""
        found: set[str] = set()
        waiting = ["index.html"]
        while waiting:
            name = waiting.pop()
            if name in found or name not in self.documents:
                continue
            found.add(name)
            waiting += led(name, self.documents[name])
        return found


def led(name: str, document: str) -> Iterator[str]:
    for target in set(_LINK.findall(document)):
        if target and ":" not in target:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
            yield posixpath.normpath(posixpath.join(path, "index.html"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    workshop = Workshop(invented(tmp_path_factory.mktemp("scale") / "project", SIZE, ROOT))
    reading = workshop.read()
    assert reading.catalogue is not None
    edition = workshop.edition(reading.catalogue)
    return Made(edition, {page.file: workshop.document(edition, page) for page in edition.pages()})


def test_no_page_is_heavy(made: Made) -> None:
    heavy = {name: len(text.encode()) for name, text in made.documents.items()}
    assert {name: size for name, size in heavy.items() if size > LARGEST} == {}


def test_links_lead_to_every_page(made: Made) -> None:
    assert made.documents.keys() - made.reached() - {NOT_FOUND} == set()


def test_links_lead_to_every_base_and_event(made: Made) -> None:
    reached = made.reached()
    bases = made.edition.atlas.catalogue.bases
    assert len(bases) == SIZE.bases
    assert {f"bases/{identity}/index.html" for identity in bases} <= reached
    told = [
        anchor
        for name in reached
        if name.startswith("timeline/")
        for anchor in _EVENT.findall(made.documents[name])
    ]
    due = [
        f"{identity}-{one.anchor}"
        for identity, own in made.edition.atlas.happenings.items()
        for one in own
    ]
    assert len(due) > SIZE.activities
    assert sorted(told) == sorted(due)
