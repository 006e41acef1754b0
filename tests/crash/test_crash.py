"""Killed, starved, or two at once: readers see the old site or the new one, whole. `run` does it at full length."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from pathlib import Path

import pytest

from showcase.listing import files_of
from showcase.switching import Past, build_and_switch, past
from tests.crash import injected, kills, reading, real, torture
from tests.crash.small import NEW, OLD, debris, digests, show, wrong_with

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills children that it forks")
STEP = 13
"""Every so-many-th line or call is tried here."""


@pytest.mark.parametrize("exchanging", [True, False], ids=["exchange", "steps"])
@pytest.mark.parametrize("change", [kills.build, kills.rollback], ids=["build", "rollback"])
def test_a_change_that_is_killed_at_any_line_leaves_the_old_site_or_the_new(
    tmp_path: Path, change: kills.Change, exchanging: bool
) -> None:
    found = kills.at_lines(tmp_path, STEP, change, exchanging=exchanging)
    assert found.wrong == []
    assert found.seen["old"] > 3
    assert found.seen["new"] > 1
    assert exchanging <= (found.seen["missing"] == 0)


def test_between_the_two_steps_the_site_is_missing_and_comes_back(tmp_path: Path) -> None:
    target = tmp_path / "site"
    known = digests(tmp_path / "known", 2)
    show(target, OLD, 2)

    def killed() -> None:
        move = past.move

        def dies(path: Path, to: Path) -> None:
            if to == target:
                os.kill(os.getpid(), 9)
            move(path, to)

        vars(past).update(move=dies, exchange=lambda one, other: False)
        show(target, NEW, 2)

    assert kills.ended(kills.in_a_child(killed)) == -9
    assert not target.exists()

    def refused(fresh: Path) -> tuple[str, ...]:
        assert wrong_with(target, {OLD: known[OLD]}) == ""
        raise KeyError

    with pytest.raises(KeyError):
        build_and_switch(target, refused)
    assert wrong_with(target, {OLD: known[OLD]}) == ""
    assert debris(target) == []


def test_a_switch_that_copies_over_the_old_site_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def careless(self: Past, inner: Path) -> None:
        for number, (name, path) in enumerate(files_of(inner)):
            if number == 2:
                os.kill(os.getpid(), 9)
            shutil.copyfile(path, self.target / name)

    def killed() -> None:
        monkeypatch.setattr(Past, "swap", careless)
        show(tmp_path / "site", NEW, 2)

    known = digests(tmp_path / "known", 2)
    show(tmp_path / "site", OLD, 2)
    assert kills.ended(kills.in_a_child(killed)) == -9
    assert wrong_with(tmp_path / "site", known) != ""


def test_a_build_that_is_killed_at_random_leaves_a_whole_site(tmp_path: Path) -> None:
    found = kills.at_times(tmp_path, 12)
    assert found.wrong == []
    assert found.seen.total() == 12


@pytest.mark.parametrize("reason", torture.REASONS, ids=errno.errorcode.get)
def test_a_build_of_which_any_file_call_fails_leaves_a_whole_site(
    tmp_path: Path, reason: int
) -> None:
    found = torture.small(tmp_path, reason, STEP)
    assert found.wrong == []
    assert min(found.seen["old"], found.seen["new"]) > 1


def test_a_disk_that_is_full_from_some_call_on_leaves_a_whole_site(tmp_path: Path) -> None:
    found = torture.small(tmp_path, errno.ENOSPC, STEP, lasting=True)
    assert found.wrong == []
    assert found.seen["old"] > 1


@pytest.mark.skipif(sys.platform != "linux" or not injected.available(), reason="needs strace")
def test_a_build_of_which_a_system_call_fails_leaves_a_whole_site(tmp_path: Path) -> None:
    found = injected.injected(tmp_path, 40)
    assert found.wrong == []
    assert found.seen.total() > 2


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> real.Project:
    return real.project(tmp_path_factory.mktemp("real") / "project")


def test_a_real_build_that_is_killed_leaves_a_whole_site(place: real.Project) -> None:
    found = real.killed(place, 3)
    assert found.wrong == []
    assert found.seen.total() == 3


def test_a_real_build_of_which_a_file_call_fails_leaves_a_whole_site(place: real.Project) -> None:
    found = real.starved(place, 211, 60, torture.REASONS)
    assert found.wrong == []
    assert found.seen["old"] > 1


@pytest.mark.parametrize(("patience", "seen"), [(60, "one waits"), (0, "one says so")])
def test_of_two_builds_at_once_one_waits_or_says_so(
    place: real.Project, patience: int, seen: str
) -> None:
    found = real.pairs(place, 1, patience)
    assert found.wrong == []
    # where they did not meet, one came after the other
    assert set(found.seen) <= {seen, "one after the other"}


def test_a_reader_sees_no_missing_and_no_torn_page(tmp_path: Path) -> None:
    found = reading.read_while_publishing(tmp_path, 6)
    assert found.wrong == []
    assert found.seen["page"] > 6 * reading.PAGES
    assert found.seen["style"] == found.seen["page"]


def test_a_page_that_is_missing_or_torn_is_noticed_by_the_reader(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("torn")
    with reading.served(tmp_path) as port:
        reader = reading.Reader(port, {"index.html": {"whole"}, "gone.html": {"whole"}})
        reader.fetch("index.html")
        reader.fetch("gone.html")
    assert reader.outcome.wrong == [
        "index.html: torn, or of no release",
        "gone.html: status 404",
    ]
