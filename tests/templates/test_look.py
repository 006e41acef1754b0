"""In a real browser: nothing runs over at any width, nothing complains, nothing leaves the site."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from showcase.render import Renderer
from tests.templates import samples
from tests.templates.sample_pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"
CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
REQUIRED = os.environ.get("SHOWCASE_REQUIRE_ALL") == "1"
WIDTHS = (320, 390, 768, 1440, 3840)
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>'

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None and not REQUIRED, reason="no Chromium on this machine"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample pages on a disk, as a kiosk would open them; covers and photographs are stand-ins."""
    root = tmp_path_factory.mktemp("site")
    for name, content in samples.ASSETS.files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    renderer = Renderer(OVERRIDES, index_names=True)
    for name, (view, path) in PAGES.items():
        overlay = samples.OVERLAY if name == "problems" else None
        file = root / (path if path.endswith(".html") else f"{path}index.html")
        file.parent.mkdir(parents=True, exist_ok=True)
        shell = samples.shell(path, overlay=overlay)
        file.write_text(renderer.render(view, shell, path, samples.ASSETS), "utf-8")
    return root


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium."""
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as running:
        chromium = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def tab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A tab in the scheme that the test asks for; it fails the test on any complaint or request outside."""
    context = browser.new_context(color_scheme=request.param)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.route("**/*.svg", lambda route: route.fulfill(body=PICTURE, content_type="image/svg+xml"))
    page.route("**/*.jpg", lambda route: route.fulfill(body=PICTURE, content_type="image/svg+xml"))
    page.route("**/*.woff2", lambda route: route.fulfill(body=b"", content_type="font/woff2"))
    page.on("request", lambda sent: complaints.extend(_outside(sent.url)))
    yield page
    context.close()
    assert [one for one in complaints if "font" not in one.lower()] == []


def _outside(url: str) -> list[str]:
    return [] if url.startswith("file:") else [url]


def address(site: Path, name: str) -> str:
    """Where a sample page lies."""
    path = PAGES[name][1]
    return (site / (path if path.endswith(".html") else f"{path}index.html")).as_uri()


SHOWN = sorted(set(PAGES) - {"moved"})


@pytest.mark.parametrize("tab", ["light", "dark"], indirect=True)
@pytest.mark.parametrize("name", SHOWN)
def test_a_page_never_runs_over_its_width(tab: Page, site: Path, name: str) -> None:
    tab.goto(address(site, name))
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        over = tab.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert over <= 0, f"{width} px: {over} px too wide"


@pytest.mark.parametrize("tab", ["light"], indirect=True)
@pytest.mark.parametrize("name", SHOWN)
def test_fingers_find_every_link_on_a_phone(tab: Page, site: Path, name: str) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.goto(address(site, name))
    small = tab.evaluate(
        """() => [...document.querySelectorAll('a, summary')]
            .filter(one => one.checkVisibility() && getComputedStyle(one).display !== 'inline')
            .filter(one => !one.matches('.skip'))
            .map(one => [one.className, Math.round(one.getBoundingClientRect().height)])
            .filter(([, height]) => height < 44)"""
    )
    assert small == []


@pytest.mark.parametrize("tab", ["light", "dark"], indirect=True)
@pytest.mark.parametrize("width", [320, 390, 1440])
@pytest.mark.parametrize("word", [".term", ".remark--why"])
def test_a_note_opens_within_the_page(tab: Page, site: Path, width: int, word: str) -> None:
    tab.set_viewport_size({"width": width, "height": 844})
    tab.goto(address(site, "profile"))
    first = tab.locator(word).first
    first.focus()
    box = first.locator("[role=tooltip]").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


@pytest.mark.parametrize("tab", ["light"], indirect=True)
def test_the_matrix_stays_a_table_when_it_folds(tab: Page, site: Path) -> None:
    tab.goto(address(site, "checklist"))
    for width in (390, 1440):
        tab.set_viewport_size({"width": width, "height": 900})
        table = tab.get_by_role("table")
        assert table.get_by_role("row").count() == 5
        assert table.get_by_role("rowheader").count() == 4
        assert table.get_by_role("columnheader").count() == 8


@pytest.mark.parametrize("tab", ["light"], indirect=True)
def test_the_menu_opens_without_a_script(tab: Page, site: Path) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.goto(address(site, "home"))
    tab.get_by_text("菜单").click()
    assert tab.get_by_role("link", name="时间线", exact=True).is_visible()
