"""The real site in a real browser: at every width, in both schemes, enlarged, without scripts, letter by letter."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import pytest
from fontTools.ttLib import TTFont

from tests.site import browsing, project
from tests.site.conftest import Documents
from tests.site.document import bare
from tests.site.project import Built

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = browsing.marks

KINDS = {
    "home": "",
    "directory": "bases/",
    "profile": "bases/chengyang-yangben/",
    "checklist profile": "bases/xinxin-xiangyang/",
    "compact": "bases/hubin-qingyu/",
    "base timeline": "bases/chengyang-yangben/timeline/",
    "timeline": "timeline/",
    "standards": "standards/",
    "checklist": "standards/six-haves/",
    "steps": "standards/seven-steps/",
    "structure": "standards/pudong-1-6-n/",
    "principles": "standards/five-principles/",
    "cities": "cities/",
    "city": "cities/hangzhou/",
    "sources": "sources/",
    "source": "sources/hangzhou-paper/",
    "glossary": "glossary/",
    "fields": "fields/",
    "prose": "about/",
    "register": "register/",
    "scorecard": "bases/xinxin-xiangyang/scorecard/",
    "search": "search/",
    "compare": "compare/",
    "not found": "404.html",
}
ASK_FOR_SCRIPTS = {"search/", "compare/"}
"""What these do they do by scripts: without them they say so, and lead on."""
WIDTHS = (320, 390, 768, 1440, 3840)
PHONE = 390
TARGET = 44
TARGETS = (
    ".menu__button, .menu__link, .nav__link, .header__mark, .card, .criterion__line, .pager__link"
)
FACE = "Showcase Serif"
RUNS_OVER = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  return [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > wide + 1).slice(0, 5)
    .map(one => `${one.tagName}.${one.className} ${Math.round(one.getBoundingClientRect().right)}`)
    .concat(`${document.documentElement.scrollWidth} > ${wide}`);
}"""
SET_IN_FACE = """face => {
  const found = new Set(), first = style => style.fontFamily.split(',')[0].replace(/["']/g, '').trim();
  const take = text => { for (const one of text) if (one.trim()) found.add(one); };
  for (const one of document.querySelectorAll('body, body *')) {
    if (first(getComputedStyle(one)) === face)
      for (const node of one.childNodes) if (node.nodeType === 3) take(node.data);
    for (const part of ['::before', '::after', '::marker']) {
      const style = getComputedStyle(one, part);
      if (first(style) === face && /^["']/.test(style.content)) take(style.content.slice(1, -1));
    }
  }
  return [...found].join('');
}"""
SMALL = """([selector, least]) => {
  for (const one of document.querySelectorAll('details')) one.open = true;
  return [...document.querySelectorAll(selector)]
    .map(one => [one.className, one.innerText.slice(0, 12), one.getBoundingClientRect()])
    .filter(([, , box]) => box.width && box.height && (box.height < least - .01 || box.width < least - .01))
    .map(([name, said, box]) => `${name} ${said}: ${box.width.toFixed(1)}×${box.height.toFixed(1)}`);
}"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page showed on a phone."""

    over: list[str]
    small: list[str]
    set_in_face: str
    text: str
    complaints: list[str]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def address(built: Built) -> Iterator[str]:
    with browsing.served(built.site) as there:
        yield there


@pytest.fixture(scope="module")
def phone(chromium: Browser, address: str, pages: Documents) -> dict[str, Seen]:
    """Every page of the site, once, at the width of a phone."""
    found = {}
    with tab(chromium, width=PHONE) as page:
        complaints = browsing.complaints(page, address)
        for path in sorted(one.path for one in pages.values()):
            page.goto(f"{address}/{path}", wait_until="load")
            found[path] = Seen(
                over=page.evaluate(RUNS_OVER),
                text=bare(page.inner_text("body")),
                set_in_face=page.evaluate(SET_IN_FACE, FACE),
                small=page.evaluate(SMALL, [TARGETS, TARGET]),
                complaints=complaints[:],
            )
            complaints.clear()
    return found


def test_every_page_fits_a_phone(phone: dict[str, Seen]) -> None:
    assert {path: seen.over for path, seen in phone.items() if seen.over} == {}


def test_no_page_complains_or_asks_for_anything_elsewhere(phone: dict[str, Seen]) -> None:
    assert {path: seen.complaints for path, seen in phone.items() if seen.complaints} == {}


