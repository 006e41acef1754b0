"""A finished site takes the old one's place whole, or the old one stays byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from showcase.switching import BusyError, build_and_switch, may_replace

OLD = {"index.html": "old", "bases/a.html": "old a"}


class StoppedError(BaseException):
    """Stands for Ctrl+C and for our own errors alike."""


def lay(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def writing(files: dict[str, str]) -> Callable[[Path], None]:
    """A build that writes these files."""

    def build(fresh: Path) -> None:
        lay(fresh, files)

    return build


def content_of(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return lay(tmp_path / "site", OLD)


def test_a_finished_site_takes_the_place_of_the_old_one(target: Path) -> None:
    build_and_switch(target, writing({"index.html": "new"}))
    assert content_of(target.parent) == {"site/index.html": "new"}


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    build_and_switch(tmp_path / "site", writing(OLD))
    assert content_of(tmp_path / "site") == OLD


@pytest.mark.parametrize("fault", [StoppedError, RuntimeError, OSError, SystemExit])
def test_a_build_that_fails_leaves_the_old_site_byte_for_byte(
    target: Path, fault: type[BaseException]
) -> None:
    def build(fresh: Path) -> None:
        lay(fresh, {"index.html": "half"})
        raise fault

    with pytest.raises(fault):
        build_and_switch(target, build)
    assert content_of(target.parent) == {f"site/{name}": text for name, text in OLD.items()}


def test_ctrl_c_between_the_two_renames_puts_the_old_site_back(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def interrupted(self: Path, to: Path) -> Path:
        if self.name.endswith(".new"):
            raise KeyboardInterrupt
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build_and_switch(target, writing({"index.html": "new"}))
    assert content_of(target.parent) == {f"site/{name}": text for name, text in OLD.items()}


def test_ctrl_c_while_tidying_does_not_undo_a_finished_build(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rmtree = shutil.rmtree

    def interrupted(path: Path, *, ignore_errors: bool) -> None:
        if path.exists() and path.name.endswith(".old"):
            raise KeyboardInterrupt
        rmtree(path, ignore_errors=ignore_errors)

    monkeypatch.setattr(shutil, "rmtree", interrupted)
    try:
        build_and_switch(target, writing({"index.html": "new"}))
    except KeyboardInterrupt:
        # let through, it would end the whole test run
        pytest.fail("told as stopped")
    assert content_of(target) == {"index.html": "new"}


def test_the_old_site_is_there_until_the_new_one_is_finished(target: Path) -> None:
    def build(fresh: Path) -> None:
        assert not fresh.exists()
        assert content_of(target) == OLD
        lay(fresh, {"index.html": "new"})

    build_and_switch(target, build)


def test_what_a_killed_build_left_behind_is_cleaned_away(target: Path) -> None:
    lay(target.parent / ".site.new", {"half.html": "x"})
    lay(target.parent / ".site.old", {"older.html": "x"})
    build_and_switch(target, writing({"index.html": "new"}))
    assert content_of(target.parent) == {"site/index.html": "new"}


def test_a_site_that_was_set_aside_when_all_was_killed_comes_back(tmp_path: Path) -> None:
    lay(tmp_path / ".site.old", OLD)

    def build(fresh: Path) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        build_and_switch(tmp_path / "site", build)
    assert content_of(tmp_path / "site") == OLD


def test_a_switch_that_fails_puts_the_old_site_back(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def refused(path: Path, to: Path) -> Path:
        if path.name == ".site.new":
            raise PermissionError
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(PermissionError):
        build_and_switch(target, writing({"index.html": "new"}))
    assert content_of(target.parent) == {f"site/{name}": text for name, text in OLD.items()}


def test_a_build_that_wrote_nothing_leaves_the_old_site(target: Path) -> None:
    with pytest.raises(FileNotFoundError):
        build_and_switch(target, lambda fresh: None)
    assert content_of(target) == OLD


def test_two_builds_at_once_are_one_too_many(tmp_path: Path) -> None:
    site = lay(tmp_path / "site", OLD)

    def build(fresh: Path) -> None:
        lay(fresh, {"index.html": "new"})
        with pytest.raises(BusyError):
            build_and_switch(site, writing({"index.html": "other"}))

    build_and_switch(site, build)
    assert content_of(site) == {"index.html": "new"}


OURS = {"index.html": "", "404.html": "", "assets/shell.css": ""}


@pytest.mark.parametrize(
    ("name", "files", "allowed"),
    [
        ("nowhere-yet", {}, True),
        ("site", OURS, True),
        ("site", {**OURS, "CNAME": ""}, True),
        ("precious", {"a.docx": "keep"}, False),
        ("half", {"index.html": ""}, False),
    ],
)
def test_only_a_site_of_ours_is_replaced(
    tmp_path: Path, name: str, files: dict[str, str], *, allowed: bool
) -> None:
    lay(tmp_path / "project", {"bases/a.yml": ""})
    lay(tmp_path / "out" / name, files)
    assert may_replace(tmp_path / "out" / name, tmp_path / "project") is allowed


@pytest.mark.parametrize("name", [".", "bases", "bases/yunqiao", "..", "content"])
def test_the_project_itself_is_never_replaced(tmp_path: Path, name: str) -> None:
    project = lay(tmp_path / "project", {"bases/a.yml": "", "content/index.md": ""})
    assert not may_replace((project / name).resolve(), project)


def test_a_file_or_a_link_is_not_replaced(tmp_path: Path) -> None:
    project = lay(tmp_path / "project", {"bases/a.yml": ""})
    (tmp_path / "file").write_text("")
    (tmp_path / "link").symlink_to(lay(tmp_path / "site", OURS))
    assert not may_replace(tmp_path / "file", project)
    assert not may_replace(tmp_path / "link", project)
