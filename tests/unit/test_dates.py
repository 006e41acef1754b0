"""Dates are read as written, no more exactly than that, and nothing else is taken for one."""

from __future__ import annotations

import calendar
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.model.dates import DateError, PartialDate, Period, date_customs, right_date

YEARS = st.integers(1840, 2200)
MONTHS = st.integers(1, 12)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2018", PartialDate(2018)),
        ("2018年", PartialDate(2018)),
        ("约2018年", PartialDate(2018, approximate=True)),
        ("大约 2018", PartialDate(2018, approximate=True)),
        ("2018-06", PartialDate(2018, 6)),
        ("2018年6月", PartialDate(2018, 6)),
        ("2023.10", PartialDate(2023, 10)),
        ("2023.1", PartialDate(2023, 1)),
        ("2023/3/25", PartialDate(2023, 3, 25)),
        ("2023.3.25", PartialDate(2023, 3, 25)),
        ("2023年3月25日", PartialDate(2023, 3, 25)),
        ("2023 年 3 月 25 号", PartialDate(2023, 3, 25)),
        (" ２０２３－０３－２５ ", PartialDate(2023, 3, 25)),
        ("--03-25", PartialDate(None, 3, 25)),
        ("3月25日", PartialDate(None, 3, 25)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
        ("--02-29", PartialDate(None, 2, 29)),
    ],
)
def test_a_date_keeps_the_precision_of_its_source(written: str, expected: PartialDate) -> None:
    assert PartialDate.parse(written) == expected


@pytest.mark.parametrize(
    ("written", "prose", "iso"),
    [
        ("2023年初", "2023年初", "2023"),
        ("2023年年底", "2023年底", "2023"),
        ("2023年上半年", "2023年上半年", "2023"),
        ("2023年1季度", "2023年第一季度", "2023"),
        ("2023Q3", "2023年第三季度", "2023"),
        ("2023年秋天", "2023年秋季", "2023"),
        ("2023年3月上旬", "2023年3月上旬", "2023-03"),
        ("2023年3月底", "2023年3月底", "2023-03"),
        ("二〇二三年三月二十五日", "2023年3月25日", "2023-03-25"),
        ("二○二三年十月", "2023年10月", "2023-10"),
        ("二零二三年三月廿五日", "2023年3月25日", "2023-03-25"),
        ("20230325", "2023年3月25日", "2023-03-25"),
        ("202303", "2023年3月", "2023-03"),
        ("2023 3 25", "2023年3月25日", "2023-03-25"),
        ("2023。3。25", "2023年3月25日", "2023-03-25"),
        ("2023–03–25", "2023年3月25日", "2023-03-25"),
        ("2023年3月25日（周六）", "2023年3月25日", "2023-03-25"),
        ("2023-03-25 (星期六) 14:30-16:30", "2023年3月25日", "2023-03-25"),
        ("2023年3月25日下午2点半", "2023年3月25日", "2023-03-25"),
        ("2023-03-25T23:30:00-08:00", "2023年3月25日", "2023-03-25"),
        ("2017年以来", "2017年以来", "2017"),
        ("自2017年3月起", "2017年3月起", "2017-03"),
        ("2018年前后", "约2018年", "2018"),
    ],
)
def test_other_forms_say_the_same(written: str, prose: str, iso: str) -> None:
    date = PartialDate.parse(written)
    assert (date.prose, date.iso) == (prose, iso)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2023年3月25日至26日", "2023-03-25", "2023-03-26"),
        ("2023.3.25-26", "2023-03-25", "2023-03-26"),
        ("2023-03-25-26", "2023-03-25", "2023-03-26"),
        ("2023年3月25日至4月2日", "2023-03-25", "2023-04-02"),
        ("2023.3.25-4.2", "2023-03-25", "2023-04-02"),
        ("2023年12月28日到次年1月3日", "2023-12-28", "2024-01-03"),
        ("2023年3-5月", "2023-03", "2023-05"),
        ("2023-03~2023-05", "2023-03", "2023-05"),
        ("2017-2023", "2017", "2023"),
        ("2017年——2023年", "2017", "2023"),
        ("2017—2023", "2017", "2023"),
        ("3月25-26日", "03-25", "03-26"),
        ("2023年上半年至下半年", "2023", "2023"),
    ],
)
def test_a_range_is_read(written: str, start: str, end: str) -> None:
    period = Period.parse(written)
    assert period.end is not None
    assert (period.start.iso, period.end.iso) == (start, end)
    assert not period.backwards
    with pytest.raises(DateError) as fault:
        PartialDate.parse(written)
    assert fault.value.code == "one-date-expected"


