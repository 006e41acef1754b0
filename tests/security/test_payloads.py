"""Payloads in every place of the files, in a real browser: nothing comes to life, everything is shown as typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.security import payloads, sites, trial
from tests.security.places import PLACES, Filling
from tests.security.trial import HIDDEN, Site
from tests.security.watching import Seen, Watch, served
from tests.site import browsing
from tests.site.document import bare

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = browsing.marks

REFUSED = {"markup-null", "address-js-blank", "sign-bidi", "sign-nul", "sign-surrogates"}
"""Payloads that no place takes: text that is turned, torn, or holds signs nobody can see."""
KINDS = (
    "", "bases/", "bases/yunqiao/", "bases/yunqiao/timeline/", "bases/fenzhan/", "timeline/", "cities/",
    "cities/yunzhou/", "standards/", "standards/eight/", "standards/steps/", "standards/ways/",
    "standards/pairs/", "standards/shifts/", "sources/", "sources/yunzhou-report/", "glossary/", "fields/",
    "about/", "privacy/", "404.html", "bases/yunqiao-old/",
    "search/", "register/", "compare/", "bases/yunqiao/scorecard/",
)  # fmt: skip
"""Every kind of page that a site has."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def fillings() -> list[dict[str, str]]:
    return sites.spread()


@pytest.fixture(scope="module")
def first(
    chromium: Browser, fillings: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Site, dict[str, Seen]]]:
    """The site with a payload in nearly every place, and what was seen of it."""
    with trial.standing(Filling(fillings[0]), tmp_path_factory.mktemp("first")) as site:
        yield site, trial.tried(chromium, site)


@pytest.fixture(scope="module")
def harmless(
    chromium: Browser, fillings: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Seen]:
    """The same site with text that means nothing to anybody."""
    filling = Filling(sites.inert(fillings[0]))
    with trial.standing(filling, tmp_path_factory.mktemp("harmless")) as site:
        return Watch(chromium, site.address).pages(site.opened, trial.MOVED)


def test_every_payload_and_every_place_has_its_turn(fillings: list[dict[str, str]]) -> None:
    used = {text for one in fillings for text in one.values()}
    assert {name for name, text in payloads.ALL.items() if text not in used} == REFUSED
    assert {place for one in fillings for place in one} == set(PLACES)


def test_no_payload_comes_to_life_on_any_kind_of_page(
    first: tuple[Site, dict[str, Seen]],
) -> None:
    # what is live has failed the fixture: `tried` asks for silence with the policy and without it
    site, seen = first
    assert set(site.paths) == set(KINDS)
    assert set(seen) >= set(KINDS) - {"404.html"}


def test_the_watch_hears_what_is_live(chromium: Browser, tmp_path: Path) -> None:
    """The same watch over a page on which text of staff was printed as it is."""
    (tmp_path / "site").mkdir()
    live = f"<!doctype html><title>甲</title><body>{payloads.MARKUP['img']}{payloads.MARKUP['svg']}"
    (tmp_path / "site" / "live.html").write_text(live, "utf-8")
    with served(tmp_path / "site") as address:
        bare_page = Watch(chromium, address, unguarded=True).pages(["live.html"])["live.html"]
        assert "ran: img" in bare_page.did
        assert "ran: svg" in bare_page.did
        assert any("onerror" in one for one in bare_page.did)
        guarded = Watch(chromium, address).pages(["live.html"])["live.html"]
        assert not any(one.startswith("ran") for one in guarded.did)
        assert any(one.startswith("violation: script-src-attr") for one in guarded.did)


def test_no_element_comes_of_a_payload(
    first: tuple[Site, dict[str, Seen]], harmless: dict[str, Seen]
) -> None:
    assert trial.unlike(first[1], harmless) == {}


def test_every_payload_is_shown_letter_by_letter(first: tuple[Site, dict[str, Seen]]) -> None:
    site, seen = first
    assert trial.lost(site.filling, seen) == {}


def test_the_places_called_hidden_are(
    fillings: list[dict[str, str]], harmless: dict[str, Seen]
) -> None:
    said = bare(trial.told(harmless))
    texts = sites.inert(fillings[0])
    # what stands in two places is shown by the other
    alone = {
        place for place in HIDDEN & set(texts) if list(texts.values()).count(texts[place]) == 1
    }
    assert len(alone) > 6
    assert {place for place in alone if bare(texts[place]) in said} == set()


def test_words_of_template_languages_and_the_other_payloads_with_chinese_keys(
    chromium: Browser, fillings: list[dict[str, str]], tmp_path: Path
) -> None:
    word = payloads.TEMPLATES["jinja"]
    filling = Filling(fillings[1] | {"Site.name": word}, chinese=True)
    with trial.standing(filling, tmp_path) as site:
        seen = trial.tried(chromium, site)
    assert trial.lost(filling, seen) == {}
    # a page of `content/` says it as well, where Markdown does not make something of it
    plain = [text for text in filling.texts.values() if not set(text) & set("<&*_`[\\#-")]
    assert len(plain) > 3
    assert [text for text in plain if bare(text) not in bare(seen["about/"].text)] == []
    # the site's name is on every page, whatever else is
    assert set(seen) == set(KINDS)
    assert [path for path, one in seen.items() if bare(word) not in bare(one.text)] == []


def test_the_preview_with_its_overlay_and_its_page_for_staff(
    chromium: Browser, fillings: list[dict[str, str]], tmp_path: Path
) -> None:
    filling = Filling(fillings[2])
    chosen = ("", "bases/yunqiao/", "checkup/", "about/")
    with trial.standing(filling, tmp_path, preview=True) as site:
        seen = trial.tried(chromium, site, chosen)
    for path in chosen:
        for text in (payloads.MARKUP["img"], payloads.MARKUP["title"], payloads.TEMPLATES["jinja"]):
            assert bare(text) in bare(seen[path].text), path


def test_documents_of_one_file_opened_from_a_disk(
    chromium: Browser, fillings: list[dict[str, str]], tmp_path: Path
) -> None:
    """The report of a check, and the sheets to be signed."""
    pages = sites.staff_pages(Filling(fillings[0]))
    paths = list(sites.write(pages, tmp_path))
    for unguarded in (True, False):
        seen = Watch(chromium, tmp_path.as_uri(), unguarded=unguarded).pages(paths)
        assert {path: one.did for path, one in seen.items() if one.did} == {}
        assert {path: one.styles for path, one in seen.items()} == dict.fromkeys(paths, 1)
        said = {path: bare(one.text) for path, one in seen.items()}
        assert bare(payloads.MARKUP["title"]) in said["report.html"]
        assert bare(fillings[0]["Base.name"]) in said["proof.html"]
        assert [one for page in seen.values() for one in page.links] == []
