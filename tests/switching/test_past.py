"""What a killed build or rollback left beside the site is put in order by the next; and waiting for the lock."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import sys
import time
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from showcase.switching import (
    BusyError,
    Past,
    build_and_switch,
    exchange,
    flushing,
    lock,
    past,
    sites,
)
from showcase.switching.lock import held
from showcase.switching.past import move
from tests.switching.laying import OLD, A, content_of, lay, listed, writing


@pytest.fixture
def target(tmp_path: Path) -> Path:
    for files in (OLD, A):
        build_and_switch(tmp_path / "site", writing(files))
    return tmp_path / "site"


def site(folder: Path, files: dict[str, str]) -> Path:
    sites.seal(lay(folder, files), ())
    return folder


def test_what_was_not_finished_goes(target: Path) -> None:
    lay(Past(target).folder / "new-2", {"half.html": "x"})
    lay(Past(target).folder / "gone-3", {"half.html": "x"})
    assert Past(target).next_number() == 4
    Past(target).recover()
    assert listed(target) == ["1", "lock"]


def test_what_cannot_be_removed_now_stops_nobody(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a file of it may still be open somewhere."""
    rmdir = os.rmdir

    def held_open(path: Any, **named: Any) -> None:
        if "new-2" in str(path) or "gone-" in str(path):
            raise PermissionError
        rmdir(path, **named)

    lay(Past(target).folder / "new-2", {"half.html": "x"})
    with monkeypatch.context() as patch:
        patch.setattr(os, "rmdir", held_open)
        for number in range(4):
            build_and_switch(target, writing({"index.html": f"{number}"}))
        assert "new-2" in listed(target)
    Past(target).recover()
    assert [name.isdecimal() for name in listed(target)] == [True, True, True, False]


def test_a_finished_site_that_was_never_shown_goes(target: Path) -> None:
    beside = Past(target).folder
    fresh = site(beside / "new-2", {"index.html": "never shown"})
    fresh.rename(beside / f"next-2-{sites.digest(fresh)}")
    Past(target).recover()
    assert listed(target) == ["1", "lock"]
    assert content_of(target) == A


def test_a_former_site_that_waits_for_its_number_gets_it(target: Path) -> None:
    site(Past(target).folder / f"next-2-{sites.digest(target)}", {"index.html": "former"})
    Past(target).recover()
    assert listed(target) == ["1", "2", "lock"]
    assert content_of(Past(target).folder / "2") == {"index.html": "former"}


def test_a_number_that_is_taken_is_not_given_again(target: Path) -> None:
    site(Past(target).folder / "next-1-abc", {"index.html": "former"})
    Past(target).recover()
    assert listed(target) == ["1", "2", "lock"]
    assert content_of(Past(target).folder / "2") == {"index.html": "former"}
    assert content_of(Past(target).folder / "1") == OLD


def test_a_site_that_was_set_aside_when_all_was_killed_comes_back(target: Path) -> None:
    beside = Past(target).folder
    site(beside / "next-2-x", {"index.html": "fresh"})
    target.rename(beside / "aside-next-2-x")

    def build(fresh: Path) -> tuple[str, ...]:
        assert content_of(target) == A
        raise KeyError

    with pytest.raises(KeyError):
        build_and_switch(target, build)
    assert content_of(target) == A


def test_a_former_site_that_waits_aside_gets_its_number(target: Path) -> None:
    former = site(Past(target).folder / "aside-1x", {"index.html": "former"})
    (Past(target).folder / "1").rename(Past(target).folder / "2")
    former.rename(Past(target).folder / "aside-1")
    Past(target).recover()
    assert listed(target) == ["1", "2", "lock"]


def test_a_site_aside_whose_places_are_both_taken_is_kept_all_the_same(target: Path) -> None:
    site(Past(target).folder / "aside-1", {"index.html": "former"})
    Past(target).recover()
    assert content_of(Past(target).folder / "2") == {"index.html": "former"}
    assert content_of(Past(target).folder / "1") == OLD
    assert content_of(target) == A


def test_notes_are_kept_as_long_as_their_site(target: Path) -> None:
    beside = Past(target)
    first, second = sites.digest(beside.folder / "1"), sites.digest(target)
    beside.note(first, b"one")
    beside.note(second, b"two")
    beside.note("stray", b"x")
    assert (beside.noted(first), beside.noted(second)) == (b"one", b"two")
    for number in range(3):
        build_and_switch(target, writing({"index.html": f"{number}"}))
    assert beside.noted(first) is None
    assert beside.noted(second) == b"two"
    assert beside.noted("stray") is None


def test_what_is_moved_takes_no_place_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to("nowhere")
    lay(tmp_path / "site", OLD)
    for name in ("empty", "link"):
        with pytest.raises(FileExistsError):
            move(tmp_path / "site", tmp_path / name)
    assert content_of(tmp_path / "site") == OLD


