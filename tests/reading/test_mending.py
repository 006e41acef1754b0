"""Mends touch the characters they name and nothing else; another library agrees that nothing else changed."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import ScalarString

from showcase.diagnostics import DROPPED, Diagnostic, Edit, Fix, Level, Place
from showcase.mending import applied, differences, mended, with_ends
from tests.reading.slip_rows import ROWS, SlipRow
from tests.reading.test_slips import is_safe, told, values_of
from tests.reading.typing_staff import typed_files

FILE = """\
# 云桥街道报送
名称: 荷塘议事亭  # 照门牌
口号：同心同行

区县: [东城区, "西城区"]   # 两个区
联系:
\t电话: '0571-00000000' # 总机
活动:
  -\t标题: "开放日"
    日期: 2023-03-25

  # 第二次
  - 标题: 议事日
故事: |
  亭子在荷塘边。

  每月议事一次。 # 不是注释
"""


def mend_of(*edits: Edit, safe: bool = True) -> Diagnostic:
    return Diagnostic(
        "blank", Level.NOTE, Place("bases/a.yml", edits[0].line), fix=Fix(edits, safe)
    )


# --- one round


@pytest.mark.parametrize(
    ("edits", "after"),
    [
        ([Edit(1, 1, 2, "丙")], "丙乙\n丁\n"),
        ([Edit(1, 3, 3, "丙")], "甲乙丙\n丁\n"),
        ([Edit(1, 1, 1, "“"), Edit(1, 3, 3, "”")], "“甲乙”\n丁\n"),
        ([Edit(1, 1, 1, "“"), Edit(1, 1, 2, "丙")], "“丙乙\n丁\n"),
        ([Edit(1, 2, 2, "\n  ")], "甲\n  乙\n丁\n"),
        ([Edit(1, 1, 3, DROPPED)], "丁\n"),
        ([Edit(2, 1, 2, DROPPED), Edit(1, 1, 3, DROPPED)], ""),
    ],
    ids=["replaced", "added", "around", "in front of what is replaced", "split", "dropped", "all dropped"],
)  # fmt: skip
def test_edits_are_made_where_they_say(edits: list[Edit], after: str) -> None:
    assert applied("甲乙\n丁\n", [mend_of(*edits)])[0] == after


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Edit(1, 1, 3, "丙"), Edit(1, 2, 3, "丁")),
        (Edit(1, 1, 3, "丙"), Edit(1, 2, 2, "丁")),
        (Edit(1, 2, 2, "丙"), Edit(1, 2, 2, "丁")),
        (Edit(1, 1, 3, DROPPED), Edit(1, 3, 3, "\n戊")),
        (Edit(1, 3, 3, "\n戊"), Edit(1, 1, 3, DROPPED)),
    ],
    ids=["overlapping", "added within", "added at one place", "added to what goes", "what goes had more added"],
)  # fmt: skip
def test_of_two_mends_in_each_others_way_the_first_is_made(first: Edit, second: Edit) -> None:
    one, other = mend_of(first), mend_of(second)
    assert applied("甲乙\n丁\n", [one, other]) == applied("甲乙\n丁\n", [one])
    assert applied("甲乙\n丁\n", [one, other])[1] == (one,)


def test_one_mend_told_twice_is_made_once() -> None:
    one = mend_of(Edit(1, 3, 3, "丙"))
    assert applied("甲乙\n", [one, one])[0] == "甲乙丙\n"


@pytest.mark.parametrize(
    "edit", [Edit(9, 1, 1, "x"), Edit(1, 4, 4, "x"), Edit(1, 3, 2, "x"), Edit(0, 1, 1, "x")]
)
def test_an_edit_outside_the_file_is_not_made(edit: Edit) -> None:
    assert applied("甲乙\n", [mend_of(edit)]) == ("甲乙\n", ())


def test_a_line_of_the_file_that_holds_the_sign_for_dropping_stays() -> None:
    assert applied("甲\0乙\n丁\n", [mend_of(Edit(2, 1, 2, "戊"))])[0] == "甲\0乙\n戊\n"


lines_of_text = st.lists(st.text("甲乙丙: #'", max_size=6), min_size=1, max_size=6)


@st.composite
def texts_and_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    lines = draw(lines_of_text)
    edits = []
    for _ in range(draw(st.integers(0, 5))):
        line = draw(st.integers(1, len(lines)))
        start = draw(st.integers(1, len(lines[line - 1]) + 1))
        end = draw(st.integers(start, len(lines[line - 1]) + 1))
        edits.append(Edit(line, start, end, draw(st.sampled_from(["", "新", "新\n", "\n"]))))
    return "\n".join(lines), edits


@given(texts_and_edits())
def test_what_no_edit_names_stays(case: tuple[str, list[Edit]]) -> None:
    """Marked one by one: every character outside the edits that were made is in the result, in order."""
    text, edits = case
    after, used = applied(text, [mend_of(edit) for edit in edits])
    made = [edit for one in used if one.fix for edit in one.fix.edits]
    stays = [
        character
        for number, line in enumerate(text.split("\n"), start=1)
        for column, character in enumerate(line, start=1)
        if not any(one.line == number and one.start <= column < one.end for one in made)
    ]
    assert re.sub("[新\n]", "", after) == "".join(stays)
    assert after.count("\n") == text.count("\n") + sum(edit.new.count("\n") for edit in set(made))


# --- round after round


def test_a_mend_that_helps_nothing_is_not_tried_for_ever() -> None:
    def longer(text: str) -> tuple[Diagnostic, ...]:
        return (mend_of(Edit(1, 1, 1, "甲")),)

    def same(text: str) -> tuple[Diagnostic, ...]:
        return (mend_of(Edit(1, 1, 2, text[0])),)

    assert len(mended("乙", longer, is_safe).after) < 99
    assert not mended("乙", same, is_safe).changed


def test_only_what_is_allowed_is_mended() -> None:
    result = mended("口号：同心\n别名:\n  1. 荷塘亭\n", told, is_safe)
    assert result.after == "口号: 同心\n别名:\n  1. 荷塘亭\n"
    assert [one.code for one in result.done] == ["fullwidth-colon"]
    assert result.changed


def test_what_a_mend_brings_to_light_is_mended_too() -> None:
    result = mended("城市: 云州市, 地点: 荷塘路, 口号: @同心\n", told, lambda one: True)
    assert values_of(result.after) == {"城市": "云州市", "地点": "荷塘路", "口号": "@同心"}
    assert len(result.done) > 1


# --- ends of lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_they_did(end: str) -> None:
    assert with_ends("甲\n新\n乙\n", "甲\n乙\n", (end, end)) == end.join(["甲", "新", "乙", ""])


def test_lines_that_ended_differently_still_do() -> None:
    assert with_ends("甲\n新\n乙\n丙", "甲\n乙\n丙", ("\r\n", "\n")) in (
        "甲\r\n新\r\n乙\n丙",
        "甲\r\n新\n乙\n丙",
    )


def test_no_end_is_added() -> None:
    assert with_ends("甲乙", "甲", ()) == "甲乙"


# --- what is shown


def test_the_difference_is_shown_as_lines() -> None:
    shown = list(differences("甲\n乙\n丙\n丁\n", "甲\n新\n丙\n丁\n", "bases/a.yml"))
    assert shown == ["--- bases/a.yml", "@@ -1,3 +1,3 @@", " 甲", "-乙", "+新", " 丙"]
    assert list(differences("甲\n", "甲\n", "bases/a.yml")) == []


# --- another library's opinion


def round_trip(text: str) -> Any:
    """The file as ruamel.yaml sees it: with comments and quotes."""
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.allow_duplicate_keys = True
    return yaml.load(text)


def comments_of(text: str) -> list[str]:
    """Every comment, as that library's scanner finds it."""
    yaml = YAML(typ="rt")
    tokens = yaml.scan(io.StringIO(text))
    found: list[str] = []
    for token in tokens:
        for group in (token.comment or []) if hasattr(token, "comment") else []:
            for one in group if isinstance(group, list) else [group]:
                if one is not None:
                    found += [part.strip() for part in one.value.split("\n") if part.strip()]
    return found


