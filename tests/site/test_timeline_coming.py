"""What is still to come is told from what has been by the day on which a page is read, wherever it shows events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site import browsing
from tests.site.eventful import RICH, TOLD
from tests.site.eventful_tab import GROUNDS, Tab, tab

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = browsing.marks
OWN = f"bases/{RICH}/timeline/"
WORDS = """() => Object.fromEntries([...document.querySelectorAll('.event')].filter(one => one.checkVisibility())
  .map(one => [one.querySelector('.event__title').firstChild.data.replace('\\u2060', '').replace('虚构', ''),
    [...one.querySelectorAll('.event__coming')].map(word => word.textContent).join('／')])
  .filter(([, word]) => word))"""
NEXT_YEAR = ("明年", "明年上半年")
NEXT_MONTH = ("下月某天", "下月", "推定的明月")
AUTUMN = ("今天", "今天起", "昨天", "几天", "过完的几天", "本月", "推定的今天", "明天")
OCTOBER = ("几个月", "到年底", "年底")
COMING: Mapping[str, tuple[str, ...]] = {
    # 约2027年 may mean 2026, and is a plan for sure before that alone; 2026年 begins on its first day
    "2025-12-31": (*NEXT_YEAR, *NEXT_MONTH, *AUTUMN, *OCTOBER, "约明年", "下半年", "两年", "今年"),
    "2026-01-01": (*NEXT_YEAR, *NEXT_MONTH, *AUTUMN, *OCTOBER, "下半年"),
    "2026-07-01": (*NEXT_YEAR, *NEXT_MONTH, *AUTUMN, *OCTOBER),
    "2026-10-01": (*NEXT_YEAR, *NEXT_MONTH, *AUTUMN),
    "2026-11-10": (*NEXT_YEAR, *NEXT_MONTH, "今天", "今天起", "昨天", "几天", "推定的今天", "明天"),
    "2026-11-22": (*NEXT_YEAR, *NEXT_MONTH, "今天", "今天起", "推定的今天", "明天"),
    "2026-11-23": (*NEXT_YEAR, *NEXT_MONTH, "明天"),
    "2026-11-24": (*NEXT_YEAR, *NEXT_MONTH),
    "2026-11-30": (*NEXT_YEAR, *NEXT_MONTH),
    "2026-12-01": (*NEXT_YEAR, "下月某天", "推定的明月"),
    "2026-12-31": NEXT_YEAR,
    "2027-01-01": (),
    "2028-11-23": (),
}
"""What is to come on each day: as soon as a date may mean a day that is not ahead, nothing is said any more."""
GOING_ON: Mapping[str, Mapping[str, str]] = {
    "2026-10-01": {"几个月": "进行中"},
    "2026-11-10": {"几个月": "进行中", "过完的几天": "进行中"},
    "2026-11-22": {"几个月": "进行中", "几天": "进行中", "昨天": "今天"},
    "2026-11-23": {"几个月": "进行中", "几天": "进行中", "今天": "今天"},
    "2026-11-24": {"几个月": "进行中", "几天": "进行中", "明天": "今天"},
    "2026-11-30": {"几个月": "进行中"},
    "2026-12-01": {"几个月": "进行中"},
    "2026-12-31": {"几个月": "进行中"},
}
"""What goes on: both ends known to the day or month. 两年, 到年底 and what is open or inferred never says so."""


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


def test_on_every_day_each_date_is_told_for_what_it_is(here: Tab) -> None:
    said = {}
    here.go(OWN)
    for day in COMING:
        here.page.clock.set_fixed_time(f"{day}T04:00:00Z")
        here.page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
        said[day] = here.page.evaluate(WORDS)
        assert here.page.locator(".coming-end").count() == bool(COMING[day]), day
    assert said == {
        day: dict.fromkeys(names, "预告") | dict(GOING_ON.get(day, {}))
        for day, names in COMING.items()
    }


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-11-22T15:59:59Z", "2026-11-22"),
        ("2026-11-22T16:00:00Z", "2026-11-23"),
        ("2026-11-23T15:59:59Z", "2026-11-23"),
    ],
)
def test_the_day_is_that_of_china_wherever_the_reader_is(chromium: Browser, eventful_at: Mapping[str, str], now: str, day: str) -> None:  # fmt: skip
    here = tab(chromium, eventful_at, now=now)
    here.go(OWN)
    words = here.page.evaluate(WORDS)
    here.close()
    assert words == dict.fromkeys(COMING[day], "预告") | dict(GOING_ON[day])


@pytest.mark.parametrize("path", ["", f"bases/{RICH}/", "cities/west/", "timeline/", OWN])
def test_every_page_with_events_tells_plans_apart(here: Tab, path: str) -> None:
    # the newest few, which the home page and a city show, lie around the later of these days
    far = path in ("", "cities/west/")
    here.page.clock.set_fixed_time("2030-11-05T04:00:00Z" if far else "2026-11-23T04:00:00Z")
    here.go(path)
    words = here.page.locator(".event__coming").all_inner_texts()
    assert words
    assert set(words) <= {"预告", "今天", "进行中"}
    events = here.page.locator(".event, .coming-end").evaluate_all(
        "all => all.map(one => one.matches('.coming-end') ? '｜' : one.querySelector('.event__coming')?.textContent === '预告' ? '预' : '－').join('')"
    )
    told = events.replace("｜", "")
    rest = len(told) - 1 - told.rindex("预")
    # the line is drawn under the last plan, where anything follows it
    assert events == (f"{told[:-rest]}｜{told[-rest:]}" if rest else told)
    lines = here.page.locator(".coming-end").all_inner_texts()
    assert lines == (["预告到此"] if rest else [])


def test_what_is_past_bears_no_mark_and_a_list_of_it_no_line(here: Tab) -> None:
    here.page.clock.set_fixed_time("2040-01-01T04:00:00Z")
    for path in ("", "timeline/", OWN):
        here.go(path)
        assert here.page.locator(".event").count() > 3
        assert here.page.locator(".event__coming, .coming-end").count() == 0


def test_a_list_drawn_from_data_is_told_apart_as_well(here: Tab) -> None:
    here.go(query={"base": RICH})
    here.event("虚构没有日期").wait_for()
    drawn = here.page.evaluate(WORDS)
    assert drawn == dict.fromkeys(COMING["2026-11-23"], "预告") | dict(GOING_ON["2026-11-23"])
    assert here.page.locator(".coming-end:visible").count() == 1


def test_a_page_left_open_over_midnight_says_what_is_so_now(chromium: Browser, eventful_at: Mapping[str, str]) -> None:  # fmt: skip
    here = tab(chromium, eventful_at)
    here.page.clock.install(time="2026-11-23T15:59:30Z")
    here.go(OWN)
    assert here.page.evaluate(WORDS)["今天"] == "今天"
    here.page.clock.fast_forward(40_000)
    words = here.page.evaluate(WORDS)
    assert words == dict.fromkeys(COMING["2026-11-24"], "预告") | dict(GOING_ON["2026-11-24"])
    # and the night after
    here.page.clock.fast_forward(24 * 3600 * 1000)
    assert "明天" not in here.page.evaluate(WORDS)
    here.close()


def test_a_page_that_slept_looks_again_when_it_wakes(chromium: Browser, eventful_at: Mapping[str, str]) -> None:  # fmt: skip
    here = tab(chromium, eventful_at)
    here.go(OWN)
    here.page.clock.set_fixed_time("2026-12-01T04:00:00Z")
    here.page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    words = here.page.evaluate(WORDS)
    here.close()
    assert words == dict.fromkeys(COMING["2026-12-01"], "预告") | dict(GOING_ON["2026-12-01"])


def test_nothing_of_it_is_frozen_in_the_pages(eventful_pages: Mapping[str, Path]) -> None:
    for file in eventful_pages["http"].rglob("*.html"):
        text = file.read_text("utf-8")
        body = text.partition("<main")[2].partition("</main>")[0]
        assert "event__coming" not in body, file
        assert "预告" not in body, file


def test_the_days_of_the_table_lie_around_what_was_invented() -> None:
    names = {one.title.removeprefix("虚构") for one in TOLD if one.base == RICH}
    assert {name for told in COMING.values() for name in told} <= names
