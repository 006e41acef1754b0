"""Each kind of finding is found where it is, at its line, and not where it only looks like it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from showcase.catalogue import blank
from showcase.checkup import WEIGHTS, Matter
from showcase.checkup.wording import WORDINGS, effect_of, places_of
from showcase.model import Base, PartialDate, Use
from tests.unit.lacking import (
    DAY,
    STANDARD,
    STEPS,
    Data,
    apply,
    catalogue,
    codes,
    examined,
    whole,
    written,
)
from tests.unit.written import read

Spoil = Callable[[Data], object]


def answers(data: Data) -> list[Data]:
    found: list[Data] = data["standards"][STANDARD]["answers"]
    return found


def several(*steps: Spoil) -> Spoil:
    return lambda data: [step(data) for step in steps]


def unsourced(data: Data) -> None:
    """The first answer rests on an activity that cites nothing."""
    del data["activities"][0]["source"]


def bare_tick(status: str = "达标") -> Spoil:
    return lambda data: answers(data)[0].update(status=status, evidence=[])


def needing(what: str) -> dict[str, Any]:
    criteria = ({"name": "有场地", "evidence_needed": what}, {"name": "有章程"}, {"name": "有队伍"})
    return {"criteria": criteria}


def without_pictures(data: Data) -> None:
    del data["photos"], data["activities"][0]["photos"]


def untied(data: Data) -> None:
    del data["standards"]


def old_evidence(data: Data) -> None:
    """The first answer rests on what happened long before the assessment."""
    data["activities"][0]["date"] = "2024-08"


def soon_old(data: Data) -> None:
    """The same, still counting at the assessment's date."""
    data["activities"][0]["date"] = "2025-04"


LACKING: Mapping[str, tuple[Spoil, dict[str, Any]]] = {
    "lost": (
        lambda data: data["photos"].append({"file": "lost.jpg", "alt": "门", "consent": "不需要"}), {}),
    "unregistered": (lambda data: data["notes"][0].update(source="unknown-paper"), {}),
    "lit-photo": (bare_tick(), needing("场所照片")),
    "lit-needed": (bare_tick(), needing("租赁合同")),
    "lit-any": (bare_tick(), {}),
    "lit-source": (unsourced, {}),
    "partly-photo": (bare_tick("部分达标"), needing("现场图片")),
    "partly-needed": (bare_tick("部分达标"), needing("租赁合同")),
    "partly-any": (bare_tick("部分达标"), {}),
    "partly-source": (several(unsourced, lambda data: answers(data)[0].update(status="部分达标")), {}),
    "renewed": (old_evidence, {}),
    "expiring": (soon_old, {}),
    "picture": (without_pictures, {}),
    "summary": (lambda data: data.pop("summary"), {}),
    "visit": (lambda data: data.pop("contact"), {}),
    "visit-more": (lambda data: data["contact"].pop("phone"), {}),
    "district": (lambda data: data.pop("district"), {}),
    "level": (lambda data: data.pop("level"), {}),
    "founded": (lambda data: data.pop("founded"), {}),
    "uncited": (lambda data: data["stats"][0].pop("source"), {}),
    "uncited-several": (lambda data: data.update(notes=[{"text": "甲"}, {"text": "乙"}]), {}),
    "uncited-founded": (lambda data: data.update(founded="2018"), {}),
    "withheld": (lambda data: data["photos"][0].update(consent="未取得"), {}),
    "unsaid": (lambda data: data["photos"][0].pop("consent"), {}),
    "undescribed": (lambda data: data["photos"][0].update(alt="hall"), {}),
    "undescribed-entry": (lambda data: data["activities"][1].update(photos=["new.jpg"]), {}),
    "unanswered": (lambda data: answers(data)[2].update(status="未对照", evidence=[]), {}),
    "unanswered-silent": (lambda data: answers(data).pop(), {}),
    "pending": (lambda data: answers(data)[2].update(status="待核"), {}),
    "bare-figure": (lambda data: data["stats"][0].pop("as_of"), {}),
    "old-figure": (lambda data: data["stats"][0].update(as_of="2025-04"), {}),
    "undated": (lambda data: data["activities"][1].update(date="--03-25"), {}),
    "inferred": (lambda data: data["notes"][0].update(sure="推定", because="由上文"), {}),
    "insecure": (lambda data: data["links"][0].update(url="http://example.org/"), {}),
    "unreviewed": (lambda data: data.pop("reviewed"), {}),
    "unkept": (lambda data: data.pop("updated"), {}),
    "long-ago": (lambda data: data.update(updated="2025-10"), {}),
    "slogan": (lambda data: data.pop("slogan"), {}),
    "untied": (untied, {}),
}  # fmt: skip
"""How to make a base lack each thing, and what else that takes."""
BESIDES = {"lit-source": ["uncited"], "partly-source": ["uncited"]}
"""What is found as well, because one line lacks two ends."""
AFTERWARDS = {"untied": ["unanswered-silent"]}
"""What a step brings up: a standard that a base is tied to waits for answers."""


