"""A finished site takes the old one's place whole, or the old one stays byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from showcase.switching import build_and_switch

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
