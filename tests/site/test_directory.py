"""Choosing bases in a real browser: what is counted, listed, ordered and grouped, and what the address says of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site import browsing, choosing
from tests.site.choosing import BRAND, CITIES, KINDS, NAMES, ORDER, REGION, SIX, SPELT, TWO, Base

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = browsing.marks

UNSTATED = "未注明"
FACETS: dict[str, Callable[[Base], tuple[str, ...]]] = {
    "city": lambda one: (one.city,),
    "kind": lambda one: (one.kind,),
    "level": lambda one: (one.level or UNSTATED,),
    "standard": lambda one: one.standards,
    "brand": lambda one: (one.top or UNSTATED,),
}
ALL = choosing.bases()
IDS = """() => [...document.querySelectorAll('.directory__drawn :is(.card, .roll__link)')]
    .map(one => /bases\\/([^/]+)\\//.exec(one.href)[1])"""
COUNTS = """() => Object.fromEntries([...document.querySelectorAll('.facet')].map(facet => [
    facet.id.replace('facet-', ''),
    Object.fromEntries([...facet.querySelectorAll('.facet__value')].map(value =>
        [value.querySelector('input').value, Number(value.querySelector('.facet__count').textContent)]))]))"""
HEADS = """() => [...document.querySelectorAll('.directory__drawn :is(.section__title, .roll__title)')]
    .map(one => one.textContent.trim())"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return choosing.sites(tmp_path_factory)


@pytest.fixture(scope="module")
def served(sites: dict[str, Path]) -> Iterator[str]:
    # in a folder of its server, as most sites are
    with browsing.served(sites["http"].parent) as address:
        yield f"{address}/http"


WAYS = [("http", 390), ("file", 1440), ("file", 390), ("http", 1440)]


@pytest.fixture(params=WAYS[:2], ids=lambda way: f"{way[0]} {way[1]}")
def way(request: pytest.FixtureRequest) -> tuple[str, int]:
    """How the site is opened, and how wide; the other two combinations where a test asks for them."""
    chosen: tuple[str, int] = request.param
    return chosen


@pytest.fixture
def address(way: tuple[str, int], sites: dict[str, Path], served: str) -> str:
    """The directory's address on a server, or on a disk."""
    if way[0] == "http":
        return f"{served}/bases/"
    return f"{sites['file'].as_uri()}/bases/index.html"


@pytest.fixture
def page(way: tuple[str, int], chromium: Browser) -> Iterator[Page]:
    """A fresh tab on a phone or on a desk, which must not complain."""
    context = chromium.new_context(viewport={"width": way[1], "height": 844})
    tab = context.new_page()
    tab.set_default_timeout(5_000)
    complaints: list[str] = []
    tab.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)  # fmt: skip
    tab.on("pageerror", lambda fault: complaints.append(str(fault)))
    yield tab
    context.close()
    assert complaints == []


def choose(page: Page, facet: str, *values: str) -> None:
    """Open a facet and tap its values, as a reader does."""
    opener = page.locator(f".finder__opener[value={facet}]")
    if opener.get_attribute("aria-expanded") == "false":
        opener.click()
    for value in values:
        page.locator(f'.facet__box[name={facet}][value="{value}"]').click()
        page.wait_for_selector(f'.finder__chips button[name={facet}][value="{value}"]')


def settled(page: Page, *, drawn: bool = True) -> None:
    """Wait until bases are drawn by choice, or the list is as the server made it.

    The dataset once there, what follows from a choice is done before the browser does anything else.
    """
    shown, hidden = ("drawn", "given") if drawn else ("given", "drawn")
    page.wait_for_selector(f".directory__{shown}:not([hidden])", state="attached")
    page.wait_for_selector(f".directory__{hidden}[hidden]", state="attached")


def until(page: Page, said: str, wanted: object) -> None:
    """Wait until a script says what it should; steps of the browser's history come when they come."""
    for _ in range(100):
        if page.evaluate(said) == wanted:
            return
        assert page.evaluate(said) == wanted


def suits(one: Base, chosen: dict[str, set[str]], but: str = "") -> bool:
    return all(
        not values or facet == but or values & set(FACETS[facet](one))
        for facet, values in chosen.items()
    )


