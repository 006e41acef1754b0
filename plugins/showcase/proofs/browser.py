"""A Chromium of any make on this machine, to print with and to run scripts of ours: Chrome, Edge,
Chromium."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

PATIENCE = 120
"""Seconds after which it is given up."""
_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
)
_WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find(environ: Mapping[str, str] = os.environ) -> Path | None:
    """The first browser found: on the search path, then where installers put it."""
    for name in _NAMES:
        if found := shutil.which(name, path=environ.get("PATH", "")):
            return Path(found)
    roots = (environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
    places = [Path(root) / below for root in roots if root for below in _WINDOWS]
    places += [Path(one) for one in _MAC]
    return next((place for place in places if place.is_file()), None)


def print_to_pdf(browser: Path, page: Path, sheet: Path) -> bool:
    """Print a page as a PDF. Whether it was made: a browser may be found and yet not start."""
    _run(browser, page, "--no-pdf-header-footer", f"--print-to-pdf={sheet}")
    return sheet.is_file()


def dumped(browser: Path, page: Path) -> str:
    """The document of a page of ours once its scripts have run; empty where the browser did not start."""
    return _run(browser, page, "--dump-dom").decode(errors="replace")


def _run(browser: Path, page: Path, *what: str) -> bytes:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            str(browser),
            "--headless",
            "--disable-gpu",
            "--disable-background-networking",
            "--no-first-run",
            f"--user-data-dir={profile}",
            *what,
            page.resolve().as_uri(),
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            # Chromium does not start as root otherwise; the page and its scripts are our own
            command.insert(1, "--no-sandbox")
        try:
            return subprocess.run(
                command, capture_output=True, timeout=PATIENCE, check=False
            ).stdout
        except (OSError, subprocess.TimeoutExpired):
            return b""