def test_a_base_that_lacks_nothing_is_told_nothing() -> None:
    assert codes(catalogue(whole())) == []


def test_every_code_has_a_case_a_sentence_and_a_step() -> None:
    assert set(LACKING) == set(WORDINGS) == set(STEPS)


def test_every_matter_has_its_weight_and_reason() -> None:
    assert set(WEIGHTS) == set(Matter)
    assert [one.weight for one in WEIGHTS.values()] == sorted(
        {one.weight for one in WEIGHTS.values()}, reverse=True
    )
    assert all(one.reason and not one.reason.endswith("。") for one in WEIGHTS.values())


@pytest.mark.parametrize("code", LACKING)
def test_what_is_lacking_is_found_and_nothing_else(code: str) -> None:
    spoil, given = LACKING[code]
    data = whole()
    spoil(data)
    assert codes(catalogue(data, **given)) == [code, *BESIDES.get(code, [])]


@pytest.mark.parametrize("code", LACKING)
def test_doing_what_is_proposed_takes_the_finding_away(code: str) -> None:
    spoil, given = LACKING[code]
    data = whole()
    spoil(data)
    found = examined(catalogue(data, **given)).findings[0]
    assert codes(catalogue(apply(data, found), **given)) == AFTERWARDS.get(code, [])


FINE: Mapping[str, tuple[Spoil, dict[str, Any]]] = {
    "a photograph carries a tick": (lambda data: answers(data)[0].update(evidence=["hall.jpg"]), {}),
    "evidence without a date never expires": (
        several(old_evidence, lambda data: answers(data)[0].update(evidence=["forum", "hall.jpg"])), {}),
    "evidence never expires where the standard sets no limit": (old_evidence, {"months": None}),
    "seven months ahead is not soon": (lambda data: data["activities"][0].update(date="2025-05"), {}),
    "未达标 is an answer": (
        lambda data: answers(data)[2].update(status="未达标", note="没有队伍", evidence=[]), {}),
    "a standard whose file was not read": (lambda data: data["standards"].update(
        {"unread": data["standards"].pop(STANDARD)}) or data.pop("related_standards"), {}),
    "a second photograph that is in order": (
        lambda data: data["photos"].append({"file": "new.jpg", "alt": "门", "consent": "不需要"}), {}),
    "a brand that stands nowhere has no street": (
        several(lambda data: data.update(kind="品牌平台"), lambda data: data["contact"].pop("address"),
                lambda data: data.pop("district")), {}),
    "a region has no door and was not founded": (
        several(lambda data: data.update(kind="区域样本"), *(
            lambda data, key=key: data.pop(key)
            for key in ("contact", "district", "level", "founded"))), {}),
    "a figure of a date": (lambda data: data["stats"][0].update(date=data["stats"][0].pop("as_of")), {}),
    "a figure that holds since": (
        lambda data: data["stats"][0].update(since=data["stats"][0].pop("as_of")), {}),
    "a figure of eighteen months ago": (lambda data: data["stats"][0].update(as_of="2025-05"), {}),
    "a figure of last year, which may be its December": (
        lambda data: data["stats"][0].update(as_of="2025"), {}),
    "a date of a year is a date": (lambda data: data["activities"][1].update(date="2026"), {}),
    "未明 waits for no source": (
        lambda data: data["notes"][0].update(sure="未明", because="两处不一"), {}),
    "a mail address is no web address": (
        lambda data: data["links"][0].update(url="mailto:a@example.org"), {}),
    "changed a year ago": (lambda data: data.update(updated="2025-11"), {}),
    "words that begin as a file's name": (
        lambda data: data["photos"][0].update(alt="hall里的长桌"), {}),
    "a related standard that does not exist": (
        lambda data: data.update(related_standards=["unknown"]), {}),
}  # fmt: skip
"""What only looks as if something were lacking."""


