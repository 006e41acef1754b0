"""A matrix in a real browser: grouped, sorted, filtered and asked cell by cell, on a sub-path and on file://."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from pypinyin import lazy_pinyin

from showcase.workshop import Workshop
from tests.site import answering, browsing
from tests.site.answering import MANY, SIX, TWELVE
from tests.site.project import Built

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = browsing.marks

COUNT = 64
WIDTHS = (320, 390, 768, 1080, 1440, 3840)
WAYS = {"http at a desk": 1440, "file on a phone": 390}
FIELDS: Mapping[str, Callable[[int], str]] = {
    "city": lambda n: answering.CITIES[n % 4],
    "level": lambda n: answering.LEVELS[n % 3] or "资料未写级别",
    "kind": lambda n: answering.KINDS[n // 2 % 3],
    "basis": lambda n: answering.BASES[n % 3],
    "brand": lambda n: "没有所属" if n % 3 else "虚构品牌",
}
ORDER = {
    "level": ["省级", "市级", "资料未写级别"],
    "kind": ["实践创新基地", "示范点", "服务队"],
    "basis": ["自评", "评定", "资料整理"],
    "brand": ["虚构品牌", "没有所属"],
    "city": ["虚构丙市", "虚构丁市", "虚构甲市", "虚构乙市"],
}
"""Fixed lists in their own order, names in that of their sound (bing, ding, jia, yi), what has nothing last."""
OPEN = {2, 3}
"""Of the ways to answer: without evidence, with old evidence."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the site is opened, and how wide."""

    address: str
    width: int
    index: str

    def standard(self, name: str, query: str = "") -> str:
        return f"{self.address}/standards/{name}/{self.index}{query}"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The invented project, built."""
    return answering.built(tmp_path_factory.mktemp("answering") / "project", COUNT)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def served(made: Built) -> Iterator[str]:
    """The folder above the site: it stands on a sub-path."""
    with browsing.served(made.site.parent) as address:
        yield f"{address}/{made.site.name}"


@pytest.fixture(params=WAYS)
def place(request: pytest.FixtureRequest, served: str, made: Built) -> Place:
    if request.param.startswith("http"):
        return Place(served, WAYS[request.param], "")
    return Place(made.site.as_uri(), WAYS[request.param], "index.html")


@pytest.fixture
def page(chromium: Browser, place: Place) -> Iterator[Page]:
    """A tab that fails the test on any complaint."""
    context = chromium.new_context(viewport={"width": place.width, "height": 900})
    tab = context.new_page()
    complaints = browsing.complaints(tab, place.address)
    yield tab
    context.close()
    assert complaints == []


def group_by(page: Page, value: str) -> None:
    page.select_option("[name=group]", value)
    page.wait_for_function("value => new URLSearchParams(location.search).get('group') === value", arg=value)  # fmt: skip


def turned(page: Page) -> Iterator[int]:
    """Every page of the list as it is asked for now."""
    links = page.locator("#matrix-pages .pager__link")
    if not links.count():
        yield 1
        return
    last = int(links.last.inner_text())
    for number in range(1, last + 1):
        page.get_by_role("button", name=f"第{number}页", exact=True).click()
        page.locator(f"[aria-label='第{number}页'][aria-current=page]").wait_for()
        yield number


def ids(page: Page) -> list[str]:
    found: list[str] = page.evaluate("[...document.querySelectorAll('.matrix__row')].map(one => one.dataset.base)")  # fmt: skip
    return found


def totals(numbers: list[int], size: int) -> list[str]:
    met = [answering.met(one, size) for one in numbers]
    return [f"{sum(column)}个" for column in zip(*met, strict=True)]


@pytest.mark.parametrize("field", FIELDS)
def test_groups_count_as_the_files_do(page: Page, place: Place, field: str) -> None:
    page.goto(place.standard(SIX))
    group_by(page, field)
    heads: dict[str, list[str]] = {}
    rows: list[str] = []
    for _ in turned(page):
        rows += ids(page)
        for head in page.locator("tbody .matrix__counts").all():
            name = (head.locator(".matrix__group-name").text_content() or "").removesuffix("（续）")
            told = [head.locator(".matrix__size").text_content() or "", *head.locator("td").all_text_contents()[:-1]]  # fmt: skip
            assert heads.setdefault(name, told) == told
    expected: dict[str, list[int]] = {name: [] for name in ORDER[field]}
    for number in range(COUNT):
        expected[FIELDS[field](number)].append(number)
    assert list(heads) == ORDER[field]
    assert heads == {
        name: [f"{len(several)}个", *totals(several, 6)] for name, several in expected.items()
    }
    places = {answering.identity(n): ORDER[field].index(FIELDS[field](n)) for n in range(COUNT)}
    assert sorted(rows) == sorted(places)
    assert [places[one] for one in rows] == sorted(places[one] for one in rows)


def test_the_script_draws_what_the_build_printed(page: Page, place: Place) -> None:
    page.goto(place.standard(MANY))
    read = "document.querySelector('.matrix tbody').outerHTML.replace(/\\s*\\n\\s*/g, '')"
    printed = page.evaluate(read)
    group_by(page, "city")
    assert page.evaluate(read) != printed
    page.select_option("[name=group]", "")
    page.wait_for_function("() => !location.search")
    assert page.evaluate(read) == printed


def test_names_stand_in_the_order_of_their_sound(page: Page, place: Place) -> None:
    page.goto(place.standard(SIX, "?sort=name"))
    names: list[str] = []
    page.locator("#matrix-pages button").first.wait_for()
    for _ in turned(page):
        names += page.locator(".matrix__name").all_text_contents()
    assert len(names) == COUNT
    plain = [name for name in names if "<" not in name]
    assert plain == sorted(plain, key=lambda name: (lazy_pinyin(name[:2]), name))


def test_the_filter_leaves_those_that_wait_for_evidence(page: Page, place: Place) -> None:
    page.goto(place.standard(SIX))
    page.get_by_label("只看有待佐证、待更新的").check()
    page.wait_for_url("**only=open*")
    due = {
        answering.identity(n)
        for n in range(COUNT)
        if any(answering.way(n, one) in OPEN for one in range(6))
    }
    assert 0 < len(due) < COUNT
    assert page.locator("tfoot").is_hidden()
    assert page.evaluate("document.activeElement.name") == "only"
    page.locator("[role=status]", has_text=f"共{len(due)}个。").wait_for(state="attached")
    assert sorted(one for _ in turned(page) for one in ids(page)) == sorted(due)


def test_where_nothing_waits_the_filter_says_so(
    tmp_path: Path, chromium: Browser, made: Built
) -> None:
    silent = answering.make(tmp_path / "project", 5)
    for number in range(4):
        (silent / "bases" / f"{answering.identity(number)}.yml").unlink()
    workshop = Workshop(silent)
    catalogue = workshop.read().catalogue
    assert catalogue is not None
    edition = workshop.edition(catalogue)
    (there,) = [one for one in edition.pages() if one.file == f"standards/{SIX}/index.html"]
    page = chromium.new_page()
    for text, idle in (
        (workshop.document(edition, there), True),
        ((made.site / there.file).read_text("utf-8"), False),
    ):
        page.set_content(text)
        box = page.locator("[name=only]")
        assert box.is_disabled() == idle
        assert ("没有待佐证或待更新的" in box.locator("..").text_content()) == idle  # type: ignore[operator]
        # a mark alone would not say what it is
        assert page.locator(".masthead__origin").inner_text() == "出处\u2060[1]"
    page.close()


def test_an_address_shows_what_it_was_taken_from(page: Page, place: Place) -> None:
    page.goto(place.standard(TWELVE))
    group_by(page, "level")
    page.select_option("[name=sort]", "name")
    page.get_by_label("只看有待佐证、待更新的").check()
    page.get_by_role("button", name="第2页", exact=True).click()
    page.wait_for_url("**page=2*")
    shown = page.locator(".matrix").inner_text()
    assert "（续）" in shown
    page.goto(page.url)
    page.locator("tbody .matrix__counts").first.wait_for()
    assert page.locator(".matrix").inner_text() == shown
    assert page.input_value("[name=group]") == "level"
    page.goto(place.standard(TWELVE, "?group=colour&sort=size&page=x"))
    assert page.input_value("[name=group]") == ""
    assert page.locator("tbody .matrix__counts").count() == 0
    assert page.locator(".matrix__row").count() > 1


def test_a_second_page_is_left_and_found_again(page: Page, place: Place) -> None:
    page.goto(place.standard(SIX).replace(f"{SIX}/", f"{SIX}/2/"))
    rest = ids(page)
    assert len(rest) == COUNT - 60
    group_by(page, "city")
    assert len(ids(page)) == 60
    page.select_option("[name=group]", "")
    page.wait_for_function("() => location.search === '?page=1'")
    assert not set(ids(page)) & set(rest)
    page.get_by_role("button", name="第2页", exact=True).click()
    page.wait_for_function("() => !location.search")
    assert ids(page) == rest


def told(base: int, criterion: int) -> list[str]:
    """What a dialog must say of an answer, line by line; nothing where there is nothing to read."""
    needed = [f"可用虚构材料{criterion + 1}佐证。"] if criterion % 2 else []
    hall = f"记载虚构的第{base}处场所查看出处：虚构资料1，第2节"
    old = "活动2019年5月虚构的旧活动查看推定：虚构的推想出处：虚构资料3"
    own = answering.HOSTILE if base == 0 else f"虚构的第{base}句"
    late = "佐证早于2024年6月，过了24个月的有效期，暂不计入。"
    return [
        ["达标·1条", *needed, f"记载{own}出处：虚构资料1，第3页"],
        ["达标·2条", "虚构的说明", *needed, "活动2025年3月虚构的新活动查看出处：虚构资料2", hall],
        ["待佐证", "已填报，缺佐证，暂不计入。", *needed],
        ["待更新·1条", late, *needed, old],
        ["部分达标·1条", *needed, hall],
        ["未达标", "虚构的缘由", *needed],
        [],
        [],
    ][answering.way(base, criterion)]


def test_a_cell_tells_exactly_its_own_evidence(page: Page, place: Place) -> None:
    page.goto(place.standard(SIX))
    dialog = page.get_by_role("dialog")
    asked = set()
    for base in (0, 1, 2, 11):
        row = page.locator(f"[data-base={answering.identity(base)}]")
        for criterion in range(6):
            cell = row.locator("td").nth(criterion)
            due = told(base, criterion)
            assert cell.locator("a").count() == bool(due)
            if not due:
                continue
            asked.add(answering.way(base, criterion))
            cell.locator("a").click()
            dialog.wait_for()
            said = dialog.locator(".answer__words, .answer__note, .evidence").all_text_contents()
            assert ["".join(one.split("\n")) for one in said] == due
            assert dialog.get_by_role("heading").inner_text() == f"有虚构{criterion + 1}"
            assert dialog.locator(".answer__base").inner_text() == answering.name(base)
            assert dialog.locator("img, script, b").count() == 0
            page.keyboard.press("Escape")
            dialog.wait_for(state="hidden")
            assert cell.locator("a").evaluate("one => one === document.activeElement")
    assert asked == {0, 1, 2, 3, 4, 5}


def test_evidence_comes_from_the_shard_of_its_base(page: Page, place: Place) -> None:
    page.goto(place.standard(MANY))
    dialog = page.get_by_role("dialog")
    # with 25 criteria a shard holds the evidence of 14 bases, and a page shows 24
    for row in (0, 13, 14, 23):
        base = int(ids(page)[row].removeprefix("xu-"))
        criterion = next(one for one in range(25) if answering.way(base, one) == 1)
        page.locator(".matrix__row").nth(row).locator("td").nth(criterion).locator("a").click()
        dialog.wait_for()
        said = dialog.locator(".answer__words, .answer__note, .evidence").all_text_contents()
        assert ["".join(one.split("\n")) for one in said] == told(base, criterion)
        page.keyboard.press("Escape")


def test_a_dialog_closes_and_leads_on(page: Page, place: Place) -> None:
    page.goto(place.standard(SIX))
    group_by(page, "kind")
    link = page.locator(".cell--link", has_text="达标·2条").first
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    box = dialog.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= place.width
    small = dialog.get_by_role("button", name="关闭").bounding_box()
    assert small is not None
    assert min(small["width"], small["height"]) >= 44
    dialog.get_by_role("button", name="关闭").click()
    assert dialog.is_hidden()
    assert link.evaluate("one => one === document.activeElement")
    link.click()
    page.mouse.click(3, 3)
    assert dialog.is_hidden()
    # as browsers do that give no focus to a link that is tapped
    page.locator("[name=sort]").focus()
    link.evaluate("one => one.click()")
    dialog.wait_for()
    page.keyboard.press("Escape")
    assert link.evaluate("one => one === document.activeElement")
    link.click()
    to = dialog.get_by_role("link", name="看基地页上的这一项").get_attribute("href")
    assert to == link.evaluate("one => one.href")
    for one in dialog.get_by_role("link").all():
        assert leads_somewhere(one, place)


def leads_somewhere(link: Locator, place: Place) -> bool:
    """Whether a link leads to a page of the site that has what it names."""
    to = str(link.evaluate("one => one.href")).removeprefix(f"{place.address}/")
    path, _, anchor = to.partition("#")
    root = Path(unquote(urlsplit(place.address).path)) if place.index else None
    if root is None:
        return True
    text = (root / path / "index.html" if not path.endswith(".html") else root / path).read_text("utf-8")  # fmt: skip
    return not anchor or f'id="{anchor}"' in text


@pytest.mark.parametrize("standard", [SIX, TWELVE, MANY])
@pytest.mark.parametrize("place", ["http at a desk"], indirect=True)
def test_nothing_runs_over_however_many_criteria(page: Page, place: Place, standard: str) -> None:
    page.goto(place.standard(standard, "?group=level"))
    page.locator("tbody .matrix__counts").first.wait_for()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")  # fmt: skip
        assert wide[0] <= wide[1], width
        folded = width < 1080
        first = page.locator(".matrix__row").first
        heights = {one.bounding_box()["y"] for one in first.locator("td").all()[:-1]}  # type: ignore[index]
        assert (len(heights) > 1) == folded or (width == 768 and standard == SIX), width
        # folded, every answer and every count says of what
        named = first.locator(".cell__criterion").first.is_visible()
        assert named == folded
        before = page.locator("tbody .matrix__count").first.evaluate("one => getComputedStyle(one, '::before').content")  # fmt: skip
        assert ("有虚构1" in before) == folded
        assert page.locator("tfoot").get_by_text("达标且有佐证").is_visible()


@pytest.mark.parametrize("place", ["http at a desk"], indirect=True)
def test_many_columns_scroll_in_a_box_of_their_own(page: Page, place: Place) -> None:
    page.goto(place.standard(MANY))
    box = page.get_by_role("region", name="各基地逐项对照，可左右滚动")
    box.focus()
    assert box.evaluate("one => one === document.activeElement")
    assert box.evaluate("one => one.scrollWidth > one.clientWidth * 1.5")
    corner, name = page.locator(".matrix__corner"), page.locator(".matrix__name").nth(9)
    before, level = name.bounding_box(), corner.bounding_box()
    assert before is not None
    assert level is not None
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.matrix-box').scrollLeft > 100")
    box.evaluate("one => one.scrollTo(800, 300)")
    after, still = name.bounding_box(), corner.bounding_box()
    assert after is not None
    assert after["x"] == before["x"]
    assert still == level
    assert page.goto(place.standard(SIX)) is not None
    assert page.get_by_role("region", name="各基地逐项对照，可左右滚动").count() == 0


@pytest.mark.parametrize("place", ["http at a desk"], indirect=True)
def test_folded_and_grouped_it_is_a_table_still(page: Page, place: Place) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(place.standard(SIX, "?group=basis"))
    page.locator("tbody .matrix__counts").first.wait_for()
    table = page.get_by_role("table")
    assert table.get_by_role("columnheader").count() == 8
    rows, heads = page.locator(".matrix__row").count(), page.locator("tbody .matrix__counts").count()  # fmt: skip
    assert rows == 60
    assert table.get_by_role("rowheader").count() == rows + heads + 1
    assert table.get_by_role("row").count() == rows + heads + 2


@pytest.mark.parametrize("place", ["http at a desk"], indirect=True)
def test_paper_has_no_use_for_tools(page: Page, place: Place) -> None:
    page.goto(place.standard(SIX, "?group=city"))
    page.locator("tbody .matrix__counts").first.wait_for()
    assert page.locator("#matrix-tools").is_visible()
    page.emulate_media(media="print")
    assert page.locator("#matrix-tools").is_hidden()
    assert page.locator("#matrix-pages nav").is_hidden()
    assert page.locator(".standard__others").is_hidden()
    head = page.locator("#matrix .section__head")
    assert head.evaluate("one => getComputedStyle(one).breakAfter") == "avoid"
    assert page.locator(".matrix__row").first.is_visible()


def test_without_scripts_a_cell_leads_to_the_base(
    chromium: Browser, served: str, made: Built
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/standards/{SIX}/")
    assert page.locator("#matrix-tools").is_hidden()
    assert page.locator("dialog").is_hidden()
    number = next(n for n in range(COUNT) if answering.way(n, 4) == 2)
    page.locator(f"[data-base={answering.identity(number)}] td").nth(4).locator("a").click()
    assert page.url.endswith(f"/bases/{answering.identity(number)}/#standard-{SIX}-5")
    assert page.locator(f"#standard-{SIX}-5").is_visible()
    context.close()


def test_a_shard_that_does_not_come_leaves_the_link(chromium: Browser, served: str) -> None:
    page = chromium.new_page()
    page.route("**/evidence-*", lambda route: route.abort())
    page.goto(f"{served}/standards/{SIX}/")
    page.locator(".cell--link").first.click()
    page.wait_for_url("**/bases/**")
    page.close()


def test_data_that_do_not_come_leave_the_table(chromium: Browser, served: str) -> None:
    page = chromium.new_page()
    page.route("**/matrix-xu*", lambda route: route.abort())
    page.goto(f"{served}/standards/{SIX}/")
    shown = page.locator(".matrix").inner_text()
    page.select_option("[name=group]", "city")
    page.locator("[role=status]", has_text="没有读到").wait_for(state="attached")
    assert page.locator(".matrix").inner_text() == shown
    page.close()
