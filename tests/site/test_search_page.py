"""The page that finds: its address says what is asked, its filters count, and it leads on where nothing is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.site import browsing, searching
from tests.site.project import Built
from tests.site.searching import Reader, Site
from tests.site.test_browser import RUNS_OVER

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

pytestmark = browsing.marks

PAGE = "search/"
NOTING = """() => {
  window.shown = [];
  const list = document.querySelector('.finding__hits');
  new MutationObserver(() => {
    const first = list.querySelector('.hit__title');
    if (first) window.shown.push(first.textContent);
  }).observe(list, { childList: true });
}"""
"""Keeps whatever ever stood first in the list."""
SMALL = """() => [...document.querySelectorAll('.finding a, .finding button, .finding input, .finding summary')]
  .map(one => [one.className, one.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.height < 43.99 || box.width < 43.99)).map(([name]) => name)"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def sites(fuller: Built, packed: Path) -> Iterator[dict[str, Site]]:
    with searching.under_a_path(fuller.site) as served:
        yield {"http": served, "file": Site(f"{packed.as_uri()}/", on_disk=True)}


@pytest.fixture(params=searching.READERS, ids=str)
def reader(
    request: pytest.FixtureRequest, chromium: Browser, sites: dict[str, Site]
) -> Iterator[Reader]:
    """Somebody on a phone or at a desk; whatever the browser complains of fails the test."""
    width, place = request.param
    with searching.reading(chromium, sites[place], width) as one:
        yield one
        assert one.complaints == []


@pytest.fixture
def served(chromium: Browser, sites: dict[str, Site]) -> Iterator[Reader]:
    """Somebody with a phone on a server."""
    with searching.reading(chromium, sites["http"], 390) as one:
        yield one


def asked(reader: Reader) -> dict[str, str]:
    """What the address says is asked: behind the question mark, or on a disk behind the number sign."""
    parts = urlsplit(reader.page.url)
    query = parts.fragment.removeprefix("?") or parts.query
    return {name: values[0] for name, values in parse_qs(query).items()}


def find(reader: Reader, **query: str) -> None:
    """Open the page with a question in its address, and wait until nothing more can come."""
    reader.go(PAGE, "&".join(f"{name}={value}" for name, value in query.items()))
    reader.complete()
    reader.page.locator(".finding__told").wait_for()


def told(reader: Reader) -> str:
    return reader.page.locator(".finding__told").inner_text()


def facet(reader: Reader, name: str, value: str) -> tuple[int, str | None]:
    """How many hits a filter says it leads to, and whether it is on."""
    one = reader.page.locator(f"[data-key='{name} {value}']")
    return int(one.locator(".finding__count").inner_text()), one.get_attribute("aria-current")


def test_a_question_can_be_linked(reader: Reader) -> None:
    find(reader, q="tongxin")
    reader.finds("同心荟")
    assert reader.field.input_value() == "tongxin"
    assert reader.page.title().startswith("tongxin·搜索")
    assert told(reader) == f"找到{len(reader.titles)}条"
    assert not reader.page.locator(".finding__ways").is_visible()
    href = reader.page.locator(".hit__link").first.get_attribute("href")
    assert href == (
        "../bases/tongxinhui/index.html" if reader.site.on_disk else "../bases/tongxinhui/"
    )
    assert reader.page.evaluate(RUNS_OVER) == []
    assert reader.page.evaluate(SMALL) == []


def test_the_address_follows_the_typing_and_back_undoes_a_question(reader: Reader) -> None:
    find(reader, q="tongxin")
    reader.finds("同心荟")
    reader.field.fill("新心向阳")
    reader.finds("新心向阳")
    reader.page.keyboard.press("Enter")
    assert asked(reader) == {"q": "新心向阳"}
    reader.field.fill("城阳样")
    reader.field.fill("城阳样本")
    reader.finds("城阳样本")
    reader.page.wait_for_function("() => decodeURI(location.href).includes('城阳样本')")
    assert reader.page.title().startswith("城阳样本·搜索")
    reader.page.go_back()
    reader.finds("新心向阳")
    assert reader.field.input_value() == "新心向阳"
    reader.page.go_back()
    reader.finds("同心荟")
    assert asked(reader) == {"q": "tongxin"}
    reader.page.go_forward()
    reader.finds("新心向阳")


