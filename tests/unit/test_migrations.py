"""Files go from version to version with their comments."""

from __future__ import annotations

from pathlib import Path

import pytest

from showcase.migrations import Step, migrate, pending, version_of
from tests.unit.written import HEAD, YUNQIAO

COMMENTED = "# 说明\nschema: 1  # 版本\nname: 荷塘议事亭  # 名字\n\nactivities: []  # 以后写\n"
STEPS: dict[int, Step] = {
    1: lambda text: text.replace("schema: 1", "schema: 2").replace("activities:", "events:"),
    2: lambda text: text.replace("schema: 2", "schema: 3").replace("name:", "title:"),
}


@pytest.mark.parametrize("text", [HEAD, YUNQIAO, COMMENTED, "", "名称: 甲\n"])
def test_without_steps_nothing_changes(text: str) -> None:
    assert migrate(text) == text
    assert migrate(text, STEPS, current=1) == text


def test_steps_follow_each_other_and_keep_comments() -> None:
    assert migrate(COMMENTED, STEPS, current=3) == (
        "# 说明\nschema: 3  # 版本\ntitle: 荷塘议事亭  # 名字\n\nevents: []  # 以后写\n"
    )
    assert migrate(COMMENTED, STEPS, current=2).startswith("# 说明\nschema: 2  # 版本\nname:")


def test_a_version_without_a_step_is_left_alone() -> None:
    assert migrate("schema: 7\n", STEPS, current=9) == "schema: 7\n"


@pytest.mark.parametrize(
    ("text", "version"),
    [("schema: 1", 1), ("name: 甲\n格式版本: 2\n", 2), ('schema: "3"', 3), ("schema：1", 1), ("story: |\n  schema: 9\n", None), ("", None)],
)  # fmt: skip
def test_a_file_says_its_version(text: str, version: int | None) -> None:
    assert version_of(text) == version


def test_files_that_would_change_are_found_in_every_encoding_and_ending(tmp_path: Path) -> None:
    (tmp_path / "_standards").mkdir()
    (tmp_path / "a.yml").write_bytes(HEAD.encode("gb18030"))
    (tmp_path / "b.yaml").write_bytes(HEAD.encode("utf-16"))
    (tmp_path / "_standards" / "c.yml").write_text("schema: 2\n")
    (tmp_path / "d.yml").write_bytes(b"\0")
    assert pending(tmp_path) == ()
    changes = pending(tmp_path, STEPS, 2)
    assert [change.path.name for change in changes] == ["a.yml", "b.yaml"]
    assert changes[1].after == HEAD.replace("schema: 1", "schema: 2")