def expected(chosen: dict[str, set[str]]) -> dict[str, dict[str, int]]:
    """How many bases each value would leave, counted here."""
    found: dict[str, dict[str, int]] = {}
    for facet, of in FACETS.items():
        counts: dict[str, int] = {value: 0 for one in ALL for value in of(one)}
        for one in ALL:
            for value in of(one) if suits(one, chosen, but=facet) else ():
                counts[value] += 1
        found[facet] = counts
    return found


def everything(page: Page) -> list[str]:
    """The ids listed, once all were asked for."""
    while page.locator(".directory__more").is_visible():
        page.locator(".directory__more").click()
    ids: list[str] = page.evaluate(IDS)
    return ids


STEPS = (
    [("city", CITIES[0]), ("city", CITIES[2]), ("kind", KINDS[0])],
    [("level", UNSTATED), ("standard", SIX), ("standard", TWO)],
    [("brand", BRAND), ("level", UNSTATED), ("kind", "品牌平台"), ("city", CITIES[0])],
)


def test_each_number_says_what_a_tap_would_leave(page: Page, address: str) -> None:
    page.goto(address)
    assert page.evaluate(COUNTS) == expected({})
    for steps in STEPS:
        chosen: dict[str, set[str]] = {}
        for facet, value in steps:
            choose(page, facet, value)
            chosen.setdefault(facet, set()).add(value)
            assert page.evaluate(COUNTS) == expected(chosen)
            left = {one.id for one in ALL if suits(one, chosen)}
            assert set(everything(page)) == left
            assert str(len(left)) in page.inner_text(".finder__count")
        page.click(".finder__clear")
        settled(page, drawn=False)


def test_a_link_shows_the_same_to_whoever_follows_it(page: Page, address: str) -> None:
    page.goto(address)
    choose(page, "kind", KINDS[0], KINDS[2])
    choose(page, "brand", UNSTATED)
    page.select_option("[name=sort]", "founded")
    page.select_option("[name=group]", "level")
    page.click(".finder__view[value=table]")
    said = [page.evaluate(one) for one in (IDS, COUNTS, HEADS)]
    assert said[2] == ["省级", "市级", UNSTATED]
    other = page.context.new_page()
    other.goto(page.url)
    other.wait_for_selector(".roll__row")
    assert [other.evaluate(one) for one in (IDS, COUNTS, HEADS)] == said
    assert other.locator(".finder__chips .chip").all_inner_texts() == [KINDS[0], KINDS[2], UNSTATED]
    assert other.input_value("[name=sort]") == "founded"
    assert other.input_value("[name=group]") == "level"
    assert other.get_attribute(".finder__view[value=table]", "aria-pressed") == "true"
    assert other.locator(".facet__box:checked").count() == 3


def test_what_an_address_cannot_mean_is_left_out(page: Page, address: str) -> None:
    page.goto(
        f"{address}?city=%3Cimg%20src%3Dx%3E&sort=worst&group=toString&view=constructor&kind={KINDS[1]}"
    )
    page.wait_for_selector(".directory__drawn .card")
    assert set(everything(page)) == {one.id for one in ALL if one.kind == KINDS[1]}
    assert page.locator(".finder__chips .chip").all_inner_texts() == [KINDS[1]]
    assert page.input_value("[name=sort]") == "city"


def founded(one: str) -> int:
    return list(ORDER).index(next(base.founded for base in ALL if base.id == one))


def events(one: str) -> int:
    return next(base.events for base in ALL if base.id == one)


def test_partial_dates_stand_where_they_may_begin_and_unknown_ones_last(
    page: Page, address: str
) -> None:
    page.goto(f"{address}?view=table")
    page.wait_for_selector(".roll__row")
    page.select_option("[name=sort]", "founded")
    assert page.evaluate(HEADS) == []
    dates = [founded(one) for one in everything(page)]
    assert dates == sorted(dates)
    page.select_option("[name=sort]", "founded-desc")
    dates = [founded(one) for one in everything(page)]
    unknown = len(ORDER) - 1
    known = [one for one in dates if one != unknown]
    assert known == sorted(known, reverse=True)
    assert dates[len(known) :] == [unknown] * (len(ALL) - len(known))


