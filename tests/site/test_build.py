"""One plain build of the real content: it succeeds in silence, and writes every page and nothing else."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.content import reading
from tests.content.reading import Raw
from tests.site import project
from tests.site.conftest import Documents
from tests.site.project import Built

STANDING = (
    "", "bases/", "timeline/", "standards/", "cities/", "sources/", "glossary/", "fields/", "about/", "privacy/",
    "register/", "search/", "compare/",
)  # fmt: skip
CITIES = {"青岛市": "qingdao", "杭州市": "hangzhou", "上海市": "shanghai", "武汉市": "wuhan", "大连市": "dalian"}  # fmt: skip
STAMP = re.compile(r"(?<=\.)([0-9a-f]{12})\.(?=\w+$)")
RATIOS = ("3x4", "16x9", "1x1")
DATA = {"bases", "leads", "comparison", "columns", "events", "search"}
"""What scripts load on first use, besides the matrix of each standard that bases answer."""
CARDS, EVENTS, CITED = 120, 150, 200
"""How much stands on one page of a list."""


@pytest.fixture(scope="module")
def raw() -> Raw:
    return reading.load()


def test_the_build_says_nothing_that_anyone_would_have_to_act_on(built: Built) -> None:
    said = built.done.stdout + built.done.stderr
    assert "WARNING" not in said
    assert "ERROR" not in said
    assert "Traceback" not in said


def test_every_page_is_there_and_no_other(built: Built, raw: Raw) -> None:
    due = {f"{path}index.html" for path in due_pages(raw)} | {"404.html"}
    assert set(project.contents(built.site, "*.html")) == due


def test_the_real_content_still_fits_on_one_page_a_list(raw: Raw) -> None:
    """If this fails, the expected pages above have to learn to count parts."""
    assert len(raw.bases) <= CARDS
    assert sum(happenings(base) for base in raw.bases.values()) <= EVENTS
    assert all(cited(raw, source) <= CITED for source in raw.sources["sources"])


def test_beside_pages_there_are_only_our_own_files(built: Built, raw: Raw) -> None:
    written = {n: c for n, c in project.contents(built.site).items() if not n.endswith(".html")}
    shared = project.contents(built.project / "overrides" / "assets")
    due = {f"assets/{name}" for name in (*shared, "fonts/showcase-serif.woff2")}
    due |= set(due_covers(raw))
    there = {STAMP.sub("", name) for name in written}
    assert len(there) == len(written)
    stamped = {name: found[1] for name in written if (found := STAMP.search(name))}
    data = {name for name in there if name.startswith("assets/data/")}
    assert len(stamped) == len(shared) + 1 + len(data)
    for name, stamp in stamped.items():
        assert hashlib.sha256(written[name]).hexdigest().startswith(stamp), name
    kinds = ("base", "standard", "sources", "terms", "words", "site")
    due |= {f"schema/1/{kind}.json" for kind in kinds}
    kinds_of_data = {re.sub(r"(-\d+)?\.js$", "", name.rpartition("/")[2]) for name in data}
    answered = {one for base in raw.bases.values() for one in base.get("standards", ())}
    assert kinds_of_data == DATA | {
        f"{one}-{name}" for one in ("matrix", "evidence") for name in answered
    }
    assert there == due | data


def test_no_word_of_the_shell_leaks_into_a_page(pages: Documents) -> None:
    for name, page in pages.items():
        low = page.source.lower()
        found = [word for word in ("mkdocs", "material", "generator", "md-", "search_index") if word in low]  # fmt: skip
        assert found == [], name


def due_pages(raw: Raw) -> Iterator[str]:
    """The addresses of all pages, worked out from the files alone."""
    yield from STANDING
    for name, base in raw.bases.items():
        yield f"bases/{name}/"
        if happenings(base) >= 2:
            yield f"bases/{name}/timeline/"
        if base.get("standards"):
            yield f"bases/{name}/scorecard/"
    yield from (f"standards/{name}/" for name in raw.standards)
    yield from (f"sources/{name}/" for name in raw.sources["sources"])
    yield from {f"cities/{CITIES[base['city']]}/" for base in raw.bases.values()}


def happenings(base: Mapping[str, Any]) -> int:
    """What took place: activities, honours with a date, a founding."""
    dated = [honour for honour in base.get("honours", ()) if "date" in honour]
    return len(base.get("activities", ())) + len(dated) + ("founded" in base)


def due_covers(raw: Raw) -> Iterator[str]:
    """Three ratios of every cover, a fourth on the home page's scroll, each light and dark."""
    for name in raw.bases:
        panel = ("1x2",) if name in raw.site["home"]["scroll"] else ()
        for ratio in (*RATIOS, *panel):
            yield f"assets/covers/{name}-{ratio}.svg"
            yield f"assets/covers/{name}-{ratio}-dark.svg"


def cited(raw: Raw, source: str) -> int:
    """How often a source is named anywhere."""
    everything = str((raw.bases, raw.standards, raw.terms))
    return everything.count(f"'source': '{source}'") + everything.count(
        f"'note_source': '{source}'"
    )
