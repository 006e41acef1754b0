"""Whatever a base is like: what is proposed does what it promises, and judgement says so."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from showcase.catalogue import Catalogue
from showcase.checkup import Checkup, Finding, Matter, examine, foremost
from showcase.checkup.wording import ask_of, effect_of, typed_of
from showcase.judgement import Standing, Verdict, judge
from tests.unit.lacking import (
    CRITERIA,
    DAY,
    SOURCE,
    STANDARD,
    Data,
    apply,
    catalogue,
    checkup,
    examined,
    iso,
    newer,
    value_at,
    whole,
)

LIGHTING = {Matter.lit, Matter.partly, Matter.renewed}
DATES = st.sampled_from(
    [None, "2019", "2024", "2024-09", "2024-10", "2025-04", "2025-06-30", "2026-11", "--03-25"]
)
OPTIONAL = (
    "district", "level", "founded", "updated", "slogan", "summary", "contact", "photos", "reviewed", "links",
)  # fmt: skip


def cited(claim: Data, source: str | None, date: str | None) -> Data:
    return claim | ({"source": source} if source else {}) | ({"date": date} if date else {})


@st.composite
def bases(draw: st.DrawFn) -> Data:
    """A base that lacks this and that; its answers rest on anything, or on nothing."""
    data = whole()
    for key in OPTIONAL:
        if draw(st.booleans()):
            data.pop(key)
    sources = st.sampled_from([SOURCE, None])
    data["activities"] = [
        cited({"id": f"event-{n}", "title": f"第{n}次"}, draw(sources), draw(DATES))
        for n in range(draw(st.integers(0, 3)))
    ]
    data["honours"] = [
        cited({"id": f"honour-{n}", "title": f"称号{n}"}, draw(sources), draw(DATES))
        for n in range(draw(st.integers(0, 2)))
    ]
    things = [one["id"] for one in (*data["activities"], *data["honours"])]
    things += [photo["file"] for photo in data.get("photos", [])]
    named: st.SearchStrategy[Any] = st.one_of(
        *([st.sampled_from(things)] if things else []),
        st.just({"text": "有一间库房", "source": SOURCE}),
    )
    data["standards"][STANDARD]["answers"] = [
        {
            "criterion": criterion["name"],
            "status": draw(st.sampled_from(["达标", "部分达标", "未对照", "待核"])),
            "evidence": draw(st.lists(named, max_size=2)),
        }
        for criterion in CRITERIA
        if draw(st.booleans())
    ]
    if draw(st.booleans()):
        data["standards"][STANDARD]["date"] = draw(
            st.sampled_from(["2026", "2026-09", "2025-01-31"])
        )
    else:
        data["standards"][STANDARD].pop("date")
    return data


@st.composite
def settings_of(draw: st.DrawFn) -> dict[str, Any]:
    """What the standard asks for."""
    needed = st.sampled_from([None, "场所照片", "租赁合同"])
    criteria = tuple(
        one | ({"evidence_needed": wish} if (wish := draw(needed)) else {}) for one in CRITERIA
    )
    return {"months": draw(st.sampled_from([None, 12, 24, 36])), "criteria": criteria}


def verdicts(made: Catalogue) -> tuple[Verdict, ...]:
    base, standard = made.bases["hetang"].content, made.standards[STANDARD].content
    return judge(base, base.standards[STANDARD], standard)


def standing(made: Catalogue, one: Finding) -> Standing:
    """How the criterion that a finding speaks of stands."""
    name = one.values["criterion"]
    return next(verdict.standing for verdict in verdicts(made) if verdict.criterion.name == name)


def same(one: Finding, other: Finding) -> bool:
    """Whether two findings speak of the same thing, however much of it there is."""
    spoken = ("criterion", "label", "written")
    return one.code == other.code and all(
        one.values.get(name) == other.values.get(name) for name in spoken
    )


@given(bases(), settings_of())
def test_every_step_takes_its_finding_away(data: Data, asked: dict[str, Any]) -> None:
    for one in examined(catalogue(data, **asked)).findings:
        after = examined(catalogue(apply(data, one), **asked)).findings
        assert not [other for other in after if same(one, other)], one.code


@given(bases(), settings_of())
def test_what_is_to_be_lit_is_lit(data: Data, asked: dict[str, Any]) -> None:
    before = catalogue(data, **asked)
    for one in examined(before).findings:
        if one.matter not in LIGHTING:
            continue
        after = catalogue(apply(data, one), **asked)
        assert standing(before, one) in (Standing.wanting, Standing.stale)
        assert standing(after, one).value == one.values["standing"]
        promised = bool(one.values.get("whole"))
        assert promised == (all(verdict.counts for verdict in verdicts(after)))


@given(bases(), settings_of())
def test_the_month_named_is_the_first_that_renews(data: Data, asked: dict[str, Any]) -> None:
    for one in examined(catalogue(data, **asked)).findings:
        if one.code == "renewed":
            for date, renewed in ((iso(one.values["month"]), True), (before(one), False)):
                changed = whole() | data
                changed = apply(changed, replace(one, code="summary"))
                newer(changed, one, date)
                assert (standing(catalogue(changed, **asked), one) is not Standing.stale) is renewed


def before(one: Finding) -> str:
    """The month before the one that a finding names."""
    year, month = map(int, iso(one.values["month"]).split("-"))
    return f"{year}-{month - 1:02d}" if month > 1 else f"{year - 1}-12"


@given(bases(), settings_of())
def test_evidence_expires_in_the_very_month_that_is_named(
    data: Data, asked: dict[str, Any]
) -> None:
    made = catalogue(data, **asked)
    for one in examined(made).findings:
        if one.code == "expiring":
            for date, stale in ((iso(one.values["month"]), True), (before(one), False)):
                changed = apply(data, replace(one, code="summary"))
                changed["standards"][STANDARD]["date"] = date
                assert (standing(catalogue(changed, **asked), one) is Standing.stale) is stale


@given(bases(), settings_of())
def test_what_is_missing_from_a_whole_standard_makes_it_whole(
    data: Data, asked: dict[str, Any]
) -> None:
    made = catalogue(data, **asked)
    found = examined(made)
    for outlook in found.outlooks:
        lit = [one for one in found.findings if one.matter in (Matter.lit, Matter.renewed)]
        assert len(lit) == outlook.lacking > 0
        for one in lit:
            data = apply(data, one)
        assert all(verdict.counts for verdict in verdicts(catalogue(data, **asked)))
    if not found.outlooks:
        waiting = {Standing.wanting, Standing.stale, Standing.met}
        told = verdicts(made)
        assert all(one.counts for one in told) or any(
            one.standing not in waiting or (one.answer and one.answer.status != "达标")
            for one in told
        )


@given(bases(), settings_of(), st.randoms(use_true_random=False))
def test_the_order_is_the_same_whatever_the_order_of_the_files(
    data: Data, asked: dict[str, Any], chance: random.Random
) -> None:
    several = five(data, asked)
    shuffled = list(several.bases.items())
    chance.shuffle(shuffled)
    one, other = examine(several, DAY), examine(replace(several, bases=dict(shuffled)), DAY)
    assert one.counts == other.counts
    assert foremost(one) == foremost(other)
    assert {base.id: base for base in one.bases} == {base.id: base for base in other.bases}


@given(bases(), settings_of())
def test_no_two_findings_rank_alike(data: Data, asked: dict[str, Any]) -> None:
    ranks = [one.rank for base in examine(five(data, asked), DAY).bases for one in base.findings]
    assert len(set(ranks)) == len(ranks)


def five(data: Data, asked: dict[str, Any]) -> Catalogue:
    """The same base under five names."""
    made = catalogue(data, **asked)
    record = made.bases["hetang"]
    named = {
        name: replace(record, id=name, file=f"bases/{name}.yml")
        for name in ("a", "b", "c", "d", "e")
    }
    return replace(made, bases=named, photos=dict.fromkeys(named, made.photos["hetang"]))


@given(bases(), settings_of())
def test_everything_that_is_found_can_be_said(data: Data, asked: dict[str, Any]) -> None:
    examination: Checkup = checkup(catalogue(data, **asked))
    for one in examination.bases[0].findings:
        assert "{" not in effect_of(one) + ask_of(one)
        assert effect_of(one).endswith("。")
        assert all(typed_of(one))
        assert one.lines
        for path in one.paths:
            value_at(data, path)