def test_on_windows_a_folder_that_is_looked_at_is_moved_a_little_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [0.0]
    tries: list[float] = []
    rename = Path.rename

    def looked_at(self: Path, to: Path) -> Path:
        tries.append(clock[0])
        if clock[0] < until[0]:
            raise PermissionError
        return rename(self, to)

    until = [1.0]
    fake = SimpleNamespace(
        monotonic=lambda: clock[0], sleep=lambda pause: clock.__setitem__(0, clock[0] + pause)
    )
    monkeypatch.setattr(past, "time", fake)
    monkeypatch.setattr(Path, "rename", looked_at)
    lay(tmp_path / "a", OLD)
    with pytest.raises(PermissionError):
        move(tmp_path / "a", tmp_path / "b")
    assert len(tries) == 1
    monkeypatch.setattr(past, "sys", SimpleNamespace(platform="win32"))
    move(tmp_path / "a", tmp_path / "b")
    assert content_of(tmp_path / "b") == OLD
    until[0] = 99
    start = clock[0]
    with pytest.raises(PermissionError):
        move(tmp_path / "b", tmp_path / "a")
    assert clock[0] - start == pytest.approx(2, abs=0.2)


def test_whoever_comes_second_waits_and_says_so_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [0.0]
    said: list[str] = []
    path = tmp_path / "lock"
    with held(path):
        fake = SimpleNamespace(
            monotonic=lambda: clock[0], sleep=lambda pause: clock.__setitem__(0, clock[0] + pause)
        )
        monkeypatch.setattr(lock, "time", fake)
        with pytest.raises(BusyError), held(path, 5, lambda: said.append("waiting")):
            pytest.fail("held twice")
        assert said == ["waiting"]
        assert clock[0] == pytest.approx(5, abs=0.2)
        with pytest.raises(BusyError), held(path, 0, lambda: said.append("no")):
            pytest.fail("held twice")
        assert said == ["waiting"]
    with held(path, 0):
        pass


def test_whoever_waits_goes_on_when_the_other_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lock"
    first = held(path)
    first.__enter__()
    monkeypatch.setattr(time, "sleep", lambda pause: first.__exit__(None, None, None))
    entered = []
    with held(path, 5):
        entered.append(True)
    assert entered


def test_a_lock_of_somebody_else_can_be_held_by_reading_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lock").touch()
    opened = os.open

    def closed(path: Path, flags: int, *mode: int) -> int:
        if flags & os.O_RDWR:
            raise PermissionError
        return opened(path, flags, *mode)

    monkeypatch.setattr(os, "open", closed)
    with held(tmp_path / "lock"), pytest.raises(BusyError), held(tmp_path / "lock"):
        pytest.fail("held twice")


def test_a_lock_that_is_given_back_badly_undoes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = os.close

    def badly(place: int) -> None:
        close(place)
        raise OSError(errno.EIO, "no")

    with monkeypatch.context() as patch, held(tmp_path / "lock"):
        patch.setattr(os, "close", badly)
    with held(tmp_path / "lock"):
        pass


def test_windows_has_a_lock_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[tuple[int, int]] = []

    def locking(place: int, mode: int, length: int) -> None:
        if taken:
            raise PermissionError
        assert os.lseek(place, 0, os.SEEK_CUR) == 0
        taken.append((mode, length))

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(LK_NBLCK=2, locking=locking))
    there = spec_from_file_location("lock_on_windows", lock.__file__)
    assert there is not None
    assert there.loader is not None
    windows = module_from_spec(there)
    there.loader.exec_module(windows)
    with windows.held(tmp_path / "lock"):
        assert taken == [(2, 1)]
        with pytest.raises(windows.BusyError), windows.held(tmp_path / "lock"):
            pytest.fail("held twice")


def two(tmp_path: Path) -> tuple[Path, Path]:
    return lay(tmp_path / "一", OLD), lay(tmp_path / "二", A)


@pytest.mark.skipif(sys.platform != "linux", reason="another system")
def test_two_folders_change_places_at_once(tmp_path: Path) -> None:
    one, other = two(tmp_path)
    assert exchange.exchange(one, other)
    assert (content_of(one), content_of(other)) == (A, OLD)
    with pytest.raises(FileNotFoundError) as caught:
        exchange.exchange(one, tmp_path / "nowhere")
    assert caught.value.filename2 == str(tmp_path / "nowhere")