def test_bases_stand_by_how_much_is_told_of_them(page: Page, address: str) -> None:
    page.goto(f"{address}?sort=pinyin")
    settled(page)
    for sort, turned in (("events", True), ("events-asc", False)):
        page.select_option("[name=sort]", sort)
        numbers = [events(one) for one in everything(page)]
        assert len(numbers) == len(ALL)
        assert numbers == sorted(numbers, reverse=turned)


def test_names_stand_in_the_order_of_their_pinyin_and_written_pinyin_wins(
    page: Page, address: str
) -> None:
    page.goto(f"{address}?sort=pinyin")
    page.wait_for_selector(".directory__drawn .card")
    ids = everything(page)
    plain = [
        one
        for one in ids
        if re.fullmatch(r"xu-\d+", one) and one not in ("xu-000", "xu-001", "xu-003")
    ]
    spelt = [SPELT[int(one[3:]) % len(NAMES)] for one in plain]
    assert spelt == sorted(spelt)
    # 同心 is typed as zhōng zhàn there, and stands behind 知行, before nothing
    assert ids.index("xu-003") > max(
        ids.index(one) for one in plain if SPELT[int(one[3:]) % 7] == "zhixing"
    )
    page.select_option("[name=sort]", "pinyin-desc")
    assert everything(page) == ids[::-1]


GATHERED = """() => Object.fromEntries(
    [...document.querySelectorAll('.directory__drawn :is(.section, .roll__group)')].map(part => [
        part.querySelector('.section__title, .roll__title').textContent.trim(),
        [...part.querySelectorAll('.card, .roll__link')].map(one => /bases\\/([^/]+)\\//.exec(one.href)[1]).sort()]))"""


def test_bases_are_gathered_under_the_head_of_what_they_share(page: Page, address: str) -> None:
    page.goto(f"{address}?sort=pinyin")
    page.wait_for_selector(".directory__drawn .card")
    names = {one.id: one.name for one in ALL}
    for view in ("cards", "table"):
        page.click(f".finder__view[value={view}]")
        for group in ("city", "level", "kind", "brand"):
            page.select_option("[name=group]", group)
            everything(page)
            wanted: dict[str, list[str]] = {}
            for one in sorted(ALL, key=lambda one: one.id):
                (value,) = FACETS[group](one)
                wanted.setdefault(names.get(value, value), []).append(one.id)
            found = page.evaluate(GATHERED)
            assert found == wanted
            assert UNSTATED not in found or list(found)[-1] == UNSTATED


def test_back_undoes_one_choice_after_the_other(page: Page, address: str) -> None:
    page.goto(address)
    choose(page, "city", CITIES[0])
    first = page.evaluate(IDS)
    choose(page, "kind", KINDS[1])
    second = page.evaluate(IDS)
    page.click(".finder__view[value=table]")
    page.wait_for_selector(".roll__row")
    page.go_back()
    page.wait_for_selector(".directory__drawn .card")
    until(page, IDS, second)
    page.go_back()
    until(page, IDS, first)
    assert page.locator(".facet__box:checked").count() == 1
    page.go_back()
    settled(page, drawn=False)
    assert page.locator(".finder__chips .chip").count() == 0
    page.go_forward()
    until(page, IDS, first)


def test_a_chip_drops_its_choice_and_the_focus_has_a_place_to_be(page: Page, address: str) -> None:
    page.goto(address)
    choose(page, "city", CITIES[0], CITIES[1])
    choose(page, "kind", KINDS[0])
    chips = page.locator(".finder__chips button")
    assert [one.get_attribute("aria-label") for one in chips.all()] == [
        f"去掉{CITIES[0]}", f"去掉{CITIES[1]}", f"去掉{KINDS[0]}",
    ]  # fmt: skip
    chips.nth(1).press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == f"去掉{KINDS[0]}"
    assert set(everything(page)) == {
        one.id for one in ALL if one.city == CITIES[0] and one.kind == KINDS[0]
    }
    page.click(".finder__clear")
    settled(page, drawn=False)
    assert page.evaluate("document.activeElement.className") == "finder__count"
    assert "?" not in page.url.rstrip("#?") or page.url.endswith("#")


