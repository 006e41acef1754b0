"""Of `content/` only pages and the pictures that they show are published: nothing goes out as it was laid in."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from showcase import addresses, messages
from showcase.diagnostics import Diagnostic, Level
from showcase.prose_folder import Prose, read
from showcase.workshop import Workshop
from tests.confinement.planting import SECRET
from tests.site import project
from tests.site.project import SITE

GPS = 0x8825
WITH_POSITION = {1: "N", 2: (30.0, 15.0, 0.0), 3: "E", 4: (120.0, 9.0, 0.0)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    content.mkdir()
    for name in ("index", "about", "privacy"):
        (content / f"{name}.md").write_text("# 虚构的一页\n", "utf-8")
    return tmp_path


def write(root: Path, name: str, text: str = "# 虚构的一页\n") -> None:
    path = root / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def photograph(path: Path, size: tuple[int, int] = (60, 40)) -> None:
    """A picture that says where it was taken, in what its name says it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    exif = Image.Exif()
    exif.get_ifd(GPS).update(WITH_POSITION)
    Image.new("RGB", size, "#17606b").save(path, exif=exif)


def told(prose: Prose) -> list[tuple[str, str, int]]:
    for one in prose.diagnostics:
        assert messages.what(one) and messages.mend(one)
    return [(one.code, one.place.file, one.place.line) for one in prose.diagnostics]


@pytest.mark.parametrize(
    "name",
    ["page.html", "drawing.svg", "通知.docx", "data.json", "script.js", "_published.json", "photo.jpg", "deep/er/notes.txt",
     ".htaccess", ".git/config", "page.md.bak", "noending"],
)  # fmt: skip
def test_what_is_no_page_is_left_out_and_told(root: Path, name: str) -> None:
    write(root, name, SECRET)
    prose = read(root)
    assert [(one.code, one.level, one.place.file) for one in prose.diagnostics] == [
        ("not-published", Level.WARNING, f"content/{name}")
    ]
    assert prose.pictures == {}


@pytest.mark.parametrize(
    "name", [".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", "~$about.docx", "sub/.DS_Store"]
)
def test_what_systems_lay_there_is_left_out_without_a_word(root: Path, name: str) -> None:
    write(root, name)
    assert read(root).diagnostics == ()


@pytest.mark.parametrize(
    "name", ["hall.jpg", "Hall.PNG", "前厅 1.webp", "sub/hall.gif", "../content/hall.jpeg"]
)
def test_a_picture_of_a_page_is_published_under_a_name_of_its_own(root: Path, name: str) -> None:
    photograph(root / "content" / name)
    write(root, "about.md", f"# 虚构的一页\n\n![前厅](<{name}>)\n")
    prose = read(root)
    assert prose.diagnostics == ()
    ((published, path),) = prose.pictures.items()
    assert path == (root / "content" / name).resolve()
    assert f'src="../{published}"' in prose.pages["about/"].body
    assert published.startswith(addresses.PICTURES)
    assert published.endswith(".jpg")


def test_a_page_in_a_folder_names_pictures_and_pages_from_where_it_stands(root: Path) -> None:
    photograph(root / "content" / "sub" / "hall.jpg")
    write(
        root,
        "sub/page.md",
        "![前厅](hall.jpg) ![前厅](../sub/hall.jpg) [关于](../about.md#a) [这里](page.md)\n",
    )
    prose = read(root)
    assert prose.diagnostics == ()
    body = prose.pages["sub/page/"].body
    assert body.count(f'src="../../{next(iter(prose.pictures))}"') == 2
    assert 'href="../../about/#a"' in body
    assert 'href="../../sub/page/"' in body


def test_a_picture_typed_as_html_is_treated_the_same(root: Path) -> None:
    photograph(root / "content" / "hall.jpg")
    write(root, "about.md", "# 虚构\n\n<p><img alt='前厅' src='hall.jpg' onerror='x()'></p>\n")
    body = read(root).pages["about/"].body
    assert "onerror" not in body
    assert f'src="../{addresses.PICTURES}' in body


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("gone.jpg", "picture-missing"), ("/etc/passwd", "picture-missing"), ("../outside.jpg", "picture-missing"),
        ("drawing.svg", "picture-missing"), ("about.md", "picture-missing"), ("../bases/a/hall.jpg", "picture-missing"),
        ("https://example.org/a.jpg", "picture-elsewhere"), ("//example.org/a.jpg", "picture-elsewhere"),
        ("data:image/png;base64,AA", "picture-elsewhere"), ("file:///etc/passwd", "picture-elsewhere"), ("C:/a.jpg", "picture-elsewhere"),
    ],
)  # fmt: skip
def test_a_picture_that_cannot_be_shown_is_told_where_it_stands(
    root: Path, written: str, code: str
) -> None:
    photograph(root / "outside.jpg")
    write(root, "drawing.svg", "<svg/>")
    write(root, "about.md", f"# 虚构的一页\n\n看图：![前厅]({written})\n")
    prose = read(root)
    assert (code, "content/about.md", 3) in told(prose)
    assert written not in prose.pages["about/"].body
    # whatever else stood there would be asked for
    assert re.findall(r'src="([^"]*)"', prose.pages["about/"].body) in ([], [""])
    assert prose.pictures == {}


