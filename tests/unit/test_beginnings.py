"""What a file is, by its first bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from showcase.beginnings import beginning, looks_like_a_base
from showcase.drafting.text import LARGEST


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("hetang.yml.txt", "随便什么", True),
        ("hetang.YAML.TXT", "随便什么", True),
        ("hetang.txt", "schema: 1\n", True),
        ("hetang.txt", "\ufeffschema: 1\n", True),
        ("hetang.txt", "# yaml-language-server: $schema=../schemas/base.json\n\nschema: 1\n", True),
        ("hetang.txt", "# schema:\n名称: 云桥同心站\n", False),
        ("hetang.txt", "名称: 云桥同心站\nschema: 1\n", False),
        ("hetang.txt", "", False),
        ("hetang.txt", "#" * 300 + "\nschema: 1\n", False),
        ("hetang.docx", "schema: 1\n", False),
    ],
)  # fmt: skip
def test_a_text_file_is_a_base_by_its_double_ending_or_its_first_line(
    tmp_path: Path, name: str, head: str, expected: bool
) -> None:
    (tmp_path / name).write_text(head, "utf-8")
    assert looks_like_a_base(tmp_path / name) is expected


def test_of_a_file_that_is_too_large_just_enough_is_read_to_tell(tmp_path: Path) -> None:
    path = tmp_path / "hetang.yml"
    path.write_bytes(b"a" * LARGEST)
    assert len(beginning(path)) == LARGEST
    path.write_bytes(b"a" * (LARGEST + 10))
    assert len(beginning(path)) == LARGEST + 1
