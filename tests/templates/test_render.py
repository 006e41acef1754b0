"""Every view renders: whole, well-formed, escaped, and with URLs that lead where they should."""

from __future__ import annotations

import re
import typing
from dataclasses import fields, is_dataclass, replace
from html import escape
from html.parser import HTMLParser

import pytest

from showcase.markup import Html
from showcase.render import TEMPLATES, Page, Renderer
from tests.templates import samples
from tests.templates.sample_pages import PAGES
from tests.templates.samples import ASSETS, OVERRIDES

RENDERER = Renderer(OVERRIDES)
VOID = {"area", "br", "circle", "hr", "img", "input", "link", "meta", "path", "source", "use"}
PAYLOAD = '<b onload="1">&'


class Tree(HTMLParser):
    """Checks that what opens closes, in order, and keeps ids and references."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.feed(text)
        self.faults += [f"<{tag}> never closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value is not None]
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> repeats an attribute")
        if tag == "a" and "a" in self.open:
            self.faults.append("a link in a link")
        if tag in ("p", "div", "ul", "ol", "dl", "h2", "h3", "section") and "p" in self.open:
            self.faults.append(f"<{tag}> in <p>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes what is not open")


def rendered(name: str) -> str:
    """A sample page."""
    view, path = PAGES[name]
    return RENDERER.render(view, samples.shell(path, overlay=samples.OVERLAY), path, ASSETS)


def poisoned(value: object) -> object:
    """The same view with the payload in every plain string, however deep; the name of an asset must be one."""
    if isinstance(value, Html):
        return value
    if isinstance(value, str):
        return PAYLOAD
    if isinstance(value, tuple):
        return tuple(poisoned(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value,
            **{
                one.name: poisoned(getattr(value, one.name))
                for one in fields(value)
                if getattr(value, one.name) not in ASSETS.names
            },
        )
    return value


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_one_well_formed_document(name: str) -> None:
    text = rendered(name)
    assert text.lstrip().startswith("<!doctype html>")
    assert Tree(text).faults == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_one_main_head_and_no_id_twice(name: str) -> None:
    text = rendered(name)
    assert text.count("<h1") == text.count("<main") == 1
    ids = Tree(text).ids
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("name", PAGES)
def test_no_plain_string_of_a_view_can_become_markup(name: str) -> None:
    view, path = PAGES[name]
    shell = typing.cast("typing.Any", poisoned(samples.shell(path, overlay=samples.OVERLAY)))
    text = RENDERER.render(poisoned(view), replace(shell, base=""), path, ASSETS)
    assert "<b onload" not in text
    assert escape(PAYLOAD) in text


def test_every_view_class_has_a_sample() -> None:
    assert {type(view) for view, _ in PAGES.values()} == set(TEMPLATES)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_outside_the_site(name: str) -> None:
    text = rendered(name)
    for attribute in ('src="', 'srcset="', 'rel="stylesheet" href="', 'rel="icon" href="'):
        for rest in text.split(attribute)[1:]:
            assert not rest.startswith(("http", "//", "data:")), rest[:60]


@pytest.mark.parametrize(
    ("page", "path", "url"),
    [
        (Page(""), "", "./"),
        (Page(""), "bases/yunqiao/", "./bases/yunqiao/"),
        (Page(""), "assets/shell.css", "./assets/shell.css"),
        (Page(""), "javascript:alert(1)", "./javascript:alert(1)"),
        (Page("bases/yunqiao/"), "", "../../"),
        (Page("bases/yunqiao/"), "bases/yunqiao/#met-1", "#met-1"),
        (Page("bases/yunqiao/"), "bases/hupan/#met-1", "../../bases/hupan/#met-1"),
        (Page("bases/yunqiao/"), "https://example.org/", "https://example.org/"),
        (Page("bases/yunqiao/"), "tel:0000-1", "tel:0000-1"),
        (Page("bases/yunqiao/"), "mailto:a@example.org", "mailto:a@example.org"),
        (Page("404.html", "/"), "bases/yunqiao/", "/bases/yunqiao/"),
        (Page("404.html", "/showcase/"), "", "/showcase/"),
        (Page("404.html", "/showcase/"), "assets/shell.css", "/showcase/assets/shell.css"),
        (Page("bases/yunqiao/", index_names=True), "", "../../index.html"),
        (
            Page("bases/yunqiao/", index_names=True),
            "cities/yunzhou/#a",
            "../../cities/yunzhou/index.html#a",
        ),
        (Page("bases/yunqiao/", index_names=True), "assets/shell.css", "../../assets/shell.css"),
        (Page("", index_names=True), "bases/", "./bases/index.html"),
    ],
)
def test_a_site_path_becomes_the_url_seen_from_the_page(page: Page, path: str, url: str) -> None:
    assert page.url(path) == url


def test_one_renderer_serves_pages_of_any_depth_in_any_order() -> None:
    view, _ = PAGES["cities"]
    for path, root in (("", "./"), ("bases/a/", "../../"), ("cities/", "../"), ("", "./")):
        text = RENDERER.render(view, samples.shell(path), path, ASSETS)
        assert f'href="{root}{ASSETS.path("shell.css")}"' in text
        assert f'href="{root}bases/"' in text


def test_the_matrix_says_that_it_is_a_table_however_it_is_drawn() -> None:
    # browsers may drop the roles of a table whose rows are laid out as a grid
    matrix = rendered("checklist").partition("<table")[2].partition("</table>")[0]
    tags = re.findall(r"<(?:thead|tbody|tfoot|tr|th|td)\b[^>]*>", f"<table{matrix}")
    assert tags
    assert [
        tag for tag in ["<table" + matrix.partition(">")[0], *tags] if " role=" not in tag
    ] == []


def test_grey_mode_and_a_draft_are_marked_on_the_page() -> None:
    shell = replace(samples.shell(), grey=True, draft=True)
    text = RENDERER.render(PAGES["home"][0], shell, "", ASSETS)
    assert '<html lang="zh-CN" class="grey">' in text
    assert 'class="draft"' in text
