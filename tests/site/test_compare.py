"""Bases side by side in a real browser: picked in the directory, told by the address, worded as on their pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import pytest

from tests.site import browsing, choosing
from tests.site.choosing import BRAND, FORMER, HOSTILE, LONG, ORDER, Base
from tests.site.document import Document

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = browsing.marks

BY_ID = {one.id: one for one in choosing.bases()}
HEADS = "() => [...document.querySelectorAll('.compared__name')].map(one => one.textContent)"
ROWS = """() => Object.fromEntries([...document.querySelectorAll('.compared tbody tr')].map(row => {
    const [head, ...cells] = [...row.children];
    return [head.firstElementChild.textContent, cells.map(one => one.innerText.trim().replace(/\\s+/g, ' '))];
}))"""
FOUR = ("xu-004", "xu-010", "xu-000", "xu-002")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return choosing.sites(tmp_path_factory)


@pytest.fixture(scope="module")
def served(sites: dict[str, Path]) -> Iterator[str]:
    with browsing.served(sites["http"].parent) as address:
        yield f"{address}/http"


@pytest.fixture(params=[("http", 390), ("file", 1440)], ids=lambda way: f"{way[0]} {way[1]}")
def way(request: pytest.FixtureRequest) -> tuple[str, int]:
    """How the site is opened, and how wide."""
    chosen: tuple[str, int] = request.param
    return chosen


@pytest.fixture
def site(way: tuple[str, int], sites: dict[str, Path], served: str) -> str:
    """The site's address on a server, or on a disk."""
    return served if way[0] == "http" else sites["file"].as_uri()


@pytest.fixture
def page(way: tuple[str, int], chromium: Browser) -> Iterator[Page]:
    """A fresh tab, which must not complain."""
    context = chromium.new_context(viewport={"width": way[1], "height": 844})
    tab = context.new_page()
    tab.set_default_timeout(5_000)
    complaints: list[str] = []
    tab.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)  # fmt: skip
    tab.on("pageerror", lambda fault: complaints.append(str(fault)))
    yield tab
    context.close()
    assert complaints == []


def at(site: str, folder: str, query: str = "") -> str:
    return f"{site}/{folder}/{'index.html' if site.startswith('file') else ''}{query}"


def compare(page: Page, site: str, *ids: str) -> None:
    page.goto(at(site, "compare", f"?ids={','.join(ids)}"))
    page.wait_for_selector(".compared, .compare__none")


def prose(one: Base) -> str:
    return ORDER[one.founded]


@pytest.mark.parametrize("count", [1, 2, 4])
def test_columns_say_what_the_files_say(
    page: Page, site: str, count: int, way: tuple[str, int]
) -> None:
    ids = FOUR[:count]
    compare(page, site, *ids)
    bases = [BY_ID[one] for one in ids]
    assert page.evaluate(HEADS) == [one.name for one in bases]
    assert page.title().startswith("、".join(one.name for one in bases))
    if way[1] < 720:
        page.set_viewport_size({"width": 1440, "height": 844})
    rows = page.evaluate(ROWS)
    tops = {BRAND: "虚构总牌", "xu-zi": "虚构分牌 虚构总牌", "xu-qu": "虚构样本"}
    cited = "虚构资料"
    number = {one.id: int(one.id[3:]) for one in bases}
    figured = [number[one.id] if number[one.id] % 3 == 1 else 0 for one in bases]
    alone = sum(map(bool, figured)) < 2
    shared = [f"截至2023年超{n}00余家 {cited}，第{n}页" if n else "" for n in figured]
    own = [f"虚构独有{n} 近{n}万人 {cited}" if n else "" for n in figured]
    wanted = {
        "类别": [one.kind for one in bases],
        "在哪里": [one.place for one in bases],
        "级别": [one.level for one in bases],
        "成立": [f"{prose(one)} {cited}" if one.founded else "" for one in bases],
        "大事": [f"{one.events}条" if one.events else "" for one in bases],
        "所属": [tops.get(one.part_of, "") for one in bases],
        "荣誉": [f"2021年虚构称号 {cited}" if one.honours else "" for one in bases],
        "口号": [""] * count,
        "相关标准": [""] * count,
        "虚构服务": [""] * count if alone else shared,
        "其他数据": [""] * count if alone else own,
        "数据": [f"虚构服务 {one} {two}" if one and alone else "" for one, two in zip(shared, own, strict=True)],
    }  # fmt: skip
    for title, cells in wanted.items():
        # a row in which nobody has anything is left out
        told = [cell or "— 没有写" for cell in cells] if any(cells) else None
        assert rows.get(title) == told, title


