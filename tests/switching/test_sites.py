"""Sites on disk: sealed, recognised, held against their release; and what of a former one comes along."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from showcase.release import FILE
from showcase.switching import may_replace, sites
from showcase.switching.sites import Damage
from tests.switching.laying import OLD, A, content_of, lay

MARKS = {"index.html": "", "404.html": "", "assets/shell.css": ""}


def named(text: str, stem: str = "assets/shell", suffix: str = "css") -> str:
    return f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:12]}.{suffix}"


def sealed(folder: Path, files: dict[str, str]) -> Path:
    sites.seal(lay(folder, files), ("b", "a"))
    return folder


@pytest.mark.parametrize(
    ("name", "files", "allowed"),
    [
        ("nowhere-yet", {}, True),
        ("site", MARKS, True),
        ("site", {**MARKS, "CNAME": ""}, True),
        ("site", {"index.html": "", "404.html": "", "assets/shell.0123456789ab.css": ""}, True),
        ("site", {FILE: '{"format": 1, "bases": [], "files": {}}'}, True),
        ("precious", {"a.docx": "keep"}, False),
        ("precious", {"a.docx": "keep", FILE: "{}"}, False),
        ("half", {"index.html": ""}, False),
        ("half", {"index.html": "", "404.html": ""}, False),
    ],
)
def test_only_a_site_of_ours_is_replaced(
    tmp_path: Path, name: str, files: dict[str, str], *, allowed: bool
) -> None:
    lay(tmp_path / "project", {"bases/a.yml": ""})
    lay(tmp_path / "out" / name, files)
    assert may_replace(tmp_path / "out" / name, tmp_path / "project") is allowed


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert may_replace(tmp_path / "site", tmp_path / "project")
    assert not sites.is_ours(tmp_path / "site")


@pytest.mark.parametrize("name", [".", "bases", "bases/yunqiao", "..", "content", ".git/x"])
def test_the_project_itself_is_never_replaced(tmp_path: Path, name: str) -> None:
    project = lay(tmp_path / "project", {"bases/a.yml": "", "content/index.md": ""})
    assert not may_replace((project / name).resolve(), project)


def test_a_file_or_a_link_is_not_replaced(tmp_path: Path) -> None:
    project = lay(tmp_path / "project", {"bases/a.yml": ""})
    (tmp_path / "file").write_text("")
    (tmp_path / "link").symlink_to(lay(tmp_path / "site", MARKS))
    assert not may_replace(tmp_path / "file", project)
    assert not may_replace(tmp_path / "link", project)
    assert not sites.is_ours(tmp_path / "link")


def test_a_sealed_site_is_whole_and_says_what_it_holds(tmp_path: Path) -> None:
    release = sites.seal(lay(tmp_path, A), ("b", "a"))
    assert release.bases == ("a", "b")
    assert release.files["index.html"] == hashlib.sha256(b"new").hexdigest()
    assert sites.read(tmp_path) == release
    assert sites.verify(tmp_path, release) == Damage()
    # sealing again is the same: the release does not list itself
    before = (tmp_path / FILE).read_bytes()
    sites.seal(tmp_path, ("a", "b"))
    assert (tmp_path / FILE).read_bytes() == before
    assert sites.digest(tmp_path) == hashlib.sha256(before).hexdigest()[:24]


def test_what_is_missing_torn_or_foreign_is_told(tmp_path: Path) -> None:
    site = sealed(tmp_path, {**A, "c.html": "c"})
    release = sites.read(site)
    assert release is not None
    (site / "c.html").unlink()
    (site / "bases" / "b.html").write_text("")
    wrong = named("right")
    lay(site, {"memo.txt": "mine", wrong: "not right", named("kept"): "kept"})
    found = sites.verify(site, release)
    assert found == Damage(("c.html",), ("bases/b.html",), tuple(sorted((wrong, "memo.txt"))))
    assert found.of_ours == ("bases/b.html", "c.html")


def test_a_folder_that_says_nothing_has_no_release(tmp_path: Path) -> None:
    assert sites.read(tmp_path) is None
    assert sites.digest(tmp_path) == ""


def test_a_folder_that_cannot_be_read_stops_the_sealing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, A)
    scandir = os.scandir

    def refused(path: str) -> object:
        if str(path).endswith("bases"):
            raise PermissionError
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    with pytest.raises(PermissionError):
        sites.seal(tmp_path, ())


def test_what_open_pages_still_ask_for_comes_along_for_one_release(tmp_path: Path) -> None:
    old, both, page = named("old"), named("both"), "index.html"
    script = named("js", "assets/deep/find", "js")
    former = sealed(tmp_path / "1", {old: "old", both: "both", page: "1", script: "js"})
    fresh = sealed(tmp_path / "2", {both: "both", page: "2"})
    sites.carry_over(former, fresh)
    files = {both: "both", page: "2", old: "old", script: "js"}
    assert content_of(fresh) == files
    release = sites.read(fresh)
    assert release is not None
    assert set(release.files) == {both, page}
    assert sites.verify(fresh, release) == Damage()
    third = sealed(tmp_path / "3", {page: "3"})
    sites.carry_over(fresh, third)
    assert content_of(third) == {page: "3", both: "both"}


def test_what_comes_along_brings_its_folders(tmp_path: Path) -> None:
    script = named("js", "assets/deep/find", "js")
    fresh = sealed(tmp_path / "2", OLD)
    sites.carry_over(sealed(tmp_path / "1", {script: "js"}), fresh)
    assert content_of(fresh) == {**OLD, script: "js"}


def test_nothing_that_tells_of_a_base_comes_along(tmp_path: Path) -> None:
    photo = named("photo", "assets/photographs/yunqiao/hall", "jpg")
    cover = named("cover", "assets/covers/yunqiao", "svg")
    data = named("[]", "assets/find", "json")
    files = {photo: "photo", cover: "cover", data: "[]", "bases/yunqiao/index.html": "x"}
    fresh = sealed(tmp_path / "2", OLD)
    sites.carry_over(sealed(tmp_path / "1", files), fresh)
    assert content_of(fresh) == OLD


@pytest.mark.parametrize("damage", ["missing", "torn", "no release"])
def test_what_is_not_whole_does_not_come_along(tmp_path: Path, damage: str) -> None:
    name = named("old")
    former, fresh = sealed(tmp_path / "1", {name: "old"}), sealed(tmp_path / "2", OLD)
    if damage == "missing":
        (former / name).unlink()
    elif damage == "torn":
        (former / name).write_text("ol")
    else:
        (former / FILE).unlink()
    sites.carry_over(former, fresh)
    assert content_of(fresh) == OLD
