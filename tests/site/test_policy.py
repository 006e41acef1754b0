"""The real site under its policy in a real browser: nothing is refused, wherever the pages lie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from showcase.edition import Edition
from showcase.render import Renderer
from showcase.workshop import Workshop
from tests.security.watching import Watch, served
from tests.site import browsing, project
from tests.site.project import Built
from tests.site.test_browser import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = browsing.marks

LOADED = """async () => {
  await document.fonts.ready;
  return {
    sheets: [...document.styleSheets].length,
    asked: document.querySelectorAll('link[rel="stylesheet"]').length,
    face: [...document.fonts].filter(one => one.family.includes("Showcase")).map(one => one.status),
    pictures: [...document.images].filter(one => one.loading !== "lazy").map(one => one.naturalWidth > 0),
    ink: getComputedStyle(document.documentElement).getPropertyValue("--ink").trim() !== "",
  };
}"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def address(built: Built) -> Iterator[str]:
    with served(built.site) as there:
        yield there


@pytest.fixture(scope="module")
def packed(fuller: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fuller site with links that a disk understands, as a hall would open it."""
    workshop = Workshop(
        project.copy(tmp_path_factory.mktemp("packed") / "project", like=fuller.project)
    )
    workshop.__dict__["renderer"] = Renderer(workshop.root / "overrides", index_names=True)
    catalogue = workshop.read().catalogue
    assert catalogue is not None
    plain = workshop.edition(catalogue)
    edition = Edition(replace(plain.atlas, index_names=True), plain.prose, plain.written)
    site = workshop.root / "site"
    for page in edition.pages():
        if page.path.startswith(("bases/xugou", "standards/xugou")) or page.path in ("", "about/"):
            (site / page.file).parent.mkdir(parents=True, exist_ok=True)
            (site / page.file).write_bytes(workshop.document(edition, page).encode())
    workshop.write_derived(edition, site)
    return site


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_of_each_kind_breaks_no_policy(
    chromium: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    seen = Watch(chromium, address, scheme=scheme).pages(tuple(KINDS.values()))
    assert {path: one.did for path, one in seen.items() if one.did} == {}


def test_drawings_opened_by_themselves_break_no_policy(
    chromium: Browser, built: Built, address: str
) -> None:
    drawings = sorted(path.relative_to(built.site).as_posix() for path in built.site.rglob("*.svg"))
    chosen = [next(name for name in drawings if "/mark." in name), *drawings[1::29]]
    page = chromium.new_page()
    complaints = browsing.complaints(page, address)
    for name in chosen:
        page.goto(f"{address}/{name}")
        assert page.evaluate("document.documentElement.localName") == "svg"
    page.close()
    # Chromium asks for a favicon.ico, which is no page's
    assert [one for one in complaints if "olicy" in one or "outside" in one] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_opened_from_a_disk_get_all_that_they_ask_for(
    chromium: Browser, packed: Path, scheme: Literal["light", "dark"]
) -> None:
    chosen = ("index.html", "about/index.html", "bases/xugou-zhan/index.html", "standards/xugou-eight/index.html")  # fmt: skip
    seen = Watch(chromium, packed.as_uri(), scheme=scheme).pages(chosen)
    assert {path: one.did for path, one in seen.items() if one.did} == {}
    page = chromium.new_page(color_scheme=scheme)
    for path in chosen:
        page.goto((packed / path).as_uri())
        loaded = page.evaluate(LOADED)
        assert loaded["sheets"] == loaded["asked"] >= 3, path
        assert loaded["face"] == ["loaded"], path
        assert loaded["ink"], path
        assert all(loaded["pictures"]), path
    page.close()
