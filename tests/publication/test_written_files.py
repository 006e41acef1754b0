"""Files are changed in place: encoding, mark and line ends stay as staff saved them."""

from __future__ import annotations

from pathlib import Path

import pytest

from showcase.diagnostics import Edit
from showcase.mending import edited
from showcase.model import Base
from showcase.revision import Put, Revision, revised
from showcase.written_files import difference, load

TOP = "schema: 1\nname: 云桥\nkind: 其他\ncity: 云州市\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(encoding: str, end: str, tmp_path: Path) -> None:
    path = tmp_path / "yunqiao.yml"
    text = TOP + "# 末尾\n"
    path.write_bytes(text.replace("\n", end).encode(encoding))
    file = load(path)
    assert file is not None
    assert file.text == text
    revision = revised(file.raw, [Put(("status",), "草稿")], Base)
    assert isinstance(revision, Revision)
    assert file.edited(revision.edits).raw == revision.text
    file.edited(revision.edits).save()
    assert path.read_bytes() == (TOP + "status: 草稿\n# 末尾\n").replace("\n", end).encode(encoding)
    assert [one.name for one in tmp_path.iterdir()] == ["yunqiao.yml"]


def test_each_line_keeps_its_own_end() -> None:
    assert edited("a\r\nb\nc\r\n", (Edit(2, 1, 2, "x\ny"),)) == "a\r\nx\ny\nc\r\n"
    assert edited("a\r\nb", (Edit(2, 2, 2, "\nc"),)) == "a\r\nb\r\nc"


def test_a_file_in_two_encodings_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "yunqiao.yml"
    path.write_bytes("name: 云桥\n".encode() + "city: 云州\n".encode("gb18030") + b"\xff\n")
    assert load(path) is None


def test_the_difference_shows_the_lines_that_change(tmp_path: Path) -> None:
    path = tmp_path / "yunqiao.yml"
    path.write_text(TOP, encoding="utf-8")
    before = load(path)
    assert before is not None
    after = before.edited((Edit(4, 7, 10, "云海市"),))
    assert difference(before, after, "bases/yunqiao.yml").split("\n")[1:] == [
        " kind: 其他", "-city: 云州市", "+city: 云海市",
    ]  # fmt: skip
