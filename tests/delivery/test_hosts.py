"""What hosts answer that stand in the way: told as what it is, and nothing of what they hold is lost."""

from __future__ import annotations

import errno
import ftplib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from showcase.delivery import record
from showcase.delivery.ftp import FtpHost
from showcase.delivery.host import ASIDE, LOCK, PART, DeliveryError, Kind
from showcase.delivery.local import LocalHost
from showcase.delivery.record import Record


class Answers:
    """An FTP host of some files, that does not rename over one and refuses the renames in `refused`."""

    def __init__(self, files: dict[str, bytes], *refused: tuple[str, str]) -> None:
        self.files = files
        self.refused = refused

    def storbinary(self, command: str, content: Any) -> None:
        self.files[command.rpartition("/")[2]] = content.read()

    def rename(self, old: str, new: str) -> None:
        first, second = old.rpartition("/")[2], new.rpartition("/")[2]
        if second in self.files or (first, second) in self.refused or first not in self.files:
            raise ftplib.error_perm("550 no")
        self.files[second] = self.files.pop(first)

    def size(self, path: str) -> int:
        if path.rpartition("/")[2] not in self.files:
            raise ftplib.error_perm("550 no such file")
        return len(self.files[path.rpartition("/")[2]])

    def voidcmd(self, command: str) -> None:
        verb, _, path = command.partition(" ")
        name = path.rpartition("/")[2]
        if verb == "DELE" and (("", name) in self.refused or name not in self.files):
            raise ftplib.error_perm("550 no")
        if verb == "DELE":
            del self.files[name]


def host(ftp: object, tmp_path: Path) -> FtpHost:
    return FtpHost(cast("ftplib.FTP", ftp), "/www", tmp_path / "token")


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (ftplib.error_perm("553 not allowed"), "refused"),
        (ftplib.error_perm("552 no room"), "full"),
        (ftplib.error_temp("452 no room"), "full"),
        (ftplib.error_temp("421 closing"), "lost"),
        (ftplib.error_temp("450 busy"), "refused"),
        (ftplib.error_reply("150 what"), "refused"),
        (ftplib.error_proto("nonsense"), "lost"),
        (EOFError(), "lost"),
        (TimeoutError(), "lost"),
    ],
    ids=str,
)
def test_what_a_host_says_is_told_as_what_it_is(
    tmp_path: Path, fault: Exception, code: str
) -> None:
    class Says:
        def retrbinary(self, command: str, callback: object) -> None:
            raise fault

    with pytest.raises(DeliveryError) as told:
        host(Says(), tmp_path).read("index.html")
    assert (told.value.code, told.value.path) == (code, "index.html")


def test_a_file_that_is_not_there_is_no_fault(tmp_path: Path) -> None:
    class Says:
        def retrbinary(self, command: str, callback: object) -> None:
            raise ftplib.error_perm("550 no such file")

    assert host(Says(), tmp_path).read("index.html") is None


@pytest.mark.parametrize(
    "refused", [("index.html", ASIDE), (PART, "index.html")], ids=["aside", "in"]
)
def test_where_the_new_file_cannot_come_the_old_one_stays_or_comes_back(
    tmp_path: Path, refused: tuple[str, str]
) -> None:
    ftp = Answers({"index.html": b"old"}, refused)
    with pytest.raises(DeliveryError) as told:
        host(ftp, tmp_path).put("index.html", b"new")
    assert told.value.code == "refused"
    assert ftp.files["index.html"] == b"old"


def test_the_old_file_steps_aside_where_nothing_is_renamed_over(tmp_path: Path) -> None:
    ftp = Answers({"index.html": b"old", ASIDE: b"left behind"})
    to = host(ftp, tmp_path)
    to.put("index.html", b"new")
    assert ftp.files == {"index.html": b"new"}
    assert to.gaps == 1


def test_a_file_that_cannot_be_taken_away_is_told_and_one_that_is_gone_is_not(
    tmp_path: Path,
) -> None:
    ftp = Answers({"a.html": b"a"}, ("", "a.html"))
    with pytest.raises(DeliveryError, match="refused"):
        host(ftp, tmp_path).delete("a.html")
    host(ftp, tmp_path).delete("gone.html")


def test_the_record_is_written_as_earlier_and_later_deliveries_read_it() -> None:
    written = Record(frozenset({"b", "a"}), frozenset({"c"})).written()
    assert written == (
        b'{\n "format": 1,\n "kept": [\n  "a",\n  "b"\n ],\n "doubtful": [\n  "c"\n ]\n}\n'
    )
    assert record.read(written) == Record(frozenset({"a", "b"}), frozenset({"c"}))


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"{}", b"null", b"[" * 100_000, b"\xff", b'{"format": 2, "kept": [], "doubtful": []}',
        b'{"format": 1, "kept": []}', b'{"format": 1, "kept": "a", "doubtful": []}',
        b'{"format": 1, "kept": ["../a"], "doubtful": []}', b'{"format": 1, "kept": [], "doubtful": [1]}',
    ],
)  # fmt: skip
def test_a_record_that_cannot_be_read_leaves_everything_in_doubt(content: bytes) -> None:
    assert record.read(content) == Record(everything=True)


@pytest.fixture
def folder(tmp_path: Path) -> LocalHost:
    (tmp_path / "live").mkdir()
    (tmp_path / "live" / "a.html").write_bytes(b"a")
    return LocalHost(tmp_path / "live", pause=lambda _: None)


@pytest.mark.parametrize(
    ("act", "number"),
    [
        (lambda to: to.entries("a.html"), errno.ENOTDIR),
        (lambda to: to.read("."), errno.EISDIR),
        (lambda to: to.make_folder("a.html"), errno.EEXIST),
        (lambda to: to.put("none/a.html", b""), errno.ENOENT),
        (lambda to: to.delete("a.html/b"), errno.ENOTDIR),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="another system has other numbers")
def test_what_a_system_refuses_is_told_with_its_number(
    folder: LocalHost, act: Callable[[LocalHost], object], number: int
) -> None:
    with pytest.raises(DeliveryError) as told:
        act(folder)
    assert (told.value.code, told.value.detail) == ("system", str(number))


@pytest.mark.skipif(os.name == "nt", reason="links and pipes need a right that few have")
def test_what_is_no_file_is_told_apart_and_a_lock_that_is_a_link_is_not_followed(
    folder: LocalHost,
) -> None:
    os.mkfifo(folder.root / "pipe")
    (folder.root / "link").symlink_to("a.html")
    (folder.root / "sub").mkdir()
    found = folder.entries("") or {}
    assert {name: entry.kind for name, entry in found.items()} == {
        "a.html": Kind.FILE, "pipe": Kind.OTHER, "link": Kind.LINK, "sub": Kind.FOLDER,
    }  # fmt: skip
    assert found["a.html"].size == 1
    assert folder.entries("none") is None
    (folder.root / LOCK).symlink_to("a.html")
    with pytest.raises(DeliveryError, match="linked"), folder.locked():
        pass
    assert (folder.root / "a.html").read_bytes() == b"a"


def test_whether_capitals_count_is_tried_on_what_stands_there(
    folder: LocalHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = (folder.root / "A.HTML").exists()
    assert folder.folds_case() is there
    (folder.root / "a.html").unlink()
    assert not folder.folds_case()

    def listed(path: Path) -> Iterator[Path]:
        return iter((path / "1", path / "b.html"))

    monkeypatch.setattr(Path, "iterdir", listed)
    monkeypatch.setattr(Path, "exists", lambda path: path.name == "B.HTML")
    assert folder.folds_case()