def test_a_picture_whose_address_is_typed_in_signs_is_told_of_the_page(root: Path) -> None:
    write(root, "about.md", "# 虚构\n\n<img alt='前厅' src='a&amp;b.jpg'>\n")
    (found,) = read(root).diagnostics
    assert (found.code, found.values["written"]) == ("picture-missing", "a&b.jpg")
    assert (found.place.line, found.place.column, found.text, found.width) == (1, 1, "", 1)


def test_a_picture_is_told_where_its_address_begins(root: Path) -> None:
    write(root, "about.md", "# 虚构\n\n看图：![前厅](gone.jpg)\n")
    (found,) = read(root).diagnostics
    assert (found.place.line, found.place.column, found.width) == (3, 10, len("gone.jpg"))
    assert found.text[9:17] == "gone.jpg"


def test_a_picture_is_found_whose_name_is_typed_in_percent_signs(root: Path) -> None:
    photograph(root / "content" / "前厅.jpg")
    write(root, "about.md", "# 虚构\n\n![前厅](%E5%89%8D%E5%8E%85.jpg) ![无](%E6%97%A0.jpg)\n")
    (found,) = read(root).diagnostics
    assert (found.code, found.place.line, found.place.column) == ("picture-missing", 3, 36)
    assert len(read(root).pictures) == 1


def test_a_picture_that_is_none_is_told(root: Path) -> None:
    write(root, "hall.jpg", "这不是照片")
    write(root, "about.md", "# 虚构\n\n![前厅](hall.jpg)\n")
    assert [(file, line) for _, file, line in told(read(root))] == [("content/about.md", 3)]
    assert read(root).pictures == {}


@pytest.mark.parametrize("name", ["About.md", "关于.md", "a b.md", "con.md", "sub folder/a.md", "a.MD", "a_b.md", "-a.md", "a" * 61 + ".md", "README.md"])  # fmt: skip
def test_a_page_whose_name_makes_no_address_is_told(root: Path, name: str) -> None:
    write(root, name)
    prose = read(root)
    assert [(code, file) for code, file, _ in told(prose)] == [("page-bad-name", f"content/{name}")]
    assert prose.pages.keys() == {"", "about/", "privacy/"}


@pytest.mark.parametrize(
    ("name", "near"),
    [("关于.md", "guanyu"), ("a_b.md", "a-b"), ("-a.md", "a"), ("con.md", "con1"), ("！.md", "page"), ("a.MD", "a"),
     ("a" * 61 + ".md", "a" * 59)],
)  # fmt: skip
def test_a_page_is_offered_a_name_that_makes_an_address(root: Path, name: str, near: str) -> None:
    write(root, name)
    (found,) = read(root).diagnostics
    assert found.values["near"] == near
    write(root, f"{near}.md")
    assert [one.values.get("near") for one in read(root).diagnostics] == [near]


@pytest.mark.parametrize(
    "name", ["bases.md", "bases/yunqiao.md", "assets/a.md", "sources/index.md", "schemas.md"]
)
def test_a_page_at_the_address_of_a_generated_one_is_told(root: Path, name: str) -> None:
    write(root, name)
    assert [code for code, _, _ in told(read(root))] == ["page-taken"]


def test_two_pages_of_one_address_are_told(root: Path) -> None:
    write(root, "about/index.md")
    assert told(read(root)) == [("page-twice", "content/about.md", 1)]


@pytest.mark.parametrize("end", ["---", "..."])
def test_settings_at_the_top_do_nothing_and_are_told(root: Path, end: str) -> None:
    """MkDocs would let them name another template, one without our rules for scripts."""
    write(
        root,
        "about.md",
        f"---\ntemplate: redirect.html\ntitle: {SECRET}\n{end}\n# 虚构的一页\n\n正文\n",
    )
    prose = read(root)
    assert told(prose) == [("page-settings", "content/about.md", 1)]
    assert prose.pages["about/"].title == "虚构的一页"
    assert SECRET not in prose.pages["about/"].body


@pytest.mark.parametrize("text", ["# 题\n\n---\n\n正文\n\n---\n", "---\n\n正文\n"])
def test_a_ruler_is_no_setting(root: Path, text: str) -> None:
    write(root, "about.md", text)
    assert told(read(root)) == []


@pytest.mark.parametrize(
    "text",
    ['--8<-- "../../outside.txt"', "{% include '../outside.txt' %}", "{{ config }}", "!!include(../outside.txt)",
     '<!--#include file="../outside.txt" -->', "<?php include '../outside.txt' ?>", "[TOC]\n\n{! ../outside.txt !}"],
)  # fmt: skip
def test_no_page_can_take_in_another_file(root: Path, text: str) -> None:
    (root / "outside.txt").write_text(SECRET, "utf-8")
    write(root, "about.md", f"# 虚构\n\n{text}\n")
    assert SECRET not in read(root).pages["about/"].body


