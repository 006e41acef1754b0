"""Rules, personal data, dates and numbers at the very edge of what they say. Most of these tests hold a line
that no other test had noticed when it was broken (tests/mutation)."""

from __future__ import annotations

import dataclasses

import pytest

from showcase.diagnostics import Diagnostic, Level, Place
from showcase.model import Glossary, PartialDate, WordList
from showcase.model.dates import DateError, Period, date_customs
from showcase.model.habits import is_placeholder
from showcase.privacy.numbers import is_old_citizen_number
from showcase.rules import identities
from showcase.rules.lexicon import Lexicon
from showcase.rules.spots import moved
from tests.unit.written import a_catalogue, read


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("[甲乙, 乙丙, 丙丁戊]", "甲乙丙丁戊", ["甲乙", "丙丁戊"]),
        ("[甲乙丙, 丙丁, 丁戊]", "甲乙丙丁戊", ["甲乙丙", "丁戊"]),
    ],
)
def test_words_that_only_touch_the_longest_are_found_beside_it(
    words: str, text: str, expected: list[str]
) -> None:
    lexicon = Lexicon.of(read(f"schema: 1\nbanned: {words}\n", WordList).content)
    assert [one.written for one in lexicon.matches(text)] == expected


@pytest.mark.parametrize(
    ("text", "place", "width", "line"),
    [
        ("霸主", (1, 1), 2, "霸主"),
        ("\n霸主。", (2, 1), 2, "霸主。"),
        ("甲\n乙霸主\n丙", (2, 2), 2, "乙霸主"),
        ("甲霸\n主", (1, 2), 1, "甲霸"),
    ],
)
def test_a_fault_of_a_page_stands_at_its_word(
    text: str, place: tuple[int, int], width: int, line: str
) -> None:
    """Also on a page that begins with an empty line, and where the word goes on in the next line."""
    fault = Diagnostic("banned-word", Level.WARNING, Place("content/about.md"))
    start = text.index("霸")
    found = moved(fault, text, start, text.index("主") + 1)
    assert (found.place.line, found.place.column) == place
    assert (found.width, found.text) == (width, line)


@pytest.mark.parametrize(
    "written",
    ["3.5", "3.20", "03-05", "3-05", "12.31", "10/1", "12月", "3月份", "3月上旬", "3月份初", "12月31", "20日", "3号"],
)  # fmt: skip
def test_a_day_or_month_alone_lacks_its_year(written: str) -> None:
    with pytest.raises(DateError) as raised:
        PartialDate.parse(written)
    assert raised.value.code == "missing-year"


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("请填写", True), ("请填写名称", True), ("请补充", True), ("在此填写", True), ("此处填", True), ("此处填写", True), ("待填写", True),
        ("请填写" + "甲" * 20, True), ("请填写" + "甲" * 21, False), ("xx", True), ("x", False), ("？", False), ("__", True), ("**", False),
    ],
)  # fmt: skip
def test_what_a_template_leaves_is_known_to_the_sign(written: str, left: bool) -> None:
    assert is_placeholder(written) is left


def test_what_is_less_exact_stands_before_what_it_holds() -> None:
    written = [
        "2022-12-31",
        "2023",
        "2023年上半年",
        "2023-02",
        "2023-02-01",
        "2023年2月中旬",
        "2023-02-12",
        "2023年下半年",
        "2023-08",
    ]
    mixed = written[::2] + written[1::2]
    assert sorted(mixed, key=lambda one: PartialDate.parse(one).key) == written
    assert PartialDate(None, 3, 25).key < PartialDate(1).key


def test_a_term_may_not_take_an_anchor_of_the_page() -> None:
    text = "schema: 1\nterms:\n  - {id: concentric, term: 同心, source: yunzhou-report}\n  - {id: main, term: 同行, source: yunzhou-report}\n"
    catalogue = dataclasses.replace(a_catalogue(hetang=""), glossary=read(text, Glossary))
    (one,) = identities.check(catalogue)
    assert (one.code, one.place.line, one.field) == ("reserved-id", 4, "术语 第2条·编号")


@pytest.mark.parametrize(
    "written",
    ["本月", "这个月", "上周", "定期", "不定期", "多年", "多年来", "近年", "最近", "近期", "近几年", "近来", "去年", "每周三"],
)  # fmt: skip
def test_words_for_some_time_are_no_date_and_told_as_such(written: str) -> None:
    with pytest.raises(DateError) as raised:
        PartialDate.parse(written)
    assert raised.value.code == "vague-date"


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2023年上半年", (1, 1), (6, 30)), ("2023年下半年", (7, 1), (12, 31)), ("2023年第一季度", (1, 1), (3, 31)),
        ("2023年第二季度", (4, 1), (6, 30)), ("2023年第三季度", (7, 1), (9, 30)), ("2023年第四季度", (10, 1), (12, 31)),
        ("2023年初", (1, 1), (3, 31)), ("2023年中", (5, 1), (8, 31)), ("2023年底", (10, 1), (12, 31)), ("2023年末", (10, 1), (12, 31)), ("2023年春季", (2, 1), (5, 31)),
        ("2023年夏季", (5, 1), (8, 31)), ("2023年秋季", (8, 1), (11, 30)), ("2023年冬季", (1, 1), (12, 31)),
        ("2023年2月上旬", (2, 1), (2, 10)), ("2023年2月中旬", (2, 11), (2, 20)), ("2023年2月下旬", (2, 21), (2, 28)),
        ("2023年2月初", (2, 1), (2, 10)), ("2023年2月中", (2, 8), (2, 23)), ("2023年2月底", (2, 21), (2, 28)),
        ("2024年2月", (2, 1), (2, 29)), ("2023", (1, 1), (12, 31)), ("2023-02-03", (2, 3), (2, 3)),
    ],
)  # fmt: skip
def test_a_part_of_a_year_or_month_begins_and_ends_where_people_mean_it(
    written: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    date = PartialDate.parse(written)
    assert (date.earliest[1:], date.latest[1:]) == (first, last)


@pytest.mark.parametrize("written", ["2023年5月至8", "2023年5月~8月", "2023年5-8月", "2023-05至08"])
def test_the_second_month_of_a_period_may_leave_out_what_the_first_says(written: str) -> None:
    assert Period.parse(written) == Period(PartialDate(2023, 5), PartialDate(2023, 8))


@pytest.mark.parametrize(
    ("number", "real"), [("110105491231002", True), ("110005491231002", False)]
)
def test_no_city_has_the_number_nought(number: str, real: bool) -> None:
    assert is_old_citizen_number(number) is real


@pytest.mark.parametrize("written", ["3月25日（周六）", "--03-25（周六）", "2023年3月（周六）"])
def test_a_weekday_beside_a_date_that_is_not_whole_is_left_alone(written: str) -> None:
    """Without its year, a day has no weekday that could be wrong."""
    assert "weekday" not in "".join(one.code for one in date_customs(written))
