"""Dates are read as written, no more exactly than that, and nothing else is taken for one."""

from __future__ import annotations

import calendar
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.model.dates import DateError, PartialDate, Period

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
    "written",
    ["", "去年", "5月", "25日", "2023-", "2023--05", "23-03-25", "2023-03-25T10:00", "20230325", "2023年上半年", "-2023"],
)  # fmt: skip
def test_what_is_no_date_is_not_guessed(written: str) -> None:
    with pytest.raises(DateError) as fault:
        PartialDate.parse(written)
    assert not fault.value.impossible


@pytest.mark.parametrize(
    "written",
    [
        "2023-02-29",
        "2023-13",
        "2023-00",
        "2023-04-31",
        "--02-30",
        "13月1日",
        "1839",
        "2201",
        "2023-01-00",
    ],
)
def test_a_day_that_never_was_is_told_apart(written: str) -> None:
    with pytest.raises(DateError) as fault:
        PartialDate.parse(written)
    assert fault.value.impossible


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
