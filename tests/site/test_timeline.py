"""The timeline in a browser: its dates as exact as their sources, its rail, its way to the latest, on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site import browsing
from tests.site.document import Document
from tests.site.eventful import RICH, TOLD
from tests.site.eventful_tab import GROUNDS, Tab, tab

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = browsing.marks
YEARS = sorted({one.year for one in TOLD if one.year is not None}, reverse=True)
HEADS = [*(f"{year}年" for year in YEARS), "时间待核"]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.chromium() as browser:
        yield browser


@pytest.fixture(params=GROUNDS, ids=lambda one: f"{one[0]}-{one[1]}")
def here(
    request: pytest.FixtureRequest, chromium: Browser, eventful_at: Mapping[str, str]
) -> Iterator[Tab]:
    """A tab on each ground, at each width."""
    made = tab(chromium, eventful_at, *request.param)
    yield made
    made.close()


@pytest.fixture
def plain(chromium: Browser, eventful_at: Mapping[str, str]) -> Iterator[Tab]:
    """A tab whose browser runs no scripts."""
    made = tab(chromium, eventful_at, width=390, scripts=False)
    yield made
    made.close()


def parts(pages: Mapping[str, Path]) -> list[Document]:
    """The pages of the timeline in their order."""
    files = [pages["http"] / "timeline" / name / "index.html" for name in ("", "2", "3")]
    assert not (pages["http"] / "timeline/4").exists()
    return [Document(f"timeline/{file.parent.name}/", file.read_text("utf-8")) for file in files]


def test_without_scripts_every_event_is_reached_once_in_order(plain: Tab) -> None:
    plain.go()
    seen = plain.page.locator(".event__title").all_inner_texts()
    for number in ("2", "3"):
        plain.page.locator(".pager__link").filter(has_text=number).click()
        seen += plain.page.locator(".event__title").all_inner_texts()
    titles = [re.sub(r"[\s\u2060]|\[\d+\]", "", one) for one in seen]
    order = {one.title: (one.year is None, *(-part for part in one.order)) for one in TOLD}
    assert sorted(titles) == sorted(one.title for one in TOLD)
    assert [order[one] for one in titles] == sorted(order.values())


def test_without_scripts_the_rail_leads_to_the_page_of_each_year(plain: Tab) -> None:
    for head in (HEADS[0], "2001年", HEADS[-1]):
        plain.go()
        plain.page.locator(".rail__link").filter(has_text=head).click()
        section = plain.page.locator(".year").filter(has=plain.page.get_by_role("heading", name=head, exact=True))  # fmt: skip
        assert section.first.is_visible()
        assert plain.page.url.endswith(section.first.get_attribute("id") or "?")
    plain.page.get_by_role("link", name="跳到最近").click()
    assert plain.page.url.endswith(f"timeline/#y{YEARS[0]}")
    assert plain.page.locator(".sift").count() == 0


def test_years_and_months_are_heads_of_lists_in_order(eventful_pages: Mapping[str, Path]) -> None:
    heads = [one.text() for page in parts(eventful_pages) for one in page.main.find(kind="year__label")]  # fmt: skip
    # a year may end on the next page
    assert list(dict.fromkeys(heads)) == HEADS
    for page in parts(eventful_pages):
        levels = [int(one.tag[1]) for one in page.main.walk() if one.tag in ("h1", "h2", "h3")]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        for event in page.main.find(kind="event"):
            assert event.parent is not None
            assert event.parent.tag == "ol"


def test_months_have_heads_where_a_year_has_much_to_tell(
    eventful_pages: Mapping[str, Path],
) -> None:
    full: dict[str, list[str]] = {}
    for page in parts(eventful_pages):
        for section in page.main.find(kind="year"):
            labels = [one.text() for one in section.find(kind="month__label")]
            full.setdefault(section.find(kind="year__label")[0].text(), []).extend(labels)
    count = {head: sum(f"{one.year}年" == head for one in TOLD) for head in HEADS}
    assert {head for head, labels in full.items() if labels} == {
        head for head, many in count.items() if many >= 24 and head != "时间待核"
    }
    months = [one for one in full["2026年"] if re.fullmatch(r"\d+月", one)]
    assert [int(one[:-1]) for one in months] == sorted({int(one[:-1]) for one in months}, reverse=True)  # fmt: skip
    assert full["2026年"][-1] == "未写明月份"
    assert [one for one in full["2026年"] if not re.fullmatch(r"\d+月", one)] == ["年底", "下半年", "未写明月份"]  # fmt: skip
    assert len(full["2026年"]) == len(set(full["2026年"]))


DATES = {
    "明年": ("2027", "2027", ""),
    "明年上半年": ("2027", "2027", "上半年"),
    "约明年": ("2027", "约2027", ""),
    "下月": ("2026-12", "2026.12", ""),
    "今天": ("2026-11-23", "2026.11", "23日"),
    "今天起": ("2026-11-23", "2026.11", "23日起"),
    "几天": ("2026-11-20", "2026.11", "20日至2026.11.25"),
    "到年底": ("2026-10-01", "2026.10", "1日至2026年底"),
    "上旬": ("2025-03", "2025.03", "上旬"),
    "一段": ("2023-05", "2023.05", "至2023.08"),
    "以来": ("2017", "2017", "以来"),
    "没有年份": ("12-25", "12月25日", ""),
    "没有日期": ("", "时间待核", ""),
    "推定的明月": ("2026-12-09", "2026.12", "9日"),
}


DATED = """() => Object.fromEntries([...document.querySelectorAll('.event')].filter(one => one.checkVisibility())
  .map(one => [one.querySelector('.event__title').firstChild.data.replace('\\u2060', ''), [
    one.querySelector('time')?.getAttribute('datetime') ?? '',
    one.querySelector('.event__date').textContent,
    one.querySelector('.event__day')?.textContent ?? '']]))"""


def test_a_date_is_as_exact_as_its_source_however_it_is_shown(here: Tab) -> None:
    written: dict[str, list[str]] = {}
    for path in ("timeline/", "timeline/2/", "timeline/3/"):
        here.go(path)
        written |= here.page.evaluate(DATED)
    assert {name: tuple(written[f"虚构{name}"]) for name in DATES} == DATES
    here.go(query={"base": RICH})
    here.told("筛出")
    here.page.locator(".event").filter(has_text="虚构没有日期").wait_for()
    drawn = here.page.evaluate(DATED)
    assert {name: tuple(drawn[f"虚构{name}"]) for name in DATES} == DATES


def test_an_event_drawn_from_data_says_what_the_written_one_says(here: Tab) -> None:
    said = """() => Object.fromEntries([...document.querySelectorAll('.event')].filter(one => one.checkVisibility())
      .map(one => { const copy = one.cloneNode(true); const base = one.querySelector('.event__base');
        const cite = one.querySelector('.cite__link').title; copy.querySelector('.cite').remove();
        const time = one.querySelector('time');
        return [copy.querySelector('.event__title').textContent.trim(), [copy.textContent.replace(/[\\s\\u2060]/g, ''), base.href, cite,
          time ? [time.dateTime, time.dataset.from ?? '', time.dataset.until ?? ''] : [],
          one.querySelector('.event__date').className, [...one.classList], one.querySelectorAll('.remark__note').length]]; }))"""
    here.go()
    written = here.page.evaluate(said)
    here.go(query={"base": RICH})
    here.told("筛出")
    drawn = here.page.evaluate(said)
    both = written.keys() & drawn.keys()
    assert len(both) > 15
    assert {name: drawn[name] for name in both} == {name: written[name] for name in both}


def test_the_rail_shows_where_the_reader_is(here: Tab) -> None:
    here.go()
    current = here.page.locator(".rail__link[aria-current=true]")
    current.filter(has_text=HEADS[0]).wait_for()
    for head in ("2026年", "2022年"):
        here.page.get_by_role("heading", name=head, exact=True).evaluate("one => { scrollTo(0, one.getBoundingClientRect().top + scrollY - 60); }")  # fmt: skip
        current.filter(has_text=head).wait_for()
        assert current.count() == 1
        assert here.page.evaluate(
            """() => { const strip = document.querySelector('.rail__list').getBoundingClientRect();
            const link = document.querySelector('.rail__link[aria-current]').getBoundingClientRect();
            return link.left >= strip.left - 1 && link.right <= strip.right + 1
              && link.top >= strip.top - 1 && link.bottom <= innerHeight + 1; }"""
        )


def test_a_year_of_the_rail_is_found_below_it_and_large_enough_for_a_finger(here: Tab) -> None:
    here.go()
    here.page.locator(".rail__link").filter(has_text="2022年").click()
    heading = here.page.get_by_role("heading", name="2022年", exact=True)
    rail = here.page.locator(".rail").bounding_box()
    box = heading.bounding_box()
    assert rail is not None
    assert box is not None
    assert 0 <= box["y"] < 400
    covered = box["x"] < rail["x"] + rail["width"] and box["y"] < rail["y"] + rail["height"]
    assert not covered
    small = here.page.evaluate(
        """() => [...document.querySelectorAll('.rail a, .sift button, .sift summary')].map(one => one.getBoundingClientRect())
        .filter(box => box.width < 43.99 || box.height < 43.99).length"""
    )
    assert small == 0


@pytest.mark.parametrize("start", ["timeline/", "timeline/3/"])
def test_the_way_to_the_latest_leads_past_what_is_to_come(here: Tab, start: str) -> None:
    here.go(start)
    here.page.get_by_role("link", name="跳到最近").click()
    here.page.wait_for_url("**/timeline/**")
    here.page.wait_for_function("() => document.activeElement.classList.contains('event')")
    assert re.search(r"/timeline/(index\.html)?#(latest|y2026)$", here.page.url)
    focused = here.page.locator(".event:focus")
    assert focused.locator("time").get_attribute("datetime") == "2026-11-23"
    box = focused.bounding_box()
    assert box is not None
    assert 40 < box["y"] < 200


def test_the_way_to_the_latest_goes_on_where_a_page_holds_plans_alone(chromium: Browser, eventful_at: Mapping[str, str]) -> None:  # fmt: skip
    here = tab(chromium, eventful_at, now="2001-07-01T04:00:00Z")
    here.go()
    here.page.get_by_role("link", name="跳到最近").click()
    here.page.wait_for_function("() => document.activeElement.classList.contains('event')")
    latest = max(one.date for one in TOLD if re.fullmatch(r"\d{4}-\d\d-\d\d", one.date) and one.date <= "2001-07-01")  # fmt: skip
    assert here.page.locator(".event:focus time").get_attribute("datetime") == latest
    here.close()


def test_the_way_to_the_latest_names_the_year(chromium: Browser, eventful_at: Mapping[str, str]) -> None:  # fmt: skip
    here = tab(chromium, eventful_at, width=390, now="2030-01-01T04:00:00Z")
    here.go(mark="#y2026")
    here.page.get_by_role("link", name="跳到最近").click()
    here.page.wait_for_function("() => document.activeElement.classList.contains('event')")
    assert here.page.url.endswith(f"/timeline/#y{YEARS[0]}")
    here.close()


def test_a_base_calls_its_timeline_by_one_name(eventful_pages: Mapping[str, Path]) -> None:
    file = eventful_pages["http"] / "bases" / RICH / "timeline/index.html"
    page = Document("timeline", file.read_text("utf-8"))
    (head,) = page.main.find(tag="h1")
    assert head.text().endswith("大事记")
    assert f"<title>{head.text()}·" in file.read_text("utf-8")


def test_on_paper_a_reason_stands_below_the_text_and_the_footer_is_short(here: Tab) -> None:
    here.go()
    here.page.emulate_media(media="print")
    event = here.page.locator(".event").filter(has=here.page.locator(".event__when .remark__note")).first  # fmt: skip
    text, why = (event.locator(one).first.bounding_box() for one in (".event__title", ".event__when .remark"))  # fmt: skip
    assert text is not None
    assert why is not None
    assert why["x"] == text["x"]
    assert why["y"] >= text["y"] + text["height"]
    footer = here.page.locator(".footer")
    assert footer.locator("nav").evaluate_all("all => all.filter(one => one.checkVisibility()).length") == 0  # fmt: skip
    box = footer.bounding_box()
    assert box is not None
    assert box["height"] < 90
    assert footer.evaluate("one => getComputedStyle(one).breakInside") == "avoid"


def test_on_paper_nothing_is_left_to_press_and_the_sources_come_last(here: Tab) -> None:
    here.go()
    here.page.emulate_media(media="print")
    assert here.page.locator(".rail, .sift, .pager").evaluate_all("all => all.filter(one => one.checkVisibility()).length") == 0  # fmt: skip
    assert len(here.titles()) == 150
    broken = here.page.evaluate(
        """() => ['.year__label', '.month__label', '.event'].map(name => getComputedStyle(document.querySelector(name)))
        .map(style => [style.breakAfter, style.breakInside])"""
    )
    assert broken[0][0] == broken[1][0] == "avoid"
    assert broken[2][1] == "avoid"
    printed = here.page.evaluate("() => [...document.querySelectorAll('a')].map(one => getComputedStyle(one, '::after').content)")  # fmt: skip
    assert not any("http" in one or "attr" in one for one in printed)
    last = here.page.locator("main section").last
    assert last.get_by_role("heading").inner_text() == "出处"
