"""A new base's file passes the check as a draft, tells every field, and short answers are understood."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.folder import Folder
from showcase.model import Base, Kind, Publication
from showcase.reading import nodes
from showcase.reading.binding import bind
from showcase.scaffold import Option, Written, answered, answered_activity, scaffold, search
from showcase.schemas.field import fields_of
from tests.cases.story import BASELINE
from tests.unit.schema_reading import as_an_editor_sees, faults
from tests.unit.written import a_catalogue

HETANG: dict[str, Written] = {"name": "荷塘议事亭", "kind": "协商平台", "city": "云州市"}
CITIES = [Option("青岛市", "青岛市"), Option("杭州市", "杭州市"), Option("上海市", "上海市")]
BASES = [Option("yunqiao", "云桥同心站", ("云桥",)), Option("yunxi-station", "云溪驿站")]


def opened(text: str) -> str:
    """The file with every line that it offers in use."""
    lines = text.split("\n")
    # what lies before the first offer is about the file itself
    start = next(number for number, line in enumerate(lines) if line.startswith("# coined:"))
    return "\n".join([*lines[:start], *(line.removeprefix("# ") for line in lines[start:])])


def test_a_new_file_passes_the_check_as_a_draft(tmp_path: Path) -> None:
    bases = Path(shutil.copytree(BASELINE, tmp_path / "bases"))
    answers: dict[str, Written] = {"part_of": "yunqiao-brand", "district": ("东城区", "西城区")}
    founded: Written = {"date": "2018-06", "source": "yunzhou-report"}
    (bases / "hetang.yml").write_text(
        scaffold({**HETANG, **answers, "founded": founded}), encoding="utf-8"
    )
    reading = Folder(bases).read(drafts=True)
    assert reading.diagnostics == ()
    assert reading.catalogue is not None
    content = reading.catalogue.bases["hetang"].content
    assert content.status is Publication.draft
    assert content.district == ("东城区", "西城区")
    assert content.founded is not None
    assert content.founded.source == "yunzhou-report"


def test_what_a_new_file_offers_in_comments_can_be_uncommented() -> None:
    record, told = bind(opened(scaffold(HETANG)), "bases/hetang.yml", "hetang", Base)
    assert told == ()
    assert record is not None
    assert len(record.content.activities) == 1
    assert record.content.standards["six-haves"].answers[0].status == "达标"
    assert faults("base", as_an_editor_sees(opened(scaffold(HETANG)))) == []


def test_a_new_file_that_notepad_saved_as_txt_is_told(tmp_path: Path) -> None:
    bases = Path(shutil.copytree(BASELINE, tmp_path / "bases"))
    (bases / "hetang.txt").write_text(scaffold(HETANG), encoding="utf-8")
    (bases / "words.txt").write_text("# 说明\nname: 甲\n", encoding="utf-8")
    told = Folder(bases).read(drafts=True).diagnostics
    assert [(one.code, one.place.file) for one in told] == [("stray-file", "bases/hetang.txt")]


def test_a_new_file_tells_every_field_with_its_help() -> None:
    text = scaffold(HETANG)
    for field in fields_of(Base):
        assert re.search(rf"^(# )?{field.key}:", text, re.MULTILINE)
        if field.key not in ("schema", "status", *HETANG):
            assert f"# {field.title}：{field.help}" in text


def test_a_new_file_leads_the_editor_to_its_schema_without_a_network() -> None:
    first, second, *_ = scaffold(HETANG).split("\n")
    assert first == "# yaml-language-server: $schema=../schemas/base.json"
    assert second == "schema: 1"


@given(
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30),
    st.sampled_from(list(Kind)),
    st.sampled_from(["云州市", "no", "1", "a: b", "#", "- x", "'", '"', "{", "\\", "null", "~", "云州 市"]),
)  # fmt: skip
def test_any_name_is_written_so_that_it_is_read_back(name: str, kind: Kind, city: str) -> None:
    text = scaffold({"name": name, "kind": kind.value, "city": city})
    root = nodes.compose(text, "").root
    assert isinstance(root, nodes.Mapping)
    values = {key.text: value for key, value in root.entries}
    read = [values[key] for key in ("name", "kind", "city")]
    assert [getattr(one, "text", None) for one in read] == [name, kind.value, city]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2", "杭州市"), ("２", "杭州市"), ("2.", "杭州市"), ("杭州市", "杭州市"), ("杭州", "杭州市"),
        ("shang", "上海市"), ("qingdao", "青岛市"),
    ],
)  # fmt: skip
def test_a_short_answer_is_understood(typed: str, meant: str) -> None:
    found = search(typed, CITIES)
    assert found.meant is not None
    assert found.meant.value == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("YUNQIAO", "yunqiao"), ("yunxi_station", "yunxi-station"), ("云桥", "yunqiao"), ("驿站", "yunxi-station"), ("yunx", "yunxi-station"), ("yun qiao tong", "yunqiao")],
)  # fmt: skip
def test_a_base_is_found_by_id_name_other_name_or_pinyin(typed: str, meant: str) -> None:
    found = search(typed, BASES)
    assert found.meant is not None
    assert found.meant.value == meant


def test_an_answer_that_fits_several_or_none_is_not_guessed() -> None:
    assert search("云", BASES).meant is None
    assert len(search("云", BASES).possible) == 2
    assert search("9", CITIES).meant is None
    assert search("0", CITIES).meant is None
    assert [one.value for one in search("青鸟市", CITIES).possible] == ["青岛市"]
    assert search("青鸟市", CITIES).meant is None
    assert search("完全不同的话", CITIES).possible == ()


def test_only_what_is_shown_goes_by_number() -> None:
    assert search("1", BASES, 1).meant == BASES[0]
    assert search("2", BASES, 1).meant is None
    assert search("云溪驿站", BASES, 1).meant == BASES[1]


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("name", " 荷塘 ", "荷塘"), ("district", "东城区、西城区", ("东城区", "西城区")), ("district", "东城区", "东城区"),
        ("founded", "2018年6月", "2018-06"), ("founded", "约2018年", "约2018年"), ("kind", "region", "区域样本"),
    ],
)  # fmt: skip
def test_an_answer_is_written_as_the_reader_understood_it(
    key: str, typed: str, value: object
) -> None:
    answer = answered(a_catalogue(), "new", key, typed)
    assert answer.value == value
    assert answer.usable


@pytest.mark.parametrize(
    ("key", "typed", "code"),
    [("founded", "2018年13月", "impossible-month"), ("name", "甲" * 61, "too-long"), ("part_of", "nosuch", "unknown-part-of"), ("part_of", "A b", "bad-id-near")],
)  # fmt: skip
def test_an_answer_that_cannot_be_used_is_told_in_the_readers_words(
    key: str, typed: str, code: str
) -> None:
    answer = answered(a_catalogue(), "new", key, typed)
    assert not answer.usable
    assert [one.code for one in answer.told] == [code]


@pytest.mark.parametrize(
    ("typed", "value"),
    [("2023年3月25日", "2023-03-25"), ("2023.3", "2023-03"), ("3月25日", "3月25日"), ("2023", "2023")],
)  # fmt: skip
def test_a_date_of_an_activity_is_written_plainly(typed: str, value: str) -> None:
    answer = answered_activity(a_catalogue(), "new", "date", typed)
    assert answer.told == ()
    assert answer.value == value


def test_a_day_that_never_was_is_refused_for_an_activity() -> None:
    assert not answered_activity(a_catalogue(), "new", "date", "2023-02-30").usable
