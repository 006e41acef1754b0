"""Finding a browser and a Chinese font, and naming the one command where they are missing."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.launcher import system
from scripts.launcher.system import (
    BROWSER,
    EXIFTOOL,
    FONTS,
    NGINX,
    OFFICE,
    find_browser,
    has_chinese_font,
    install_command,
    lacking,
)


def only(*names: str) -> Callable[[str], str | None]:
    return lambda name: f"/usr/bin/{name}" if name in names else None


@pytest.mark.parametrize("name", system.BROWSER_COMMANDS)
def test_a_browser_on_the_path_is_found(name: str) -> None:
    assert find_browser({}, "linux", only(name)) == f"/usr/bin/{name}"


def test_chromium_comes_before_the_others() -> None:
    found = find_browser({}, "linux", only("google-chrome", "chromium"))
    assert found == "/usr/bin/chromium"


def test_the_users_choice_comes_first() -> None:
    chosen = {"SHOWCASE_BROWSER": "/opt/mine"}
    assert find_browser(chosen, "linux", only("chromium")) == "/opt/mine"


def test_edge_is_found_where_windows_keeps_it(tmp_path: Path) -> None:
    edge = tmp_path.joinpath(
        "Program Files (x86)", "Microsoft", "Edge", "Application", "msedge.exe"
    )
    edge.parent.mkdir(parents=True)
    edge.touch()
    environ = {"PROGRAMFILES": "none", "PROGRAMFILES(X86)": str(tmp_path / "Program Files (x86)")}
    assert find_browser(environ, "win32", only()) == str(edge)


def test_chrome_is_found_where_macos_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chrome = tmp_path / "Google Chrome"
    chrome.touch()
    monkeypatch.setattr(system, "MAC_BROWSERS", (str(tmp_path / "Chromium"), str(chrome)))
    assert find_browser({}, "darwin", only()) == str(chrome)


def test_no_browser_is_no_browser() -> None:
    assert find_browser({}, "linux", only()) is None


@pytest.mark.parametrize(
    ("manager", "missing", "command"),
    [
        ("apt-get", (BROWSER, FONTS), "apt install -y chromium fontconfig fonts-noto-cjk"),
        ("apt-get", (FONTS,), "apt install -y fontconfig fonts-noto-cjk"),
        ("dnf", (BROWSER,), "dnf install -y chromium"),
        (
            "apt-get",
            (OFFICE, EXIFTOOL),
            "apt install -y libreoffice-calc-nogui libimage-exiftool-perl",
        ),
        ("brew", (BROWSER, OFFICE), "brew install google-chrome libreoffice"),
        ("none", (BROWSER, EXIFTOOL), "winget install --exact Google.Chrome OliverBetz.ExifTool"),
    ],
)
def test_one_command_brings_all_that_is_missing(
    manager: str, missing: tuple[str, ...], command: str
) -> None:
    assert install_command(missing, only(manager)).removeprefix("sudo ") == command


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_these_systems_come_with_chinese_fonts(platform: str) -> None:
    assert has_chinese_font(platform, only())


@pytest.mark.parametrize(("listed", "has"), [(b"NotoSerifCJK.ttc: Noto\n", True), (b"\n", False)])
def test_elsewhere_fontconfig_knows(
    listed: bytes, has: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lister(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, 0, listed)

    monkeypatch.setattr(subprocess, "run", lister)
    assert has_chinese_font("linux", only("fc-list")) is has


def test_without_fontconfig_there_is_no_font() -> None:
    assert not has_chinese_font("linux", only())


def test_what_a_system_lacks_is_told_in_the_order_of_the_command() -> None:
    assert lacking(None, "win32", only()) == (BROWSER, OFFICE, EXIFTOOL, NGINX)
    assert lacking("/usr/bin/chromium", "darwin", only("libreoffice")) == (EXIFTOOL, NGINX)
    assert lacking("/usr/bin/chromium", "win32", only("soffice", "exiftool", "nginx")) == ()


def test_every_part_has_a_mark_and_a_package_with_every_manager() -> None:
    for manager, packages in system.PACKAGES.items():
        without_fonts = {FONTS} if manager == "winget" else set()
        assert packages.keys() == system.MARKS.keys() - without_fonts
