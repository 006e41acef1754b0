"""A finished site takes the old one's place whole, or the old one stays byte for byte."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from showcase.switching import (
    BusyError,
    ForeignError,
    NotKeptError,
    Past,
    build_and_switch,
    forget,
    past,
    put_back,
    sites,
    switch,
)
from tests.switching.laying import OLD, A, allowed, content_of, lay, listed, writing


class StoppedError(BaseException):
    """Stands for Ctrl+C and for our own errors alike."""


@pytest.fixture(params=[True, False], ids=["exchange", "steps"])
def exchanging(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """What is promised holds on systems with an exchange and on those without."""
    if not request.param:
        monkeypatch.setattr(past, "exchange", lambda one, other: False)
    return bool(request.param)


@pytest.fixture
def target(tmp_path: Path, exchanging: bool) -> Path:
    site = tmp_path / "site"
    build_and_switch(site, writing(OLD))
    return site


def shown_and_kept(target: Path) -> tuple[dict[str, str], list[str]]:
    return content_of(target), listed(target)


def test_a_finished_site_takes_the_place_of_the_old_one_which_is_kept(target: Path) -> None:
    shown = build_and_switch(target, writing(A))
    assert shown_and_kept(target) == (A, ["1", "lock"])
    assert content_of(Past(target).folder / "1") == OLD
    assert shown.digest == sites.digest(target)
    assert shown.release == sites.read(target)
    assert shown.release.bases == ("yunqiao",)


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    site = tmp_path / "deep" / "site"
    build_and_switch(site, writing(OLD))
    assert shown_and_kept(site) == (OLD, ["lock"])


def test_an_empty_folder_is_no_old_one(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    build_and_switch(tmp_path / "site", writing(OLD))
    assert shown_and_kept(tmp_path / "site") == (OLD, ["lock"])


@pytest.mark.parametrize("fault", [StoppedError, RuntimeError, OSError, SystemExit])
def test_a_build_that_fails_leaves_the_old_site_byte_for_byte(
    target: Path, fault: type[BaseException]
) -> None:
    def build(fresh: Path) -> tuple[str, ...]:
        lay(fresh, {"index.html": "half"})
        raise fault

    with pytest.raises(fault):
        build_and_switch(target, build)
    assert shown_and_kept(target) == (OLD, ["lock"])


def test_a_build_that_wrote_nothing_leaves_the_old_site(target: Path) -> None:
    with pytest.raises(FileNotFoundError):
        build_and_switch(target, lambda fresh: ())
    assert shown_and_kept(target) == (OLD, ["lock"])


@pytest.mark.parametrize("fault", [KeyboardInterrupt, PermissionError])
def test_a_switch_that_is_stopped_puts_the_old_site_back(
    target: Path, monkeypatch: pytest.MonkeyPatch, exchanging: bool, fault: type[BaseException]
) -> None:
    def stopped(*given: Path) -> bool:
        raise fault

    rename = Path.rename

    def interrupted(self: Path, to: Path) -> Path:
        if to.name == "site" and self.name.startswith("next-"):
            raise fault
        return rename(self, to)

    if exchanging:
        monkeypatch.setattr(past, "exchange", stopped)
    else:
        monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(fault):
        build_and_switch(target, writing(A))
    monkeypatch.undo()
    assert shown_and_kept(target) == (OLD, ["lock"])


def test_ctrl_c_when_it_is_done_does_not_tell_a_finished_build_as_stopped(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swap = Past.swap

    def late(self: Past, inner: Path) -> None:
        swap(self, inner)
        raise KeyboardInterrupt

    monkeypatch.setattr(Past, "swap", late)
    build_and_switch(target, writing(A))
    assert shown_and_kept(target) == (A, ["1", "lock"])


def test_a_fault_when_it_is_done_does_not_take_the_former_site_with_it(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swap = Past.swap

    def late(self: Past, inner: Path) -> None:
        swap(self, inner)
        raise StoppedError

    with monkeypatch.context() as patch, pytest.raises(StoppedError):
        patch.setattr(Past, "swap", late)
        build_and_switch(target, writing(A))
    build_and_switch(target, writing(A))
    assert content_of(Past(target).folder / "1") == OLD


@pytest.mark.parametrize("fault", [KeyboardInterrupt, PermissionError])
def test_what_stops_the_tidying_does_not_undo_a_finished_build(
    target: Path, monkeypatch: pytest.MonkeyPatch, fault: type[BaseException]
) -> None:
    def stopped(self: Past) -> None:
        raise fault

    monkeypatch.setattr(Past, "flush_names", stopped)
    try:
        build_and_switch(target, writing(A))
    except KeyboardInterrupt:
        # let through, it would end the whole test run
        pytest.fail("told as stopped")
    monkeypatch.undo()
    assert content_of(target) == A
    # and the next one gives the former its number
    build_and_switch(target, writing(A))
    assert listed(target) == ["1", "lock"]
    assert content_of(Past(target).folder / "1") == OLD


def test_a_former_site_that_cannot_be_put_under_its_name_is_put_there_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "site"
    build_and_switch(target, writing(OLD))
    monkeypatch.setattr(past, "exchange", lambda one, other: False)
    rename = Path.rename

    def held_open(self: Path, to: Path) -> Path:
        if self.name.startswith("aside-"):
            raise PermissionError
        return rename(self, to)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", held_open)
        build_and_switch(target, writing(A))
        assert content_of(target) == A
    build_and_switch(target, writing(A))
    assert shown_and_kept(target) == (A, ["1", "lock"])


def test_the_old_site_is_there_until_the_new_one_is_finished(target: Path) -> None:
    def build(fresh: Path) -> tuple[str, ...]:
        assert not fresh.exists()
        assert content_of(target) == OLD
        return writing(A)(fresh)

    build_and_switch(target, build)
    assert content_of(target) == A


def test_what_is_the_same_pushes_no_other_site_out(target: Path) -> None:
    build_and_switch(target, writing(A))
    for _ in range(4):
        build_and_switch(target, writing(A))
    assert shown_and_kept(target) == (A, ["1", "lock"])


def test_the_three_newest_are_kept(target: Path) -> None:
    for number in range(5):
        build_and_switch(target, writing({"index.html": f"{number}"}))
    kept = Past(target).kept()
    assert [content_of(path) for path in kept.values()] == [
        {"index.html": "3"}, {"index.html": "2"}, {"index.html": "1"},
    ]  # fmt: skip
    assert sorted(kept) == [3, 4, 5]


def test_what_open_pages_still_ask_for_comes_along_for_one_release(target: Path) -> None:
    style = {"assets/shell.2c26b46b68ff.css": "foo"}  # printf foo | sha256sum
    build_and_switch(target, writing({**OLD, **style}))
    build_and_switch(target, writing(A))
    assert content_of(target) == A | style
    build_and_switch(target, writing(OLD))
    assert content_of(target) == OLD


def test_with_none_to_keep_nothing_of_the_former_is_left(target: Path) -> None:
    style = {"assets/shell.aaaaaaaaaaaa.css": "old"}
    build_and_switch(target, writing({**A, **style}))
    build_and_switch(target, writing(OLD), keep=0)
    assert shown_and_kept(target) == (OLD, ["lock"])


def test_with_none_to_keep_nothing_comes_back_where_the_tidying_was_stopped(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(self: Past) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Past, "flush_names", stopped)
        build_and_switch(target, writing(A), keep=0)
    Past(target).recover()
    assert shown_and_kept(target) == (A, ["lock"])


def test_every_change_of_what_is_shown_is_handed_to_the_disk(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[Path] = []
    monkeypatch.setattr(past, "flush_names", handed.append)
    both = [Past(target).folder, target.parent]
    build_and_switch(target, writing(A))
    assert handed == both
    put_back(target, 1, allowed)
    assert handed == both * 2
    shutil.rmtree(target)
    put_back(target, 1, allowed)
    assert handed == both * 3
    shutil.rmtree(target)
    build_and_switch(target, writing(A))
    assert handed == both * 4


def test_a_folder_of_somebody_else_is_not_taken_for_a_former_site(target: Path) -> None:
    mine = lay(Past(target).folder / "7", {"memo.txt": "mine"})
    build_and_switch(target, writing(A), keep=0)
    assert content_of(mine) == {"memo.txt": "mine"}
    assert not Past(target).kept()


@pytest.mark.parametrize("when", ["while building", "before"])
def test_what_came_to_lie_at_the_target_is_not_moved_away(tmp_path: Path, when: str) -> None:
    target = tmp_path / "site"
    precious = {"memo.txt": "mine"}
    if when == "before":
        lay(target, precious)

    def build(fresh: Path) -> tuple[str, ...]:
        if when != "before":
            lay(target, precious)
        return writing(A)(fresh)

    with pytest.raises(ForeignError):
        build_and_switch(target, build)
    assert shown_and_kept(target) == (precious, ["lock"])


def test_a_link_at_the_target_is_not_followed(tmp_path: Path) -> None:
    build_and_switch(tmp_path / "elsewhere", writing(OLD))
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ForeignError):
        build_and_switch(tmp_path / "site", writing(A))
    assert content_of(tmp_path / "elsewhere") == OLD


def test_a_disk_that_does_not_take_it_leaves_the_old_site(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(switch, "flush", full)
    with pytest.raises(OSError, match="full"):
        build_and_switch(target, writing(A))
    assert shown_and_kept(target) == (OLD, ["lock"])


def test_two_builds_at_once_are_one_too_many(target: Path) -> None:
    def build(fresh: Path) -> tuple[str, ...]:
        with pytest.raises(BusyError):
            build_and_switch(target, writing({"index.html": "other"}))
        with pytest.raises(BusyError):
            put_back(target, 1, allowed)
        with pytest.raises(BusyError):
            forget(target)
        return writing(A)(fresh)

    build_and_switch(target, build)
    assert content_of(target) == A


def test_a_site_put_back_changes_places_with_the_one_shown(target: Path) -> None:
    build_and_switch(target, writing(A))
    seen: list[dict[str, str]] = []
    digest = put_back(target, 1, lambda former: seen.append(content_of(former)))
    assert seen == [OLD]
    assert digest == sites.digest(target)
    assert shown_and_kept(target) == (OLD, ["1", "lock"])
    put_back(target, 1, allowed)
    assert content_of(target) == A
    assert content_of(Past(target).folder / "1") == OLD


def test_what_was_shown_last_always_has_the_highest_number(target: Path) -> None:
    for number in range(2):
        build_and_switch(target, writing({"index.html": f"{number}"}))
    put_back(target, 1, allowed)
    assert content_of(target) == OLD
    kept = Past(target).kept()
    assert list(kept) == [3, 2]
    assert content_of(kept[3]) == {"index.html": "1"}
    put_back(target, 3, allowed)
    assert content_of(target) == {"index.html": "1"}


def test_what_must_not_be_put_back_is_not(target: Path) -> None:
    build_and_switch(target, writing(A))

    def refuse(former: Path) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        put_back(target, 1, refuse)
    with pytest.raises(NotKeptError):
        put_back(target, 2, allowed)
    assert shown_and_kept(target) == (A, ["1", "lock"])
    shutil.rmtree(target)
    lay(target, {"memo.txt": "mine"})
    with pytest.raises(ForeignError):
        put_back(target, 1, allowed)
    assert content_of(target) == {"memo.txt": "mine"}


def test_where_no_site_is_left_a_former_one_takes_its_place(target: Path) -> None:
    build_and_switch(target, writing(A))
    shutil.rmtree(target)
    put_back(target, 1, allowed)
    assert shown_and_kept(target) == (OLD, ["lock"])


def test_forgetting_leaves_the_site_and_nothing_else(target: Path) -> None:
    for number in range(2):
        build_and_switch(target, writing({"index.html": f"{number}"}))
    beside = Past(target)
    beside.note("abc", b"x")
    lay(beside.folder / "new-9", {"half.html": "x"})
    (beside.folder / "stray").symlink_to(target)
    assert [path.name for path in forget(target)] == ["2", "1"]
    assert shown_and_kept(target) == ({"index.html": "1"}, ["lock"])
    assert forget(target.parent / "no-site") == []
    assert not (target.parent / ".no-site.past").exists()