@pytest.mark.parametrize("what", FINE)
def test_a_look_alike_is_told_nothing(what: str) -> None:
    spoil, given = FINE[what]
    data = whole()
    spoil(data)
    assert codes(catalogue(data, **given)) == []


@pytest.mark.parametrize("code", ["expiring", "old-figure", "long-ago"])
def test_without_a_date_nothing_is_old_or_about_to_expire(code: str) -> None:
    spoil, given = LACKING[code]
    data = whole()
    spoil(data)
    made = catalogue(data, **given)
    assert codes(made, None) == codes(made, PartialDate(month=11, day=22)) == []


def line_of(data: Data, text: str) -> int:
    lines = written(data).split("\n")
    (number,) = [at for at, line in enumerate(lines, 1) if text in line]
    return number


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("summary", ["city: 云州市"]),
        ("lit-any", ["criterion: 有场地"]),
        ("lit-source", ["id: forum"]),
        ("uncited-several", ["text: 甲", "text: 乙"]),
        ("withheld", ["consent: 未取得"]),
        ("undescribed-entry", ["- new.jpg"]),
        ("unanswered-silent", ["answers:"]),
        ("long-ago", ["updated: 2025-10"]),
        ("untied", ["- three-haves"]),
    ],
)
def test_it_is_said_in_which_line(code: str, texts: list[str]) -> None:
    spoil, given = LACKING[code]
    data = whole()
    spoil(data)
    found = examined(catalogue(data, **given)).findings[0]
    lines = [line_of(data, text) for text in texts]
    assert (found.file, list(found.lines)) == ("bases/hetang.yml", lines)
    below = "下面" if code == "summary" else ""
    assert places_of(found) == f"bases/hetang.yml 第{'、'.join(map(str, lines))}行{below}"


@pytest.mark.parametrize(
    ("code", "effect"),
    [
        ("lit-photo", "补1张照片即可点亮“有场地”，“云州三有”就是3/3。"),
        ("lit-any", "补1条佐证即可点亮“有场地”，“云州三有”就是3/3。"),
        ("lit-source", "给“议事日”补上来源即可点亮“有场地”，“云州三有”就是3/3。"),
        ("partly-any", "补1条佐证，“有场地”就由“待佐证”变成“部分达标”。"),
        ("renewed", "补1条新的佐证，“有场地”就由“待更新”变回“达标”，“云州三有”就是3/3。"),
        ("expiring", "对照日期写到2027年5月或以后，“有场地”会由“达标”变成“待更新”。"),
        ("uncited", "补1条来源，这条数据就有出处，“未注来源”去掉。"),
        ("uncited-several", "补上来源，这2条编注就都有出处，“未注来源”去掉。"),
        ("visit-more", "补上电话，“到访”一栏里就写着它。"),
    ],
)
def test_the_effect_is_said_in_words(code: str, effect: str) -> None:
    spoil, given = LACKING[code]
    data = whole()
    spoil(data)
    assert effect_of(examined(catalogue(data, **given)).findings[0]) == effect


def test_one_sound_piece_of_evidence_is_enough() -> None:
    data = whole()
    unsourced(data)
    answers(data)[0]["evidence"].append("award")
    assert codes(catalogue(data)) == ["uncited"]


def test_a_photograph_of_an_activity_alone_is_a_picture() -> None:
    data = whole()
    del data["photos"]
    assert codes(catalogue(data)) == ["undescribed-entry"]