def test_a_word_narrows_by_name_pinyin_and_initials(page: Page, address: str) -> None:
    page.goto(address)
    for words, left in {
        "晨光": {one.id for one in ALL if "晨光" in one.name},
        "chenguang": {one.id for one in ALL if "晨光" in one.name},
        "CGXG": {one.id for one in ALL if "晨光虚构" in one.name},
        "别名阿尔": {"xu-005"},
        "zhongzhan": {"xu-003"},
        "<b>桥": {"xu-000"},
        "enguang": set(),
        "没有这个": set(),
        "$&<i>": set(),
    }.items():
        page.locator("input[name=q]").fill("")
        page.locator("input[name=q]").press_sequentially(words)
        settled(page)
        assert set(everything(page)) == left
        unheard = f"没有名称或拼音合“{words}”的基地"
        assert left or page.inner_text(".finder__count") == unheard
    page.locator("input[name=q]").fill("")
    choose(page, "city", CITIES[0])
    page.locator("input[name=q]").fill("没有这个")
    until(page, "() => document.querySelectorAll('.finder__chips .chip').length", 2)
    assert "没有合适的" in page.inner_text(".finder__count")


def test_back_takes_a_whole_word_back(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("input[name=q]").press_sequentially("bailu")
    settled(page)
    assert page.evaluate("document.activeElement.name") == "q"
    page.go_back()
    settled(page, drawn=False)
    assert page.input_value("input[name=q]") == ""


def test_letters_of_an_input_method_are_not_yet_a_word(page: Page, address: str) -> None:
    page.goto(address)
    page.focus("input[name=q]")
    method = page.context.new_cdp_session(page)
    method.send("Input.imeSetComposition", {"text": "bai", "selectionStart": 3, "selectionEnd": 3})
    page.wait_for_timeout(100)
    assert page.locator(".directory__given").is_visible()
    method.send("Input.insertText", {"text": "白鹭"})
    page.wait_for_selector(".directory__drawn .card")
    assert set(everything(page)) == {one.id for one in ALL if "白鹭" in one.name}


def test_a_list_comes_sixty_at_a_time_and_the_focus_goes_on_with_it(
    page: Page, address: str
) -> None:
    page.goto(f"{address}?sort=pinyin")
    page.wait_for_selector(".directory__drawn .card")
    assert len(page.evaluate(IDS)) == 60
    assert page.inner_text(".directory__more") == f"再看{len(ALL) - 60}个"
    page.click(".directory__more")
    ids = page.evaluate(IDS)
    assert len(ids) == len(set(ids)) == len(ALL)
    assert f"bases/{ids[60]}/" in page.evaluate("document.activeElement.href")
    assert page.locator(".directory__more").is_hidden()


def test_a_drawn_card_is_the_card_that_the_server_makes(page: Page, address: str) -> None:
    page.goto(address)
    cards = """part => Object.fromEntries([...document.querySelectorAll(`${part} .cards__one`)].map(one => {
        const copy = one.cloneNode(true);
        copy.querySelector('.pick').remove();
        return [copy.querySelector('.card__name').textContent, copy.outerHTML.replace(/>\\s+</g, '><')];
    }))"""
    given = page.evaluate(cards, ".directory__given")
    choose(page, "city", *CITIES)
    everything(page)
    page.wait_for_function(
        "() => ![...document.querySelectorAll('.directory__drawn .card__lead')].some(one => !one.textContent)"
    )
    assert len(given) == len(ALL)
    assert page.evaluate(cards, ".directory__drawn") == given


def test_the_table_tells_a_screen_reader_what_it_is_and_how_it_stands(
    page: Page, address: str
) -> None:
    page.goto(f"{address}?view=table&sort=pinyin&city={CITIES[0]}")
    page.wait_for_selector(".roll__row")
    count = sum(one.city == CITIES[0] for one in ALL)
    assert page.text_content(".roll caption") == f"共{count}个"
    assert page.locator(".roll thead th:not([scope=col])").count() == 0
    assert page.locator(".roll__row th[scope=row]").count() == count
    sorted_by = "() => [...document.querySelectorAll('.roll [aria-sort]')].map(one => [one.textContent, one.getAttribute('aria-sort')])"
    assert page.evaluate(sorted_by) == [["名称", "ascending"]]
    page.evaluate("document.querySelector('.roll__sort').focus()")
    page.keyboard.press("Enter")
    assert page.evaluate(sorted_by) == [["名称", "descending"]]
    assert page.evaluate("document.activeElement.textContent") == "名称"
    rows = {
        row[0]: row[1:]
        for row in page.evaluate(
            "() => [...document.querySelectorAll('.roll__row')].map(row => [...row.cells].map(one => one.textContent))"
        )
    }
    one = next(one for one in ALL if one.city == CITIES[0] and one.founded and one.level and one.top == BRAND)  # fmt: skip
    told = rows[one.name]
    assert told[:3] == [one.place, one.kind, one.level]
    assert told[3] == f"{ORDER[one.founded]}成立"
    assert told[4] == "属虚构总牌"
    assert told[5] == f"{one.events}条大事"


def test_escape_folds_a_facet_and_gives_the_focus_back(page: Page, address: str) -> None:
    page.goto(address)
    opener = page.locator(".finder__opener[value=kind]")
    opener.press("Enter")
    assert page.locator("#facet-kind").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "kind"
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.checked")
    page.keyboard.press("Escape")
    assert page.locator("#facet-kind").is_hidden()
    assert page.evaluate("document.activeElement.value") == "kind"


def test_the_number_found_is_told_without_being_looked_at(page: Page, address: str) -> None:
    page.goto(address)
    choose(page, "brand", REGION)
    page.wait_for_function("() => document.querySelector('[role=status]')?.textContent !== ''")
    count = sum(one.top == REGION for one in ALL)
    assert page.text_content("[role=status]") == f"找到{count}个"


def test_names_of_any_kind_stay_text_and_nothing_runs_over(page: Page, address: str) -> None:
    for query in ("?view=table&sort=pinyin", "?sort=pinyin", "?group=brand&view=table"):
        page.goto(address + query)
        page.wait_for_selector(".directory__drawn :is(.card, .roll__row)")
        choose(page, "standard")
        page.locator(".directory__drawn .pick__box").first.check()
        spoken = page.locator(".pick__box[value=xu-000]").last.get_attribute("aria-label")
        assert spoken == f"把{choosing.HOSTILE}加入对比"
        names = page.locator(".directory__drawn :is(.card__name, .roll__link)")
        assert choosing.HOSTILE in [one.replace("\u2060", "") for one in names.all_text_contents()]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), query
        small = page.evaluate("""() => [...document.querySelectorAll('.finder :is(button, select, input[type=search]), '
            + '.facet__value, .chip__drop, .pick, .tray__go, .tray__empty, .finder__clear')]
            .filter(one => one.offsetWidth && (one.offsetHeight < 44 || one.offsetWidth < 44)).map(one => one.outerHTML)""")
        assert small == []


