"""Structures and steps in a real browser with the real face: nothing on anything else, nothing lost, links that lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from tests.site import browsing, plates, project
from tests.site.document import Document

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = browsing.marks

WIDTHS = (320, 390, 720, 1440)
NARROW = 719
"""The widest screen with the drawing for phones."""
HEAVIEST = 40 * 1024
MEASURE = """() => {
  const box = one => { const it = one.getBoundingClientRect();
    return { left: it.left, top: it.top, right: it.right, bottom: it.bottom, said: one.textContent }; };
  const shown = [...document.querySelectorAll('.drawing')].filter(one => one.getBoundingClientRect().height);
  const lines = [];
  for (const text of shown.flatMap(one => [...one.querySelectorAll('text')])) {
    // one line at a time: the box of a name of two lines holds what stands between them
    for (const node of [text, ...text.querySelectorAll('tspan')]) {
      const own = [...node.childNodes].filter(one => one.nodeType === 3);
      if (!own.length) continue;
      const range = document.createRange();
      range.selectNodeContents(own[0]);
      lines.push({ ...box(range), said: own[0].data, size: node.getBoundingClientRect().height });
    }
  }
  for (const one of lines) {
    // a line's box is higher than its letters: what the face keeps free above and below is no letter
    const spare = (one.bottom - one.top) * .15;
    one.top += spare; one.bottom -= spare;
  }
  const meeting = [];
  lines.forEach((a, at) => lines.slice(at + 1).forEach(b => {
    if (a.left < b.right - .5 && b.left < a.right - .5 && a.top < b.bottom - .5 && b.top < a.bottom - .5)
      meeting.push(`${a.said} / ${b.said}`);
  }));
  const sheets = shown.map(box);
  const outside = lines.filter(one => !sheets.some(sheet => one.left >= sheet.left - .5 &&
    one.right <= sheet.right + .5 && one.top >= sheet.top - .5 && one.bottom <= sheet.bottom + .5));
  const wide = document.documentElement;
  return { shown: shown.map(one => one.getAttribute('class')), count: lines.length, meeting,
    outside: outside.map(one => one.said), over: wide.scrollWidth - wide.clientWidth,
    smallest: Math.min(...shown.flatMap(one => [...one.querySelectorAll('text')].map(text =>
      parseFloat(getComputedStyle(text).fontSize) * one.getBoundingClientRect().width / one.viewBox.baseVal.width))),
    face: shown.every(one => getComputedStyle(one).fontFamily.includes('Showcase Serif')) };
}"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the pages are opened."""

    address: str
    index: str

    def standard(self, name: str) -> str:
        return f"{self.address}/standards/{name}/{self.index}"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return plates.lay(tmp_path_factory.mktemp("plates"))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def served(sites: dict[str, Path]) -> Iterator[str]:
    """The folder above the site: it stands on a sub-path."""
    with browsing.served(sites["http"].parent) as address:
        yield f"{address}/http"


@pytest.fixture(params=["http", "file"])
def place(request: pytest.FixtureRequest, served: str, sites: dict[str, Path]) -> Place:
    if request.param == "http":
        return Place(served, "")
    return Place(sites["file"].as_uri(), "index.html")


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    made = context.new_page()
    made.set_default_timeout(20_000)
    yield made
    context.close()


def document(sites: dict[str, Path], name: str) -> str:
    """The page of a standard, as it was built."""
    return (sites["http"] / f"standards/{name}/index.html").read_text("utf-8")


def drawings(sites: dict[str, Path], name: str) -> list[str]:
    """The drawings on it."""
    return re.findall(r'<svg class="drawing.*?</svg>', document(sites, name), re.DOTALL)


def test_every_real_structure_and_all_real_steps_are_drawn() -> None:
    standards = (project.ROOT / "bases/_standards").glob("*.yml")
    drawn = [one.stem for one in standards if re.search(r"^use: (架构|步骤)$", one.read_text("utf-8"), re.MULTILINE)]  # fmt: skip
    assert sorted(drawn) == sorted(plates.REAL)


