"""A real browser on a real address: the site served on this machine alone, opened by its own Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
REQUIRED = os.environ.get("SHOWCASE_REQUIRE_ALL") == "1"
marks = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None and not REQUIRED, reason="no Chromium on this machine"),
]
"""What every module of browser tests is marked with. When a browser is required, its absence is an error."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium."""
    from playwright.sync_api import sync_playwright

    assert CHROMIUM is not None, "SHOWCASE_REQUIRE_ALL=1, but there is no Chromium"
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder on a free port of the loopback; yields its address without the last slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def complaints(page: Page, address: str) -> list[str]:
    """A list that fills with whatever a tab complains of, asks for elsewhere, or asks for in vain."""
    found: list[str] = []
    page.on("console", lambda said: found.append(said.text) if said.type in ("error", "warning") else None)  # fmt: skip
    page.on("pageerror", lambda fault: found.append(str(fault)))
    # a picture still on its way when the tab moves on is given up, and that is no fault
    page.on("requestfailed", lambda asked: None if asked.failure == "net::ERR_ABORTED" else found.append(f"failed: {asked.url}"))  # fmt: skip
    page.on("request", lambda asked: None if asked.url.startswith(f"{address}/") else found.append(f"outside: {asked.url}"))  # fmt: skip
    page.on("response", lambda got: found.append(f"{got.status}: {got.url}") if got.status >= 400 else None)  # fmt: skip
    return found