def test_filters_count_narrow_and_stand_in_the_address(reader: Reader) -> None:
    find(reader, q="新")
    if not reader.page.locator(".finding__groups").is_visible():
        reader.page.locator(".finding__filter").click()
    before = told(reader)
    cities, _ = facet(reader, "city", "杭州市")
    count, on = facet(reader, "kind", "活动")
    assert on is None
    reader.page.locator("[data-key='kind 活动']").click()
    reader.page.locator(".finding__told", has_text=f"找到{count}条").wait_for()
    assert asked(reader) == {"q": "新", "kind": "活动"}
    assert set(reader.page.locator(".hit__kind").all_inner_texts()) == {"活动"}
    assert facet(reader, "kind", "活动") == (count, "true")
    # each filter counts under the others: those of its own kind stay, those of cities shrink
    assert facet(reader, "kind", "基地")[0] > 0
    assert reader.page.evaluate("() => document.activeElement.dataset.key") == "kind 活动"
    both, _ = facet(reader, "city", "杭州市")
    assert both < cities
    reader.page.locator("[data-key='city 杭州市']").click()
    reader.page.locator(".finding__told", has_text=f"找到{both}条").wait_for()
    assert asked(reader) == {"q": "新", "kind": "活动", "city": "杭州市"}
    reader.page.reload()
    reader.page.locator(".finding__told", has_text=f"找到{both}条").wait_for()
    reader.page.go_back()
    reader.page.locator(".finding__told", has_text=f"找到{count}条").wait_for()
    reader.page.locator("[data-key='kind 活动']").click()
    reader.page.locator(".finding__told", has_text=before).wait_for()
    assert asked(reader) == {"q": "新"}


def test_a_filter_is_a_link_that_leads_to_what_it_says(reader: Reader) -> None:
    find(reader, q="新", level="市级")
    one = reader.page.locator("[data-key='kind 基地']")
    count, _ = facet(reader, "kind", "基地")
    address = one.evaluate("one => one.href")
    reader.page.goto(address)
    reader.complete()
    reader.page.locator(".finding__told", has_text=f"找到{count}条").wait_for()
    assert asked(reader) == {"q": "新", "kind": "基地", "level": "市级"}


def test_more_hits_come_by_twenty_and_the_focus_goes_to_the_first_of_them(reader: Reader) -> None:
    find(reader, q="新")
    total = int(told(reader).removeprefix("找到").removesuffix("条"))
    assert total > 40
    assert len(reader.titles) == 20
    more = reader.page.locator(".finding__more")
    assert more.inner_text() == "再看20条"
    first = reader.titles
    more.click()
    reader.page.wait_for_function("() => document.querySelectorAll('.hit').length === 40")
    assert reader.titles[:20] == first
    assert (
        reader.page.evaluate(
            "() => [...document.querySelectorAll('.hit__link')].indexOf(document.activeElement)"
        )
        == 20
    )
    assert more.inner_text() == f"再看{min(20, total - 40)}条"
    assert asked(reader)["n"] == "40"
    reader.page.reload()
    reader.page.wait_for_function("() => document.querySelectorAll('.hit').length === 40")
    while more.is_visible():
        shown = len(reader.titles)
        more.click()
        reader.page.wait_for_function(f"() => document.querySelectorAll('.hit').length > {shown}")
    assert len(reader.titles) == total
    assert not more.is_visible()


def test_where_filters_leave_nothing_one_link_lets_them_go(reader: Reader) -> None:
    find(reader, q="tongxin", city="武汉市", kind="来源")
    assert told(reader) == "在“来源”、“武汉市”里没有找到“tongxin”。"
    assert facet(reader, "city", "武汉市") == (0, "true")
    drop = reader.page.locator(".finding__drop")
    count = drop.inner_text().removeprefix("去掉筛选，有").removesuffix("条")
    assert reader.page.locator(".finding__ways").is_visible()
    assert reader.page.evaluate(RUNS_OVER) == []
    assert reader.page.evaluate(SMALL) == []
    drop.click()
    reader.page.locator(".finding__told", has_text=f"找到{count}条").wait_for()
    assert asked(reader) == {"q": "tongxin"}
    assert not drop.is_visible()


