"""Dates, figures and counts as readers see them."""

from __future__ import annotations

import pytest

from showcase.model import PartialDate, Period, Quantity
from showcase.views.parts import FigureRun
from showcase.views.wording import counted, measure_two, moment_of, runs_of


@pytest.mark.parametrize(
    ("start", "end", "head", "tail", "iso"),
    [
        ("2017", None, "2017", "", "2017"),
        ("2019-06", None, "2019.06", "", "2019-06"),
        ("2023-03-25", None, "2023.03", "25日", "2023-03-25"),
        ("--03-25", None, "3月25日", "", "03-25"),
        ("约2018年", None, "约2018", "", "2018"),
        ("2023-05", "2023-08", "2023.05", "至2023.08", "2023-05"),
        ("2023-05-01", "2023-05-03", "2023.05", "1日至2023.05.03", "2023-05-01"),
        ("2023年上半年", None, "2023", "上半年", "2023"),
        ("2023年底", None, "2023", "年底", "2023"),
        ("2023年3月上旬", None, "2023.03", "上旬", "2023-03"),
        ("2023年3月底", None, "2023.03", "月底", "2023-03"),
        ("约3月25日起", None, "约3月25日起", "", "03-25"),
        ("2017年以来", None, "2017", "以来", "2017"),
        ("2017年3月25日起", None, "2017.03", "25日起", "2017-03-25"),
        ("2023年3月上旬", "2023年4月底", "2023.03", "上旬至2023.04月底", "2023-03"),
    ],
)
def test_a_moment_is_as_exact_as_its_source(
    start: str, end: str | None, head: str, tail: str, iso: str
) -> None:
    period = Period(PartialDate.parse(start), PartialDate.parse(end) if end else None)
    moment = moment_of(period, inferred=False)
    assert (moment.head, moment.tail, moment.iso) == (head, tail, iso)


def test_what_has_no_date_says_so() -> None:
    assert moment_of(None, inferred=False).head == "时间待核"


def test_small_stretches_of_a_figure_are_joined() -> None:
    assert runs_of(Quantity.parse("约204万人左右")) == (
        FigureRun("约", "small"),
        FigureRun("204", "number"),
        FigureRun("万", "magnitude"),
        FigureRun("人左右", "small"),
    )


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "〇"), (2, "二"), (10, "十"), (12, "十二"), (20, "二十"), (41, "四十一"), (100, "一百"),
     (103, "一百〇三"), (110, "一百一十"), (999, "九百九十九"), (1000, "1000")],
)  # fmt: skip
def test_counts_are_written_in_words(number: int, words: str) -> None:
    assert counted(number) == words


def test_two_of_something_is_liang() -> None:
    assert measure_two(2) == "两"
    assert measure_two(12) == "十二"
