"""The dialog that finds, from any page: opened by link and keys, typed into by any means, left without a trace."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site import browsing, invented, searching
from tests.site.project import ROOT, Built
from tests.site.searching import PROFILE, Reader, Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

pytestmark = browsing.marks

ASSETS = ROOT / "overrides" / "assets"
LATE = (
    "search.",
    "search-page.",
    "search-engine.",
    "search-texts.",
    "search-sounds.",
    "search-slips.",
    "search-excerpts.",
    "data/search",
)
"""What no page asks for before somebody searches."""
SAFARI = """() => {
  const field = document.querySelector('.search-dialog__field');
  const enter = { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true };
  if (field.dispatchEvent(new KeyboardEvent('keydown', enter))) field.form.requestSubmit();
  const left = !field.closest('dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
  field.dispatchEvent(new KeyboardEvent('keyup', enter));
  return left;
}"""
"""An Enter that chose a candidate, the way Safari tells of it, and the sending of the form that follows; an Escape
that let the candidates go. Whether the dialog was left open."""
SMALL = """() => [...document.querySelectorAll('.search-dialog a, .search-dialog button, .search-dialog input:not([type=hidden])')]
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
    """Somebody on a base's page, on a phone or at a desk; whatever the browser complains of fails the test."""
    width, place = request.param
    with searching.reading(chromium, sites[place], width) as one:
        one.go(PROFILE)
        yield one
        assert one.complaints == []


@pytest.fixture
def served(chromium: Browser, sites: dict[str, Site]) -> Iterator[Reader]:
    """Somebody on a base's page of a server; the tests that spoil something look at complaints themselves."""
    with searching.reading(chromium, sites["http"], 390) as one:
        one.go(PROFILE)
        yield one


def test_nothing_of_it_is_loaded_before_somebody_searches(reader: Reader) -> None:
    reader.page.wait_for_load_state("networkidle")
    assert [url for url in reader.asked for name in LATE if f"/assets/{name}" in url] == []
    reader.open_dialog()
    assert reader.has_asked_for("search-engine")
    assert reader.has_asked_for("data/search")
    assert sum("/assets/search." in url and url.endswith(".css") for url in reader.asked) == 1


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_keys_open_it_and_escape_gives_the_focus_back(reader: Reader, key: str) -> None:
    reader.page.locator(".header__mark").focus()
    reader.page.keyboard.press(key)
    reader.ready()
    assert "search-dialog__field" in reader.focus
    assert reader.field.input_value() == ""
    for _ in range(12):
        # whatever has the focus next, it is nothing of the page behind
        reader.page.keyboard.press("Tab")
        assert reader.page.evaluate(
            "() => document.activeElement === document.body"
            " || document.querySelector('.search-dialog').contains(document.activeElement)"
        )
    reader.page.keyboard.press("Escape")
    assert not reader.dialog.is_visible()
    assert reader.focus == "header__mark"


def test_keys_that_mean_something_else_are_left_alone(reader: Reader) -> None:
    for key in ("Control+/", "Alt+/", "Shift+k", "k", "Control+Shift+k"):
        reader.page.keyboard.press(key)
    assert reader.dialog.count() == 0
    reader.open_dialog()
    reader.field.press_sequentially("1/2")
    assert reader.field.input_value() == "1/2"
    reader.page.keyboard.press("Control+k")
    assert reader.field.evaluate("one => one.selectionEnd - one.selectionStart") == 3


def test_it_fills_a_phone_and_is_a_panel_at_a_desk(reader: Reader) -> None:
    reader.open_dialog()
    reader.field.press_sequentially("xin")
    reader.page.locator(".search-dialog .hit").first.wait_for()
    box = reader.dialog.bounding_box()
    size = reader.page.viewport_size
    assert box is not None
    assert size is not None
    if size["width"] == 390:
        assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 390, 844)
    else:
        assert box["width"] < 800
        assert box["y"] + box["height"] < 844
        reader.page.mouse.click(5, 400)
        assert not reader.dialog.is_visible()
    assert reader.page.evaluate(SMALL) == []


