"""A tab on the invented showcase with many events: on a phone or a desk, from a server or a disk, on a chosen day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from tests.site import eventful

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

GROUNDS = [("http", 390), ("disk", 1440)]
"""Where a page comes from, and how wide its window is."""


@dataclass
class Tab:
    """One tab. It keeps what the page complained of; pictures are not there, and that is no complaint."""

    page: Page
    address: str
    named: bool
    complaints: list[str]

    def go(
        self, path: str = "timeline/", query: Mapping[str, str] | None = None, mark: str = ""
    ) -> None:
        """Open a page of the site."""
        name = "index.html" if self.named and (not path or path.endswith("/")) else ""
        asked = f"?{urlencode(query)}" if query else ""
        self.page.goto(f"{self.address}/{path}{name}{asked}{mark}")

    def query(self) -> list[tuple[str, str]]:
        """What the address says of the choice."""
        return parse_qsl(urlsplit(self.page.url).query)

    def open(self) -> None:
        """Open the filter; it has loaded when its chips are there."""
        self.page.locator(".sift__button").click()
        self.page.locator(".sift__chips .chip").first.wait_for()

    def chip(self, words: str) -> Locator:
        """A chip of the filter."""
        return self.page.locator(".sift__chips .chip").filter(has_text=words).first

    def told(self, words: str) -> None:
        """Wait for what is said of the number found."""
        self.page.locator(".sift__told").filter(has_text=words).wait_for()

    def titles(self) -> list[str]:
        """The events that a reader sees, in order."""
        found: list[str] = self.page.evaluate(
            """() => [...document.querySelectorAll('.event')].filter(one => one.checkVisibility())
            .map(one => one.querySelector('.event__title').firstChild.data.replace('\\u2060', ''))"""
        )
        return found

    def event(self, title: str) -> Locator:
        """One event that a reader sees."""
        return self.page.locator(".event:visible").filter(has_text=title).first

    def close(self) -> None:
        """With all it holds; nothing may have been complained of."""
        self.page.context.close()
        assert self.complaints == []


def tab(
    browser: Browser,
    addresses: Mapping[str, str],
    ground: str = "http",
    width: int = 1440,
    *,
    now: str = eventful.NOW,
    scripts: bool = True,
) -> Tab:
    """A fresh tab whose clock stands still at `now`."""
    settings: dict[str, Any] = {"viewport": {"width": width, "height": 844}, "java_script_enabled": scripts, "reduced_motion": "reduce"}  # fmt: skip
    page = browser.new_context(**settings).new_page()
    page.set_default_timeout(15_000)
    if scripts:
        page.clock.set_fixed_time(now)
    complaints: list[str] = []
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" and "Failed to load" not in said.text and "ERR_FILE_NOT_FOUND" not in said.text else None)  # fmt: skip
    return Tab(page, addresses[ground], ground == "disk", complaints)
