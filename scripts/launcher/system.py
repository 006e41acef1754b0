"""What the tests want from the system: a browser of the Chromium family and a Chinese font."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from scripts.launcher.interpreter import privileged

BROWSER = "browser"
FONTS = "fonts"

BROWSER_COMMANDS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    *("microsoft-edge", "microsoft-edge-stable"),
)
MAC_BROWSERS = tuple(
    f"/Applications/{name}.app/Contents/MacOS/{name}"
    for name in ("Chromium", "Google Chrome", "Microsoft Edge")
)
WINDOWS_BROWSERS = (
    ("Google", "Chrome", "Application", "chrome.exe"),
    ("Microsoft", "Edge", "Application", "msedge.exe"),
)
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")

Which = Callable[[str], str | None]


def find_browser(environ: Mapping[str, str], platform: str, which: Which) -> str | None:
    """Where the browser is: what SHOWCASE_BROWSER says, or the first that is installed."""
    if environ.get("SHOWCASE_BROWSER"):
        return environ["SHOWCASE_BROWSER"]
    if platform == "win32":
        usual = [
            str(Path(environ[folder]).joinpath(*parts))
            for parts in WINDOWS_BROWSERS
            for folder in WINDOWS_FOLDERS
            if folder in environ
        ]
    else:
        usual = list(MAC_BROWSERS) if platform == "darwin" else []
    found = [path for path in map(which, BROWSER_COMMANDS) if path]
    return next(iter([*found, *(path for path in usual if Path(path).is_file())]), None)


def has_chinese_font(platform: str, which: Which) -> bool:
    """Windows and macOS come with Chinese fonts; elsewhere fontconfig knows."""
    if platform in ("win32", "darwin"):
        return True
    lister = which("fc-list")
    if lister is None:
        return False
    try:
        listed = subprocess.run([lister, ":lang=zh"], capture_output=True, timeout=60, check=False)
    except subprocess.TimeoutExpired:
        return False
    return bool(listed.stdout.strip())


def install_command(missing: tuple[str, ...], which: Which) -> str:
    """The one command that brings what is missing, with the package manager that is here."""
    for manager, start, packages in (
        (
            "apt-get",
            f"{privileged()}apt install -y",
            {BROWSER: "chromium", FONTS: "fontconfig fonts-noto-cjk"},
        ),
        (
            "dnf",
            f"{privileged()}dnf install -y",
            {BROWSER: "chromium", FONTS: "fontconfig google-noto-serif-cjk-fonts"},
        ),
        (
            "brew",
            "brew install --cask",
            {BROWSER: "google-chrome", FONTS: "font-noto-serif-cjk-sc"},
        ),
    ):
        if which(manager):
            return " ".join([start, *(packages[part] for part in missing)])
    # Only a browser can be missing on Windows, where winget is part of the system.
    return "winget install --exact --id Google.Chrome"


def missing_parts(browser: str | None) -> tuple[str, ...]:
    """What this system lacks, in the order of the install command."""
    has_font = has_chinese_font(sys.platform, shutil.which)
    return ((BROWSER,) if browser is None else ()) + (() if has_font else (FONTS,))


def browser_here() -> str | None:
    """`find_browser` on this system."""
    return find_browser(os.environ, sys.platform, shutil.which)