@pytest.mark.parametrize(
    ("written", "code", "better"),
    [
        ("", "bad-date", ""), ("2023-", "bad-date", ""), ("2023--05", "bad-date", ""), ("-2023", "bad-date", ""),
        ("某年某月", "bad-date", ""), ("201203", "bad-date", ""), ("5/3/2023", "bad-date", ""),
        ("去年", "vague-date", ""), ("近期", "vague-date", ""), ("今年3月", "vague-date", ""), ("每周三", "vague-date", ""),
        ("日前", "vague-date", ""), ("3.20", "missing-year", ""), ("5月", "missing-year", ""), ("5月18", "missing-year", ""),
        ("25日", "missing-year", ""), ("23.3.25", "short-year", "2023-03-25"), ("98年6月", "short-year", "1998-06"),
        ("23-03-25", "short-year", "2023-03-25"), ("230325", "short-year", "2023-03-25"),
        ("25/3/2023", "year-last", "2023-03-25"), ("3/25/2023", "year-last", "2023-03-25"),
        ("45010", "serial-date", "2023-03-25"), ("43831", "serial-date", "2020-01-01"),
        ("2O23-03-25", "letter-in-date", "2023-03-25"), ("2023-O3-l5", "letter-in-date", "2023-03-15"),
    ],
)  # fmt: skip
def test_what_is_no_date_is_told_by_its_slip_and_not_guessed(
    written: str, code: str, better: str
) -> None:
    with pytest.raises(DateError) as fault:
        PartialDate.parse(written)
    assert (fault.value.code, fault.value.values.get("better", "")) == (code, better)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2023-02-29", "impossible-date"), ("2023年2月29日", "impossible-date"), ("2023-04-31", "impossible-date"),
        ("--02-30", "impossible-date"), ("2023-01-00", "impossible-date"), ("2023-13", "impossible-month"),
        ("2023-13-01", "impossible-month"), ("2023-00", "impossible-month"), ("13月1日", "impossible-month"),
        ("1839", "impossible-year"), ("2201", "impossible-year"), ("0000-00-00", "impossible-year"),
        ("2023年3月25日至32日", "impossible-date"),
    ],
)  # fmt: skip
def test_a_day_that_never_was_is_told_apart(written: str, code: str) -> None:
    with pytest.raises(DateError) as fault:
        Period.parse(written)
    assert fault.value.code == code


def test_it_is_said_why_a_day_never_was() -> None:
    with pytest.raises(DateError) as fault:
        PartialDate.parse("2023年2月29日")
    assert fault.value.values == {
        "written": "2023年2月29日",
        "month": "2",
        "day": "29",
        "last": "28",
    }


@pytest.mark.parametrize(
    ("written", "backwards"),
    [("2023-08至2023-05", True), ("2023年12月28日至1月3日", True), ("2023-05至2023", False), ("2023-03-25至2023-03-25", False)],
)  # fmt: skip
def test_a_range_runs_backwards_only_where_it_cannot_be_read_otherwise(
    written: str, backwards: bool
) -> None:
    assert Period.parse(written).backwards == backwards


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2023", (2023, 1, 1), (2023, 12, 31)),
        ("2023-02", (2023, 2, 1), (2023, 2, 28)),
        ("2023年下半年", (2023, 7, 1), (2023, 12, 31)),
        ("2023年2月下旬", (2023, 2, 21), (2023, 2, 28)),
        ("2023-03-25", (2023, 3, 25), (2023, 3, 25)),
    ],
)
def test_a_date_spans_all_the_days_that_it_can_mean(
    written: str, earliest: tuple[int, int, int], latest: tuple[int, int, int]
) -> None:
    date = PartialDate.parse(written)
    assert (date.earliest, date.latest) == (earliest, latest)