def test_fingers_can_hit_what_they_are_to_hit(phone: dict[str, Seen]) -> None:
    small = {one for seen in phone.values() for one in seen.small}
    assert small == set()


def test_the_display_face_holds_every_letter_that_is_set_in_it(
    phone: dict[str, Seen], built: Built
) -> None:
    packed = project.asset(built.site, "fonts/showcase-serif.woff2")
    held = {chr(code) for code in TTFont(io.BytesIO(packed)).getBestCmap() or {}}
    assert sum(bool(seen.set_in_face) for seen in phone.values()) > 80
    missing = {
        path: "".join(sorted(lost))
        for path, seen in phone.items()
        if (lost := drawn(seen.set_in_face) - held)
    }
    assert missing == {}


def test_the_fuller_site_sets_no_letter_that_its_face_lacks(
    chromium: Browser, fuller: Built
) -> None:
    packed = project.asset(fuller.site, "fonts/showcase-serif.woff2")
    held = {chr(code) for code in TTFont(io.BytesIO(packed)).getBestCmap() or {}}
    with browsing.served(fuller.site) as there, tab(chromium) as page:
        for path in ("bases/xugou-zhan/", "standards/xugou-eight/", "sources/xugou-report/"):
            page.goto(f"{there}/{path}")
            assert drawn(page.evaluate(SET_IN_FACE, FACE)) - held == set(), path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_each_kind_fits_every_width(
    chromium: Browser, address: str, kind: str, scheme: Literal["light", "dark"]
) -> None:
    with tab(chromium, scheme=scheme) as page:
        complaints = browsing.complaints(page, address)
        page.goto(f"{address}/{KINDS[kind]}")
        over = {}
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            over[width] = page.evaluate(RUNS_OVER)
        assert {width: found for width, found in over.items() if found} == {}
        assert complaints == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_each_kind_fits_a_phone_with_letters_half_again_as_large(
    chromium: Browser, address: str, kind: str
) -> None:
    with tab(chromium, width=PHONE) as page:
        page.goto(f"{address}/{KINDS[kind]}")
        plain = page.evaluate("() => getComputedStyle(document.querySelector('main')).fontSize")
        # as a browser's own setting does; a style sheet put in would be against the page's policy
        page.evaluate("() => { document.documentElement.style.fontSize = '150%' }")
        large = page.evaluate("() => getComputedStyle(document.querySelector('main')).fontSize")
        assert page.evaluate(RUNS_OVER) == []
        assert float(large[:-2]) >= 1.4 * float(plain[:-2])


def test_without_scripts_every_page_of_a_kind_says_as_much(
    chromium: Browser, address: str, phone: dict[str, Seen]
) -> None:
    with tab(chromium, width=PHONE, scripts=False) as page:
        for path in KINDS.values():
            page.goto(f"{address}/{path}")
            lines = [bare(line) for line in page.inner_text("body").splitlines()]
            assert len(lines) > 10
            # scripts add controls; they take nothing away
            lost = [line for line in lines if line not in phone[path].text]
            assert path in ASK_FOR_SCRIPTS or lost == [], path


def test_the_two_schemes_are_two(chromium: Browser, address: str) -> None:
    grounds = []
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        with tab(chromium, scheme=scheme) as page:
            page.goto(address)
            grounds.append(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
            cover = page.evaluate("() => document.querySelector('.cover__image').currentSrc")
            assert ("-dark.svg" in cover) == (scheme == "dark")
    assert grounds[0] != grounds[1]


def drawn(letters: str) -> set[str]:
    """Those that need a drawing: a word joiner shows nothing."""
    return {one for one in letters if unicodedata.category(one) != "Cf"}


class tab:
    """A fresh tab, closed with all it holds."""

    def __init__(
        self,
        browser: Browser,
        *,
        width: int = 1440,
        scheme: Literal["light", "dark"] = "light",
        scripts: bool = True,
    ) -> None:
        self._browser = browser
        self._settings: dict[str, Any] = {
            "viewport": {"width": width, "height": 844},
            "color_scheme": scheme,
            "java_script_enabled": scripts,
            "reduced_motion": "reduce",
        }

    def __enter__(self) -> Page:
        self._context = self._browser.new_context(**self._settings)
        page = self._context.new_page()
        page.set_default_timeout(20_000)
        return page

    def __exit__(self, *_: object) -> None:
        self._context.close()