def test_a_standard_is_told_criterion_by_criterion_with_what_proves_it(
    page: Page, site: str
) -> None:
    page.set_viewport_size({"width": 1440, "height": 844})
    compare(page, site, "xu-000", "xu-002", "xu-003", "xu-001")
    rows = page.evaluate(ROWS)
    without = "— 没有对照这套标准"
    assert rows["虚构标准liu"][:2] == ["1／3项达标且有佐证自评"] * 2
    assert rows["虚构标准liu"][2:] == [without] * 2
    assert rows["有甲"] == ["达标·1条佐证"] * 2 + ["— 没有对照"] * 2
    assert rows["有乙"] == ["未对照"] * 2 + ["— 没有对照"] * 2
    assert rows["有丁"][1:3] == ["达标·1条佐证"] * 2
    marks = page.locator("tr:has-text('有甲') use")
    assert [one.get_attribute("href") for one in marks.all()] == ["#mark-met"] * 2
    assert page.locator(".compare__legend").is_visible()


def test_every_thing_leads_to_where_it_stands(
    page: Page, site: str, sites: dict[str, Path], way: tuple[str, int]
) -> None:
    compare(page, site, *FOUR)
    links = page.evaluate(
        "() => [...document.querySelectorAll('.compared tbody a')].map(one => one.href)"
    )
    assert len(links) > 20
    root = sites[way[0]]
    for link in links:
        parts = urlsplit(link)
        path = parts.path.split(f"/{root.name}/", 1)[1]
        file = root / (path + "index.html" if path.endswith("/") else path)
        there = Document(path, file.read_text("utf-8"))
        assert not parts.fragment or parts.fragment in there.by_id, link


@pytest.mark.parametrize(
    ("ids", "heads", "told"),
    [
        ((FORMER, "xu-001"), ["xu-004", "xu-001"], [f"“{FORMER}”是旧编号，现在是“xu-004”。"]),
        (("nix", "xu-001"), ["xu-001"], ["“nix”不在这里：编号可能写错了，也可能已经撤下。"]),
        (("xu-cao",), [], ["“xu-cao”不在这里：编号可能写错了，也可能已经撤下。"]),
        (("constructor", "__proto__"), [], ["“constructor”不在这里", "“__proto__”不在这里"]),
        (("%3Cimg src=x onerror=alert(1)%3E", "xu-000"), ["xu-000"], ["“<img src=x onerror=alert(1)>”不在这里"]),
        (("xu-001", "xu-001", "xu-002", FORMER, "xu-004"), ["xu-001", "xu-002", "xu-004"], ["是旧编号"]),
        (("xu-001", "xu-002", "xu-003", "xu-005", "xu-006"), ["xu-001", "xu-002", "xu-003", "xu-005"], ["后面的1个没有列出"]),
        ((), [], []),
    ],
)  # fmt: skip
def test_what_an_address_asks_for_in_vain_is_said_and_the_rest_shown(
    page: Page, site: str, ids: tuple[str, ...], heads: list[str], told: list[str]
) -> None:
    compare(page, site, *ids)
    assert page.evaluate(HEADS) == [BY_ID[one].name for one in heads]
    said = page.locator(".compare__news li").all_inner_texts()
    assert len(said) == len(told)
    assert all(part in words for part, words in zip(told, said, strict=True))
    if not heads:
        assert "还没有选基地" in page.inner_text(".compare__shown")
        assert page.locator(".compare__add").is_visible()
    assert page.locator("img[onerror]").count() == 0


def test_only_the_pieces_that_are_asked_for_are_loaded(page: Page, site: str) -> None:
    compare(page, site, "xu-000")
    pieces = "() => [...document.scripts].map(one => one.src).filter(one => /columns-\\d/.test(one)).length"
    assert page.evaluate(pieces) == 1
    names = "() => [...document.scripts].some(one => /data\\/bases/.test(one.src))"
    assert not page.evaluate(names)
    page.fill(".compare__add input", "白鹭")
    page.wait_for_selector(".compare__offer")
    assert page.evaluate(names)


