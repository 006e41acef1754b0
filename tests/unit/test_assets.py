"""Shared files are named by their content, and stylesheets lead to the new names."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from showcase.assets import DIGITS, AssetError, named
from showcase.render import Renderer
from showcase.views.pages import NotFoundView
from tests.templates import samples

OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"
FILES = {
    "mark.svg": b"<svg/>",
    "fonts/face.woff2": b"a face",
    "shell.css": b'@font-face { src: url("fonts/face.woff2") } a { background: url("mark.svg") }',
}


def stamp(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def test_a_file_is_named_by_its_bytes() -> None:
    made = named(FILES)
    assert made.path("mark.svg") == f"assets/mark.{stamp(b'<svg/>')}.svg"
    assert made.path("fonts/face.woff2") == f"assets/fonts/face.{stamp(b'a face')}.woff2"
    assert set(made.files) == {made.path(name) for name in FILES}
    assert DIGITS == 12
    for path, content in made.files.items():
        assert path.split(".")[-2] == stamp(content), path


def test_a_stylesheet_leads_to_the_new_names_and_changes_its_own_with_them() -> None:
    before, after = named(FILES), named(FILES | {"fonts/face.woff2": b"another face"})
    text = after.files[after.path("shell.css")].decode()
    assert f'url("fonts/face.{stamp(b"another face")}.woff2")' in text
    assert f'url("mark.{stamp(b"<svg/>")}.svg")' in text
    assert before.path("shell.css") != after.path("shell.css")
    assert before.path("mark.svg") == after.path("mark.svg")


def test_a_stylesheet_in_a_folder_finds_what_lies_above_it() -> None:
    made = named({"mark.svg": b"<svg/>", "print/a.css": b'a { background: url("../mark.svg") }'})
    assert f'url("../mark.{stamp(b"<svg/>")}.svg")'.encode() in made.files[made.path("print/a.css")]


@pytest.mark.parametrize(
    "text",
    [
        'url("gone.svg")',
        'url("../mark.svg")',
        'url("https://elsewhere.example/a.svg")',
        "url(mark.svg)",
        "url('mark.svg')",
        '@import "other.css";',
        'image-set("mark.svg" 1x)',
    ],
)
def test_a_stylesheet_that_asks_for_what_has_no_name_here_is_refused(text: str) -> None:
    with pytest.raises(AssetError):
        named({"mark.svg": b"<svg/>", "shell.css": f"a {{ {text} }}".encode()})


def test_the_order_of_files_makes_no_difference() -> None:
    assert named(FILES) == named(dict(reversed(FILES.items())))


def test_a_template_that_asks_for_an_unknown_asset_stops_the_build() -> None:
    view = NotFoundView("没有", "没有", ())
    with pytest.raises(AssetError, match=r"mark\.svg"):
        Renderer(OVERRIDES).render(view, samples.shell("a/"), "a/", named({}))


def test_every_asset_is_asked_for_by_a_template_or_a_stylesheet() -> None:
    pages = "".join(path.read_text("utf-8") for path in OVERRIDES.rglob("*.html"))
    styles = "".join(path.read_text("utf-8") for path in OVERRIDES.rglob("*.css"))
    asked = set(re.findall(r'"([^"]+)" \| asset', pages))
    asked |= set(re.findall(r'url\("([^"]+)"\)', styles))
    made = {name for name in samples.ASSETS.names if name.startswith("data/matrix-")}
    assert asked == set(samples.ASSETS.names) - made
    assert made
