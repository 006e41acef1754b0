"""Photographs of real cameras, full of what they write: nothing of it is left, says a reader that is not ours."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from showcase.catalogue import Hindrance
from showcase.photographs import Copy, cleaned, measure, opened, publish, working_copy
from tests.photographs.exif_tool import surplus, tags
from tests.photographs.pictures import SAMPLES

pytestmark = pytest.mark.exiftool
PATHS = sorted(path for path in SAMPLES.glob("*/*") if path.is_file())
TELLING = ("GPSLatitude", "SerialNumber", "InternalSerialNumber", "Make", "ThumbnailImage", "Software", "By-line", "XMPToolkit", "Comment", "MakerNoteVersion", "CreatorTool", "OwnerName")  # fmt: skip


@pytest.fixture(scope="module")
def before() -> dict[str, set[str]]:
    """What is in the samples."""
    return tags(PATHS)


def test_the_samples_are_full_of_it(before: dict[str, set[str]]) -> None:
    """Otherwise the rest would prove nothing."""
    assert len(PATHS) >= 50
    names = [{tag.partition(":")[2] for tag in found} for found in before.values()]
    for name in TELLING:
        assert any(name in found for found in names), name
    assert sum("GPSLatitude" in found for found in names) >= 6
    groups = {tag.partition(":")[0] for found in before.values() for tag in found}
    assert {
        "EXIF",
        "MakerNotes",
        "XMP",
        "IPTC",
        "Photoshop",
        "ICC_Profile",
        "FlashPix",
        "JUMBF",
    } <= groups
    assert [name for name, found in before.items() if not surplus(found)] == []


def test_whatever_exiftool_finds_a_position_in_is_known_to_tell_where(
    before: dict[str, set[str]],
) -> None:
    found = {path.name: opened(path) for path in PATHS}
    ours = {
        name for name, one in found.items() if not isinstance(one, Hindrance) and one.bare.located
    }
    theirs = {name for name, told in before.items() if "EXIF:GPSLatitude" in told}
    assert theirs - ours == set()


def test_published_nothing_is_left(tmp_path: Path) -> None:
    for path in PATHS:
        assert measure(path.parent, [path.name]), path
        publish(path.parent, path.name, tmp_path / f"{path.name}.jpg")
    after = tags(sorted(tmp_path.iterdir()))
    assert len(after) == len(PATHS)
    assert {name: surplus(found) for name, found in after.items() if surplus(found)} == {}


def test_in_the_copies_for_the_project_nothing_is_left(tmp_path: Path) -> None:
    for path in PATHS:
        picture = opened(path)
        assert not isinstance(picture, Hindrance)
        copy = working_copy(picture, path.name)
        assert isinstance(copy, Copy)
        (tmp_path / f"{path.name}{copy.ending}").write_bytes(copy.content)
    after = tags(sorted(tmp_path.iterdir()))
    assert len(after) == len(PATHS)
    assert {name: surplus(found) for name, found in after.items() if surplus(found)} == {}


def test_in_cleaned_files_colours_and_the_way_up_are_left(tmp_path: Path) -> None:
    for path in PATHS:
        picture = opened(path)
        assert not isinstance(picture, Hindrance)
        if fresh := cleaned(picture):
            (tmp_path / path.name).write_bytes(fresh)
    after = tags(sorted(tmp_path.iterdir()))
    assert len(after) >= 40
    told = {name: surplus(found, cleaned=True) for name, found in after.items()}
    assert {name: found for name, found in told.items() if found} == {}


@pytest.mark.parametrize("planted", ["-Comment=x", "-GPSLatitude=30", "-XMP:Creator=x"])  # fmt: skip
def test_what_is_left_would_be_noticed(tmp_path: Path, planted: str) -> None:
    import subprocess

    publish(SAMPLES / "piexif", "r_canon.jpg", tmp_path / "a.jpg")
    shutil.copy(tmp_path / "a.jpg", tmp_path / "b.jpg")
    subprocess.run(
        ["exiftool", "-q", "-overwrite_original", planted, tmp_path / "b.jpg"],
        timeout=60,
        check=True,
    )
    after = tags([tmp_path / "a.jpg", tmp_path / "b.jpg"])
    assert not surplus(after["a.jpg"])
    assert surplus(after["b.jpg"])