def test_one_is_taken_away_and_another_added_by_name(page: Page, site: str) -> None:
    compare(page, site, *FOUR[:2])
    page.locator(".compared__drop").first.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('.compared__name').length === 1")
    assert page.evaluate(HEADS) == [BY_ID[FOUR[1]].name]
    focused = (
        "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent"
    )
    assert page.evaluate(focused) == f"去掉{BY_ID[FOUR[1]].name}"
    page.locator(".compare__add input").press_sequentially("bailu")
    page.wait_for_selector(".compare__offer")
    offered = page.locator(".compare__offer").all_inner_texts()
    assert len(offered) == 8
    assert all("白鹭" in one for one in offered)
    page.locator(".compare__offer").first.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('.compared__name').length === 2")
    assert page.evaluate(HEADS)[1] == offered[0]
    assert page.evaluate(focused) == offered[0]
    assert re.search(r"ids=xu-010(,|%2C)xu-\d+", page.url)
    page.go_back()
    page.wait_for_function("() => document.querySelectorAll('.compared__name').length === 1")
    page.go_back()
    page.wait_for_function("() => document.querySelectorAll('.compared__name').length === 2")
    assert page.evaluate(HEADS) == [BY_ID[one].name for one in FOUR[:2]]


def test_what_is_the_same_is_said_in_a_word_and_can_be_put_away(page: Page, site: str) -> None:
    one, other = "xu-001", "xu-013"
    alike = BY_ID[one].kind == BY_ID[other].kind
    assert alike
    compare(page, site, one, other)
    tags = "() => [...document.querySelectorAll('.compared__tag')].map(one => one.closest('th').firstElementChild.textContent)"
    assert "类别" in page.evaluate(tags)
    assert "在哪里" not in page.evaluate(tags)
    page.check(".compare__box")
    assert page.locator("tr:has-text('类别')").is_hidden()
    assert page.locator("tr:has-text('在哪里')").is_visible()
    page.reload()
    page.wait_for_selector(".compared")
    assert page.is_checked(".compare__box")
    assert page.locator("tr:has-text('类别')").is_hidden()
    page.uncheck(".compare__box")
    page.reload()
    page.wait_for_selector(".compared")
    assert page.locator("tr:has-text('类别')").is_visible()


def test_a_phone_shows_two_at_a_time_and_a_tap_brings_another(
    page: Page, site: str, way: tuple[str, int]
) -> None:
    ids = ("xu-001", "xu-005", "xu-002", "xu-000")
    compare(page, site, *ids)
    seen = "() => [...document.querySelectorAll('.compared__name')].filter(one => one.offsetWidth).map(one => one.textContent)"
    names = [BY_ID[one].name for one in ids]
    if way[1] > 720:
        assert page.evaluate(seen) == names
        assert page.locator(".compare__pair").is_hidden()
        return
    assert page.evaluate(seen) == names[:2]
    # a row that only the others have something in would show nothing but dashes
    dashes = """() => [...document.querySelectorAll('.compared tbody tr')].filter(row => row.offsetHeight
        && [...row.cells].slice(1).filter(one => one.offsetWidth).every(one => one.matches('.compared__cell--nothing'))).length"""
    assert page.locator(".compared__standard").count() == 2
    assert page.locator(".compared__standard:visible").count() == 0
    assert page.evaluate(dashes) == 0
    page.locator(".compare__turn").nth(3).press("Enter")
    assert page.evaluate(seen) == [names[1], names[3]]
    assert page.evaluate("document.activeElement.textContent") == names[3]
    assert page.locator(".compared__standard:visible").count() == 1
    for state in ("aria-pressed", "aria-disabled"):
        told = [one.get_attribute(state) for one in page.locator(".compare__turn").all()]
        assert told == ["false", "true", "false", "true"], state


def test_enter_adds_the_only_one_that_fits_and_it_comes_into_view(
    page: Page, site: str, way: tuple[str, int]
) -> None:
    ids = ("xu-001", "xu-005", "xu-003")
    compare(page, site, *ids[:2])
    field = page.locator(".compare__add input")
    field.fill("白鹭")
    page.wait_for_selector(".compare__offer")
    field.press("Enter")
    assert page.locator(".compared__name").count() == 2
    field.fill("zhongzhan")
    field.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('.compared__name').length === 3")
    names = [BY_ID[one].name for one in ids]
    assert page.evaluate("document.activeElement.textContent") == names[2]
    assert field.input_value() == ""
    assert page.locator(".compare__offer").count() == 0
    shown = page.locator(".compared__name:visible").all_inner_texts()
    assert shown == (names if way[1] > 720 else [names[0], names[2]])
    page.locator(".compare__add input").press_sequentially("bailu")
    page.locator(".compare__offer").first.click()
    page.wait_for_function("() => document.querySelectorAll('.compared__name').length === 4")
    assert page.evaluate("document.activeElement.className") == "compared__name"


