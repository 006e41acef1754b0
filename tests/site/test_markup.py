"""Every page is a sound document: headed, ordered, named, without scripts or styles of its own, without gaps."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from itertools import pairwise
from pathlib import Path

from PIL import Image

from showcase.policy import META
from tests.site.conftest import Documents
from tests.site.document import Element

HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
SECTIONS = {"bases", "register", "compare", "standards", "timeline", "cities", "sources"}
LEFT_BLANK = {"matrix__count--rest", "score__told", "roll__cell"}
"""Cells of tables where there is nothing to add up, nothing to tell of an item that nobody answered, or nothing known."""
LEFTOVERS = re.compile(r"\bNone\b|\{\{|\{%|Undefined|\bnan\b|<built-in|object at 0x|Html\(")

ELSEWHERE = re.compile(r"\s*(//|\\\\|[A-Za-z][A-Za-z0-9+.-]*:)")
LEADING = ("https://", "http://", "mailto:", "tel:")
DRAWN = {
    "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "defs", "use", "clipPath",
    "linearGradient", "radialGradient", "stop", "mask", "pattern", "symbol",
}  # fmt: skip
CAMEL = {"gradientUnits", "gradientTransform", "patternUnits", "patternTransform", "clipPathUnits", "preserveAspectRatio"}  # fmt: skip
"""Names that SVG writes with capitals."""

Site = tuple[Path, Documents]


def test_what_opens_closes(site: Site) -> None:
    assert {name: page.faults for name, page in site[1].items() if page.faults} == {}


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    twice = [
        f"{name}: {one}"
        for name, page in site[1].items()
        for one, count in Counter(page.ids).items()
        if count > 1
    ]
    assert twice == []


def test_every_id_is_a_name(site: Site) -> None:
    for name, page in site[1].items():
        assert [one for one in page.ids if not one or re.search(r"\s", one)] == [], name


def test_a_page_is_in_chinese_and_has_one_main_head(site: Site) -> None:
    for name, page in site[1].items():
        assert page.source.lstrip().startswith("<!doctype html>"), name
        assert page.root.find(tag="html")[0].attributes["lang"] == "zh-CN", name
        for tag in ("h1", "main", "title"):
            assert len(page.root.find(tag=tag)) == 1, (name, tag)


def test_heads_never_skip_a_level_and_never_stand_empty(site: Site) -> None:
    for name, page in site[1].items():
        heads = [one for one in page.elements if one.tag in HEADS]
        levels = [int(one.tag[1]) for one in heads]
        assert levels[0] == 1, name
        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert jumps == [], name
        assert all(one.text() for one in heads), name


def test_every_section_holds_more_than_its_head(site: Site) -> None:
    for name, page in site[1].items():
        for section in page.root.find(tag="section"):
            heads = sum(len(one.text()) for one in section.find(kind="section__head"))
            pictures = section.find(tag="img")
            assert len(section.text()) > heads or pictures, (name, section.text())
        for tag in ("ul", "ol", "dl", "p", "li", "dd", "dt", "td", "th"):
            blank = [
                one
                for one in page.main.find(tag=tag)
                if not one.text()
                and not one.find(tag="img")
                and not LEFT_BLANK & {*one.classes}
                and not waits(one)
            ]
            assert blank == [], (name, tag)


def test_titles_tell_pages_apart(site: Site) -> None:
    """But for the parts of one list, and an old address with the page that it leads to."""
    moved = {"bases/xugou-old/index.html"}
    titles = Counter(page.title for name, page in site[1].items() if name not in moved)
    assert [title for title, count in titles.items() if count > 1] == []
    assert all(page.title.endswith("实践创新基地") for page in site[1].values())


def test_no_page_carries_a_script_a_style_or_a_handler(site: Site) -> None:
    for name, page in site[1].items():
        for one in page.elements:
            assert one.tag not in ("style", "base", "iframe", "object", "embed"), name
            assert one.tag != "script" or "src" in one.attributes, name
            loud = [key for key in one.attributes if key.startswith("on") or key == "style"]
            assert loud == [], (name, one.tag)


def test_the_first_thing_that_a_page_says_is_what_it_may_load(site: Site) -> None:
    for name, page in site[1].items():
        head = [one for one in page.root.find(tag="head")[0].walk() if one.tag != "head"]
        charset, policy = head[0].attributes, head[1].attributes
        assert charset == {"charset": "utf-8"}, name
        assert policy == {"http-equiv": "Content-Security-Policy", "content": META}, name
        assert page.source.count("Content-Security-Policy") == 1, name


def test_no_page_asks_for_anything_elsewhere_or_leads_to_anything_but_pages_mail_and_telephones(
    site: Site,
) -> None:
    for name, page in site[1].items():
        for one in page.elements:
            for key in ("src", "srcset", "poster", "data"):
                assert not ELSEWHERE.match(one.attributes.get(key, "")), (name, one.attributes)
            href = one.attributes.get("href", "")
            if one.tag == "link" and one.attributes["rel"] != "canonical":
                assert not ELSEWHERE.match(href), (name, href)
            assert not ELSEWHERE.match(href) or href.startswith(LEADING), (name, href)


def test_no_drawing_holds_anything_but_a_drawing(site: Site) -> None:
    """A drawing can be opened by itself, where it is a document with all that documents can do."""
    drawings = sorted((site[0] / "assets").rglob("*.svg"))
    assert len(drawings) > 40
    for path in drawings:
        text = path.read_text("utf-8")
        assert "<!" not in text, path
        assert "<?" not in text, path
        for one in ET.fromstring(text).iter():
            tag = one.tag.removeprefix("{http://www.w3.org/2000/svg}")
            assert tag in DRAWN, (path, tag)
            for key, value in one.attrib.items():
                assert key == key.lower() or key == "viewBox" or key in CAMEL, (path, key)
                assert not key.startswith(("on", "style", "{")), (path, key)
                assert "http" not in value, (path, value)
                assert ":" not in value, (path, value)
                assert "url(" not in value or re.fullmatch(r"url\(#[\w-]+\)", value), (path, value)


def test_no_gap_of_a_template_shows(site: Site) -> None:
    for name, page in site[1].items():
        told = [page.main.text(), page.title, *(v for one in page.elements for v in one.attributes.values())]  # fmt: skip
        found = [match.group() for text in told for match in LEFTOVERS.finditer(text)]
        assert found == [], name


def test_every_picture_is_there_and_says_what_it_is(site: Site) -> None:
    """A cover is drawn for its base and says nothing that the name beside it does not: its words are empty."""
    folder, pages = site
    for name, page in pages.items():
        for one in page.root.find(tag="img"):
            given = one.attributes
            assert "alt" in given, (name, given)
            assert given["alt"].strip() or "cover__image" in one.classes, (name, given)
            lead = page.leads_to(given["src"])
            assert lead is not None, (name, given)
            size = size_of(folder / lead[0])
            assert (int(given["width"]), int(given["height"])) == size, (name, given)


def test_the_address_of_the_page_is_on_the_page(site: Site) -> None:
    """What scripts will go by."""
    for page in site[1].values():
        body = page.root.find(tag="body")[0]
        assert body.attributes["data-page"] == page.path


def test_the_navigation_marks_where_one_is(site: Site) -> None:
    for name, page in site[1].items():
        current = [
            one.attributes["href"]
            for one in page.root.find(kind="nav__link")
            if one.attributes.get("aria-current")
        ]
        section = page.path.split("/")[0]
        due = 1 if section in SECTIONS else 0
        assert len(current) == due, name


def waits(element: Element) -> bool:
    """Whether it, or something around it, is hidden until a script has something to put there."""
    around: Element | None = element
    while around is not None:
        if "hidden" in around.attributes:
            return True
        around = around.parent
    return False


def size_of(path: Path) -> tuple[int, int]:
    """The size of a picture in its file."""
    if path.suffix != ".svg":
        with Image.open(path) as picture:
            return picture.size
    box = ET.fromstring(path.read_text("utf-8")).attrib["viewBox"].split()
    return int(box[2]), int(box[3])
