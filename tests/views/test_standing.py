"""What a standing is called, what keeps an answer from counting, and what is missing: in plain words."""

from __future__ import annotations

import pytest

from showcase.judgement import Standing, Verdict, judge
from showcase.model import Standard
from showcase.views.standing import (
    LEGEND,
    SYMBOLS,
    lacking,
    lacking_briefly,
    needed,
    open_of,
    sum_of,
    tallies_of,
)
from tests.unit.written import a_base, a_standard

SOURCED = "source: yunzhou-report"
THREE = "criteria:\n  - {name: 有场地, evidence_needed: 场所照片。}\n  - 有章程\n  - {name: 有队伍, required: false}\n"


def judged(
    *answers: str, months: int = 24, date: str = "2024-06", held: str = "2020-01"
) -> tuple[tuple[Verdict, ...], str, str]:
    """The verdicts, and what is told of the first: in a sentence and in brief."""
    standard: Standard = a_standard(f"{THREE}evidence_valid_months: {months}\n").content
    rows = "".join(f"      - {{{one}}}\n" for one in answers)
    base = a_base(
        f"activities:\n  - {{id: forum, date: {held}, title: 议事日, {SOURCED}}}\n"
        f"standards:\n  three:\n    tied_by: {{text: 推行, {SOURCED}}}\n    basis: 自评\n    date: {date}\n"
        + (f"    answers:\n{rows}" if rows else "")
    ).content
    assessment = base.standards["three"]
    verdicts = judge(base, assessment, standard)
    first = verdicts[0]
    return verdicts, lacking(first, assessment, standard), lacking_briefly(first, assessment, standard)  # fmt: skip


MET = "criterion: 有场地, status: 达标, evidence: [forum]"


@pytest.mark.parametrize(
    ("answer", "held", "sentence", "brief"),
    [
        ("criterion: 有场地, status: 达标", "2024-01", "已填报，缺佐证，暂不计入。", "缺佐证"),
        (MET, "2024-01", "", ""),
        (MET, "2022-05", "佐证早于2022年6月，过了24个月的有效期，暂不计入。", "佐证早于2022年6月"),
        ("criterion: 有场地, status: 未达标", "2024-01", "", ""),
        ("criterion: 有场地, status: 待核", "2024-01", "", ""),
    ],
)
def test_what_keeps_an_answer_from_counting(
    answer: str, held: str, sentence: str, brief: str
) -> None:
    _, told, shortly = judged(answer, held=held)
    assert (told, shortly) == (sentence, brief)


@pytest.mark.parametrize(
    ("date", "months", "first"),
    [
        ("2024-06", 24, "2022-06"), ("2024-01", 1, "2023-12"), ("2024-12", 12, "2023-12"),
        ("2024", 24, "2022-01"), ("2024-03-15", 5, "2023-10"),
    ],
)  # fmt: skip
def test_the_month_that_is_named_is_the_first_that_counts(
    date: str, months: int, first: str
) -> None:
    """Evidence of that month counts; of the month before it does not, and then the month is named."""
    year, month = map(int, first.split("-"))
    before = f"{year - (month == 1)}-{(month - 2) % 12 + 1:02d}"
    assert judged(MET, date=date, months=months, held=first)[0][0].standing is Standing.met
    verdicts, _, shortly = judged(MET, date=date, months=months, held=before)
    assert verdicts[0].standing is Standing.stale
    assert shortly == f"佐证早于{year}年{month}月"


def test_standings_are_tallied_in_their_order_and_lead_to_the_first_of_each() -> None:
    verdicts, _, _ = judged("criterion: 有章程, status: 达标, evidence: [forum]", held="2024-01")
    found = tallies_of(verdicts, lambda one: f"#{one.number}")
    assert [(one.mark.symbol, one.mark.word, one.count, one.path) for one in found] == [
        ("met", "达标且有佐证", "1项", "#2"),
        ("open", "未对照", "2项", "#1"),
    ]
    assert sum_of(verdicts) == "1／3项达标且有佐证"


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        # the third is one that may be missing
        ((), "还差2项才对照完整。"),
        (("criterion: 有场地, status: 达标",), "还差2项才对照完整。"),
        (("criterion: 有场地, status: 未达标",), "还差1项才对照完整。"),
        (("criterion: 有场地, status: 未达标", "criterion: 有章程, status: 待核"), "还差1项才对照完整。"),
        (("criterion: 有场地, status: 未达标", "criterion: 有章程, status: 未达标"), ""),
    ],
)  # fmt: skip
def test_what_is_missing_is_counted_where_it_is_required(
    answers: tuple[str, ...], told: str
) -> None:
    assert open_of(judged(*answers)[0]) == told


def test_what_would_prove_a_criterion_is_told_where_the_standard_says_it() -> None:
    assert [needed(one) for one in judged()[0]] == ["可用场所照片佐证。", "", ""]


def test_every_standing_has_a_sign_that_the_legend_explains() -> None:
    assert SYMBOLS.keys() == set(Standing)
    assert set(SYMBOLS.values()) == {one.symbol for one in LEGEND}
