"""The folder on disk: what is read, what is left alone, what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from showcase.drafting.text import LARGEST
from showcase.folder import Folder
from showcase.reading.binding import bind_file
from showcase.reading.nodes import MOST_NODES
from tests.cases.story import BASELINE
from tests.unit.written import HEAD


@pytest.fixture
def bases(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASELINE, tmp_path / "project" / "bases"))


def told(bases: Path) -> list[tuple[str, str]]:
    return [(one.code, one.place.file) for one in Folder(bases).read(drafts=True).diagnostics]


def read_ids(bases: Path) -> list[str]:
    catalogue = Folder(bases).read(drafts=True).catalogue
    assert catalogue is not None
    return list(catalogue.bases)


def write(path: Path, text: str = HEAD) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["CON.yml", "con.yml", "lpt1.yml", "NUL.yaml"])
def test_a_name_that_windows_keeps_for_itself_is_refused(bases: Path, name: str) -> None:
    write(bases / name)
    found = Folder(bases).read().diagnostics
    assert [one.code for one in found] == ["bad-file-name"]
    assert found[0].values["near"] == "yunqiao"


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("荷塘.yml", "hetang"),
        ("He Tang.yml", "he-tang"),
        ("-a.yml", "a"),
        ("a_b.yml", "a-b"),
        ("！.yml", "yunqiao"),
    ],
)
def test_a_name_that_is_no_id_is_refused_with_a_better_one(
    bases: Path, name: str, near: str
) -> None:
    write(bases / name)
    found = Folder(bases).read().diagnostics
    assert [(one.code, one.values["near"]) for one in found] == [("bad-file-name", near)]


@pytest.mark.parametrize(
    "name",
    [
        "hetang - 副本.yml",
        "hetang - 副本 (2).yml",
        "hetang 副本.yml",
        "hetang(1).yml",
        "hetang （2）.yml",
        "复件 hetang.yml",
        "hetang - Copy.yml",
    ],
)
def test_a_name_that_a_copy_gets_is_told_as_one(bases: Path, name: str) -> None:
    write(bases / name)
    found = Folder(bases).read().diagnostics
    assert [(one.code, one.values["near"]) for one in found] == [("bad-file-name-copy", "hetang-2")]


@pytest.mark.parametrize("name", ["副本.yml", "荷塘 2.yml", "Copyright.yml", "(1).yml"])
def test_a_name_that_only_looks_like_a_copy_is_told_as_it_is(bases: Path, name: str) -> None:
    write(bases / name)
    assert [one.code for one in Folder(bases).read().diagnostics] == ["bad-file-name"]


def test_names_that_differ_in_case_only_are_told_together(bases: Path) -> None:
    write(bases / "hetang.yml")
    write(bases / "HeTang.yml")
    assert told(bases) == [("bad-file-name", "bases/HeTang.yml"), ("same-id", "bases/hetang.yml")]


def test_both_endings_are_read(bases: Path) -> None:
    write(bases / "hetang.yaml")
    write(bases / "lianhua.YML")
    assert read_ids(bases) == ["hetang", "lianhua", "yunqiao", "yunqiao-brand"]


@pytest.mark.parametrize(
    "name",
    [
        ".hetang.yml",
        "~$hetang.yml",
        "~hetang.yml",
        "hetang.yml.bak",
    ],
)
def test_a_file_that_is_no_base_is_left_alone(bases: Path, name: str) -> None:
    write(bases / name, "x: [")
    assert told(bases) == []


@pytest.mark.parametrize(
    "name", ["_hetang.yml", "_word.yml", "_sources - 副本.yml", "hetang/a.yml", "新建文件夹/b.yml"]
)
def test_a_base_where_nobody_looks_for_it_is_told(bases: Path, name: str) -> None:
    write(bases / name, "x: [")
    assert told(bases) == [("unread-file", f"bases/{name}")]


def test_a_folder_called_like_a_file_is_left_alone(bases: Path) -> None:
    (bases / "hetang.yml").mkdir()
    assert told(bases) == []


@pytest.mark.parametrize("name", ["hetang.yml", "_site.yml", "_standards/four.yml"])
def test_a_link_out_of_the_project_is_not_followed(bases: Path, tmp_path: Path, name: str) -> None:
    write(tmp_path / "secret.yml", "password: 1")
    (bases / name).unlink(missing_ok=True)
    (bases / name).symlink_to(tmp_path / "secret.yml")
    found = Folder(bases).read().diagnostics
    assert [(one.code, one.text) for one in found] == [("linked-outside", "")]


def test_a_folder_linked_out_of_the_project_is_not_followed(bases: Path, tmp_path: Path) -> None:
    shutil.move(bases / "_standards", tmp_path / "elsewhere")
    (bases / "_standards").symlink_to(tmp_path / "elsewhere")
    assert ("linked-outside", "bases/_standards") in told(bases)


def test_photographs_in_a_folder_linked_out_of_the_project_are_not_followed(
    bases: Path, tmp_path: Path
) -> None:
    shutil.move(bases / "yunqiao", tmp_path / "elsewhere")
    (bases / "yunqiao").symlink_to(tmp_path / "elsewhere")
    assert ("linked-outside", "bases/yunqiao") in told(bases)


def test_bases_are_ordered_by_id(bases: Path) -> None:
    write(bases / "yunqiao-2.yml")
    assert read_ids(bases) == ["yunqiao", "yunqiao-2", "yunqiao-brand"]


def test_a_link_within_the_project_is_read(bases: Path) -> None:
    write(bases / "archive" / "old.yml")
    (bases / "hetang.yml").symlink_to(bases / "archive" / "old.yml")
    assert "hetang" in read_ids(bases)


def test_links_that_lead_nowhere_are_told(bases: Path) -> None:
    (bases / "gone.yml").symlink_to(bases / "nothing.yml")
    (bases / "round.yml").symlink_to(bases / "round.yml")
    # a link that leads nowhere is no way out of the project, and no base either
    assert told(bases) == [
        ("not-a-file", "bases/gone.yml"),
        ("not-a-file", "bases/round.yml"),
    ]


def test_a_name_that_is_only_an_ending_is_told(bases: Path) -> None:
    (bases / ".yml").write_text(HEAD, encoding="utf-8")
    assert told(bases) == [("bad-file-name", "bases/.yml")]


def test_a_folder_named_like_a_base_is_left_alone(bases: Path) -> None:
    (bases / "fotos.yml").mkdir()
    assert told(bases) == []


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"PK\x03\x04\x00\x00", "not-text"), (b"#" * (LARGEST + 1), "file-too-large")],
)
def test_a_file_that_is_no_text_is_told_with_its_name(
    bases: Path, content: bytes, code: str
) -> None:
    (bases / "hetang.yml").write_bytes(content)
    (bases / "lianhua.yml").write_text("part_of: hetang\n" + HEAD, encoding="utf-8")
    assert told(bases) == [(code, "bases/hetang.yml")]


def test_a_file_with_too_many_nodes_is_told(bases: Path) -> None:
    write(bases / "hetang.yml", HEAD + "aliases: [" + "荷," * MOST_NODES + "]\n")
    assert told(bases) == [("too-many-nodes", "bases/hetang.yml")]


@pytest.mark.parametrize("name", ["_site.yml", "_sources.yml", "_terms.yml"])
def test_a_missing_file_of_the_site_is_told_with_all_else(bases: Path, name: str) -> None:
    (bases / name).unlink()
    write(bases / "hetang.yml", HEAD + "slogan: [")
    assert set(told(bases)) >= {
        ("file-missing", f"bases/{name}"),
        ("unclosed-bracket", "bases/hetang.yml"),
    }


def test_an_empty_project_is_told_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "bases").mkdir()
    assert sorted(told(tmp_path / "bases")) == [
        ("file-missing", "bases/_site.yml"),
        ("file-missing", "bases/_sources.yml"),
        ("file-missing", "bases/_terms.yml"),
        ("nothing-to-show", "bases"),
    ]


def test_drafts_stay_in_the_preview(bases: Path) -> None:
    write(bases / "hetang.yml", HEAD + "status: 草稿\n")
    preview, public = Folder(bases).read(drafts=True).catalogue, Folder(bases).read().catalogue
    assert preview is not None
    assert public is not None
    assert set(preview.bases) - set(public.bases) == {"hetang"}


def test_reading_again_costs_only_what_changed(
    bases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, parsed = Folder(bases), list[str]()

    def counted(content: bytes, file: str, *rest: object) -> object:
        parsed.append(file)
        return bind_file(content, file, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("showcase.folder.bind_file", counted)
    first = folder.read()
    assert len(parsed) == 7
    parsed.clear()
    again = folder.read()
    assert parsed == []
    assert again.diagnostics == first.diagnostics
    write(bases / "yunqiao-brand.yml", HEAD.replace("荷塘议事亭", "云桥"))
    changed = folder.read().catalogue
    assert parsed == ["bases/yunqiao-brand.yml"]
    assert changed is not None
    assert changed.bases["yunqiao-brand"].content.kind.value == "协商平台"


def test_a_fault_is_told_again_from_what_was_kept(bases: Path) -> None:
    write(bases / "hetang.yml", HEAD + "budget: 3\n")
    folder = Folder(bases)
    assert folder.read().diagnostics == folder.read().diagnostics != ()
