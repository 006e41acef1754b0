"""The preview as staff use it: a fault shows over the page, mending it takes it away, nothing needs a hand."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from tests.site import browsing, invented, project
from tests.site.document import bare
from tests.site.project import Built

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = browsing.marks

PATIENCE = 20
"""Seconds that a change may take to show, on a busy machine."""
START = 60
BASE = "xinxin-xiangyang"
PAPER = "getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()"


@dataclass(frozen=True, slots=True)
class Preview:
    """A running preview of a copy of the project."""

    root: Path
    address: str
    process: subprocess.Popen[bytes]

    def edit(self, file: str, old: str, new: str) -> None:
        """Change a file on the disk, as an editor does."""
        path = self.root / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, file
        invented.write(path, text.replace(old, new))

    def asked(self, path: str = "") -> tuple[int, str]:
        """Status and text of an address."""
        try:
            with urlopen(f"{self.address}/{path}", timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as refusal:
            with refusal:
                return refusal.code, refusal.read().decode()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.chromium() as browser:
        yield browser


@contextmanager
def serving(root: Path) -> Iterator[Preview]:
    """`python -m showcase serve` on a free port of the loopback, ended whatever happens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{free.getsockname()[1]}"
    with (root / "serve.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "showcase", "serve", "--address", where],
            cwd=root,
            env=project.environment(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            preview = Preview(root, f"http://{where}", process)
            until(lambda: answers(preview), START)
            yield preview
            assert process.poll() is None, "the preview has ended by itself"
        finally:
            process.kill()
            process.wait()
    assert "Traceback" not in (root / "serve.log").read_text("utf-8", "replace")


def answers(preview: Preview) -> bool:
    assert preview.process.poll() is None, (preview.root / "serve.log").read_text("utf-8")
    try:
        preview.asked()
    except (URLError, ConnectionError):
        return False
    return True


def sheet(page: Page) -> str | None:
    """Where the open page has its first style sheet from."""
    return page.locator("link[rel=stylesheet]").first.get_attribute("href")


def until(true: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Ask again and again, until it is so or patience ends."""
    ends = time.monotonic() + patience
    while not true():
        assert time.monotonic() < ends, "it did not come about in time"
        time.sleep(0.1)


def test_a_fault_comes_and_goes_in_the_open_page(
    chromium: Browser, built: Built, tmp_path: Path
) -> None:
    root = project.copy(tmp_path / "project", like=built.project)
    with serving(root) as preview:
        page = chromium.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.goto(f"{preview.address}/bases/{BASE}/")
        assert page.locator(".overlay").count() == 0

        preview.edit(f"bases/{BASE}.yml", "kind: 实践创新基地", "kind: 没有的类别")
        page.locator(".overlay").wait_for()
        said = page.locator(".overlay").inner_text()
        assert f"bases/{BASE}.yml 第3行第7列" in said
        assert "“没有的类别”不在列表里" in said
        assert "kind: 没有的类别" in said
        assert bare(page.locator("h1").inner_text()) == "新心向阳"
        assert "实践创新基地" in page.locator(".opening__kind").inner_text()
        assert page.locator(".checklist__tally").is_visible()
        assert preview.asked("sources/")[1].count('class="overlay"') == 1

        preview.edit(f"bases/{BASE}.yml", "kind: 没有的类别", "kind: 示范点")
        page.locator(".overlay").wait_for(state="detached")
        page.locator(".opening__kind", has_text="示范点").wait_for()

        preview.edit("overrides/showcase/pages/profile.html", "</h1>", "（新版）</h1>")
        page.locator("h1", has_text="（新版）").wait_for()

        before = sheet(page)
        preview.edit("overrides/assets/shell.css", "--paper: #FAF7F2;", "--paper: #FEDCBA;")
        until(lambda: sheet(page) != before)
        assert page.evaluate(PAPER) == "#FEDCBA"

        page.goto(f"{preview.address}/about/")
        preview.edit("content/about.md", "## 这里有什么", "## 这里刚刚改过")
        page.locator("h2", has_text="这里刚刚改过").wait_for()

        preview.edit("bases/_site.yml", "name: 实践创新基地", "name: 改过的站名")
        page.locator(".header__mark", has_text="改过的站名").wait_for()
        page.close()


def test_a_new_file_becomes_a_page_and_a_deleted_one_stops_being_one(
    built: Built, tmp_path: Path
) -> None:
    root = project.copy(tmp_path / "project", like=built.project)
    with serving(root) as preview:
        assert preview.asked(f"bases/{invented.BASE}/")[0] == 404
        invented.add(root)
        until(lambda: preview.asked(f"bases/{invented.BASE}/")[0] == 200)
        (root / "bases" / f"{invented.BRANCH}.yml").unlink()
        until(lambda: preview.asked(f"bases/{invented.BRANCH}/")[0] == 404)
        assert preview.asked(f"bases/{invented.BASE}/")[0] == 200


def test_a_preview_started_on_a_broken_file_says_so_everywhere_and_recovers(
    chromium: Browser, built: Built, tmp_path: Path
) -> None:
    root = project.copy(tmp_path / "project", like=built.project)
    path = root / "bases" / f"{BASE}.yml"
    good = path.read_text("utf-8")
    invented.write(path, good.replace("kind: 实践创新基地", "kind: 没有的类别"))
    with serving(root) as preview:
        for asked in ("", f"bases/{BASE}/", "no/such/place/"):
            _, text = preview.asked(asked)
            assert f"bases/{BASE}.yml 第3行" in text, asked
            assert "“没有的类别”不在列表里" in text, asked
        page = chromium.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.goto(preview.address)
        assert page.locator(".overlay").is_visible()
        assert page.locator("h1").inner_text() == "有文件要改"

        invented.write(path, good)
        page.locator(".hero__headline").wait_for()
        assert page.locator(".overlay").count() == 0
        until(lambda: preview.asked(f"bases/{BASE}/")[0] == 200)
        assert "第3行" not in preview.asked(f"bases/{BASE}/")[1]
        page.close()


def test_a_folder_moved_away_and_put_back_is_followed_on(built: Built, tmp_path: Path) -> None:
    root = project.copy(tmp_path / "project", like=built.project)
    path = f"bases/{BASE}/"
    with serving(root) as preview:
        (root / "bases").rename(root / "elsewhere")
        until(lambda: 'class="overlay"' in preview.asked(path)[1])
        (root / "elsewhere").rename(root / "bases")
        until(lambda: 'class="overlay"' not in preview.asked(path)[1])
        preview.edit(f"bases/{BASE}.yml", "kind: 实践创新基地", "kind: 没有的类别")
        until(lambda: "“没有的类别”不在列表里" in preview.asked(path)[1])


def test_an_address_in_use_is_said_in_a_sentence(built: Built, tmp_path: Path) -> None:
    root = project.copy(tmp_path / "project", like=built.project)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        where = f"127.0.0.1:{taken.getsockname()[1]}"
        done = project.run(root, "showcase", "serve", "--address", where)
    assert done.returncode == 1
    assert f"{where} 用不了" in done.stderr
    assert "Traceback" not in done.stderr
