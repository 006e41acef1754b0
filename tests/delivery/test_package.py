"""One zip: the same bytes wherever and whenever it is made, and a site that works wherever it is unpacked."""

from __future__ import annotations

import errno
import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from showcase import policy
from showcase.packaging import leaflet
from showcase.packaging.archive import DAY, archive
from showcase.release import FILE
from showcase.switching import sites
from tests.delivery import nginx
from tests.delivery.crawling import Walk
from tests.delivery.samples import lay
from tests.site import browsing, invented, project
from tests.site.test_determinism import LATER

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CLEAR = "rgba(0, 0, 0, 0)"
"""What a browser paints a page with that says nothing of it."""
PLACES = ["", "a/", "a/b/专题/"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with an invented base that fills in everything, and its package."""
    copy = invented.add(project.copy(tmp_path_factory.mktemp("package") / "project"))
    done = project.run(copy, "showcase", "package")
    assert done.returncode == 0, done.stderr
    assert str(copy / "site.zip") in done.stdout
    return copy


@pytest.fixture(scope="module")
def served(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a server, with the package unpacked in several places."""
    root = tmp_path_factory.mktemp("served")
    for place in PLACES:
        with zipfile.ZipFile(made / "site.zip") as file:
            file.extractall(root / place)
    return root


def pages_of(folder: Path) -> set[str]:
    release = sites.read(folder)
    assert release is not None
    return {path for path in release.files if path.endswith(".html")}


def test_another_folder_day_language_seed_and_umask_change_no_byte(
    made: Path, tmp_path: Path
) -> None:
    clock = lay(tmp_path / "clock", {"sitecustomize.py": LATER.encode()})
    copy = project.copy(tmp_path / "另一个 文件夹" / "项目", like=made, cached=False)
    settings = {
        "PYTHONPATH": os.pathsep.join((str(clock), project.environment()["PYTHONPATH"])),
        "PYTHONHASHSEED": "4711",
        "TZ": "Asia/Shanghai",
        "LANG": "C",
        "LC_ALL": "C",
    }
    before = os.umask(0o077)
    try:
        done = project.run(copy, "showcase", "package", "--out", "里面/包.zip", **settings)
        # a slip of typing leaves no stray folder
        assert (done.returncode, (copy / "里面").exists()) == (2, False)
        (copy / "里面").mkdir()
        done = project.run(copy, "showcase", "package", "--out", "里面/包.zip", **settings)
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stderr
    assert (copy / "里面" / "包.zip").read_bytes() == (made / "site.zip").read_bytes()


def test_nothing_in_it_tells_of_a_machine_and_names_are_plain(made: Path) -> None:
    with zipfile.ZipFile(made / "site.zip") as file:
        entries = file.infolist()
        assert file.comment == b""
        assert file.testzip() is None
    assert {entry.date_time for entry in entries} == {DAY}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
    assert {entry.extra for entry in entries} == {b""}
    names = [entry.filename for entry in entries]
    assert names == sorted(names)
    assert all(re.fullmatch(r"[A-Za-z0-9._/-]+", name) for name in names)
    # unpacked below C:\\Users\\…\\Desktop, a path may have 259 characters
    assert max(map(len, names)) < 160
    assert {"index.html", "404.html", FILE, "web.config", "README.txt"} <= set(names)


def test_it_says_itself_what_it_consists_of(served: Path) -> None:
    folder = served / PLACES[-1]
    release = sites.read(folder)
    assert release is not None
    assert sites.verify(folder, release) == sites.Damage()
    assert {"README.txt", "web.config"} <= release.files.keys()


def test_it_holds_what_a_build_makes(made: Path, served: Path) -> None:
    done = project.run(made, "showcase", "build")
    assert done.returncode == 0, done.stderr
    assert pages_of(made / "site") == pages_of(served / "a")
    ours, theirs = (
        {path: sha for path, sha in found.files.items() if not path.endswith(".html")}
        for folder in (made / "site", served / "a")
        if (found := sites.read(folder))
    )
    assert theirs.items() - ours.items() == {
        (path, sha) for path, sha in theirs.items() if path in ("README.txt", "web.config")
    }
    assert ours.keys() <= theirs.keys()


@pytest.mark.parametrize("place", PLACES)
def test_every_link_and_file_is_there_in_any_folder_of_a_server(served: Path, place: str) -> None:
    with browsing.served(served) as address:
        found = walk(f"{address}/{quote(place)}")
        check(found, served / place)


@nginx.marks
@pytest.mark.parametrize("place", PLACES[1:])
def test_the_same_with_nginx(served: Path, tmp_path: Path, place: str) -> None:
    port = nginx.free_port()
    with nginx.serving(tmp_path / "nginx", nginx.alone(served, port), port) as address:
        found = walk(f"{address}/{quote(place)}")
        check(found, served / place)


def test_every_link_and_file_is_there_on_a_disk(served: Path) -> None:
    folder = served / PLACES[-1]
    check(walk(f"{folder.as_uri()}/"), folder)


def walk(above: str) -> Walk:
    """From the home page, and from a page by hand to which nothing leads."""
    return Walk(f"{above}index.html", (f"{above}xugou/index.html",)).run()


def check(walk: Walk, folder: Path) -> None:
    """Nothing dead, every page reached, and links out of the site plain."""
    assert "\n".join(walk.dead) == ""
    above = walk.start.rpartition("/")[0] + "/"
    reached = {url.removeprefix(above) for url in walk.status if url.endswith(".html")}
    assert reached == pages_of(folder) - {"404.html"} - forwarding(folder)
    assert not any(url.endswith("/") for url in walk.status), "a disk has no page for a folder"
    assert all(url.startswith(("https://", "mailto:", "tel:")) for url in walk.outside)


def forwarding(folder: Path) -> set[str]:
    """Pages under old addresses: nothing leads to them any more."""
    return {
        path for path in pages_of(folder) if b'http-equiv="refresh"' in (folder / path).read_bytes()
    }


def test_the_page_for_lost_addresses_needs_nothing_at_any_depth(served: Path) -> None:
    page = (served / "404.html").read_text("utf-8")
    assert "没有这一页" in page
    assert re.findall(r'(?:href|src|style)="?[^">]*|<style|<script|<link', page) == []


def test_it_leads_home_where_the_site_knows_its_address() -> None:
    page = leaflet.not_found("云桥<站>", "https://example.org/a?b&c").decode()
    assert 'href="https://example.org/a?b&amp;c"' in page
    assert "云桥&lt;站&gt;" in page
    assert policy.META.replace("'", "&#x27;") in page


def test_canonical_addresses_stay_whole(made: Path, tmp_path: Path) -> None:
    copy = project.copy(tmp_path / "project", like=made)
    site = copy / "bases" / "_site.yml"
    invented.write(site, site.read_text("utf-8").replace("schema: 1\n", "schema: 1\naddress: https://example.org/zhanshi/\n", 1))  # fmt: skip
    done = project.run(copy, "showcase", "package")
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(copy / "site.zip") as file:
        home, page = (file.read(name).decode() for name in ("index.html", "bases/index.html"))
        lost = file.read("404.html").decode()
    assert '<link rel="canonical" href="https://example.org/zhanshi/">' in home
    assert '<link rel="canonical" href="https://example.org/zhanshi/bases/">' in page
    assert 'href="https://example.org/zhanshi/"' in lost
    assert 'href="/' not in home + page + lost


def test_the_leaflet_opens_in_any_notepad(served: Path) -> None:
    content = (served / "README.txt").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert "双击 index.html" in content.decode("utf-8-sig")


def test_a_package_that_cannot_be_finished_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = lay(tmp_path / "site", {"index.html": b"one", "more.html": b"two"})
    out = tmp_path / "site.zip"
    out.write_bytes(b"the old one")
    write = zipfile.ZipFile.writestr

    def full(self: zipfile.ZipFile, entry: zipfile.ZipInfo, *given: object, **more: object) -> None:
        if entry.filename == "more.html":
            raise OSError(errno.ENOSPC, "full")
        write(self, entry, *given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(OSError, match="full"):
        archive(folder, out)
    assert out.read_bytes() == b"the old one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "site.zip"]


def test_a_project_with_errors_gives_no_package(tmp_path: Path) -> None:
    copy = project.copy(tmp_path / "project")
    invented.write(copy / "bases" / "kaputt.yml", "schema: 1\nname: 云桥站\n")
    done = project.run(copy, "showcase", "package")
    assert done.returncode == 1
    assert "没有打包" in done.stderr
    assert not (copy / "site.zip").exists()
    assert not list((copy / ".cache").glob("package-*"))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.chromium() as browser:
        yield browser


@pytest.mark.browser
@browsing.marks[1]
def test_a_browser_shows_it_from_a_disk_with_its_looks_and_asks_nobody(
    chromium: Browser, served: Path
) -> None:
    folder = served / PLACES[-1]
    shown = [f"bases/{invented.BASE}/index.html", "index.html", "404.html", "xugou/index.html", "bases/xugou-old/index.html"]  # fmt: skip
    page = chromium.new_page()
    complaints = browsing.complaints(page, folder.as_uri())
    for name in shown:
        page.goto((folder / name).as_uri())
        if name == "404.html":
            continue
        page.wait_for_load_state("networkidle")
        # the colour of the page and the face of its head come with the stylesheets
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != CLEAR
        assert page.evaluate("[...document.fonts].some(one => one.status == 'loaded')")
        pictures = page.evaluate("[...document.images].filter(one => one.loading != 'lazy' && !one.naturalWidth).map(one => one.src)")  # fmt: skip
        assert pictures == []
    page.goto((folder / "index.html").as_uri())
    page.locator("a.header__mark").click()
    assert page.url == (folder / "index.html").as_uri()
    assert complaints == []
    page.close()


@pytest.mark.browser
@browsing.marks[1]
@nginx.marks
def test_a_browser_finds_nothing_forbidden_behind_the_headers_of_nginx(
    chromium: Browser, served: Path, tmp_path: Path
) -> None:
    port = nginx.free_port()
    with nginx.serving(tmp_path / "nginx", nginx.alone(served, port), port) as address:
        page = chromium.new_page()
        complaints = browsing.complaints(page, address)
        for name in ("", f"bases/{invented.BASE}/index.html", "timeline/"):
            page.goto(f"{address}/{quote(PLACES[-1])}{name}")
            page.wait_for_load_state("networkidle")
            assert page.evaluate("getComputedStyle(document.body).backgroundColor") != CLEAR
        assert complaints == []
        lost = page.goto(f"{address}/a/none/at/all/")
        assert lost is not None
        assert (lost.status, page.locator("h1").inner_text()) == (404, "没有这一页")
        assert [one for one in complaints if "404" not in one] == []
        page.close()
