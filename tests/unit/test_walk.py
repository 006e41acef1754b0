"""Keys that were misspelt, misplaced or repeated are told with the mend that was probably meant."""

from __future__ import annotations

import pytest

from showcase.diagnostics import DROPPED, Diagnostic, Level
from showcase.model import Base
from showcase.reading.binding import bind
from tests.unit.written import HEAD

FIRST = HEAD.count("\n") + 1


def told(tail: str) -> tuple[Diagnostic, ...]:
    return bind(HEAD + tail, "bases/hetang.yml", "hetang", Base)[1]


def mended(tail: str) -> str:
    """The tail with all that is suggested."""
    lines = (HEAD + tail).split("\n")
    edits = {edit for one in told(tail) for edit in (one.fix.edits if one.fix else ())}
    for edit in sorted(edits, reverse=True):
        line = lines[edit.line - 1]
        lines[edit.line - 1] = line[: edit.start - 1] + edit.new + line[edit.end - 1 :]
    return "\n".join(line for line in lines if DROPPED not in line).removeprefix(HEAD)


@pytest.mark.parametrize(
    ("tail", "codes", "better"),
    [
        ("sloagn: 甲\n", ["unknown-key-near"], "slogan: 甲\n"),
        ("contact:\n  emial: a@example.org\n", ["unknown-key-near"], "contact:\n  email: a@example.org\n"),
        (
            "contact:\n    address: 甲\nphone: 0571-00000000\nemail: a@example.org\n", ["key-belongs-below"] * 2,
            "contact:\n    address: 甲\n    phone: 0571-00000000\n    email: a@example.org\n",
        ),
        ("contact:\nphone: 0571-00000000\n", ["key-belongs-below"], "contact:\n  phone: 0571-00000000\n"),
        (
            "activities:\n  - title: 甲\ndate: 2023-03-25\nphotos: [a.jpg]\n", ["key-belongs-below", "mapping-expected"],
            None,
        ),
        ("contact:\n  address: 甲\n  slogan: 乙\n", ["key-belongs-above"], "contact:\n  address: 甲\nslogan: 乙\n"),
        (
            "activities:\n  - title: 甲\nslogan: 乙\nactivities:\n- title: 丙\n  date: 2023\n", ["repeated-key-below"],
            "activities:\n  - title: 甲\n  - title: 丙\n    date: 2023\nslogan: 乙\n",
        ),
    ],
)  # fmt: skip
def test_a_key_is_told_and_its_mend_ends_it(
    tail: str, codes: list[str], better: str | None
) -> None:
    found = told(tail)
    assert [one.code for one in found] == codes
    assert all(one.level is Level.ERROR and not (one.fix and one.fix.safe) for one in found)
    if better is not None:
        assert mended(tail) == better
        assert told(better) == ()


@pytest.mark.parametrize("key", ["__proto__", "1", "<<", "no", "weather", "__class__"])
def test_a_key_that_means_nothing_is_told_at_its_line(key: str) -> None:
    (one,) = told(f"slogan: 甲\n{key}: 乙\n")
    assert (one.code, one.place.line, one.place.column, one.width) == (
        "unknown-key", FIRST + 1, 1, len(key),
    )  # fmt: skip


def test_a_repeated_key_names_the_first_and_offers_nothing_for_plain_values() -> None:
    (one,) = told("slogan: 甲\nsummary: 乙\nslogan: 丙\n")
    assert (one.code, one.values["first"], one.fix) == ("repeated-key", str(FIRST), None)


def test_a_key_known_below_and_here_is_meant_here() -> None:
    assert told("contact:\n  address: 甲\nphotos: []\n") == ()


def test_a_key_is_pushed_in_only_below_what_stands_right_above() -> None:
    (one,) = told("contact:\n  address: 甲\nslogan: 乙\nemail: a@example.org\n")
    assert one.code != "key-belongs-below"


def test_a_needed_key_left_empty_is_told_at_its_own_line() -> None:
    text = HEAD.replace("name: 荷塘议事亭", "name:")
    (one,) = bind(text, "bases/hetang.yml", "hetang", Base)[1]
    assert (one.code, one.place.line) == ("needed-left-empty", 2)