def test_parts_of_a_year_stand_in_their_order() -> None:
    written = [
        "2023年下半年",
        "2023-03-25",
        "2023年第二季度",
        "2023",
        "2023年底",
        "2023年3月下旬",
        "2023-03",
    ]
    dates = sorted(map(PartialDate.parse, written), key=lambda date: date.key)
    assert [date.prose for date in dates] == [
        "2023年", "2023年3月", "2023年3月下旬", "2023年3月25日", "2023年第二季度", "2023年下半年", "2023年底",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("date", "prose", "iso"),
    [
        (PartialDate(2018), "2018年", "2018"),
        (PartialDate(2018, 6), "2018年6月", "2018-06"),
        (PartialDate(2018, 6, 5), "2018年6月5日", "2018-06-05"),
        (PartialDate(None, 3, 25), "3月25日", "03-25"),
        (PartialDate(2018, approximate=True), "约2018年", "2018"),
    ],
)
def test_a_date_is_shown_as_exactly_as_it_is_known(date: PartialDate, prose: str, iso: str) -> None:
    assert (date.prose, date.iso) == (prose, iso)


def test_a_bare_year_stands_before_its_months() -> None:
    dates = [
        PartialDate(2018, 6, 5),
        PartialDate(2018),
        PartialDate(2018, 6),
        PartialDate(2017, 12),
    ]
    assert [date.iso for date in sorted(dates, key=lambda date: date.key)] == [
        "2017-12", "2018", "2018-06", "2018-06-05",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "written",
    [
        "2023-03-25", "2023-03", "2023", "2023年3月25日", "2023年3月", "2023年", "--03-25", "约2018年",
        "2023年03月25日", "2017年以来", "2017年起", "2023年底", "2023年上半年", "2023年第一季度", "2023年3月上旬",
        "2023年3月25日至26日", "2023年3月25日至4月2日", "2017-2023", "2017—2023年", "2023年3月25日（周六）",
    ],
)  # fmt: skip
def test_nothing_is_said_of_a_date_in_a_right_form(written: str) -> None:
    assert list(date_customs(written)) == []


@pytest.mark.parametrize(
    ("written", "better"),
    [
        ("2023.3.25", "2023-03-25"), ("2023/3/25", "2023-03-25"), ("2023-3-25", "2023-03-25"), ("2023.10", "2023-10"),
        ("20230325", "2023-03-25"), ("２０２３-０３-２５", "2023-03-25"), ("2023–03–25", "2023-03-25"),
        ("二〇二三年三月", "2023年3月"), ("2023年3月25号", "2023年3月25日"), ("2023.3.25-26", "2023年3月25日至26日"),
        ("2023Q1", "2023年第一季度"), ("2018年前后", "约2018年"),
    ],
)  # fmt: skip
def test_the_standard_form_is_told(written: str, better: str) -> None:
    (custom,) = date_customs(written)
    assert (custom.code, custom.better, custom.safe) == ("date-form", better, True)


def test_a_time_of_day_is_left_out_and_told() -> None:
    (custom,) = date_customs("2023-03-25T00:30:00+08:00")
    assert (custom.code, custom.better) == ("clock-left-out", "2023-03-25")


def test_a_day_without_its_year_is_told_unless_the_year_is_said_to_be_unknown() -> None:
    (custom,) = date_customs("3月25日")
    assert (custom.code, custom.better, custom.safe) == ("year-unknown", "--03-25", False)
    (custom,) = date_customs("3月25日至4月2日")
    assert (custom.code, custom.better) == ("year-unknown", None)


def test_a_wrong_weekday_is_told() -> None:
    (custom,) = date_customs("2023年3月25日（周日）")
    assert custom.code == "weekday-differs"
    assert custom.values == {"day": "2023年3月25日", "right": "星期六", "written": "星期日"}
    assert custom.better is None