def layout(node: Any) -> Any:
    """Order of keys, kind of every collection and style of every value."""
    if isinstance(node, CommentedMap):
        return [node.fa.flow_style(), [(str(key), layout(value)) for key, value in node.items()]]
    if isinstance(node, CommentedSeq):
        return [node.fa.flow_style(), [layout(value) for value in node]]
    return (type(node).__name__ if isinstance(node, ScalarString) else "plain", str(node))


def test_comments_order_and_quotes_survive() -> None:
    after = mended(FILE, told, is_safe).after
    right = (
        FILE.replace("口号：", "口号: ").replace("\t电话", "  电话").replace("-\t标题", "- 标题")
    )
    assert after == right
    seen = layout(round_trip(after))
    assert [key for key, _ in seen[1]] == ["名称", "口号", "区县", "联系", "活动", "故事"]
    assert ("DoubleQuotedScalarString", "西城区") in seen[1][2][1][1]
    assert ("电话", ("SingleQuotedScalarString", "0571-00000000")) in seen[1][3][1][1]
    assert comments_of(after) == ["# 云桥街道报送", "# 照门牌", "# 两个区", "# 总机", "# 第二次"]


TOP = """\
# 云桥街道报送
名称: 荷塘议事亭  # 照门牌
区县: [东城区, "西城区"]   # 两个区

"""
BOTTOM = """\
# 以下照报告
荣誉:
  - 名称: 'it''s'   # 原文如此

    日期: "2022"
  - {名称: "示范点", 日期: 2023}
编注:
- 内容: >-
    两行
    并作一行
成立: {日期: '2018'} # 待核
"""


@pytest.mark.parametrize("row", [row for row in ROWS if row.safe], ids=lambda row: row.code)
def test_what_stands_around_a_mend_is_laid_out_as_before(row: SlipRow) -> None:
    """Keys, order, quotes and comments of the lines around, before and after, as that library sees them."""
    whole = TOP + row.typed + BOTTOM
    after = mended(whole, told, is_safe).after
    assert after != whole
    around, now = dict(layout(round_trip(TOP + BOTTOM))[1]), layout(round_trip(after))[1]
    assert [(key, value) for key, value in now if key in around] == list(around.items())
    found = iter(comments_of(after))
    assert all(comment in found for comment in comments_of(TOP + BOTTOM))


@given(typed_files)
def test_lines_without_a_fault_are_not_touched(text: str) -> None:
    lines = text.split("\n")
    after, used = applied(text, [one for one in told(text) if is_safe(one)])
    touched = {edit.line for one in used if one.fix for edit in one.fix.edits}
    kept = [line for number, line in enumerate(lines, start=1) if number not in touched]
    rest = iter(after.split("\n"))
    assert all(line in rest for line in kept)
