"""What may be opened is decided before anything is: links, pipes and folders that lead astray are told."""

from __future__ import annotations

import os
import shutil
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from showcase import messages
from showcase.confinement import explore, is_in_place, is_ordinary
from showcase.diagnostics import Diagnostic, errors
from showcase.folder import Folder
from showcase.workshop import Workshop
from tests.cases.story import BASELINE
from tests.confinement.planting import PLANTED, SECRET, lay_outside
from tests.site import project
from tests.unit.written import HEAD

links = pytest.mark.skipif(
    os.name == "nt", reason="links and pipes need a right that few have on Windows"
)


@pytest.fixture
def laid(tmp_path: Path) -> Path:
    lay_outside(tmp_path)
    return project.copy(tmp_path / "project")


@pytest.fixture
def bases(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASELINE, tmp_path / "project" / "bases"))


def told(root: Path) -> tuple[Diagnostic, ...]:
    return errors(Workshop(root).read(drafts=True).diagnostics)


@links
@pytest.mark.parametrize("planted", PLANTED)
def test_what_leads_astray_is_told_where_it_lies(laid: Path, planted: str) -> None:
    plant, code, file = PLANTED[planted]
    plant(laid)
    reading = Workshop(laid).read(drafts=True)
    found = errors(reading.diagnostics)
    assert (code, file) in [(one.code, one.place.file) for one in found]
    assert SECRET not in "".join(
        f"{messages.what(one)}{messages.mend(one)}{one.text}" for one in found
    )
    assert reading.catalogue is None


def test_something_is_planted_for_all_that_can_be_told() -> None:
    codes = {code for _, code, _ in PLANTED.values()}
    assert codes == {
        "linked-outside", "linked-folder", "linked-twice", "folder-elsewhere", "not-a-file", "special-file",
    }  # fmt: skip


@links
def test_a_folder_that_lies_elsewhere_is_told_with_its_place_and_nothing_else(laid: Path) -> None:
    PLANTED["all bases"][0](laid)
    (one,) = told(laid)
    assert one.values == {
        "written": "bases",
        "target": str((laid.parent / "outside" / "bases").resolve()),
    }


@links
def test_a_folder_may_be_a_link_within_the_project(bases: Path) -> None:
    bases.rename(bases.parent / "elsewhere")
    bases.symlink_to("elsewhere")
    assert Folder(bases).read(drafts=True).diagnostics == ()


@links
def test_a_project_may_itself_lie_behind_a_link(bases: Path, tmp_path: Path) -> None:
    (tmp_path / "short").symlink_to(bases.parent)
    assert Folder(tmp_path / "short" / "bases").read(drafts=True).diagnostics == ()


@links
def test_links_within_the_bases_are_followed(bases: Path) -> None:
    text = HEAD + "photos:\n  - {file: hall.jpg, alt: 议事亭的前厅}\n"
    (bases / "hetang.yml").write_text(text, "utf-8")
    (bases / "hetang").symlink_to("yunqiao")
    reading = Folder(bases).read(drafts=True)
    assert [one.code for one in reading.diagnostics if one.level == 0] == []
    assert reading.catalogue is not None
    assert reading.catalogue.photos["hetang"].keys() == {"hall.jpg"}


@links
def test_what_an_editor_leaves_beside_an_open_file_is_left_alone(bases: Path) -> None:
    (bases / ".#hetang.yml").symlink_to("staff@desk.1234:1700000000")
    assert Folder(bases).read(drafts=True).diagnostics == ()


@links
@pytest.mark.parametrize(
    ("target", "cause"),
    [("../../outside/secret.jpg", "指到别处的链接"), ("/dev/zero", "指到别处的链接"), ("/etc/hostname", "指到别处的链接"),
     ("gone.jpg", "打不开的链接"), ("other.jpg", "打不开的链接")],
)  # fmt: skip
def test_a_photograph_that_leads_astray_is_told_where_it_is_named(
    bases: Path, tmp_path: Path, target: str, cause: str
) -> None:
    lay_outside(tmp_path)
    text = HEAD + "photos:\n  - {file: other.jpg, alt: 议事亭的前厅}\n"
    (bases / "hetang.yml").write_text(text, "utf-8")
    (bases / "hetang").mkdir()
    (bases / "hetang" / "other.jpg").symlink_to(target)
    found = [one for one in Folder(bases).read(drafts=True).diagnostics if one.level == 0]
    assert [(one.code, one.values["cause"]) for one in found] == [("photo-no-file", cause)]
    assert (found[0].place.file, found[0].place.line) == ("bases/hetang.yml", 6)


@links
def test_names_that_are_one_on_other_systems_are_told_together(bases: Path) -> None:
    for name in ("Hall.JPG", "ünten.jpg", "u\u0308nten.jpg"):
        shutil.copy(bases / "yunqiao" / "hall.jpg", bases / "yunqiao" / name)
    found = [
        one for one in Folder(bases).read(drafts=True).diagnostics if one.code == "names-alike"
    ]
    assert [(one.values["written"], one.values["other"]) for one in found] == [
        ("hall.jpg", "Hall.JPG"),
        ("ünten.jpg", "u\u0308nten.jpg"),
    ]


