"""Single values are set in files as staff wrote them, and nothing else moves."""

from __future__ import annotations

from pathlib import Path

import pytest

from showcase.amendment import append, changed, put, written
from showcase.diagnostics import Edit
from showcase.mending import edited
from showcase.model import Base, Consent, Publication
from showcase.reading.binding import bind
from showcase.written_files import difference, load

TOP = "schema: 1\nname: 云桥\nkind: 其他\ncity: 云州市\n"


def read(text: str) -> Base:
    record, _ = bind(text, "bases/yunqiao.yml", "yunqiao", Base)
    assert record is not None
    return record.content


def with_status(text: str) -> str | None:
    expected = changed(read(text), ("status",), Publication.draft)
    edits = put(text, ("status",), "草稿", expected)
    return edited(text, edits) if edits is not None else None


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (TOP, TOP + "status: 草稿\n"),
        (TOP + "# 末尾的注释\n", TOP + "status: 草稿\n# 末尾的注释\n"),
        (TOP + "status: 发布  # 写好了\n", TOP + "status: 草稿  # 写好了\n"),
        (TOP + "status: '发布'\n", TOP + "status: '草稿'\n"),
        (TOP + 'status: "published"\n', TOP + 'status: "草稿"\n'),
        (TOP + "status:\n", TOP + "status: 草稿\n"),
        ("格式版本: 1\n名称: 云桥\n类别: 其他\n城市: 云州市\n", "格式版本: 1\n名称: 云桥\n类别: 其他\n城市: 云州市\n状态: 草稿\n"),
        (TOP + "story: |\n  一段\n\n  status: 发布\n", TOP + "status: 草稿\nstory: |\n  一段\n\n  status: 发布\n"),
        (TOP.rstrip("\n"), TOP + "status: 草稿"),
    ],
)  # fmt: skip
def test_the_status_is_set_in_place_or_added(text: str, after: str) -> None:
    assert with_status(text) == after


@pytest.mark.parametrize(
    ("photos", "after"),
    [
        ("  - {file: a.jpg, alt: 前厅} # 大\n", "  - {file: a.jpg, alt: 前厅, consent: 未取得} # 大\n"),
        ("  - {file: a.jpg, alt: 前厅, consent: 已取得}\n", "  - {file: a.jpg, alt: 前厅, consent: 未取得}\n"),
        ("  - file: a.jpg\n    alt: 前厅\n", "  - file: a.jpg\n    alt: 前厅\n    consent: 未取得\n"),
        ("  - file: a.jpg\n    alt: >\n      前厅\n", "  - file: a.jpg\n    consent: 未取得\n    alt: >\n      前厅\n"),
    ],
)  # fmt: skip
def test_the_consent_of_a_photograph_is_set(photos: str, after: str) -> None:
    text = f"{TOP}photos:\n{photos}"
    way = ("photos", 0, "consent")
    edits = put(text, way, "未取得", changed(read(text), way, Consent.open))
    assert edits is not None
    assert edited(text, edits) == f"{TOP}photos:\n{after}"


@pytest.mark.parametrize(
    ("former", "after"),
    [
        ("", "former_ids: [old]\n"),
        ("former_ids: [a, b]  # 两个\n", "former_ids: [a, b, old]  # 两个\n"),
        ("former_ids: []\n", "former_ids: [old]\n"),
        ("former_ids:\n  - a  # 甲\n", "former_ids:\n  - a  # 甲\n  - old\n"),
        ("former_ids:\n- a\n", "former_ids:\n- a\n- old\n"),
    ],
)
def test_a_former_id_is_added_to_the_list(former: str, after: str) -> None:
    text = TOP + former
    base = read(text)
    expected = changed(base, ("former_ids",), (*base.former_ids, "old"))
    edits = append(text, ("former_ids",), "old", expected)
    assert edits is not None
    assert edited(text, edits) == TOP + after


def test_what_cannot_be_set_safely_is_left_alone() -> None:
    text = TOP + "photos:\n  - {file: a.jpg, alt: 前厅}\n"
    # what would come of it is not what was meant: the file keeps saying 前厅
    expected = changed(
        changed(read(text), ("photos", 0, "consent"), Consent.open), ("name",), "别的"
    )
    assert put(text, ("photos", 0, "consent"), "未取得", expected) is None
    assert put("- 一个列表\n", ("status",), "草稿", read(TOP)) is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("草稿", "草稿"),
        ("2026-11-20", "2026-11-20"),
        ("yunqiao/firms", "yunqiao/firms"),
        ("宣传科 王", '"宣传科 王"'),
        ("甲: 乙", '"甲: 乙"'),
        ("null", '"null"'),
        ("#1", '"#1"'),
        ("甲, 乙", '"甲, 乙"'),
    ],
)
def test_a_value_is_quoted_where_a_sign_could_mean_something(value: str, shown: str) -> None:
    assert written(value) == shown


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(encoding: str, end: str, tmp_path: Path) -> None:
    path = tmp_path / "yunqiao.yml"
    text = TOP + "# 末尾\n"
    path.write_bytes(text.replace("\n", end).encode(encoding))
    file = load(path)
    assert file is not None
    assert file.text == text
    edits = put(file.text, ("status",), "草稿", changed(read(text), ("status",), Publication.draft))
    assert edits is not None
    file.edited(edits).save()
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
