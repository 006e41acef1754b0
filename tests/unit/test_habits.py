"""What is written a little differently is understood, told at its exact place, and mended by its own mend."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.diagnostics import DROPPED, Diagnostic, Edit, Level
from showcase.model import Base
from showcase.model.habits import SUSPECT, TEXT, Several, is_placeholder, narrowed, says_nothing
from showcase.reading.binding import Record, bind
from tests.unit.written import HEAD

FIRST = HEAD.count("\n") + 1


def read(tail: str) -> tuple[Record[Base] | None, tuple[Diagnostic, ...]]:
    return bind(HEAD + tail, "bases/hetang.yml", "hetang", Base)


def told(tail: str) -> list[tuple[str, Level, int, int, int]]:
    """Code, level, line within the tail, column and width of all that is said."""
    _, found = read(tail)
    return [
        (one.code, one.level, one.place.line - FIRST + 1, one.place.column, one.width)
        for one in found
    ]


def mended(tail: str) -> str:
    """The tail with every safe mend made."""
    _, found = read(tail)
    edits: set[Edit] = set()
    for one in found:
        assert one.fix is None or one.fix.safe or one.level < Level.NOTE
        edits |= set(one.fix.edits) if one.fix and one.fix.safe else set()
    lines: list[str] = (HEAD + tail).split("\n")
    for edit in sorted(edits, reverse=True):
        line = lines[edit.line - 1]
        lines[edit.line - 1] = line[: edit.start - 1] + edit.new + line[edit.end - 1 :]
    return "\n".join(line for line in lines if DROPPED not in line).removeprefix(HEAD)


NOTES = [
    ("founded: 2018.6\n", "date-form", (1, 10, 6), "founded: 2018-06\n"),
    ("updated: '2026/11/20'\n", "date-form", (1, 10, 12), "updated: '2026-11-20'\n"),
    ("activities:\n  - title: 甲\n    date:\n      from: 2023.5\n      to: 2023-08\n", "date-form", (4, 13, 6), "activities:\n  - title: 甲\n    date:\n      from: 2023-05\n      to: 2023-08\n"),
    ("updated: “2026-11-20”\n", "chinese-quotes", (1, 10, 12), "updated: 2026-11-20\n"),
    ("updated: “2026.11.20”\n", "date-form", (1, 10, 12), "updated: 2026-11-20\n"),
    ("updated: 2026-11-20 14:30\n", "clock-left-out", (1, 10, 16), "updated: 2026-11-20\n"),
    ("stats: [{label: 甲, value: １２家}]\n", "number-form", (1, 27, 3), "stats: [{label: 甲, value: 12家}]\n"),
    ('stats: [{label: 甲, value: "1,200家"}]\n', "number-form", (1, 27, 8), 'stats: [{label: 甲, value: "1200家"}]\n'),
    ("contact:\n  phone: （0571）00000000\n", "phone-form", (2, 10, 14), "contact:\n  phone: 0571-00000000\n"),
    ("part_of: ｙｕｎｑｉａｏ\n", "fullwidth-value", (1, 10, 7), "part_of: yunqiao\n"),
    ("colour: “#B0561A”\n", "chinese-quotes", (1, 9, 9), 'colour: "#B0561A"\n'),
    ("links:\n  - title: 甲\n    url: https：//example.org\n", "fullwidth-value", (3, 10, 19), "links:\n  - title: 甲\n    url: https://example.org\n"),
    ("district: 东城区、西城区\n", "list-in-one-line", (1, 11, 7), "district: [东城区, 西城区]\n"),
    ("activities:\n  - title: 甲\n    photos: a.jpg\n", "list-in-one-line", (3, 13, 5), "activities:\n  - title: 甲\n    photos: [a.jpg]\n"),
    ("aliases:\n  - 云桥\n  -\n", "empty-item", (3, 4, 1), "aliases:\n  - 云桥\n"),
    ("slogan: 无\nsummary: 甲\n", "left-out", (1, 9, 1), "summary: 甲\n"),
    ("contact: 暂无\n", "left-out", (1, 10, 2), ""),
    ("activities:\n  - title: 甲\n    date: 待定\n", "left-out", (3, 11, 2), "activities:\n  - title: 甲\n"),
    ("Slogan: 甲\n", "key-form", (1, 1, 6), "slogan: 甲\n"),
    ("ｓｌｏｇａｎ: 甲\n", "key-form", (1, 1, 6), "slogan: 甲\n"),
    ("“口号”: 甲\n", "key-form", (1, 1, 4), "口号: 甲\n"),
    ("口号，: 甲\n", "key-form", (1, 1, 3), "口号: 甲\n"),
]  # fmt: skip


@pytest.mark.parametrize(("tail", "code", "place", "better"), NOTES)
def test_a_habit_is_told_where_it_stands_and_its_mend_ends_it(
    tail: str, code: str, place: tuple[int, int, int], better: str
) -> None:
    record, _ = read(tail)
    assert told(tail) == [(code, Level.NOTE, *place)]
    assert mended(tail) == better
    after, left = read(better)
    assert left == ()
    assert record is not None
    assert after is not None
    if code == "number-form":
        # a figure is shown as it is written, and that is what the mend changes
        assert after.content.stats[0].value.number == record.content.stats[0].value.number
    else:
        assert after.content == record.content


@pytest.mark.parametrize(
    ("tail", "code"),
    [
        ("slogan: “同心同行”\n", "quotes-shown"),
        ("slogan: <b>同心</b>\n", "tag-shown"),
        ("contact:\n  address: XX路1号\n", "placeholder-inside"),
        ("stats: [{label: 甲, value: 约100余家}]\n", "double-hedge"),
    ],
)
def test_what_will_show_is_warned_of_and_kept(tail: str, code: str) -> None:
    record, found = read(tail)
    assert record is not None
    assert [(one.code, one.level) for one in found] == [(code, Level.WARNING)]
    assert mended(tail) == tail


@pytest.mark.parametrize(
    "tail",
    [
        "slogan: 打造“同心荟”品牌\n", "slogan: “同心”与“同行”\n", "summary: 3<5，5>3\n", "slogan: 无障碍\n", "coined: 无\n",
        "founded: 2017\ndistrict: 东城区\naliases:\n  - 一核、两翼\n", "aliases:\n  - “一核、两翼”模式\n", "summary: 服务XL号展台\n",
        "activities:\n  - {title: 甲, date: 2023年3月25日至26日}\n", "activities:\n  - {title: 甲, date: 2017年以来}\n",
        "stats: [{label: 甲, value: 30-50人}, {label: 乙, value: 012}]\n", "contact: {phone: 0571-00000000, hours: 9:00-17:00}\n",
        "founded:\ncontact:\n", "story: |\n  “甲”\n  <b>乙</b>\n",
    ],
)  # fmt: skip
def test_nothing_is_said_of_what_only_looks_odd(tail: str) -> None:
    record, found = read(tail)
    assert record is not None
    assert found == ()


def test_an_empty_item_does_not_move_the_places_of_the_others() -> None:
    record, _ = read(
        "aliases:\n  -\n  - 无\n  - 云桥\nactivities:\n  -\n  - {title: 甲, sure: 推定}\n"
    )
    assert record is not None
    assert record.content.aliases == ("云桥",)
    assert record.fault("blank", ("aliases", 0)).place.line == FIRST + 3
    assert record.fault("blank", ("activities", 0, "sure")).place.line == FIRST + 6


def test_a_place_in_a_record_can_be_mended() -> None:
    record, _ = read("part_of: 'yunqao'\n")
    assert record is not None
    fault = record.fault("unknown-part-of", ("part_of",), id="yunqao", near="", better="yunqiao")
    assert fault.better == ("part_of: 'yunqiao'",)
    assert fault.fix is not None
    assert not fault.fix.safe


def test_a_line_keeps_what_is_not_mended() -> None:
    tail = "activities:\n  - {title: 甲, date: 2023.3.25, place: 乙}  # 说明\n"
    assert mended(tail) == tail.replace("2023.3.25", "2023-03-25")


@pytest.mark.parametrize("word", ["无", "暂无", "待定", "—", "-", "/", "（无）", "N/A", "不详"])
def test_words_for_nothing(word: str) -> None:
    assert says_nothing(word)
    assert word[0] in SUSPECT
    assert not says_nothing(f"{word}甲")


@pytest.mark.parametrize(
    "text",
    [
        "XXXX",
        "××",
        "待填写",
        "【请填写地址】",
        "？？？",
        "示例",
        "TODO",
        "____",
        "……",
        "…",
        "...",
        "⋯⋯",
        "。。。",
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "######",
    ],
)
def test_placeholders(text: str) -> None:
    assert is_placeholder(text)
    assert text[0] in SUSPECT
    assert not is_placeholder(f"甲{text}")


@pytest.mark.parametrize(
    ("text", "shown"),
    [("甲&nbsp;乙", "&nbsp;"), ("&amp;", "&amp;"), ("&#8220;甲", "&#8220;"), ("&#x201C;", "&#x201C;"), ("<p>甲", "<p>")],
)  # fmt: skip
def test_web_code_is_told(text: str, shown: str) -> None:
    assert TEXT.right is not None
    assert not TEXT.right(text)
    assert [(one.code, one.values["written"]) for one in TEXT.customs(text)] == [
        ("tag-shown", shown)
    ]


@pytest.mark.parametrize("text", ["R&D", "AT&T; x", "甲&乙", "Q&A：问答", "&nbsp", "AB&CDEF; x"])
def test_an_ampersand_is_no_web_code(text: str) -> None:
    assert list(TEXT.customs(text)) == []


def test_a_list_in_one_line_is_not_cut_inside_quotes_and_brackets() -> None:
    assert Several().split("甲、“乙、丙”，丁（戊、己）；庚") == (
        "甲",
        "“乙、丙”",
        "丁（戊、己）",
        "庚",
    )


@given(st.text("“”‘’「」<>xX×甲a "))
def test_what_is_right_at_first_sight_needs_nothing_to_be_said(written: str) -> None:
    assert TEXT.right is not None
    assert not (TEXT.right(written) and list(TEXT.customs(written)))


@given(st.text())
def test_narrowing_twice_changes_nothing(written: str) -> None:
    once = narrowed(written)
    assert narrowed(f" {once} ") == narrowed(once)
