"""A site comes to a folder that a web server serves: in an order that misleads nobody, and only its own files."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from showcase.delivery import record
from showcase.delivery.delivery import Prospect, clashing, deliver, overlong, prospect
from showcase.delivery.host import ASIDE, LOCK, PART, DeliveryError
from showcase.delivery.local import LocalHost
from showcase.delivery.plan import is_page
from showcase.release import FILE
from tests.delivery.samples import (
    FOREIGN,
    built,
    everything,
    lay,
    loaded,
    release_of,
    site,
    standing,
)

A = site("yunqiao", "xugou", "qiaotou")
B = site("yunqiao", "xinqiao", "qiaotou", style="body{color:red}", words=" new")
C = site("yunqiao", style="body{color:blue}")
SHEET_A, SHEET_B = (next(path for path in files if path.endswith(".css")) for files in (A, B))


class Watched(LocalHost):
    """A folder that remembers what was done to it."""

    def put(self, path: str, content: bytes) -> None:
        done.append(("put", path))
        super().put(path, content)

    def delete(self, path: str) -> None:
        done.append(("delete", path))
        super().delete(path)


done: list[tuple[str, str]] = []


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """The folder that a web server serves, with things of others in it."""
    return lay(tmp_path / "live", FOREIGN)


@pytest.fixture
def send(tmp_path: Path, live: Path) -> Callable[[dict[str, bytes]], Prospect]:
    """Deliver a site to the live folder."""
    count = iter(range(1000))

    def sent(files: dict[str, bytes], **options: bool) -> Prospect:
        load = loaded(built(tmp_path / f"site{next(count)}", files))
        host = Watched(live, pause=lambda _: None)
        done.clear()
        with host.locked():
            due = prospect(load, host, **options)
            deliver(due, load, host)
        return due

    return sent


Send = Callable[..., Prospect]


def test_the_first_delivery_brings_every_file_and_touches_no_other(send: Send, live: Path) -> None:
    due = send(A)
    assert due.strange
    assert standing(live) == FOREIGN | A
    assert release_of(live).files.keys() == A.keys()


def test_the_next_brings_what_changed_and_takes_away_what_is_gone(send: Send, live: Path) -> None:
    send(A)
    send(B)
    # the stylesheet of the release before stays for those who are reading it
    assert standing(live) == FOREIGN | B | {SHEET_A: A[SHEET_A]}


def test_an_old_stylesheet_goes_with_the_delivery_after_the_next(send: Send, live: Path) -> None:
    send(A)
    send(B)
    send(B)
    assert SHEET_A in standing(live), "the same again is not the next delivery"
    send(C)
    assert standing(live) == FOREIGN | C | {SHEET_B: B[SHEET_B]}


def test_a_photograph_of_a_base_that_was_withdrawn_is_gone_at_once(send: Send, live: Path) -> None:
    send(A)
    send(B)
    assert not any("xugou" in path for path in everything(live))
    assert not (live / "bases" / "xugou").exists()


def test_a_record_that_cannot_be_read_lets_every_file_be_sent_again(send: Send, live: Path) -> None:
    send(A)
    page = live / "index.html"
    page.write_bytes(page.read_bytes()[:-2] + b"!\n")
    send(A)
    assert standing(live) != FOREIGN | A, "of the same length, it is believed"
    (live / record.NAME).write_bytes(b"half a rec")
    send(A)
    assert standing(live) == FOREIGN | A
    assert {path for what, path in done if what == "put"} >= A.keys()


def test_a_site_that_changes_while_it_is_brought_is_not_brought(tmp_path: Path, live: Path) -> None:
    folder = built(tmp_path / "site", A)
    load = loaded(folder)
    (folder / "index.html").write_bytes(b"another build")
    (folder / "404.html").unlink()
    for path in ("index.html", "404.html"):
        with pytest.raises(DeliveryError, match="changed"):
            load.content(path)
    host = LocalHost(live)
    with pytest.raises(DeliveryError, match="changed"):
        deliver(prospect(load, host), load, host)
    assert not (live / "index.html").exists()


def test_assets_come_first_then_pages_and_deletions_last(send: Send) -> None:
    send(A)
    send(B)
    paths = [path for what, path in done if what == "put"]
    assert paths[0] == paths[-1] == record.NAME
    body = paths[1:-1]
    assert body[0] == SHEET_B
    pages = [path for path in body if is_page(path)]
    assert body[body.index(pages[0]) :] == [*pages, FILE]
    assert pages[0] == "bases/xinqiao/index.html", "a new page before those that lead to it"
    assert pages[-1] == "index.html"
    last_put = done.index(("put", FILE))
    assert all(at > last_put for at, (what, _) in enumerate(done) if what == "delete")


def test_what_stands_there_already_is_not_sent_again(send: Send) -> None:
    send(A)
    due = send(A)
    assert due.nothing
    assert done == []
    assert due.plan.same == len(A)


def test_a_file_of_another_size_is_sent_again_and_one_of_the_same_size_when_asked(
    send: Send, live: Path
) -> None:
    send(A)
    (live / "index.html").write_bytes(b"short")
    (live / "404.html").write_bytes(bytes(len(A["404.html"])))
    assert send(A).plan.sends == ("index.html", FILE)
    assert (live / "404.html").read_bytes() != A["404.html"]
    assert send(A, every_byte=True).plan.sends == ("404.html", FILE)
    assert standing(live) == FOREIGN | A


def test_a_foreign_file_in_the_way_is_told_before_anything_is_touched(
    send: Send, live: Path, tmp_path: Path
) -> None:
    lay(live, {"index.html": b"welcome to nginx"})
    due = prospect(loaded(built(tmp_path / "site", A)), LocalHost(live))
    assert due.plan.foreign == ("index.html",)
    assert everything(live) == FOREIGN | {"index.html": b"welcome to nginx"}


def test_a_release_of_some_other_program_is_foreign(tmp_path: Path, live: Path) -> None:
    lay(live, {FILE: b'{"version": 3}'})
    due = prospect(loaded(built(tmp_path / "site", A)), LocalHost(live))
    assert due.strange
    assert due.plan.foreign == (FILE,)


def test_a_release_that_lists_paths_outside_is_none_of_ours(tmp_path: Path, live: Path) -> None:
    lay(tmp_path, {"secret": b"s"})
    lying = {"format": 1, "bases": [], "files": {"../secret": "0" * 64}}
    lay(live, {FILE: (json.dumps(lying, indent=1, sort_keys=True) + "\n").encode()})
    due = prospect(loaded(built(tmp_path / "site", A)), LocalHost(live))
    assert due.former is None
    assert due.plan.deletes == ()


@pytest.mark.parametrize("path", ["../secret", "/etc/passwd", "a\\..\\b", "C:x", "a//b", ""])
def test_a_record_that_lists_paths_outside_is_not_believed(path: str) -> None:
    content = record.Record(frozenset([path]), frozenset()).written()
    assert record.read(content) == record.Record(everything=True)


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own on Windows")
@pytest.mark.parametrize("where", ["assets", "bases/yunqiao", "index.html", FILE, record.NAME])
def test_a_link_is_told_and_nothing_goes_through_it(
    send: Send, live: Path, tmp_path: Path, where: str
) -> None:
    send(A)
    elsewhere = tmp_path / "elsewhere"
    (live / where).rename(elsewhere)
    (live / where).symlink_to(elsewhere)
    before = everything(tmp_path)
    due = prospect(loaded(built(tmp_path / "another", B)), LocalHost(live))
    assert where in due.plan.blocked
    assert not any(path.startswith(f"{where}/") for path in due.plan.deletes)
    assert everything(tmp_path).items() >= before.items()


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own on Windows")
def test_a_link_in_the_place_of_a_file_that_is_gone_is_not_deleted(
    send: Send, live: Path, tmp_path: Path
) -> None:
    send(A)
    page = live / "bases" / "xugou" / "index.html"
    page.unlink()
    page.symlink_to(lay(tmp_path / "theirs", {"page": b"theirs"}) / "page")
    send(B)
    assert page.is_symlink()


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own on Windows")
def test_a_file_on_its_way_is_never_written_through_a_link(live: Path, tmp_path: Path) -> None:
    secret = lay(tmp_path / "theirs", {"secret": b"theirs"}) / "secret"
    (live / PART).symlink_to(secret)
    LocalHost(live).put("index.html", b"ours")
    assert secret.read_bytes() == b"theirs"
    assert not (live / "index.html").is_symlink()


def test_leftovers_of_a_delivery_that_was_killed_are_cleaned(send: Send, live: Path) -> None:
    send(A)
    lay(
        live, {f"bases/yunqiao/{PART}": b"half", ASIDE: b"old", f"other/{PART}": b"not ours to see"}
    )
    send(A)
    assert standing(live) == FOREIGN | A | {f"other/{PART}": b"not ours to see"}


def test_two_at_once_are_kept_apart_and_a_lock_left_behind_holds_nobody(live: Path) -> None:
    host = LocalHost(live)
    with host.locked(), pytest.raises(DeliveryError) as fault, LocalHost(live).locked():
        pass
    assert fault.value.code == "busy"
    assert (live / LOCK).exists()
    with host.locked():
        pass


@pytest.mark.skipif(os.name == "nt", reason="modes are of Unix")
def test_files_can_be_read_by_the_server_whatever_the_umask(send: Send, live: Path) -> None:
    before = os.umask(0o077)
    try:
        send(A)
    finally:
        os.umask(before)
    assert stat.S_IMODE((live / "bases" / "yunqiao").stat().st_mode) == 0o755
    assert stat.S_IMODE((live / "index.html").stat().st_mode) == 0o644


def test_a_file_that_is_held_open_is_tried_again(
    live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(live, {"index.html": b"old"})
    (live / "index.html").chmod(0o444)
    waits: list[float] = []
    replace = Path.replace

    def refusing(self: Path, target: Path) -> Path:
        # on Windows, what is marked read-only can no more be replaced than what is open
        if len(waits) < 3 or not target.stat().st_mode & stat.S_IWRITE:
            raise PermissionError(errno.EACCES, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refusing)
    LocalHost(live, pause=waits.append).put("index.html", b"new")
    assert (live / "index.html").read_bytes() == b"new"
    assert waits == [0.1, 0.2, 0.4]


def test_a_file_that_stays_open_leaves_the_old_one_and_says_which(
    live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(live, {"index.html": b"old"})

    def refusing(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", refusing)
    with pytest.raises(DeliveryError) as fault:
        LocalHost(live, pause=lambda _: None).put("index.html", b"new")
    assert (fault.value.code, fault.value.path) == ("system", "index.html")
    assert everything(live) == FOREIGN | {"index.html": b"old"}


def test_a_build_that_changes_the_site_meanwhile_stops_the_delivery(
    tmp_path: Path, live: Path
) -> None:
    folder = built(tmp_path / "site", A)
    load, host = loaded(folder), LocalHost(live)
    due = prospect(load, host)
    (folder / "index.html").write_bytes(b"of another build")
    with pytest.raises(DeliveryError) as fault:
        deliver(due, load, host)
    assert (fault.value.code, fault.value.path) == ("changed", "index.html")
    assert not (live / "index.html").exists()


def test_names_that_differ_in_capitals_alone_are_told() -> None:
    assert clashing(["a/B.html", "a/b.html", "c"]) == ("a/B.html", "a/b.html")
    assert clashing(["a/b.html", "a/c.html"]) == ()


class Windows(LocalHost):
    """A folder in which capitals do not count: a name that is there already is meant by any way of writing it."""

    def folds_case(self) -> bool:
        return True

    def _real(self, path: str) -> str:
        real = ""
        for part in path.split("/"):
            there = {one.name.casefold(): one.name for one in (self.root / real).glob("*")}
            real = f"{real}/{there.get(part.casefold(), part)}".lstrip("/")
        return real

    def put(self, path: str, content: bytes) -> None:
        super().put(self._real(path), content)

    def delete(self, path: str) -> None:
        super().delete(self._real(path))

    def drop_folder(self, path: str) -> None:
        super().drop_folder(self._real(path))


def test_a_page_that_changed_its_capitals_survives_where_they_do_not_count(tmp_path: Path) -> None:
    live = lay(tmp_path / "live", {})
    live.mkdir()
    former, now = A | {"Gushi/index.html": b"story"}, A | {"gushi/index.html": b"new story"}
    for number, files in enumerate((former, now)):
        load, host = loaded(built(tmp_path / str(number), files)), Windows(live)
        deliver(prospect(load, host), load, host)
    assert standing(live) == A | {"Gushi/index.html": b"new story"}


def test_paths_too_long_for_windows_are_told_with_room_for_a_file_on_its_way() -> None:
    root = "C:\\" + "x" * 200
    assert overlong(root, ["a" * 55]) == ()
    assert overlong(root, ["a" * 56]) == ("a" * 56,)
    assert overlong(root, ["a" * 42 + "/b"]) == ("a" * 42 + "/b",)