def test_what_was_picked_in_the_directory_is_there_without_an_address(
    page: Page, site: str
) -> None:
    page.goto(at(site, "bases"))
    boxes = page.locator(".directory__given .pick__box")
    ids = [str(boxes.nth(place).get_attribute("value")) for place in range(2)]
    for place in range(2):
        boxes.nth(place).check()
    compare(page, site)
    assert page.evaluate(HEADS) == [BY_ID[one].name for one in ids]
    assert all(one in page.url for one in ids)
    for _ in ids:
        page.locator(".compared__drop").first.click()
        page.wait_for_timeout(200)
    page.reload()
    page.wait_for_selector(".compare__none")
    page.click(".compare__none a")
    page.wait_for_selector(".directory")


def test_the_names_stay_in_view(page: Page, site: str) -> None:
    compare(page, site, *FOUR)
    page.evaluate("window.scrollTo(0, document.querySelector('.compared').offsetTop + 400)")
    page.wait_for_timeout(50)
    top = page.locator(".compared__name:visible").first.bounding_box()
    assert top is not None
    assert 0 <= top["y"] < 60


def test_names_of_any_kind_stay_text_and_nothing_runs_over(page: Page, site: str) -> None:
    compare(page, site, "xu-000", "xu-001", "xu-002", "xu-003")
    assert page.evaluate(HEADS)[:2] == [HOSTILE, LONG]
    for width in (320, page.viewport_size["width"] if page.viewport_size else 0, 768):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    small = page.evaluate("""() => [...document.querySelectorAll('.compare :is(button, input[type=search]), .compare__same')]
        .filter(one => one.offsetWidth && one.offsetHeight < 44).map(one => one.outerHTML)""")
    assert small == []


def test_a_tray_gathers_up_to_four_and_leads_to_them(page: Page, site: str) -> None:
    page.goto(at(site, "bases"))
    boxes = page.locator(".directory__given .pick__box")
    ids = [boxes.nth(place).get_attribute("value") for place in range(5)]
    for place in range(4):
        boxes.nth(place).check()
    assert page.inner_text(".tray__count") == "已选4个"
    boxes.nth(4).click()
    assert not boxes.nth(4).is_checked()
    assert "最多并排看四个" in page.inner_text(".tray__refused")
    page.locator(".tray__list button").nth(1).press("Enter")
    assert page.evaluate("document.activeElement.value") == ids[2]
    assert page.locator(".tray__refused").is_hidden()
    page.select_option("[name=sort]", "pinyin")
    page.wait_for_selector(".directory__drawn .pick__box")
    assert page.inner_text(".tray__count") == "已选3个"
    while page.locator(".directory__more").is_visible():
        page.click(".directory__more")
    checked = page.locator(".directory__drawn .pick__box:checked")
    assert {one.get_attribute("value") for one in checked.all()} == {ids[0], ids[2], ids[3]}
    page.reload()
    page.wait_for_selector(".tray__go")
    assert page.inner_text(".tray__count") == "已选3个"
    page.click(".tray__go")
    page.wait_for_selector(".compared")
    assert page.evaluate(HEADS) == [BY_ID[str(one)].name for one in (ids[0], ids[2], ids[3])]
    page.locator(".compared__drop").first.click()
    page.wait_for_function("() => document.querySelectorAll('.compared__name').length === 2")
    page.goto(at(site, "bases"))
    assert page.inner_text(".tray__count") == "已选2个"
    page.click(".tray__empty")
    assert page.locator(".tray").is_hidden()


def test_where_a_browser_keeps_nothing_the_tray_still_works(chromium: Browser, served: str) -> None:
    context = chromium.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('no'); } })"
    )
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(f"{served}/bases/")
    page.locator(".pick__box").first.check()
    assert page.inner_text(".tray__count") == "已选1个"
    assert faults == []
    context.close()


def test_on_paper_it_lies_on_its_side(chromium: Browser, served: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{served}/compare/?ids={','.join(FOUR)}")
    page.wait_for_selector(".compared")
    paper = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)
    assert boxes
    assert all(float(width) > float(height) for width, height in boxes)
    page.emulate_media(media="print")
    assert page.locator(".compared__head:visible").count() == 4
    assert page.locator(".compare button:visible").count() == 0
    context.close()


def test_without_scripts_the_page_says_what_it_needs_and_leads_on(
    chromium: Browser, served: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/compare/?ids=xu-001")
    assert "要由浏览器里的脚本来排" in page.inner_text(".compare__needs")
    assert page.locator("main :is(button, input):visible").count() == 0
    register = page.locator(".compare__ways a").get_attribute("href")
    assert urljoin(page.url, str(register)) == f"{served}/register/"
    context.close()