def test_a_filter_that_the_site_knows_nothing_of_is_none(reader: Reader) -> None:
    find(reader, q="tongxin")
    plain = told(reader)
    find(reader, q="tongxin", kind="垃圾", city="constructor", level="垃圾", standard="垃圾")
    assert told(reader) == plain
    assert reader.page.locator(".finding [aria-current]").count() == 0
    assert "垃圾" not in str(reader.page.locator(".finding").text_content())


def test_where_nothing_is_found_it_says_so_and_leads_on(reader: Reader) -> None:
    find(reader, q="zzzqqq")
    assert told(reader) == "没有找到“zzzqqq”。"
    reader.says("没有找到“zzzqqq”")
    assert not reader.page.locator(".finding__drop").is_visible()
    ways = reader.page.locator(".finding__ways a")
    assert ways.all_inner_texts() == [
        "全部基地",
        "按拼音排的一览表",
        "标准与模式",
        "时间线",
        "城市",
        "术语",
    ]
    ways.last.click()
    reader.page.wait_for_url("**/glossary/**")


def test_the_examples_find_what_they_say(reader: Reader) -> None:
    reader.go(PAGE)
    rows = reader.page.locator(".finding__row")
    assert rows.locator(".finding__way").all_inner_texts() == ["汉字", "拼音", "首字母", "年份"]
    assert reader.page.evaluate(RUNS_OVER) == []
    assert reader.page.evaluate(SMALL) == []
    for at in range(rows.count()):
        button = rows.nth(at).locator(".finding__example")
        text = button.inner_text()
        means = rows.nth(at).locator(".finding__means").all_inner_texts()
        button.click()
        reader.page.locator(".finding .hit").first.wait_for()
        assert reader.field.input_value() == text
        assert asked(reader) == {"q": text}
        assert "finding__field" in reader.focus
        if text.isdigit():
            assert reader.titles
        else:
            reader.finds((means or [text])[0])
        reader.page.locator(".finding__clear").click()
        reader.page.locator(".finding__start").wait_for()
        assert reader.titles == []


def test_half_typed_pinyin_finds_and_stays_out_of_the_address(reader: Reader) -> None:
    reader.go(PAGE)
    reader.field.focus()
    method = reader.input_method()
    method.composes("tong'x")
    reader.finds("同心荟")
    # longer than the address takes to follow
    reader.page.wait_for_timeout(600)
    assert asked(reader) == {}
    method.commits("同心")
    reader.page.wait_for_function("() => decodeURI(location.href).includes('同心')")
    assert asked(reader) == {"q": "同心"}


def test_the_keys_of_search_lead_to_the_field_of_this_page(reader: Reader) -> None:
    find(reader, q="tongxin")
    for key in ("/", "Control+k"):
        reader.page.locator(".header__mark").focus()
        reader.page.keyboard.press(key)
        assert "finding__field" in reader.focus
    reader.page.keyboard.type("a/b")
    assert reader.field.input_value() == "a/b"
    assert reader.dialog.count() == 0


def test_a_question_that_is_markup_is_shown_as_it_is(reader: Reader) -> None:
    word = "<img src=x onerror=document.title='hit'>"
    find(reader, q="%3Cimg src=x onerror=document.title='hit'%3E", kind="%3Cb%3E")
    assert told(reader) == f"没有找到“{word}”。"
    assert reader.page.title() == f"{word}·" + reader.page.title().partition("·")[2]
    assert reader.page.locator("img[onerror], [src='x']").count() == 0
    reader.go(PAGE, "q=" + "同心" * 3000)
    reader.complete()
    assert len(reader.field.input_value()) == 64


def test_an_index_that_is_late_or_lost_is_told(served: Reader) -> None:
    served.page.route("**/assets/data/search.*", lambda route: route.abort())
    served.go(PAGE, "q=tongxin")
    served.page.locator(".finding__told", has_text="没有准备好").wait_for()
    assert served.page.locator(".finding__ways").is_visible()
    served.page.unroute_all()
    served.page.locator(".finding__retry").click()
    served.finds("同心荟")
    assert not served.page.locator(".finding__retry").is_visible()