@pytest.mark.parametrize("name", plates.DRAWN)
def test_in_the_browser_no_letters_meet_and_none_are_off_the_sheet(
    page: Page, place: Place, name: str
) -> None:
    complaints = browsing.complaints(page, place.address)
    page.goto(place.standard(name))
    page.evaluate("() => document.fonts.ready")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        seen: dict[str, Any] = page.evaluate(MEASURE)
        assert seen["count"] >= 3
        assert seen["meeting"] == [], width
        assert seen["outside"] == [], width
        assert seen["over"] <= 0, width
        assert seen["smallest"] >= 14, width
        assert seen["face"]
        (side,) = seen["shown"]
        assert side.endswith("tall" if width <= NARROW else "wide"), width
    assert complaints == []


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_links_lead_to_the_bases_by_finger_and_by_key(page: Page, place: Place, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(place.standard("hanyang-1-3-m-n"))
    links = page.locator(".drawing__link:visible")
    names = ["知音汇文创园区", "非遗社区", "健康街区"]
    assert links.all_text_contents() == names
    boxes = [one.bounding_box() for one in page.locator(".drawing__area:visible").all()]
    for box in boxes:
        assert box is not None
        assert box["width"] >= 44
        assert box["height"] >= 44
    links.first.focus()
    for name in names:
        # the order of keys is that of reading
        assert page.evaluate("() => document.activeElement.textContent") == name
        page.keyboard.press("Tab")
    links.nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{place.address}/bases/feiyi-shequ/{place.index}")
    assert page.locator("h1").inner_text() == "非遗社区"
    page.goto(place.standard("pudong-1-6-n"))
    page.locator(".drawing__link:visible").last.click()
    page.wait_for_url(f"{place.address}/bases/ximalaya-xinlianhui/{place.index}")


@pytest.mark.parametrize("width", [390, 1440])
def test_keys_show_where_they_are(page: Page, served: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{served}/standards/hanyang-1-3-m-n/")
    area = page.locator(".drawing__area:visible").first
    stroke = "one => [getComputedStyle(one).stroke, parseFloat(getComputedStyle(one).strokeWidth)]"
    assert area.evaluate(stroke)[0] == "none"
    page.locator(".cite__link").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "知音汇文创园区"
    token = "getComputedStyle(document.documentElement).getPropertyValue('--focus')"
    colour = page.evaluate(f"() => {token}").strip().lstrip("#")
    rgb = ", ".join(str(int(colour[at : at + 2], 16)) for at in (0, 2, 4))
    assert area.evaluate(stroke) == [f"rgb({rgb})", 3]


@pytest.mark.parametrize("width", [390, 1440])
def test_letters_are_as_wide_as_they_were_reckoned(page: Page, served: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{served}/standards/xu-told/")
    page.evaluate("() => document.fonts.ready")
    ends = page.evaluate(
        """() => [...document.querySelectorAll('.drawing__link')]
            .filter(one => one.getBoundingClientRect().height)
            .map(one => [one.querySelector('text').getComputedTextLength(), one.querySelector('.drawing__under').getBBox().width])"""
    )
    assert len(ends) == 2
    for letters, under in ends:
        assert letters * 0.995 <= under <= letters * 1.05


@pytest.mark.parametrize("width", [390, 1440])
def test_a_screen_reader_hears_one_nested_list(page: Page, served: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{served}/standards/hanyang-1-3-m-n/")
    heard = heard_in(page, "1+3+M+N工作架构，架构图")
    assert heard == [
        "list",
        "1 listitem: 1",
        "2 list",
        "3 listitem: 区新的社会阶层人士统战工作领导小组与联席会议制度",
        "1 listitem: 3",
        "2 list",
        "3 listitem link 知音汇文创园区: 知音汇文创园区",
        "3 listitem link 非遗社区: 非遗社区",
        "3 listitem link 健康街区: 健康街区",
        "1 listitem: M",
        "2 list",
        "3 listitem: 两新组织建立党支部并专设统战委员",
        "1 listitem: N",
        "2 list",
        "3 listitem: 有计划、有步骤成立的分众化社会组织，兼具统战性、社会性、专业性",
    ]
    page.goto(f"{served}/standards/seven-steps/")
    heard = heard_in(page, "七步全过程闭环工作法，步骤图")
    assert heard[:3] == ["list", "1 listitem: 1人员聚起来", "1 listitem: 2组织建起来"]
    assert len(heard) == 8


def said(one: dict[str, Any], what: str) -> str:
    """The role or the name of a node."""
    value: str = one.get(what, {}).get("value", "")
    return value


def heard_in(page: Page, label: str) -> list[str]:
    """What the browser tells assistive technology of the one group of that name, a line for each list and item."""
    session = page.context.new_cdp_session(page)
    nodes = {one["nodeId"]: one for one in session.send("Accessibility.getFullAXTree")["nodes"]}
    groups = [one for one in nodes.values() if said(one, "role") == "group" and said(one, "name") == label]  # fmt: skip
    assert len(groups) == 1, "the other drawing is hidden from everybody"
    found: list[str] = []

    def walk(one: dict[str, Any], depth: int) -> None:
        role = said(one, "role")
        if role in ("list", "listitem"):
            found.append(f"{depth} {role}" if depth else role)
            depth += 1
        elif role == "link":
            found[-1] += f" link {said(one, 'name')}"
        elif role == "StaticText":
            found[-1] += ("" if ": " in found[-1] else ": ") + said(one, "name")
        for child in one.get("childIds", ()):
            if role != "StaticText":
                walk(nodes[child], depth)

    walk(groups[0], 0)
    return found


@pytest.mark.parametrize("name", [*plates.DRAWN, plates.UNDRAWN])
def test_the_same_stands_there_in_words(sites: dict[str, Path], name: str) -> None:
    text = document(sites, name)
    page = Document(name, text)
    words = [one for one in page.main.find(tag="li") if {"leaf", "step"} & {*one.classes}]
    anchors = [one.attributes["id"] for one in words]
    assert anchors == [f"criterion-{number}" for number in range(1, len(words) + 1)]
    assert sorted(set(page.ids)) == sorted(page.ids)
    # a drawing that says everything leaves its words folded; else they are there to read
    folded = "<details" in text.partition("<main")[2].partition('class="section')[0]
    more = re.search(r"explain|gives|required: false", str(plates.INVENTED.get(name)))
    assert folded == (name != plates.UNDRAWN and more is None)
    for drawing in drawings(sites, name):
        assert " id=" not in drawing
        assert " style=" not in drawing
        shown = Document(name, f"<main>{drawing}</main>").main.find(tag="g")
        items = [one for one in shown if one.attributes.get("role") == "listitem"]
        leaves = [one for one in items if not [g for g in one.find(tag="g") if g.attributes.get("role") == "listitem" and g is not one]]  # fmt: skip
        assert len(leaves) == len(words)


def test_a_formula_stands_at_the_root_and_its_terms_are_the_branches(
    sites: dict[str, Path],
) -> None:
    for drawing in drawings(sites, "pudong-1-6-n"):
        said = re.findall(r"<text[^>]*>([^<]+)<", drawing)
        assert said[0] == "1+6+N"
        assert [one for one in said if len(one) == 1] == ["1", "6", "N"]


def test_a_single_item_is_not_drawn(sites: dict[str, Path]) -> None:
    assert drawings(sites, plates.UNDRAWN) == []
    assert "只有这一项" in document(sites, plates.UNDRAWN)


@pytest.mark.parametrize("name", plates.DRAWN)
def test_a_drawing_weighs_little(sites: dict[str, Path], name: str) -> None:
    wide, tall = drawings(sites, name)
    assert max(len(wide.encode()), len(tall.encode())) < HEAVIEST


def test_second_texts_stay_readable(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{served}/standards/xu-three/")
    step = page.locator("#criterion-1")
    assert step.is_visible()
    assert [one.strip() for one in step.inner_text().split("\n") if one.strip()] == [
        "1",
        "先听",
        "虚构的释义",
        "听力",
        "不听",
        "听",
    ]
    page.goto(f"{served}/standards/xu-told/")
    assert page.locator("#criterion-2").inner_text().split() == ["虚构AI小组2024", "缺项不计"]
    assert page.locator(".leaf .link").count() == 2


def test_a_link_to_an_item_opens_the_words(page: Page, place: Place) -> None:
    page.goto(f"{place.standard('pudong-1-6-n')}#criterion-7")
    assert page.locator("#criterion-7").is_visible()
    assert page.locator("#criterion-7 .link").inner_text() == "喜马拉雅新联会"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_gets_the_wide_drawing_and_no_second_telling(
    page: Page, served: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(media="print", color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 844})
    for name in ("hanyang-1-3-m-n", "seven-steps"):
        page.goto(f"{served}/standards/{name}/")
        assert page.locator(".drawing--wide").is_visible()
        assert not page.locator(".drawing--tall").is_visible()
        assert not page.locator(".worded").is_visible()


@pytest.mark.parametrize(
    ("scheme", "forced"), [("light", "none"), ("dark", "none"), ("light", "active")]
)
def test_every_scheme_draws_in_its_own_ink(
    page: Page, served: str, scheme: Literal["light", "dark"], forced: Literal["none", "active"]
) -> None:
    page.emulate_media(color_scheme=scheme, forced_colors=forced)
    page.goto(f"{served}/standards/hanyang-1-3-m-n/")
    colours = page.evaluate(
        """() => {
          const style = (name, what) => getComputedStyle(document.querySelector(`.drawing--wide ${name}`))[what];
          return { ink: getComputedStyle(document.body).color, paper: getComputedStyle(document.body).backgroundColor,
            letters: style('text', 'fill'), links: style('.drawing__link text', 'fill'),
            rules: style('.drawing__rules', 'stroke'), hairs: style('.drawing__hairs', 'stroke') };
        }"""
    )
    assert colours["letters"] == colours["links"] == colours["ink"]
    assert colours["paper"] not in (colours["letters"], colours["rules"], colours["hairs"])
