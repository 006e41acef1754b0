"""What cannot be done surely is not done, and it is said which change it was and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from showcase.model import Base
from showcase.reading.binding import bind
from showcase.revision import Add, Change, Drop, Put, Reason, Refusal, Revision, revised, revising
from tests.revision.files import done, read, refused

TOP = "schema: 1\nname: 云桥\nkind: 其他\ncity: 云州市\n"
TWO = f"{TOP}activities:\n- title: 甲\n- title: 乙\n"


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        (f"{TOP}nmae: 甲\n", 5, "unknown-key-near"),
        (f"{TOP}activities: 没有人来\n", 5, "list-expected"),
        (f"{TOP}site: [", 5, "unclosed-bracket"),
        (TOP.replace("city: 云州市\n", ""), 1, "missing-field"),
        ("- 甲\n", 1, "not-a-mapping"),
        ("", 1, "empty-file"),
        (f"{TOP}...\n", 5, "document-end"),
    ],
)
def test_a_file_with_errors_is_left_alone(text: str, line: int, code: str) -> None:
    refusal = refused(text, Put(("status",), "草稿"))
    assert (refusal.reason, refusal.change, refusal.line) == (Reason.FAULTY, None, line)
    assert refusal.code == code


@pytest.mark.parametrize(
    "change",
    [
        Put(("activities", 2, "title"), "丙"),
        Put(("activities", -1, "title"), "丙"),
        Drop(("activities", 5)),
        Put(("nothing",), "甲"),
        Put(("activities", 0, "nothing"), "甲"),
        Put(("contact", "nothing"), "甲"),
        Put(("contact", 0), "甲"),
        Put(("activities", "title"), "甲"),
        Put(("name", "title"), "甲"),
        Put((), "甲"),
        Put(("photos", 0, "alt"), "甲"),
        Drop(("slogan",)),
        Drop(("contact", "phone")),
        Add(("activities", 0, "nothing"), "甲"),
        Add(("activities",), {"nothing": "甲"}),
    ],
)
def test_a_way_that_leads_nowhere(change: Change) -> None:
    refusal = refused(TWO, Put(("site",), "园"), change)
    assert (refusal.reason, refusal.change) == (Reason.MISSING, change)


@pytest.mark.parametrize(
    ("change", "line", "code"),
    [
        (Put(("kind",), "没有这种"), 3, "not-in-list"),
        (Put(("activities", 1, "title"), "无"), 7, "nothing-said"),
        (Put(("activities", 1, "date"), "2023-02-30"), 7, "impossible-date"),
        (Put(("activities", 1, "title"), "甲\n乙"), 7, "one-line-expected"),
        (Put(("site",), "甲\x07乙"), 1, "invisible-character"),
        (Put(("site",), "甲\ufffd"), 1, "text-lost"),
        (Drop(("city",)), 4, "missing-field"),
        (Put(("activities",), "甲"), 5, ""),
        (Put(("name",), ("甲", "乙")), 2, ""),
        (Add(("stats",), {"label": "甲"}), 1, "missing-field"),
        (Put(("aliases",), "甲" * 61), 1, "too-long"),
    ],
)
def test_what_the_model_would_not_take(change: Change, line: int, code: str) -> None:
    refusal = refused(TWO, Put(("slogan",), "同心"), change)
    assert (refusal.reason, refusal.change, refusal.line) == (Reason.UNFIT, change, line)
    assert not code or refusal.code == code


@pytest.mark.parametrize(
    "changes",
    [
        (Drop(("activities", 0)), Put(("activities", 0, "title"), "丙")),
        (Put(("activities", 0, "title"), "丙"), Drop(("activities",))),
        (Drop(("activities",)), Add(("activities",), {"title": "丙"})),
        (Put(("city",), "甲"), Put(("city",), "乙")),
    ],
)
def test_two_changes_of_one_place(changes: tuple[Change, ...]) -> None:
    assert refused(TWO, *changes).reason is Reason.CLASH


def test_a_new_entry_where_one_stands() -> None:
    text = f"{TOP}contact:\n  phone: 0571-00000000\n"
    refusal = refused(text, Add(("contact",), {"hours": "上午"}))
    assert (refusal.reason, refusal.line) == (Reason.TAKEN, 5)


def test_the_same_twice_is_no_clash() -> None:
    assert done(TWO, Put(("city",), "甲市"), Put(("city",), "甲市")) == TWO.replace(
        "云州市", "甲市"
    )
    assert done(TWO, Drop(("activities", 0)), Drop(("activities", 0))) == TWO.replace(
        "- title: 甲\n", ""
    )


def test_a_layout_that_is_not_understood() -> None:
    # an explicit key: the value stands behind a colon of its own
    text = f"{TOP}? contact\n: phone: 0571-00000000\n"
    fine, odd = Put(("site",), "园"), Put(("contact", "hours"), "上午")
    outcomes = [revised(text, changes, Base) for changes in ([odd], [fine, odd])]
    for outcome in outcomes:
        # done rightly or not at all
        if isinstance(outcome, Refusal):
            assert (outcome.reason, outcome.change) == (Reason.LAYOUT, odd)
        else:
            assert outcome.content == read(outcome.text)


def test_what_the_caller_expects_is_what_comes() -> None:
    changes = [Put(("city",), "云海市")]
    meant = read(TOP.replace("云州", "云海"))
    assert isinstance(meant, Base)
    assert isinstance(revised(TOP, changes, Base, meant), Revision)
    other = meant.model_copy(update={"name": "别的"})
    assert revised(TOP, changes, Base, other) == Refusal(Reason.OTHERWISE)


class Counting:
    """The reader, which counts how often it is asked."""

    def __init__(self, spoil: Callable[[str], str] = lambda text: text) -> None:
        self.texts: list[str] = []
        self.spoil = spoil

    def __call__(self, text: str, *rest: Any) -> Any:
        self.texts.append(text)
        return bind(self.spoil(text), *rest)


def test_a_file_is_read_twice_however_many_changes_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counting = Counting()
    monkeypatch.setattr(revising, "bind", counting)
    items = "".join(f"- title: 第{number}次\n  place: 园\n" for number in range(100))
    text = f"{TOP}activities:\n{items}"
    changes = [Put(("activities", number, "place"), f"新园{number}") for number in range(100)]
    changes += [Put(("activities", number, "at"), f"第{number}节") for number in range(100)]
    assert done(text, *changes).count("新园") == 100
    assert len(counting.texts) == 2


def test_the_new_text_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    changes: list[Change] = [Put(("site",), f"园{number}") for number in range(1)]
    changes += [Put(("slogan",), "同心"), Put(("city",), "云海市"), Put(("pinyin",), "yun")]
    # as if the edit of the slogan had spoilt the name
    spoilt = Counting(lambda text: text.replace("云桥", "云桥二") if "slogan" in text else text)
    monkeypatch.setattr(revising, "bind", spoilt)
    refusal = refused(TOP, *changes)
    assert (refusal.reason, refusal.change) == (Reason.LAYOUT, changes[1])