@pytest.mark.parametrize("change", [{"use": Use.principles}, {"persons": True}])
def test_a_standard_that_nobody_is_held_to_is_not_asked_about(change: dict[str, object]) -> None:
    data = whole()
    bare_tick()(data)
    made = catalogue(data)
    record = made.standards[STANDARD]
    other = replace(record, content=record.content.model_copy(update=change))
    assert codes(replace(made, standards={STANDARD: other})) == []
    untied(data)
    assert codes(replace(catalogue(data), standards={STANDARD: other})) == []


@pytest.mark.parametrize(
    "lost", [{"unread": frozenset({"_sources"})}, {"sources_file": blank().sources_file}]
)
def test_without_the_list_of_sources_none_is_called_unregistered(lost: dict[str, Any]) -> None:
    data = whole()
    data["notes"][0]["source"] = "unknown-paper"
    assert codes(replace(catalogue(data), **lost)) == []


def test_a_source_that_would_not_light_a_criterion_is_not_proposed_for_it() -> None:
    data = whole()
    unsourced(data)
    old_evidence(data)
    assert codes(catalogue(data)) == ["lit-any", "uncited"]


def test_a_criterion_comes_before_a_look_a_look_before_a_source_a_source_before_upkeep() -> None:
    data = whole()
    del data["summary"], data["reviewed"], data["stats"][0]["source"]
    bare_tick()(data)
    assert codes(catalogue(data)) == ["lit-any", "summary", "uncited", "unreviewed"]


def test_of_one_matter_what_gains_more_comes_first() -> None:
    data = whole()
    del data["stats"][0]["source"]
    data["notes"] = [{"text": "甲"}, {"text": "乙"}]
    assert codes(catalogue(data)) == ["uncited-several", "uncited"]


def test_two_findings_on_one_line_keep_their_order() -> None:
    data = whole()
    for answer in answers(data)[:2]:
        answer["evidence"] = []
    made = catalogue(data)
    start, end = "    answers:\n", "    - criterion: 有队伍"
    text = made.bases["hetang"].text
    head, tail = text.split(start)[0], text.split(end)[1]
    line = "[{criterion: 有章程, status: 达标}, {criterion: 有场地, status: 达标}, {criterion: 有队伍, status: 达标, evidence: [award]}]"
    tail = tail.split("notes:")[1]
    record = read(f"{head}    answers: {line}\nnotes:{tail}", Base)
    first, second = examined(replace(made, bases={"hetang": record})).findings
    assert first.lines == second.lines
    assert first.rank < second.rank
    assert [one.values["criterion"] for one in (first, second)] == ["有章程", "有场地"]


def test_a_criterion_among_others_that_are_open_promises_no_whole_standard() -> None:
    data = whole()
    bare_tick()(data)
    answers(data)[2].update(status="待核")
    found = examined(catalogue(data))
    assert effect_of(found.findings[0]) == "补1条佐证即可点亮“有场地”。"
    assert found.outlooks == ()


def test_what_is_to_come_of_a_standard_is_counted() -> None:
    data = whole()
    for answer in answers(data)[:2]:
        answer["evidence"] = []
    (outlook,) = examined(catalogue(data)).outlooks
    assert (outlook.met, outlook.of, outlook.lacking) == (1, 3, 2)
    assert [effect_of(one) for one in examined(catalogue(data)).findings] == [
        "补1条佐证即可点亮“有场地”。",
        "补1条佐证即可点亮“有章程”。",
    ]


def test_evidence_that_has_been_old_for_years_is_told_with_its_own_month() -> None:
    data = whole()
    data["standards"][STANDARD]["date"] = "2022-01"
    data["activities"][0]["date"] = "2021-03"
    found = examined(catalogue(data)).findings[0]
    assert found.values["month"] == "2023年4月"
    del data["standards"][STANDARD]["date"]
    assert codes(catalogue(data)) == ["expiring"]


def test_the_day_decides_what_is_soon() -> None:
    data = whole()
    soon_old(data)
    made = catalogue(data)
    assert codes(made, PartialDate(2026, 10, 31)) == []
    assert codes(made, PartialDate(2026, 11, 1)) == ["expiring"]
    assert codes(made, DAY) == ["expiring"]
