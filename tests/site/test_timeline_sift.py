"""The timeline narrowed by type, year, city and base: counts that are right, an address that keeps the choice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

import pytest

from tests.site import browsing, eventful
from tests.site.eventful import BASES, RICH, TOLD, TYPES, Told, in_order
from tests.site.eventful_tab import GROUNDS, Tab, tab

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = browsing.marks
ALL = len(TOLD)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.chromium() as browser:
        yield browser


@pytest.fixture(params=GROUNDS, ids=lambda one: f"{one[0]}-{one[1]}")
def here(request: pytest.FixtureRequest, chromium: Browser, eventful_at: Mapping[str, str]) -> Iterator[Tab]:  # fmt: skip
    """A tab on both grounds, narrow and wide."""
    made = tab(chromium, eventful_at, *request.param)
    yield made
    made.close()


@pytest.fixture
def desk(chromium: Browser, eventful_at: Mapping[str, str]) -> Iterator[Tab]:
    """One tab, where the ground makes no difference."""
    made = tab(chromium, eventful_at)
    yield made
    made.close()


def year_of(one: Told) -> str:
    return str(one.year) if one.year else "undated"


SAYS: Mapping[str, Callable[[Told], str]] = {
    "type": lambda one: one.type,
    "year": year_of,
    "city": lambda one: one.city,
    "base": lambda one: one.base,
}


def fitting(choice: list[tuple[str, str]], *, but: str = "") -> list[Told]:
    """What fits a choice, counted from what was invented; `but` names a kind that is left out of account."""
    wanted: dict[str, set[str]] = {}
    for kind, value in choice:
        if kind != but:
            wanted.setdefault(kind, set()).add(value)
    return [
        one for one in TOLD if all(SAYS[kind](one) in values for kind, values in wanted.items())
    ]


CHOICES = [
    [("type", "会议")],
    [("year", "2019")],
    [("year", "undated")],
    [("base", "qinghe")],
    [("city", "虚构西市"), ("type", "其他")],
    [("type", "会议"), ("type", "调研"), ("year", "2026"), ("year", "2025")],
    [("type", "志愿服务"), ("year", "2027"), ("city", "虚构东市"), ("base", "yinyue")],
    [("type", "志愿服务"), ("year", "2026"), ("base", RICH)],
]


@pytest.mark.parametrize("choice", CHOICES, ids=lambda one: "-".join(value for _, value in one))
def test_the_counts_are_those_of_the_events(desk: Tab, choice: list[tuple[str, str]]) -> None:
    found = fitting(choice)
    desk.page.goto(f"{desk.address}/timeline/?{'&'.join(f'{key}={value}' for key, value in choice)}")  # fmt: skip
    desk.told(f"筛出{len(found)}条，共{ALL}条")
    desk.open()
    shown = desk.page.locator(".sift__group").evaluate_all(
        "all => all.slice(0, 2).map(one => [...one.querySelectorAll('.chip')].map(chip => [chip.value, chip.lastChild.textContent, chip.getAttribute('aria-pressed'), chip.hidden]))"
    )
    types = Counter(one.type for one in fitting(choice, but="type"))
    years = Counter(year_of(one) for one in fitting(choice, but="year"))
    assert [(value, int(count)) for value, count, _, _ in shown[0]] == [(one, types[one]) for one in TYPES]  # fmt: skip
    assert {value: int(count) for value, count, _, _ in shown[1]} == {
        year_of(one): years[year_of(one)] for one in TOLD
    }
    pressed = {value for group in shown for value, _, state, _ in group if state == "true"}
    assert pressed == {value for kind, value in choice if kind in ("type", "year")}
    assert {value for value, _, _, hidden in shown[1] if hidden} == {
        year_of(one) for one in TOLD if not years[year_of(one)]
    } - pressed
    cities = desk.page.locator("#sift-city-field option").all_inner_texts()[1:]
    by_city = Counter(one.city for one in fitting(choice, but="city"))
    assert sorted(cities) == [f"{city}（{by_city[city]}）" for city in ("虚构东市", "虚构西市")]
    if not found:
        assert desk.page.get_by_text("没有同时符合这些条件的记事").is_visible()
    order = {one.title: (one.year is None, *(-part for part in one.order)) for one in found}
    titles = desk.titles()
    assert len(titles) == min(len(found), 60)
    assert [order[one] for one in titles] == sorted(order.values())[:60]


def test_every_event_is_reached_once_by_asking_for_more(here: Tab) -> None:
    query = "&".join(f"type={one}" for one in TYPES)
    here.go(mark=f"?{query}")
    here.told(f"筛出{ALL}条")
    more = here.page.get_by_role("button", name="再看")
    while more.count():
        before = len(here.titles())
        due = min(60, ALL - before)
        assert more.inner_text() == f"再看{due}条"
        more.click()
        here.page.wait_for_function("had => document.querySelectorAll('.years__list:not([hidden]) .event').length > had", arg=before)  # fmt: skip
    listed = here.page.locator(".years__list").last.locator(".event__title")
    titles = [one.partition("\u2060")[0] for one in listed.all_text_contents()]
    assert len(titles) == ALL
    assert sorted(titles) == sorted(one.title for one in TOLD)
    years = here.page.locator(".years__list:not([hidden]) .year__label").all_inner_texts()
    assert len(years) == len(set(years)) == len({one.year for one in TOLD})


def test_more_moves_the_reader_to_the_first_that_came(here: Tab) -> None:
    here.go(query={"type": "会议"})
    here.told("筛出")
    here.page.get_by_role("button", name="再看").click()
    here.page.wait_for_function("() => document.activeElement.classList.contains('event')")
    last = here.page.locator(".event:focus .event__title").text_content() or ""
    assert here.titles().index(last.partition("\u2060")[0]) == 60


def test_the_choice_stands_in_the_address_and_goes_back(here: Tab) -> None:
    here.go()
    here.open()
    here.told(f"共{ALL}条")
    steps = [[("type", "调研")], [("type", "调研"), ("year", "2020")], [("type", "调研"), ("year", "2020"), ("city", "虚构东市")]]  # fmt: skip
    here.chip("调研").click()
    here.told(f"筛出{len(fitting(steps[0]))}条")
    here.chip("2020年").click()
    here.told(f"筛出{len(fitting(steps[1]))}条")
    here.page.get_by_label("城市").select_option("虚构东市")
    here.told(f"筛出{len(fitting(steps[2]))}条")
    assert here.query() == steps[2]
    here.page.reload()
    here.told(f"筛出{len(fitting(steps[2]))}条，共{ALL}条")
    assert here.titles() == [one.title for one in in_order(fitting(steps[2]))]
    here.page.go_back()
    here.told(f"筛出{len(fitting(steps[1]))}条")
    here.page.go_back()
    here.told(f"筛出{len(fitting(steps[0]))}条")
    assert here.query() == steps[0]
    here.page.go_back()
    here.page.locator(".sift__told").filter(has_text="筛出").wait_for(state="detached")
    assert len(here.titles()) == 150
    here.page.go_forward()
    here.told(f"筛出{len(fitting(steps[0]))}条")
    assert here.chip("调研").get_attribute("aria-pressed") == "true"


def test_what_was_chosen_can_be_dropped_one_by_one_or_at_once(here: Tab) -> None:
    here.go(query={"type": "培训", "year": "2018", "base": "qinghe"})
    here.told("筛出")
    chosen = here.page.locator(".sift__chosen button")
    assert chosen.all_inner_texts() == ["培训", "2018年", "虚构青禾荟", "全部清除"]
    here.page.get_by_role("button", name="去掉2018年").press("Enter")
    here.told(f"筛出{len(fitting([('type', '培训'), ('base', 'qinghe')]))}条")
    assert here.page.evaluate("() => document.activeElement.textContent") == "虚构青禾荟"
    here.page.get_by_role("button", name="全部清除").press("Enter")
    here.page.locator(".sift__chosen").wait_for(state="hidden")
    assert here.query() == []
    assert here.page.evaluate("() => document.activeElement.className") == "sift__button"
    assert len(here.titles()) == 150
    assert here.page.locator("[data-sources]").is_visible()


def test_what_nobody_knows_in_an_address_chooses_nothing(desk: Tab) -> None:
    desk.go(query={"type": "<b>", "base": "gone", "year": "1"})
    desk.told(f"共{ALL}条")
    assert len(desk.titles()) == 150
    desk.go(query={"type": "会议", "base": "gone"})
    desk.told(f"筛出{len(fitting([('type', '会议')]))}条")


FOUND_BY = {
    "青": ["虚构青桥站", "虚构青禾荟"],
    "xgqh": ["虚构青禾荟"],
    "qinghe": ["虚构青禾荟"],
    "Yin Yue": ["虚构音乐角"],
    "yyj": ["虚构音乐角"],
    "lx": ["虚构乐享会"],
    "chongq": ["虚构重庆楼"],
    "5": ["虚构5号厅"],
    "没有": [],
    "ingqiao": [],
}


def test_a_base_is_found_by_its_name_its_sounds_or_its_letters(desk: Tab) -> None:
    desk.go()
    desk.open()
    for typed, names in FOUND_BY.items():
        desk.page.get_by_role("combobox", name="基地").fill(typed)
        options = desk.page.locator(".picker__option > span:first-child").all_inner_texts()
        assert sorted(options) == sorted(names), typed
        count = f"有{len(names)}个" if names else "没有这样的"
        desk.page.locator("[aria-live]").filter(has_text=count).wait_for()


def test_a_base_is_chosen_by_keys_alone_and_an_input_method_is_let_be(here: Tab) -> None:
    here.go()
    here.open()
    field = here.page.get_by_role("combobox", name="基地")
    field.focus()
    keys = here.page.context.new_cdp_session(here.page)
    keys.send("Input.imeSetComposition", {"text": "qing", "selectionStart": 4, "selectionEnd": 4})
    here.page.locator(".picker__option").first.wait_for()
    # Enter while composing is the input method's
    field.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "bubbles": True})
    assert here.query() == []
    keys.send("Input.insertText", {"text": "青"})
    here.page.locator(".picker__option").filter(has_text="青桥站").wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    here.page.keyboard.press("ArrowDown")
    here.page.keyboard.press("ArrowDown")
    active = here.page.locator(f"[id='{field.get_attribute('aria-activedescendant')}']")
    name = active.locator("span").first.inner_text()
    assert active.get_attribute("aria-selected") == "true"
    here.page.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert here.page.locator(".sift__panel").get_attribute("open") is not None
    here.page.keyboard.press("ArrowDown")
    here.page.keyboard.press("ArrowDown")
    here.page.keyboard.press("Enter")
    (base,) = [one for one, (called, _, _) in BASES.items() if called == name]
    here.told(f"筛出{len(fitting([('base', base)]))}条")
    assert here.query() == [("base", base)]
    assert field.input_value() == name
    field.fill("")
    here.told(f"共{ALL}条")
    assert here.query() == []
    here.page.keyboard.press("Escape")
    assert here.page.evaluate("() => document.activeElement.className") == "sift__button"


def test_the_number_found_is_told_aloud_and_the_chip_keeps_the_focus(here: Tab) -> None:
    here.go()
    here.open()
    chip = here.chip("会议")
    chip.focus()
    chip.press("Space")
    words = f"筛出{len(fitting([('type', '会议')]))}条，共{ALL}条"
    here.page.locator("[aria-live=polite]").filter(has_text=words).wait_for()
    assert here.page.evaluate("() => document.activeElement.value") == "会议"
    here.page.get_by_role("button", name="收起，看结果").click()
    assert here.page.locator(".sift__panel").get_attribute("open") is None
    assert here.page.evaluate("() => document.activeElement.className") == "event"


def test_the_rail_offers_what_was_found_and_leads_there(here: Tab) -> None:
    choice = [("city", "虚构东市"), ("type", "会议"), ("type", "调研")]
    here.go(mark="?city=虚构东市&type=会议&type=调研")
    here.told("筛出")
    here.page.locator(".years__list[hidden]").wait_for(state="attached")
    due = list(dict.fromkeys(one.year for one in in_order(fitting(choice))))
    rail = here.page.locator(".rail__link:not(.rail__latest)")
    shown = rail.evaluate_all("all => all.filter(one => one.checkVisibility()).map(one => one.textContent)")  # fmt: skip
    assert shown == [f"{year}年" for year in due]
    here.page.locator(".rail__link[aria-current]").filter(has_text=shown[0]).wait_for()
    oldest = [one.title for one in fitting(choice) if one.year == due[-1]]
    rail.filter(has_text=shown[1]).click()
    assert here.page.locator(".year:focus .year__label").inner_text() == shown[1]
    assert len(here.titles()) == 60
    rail.filter(has_text=shown[-1]).click()
    here.event(oldest[0]).wait_for()
    assert here.titles() == oldest
    here.page.get_by_role("button", name="从最近的看起").click()
    here.event(in_order(fitting(choice))[0].title).wait_for()
    assert here.page.get_by_role("button", name="从最近的看起").count() == 0


def test_data_is_asked_for_on_first_use_and_no_more_than_is_shown(chromium: Browser, eventful_at: Mapping[str, str]) -> None:  # fmt: skip
    here = tab(chromium, eventful_at)
    asked: list[str] = []
    here.page.on("request", lambda one: asked.append(one.url.rpartition("/")[2].partition(".")[0]) if "/data/events" in one.url else None)  # fmt: skip
    here.go()
    assert asked == []
    here.open()
    assert asked == ["events"]
    here.page.get_by_role("combobox", name="基地").fill("音乐")
    here.page.locator(".picker__option").click()
    here.told("筛出70条")
    here.page.get_by_role("button", name="再看10条").click()
    here.page.wait_for_function("() => document.querySelectorAll('.years__list:not([hidden]) .event').length === 70")  # fmt: skip
    assert all(one.startswith("events-of-") for one in asked[1:])
    assert 1 <= len(asked[1:]) <= 2
    here.page.get_by_role("button", name="去掉虚构音乐角").click()
    here.chip("1990年").click()
    here.told("筛出")
    here.page.wait_for_load_state("networkidle")
    assert 1 <= len([one for one in asked if not one.startswith("events-of-")]) - 1 <= 2
    here.close()


def test_without_the_data_the_page_says_so_and_stays_as_it_is(chromium: Browser, eventful_at: Mapping[str, str]) -> None:  # fmt: skip
    here = tab(chromium, eventful_at)
    here.page.route("**/data/events.*", lambda route: route.abort())
    here.go(query={"type": "会议"})
    here.told("没有取到数据，请再试一次")
    assert len(here.titles()) == 150
    here.page.unroute("**/data/events.*")
    here.page.locator(".sift__button").click()
    here.told("筛出")
    here.close()


def test_a_base_narrows_its_own_timeline_without_data(here: Tab) -> None:
    asked: list[str] = []
    here.page.on("request", lambda one: asked.append(one.url) if "/data/" in one.url else None)
    here.go(f"bases/{RICH}/timeline/")
    own = [one for one in TOLD if one.base == RICH]
    here.open()
    assert here.page.locator(".sift__group").count() == 2
    here.chip("会议").click()
    due = [one for one in own if one.type == "会议"]
    here.told(f"筛出{len(due)}条，共{len(own)}条")
    assert sorted(here.titles()) == sorted(one.title for one in due)
    here.chip("2026年").click()
    due = [one for one in due if one.year == 2026]
    here.told(f"筛出{len(due)}条")
    assert sorted(here.titles()) == sorted(one.title for one in due)
    assert here.page.locator(".year__label:visible").all_inner_texts() == ["2026年"]
    assert all(one for one in here.page.locator(".month:visible").all_inner_texts())
    here.page.reload()
    here.told(f"筛出{len(due)}条")
    here.page.get_by_role("button", name="全部清除").click()
    assert len(here.titles()) == len(own)
    assert asked == []


def test_what_was_found_prints_with_its_sources(desk: Tab) -> None:
    desk.go(query={"base": RICH})
    desk.event("虚构没有日期").wait_for()
    desk.page.emulate_media(media="print")
    hidden = ".rail, .sift, .sift__way, [data-sources]"
    assert desk.page.locator(hidden).evaluate_all("all => all.filter(one => one.checkVisibility()).length") == 0  # fmt: skip
    assert len(desk.titles()) == len([one for one in TOLD if one.base == RICH])
    cite = desk.event("虚构推定的明月").locator(".cite__link")
    assert cite.get_attribute("title") == "虚构短名，第2节"
    printed = cite.evaluate("one => getComputedStyle(one, '::after').content")
    assert "attr(title)" in printed or "虚构短名，第2节" in printed


def test_the_day_of_the_tests_is_in_the_middle_of_what_was_invented() -> None:
    days = [one.date for one in TOLD if len(one.date) == 10]
    assert min(days) < eventful.NOW[:10] < max(days)