def test_what_is_typed_while_it_loads_is_found_when_it_has_loaded(served: Reader) -> None:
    held: list[Route] = []
    served.page.route("**/assets/data/search.*", lambda route: held.append(route))
    served.page.keyboard.press("/")
    served.page.locator(".search-dialog__state", has_text="正在准备搜索").wait_for()
    served.field.press_sequentially("城阳")
    while not held:
        served.page.wait_for_timeout(20)
    served.field.fill("tongxin")
    held[0].continue_()
    served.finds("同心荟")
    assert served.field.input_value() == "tongxin"
    assert served.complaints == []


@pytest.mark.parametrize(
    "lost", ["search-engine.*", "data/search.*", "search.*.css", "search.*.js"]
)
def test_what_cannot_be_loaded_is_told_and_asked_for_again(served: Reader, lost: str) -> None:
    served.page.route(f"**/assets/{lost}", lambda route: route.abort())
    served.page.keyboard.press("/")
    served.page.locator(".search-dialog__state", has_text="没有准备好").wait_for()
    served.says("没有准备好")
    served.field.fill("tongxin")
    served.page.unroute_all()
    served.page.locator(".search-dialog__retry").click()
    served.finds("同心荟")
    assert not served.page.locator(".search-dialog__retry").is_visible()
    assert "search-dialog__field" in served.focus


def test_half_typed_pinyin_finds_and_the_input_method_keeps_its_keys(reader: Reader) -> None:
    reader.open_dialog()
    method = reader.input_method()
    method.composes("tong'x")
    reader.finds("同心荟")
    method.composes("tong xin")
    reader.finds("同心荟")
    for key in ("ArrowDown", "Enter", "Escape"):
        method.presses(key)
        assert reader.dialog.is_visible()
        assert reader.field.get_attribute("aria-activedescendant") is None
    method.commits("同心")
    reader.finds("同心荟")
    assert reader.field.input_value() == "同心"
    # Safari ends the composition first and only then tells of the Enter that ended it
    assert reader.page.evaluate(SAFARI)
    reader.page.keyboard.press("ArrowDown")
    method.presses("Enter")
    assert reader.page.url == reader.site.url(PROFILE)
    assert reader.dialog.is_visible()
    method.presses("Enter", 13)
    reader.page.wait_for_url("**/bases/tongxinhui/**")


def test_text_that_comes_without_a_key_finds(reader: Reader) -> None:
    reader.open_dialog()
    reader.page.keyboard.insert_text("新心向阳")
    reader.finds("新心向阳")


