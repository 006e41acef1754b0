"""The pages of `content/` are asked for and read as the files of `bases/` are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from showcase.prose_folder import NEEDED
from showcase.workshop import Workshop

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("bases", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def told(project: Path) -> list[tuple[str, str]]:
    """What is said of the pages of `content/`."""
    found = Workshop(project).read().diagnostics
    return [(one.code, one.place.file) for one in found if one.place.file.startswith("content/")]


@pytest.mark.parametrize("name", NEEDED)
def test_a_missing_page_is_told_and_stops_the_build(project: Path, name: str) -> None:
    (project / "content" / name).unlink()
    assert told(project) == [("file-missing", f"content/{name}")]
    assert Workshop(project).read().catalogue is None


def test_what_notepad_writes_is_read(project: Path) -> None:
    (project / "content" / "about.md").write_bytes("# 编写说明\n\n虚构".encode("gb18030"))
    assert told(project) == [("encoding-gb18030", "content/about.md")]
    assert Workshop(project).handwritten()["about/"].title == "编写说明"


def test_what_was_checked_is_what_is_shown(project: Path) -> None:
    workshop = Workshop(project)
    catalogue = workshop.read().catalogue
    assert catalogue is not None
    (project / "content" / "about.md").unlink()
    assert "about/" in {page.path for page in workshop.edition(catalogue).pages()}


def test_what_is_no_text_is_told(project: Path) -> None:
    (project / "content" / "about.md").write_bytes(b"PK\x03\x04\x00\x00")
    assert told(project) == [("not-text", "content/about.md")]


def test_characters_that_the_display_face_lacks_are_named(project: Path) -> None:
    reading = Workshop(project).read()
    assert reading.catalogue is not None
    assert Workshop(project).lacking_characters(reading.catalogue) == ()
    base = project / "bases" / "mantoushan.yml"
    base.write_text(base.read_text("utf-8").replace("name: ", "name: 䶮"), encoding="utf-8")
    changed = Workshop(project).read().catalogue
    assert changed is not None
    assert Workshop(project).lacking_characters(changed) == ("䶮",)
