"""Spoilt workbooks, each with its story: read right, or refused with the place and what to type, nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workbook.stories import Story, stories

FEWEST = 25
"""Kinds of spoilt workbook that are shown at least."""


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.folder.name)
def test_a_spoilt_workbook_ends_as_its_story_says(
    story: Story, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    told = story.told(tmp_path)
    if pytestconfig.getoption("--update-golden"):
        story.golden.write_text(told, encoding="utf-8", newline="\n")
    assert told == story.golden.read_text("utf-8")


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.folder.name)
def test_what_is_refused_leaves_every_file_alone(story: Story) -> None:
    said, _, files = story.golden.read_text("utf-8").partition("----\n")
    if "错误 " in said:
        assert files == "文件都没有动\n"
        assert "没有改动任何文件" in said


def test_there_are_enough_kinds_of_spoilt_workbook() -> None:
    assert len(stories()) >= FEWEST
