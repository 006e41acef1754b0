"""Makes the pictures of README.zh-CN.md anew: builds the site, breaks a copy, photographs both.

Run it in the test environment: `.venv-test/bin/python scripts/readme_pictures.py`. The workbook is drawn by
LibreOffice and pdftoppm (Debian: poppler-utils), the comment as a forge would show its Markdown.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from markdown_it import MarkdownIt
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / ".readme"
NEEDED = ("bases", "content", "overrides", "mkdocs.yml")
DESK, PHONE, COMMENT_SIZE = (1280, 800), (390, 844), (900, 460)
WAIT = 60
COMMENT = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 24px; font: 16px/1.6 "Noto Sans CJK SC", sans-serif; color: #1f2328 }}
code {{ background: #eff1f3; padding: .1em .3em; border-radius: 4px }}
pre {{ background: #f6f8fa; padding: 14px; border-radius: 6px }} pre code {{ padding: 0; background: none }}
</style>{}"""


def main() -> None:
    """Write every picture."""
    browser_path = next(
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    )
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = Path(folder)
        for name in NEEDED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, project / name)
            else:
                shutil.copyfile(source, project / name)
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        port = _free_port()
        server = subprocess.Popen(
            [sys.executable, "-m", "showcase", "serve", "--address", f"127.0.0.1:{port}"],
            cwd=project,
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        try:
            home = f"http://127.0.0.1:{port}/"
            _wait_for(home)
            _take(browser, home, DESK, "home")
            _take(browser, f"{home}bases/xinxin-xiangyang/", PHONE, "profile-phone")
            _take(browser, f"{home}search/?q=tongxin", PHONE, "search")
            broken = project / "bases" / "xinxin-xiangyang.yml"
            text = broken.read_text("utf-8")
            broken.write_text(text.replace("city:", "ctiy:"), encoding="utf-8")
            _wait_for(f"{home}bases/xinxin-xiangyang/", 'class="overlay"')
            _take(browser, f"{home}bases/xinxin-xiangyang/", DESK, "overlay")
            told = _told(project, "check", "--format", "comment")
            shown = project / "comment.html"
            shown.write_text(COMMENT.format(MarkdownIt("commonmark").render(told)), "utf-8")
            _take(browser, shown.as_uri(), COMMENT_SIZE, "comment")
            broken.write_text(text, encoding="utf-8")
            _draw_workbook(project)
        finally:
            server.terminate()
            server.wait(timeout=10)
            browser.close()


def _told(project: Path, *words: str) -> str:
    """What a verb prints, whether or not it finds errors."""
    command = [sys.executable, "-m", "showcase", *words]
    return subprocess.run(command, cwd=project, capture_output=True, check=False).stdout.decode()


def _draw_workbook(project: Path) -> None:
    """The first sheet of an export, as LibreOffice shows it."""
    _told(project, "export", "--out", "workbook.xlsx")
    home = (project / "office").as_uri()
    for command in (
        ["soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", "pdf", "workbook.xlsx"],
        ["pdftoppm", "-r", "90", "-png", "-f", "1", "-l", "1", "-x", "60", "-y", "75", "-W", "620", "-H", "620",
         "-singlefile", "workbook.pdf", str(PICTURES / "workbook")],
    ):  # fmt: skip
        subprocess.run(command, cwd=project, check=True, capture_output=True, timeout=180)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(address: str, words: str = "") -> None:
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if words in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.3)
    raise TimeoutError(address)


def _take(browser: Browser, address: str, size: tuple[int, int], name: str) -> None:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(address)
    page.evaluate("document.fonts.ready")
    # what scripts add, they add within a second
    page.wait_for_timeout(1500)
    page.screenshot(path=PICTURES / f"{name}.png")
    page.close()


if __name__ == "__main__":
    main()
