"""The configurations for nginx, exercised by the real one: what it says with each file, and of what is not there."""

from __future__ import annotations

import gzip
import http.client
from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote, urlsplit

import pytest

from showcase.packaging.web_config import HEADERS, TYPES
from tests.delivery import nginx
from tests.delivery.samples import lay, site

pytestmark = nginx.marks

SITE = site("yunqiao") | {
    ".well-known/token": b"token",
    ".git/config": b"secret",
    "web.config": b"<configuration/>",
    "_showcase.json": b"{}",
    "release.json": b"{}",
    "assets/fonts/face.0123456789ab.woff2": b"font",
    **{f"one{ending}": b"one" for ending in TYPES},
}
SHEET = next(path for path in SITE if path.endswith(".css"))
PLACES = ["/", "/zhanshi/", "/a/b/专题/"]


@pytest.fixture(scope="module", params=PLACES)
def place(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the site, with the last slash."""
    work = tmp_path_factory.mktemp("nginx")
    root = lay(work / "the site", SITE)
    port, path = nginx.free_port(), request.param
    conf = nginx.alone(root, port) if path == "/" else nginx.within(root, port, path)
    with nginx.serving(work, conf, port) as address:
        yield f"{address}{quote(path)}"


def ask(url: str, **headers: str) -> tuple[int, Mapping[str, str], bytes]:
    """One question, without the politeness of urllib: redirects and compression are seen."""
    parts = urlsplit(url)
    line = http.client.HTTPConnection(parts.netloc, timeout=20)
    try:
        line.request(
            "GET",
            parts.path,
            headers={name.replace("_", "-"): one for name, one in headers.items()},
        )
        answer = line.getresponse()
        return answer.status, dict(answer.headers), answer.read()
    finally:
        line.close()


def test_pages_and_assets_come_with_all_headers(place: str) -> None:
    for path in ("", "bases/yunqiao/", "bases/yunqiao/index.html", SHEET, "release.json"):
        status, headers, content = ask(place + path)
        assert status == 200, path
        assert content == SITE[path if path in SITE else f"{path}index.html"]
        assert HEADERS.items() <= headers.items(), path


def test_only_what_never_changes_is_kept_without_asking(place: str) -> None:
    for path in (SHEET, "assets/fonts/face.0123456789ab.woff2"):
        assert ask(place + path)[1]["Cache-Control"] == "public, max-age=31536000, immutable"
    for path in ("", "index.html", "release.json", "assets/covers/yunqiao-1x1.svg"):
        assert ask(place + path)[1]["Cache-Control"] == "no-cache"


def test_what_is_not_there_is_said_with_our_page_and_not_remembered(place: str) -> None:
    for path in ("none", "bases/none/", "assets/shell.ffffffffffff.css"):
        status, headers, content = ask(place + path)
        assert status == 404, path
        assert content == SITE["404.html"]
        assert headers["Cache-Control"] == "no-cache"
        assert HEADERS.items() <= headers.items()


def test_kinds_of_files_are_known_and_texts_are_utf_8(place: str) -> None:
    for ending, kind in TYPES.items():
        found = ask(f"{place}one{ending}")[1]["Content-Type"].partition(";")
        assert found[0] == kind
    for path in ("", SHEET, "release.json"):
        assert ask(place + path)[1]["Content-Type"].endswith("; charset=utf-8"), path


def test_marks_of_a_delivery_and_hidden_folders_are_not_shown(place: str) -> None:
    assert ask(f"{place}_showcase.json")[0] == 404
    assert ask(f"{place}.git/config")[0] == 404
    assert ask(f"{place}web.config")[0] == 404
    if urlsplit(place).path == "/":
        assert ask(f"{place}.well-known/token")[0] == 200


def test_a_folder_without_its_slash_leads_to_it_wherever_the_site_stands(place: str) -> None:
    status, headers, _ = ask(f"{place}bases")
    assert status == 301
    assert headers["Location"] == f"{urlsplit(place).path}bases/"


def test_the_folder_of_the_site_without_its_slash_leads_to_it(place: str) -> None:
    path = urlsplit(place).path
    if path != "/":
        status, headers, _ = ask(place.rstrip("/"))
        # nginx sends what the file of settings says, byte by byte
        led = unquote(headers["Location"].encode("latin-1").decode())
        assert (status, led) == (301, unquote(path))


def test_what_has_not_changed_is_not_sent_again(place: str) -> None:
    _, headers, _ = ask(place)
    status, again, content = ask(place, If_None_Match=headers["ETag"])
    assert (status, content) == (304, b"")
    assert HEADERS.items() <= again.items()


def test_texts_are_compressed_for_who_takes_them_so(place: str) -> None:
    _, headers, content = ask(place, Accept_Encoding="gzip")
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(content) == SITE["index.html"]
    assert "Accept-Encoding" in headers["Vary"]