@links
def test_a_name_whose_bytes_are_no_text_is_told(bases: Path) -> None:
    """As archives from old Windows leave them: GBK, which is no UTF-8."""
    (bases / os.fsdecode("荷塘.yml".encode("gbk"))).write_text(HEAD, "utf-8")
    (found,) = Folder(bases).read(drafts=True).diagnostics
    assert (found.code, found.values["written"]) == ("bad-file-name", "????.yml")
    found.place.file.encode()


@pytest.mark.parametrize("name", ["bases/hetang.yml", "content/more.md"])
def test_a_file_far_too_large_is_told_and_not_read_whole(laid: Path, name: str) -> None:
    with (laid / name).open("wb") as file:
        file.truncate(200_000_000)
    tracemalloc.start()
    found = told(laid)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [(one.code, one.place.file) for one in found] == [("file-too-large", name)]
    assert peak < 100_000_000


def test_a_file_that_may_not_be_opened_is_told(
    bases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program keeps it for itself, or the right to is lacking: the tests may run as somebody who has it."""

    def refused(path: Path) -> bytes:
        if path.name == "yunqiao.yml":
            raise PermissionError(13, "Permission denied")
        return path.read_bytes()

    monkeypatch.setattr("showcase.folder.beginning", refused)
    found = [(one.code, one.place.file) for one in Folder(bases).read(drafts=True).diagnostics]
    assert found == [("not-a-file", "bases/yunqiao.yml")]


def test_a_folder_that_may_not_be_listed_is_told_and_hides_no_other(
    bases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def refused(folder: Path) -> Any:
        if folder.name == "hetang":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    (bases / "hetang").mkdir()
    monkeypatch.setattr("showcase.confinement.os.scandir", refused)
    grounds = explore(bases.parent, "bases")
    assert [(one.code, one.place.file) for one in grounds.faults.values()] == [
        ("not-a-file", "bases/hetang")
    ]
    assert bases / "yunqiao" / "hall.jpg" in grounds.paths


@links
def test_one_file_is_judged_by_where_it_really_lies(tmp_path: Path) -> None:
    lay_outside(tmp_path)
    top = tmp_path / "bases"
    (top / "folder").mkdir(parents=True)
    (top / "file.json").write_text("{}", "utf-8")
    for name, target in (("inside", "file.json"), ("out", "../outside/secret.json"), ("gone", "nothing"), ("loop", "loop")):  # fmt: skip
        (top / name).symlink_to(target)
    os.mkfifo(top / "pipe")
    found = {path.name for path in top.iterdir() if is_ordinary(path, top)}
    assert found == {"file.json", "inside"}
    assert not is_ordinary(top / "missing.json", top)


@links
def test_a_folder_is_in_place_that_lies_where_its_name_says(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "link").symlink_to("site")
    (tmp_path / "short").symlink_to(tmp_path)
    assert is_in_place(tmp_path, "site")
    assert is_in_place(tmp_path / "short", "site")
    assert is_in_place(tmp_path, "not-yet")
    assert not is_in_place(tmp_path, "link")


@links
def test_a_pipe_and_a_socket_are_told_by_what_they_are(laid: Path) -> None:
    # looked at alone: what opened one would wait for ever
    for planted, cause in (("a pipe among bases", "管道"), ("a link to a pipe", "管道"), ("a socket", "套接字")):  # fmt: skip
        plant, code, file = PLANTED[planted]
        plant(laid)
        found = explore(laid, "bases").faults[laid / file]
        assert (found.code, found.values["cause"]) == (code, cause)


def test_twenty_thousand_photographs_that_nobody_names_are_no_trouble(bases: Path) -> None:
    folder = bases / "yunqiao"
    for number in range(20_000):
        (folder / f"{number}.jpg").touch()
    assert [one for one in Folder(bases).read(drafts=True).diagnostics if one.level == 0] == []


@dataclass(frozen=True)
class _Entry:
    """An entry of a folder as Python 3.11 gives it on Windows for a junction: a plain folder with a mark."""

    name: str
    attributes: int

    def is_symlink(self) -> bool:
        return False

    def is_dir(self, *, follow_symlinks: bool) -> bool:
        return True

    def is_file(self, *, follow_symlinks: bool) -> bool:
        return False

    def stat(self, *, follow_symlinks: bool) -> SimpleNamespace:
        return SimpleNamespace(st_file_attributes=self.attributes)


@pytest.mark.parametrize(
    ("attributes", "target", "codes"),
    [
        (0x410, "outside", ["linked-outside"]),
        # files that OneDrive keeps elsewhere bear the same mark, and lead to themselves
        (0x410, "project/bases/photos", []),
        (0x10, "outside", []),
    ],
)
def test_a_junction_of_windows_is_followed_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, attributes: int, target: str, codes: list[str]
) -> None:
    bases = tmp_path / "project" / "bases"
    (bases / "photos").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    scandir, realpath = os.scandir, os.path.realpath

    @contextmanager
    def listed(folder: Path) -> Iterator[list[Any]]:
        with scandir(folder) as found:
            yield [_Entry(one.name, attributes) for one in found]

    def followed(path: Path) -> str:
        where = tmp_path / target if path.name == "photos" else path
        return realpath(where)

    monkeypatch.setattr("showcase.confinement.os.scandir", listed)
    monkeypatch.setattr("showcase.confinement.os.path.realpath", followed)
    grounds = explore(tmp_path / "project", "bases", folder_links=False)
    assert [one.code for one in grounds.faults.values()] == codes