def test_an_answer_to_an_older_question_is_never_shown(served: Reader) -> None:
    held: list[Route] = []
    served.page.route("**/assets/data/search.*", lambda route: held.append(route))
    # what is held keeps the page from being loaded
    served.page.goto(served.site.url(PAGE, "q=城阳样本"), wait_until="domcontentloaded")
    served.page.locator(".finding__told", has_text="正在准备搜索").wait_for()
    served.page.evaluate(NOTING)
    served.field.fill("tongxin")
    while not held:
        served.page.wait_for_timeout(20)
    held[0].continue_()
    served.finds("同心荟")
    assert set(served.page.evaluate("() => shown")) == {"同心荟"}
    assert served.complaints == []


def test_long_texts_that_come_later_add_their_hits(served: Reader) -> None:
    held: list[Route] = []
    served.page.route("**/assets/data/search-*", lambda route: held.append(route))
    served.page.goto(served.site.url(PAGE, "q=夏季走访"), wait_until="domcontentloaded")
    while not held:
        served.page.wait_for_timeout(20)
    served.page.locator(".hit").first.wait_for()
    early = len(served.titles)
    served.field.fill("有一间库房")
    served.page.locator(".finding__told", has_text="正在找").wait_for()
    for one in held:
        one.continue_()
    served.page.locator(".finding__told", has_text="找到").wait_for()
    served.field.fill("夏季走访")
    served.page.wait_for_function(f"() => document.querySelectorAll('.hit').length >= {early}")
    assert served.complaints == []


def test_long_texts_that_never_come_are_missed_aloud(served: Reader) -> None:
    served.page.route("**/assets/data/search-*", lambda route: route.abort())
    served.go(PAGE, "q=tongxin")
    served.page.locator(".finding__told", has_text="有一部分正文没能装入").wait_for()
    served.finds("同心荟")


@pytest.mark.parametrize("place", ["http", "file"])
def test_without_scripts_it_says_so_and_leads_on(
    chromium: Browser, sites: dict[str, Site], place: str
) -> None:
    with searching.reading(chromium, sites[place], 390, java_script_enabled=False) as one:
        one.go(PAGE, "q=tongxin")
        assert one.page.locator(".finding__needs", has_text="没有运行脚本").is_visible()
        assert one.page.locator(".finding input").count() == 0
        for at in range(6):
            one.page.locator(".finding__ways a").nth(at).click()
            assert one.page.locator("h1").inner_text()
            one.page.go_back()
        assert one.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_every_width_and_letters_twice_as_large(
    chromium: Browser, sites: dict[str, Site], scheme: str
) -> None:
    with searching.reading(chromium, sites["http"], color_scheme=scheme) as one:
        for query in ("", "q=新", "q=zzzqqq", "q=tongxin&city=武汉市"):
            one.go(PAGE, query)
            one.complete()
            for width in (320, 390, 768, 1440, 3840):
                one.page.set_viewport_size({"width": width, "height": 900})
                assert one.page.evaluate(RUNS_OVER) == [], (query, width)
            one.page.set_viewport_size({"width": 390, "height": 844})
            one.page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
            assert one.page.evaluate(RUNS_OVER) == [], query


def test_paper_gets_the_hits_and_nothing_to_press(served: Reader) -> None:
    find(served, q="tongxin", kind="基地")
    served.page.emulate_media(media="print")
    printed = "getComputedStyle(document.querySelector('.finding__told'), '::before').content"
    assert served.page.evaluate(printed) == '"“tongxin”、“基地”："'
    assert served.page.locator(".hit").first.is_visible()
    for name in ("form", "facets", "more", "start"):
        assert not served.page.locator(f".finding__{name}").is_visible(), name
    served.page.emulate_media(media="screen")
    served.go(searching.PROFILE)
    served.open_dialog()
    served.page.emulate_media(media="print")
    assert not served.dialog.is_visible()
