"""Pages stay light, however many bases there are: long lists come in parts, and every part can be reached."""

from __future__ import annotations

import gzip

import pytest

from showcase.bench import synthesis
from showcase.workshop import Workshop
from tests.site.conftest import Documents
from tests.site.document import Document, Element
from tests.site.project import ROOT, Built, asset, contents

KB = 1000
PROFILE, STYLES, SCRIPTS, PAGE = 15 * KB, 25 * KB, 20 * KB, 300 * KB
MANY = 400


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Documents:
    """The pages of four hundred invented bases, made by the core alone."""
    made = synthesis.project(tmp_path_factory.mktemp("many") / "project", MANY, ROOT)
    workshop = Workshop(made)
    reading = workshop.read()
    assert reading.catalogue is not None
    edition = workshop.edition(reading.catalogue)
    return {
        page.file: Document(page.file, workshop.document(edition, page)) for page in edition.pages()
    }


def test_a_profile_is_light_on_the_wire(pages: Documents, many: Documents) -> None:
    for site in (pages, many):
        heaviest = max(
            (packed(page.source.encode()), name) for name, page in profiles(site).items()
        )
        assert heaviest[0] <= PROFILE, heaviest


def test_what_a_page_asks_for_is_light_on_the_wire(built: Built, pages: Documents) -> None:
    """Style sheets and scripts that a page names itself; what it loads on first use is weighed elsewhere."""
    sizes = {name: packed(content) for name, content in contents(built.site / "assets").items()}
    for tag, where, most in (("link", "href", STYLES), ("script", "src", SCRIPTS)):
        asked = {
            name: sum(
                sizes[one.attributes[where].rpartition("assets/")[2]]
                for one in page.root.find(tag=tag)
                if one.attributes.get(where, "").endswith((".css", ".js"))
            )
            for name, page in pages.items()
        }
        heaviest = max((size, name) for name, size in asked.items())
        assert 0 < heaviest[0] <= most, heaviest


def test_no_page_grows_without_bound(pages: Documents, many: Documents) -> None:
    for site in (pages, many):
        heaviest = max((len(page.source.encode()), name) for name, page in site.items())
        assert heaviest[0] <= PAGE, heaviest


def test_covers_and_face_stay_small(built: Built) -> None:
    there = contents(built.site / "assets")
    covers = {name: content for name, content in there.items() if name.startswith("covers/")}
    heaviest = max((packed(content), name) for name, content in covers.items())
    assert heaviest[0] <= 15 * KB, heaviest
    assert len(asset(built.site, "fonts/showcase-serif.woff2")) <= 200 * KB


def test_every_base_is_in_the_directory_once(many: Documents) -> None:
    parts = walked(many, "bases/index.html")
    assert len(parts) > 1
    cards = [link for page in parts for link in page.main.find(kind="card")]
    assert len(cards) == len(profiles(many)) == MANY
    assert {target(many, page, one) for page in parts for one in page.main.find(kind="card")} == {
        f"bases/b{number:05d}/index.html" for number in range(MANY)
    }


def test_a_city_of_the_directory_is_reached_from_any_of_its_parts(many: Documents) -> None:
    for page in walked(many, "bases/index.html"):
        jumps = [one for one in page.main.find(tag="a") if "#city-" in one.attributes["href"]]
        assert len(jumps) == synthesis.CITIES
        for one in jumps:
            lead = page.leads_to(one.attributes["href"])
            assert lead is not None
            assert lead[1] in many[lead[0]].by_id


def test_every_event_is_on_the_timeline_once(many: Documents) -> None:
    parts = walked(many, "timeline/index.html")
    assert len(parts) > 1
    events = sum(len(page.main.find(kind="event")) for page in parts)
    assert events == MANY * (synthesis.ACTIVITIES + 1)


def test_every_answer_is_in_the_matrix_and_every_citation_under_its_source(
    many: Documents,
) -> None:
    rows = [
        target(many, page, one)
        for page in walked(many, "standards/six/index.html")
        for one in page.main.find(kind="matrix__name")
    ]
    assert len(rows) == len(set(rows)) == MANY
    cited = sum(
        len(page.main.find(kind="resting"))
        for number in range(20)
        for page in walked(many, f"sources/report-{number}/index.html")
    )
    assert cited == MANY * (1 + 4 + synthesis.ACTIVITIES + 1) + 1


def test_no_link_of_a_large_site_is_dead(many: Documents) -> None:
    dead = set()
    for name, page in many.items():
        for one in page.root.find(tag="a"):
            lead = page.leads_to(one.attributes["href"])
            if lead is None:
                continue
            there = many.get(lead[0])
            if there is None or (lead[1] and lead[1] not in there.by_id):
                dead.add(f"{name}: {one.attributes['href']}")
    assert sorted(dead)[:20] == []


def profiles(site: Documents) -> Documents:
    return {
        name: page
        for name, page in site.items()
        if name.startswith("bases/") and name.count("/") == 2 and page.main.find(kind="opening")
    }


def packed(content: bytes) -> int:
    """Bytes after gzip, as a web server sends them."""
    return len(gzip.compress(content, 6))


def walked(site: Documents, first: str) -> list[Document]:
    """All the parts of a list that can be reached from the first by the links between parts."""
    found: dict[str, Document] = {}
    waiting = [first]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        page = found[name] = site[name]
        waiting += [target(site, page, one) for one in page.main.find(kind="pager__link")]
    return list(found.values())


def target(site: Documents, page: Document, link: Element) -> str:
    """The file that a link leads to."""
    lead = page.leads_to(link.attributes["href"])
    assert lead is not None
    assert lead[0] in site
    return lead[0]
