"""The checklists of a base for printing: one sheet of A4 for a standard, and the way there from the profile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.site import answering, browsing
from tests.site.answering import CRITERIA, MANY, SIX
from tests.site.conftest import parsed
from tests.site.document import Document, bare
from tests.site.project import Built

if TYPE_CHECKING:
    from playwright.sync_api import Browser

COUNT = 3
CARD = "bases/xu-001/scorecard/index.html"
PROFILE = "bases/xu-001/index.html"
WIDTHS = (320, 390, 768, 1440, 3840)
SPOKEN = {
    "达标且有佐证": {0, 1}, "部分达标": {4}, "待佐证": {2}, "待更新": {3}, "未达标": {5}, "待核": {6}, "未对照": {7},
}  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return answering.built(tmp_path_factory.mktemp("scored") / "project", COUNT)


@pytest.fixture(scope="module")
def documents(made: Built) -> dict[str, Document]:
    return parsed(made.site)


def tallied(base: int, size: int) -> list[str]:
    """How many criteria stand how, counted from the ways to answer."""
    ways = [answering.way(base, one) for one in range(size)]
    counts = {word: sum(one in meant for one in ways) for word, meant in SPOKEN.items()}
    return [f"{word}{count}项" for word, count in counts.items() if count]


def test_only_bases_that_answer_have_one(documents: dict[str, Document]) -> None:
    cards = {name for name in documents if name.endswith("/scorecard/index.html")}
    assert cards == {f"bases/xu-{n:03d}/scorecard/index.html" for n in range(COUNT)}


def test_a_sheet_says_whose_it_is_by_what_and_since_when(documents: dict[str, Document]) -> None:
    page = documents[CARD]
    sheets = page.main.find(tag="article")
    assert [one.attributes["id"] for one in sheets] == [f"standard-{one}" for one in CRITERIA]  # fmt: skip
    for sheet, standard in zip(sheets, CRITERIA, strict=True):
        said, size = sheet.text(), CRITERIA[standard]
        assert said.startswith(f"{answering.name(1)}虚构乙市对照虚构{size}条评定出自主管部门的评定。2026年6月·虚构编写组")  # fmt: skip
        met = sum(answering.met(1, size))
        assert sheet.find(kind="score__tally")[0].text() == f"{met}／{size}项达标且有佐证"
        assert [one.text() for one in sheet.find(kind="standing")] == tallied(1, size)
        assert said.endswith("虚构对照展示https://example.org/show/bases/xu-001/scorecard/")
        assert "%" not in said


def test_a_line_tells_evidence_in_brief_or_what_is_missing(documents: dict[str, Document]) -> None:
    (sheet,) = [one for one in documents[CARD].main.find(tag="article") if one.attributes["id"] == f"standard-{SIX}"]  # fmt: skip
    found = [
        [cell.text() for cell in row.children if not isinstance(cell, str)]
        for row in sheet.find(kind="score__line")
    ]
    brief = {
        0: ["达标", "记载：虚构的第1句[1]"],
        2: ["待佐证", "缺佐证"],
        3: ["待更新", "佐证早于2024年6月；活动（推定）：2019年5月虚构的旧活动[2]"],
        5: ["未达标", "虚构的缘由"],
        6: ["待核", ""],
        7: ["未对照", ""],
    }
    due = [[f"{n + 1}有虚构{n + 1}", *brief[answering.way(1, n)]] for n in range(6)]
    assert found == due
    assert [one.text() for one in sheet.find(kind="score__reason")] == ["第5项推定：虚构的推想"]
    numbers = [str(n + 1) for n in range(CRITERIA[MANY]) if answering.way(1, n) == 3]
    reasons = documents[CARD].by_id[f"standard-{MANY}"].find(kind="score__reason")
    assert [one.text() for one in reasons] == [f"第{'、'.join(numbers)}项推定：虚构的推想"]
    assert len(numbers) > 1
    assert [one.text() for one in sheet.find(kind="score__source")] == ["[1]《虚构资料1》，文件。", "[2]《虚构资料3》，文件。"]  # fmt: skip


def test_hostile_evidence_stays_text(documents: dict[str, Document]) -> None:
    page = documents["bases/xu-000/scorecard/index.html"]
    assert bare(answering.HOSTILE) in page.main.text()
    assert page.main.find(tag="img") == []
    assert page.main.find(tag="b") == []


def test_the_head_tells_what_it_is(documents: dict[str, Document]) -> None:
    page = documents[CARD]
    assert page.title == f"{answering.name(1)}对照表·虚构对照展示"
    (told,) = [one.attributes["content"] for one in page.root.find(tag="meta") if one.attributes.get("name") == "description"]  # fmt: skip
    assert told.startswith(f"虚构乙市·{answering.name(1)}：虚构6条，")
    assert f"虚构25条，{sum(answering.met(1, 25))}／25项达标且有佐证（评定）" in told


def test_the_checklist_leads_to_its_sheet_and_back(documents: dict[str, Document]) -> None:
    profile, card = documents[PROFILE], documents[CARD]
    ways = [profile.leads_to(one.attributes["href"]) for one in profile.main.find(tag="a") if one.text() == "打印对照表"]  # fmt: skip
    assert ways == [(CARD, f"standard-{one}") for one in CRITERIA]
    assert all(way is not None and way[1] in card.by_id for way in ways)
    assert (PROFILE, "") in [card.leads_to(one.attributes["href"]) for one in card.main.find(tag="a")]  # fmt: skip


def test_a_checklist_is_tallied_and_leads_to_its_items(documents: dict[str, Document]) -> None:
    page = documents[PROFILE]
    for standard, size in CRITERIA.items():
        section = page.by_id[f"standard-{standard}"]
        chips = section.find(kind="standing")
        assert [one.text() for one in chips] == tallied(1, size)
        ways = [answering.way(1, one) for one in range(size)]
        for chip in chips:
            word = re.sub(r"\d+项$", "", chip.text())
            first = next(place for place, way in enumerate(ways, 1) if way in SPOKEN[word])
            assert chip.attributes["href"] == f"#standard-{standard}-{first}"
        unsettled = sum(way in {2, 3, 6, 7} for way in ways)
        assert f"还差{unsettled}项才对照完整。" in section.text()


def test_an_item_says_what_is_missing_and_what_would_prove_it(
    documents: dict[str, Document],
) -> None:
    page = documents[PROFILE]
    seen = set()
    for number in range(1, CRITERIA[MANY] + 1):
        item = page.by_id[f"standard-{MANY}-{number}"]
        way, said = answering.way(1, number - 1), item.text()
        seen.add(way)
        assert ("已填报，缺佐证，暂不计入。" in said) == (way == 2)
        assert ("佐证早于2024年6月，过了24个月的有效期，暂不计入。" in said) == (way == 3)
        assert (f"可用虚构材料{number}佐证。" in said) == (number % 2 == 0)
        # what has nothing inside does not unfold
        assert (item.tag == "details") == (way not in {6, 7} or number % 2 == 0)
    assert seen == set(range(answering.WAYS))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.chromium() as browser:
        yield browser


@pytest.mark.browser
@pytest.mark.skipif(browsing.marks[1].args[0], reason="no Chromium on this machine")
def test_every_standard_is_one_sheet_of_paper(chromium: Browser, made: Built) -> None:
    page = chromium.new_page()
    for number in range(COUNT):
        page.goto((made.site / f"bases/xu-{number:03d}/scorecard/index.html").as_uri())
        paper = page.pdf(format="A4", prefer_css_page_size=True)
        assert sheets(paper) == len(CRITERIA)
    # however short, each begins on paper of its own
    page.evaluate("document.querySelectorAll('.score__table').forEach(one => one.remove())")
    assert sheets(page.pdf(format="A4", prefer_css_page_size=True)) == len(CRITERIA)
    page.close()


def sheets(paper: bytes) -> int:
    """The pages of a PDF."""
    return len(re.findall(rb"/Type\s*/Page\b", paper))


@pytest.mark.browser
@pytest.mark.skipif(browsing.marks[1].args[0], reason="no Chromium on this machine")
def test_a_sheet_reads_well_on_a_phone_and_prints_alone(chromium: Browser, made: Built) -> None:
    page = chromium.new_page()
    complaints = browsing.complaints(page, made.site.as_uri())
    page.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1; }")
    page.goto((made.site / CARD).as_uri())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), width  # fmt: skip
        table = page.get_by_role("table").first
        assert table.get_by_role("row").count() == CRITERIA[SIX] + 1
    page.get_by_role("button", name="打印").click()
    assert page.evaluate("window.printed") == 1
    page.emulate_media(media="print")
    for gone in ("header.header", "footer", ".scorecard__print", "h1"):
        assert page.locator(gone).first.is_hidden(), gone
    assert page.get_by_text(answering.name(1)).nth(3).is_visible()
    assert complaints == []
    page.close()


@pytest.mark.browser
@pytest.mark.skipif(browsing.marks[1].args[0], reason="no Chromium on this machine")
def test_without_scripts_there_is_no_button(chromium: Browser, made: Built) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((made.site / CARD).as_uri())
    assert page.locator(".scorecard__print").is_hidden()
    context.close()