def test_a_page_that_cannot_be_opened_hides_no_other(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> bytes:
        if path.name == "about.md":
            raise PermissionError(13, "Permission denied")
        return path.read_bytes()

    monkeypatch.setattr("showcase.prose_folder.beginning", refused)
    prose = read(root)
    assert told(prose) == [("not-a-file", "content/about.md", 1)]
    assert prose.pages.keys() == {"", "privacy/"}


def test_one_picture_on_two_pages_is_published_once_and_a_bad_one_told_once(root: Path) -> None:
    photograph(root / "content" / "hall.jpg")
    write(root, "bad.jpg", "这不是照片")
    for name in ("about.md", "privacy.md"):
        write(root, name, "# 虚构\n\n![前厅](hall.jpg) ![坏](bad.jpg)\n")
    prose = read(root)
    assert len(prose.pictures) == 1
    assert all(
        next(iter(prose.pictures)) in prose.pages[one].body for one in ("about/", "privacy/")
    )
    assert [(file, line) for _, file, line in told(prose)] == [("content/about.md", 3)]


def test_a_link_to_no_page_is_told(tmp_path: Path) -> None:
    copy = project.copy(tmp_path / "project")
    page = "# 虚构\n\n[有](sources.md) [有](privacy.md) [有](bases/mantoushan.md) [没有](gone.md) [没有](bases/gone.md#a)\n"
    write(copy, "more.md", page)
    found: list[Diagnostic] = [
        one for one in Workshop(copy).read().diagnostics if one.place.file == "content/more.md"
    ]
    assert [(one.code, one.values["written"], one.place.line) for one in found] == [
        ("link-to-no-page", "gone.md", 3),
        ("link-to-no-page", "bases/gone.md#a", 3),
    ]


def test_a_link_from_the_top_leads_to_the_page_wherever_the_site_stands(tmp_path: Path) -> None:
    copy = project.copy(tmp_path / "project")
    write(
        copy,
        "sub/more.md",
        "# 虚构\n\n[有](/bases/mantoushan/#a) [有](/about.md) [没有](/bases/gone/)\n",
    )
    workshop = Workshop(copy)
    found = [one for one in workshop.read().diagnostics if one.place.file == "content/sub/more.md"]
    assert [(one.code, one.values["written"]) for one in found] == [
        ("link-to-no-page", "/bases/gone/")
    ]
    body = workshop.handwritten()["sub/more/"].body
    assert 'href="../../bases/mantoushan/#a"' in body
    assert 'href="../../about/"' in body


def test_every_shell_publishes_the_same_pictures_and_nothing_else(tmp_path: Path) -> None:
    """Plain MkDocs, its fork, our own command, and the core alone."""
    copy = project.copy(tmp_path / "project")
    photograph(copy / "content" / "前厅 1.png", (2000, 1000))
    page = "---\ntitle: 无\n---\n# 虚构\n\n![前厅](<前厅 1.png>)\n\n[编写说明](../about.md) <script>x()</script>\n"
    write(copy, "sub/page.md", page.replace("前厅 1.png", "../前厅 1.png"))
    for name in ("page.html", "drawing.svg", "sub/notes.docx", ".hidden/secret.html"):
        write(copy, name, f"<script>{SECRET}</script>")
    sites = {}
    for words, site in (
        (("mkdocs", "build"), SITE),
        (("properdocs", "build"), SITE),
        (("showcase", "build"), "site"),
    ):
        shutil.rmtree(copy / SITE, ignore_errors=True)
        done = project.run(copy, *words)
        assert done.returncode == 0, done.stderr
        sites[words[0]] = project.contents(copy / site)
    # our own command says of a site what it is
    sites["showcase"] = {
        name: one for name, one in sites["showcase"].items() if name != "release.json"
    }
    assert project.differences(sites["mkdocs"], sites["properdocs"]) == []
    assert project.differences(sites["mkdocs"], sites["showcase"]) == []
    alone = project.run(copy, "tests.site.alone", str(copy), str(tmp_path / "alone"))
    assert alone.returncode == 0, alone.stderr
    ours = project.contents(tmp_path / "alone")
    assert [name for name in ours if ours[name] != sites["mkdocs"].get(name)] == []
    made = sites["mkdocs"]
    assert "sub/page/index.html" in made
    (picture,) = [name for name in made if name.startswith(addresses.PICTURES)]
    assert picture in ours
    assert not [
        name for name in made if name.endswith((".docx", ".png", "drawing.svg")) or "hidden" in name
    ]
    assert not [name for name, content in made.items() if SECRET.encode() in content]
    with Image.open(tmp_path / "alone" / picture) as published:
        assert published.size == (1600, 800)
        assert dict(published.getexif()) == {}
