"""Where things stand on the site, and how names become addresses."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase import addresses
from showcase.pronunciation import initial, slug, slugs, sort_key, syllables

PATHS = st.lists(st.from_regex(r"[a-z0-9-]{1,5}", fullmatch=True), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@pytest.mark.parametrize(
    ("page", "target", "url"),
    [
        ("", "", "./"),
        ("", "bases/", "./bases/"),
        ("bases/yunqiao/", "", "../../"),
        ("bases/yunqiao/", "bases/yunqiao/", "../../bases/yunqiao/"),
        ("bases/yunqiao/", "bases/yunqiao/#story", "#story"),
        ("bases/yunqiao/", "#story", "#story"),
        ("bases/yunqiao/", "bases/a/#story", "../../bases/a/#story"),
        ("bases/yunqiao/", "assets/a.css", "../../assets/a.css"),
        ("404.html", "bases/", "./bases/"),
        ("bases/", "https://example.org/", "https://example.org/"),
        ("bases/", "mailto:a@example.org", "mailto:a@example.org"),
        ("bases/", "tel:1", "tel:1"),
        ("bases/", "javascript:x", "../javascript:x"),
    ],
)
def test_a_link_leads_from_a_page_to_a_target(page: str, target: str, url: str) -> None:
    assert addresses.relative(page, target) == url


@pytest.mark.parametrize(
    ("target", "url"),
    [("", "../index.html"), ("bases/a/", "../bases/a/index.html"), ("bases/#b", "../bases/index.html#b"), ("assets/a.css", "../assets/a.css")],
)  # fmt: skip
def test_on_a_disk_a_folder_is_named_by_its_index(target: str, url: str) -> None:
    assert addresses.relative("timeline/", target, index_names=True) == url


def test_a_page_served_at_any_depth_starts_at_the_root() -> None:
    assert addresses.relative("404.html", "bases/", base="/") == "/bases/"
    assert addresses.relative("404.html", "", base="/showcase/") == "/showcase/"
    assert addresses.relative("404.html", "#main", base="/") == "/#main"


@given(PATHS, PATHS)
def test_a_browser_follows_a_link_to_its_target(page: str, target: str) -> None:
    site = "https://example.org/showcase/"
    assert urljoin(site + page, addresses.relative(page, target)) == site + target
    on_disk = addresses.relative(page, target, index_names=True)
    assert urljoin(f"{site}{page}index.html", on_disk) == f"{site}{target}index.html"


@given(st.text(), st.text())
def test_no_target_of_the_site_can_pass_for_a_scheme(page: str, target: str) -> None:
    url = addresses.relative(page, target)
    assert url.startswith((".", "#", "https://", "http://", "mailto:", "tel:"))


def test_everything_has_its_place() -> None:
    assert addresses.base("a", "story") == "bases/a/#story"
    assert addresses.base_timeline("a") == "bases/a/timeline/"
    assert addresses.standard("s") == "standards/s/"
    assert addresses.source("s") == "sources/s/"
    assert addresses.term("t") == "glossary/#t"
    assert (addresses.part("bases/", 1), addresses.part("bases/", 2)) == ("bases/", "bases/2/")
    picture = addresses.photograph("a", "前厅 #1.png")
    assert re.fullmatch(r"assets/photographs/a/[0-9a-f]{16}\.jpg", picture)
    assert addresses.photograph("a", "前厅 #1.jpg") != picture
    assert addresses.cover("a", "3x4", "dark") == "assets/covers/a-3x4-dark.svg"
    assert addresses.Addresses({"青岛市": "qingdao"}).city("青岛市") == "cities/qingdao/"


@pytest.mark.parametrize(
    ("city", "expected"),
    [
        ("青岛市", "qingdao"), ("重庆市", "chongqing"), ("杭州市", "hangzhou"), ("长沙市", "changsha"), ("厦门市", "xiamen"),
        ("城阳区", "chengyangqu"), ("沙市", "shashi"), ("Yunzhou", "yunzhou"), ("？！", "city"),
    ],
)  # fmt: skip
def test_a_city_gets_its_address_from_its_reading(city: str, expected: str) -> None:
    assert slugs([city], {}) == {city: expected}


def test_names_that_are_read_alike_are_told_apart_by_number() -> None:
    found = slugs(["苏州市", "宿州市", "肃州市"], {})
    assert sorted(found.values()) == ["suzhou", "suzhou-2", "suzhou-3"]
    assert found == slugs(["肃州市", "苏州市", "宿州市", "苏州市"], {})


def test_a_registered_address_is_kept_and_never_given_twice() -> None:
    assert slugs(["宿州市", "苏州市"], {"苏州市": "suzhou"}) == {
        "苏州市": "suzhou",
        "宿州市": "suzhou-2",
    }
    assert slugs(["苏州市"], {"苏州市": "gusu"}) == {"苏州市": "gusu"}


@given(st.sets(st.text(max_size=8), max_size=8))
def test_every_name_gets_an_address_of_its_own(names: set[str]) -> None:
    found = slugs(names, {})
    assert set(found) == names
    assert len(set(found.values())) == len(names)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one) for one in found.values())


@given(st.text())
def test_a_slug_holds_small_letters_digits_and_hyphens(name: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(name))


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        ("西安站", "", ("xi", "an", "zhan")), ("AI同心荟", "", ("ai", "tong", "xin", "hui")),
        ("“五彩云”队", "", ("wu", "cai", "yun", "dui")), ("1+6", "", ("1", "6")), ("绿地", "", ("lv", "di")),
        ("乐享", "Yuè Xiǎng", ("yue", "xiang")), ("乐享", "lǜ yuè", ("lv", "yue")), ("乐享", "——", ("le", "xiang")),
    ],
)  # fmt: skip
def test_a_name_is_looked_up_by_its_syllables_and_written_pinyin_wins(
    name: str, given: str, expected: tuple[str, ...]
) -> None:
    assert syllables(name, given) == expected


def test_names_are_ordered_syllable_by_syllable() -> None:
    names = ["先锋", "西安", "汉阳", "杭州", "汉口"]
    assert sorted(names, key=sort_key) == ["汉口", "汉阳", "杭州", "西安", "先锋"]


@given(st.text(max_size=12), st.text(max_size=12))
def test_every_name_has_a_place_in_a_register(name: str, given_pinyin: str) -> None:
    assert re.fullmatch("[A-Z#]", initial(name, given_pinyin))
    assert sort_key(name, given_pinyin).endswith(f"\n{name}")
