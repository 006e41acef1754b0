"""A tick counts only with evidence that has its own line in the sources and had not grown old."""

from __future__ import annotations

import pytest

from showcase.judgement import Standing, judge, supports, things
from showcase.model import Base
from showcase.reading.binding import Record
from tests.unit.written import a_base, a_standard

SOURCED = "source: yunzhou-report"
EXPIRING = "criteria: [有场地, 有章程, 有队伍]\nevidence_valid_months: 24\n"


def answered(answer: str, things: str = "", date: str = "2024-06") -> Record[Base]:
    """A base with one answer, assessed on a date."""
    dated = f"\n    date: {date}" if date else ""
    return a_base(
        f"{things}standards:\n  three-haves:\n    tied_by: {{text: 推行, {SOURCED}}}\n    basis: 自评{dated}\n"
        f"    answers:\n      - {{criterion: 有场地, {answer}}}\n"
    )


def standing_of(record: Record[Base], standard: str = EXPIRING) -> Standing:
    base = record.content
    return judge(base, base.standards["three-haves"], a_standard(standard).content)[0].standing


def activity(date: str = "", source: str = SOURCED) -> str:
    dated = f"date: {date}, " if date else ""
    return f"activities:\n  - {{id: forum, {dated}title: 议事日, {source}}}\n".replace(", }", "}")


@pytest.mark.parametrize(
    ("answer", "things", "standing"),
    [
        ("status: 达标", "", Standing.wanting),
        ("status: 部分达标", "", Standing.wanting),
        ("status: 达标, evidence: [forum]", activity(), Standing.met),
        ("status: 部分达标, evidence: [forum]", activity(), Standing.partly),
        ("status: 达标, evidence: [forum]", activity(source=""), Standing.wanting),
        ("status: 达标, evidence: [nothing]", activity(), Standing.wanting),
        (
            "status: 达标, evidence: [hall.jpg]",
            "photos:\n  - {file: hall.jpg, alt: 前厅}\n",
            Standing.met,
        ),
        (
            "status: 达标, evidence: [award]",
            f"honours:\n  - {{id: award, title: 示范点, {SOURCED}}}\n",
            Standing.met,
        ),
        (
            "status: 达标, evidence: [n]",
            f"stats:\n  - {{id: n, label: 甲, value: 3间, {SOURCED}}}\n",
            Standing.met,
        ),
        (
            "status: 达标, evidence: [s]",
            f"statements:\n  - {{id: s, text: 甲, {SOURCED}}}\n",
            Standing.met,
        ),
        (f"status: 达标, evidence: [{{text: 有亭子, {SOURCED}}}]", "", Standing.met),
        ("status: 达标, evidence: [{text: 有亭子}]", "", Standing.wanting),
        ("status: 未达标", "", Standing.unmet),
        ("status: 未达标, evidence: [forum]", activity(), Standing.unmet),
        ("status: 待核, evidence: [forum]", activity(), Standing.pending),
        ("status: 未对照", "", Standing.unanswered),
    ],
)
def test_an_answer_counts_for_what_its_evidence_bears(
    answer: str, things: str, standing: Standing
) -> None:
    assert standing_of(answered(answer, things)) is standing


@pytest.mark.parametrize(
    ("evidence", "assessed", "standing"),
    [
        ("2022-06", "2024-06", Standing.met),
        ("2022-05", "2024-06", Standing.stale),
        ("2022-05-31", "2024-06-01", Standing.stale),
        # a bare year is read as its December, an assessment's as its January
        ("2022", "2024-12", Standing.met),
        ("2022", "2025-01", Standing.stale),
        ("2022-06", "2024", Standing.met),
        ("2021", "2024", Standing.stale),
        ("2022-01", "2024", Standing.met),
        ("2021-12", "2024", Standing.stale),
        ("{from: 2019-01, to: 2022-06}", "2024-06", Standing.met),
        ("{from: 2019-01, to: 2022-05}", "2024-06", Standing.stale),
        # what has no year never grows old, and without a date of assessment nothing does
        ("--03-25", "2024-06", Standing.met),
        ("", "2024-06", Standing.met),
        ("1990", "", Standing.met),
    ],
)
def test_evidence_grows_old_at_the_assessments_own_date(
    evidence: str, assessed: str, standing: Standing
) -> None:
    record = answered("status: 达标, evidence: [forum]", activity(evidence), assessed)
    assert standing_of(record) is standing


def test_evidence_does_not_grow_old_where_the_standard_sets_no_limit() -> None:
    record = answered("status: 达标, evidence: [forum]", activity("1990"))
    assert standing_of(record, "criteria: [有场地]\n") is Standing.met


def test_one_fresh_piece_of_evidence_is_enough() -> None:
    both = f"{activity('1990')}honours:\n  - {{id: award, date: 2024, title: 示范点, {SOURCED}}}\n"
    assert standing_of(answered("status: 达标, evidence: [forum, award]", both)) is Standing.met
    unsourced = both.replace(f"示范点, {SOURCED}", "示范点")
    assert (
        standing_of(answered("status: 达标, evidence: [forum, award]", unsourced)) is Standing.stale
    )


def test_a_figure_grows_old_from_the_day_it_was_as_of() -> None:
    figure = f"stats:\n  - {{id: n, label: 甲, value: 3间, date: 1990, as_of: 2024, {SOURCED}}}\n"
    assert standing_of(answered("status: 达标, evidence: [n]", figure)) is Standing.met


def test_silence_is_unanswered_and_only_a_tick_counts() -> None:
    base = answered("status: 达标, evidence: [forum]", activity("2024")).content
    verdicts = judge(base, base.standards["three-haves"], a_standard(EXPIRING).content)
    assert [(one.number, one.criterion.name, one.standing, one.counts) for one in verdicts] == [
        (1, "有场地", Standing.met, True),
        (2, "有章程", Standing.unanswered, False),
        (3, "有队伍", Standing.unanswered, False),
    ]
    assert verdicts[0].evidence == base.activities
    assert verdicts[1].answer is None


def test_an_answer_may_name_its_criterion_by_id() -> None:
    record = answered("status: 待核")
    standard = "criteria:\n  - {id: venue, name: 场地}\n  - 有章程\n"
    assert standing_of(record, standard) is Standing.unanswered
    assert standing_of(record, standard.replace("场地}", "有场地}")) is Standing.pending
    by_id = a_base(
        record.text.split("city: 云州市\n")[1].replace("criterion: 有场地", "criterion: venue")
    )
    assert standing_of(by_id, standard) is Standing.pending


def test_evidence_is_a_thing_with_its_own_line() -> None:
    base = a_base(
        f"activities:\n  - {{id: a, title: 甲, {SOURCED}}}\n  - {{title: 乙}}\nnotes:\n  - {{id: n, text: 编者的话}}\n"
        "photos:\n  - {file: hall.jpg, alt: 前厅}\n"
    ).content
    assert set(things(base)) == {"a", "hall.jpg"}
    assert supports(base.photos[0])
    assert [supports(one) for one in base.activities] == [True, False]