def test_arrows_choose_and_enter_opens(reader: Reader) -> None:
    reader.open_dialog()
    reader.field.press_sequentially("tongxin")
    reader.finds("同心荟")
    assert reader.field.get_attribute("aria-expanded") == "true"
    options = reader.page.get_by_role("listbox").get_by_role("option")
    reader.page.keyboard.press("ArrowUp")
    assert chosen(reader) == options.count() - 1
    reader.page.keyboard.press("ArrowDown")
    assert chosen(reader) == -1
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("ArrowDown")
    assert chosen(reader) == 1
    reader.page.keyboard.press("Home")
    assert reader.field.evaluate("one => one.selectionStart") == 0
    reader.page.keyboard.press("End")
    assert reader.field.evaluate("one => one.selectionStart") == len("tongxin")
    assert chosen(reader) == 1
    reader.page.keyboard.press("ArrowUp")
    name = options.first.get_attribute("aria-label")
    assert name is not None
    assert name.startswith("基地，同心荟，杭州市")
    assert "search-dialog__field" in reader.focus
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/bases/tongxinhui/**")


def chosen(reader: Reader) -> int:
    """Which option is the active one, counted from 0; -1 while it is the field."""
    found: int = reader.page.evaluate(
        """() => {
            const field = document.querySelector('.search-dialog__field');
            const all = [...document.querySelectorAll('[role=option]')];
            const at = all.findIndex(one => one.id === field.getAttribute('aria-activedescendant'));
            const shown = all.findIndex(one => one.getAttribute('aria-selected') === 'true');
            if (at !== shown) throw new Error(`${at} is told, ${shown} is shown`);
            return at;
        }"""
    )
    return found


def test_the_kinds_are_reached_by_tab_and_keep_the_focus(reader: Reader) -> None:
    reader.open_dialog()
    reader.field.press_sequentially("新")
    reader.page.locator(".search-dialog .hit").first.wait_for()
    button = reader.page.locator(".search-dialog__kind", has_text="活动")
    for _ in range(8):
        if button.evaluate("one => one === document.activeElement"):
            break
        reader.page.keyboard.press("Tab")
    count = button.locator(".search-dialog__count").inner_text()
    reader.page.keyboard.press("Space")
    reader.page.locator(".search-dialog__all", has_text=f"看全部{count}条").wait_for()
    assert set(reader.page.locator(".hit__kind").all_inner_texts()) == {"活动"}
    assert button.get_attribute("aria-pressed") == "true"
    assert button.evaluate("one => one === document.activeElement")
    assert reader.page.locator(".search-dialog__kind").count() > 2
    # a kind with nothing in it can still be let go
    reader.field.fill("zzzqqq")
    reader.page.locator(".search-dialog__kind[aria-pressed=true]", has_text="活动").wait_for()
    reader.field.fill("新")
    reader.page.locator(".search-dialog__all", has_text=f"看全部{count}条").click()
    reader.page.locator(".finding__told", has_text=f"找到{count}条").wait_for()
    assert "kind=" in reader.page.url


def test_a_kind_chosen_for_one_question_does_not_narrow_the_next(reader: Reader) -> None:
    reader.open_dialog()
    everything = reader.page.locator(".search-dialog__kind[aria-pressed=true]", has_text="全部")

    def narrowed() -> None:
        reader.field.fill("新")
        reader.page.locator(".search-dialog__kind", has_text="活动").click()
        reader.page.locator(".search-dialog__kind[aria-pressed=true]", has_text="活动").wait_for()

    narrowed()
    reader.field.fill("")
    reader.field.fill("tongxin")
    everything.wait_for()
    reader.finds("同心荟")
    narrowed()
    reader.page.locator(".search-dialog__clear").click()
    reader.field.fill("tongxin")
    everything.wait_for()
    narrowed()
    reader.page.keyboard.press("Escape")
    reader.open_dialog()
    everything.wait_for()
    reader.field.fill("tongxin")
    reader.finds("同心荟")


def test_a_screen_reader_is_told_the_count_once_the_typing_rests(reader: Reader) -> None:
    reader.open_dialog()
    reader.field.press_sequentially("tongxin", delay=20)
    reader.says("有")
    count = reader.page.locator(".search-dialog__count").first.inner_text()
    reader.says(f"有{count}条")
    reader.field.fill("zzzqqq")
    reader.says("没有找到“zzzqqq”")


def test_what_only_sounds_alike_is_told_as_such(reader: Reader) -> None:
    reader.open_dialog()
    reader.page.keyboard.insert_text("新心相阳")
    reader.finds("新心向阳")
    told = reader.page.locator(".search-dialog__state")
    assert told.inner_text() == "没有“新心相阳”，下面是相近的。"


def test_enter_without_a_choice_and_an_empty_answer_lead_to_the_page(reader: Reader) -> None:
    reader.open_dialog()
    reader.page.keyboard.press("Enter")
    assert reader.dialog.is_visible()
    reader.field.press_sequentially("zzzqqq")
    reader.page.locator(".search-dialog__all", has_text="换个找法").wait_for()
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/search/**q=zzzqqq")
    reader.page.locator(".finding__told", has_text="没有找到“zzzqqq”").wait_for()


def test_ten_thousand_characters_are_cut_to_what_can_be_searched(reader: Reader) -> None:
    reader.open_dialog()
    reader.page.keyboard.insert_text("同心" * 5000)
    assert len(reader.field.input_value()) == 64
    reader.page.locator(".search-dialog__all").wait_for()
    reader.field.fill("tongxin")
    reader.finds("同心荟")


def test_nothing_typed_or_found_is_read_as_markup(served: Reader) -> None:
    word = "<img src=x onerror=document.title=1>"
    spoilt = {"同心": word, "城阳样本": "城<b>阳</b>样本"}
    for name in ("data/search.*", "data/search-*"):
        served.page.route(f"**/assets/{name}", lambda route: spoil(route, spoilt))
    served.open_dialog()
    served.field.fill(word)
    served.page.locator(".search-dialog__all").wait_for()
    served.field.fill("img")
    served.page.locator(".hit__title", has_text="<img src=x").first.wait_for()
    # what is marked is a run with a tag in it
    served.field.fill("城b阳")
    served.page.locator(".hit__title mark", has_text="城<b>阳").first.wait_for()
    assert (
        served.page.locator(
            ".search-dialog img[onerror], .search-dialog img[src='x'], .search-dialog b"
        ).count()
        == 0
    )
    assert served.page.title() != "1"
    assert served.complaints == []


