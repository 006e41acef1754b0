"""Every document has a page with all that rests on it, and each entry leads to where the thing stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.content import reading
from tests.content.reading import Raw
from tests.site import invented
from tests.site.conftest import Documents
from tests.site.document import Document, Element, bare
from tests.site.project import Built

CITING = ("founded", "statements", "stats", "honours", "activities", "notes")


@pytest.fixture(scope="module", params=["real", "fuller"])
def read(request: pytest.FixtureRequest) -> tuple[Raw, Documents]:
    """The files of a site, and its pages."""
    made: Built = request.getfixturevalue("built" if request.param == "real" else "fuller")
    documents: Documents = request.getfixturevalue(
        "pages" if request.param == "real" else "fuller_pages"
    )
    return reading.load(made.project / "bases"), documents


def test_a_source_page_lists_as_much_as_the_files_cite(read: tuple[Raw, Documents]) -> None:
    raw, pages = read
    for source in raw.sources["sources"]:
        due = Counter(owner for owner, cited in citations(raw) if cited == source)
        page = pages[f"sources/{source}/index.html"]
        listed = Counter(owner for owner, _ in entries(page))
        assert listed == due, source
        said = page.main.text()
        assert f"{due.total()}条" in said, source
        lists = pages["sources/index.html"].main.find(tag="a")
        row = [one for one in lists if one.attributes["href"].endswith(f"sources/{source}/")]
        holder = row[0].parent
        assert holder is not None
        assert f"{due.total()}条" in holder.text(), source


def test_each_entry_leads_to_the_thing_itself(read: tuple[Raw, Documents]) -> None:
    raw, pages = read
    astray = [
        f"{source}: {link.attributes['href']} ({link.text()})"
        for source in raw.sources["sources"]
        for _, link in entries(pages[f"sources/{source}/index.html"])
        if not leads_home(pages[f"sources/{source}/index.html"], link, pages)
    ]
    assert "\n".join(astray) == ""


def test_a_source_page_shows_every_field_that_was_filled_in(read: tuple[Raw, Documents]) -> None:
    raw, pages = read
    for source, fields in raw.sources["sources"].items():
        said = pages[f"sources/{source}/index.html"].main.text()
        written = [value for name, value in fields.items() if name != "published"]
        assert [value for value in written if bare(value) not in said] == [], source
        if "published" in fields:
            year, _, month = str(fields["published"]).partition("-")
            assert f"{year}年" + (f"{int(month)}月" if month else "") in said, source


def test_every_page_that_cites_lists_its_sources_in_order(read: tuple[Raw, Documents]) -> None:
    _, pages = read
    for name, page in pages.items():
        links = page.main.find(kind="cite__link")
        seen = list(dict.fromkeys(link.attributes["href"] for link in links))
        listed = [f"#{one.attributes['id']}" for one in page.main.find(kind="source")]
        assert seen == listed == [f"#source-{number}" for number in range(1, len(seen) + 1)], name
        assert all(link.text() == f"[{link.attributes['href'][8:]}]" for link in links), name


def test_doubt_is_said_on_the_source_page_as_well(fuller_pages: Documents) -> None:
    page = fuller_pages[f"sources/{invented.SOURCE}/index.html"]
    said = [one.text() for one in page.main.find(kind="claim")]
    assert any("每月议事一次未明" in one for one in said)
    assert any("骨干：约1.2万人推定" in one for one in said)


def citations(raw: Raw) -> Iterator[tuple[str, str]]:
    """Who cites what: a pair of the citing thing's page and the source for each citation."""
    for name, base in raw.bases.items():
        yield from ((f"bases/{name}/", source) for source in of_base(base))
    for name, standard in raw.standards.items():
        yield f"standards/{name}/", standard["source"]
    for term in raw.terms["terms"]:
        yield f"glossary/#{term['id']}", term["source"]
        if "note_source" in term:
            yield f"glossary/#{term['id']}", term["note_source"]


def of_base(base: Mapping[str, Any]) -> Iterator[str]:
    for field in CITING:
        claims = base.get(field, ())
        for one in [claims] if isinstance(claims, dict) else claims:
            if isinstance(one, dict) and "source" in one:
                yield one["source"]
    for assessment in base.get("standards", {}).values():
        yield assessment["tied_by"]["source"]
        for answer in assessment["answers"]:
            for one in answer.get("evidence", ()):
                if isinstance(one, dict) and "source" in one:
                    yield one["source"]


def entries(page: Document) -> Iterator[tuple[str, Element]]:
    """What a source page lists: whose it is, and the link to it."""
    for group in page.main.find(kind="topic"):
        head = group.find(tag="h3")[0].find(tag="a")[0].attributes["href"]
        for link in group.find(kind="resting__link"):
            yield head.removeprefix("../../"), link


def leads_home(page: Document, link: Element, pages: Documents) -> bool:
    """Whether a link ends at an element that exists and says what the link says."""
    lead = page.leads_to(link.attributes["href"])
    if lead is None or lead[0] not in pages:
        return False
    file, fragment = lead
    target = pages[file].by_id.get(fragment) if fragment else pages[file].main
    if target is None:
        return False
    said = target.text(notes=False)
    pieces = link.text().replace("：", "、").split("、")
    return all(piece in said for piece in pieces)