def test_a_period_says_both_its_ends() -> None:
    period = Period(PartialDate(2023, 5), PartialDate(2023, 8))
    assert period.prose == "2023年5月至2023年8月"
    assert Period(PartialDate(2023)).prose == "2023年"
    assert period.key == (2023, 5, 0)


@given(st.text())
def test_any_text_is_a_date_or_a_date_error(written: str) -> None:
    try:
        date = PartialDate.parse(written)
    except DateError:
        return
    assert date.year is None or 1840 <= date.year <= 2200
    assert date.month is None or 1 <= date.month <= 12


@given(
    st.from_regex(
        r"(约|大约)?\d{0,4}[-./年 ]{0,2}\d{0,2}[-./月 ]{0,2}\d{0,2}[日号]?", fullmatch=True
    )
)
def test_what_is_nearly_a_date_is_one_or_a_date_error(written: str) -> None:
    try:
        date = PartialDate.parse(written)
    except DateError:
        return
    assert PartialDate.parse(date.prose) == date


@given(YEARS, MONTHS, st.data(), st.booleans())
def test_a_date_read_back_from_its_prose_is_the_same(
    year: int, month: int, data: st.DataObject, about: bool
) -> None:
    day = data.draw(st.integers(1, calendar.monthrange(year, month)[1]))
    dates = (PartialDate(year), PartialDate(year, month), PartialDate(year, month, day))
    for date in dates:
        hedged = replace(date, approximate=about)
        assert PartialDate.parse(hedged.prose) == hedged
        assert PartialDate.parse(hedged.iso) == date


@st.composite
def dates(draw: st.DrawFn) -> tuple[int, int, int]:
    """A day in contemporary history."""
    year, month = draw(YEARS), draw(MONTHS)
    return year, month, draw(st.integers(1, calendar.monthrange(year, month)[1]))


FORMS = [
    "{y}-{m:02}-{d:02}", "{y}.{m}.{d}", "{y}/{m}/{d}", "{y}-{m}-{d}", "{y}年{m}月{d}日", "{y}年{m:02}月{d:02}日",
    "{y}{m:02}{d:02}", "{y}–{m:02}–{d:02}", "{y}．{m}．{d}", "{y} 年 {m} 月 {d} 号", "{y}-{m:02}-{d:02} 14:30",
    "{y}-{m:02}-{d:02}T00:30:00+08:00", "{y}年{m}月{d}日上午9点", " {y}。{m}。{d} ", "{y} {m} {d}",
]  # fmt: skip


@given(dates(), st.sampled_from(FORMS), st.booleans())
def test_every_form_of_a_day_is_that_day(day: tuple[int, int, int], form: str, wide: bool) -> None:
    year, month, number = day
    written = form.format(y=year, m=month, d=number)
    if wide:
        written = written.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert PartialDate.parse(written) == PartialDate(year, month, number)


@given(dates(), st.sampled_from(FORMS))
def test_the_standard_form_is_the_same_date_and_needs_no_other(
    day: tuple[int, int, int], form: str
) -> None:
    year, month, number = day
    written = form.format(y=year, m=month, d=number)
    for custom in date_customs(written):
        assert custom.better is not None
        assert PartialDate.parse(custom.better) == PartialDate.parse(written)
        assert list(date_customs(custom.better)) == []


@given(st.text(st.sampled_from("0123456789年月日至-./约上半旬底起Q ")))
def test_what_is_right_at_first_sight_needs_nothing_to_be_said(written: str) -> None:
    try:
        customs = list(date_customs(written))
    except DateError:
        return
    assert not (right_date(written) and customs)
    assert Period.parse(Period.parse(written).prose) == Period.parse(written)


@given(dates(), dates())
def test_a_range_is_both_its_dates(one: tuple[int, int, int], other: tuple[int, int, int]) -> None:
    first, second = sorted((PartialDate(*one), PartialDate(*other)), key=lambda date: date.key)
    for written in (
        f"{first.iso}至{second.iso}",
        f"{first.prose}—{second.prose}",
        f"{first.iso} ~ {second.iso}",
    ):
        assert Period.parse(written) == Period(first, second)
