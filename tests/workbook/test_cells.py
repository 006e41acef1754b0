"""How values stand in cells, and what is said where they cannot."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.model import Base
from showcase.revision import Put, Reason, Refusal
from showcase.workbook import Wish, proposed, tables, workbook
from showcase.workbook.cell_forms import ELSEWHERE, evidence, names, shown
from showcase.workbook.cleaning import cleaned, escaped, unescaped
from showcase.workbook.columns import ACTIVITIES, BASES, PLANS, STANDARDS, Column, columns_of
from showcase.workbook.drafts import FileDraft
from showcase.workbook.faults import CellFault, Spot
from showcase.workbook.tables import mark, row_key
from showcase.workbook.trying import _refused, _revised
from showcase.workbook.typed import as_text
from tests.workbook import generated
from tests.workbook.spoiling import Spoiling
from tests.workbook.stories import CONTENT


def column(title: str, plan: object = ACTIVITIES) -> Column:
    """A column by its heading."""
    return next(
        one for sheet in PLANS if sheet is plan for one in sheet.columns if one.title == title
    )


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escapes_of_workbooks_come_back(text: str) -> None:
    assert unescaped(escaped(text)) == text


@given(st.lists(generated.LINES, min_size=1, max_size=4))
def test_a_list_that_is_shown_comes_back(items: list[str]) -> None:
    text = shown(items, column("照片"))
    if text != ELSEWHERE:
        assert names(text, items) == items


@pytest.mark.parametrize(
    ("text", "known", "items"),
    [
        ("东城区、西城区", (), ["东城区", "西城区"]),
        ("甲、乙", ("甲、乙",), ["甲、乙"]),
        ("甲、乙\n丙", ("甲、乙",), ["甲、乙", "丙"]),
        ("《甲、乙》，丙", (), ["《甲、乙》", "丙"]),
        ("\n甲\n\n", (), ["甲"]),
    ],
)
def test_items_are_cut_as_in_a_file_unless_they_are_known_as_one(
    text: str, known: tuple[str, ...], items: list[str]
) -> None:
    assert names(text, known) == items


def test_evidence_is_an_id_or_a_sentence_with_its_source() -> None:
    text = "opening\n设有三处活动室【来源：some-report；出处位置：第3节】\n【注】另有一处"
    assert evidence(text) == [
        "opening",
        {"text": "设有三处活动室", "source": "some-report", "at": "第3节"},
        "【注】另有一处",
    ]


@pytest.mark.parametrize(
    "item",
    [{"ref": "opening", "source": "some-report"}, {"text": "甲", "at": "乙；来源：丙"}, {"text": "【来源：甲】", "sure": "推定"}],
)  # fmt: skip
def test_evidence_without_a_form_of_its_own_is_not_given_one(item: dict[str, str]) -> None:
    text = shown([item], column("对照·佐证", STANDARDS))
    assert text == ELSEWHERE or evidence(text) == [item]


def test_a_cell_whose_value_has_no_form_cannot_be_changed() -> None:
    answer = {
        "criterion": "有阵地",
        "status": "达标",
        "evidence": [{"ref": "opening", "source": "field-notes"}],
    }
    standing = {
        "tied_by": {"text": "虚构", "source": "field-notes"},
        "basis": "自评",
        "answers": [answer],
    }
    data = {
        "schema": "1", "name": "云桥", "kind": "其他", "city": "云州市", "standards": {"three-haves": standing},
        "activities": [{"id": "opening", "title": "开放日"}],
    }  # fmt: skip
    record = generated.read(as_text(data), "yunqiao")
    assert record is not None
    made = tables(generated.catalogue({"yunqiao": record}))
    spoiling = Spoiling(workbook(made), CONTENT)
    assert proposed(spoiling.content(), made, Wish()).faults == ()
    spoiling.write("达标", 4, "对照·佐证", "opening")
    (fault,) = proposed(spoiling.content(), made, Wish()).faults
    assert (fault.code, fault.spot.words) == ("cell-elsewhere", "达标 第4行 H列（对照·佐证）")


@pytest.mark.parametrize(
    ("reason", "code"),
    [(Reason.LAYOUT, "file-cannot-change"), (Reason.FAULTY, "file-faulty-first")],
)
def test_a_change_that_cannot_be_made_is_told_at_its_cell(reason: Reason, code: str) -> None:
    draft = FileDraft("bases/yunqiao.yml", Base, {"name": "甲"})
    draft.put(("name",), column("名称", BASES), "乙", Spot("基地", 3, 3, "名称"))
    fault = _refused(Refusal(reason, draft.changes[0]), draft)
    assert fault.code == code
    assert draft.changes == [Put(("name",), "乙")]


@pytest.mark.parametrize("end", [".yml", ".yaml"])
def test_a_new_base_never_takes_the_place_of_a_file(tmp_path: Path, end: str) -> None:
    """One that came meanwhile, or that the folder leaves aside."""
    (tmp_path / "bases").mkdir()
    (tmp_path / "bases" / f"baihe{end}").write_text("name: 白鹤汇\n", "utf-8")
    draft = FileDraft("bases/baihe.yml", Base, {}, is_new=True, text="name: 待填\n")
    draft.mark(("name",), Spot("基地", 5, 3, "名称"))
    fault = _revised(draft, tmp_path / "bases" / "baihe.yml")
    assert isinstance(fault, CellFault)
    assert (fault.code, fault.spot.row, fault.values["written"]) == ("id-taken", 5, "baihe")


@pytest.mark.skipif(os.name == "nt", reason="links need a right that few have on Windows")
def test_a_file_that_a_link_leads_out_to_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "outside.yml").write_text("name: 云桥\n", "utf-8")
    path = tmp_path / "project" / "bases" / "yunqiao.yml"
    path.parent.mkdir(parents=True)
    path.symlink_to(tmp_path / "outside.yml")
    draft = FileDraft("bases/yunqiao.yml", Base, {"name": "云桥"})
    draft.put(("name",), column("名称", BASES), "乙", Spot("基地", 3, 3, "名称"))
    fault = _revised(draft, path)
    assert isinstance(fault, CellFault) and fault.code == "file-cannot-change"


def test_a_file_in_two_encodings_is_left_to_fix(tmp_path: Path) -> None:
    path = tmp_path / "bases" / "yunqiao.yml"
    path.parent.mkdir()
    path.write_bytes("# 云桥\n".encode() + b"name: \xff\xff\n")
    draft = FileDraft("bases/yunqiao.yml", Base, {"name": "云桥"})
    draft.put(("name",), column("名称", BASES), "乙", Spot("基地", 3, 3, "名称"))
    fault = _revised(draft, path)
    assert isinstance(fault, CellFault) and fault.code == "file-encoding-first"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("　开放日 ", "开放日"),
        ("开放\n日", "开放日"),
        ("open\nday", "open day"),
        ("开放\u200b日", "开放日"),
        ("'0571-00000000", "0571-00000000"),
        ("'引用'", "'引用'"),
        ("a\u00a0b", "a b"),
    ],
)
def test_what_excel_leaves_around_a_text_goes(text: str, clean: str) -> None:
    assert cleaned(text, column("标题")) == clean


def test_a_mark_is_of_what_a_row_says_and_of_nothing_else() -> None:
    said = {"基地": "yunqiao", "标题": "开放日"}
    assert mark(ACTIVITIES, said) == mark(ACTIVITIES, {**said, "基地名称": "别的", "行标": "x"})
    assert mark(ACTIVITIES, said) != mark(ACTIVITIES, {**said, "标题": "开放"})
    assert mark(ACTIVITIES, {"标题": "甲"}) != mark(ACTIVITIES, {"地点": "甲"})


@pytest.mark.parametrize("written", ["", "yunqiao", "yunqiao#1", "../x~12345678", "云桥~12345678"])
def test_what_is_no_key_is_none(written: str) -> None:
    assert row_key(written) is None


def test_headings_are_the_titles_of_the_model_and_no_two_of_a_sheet_alike() -> None:
    for plan in PLANS:
        titles = [one.title for one in plan.columns]
        assert len(titles) == len(set(titles))
    assert [one.title for one in columns_of(Base)][:3] == ["名称", "编者所拟", "类别"]
