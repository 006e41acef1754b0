"""What the tests want from the system: a Chromium browser, a Chinese font, LibreOffice, ExifTool, nginx."""

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
OFFICE = "office"
EXIFTOOL = "exiftool"
NGINX = "nginx"
MARKS = {
    BROWSER: "browser",
    FONTS: "browser",
    OFFICE: "office",
    EXIFTOOL: "exiftool",
    NGINX: "nginx",
}
"""The mark of the tests that cannot run without each."""
PROGRAMS = {
    OFFICE: ("soffice", "libreoffice"),
    EXIFTOOL: ("exiftool",),
    NGINX: ("nginx", "/usr/sbin/nginx"),
}
"""What each part that is a program goes by on the path."""

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


PACKAGES = {
    "apt-get": {
        BROWSER: "chromium",
        FONTS: "fontconfig fonts-noto-cjk",
        OFFICE: "libreoffice-calc-nogui",
        EXIFTOOL: "libimage-exiftool-perl",
        NGINX: "nginx-light",
    },
    "dnf": {
        BROWSER: "chromium",
        FONTS: "fontconfig google-noto-serif-cjk-fonts",
        OFFICE: "libreoffice-calc",
        EXIFTOOL: "perl-Image-ExifTool",
        NGINX: "nginx",
    },
    "brew": {
        BROWSER: "google-chrome",
        FONTS: "font-noto-serif-cjk-sc",
        OFFICE: "libreoffice",
        EXIFTOOL: "exiftool",
        NGINX: "nginx",
    },
    # part of Windows, where no font is missing
    "winget": {
        BROWSER: "Google.Chrome",
        OFFICE: "TheDocumentFoundation.LibreOffice",
        EXIFTOOL: "OliverBetz.ExifTool",
        NGINX: "nginxinc.nginx",
    },
}
"""What each package manager calls each part."""


def install_command(missing: tuple[str, ...], which: Which) -> str:
    """The one command that brings what is missing, with the package manager that is here."""
    starts = {
        "apt-get": f"{privileged()}apt install -y",
        "dnf": f"{privileged()}dnf install -y",
        "brew": "brew install",
    }
    for manager, start in starts.items():
        if which(manager):
            return " ".join([start, *(PACKAGES[manager][part] for part in missing)])
    return " ".join(["winget install --exact", *(PACKAGES["winget"][part] for part in missing)])


def missing_parts(browser: str | None) -> tuple[str, ...]:
    """What this system lacks, in the order of the install command."""
    return lacking(browser, sys.platform, shutil.which)


def lacking(browser: str | None, platform: str, which: Which) -> tuple[str, ...]:
    """The parts that a system lacks."""
    has = {
        BROWSER: browser is not None,
        FONTS: has_chinese_font(platform, which),
        **{part: any(map(which, names)) for part, names in PROGRAMS.items()},
    }
    return tuple(part for part, there in has.items() if not there)


def browser_here() -> str | None:
    """`find_browser` on this system."""
    return find_browser(os.environ, sys.platform, shutil.which)