@pytest.mark.skipif(sys.platform != "linux", reason="another system")
def test_an_old_library_is_gone_round_by_the_number_of_the_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    old = SimpleNamespace(syscall=libc.syscall)
    monkeypatch.setattr(ctypes, "CDLL", lambda name, use_errno: old)
    one, other = two(tmp_path)
    assert exchange.exchange(one, other)
    assert (content_of(one), content_of(other)) == (A, OLD)
    monkeypatch.setattr(platform, "machine", lambda: "pdp11")
    assert not exchange.exchange(one, other)
    assert (content_of(one), content_of(other)) == (A, OLD)


@pytest.mark.skipif(sys.platform != "linux", reason="another system")
@pytest.mark.parametrize(
    ("machine", "number"),
    [("x86_64", 316), ("aarch64", 276), ("riscv64", 276), ("loongarch64", 276)],
)
def test_every_machine_has_its_number_of_the_call(
    monkeypatch: pytest.MonkeyPatch, machine: str, number: int
) -> None:
    """The kernel's arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h."""
    asked: list[int] = []

    def syscall(which: ctypes.c_long, *given: object) -> int:
        asked.append(which.value)
        return 0

    monkeypatch.setattr(ctypes, "CDLL", lambda name, use_errno: SimpleNamespace(syscall=syscall))
    monkeypatch.setattr(platform, "machine", lambda: machine)
    assert exchange.exchange(Path("one"), Path("other"))
    assert asked == [number]


@pytest.mark.parametrize(
    ("number", "known"),
    [(errno.ENOSYS, False), (errno.EINVAL, False), (errno.ENOTSUP, False), (errno.EIO, True)],
)
def test_a_file_system_without_the_step_is_told_from_one_that_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, known: bool
) -> None:
    def call(one: bytes, other: bytes) -> int:
        ctypes.set_errno(number)
        return -1

    monkeypatch.setattr(exchange, "_call", lambda: call)
    one, other = two(tmp_path)
    if known:
        with pytest.raises(OSError, match=str(number)):
            exchange.exchange(one, other)
    else:
        assert not exchange.exchange(one, other)


def test_other_systems_have_a_step_of_their_own_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []

    def swap(*given: Any) -> int:
        asked.append(given)
        return 0

    monkeypatch.setattr(exchange, "sys", SimpleNamespace(platform="darwin"))
    monkeypatch.setattr(ctypes, "CDLL", lambda name, use_errno: SimpleNamespace(renamex_np=swap))
    one, other = two(tmp_path)
    assert exchange.exchange(one, other)
    ((first, second, flags),) = asked
    assert (first, second, flags.value) == (os.fsencode(one), os.fsencode(other), 2)
    monkeypatch.setattr(exchange, "sys", SimpleNamespace(platform="win32"))
    assert not exchange.exchange(one, other)


def failing(number: int) -> Callable[[int], int]:
    def call(place: int) -> int:
        ctypes.set_errno(number)
        return -1

    return call


@pytest.mark.skipif(sys.platform != "linux", reason="another system")
def test_a_disk_that_says_no_is_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    monkeypatch.setattr(os, "sync", lambda: synced.append("all"))
    flushing.flush(tmp_path)
    assert not synced
    for number in (errno.EIO, errno.ENOSPC):
        libc = SimpleNamespace(syncfs=failing(number))
        monkeypatch.setattr(ctypes, "CDLL", lambda name, use_errno, libc=libc: libc)
        with pytest.raises(OSError, match=str(number)):
            flushing.flush(tmp_path)
    assert not synced


@pytest.mark.parametrize("libc", [SimpleNamespace(), SimpleNamespace(syncfs=failing(errno.ENOSYS))])
def test_an_old_system_hands_everything_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, libc: object
) -> None:
    synced: list[str] = []
    monkeypatch.setattr(os, "sync", lambda: synced.append("all"), raising=False)
    monkeypatch.setattr(ctypes, "CDLL", lambda name, use_errno: libc)
    flushing.flush(tmp_path)
    assert synced == ["all"]
    monkeypatch.setattr(flushing, "sys", SimpleNamespace(platform="darwin"))
    flushing.flush(tmp_path)
    assert synced == ["all", "all"]


def test_a_system_without_that_hands_over_each_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[str] = []

    def note(place: int) -> None:
        handed.append(f"{os.fstat(place).st_ino}")

    lay(tmp_path, A)
    monkeypatch.delattr(os, "sync", raising=False)
    monkeypatch.setattr(os, "fsync", note)
    flushing.flush(tmp_path)
    assert sorted(handed) == sorted(f"{(tmp_path / name).stat().st_ino}" for name in A)
    handed.clear()
    flushing.flush_names(tmp_path)
    assert handed == [f"{tmp_path.stat().st_ino}"]
    monkeypatch.setattr(flushing, "sys", SimpleNamespace(platform="win32"))
    flushing.flush_names(tmp_path)
    assert len(handed) == 1
