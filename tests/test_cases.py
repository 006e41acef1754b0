"""Every folder of `tests/cases/` is one story: files as staff write them, and what they are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from showcase.diagnostics import errors
from tests.cases.story import Story, stories, told_by


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.folder.name)
def test_staff_are_told(story: Story, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    reading = story.read(tmp_path)
    if request.config.getoption("--update-golden"):
        story.golden.write_text(told_by(reading), encoding="utf-8", newline="\n")
    assert story.golden.exists(), "run with --update-golden, then read what it wrote"
    assert told_by(reading) == story.told
    assert (reading.catalogue is None) == bool(errors(reading.diagnostics))


def test_the_folder_is_read_the_same_a_second_time(tmp_path: Path) -> None:
    story = next(one for one in stories() if one.folder.name == "many-files-at-once")
    first, second = story.read(tmp_path / "a"), story.read(tmp_path / "b")
    assert first.diagnostics == second.diagnostics