def spoil(route: Route, words: dict[str, str]) -> None:
    """Answers with the file as it is, but for some words in all its texts."""
    answer = route.fetch()
    body = answer.text()
    for old, new in words.items():
        body = body.replace(old, new)
    route.fulfill(response=answer, body=body)


def test_the_invented_words_of_staff_are_shown_as_they_were_typed(reader: Reader) -> None:
    reader.open_dialog()
    reader.page.keyboard.insert_text("三层")
    reader.finds(invented.NAME)
    assert "<b>三层</b>" in reader.page.locator(".hit__snippet").first.inner_text()
    assert reader.page.locator(".hit__snippet mark").first.inner_text() == "三层"


def test_a_hit_on_the_page_at_hand_closes_the_dialog(reader: Reader) -> None:
    reader.open_dialog()
    reader.page.keyboard.insert_text("全国推进会安排到该基地实地参观")
    reader.finds("实地参观")
    reader.page.locator(".hit__link").first.click()
    reader.page.wait_for_function("() => location.hash")
    assert not reader.dialog.is_visible()
    assert reader.dialog.count() == 1, "it is still the same page"


def test_a_picture_of_a_hit_is_the_one_of_the_scheme(
    chromium: Browser, sites: dict[str, Site]
) -> None:
    with searching.reading(chromium, sites["file"], color_scheme="dark") as one:
        one.go(PROFILE)
        one.open_dialog()
        one.field.fill("同心荟")
        one.finds("同心荟")
        picture = one.page.locator(".hit__image").first
        one.page.wait_for_function("() => document.querySelector('.hit__image').naturalWidth > 0")
        assert "-dark.svg" in picture.evaluate("one => one.currentSrc")


def test_its_blocks_are_its_own() -> None:
    """Its sheet comes to every page, late: a block of the same name elsewhere would change under the reader."""
    sheets = {path.name: path.read_text("utf-8") for path in ASSETS.glob("*.css")}
    blocks = {
        name: {one.partition("__")[0] for one in re.findall(r"\.([a-z][\w-]*)", text)}
        for name, text in sheets.items()
    }
    # "scripted" is what `showcase.js` calls the document, not a block
    own = blocks.pop("search.css") - {"search-link", "scripted"}
    assert own == {"search-dialog", "finding", "hit"}
    assert {name for name, others in blocks.items() if own & others} == set()


@pytest.mark.parametrize("place", ["http", "file"])
def test_where_no_dialog_can_be_the_link_leads_to_the_page(
    chromium: Browser, sites: dict[str, Site], place: str
) -> None:
    for scripts in (True, False):
        with searching.reading(chromium, sites[place], 390, java_script_enabled=scripts) as one:
            if scripts:
                one.page.add_init_script("delete window.HTMLDialogElement")
            one.go(PROFILE)
            one.page.locator(".search-link").click()
            one.page.wait_for_url("**/search/**")
            assert one.complaints == []