def test_a_draft_is_nowhere(sites: dict[str, Path]) -> None:
    for site in sites.values():
        assert not any("虚构草稿站" in path.read_text("utf-8") for path in site.rglob("*.js"))


def test_without_the_dataset_the_page_says_so_and_keeps_its_list(
    chromium: Browser, served: str
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.route("**/data/bases.*", lambda route: route.abort())
    page.goto(f"{served}/bases/")
    page.click(".finder__opener[value=city]")
    page.locator(".facet__box").first.check()
    page.wait_for_function(
        "() => /没有取到/.test(document.querySelector('.finder__count').textContent)"
    )
    assert "没有取到" in page.inner_text(".finder__count")
    assert page.locator(".directory__given").is_visible()
    context.close()


def test_without_scripts_everything_is_there_and_no_control_that_does_nothing(
    chromium: Browser, served: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/bases/")
    assert page.locator(".card:visible").count() == len(ALL)
    assert page.locator("main :is(button, input, select):visible").count() == 0
    jumps = page.locator(".directory__plain a")
    assert sorted(one.split("市")[0] + "市" for one in jumps.all_inner_texts()) == sorted(CITIES)
    page.click("text=按拼音排的一览表")
    assert page.locator(".roll__row").count() == len(ALL)
    display = "() => getComputedStyle(document.querySelector('.roll__row')).display"
    page.set_viewport_size({"width": 673, "height": 900})
    assert page.evaluate(display) == "flow-root"
    page.emulate_media(media="print")
    assert page.evaluate(display) == "table-row"
    context.close()
