"""What staff may type into a field, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from showcase.model import choices
from showcase.model.choices import Choice
from showcase.model.fields import (
    Colour,
    Decimal,
    Flag,
    Id,
    Line,
    Name,
    Names,
    Paragraphs,
    Summary,
    Url,
    When,
    Whole,
)  # fmt: skip

LISTS = [one for one in vars(choices).values() if isinstance(one, type) and issubclass(one, Choice)]
LISTS.remove(Choice)
MEMBERS = [
    pytest.param(one, member, id=f"{one.__name__}.{member.name}") for one in LISTS for member in one
]


def codes(kind: Any, written: object) -> list[str]:
    """What is wrong with a value of a kind of field; nothing if it is taken."""
    try:
        TypeAdapter(kind).validate_python(written)
    except ValidationError as fault:
        return [one["type"] for one in fault.errors()]
    return []


@pytest.mark.parametrize(
    "written",
    [
        "https://example.org/", "http://example.org", "HTTPS://EXAMPLE.ORG/甲?b=1#c", "mailto:info@example.org",
        "tel:0571-00000000", " https://example.org/ ",
    ],
)  # fmt: skip
def test_an_address_is_taken(written: str) -> None:
    assert codes(Url, written) == []


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)",
        "&#106;avascript:alert(1)", "javascript&colon;alert(1)", "data:text/html,<script>", "vbscript:x", "file:///etc",
        "//example.org", "www.example.org", "https:example.org", "https://", "https:///a", "http:\\\\example.org",
        "mailto:", "tel:", "https://[", "https://example.org 电话", "https://example.org\u3000电话", "blob:https://a",
    ],
)  # fmt: skip
def test_an_address_that_could_harm_or_leads_nowhere_is_refused(written: str) -> None:
    assert codes(Url, written) == ["bad-url"]


@pytest.mark.parametrize(
    ("kind", "written", "code"),
    [
        (Colour, "红", "bad-colour"), (Colour, "#fff", "bad-colour"), (Colour, "#B0561A;}", "bad-colour"),
        (Colour, "B0561A", "bad-colour"), (Id, "A", "bad-id"), (Id, "a_b", "bad-id"), (Id, "-a", "bad-id"),
        (Id, "a--b", "bad-id"), (Id, "../a", "bad-id"), (Id, "a\n", "bad-id"), (Id, "云桥", "bad-id"),
        (Flag, "也许", "bad-flag"), (Flag, "1", "bad-flag"), (Whole, "1.5", "bad-number"),
        (Whole, "-1", "bad-number"), (Whole, "1_000", "bad-number"), (Decimal, "nan", "bad-number"),
        (Decimal, "inf", "bad-number"), (Decimal, "1_000", "bad-number"), (Decimal, "1e5", "bad-number"),
        (Line, "", "blank"), (Line, " \t", "blank"), (Line, "a\nb", "one-line-expected"), (Line, "a" * 401, "too-long"),
        (Line, ["a"], "text-expected"), (Line, {"a": "b"}, "text-expected"), (Line, None, "blank"),
        (Name, "a" * 61, "too-long"), (Summary, "荷" * 121, "too-long"), (Paragraphs, "\n \n", "blank"),
        (Paragraphs, "a" * 20_001, "too-long"), (When, {"from": "2023"}, "bad-period"), (When, {}, "bad-period"),
        (When, {"from": "2024", "to": "2023"}, "period-backwards"), (When, ["2023"], "text-expected"),
        (When, {"from": "2023", "to": "下月"}, "bad-date"), (When, "2023-02-30", "impossible-date"),
    ],
)  # fmt: skip
def test_a_value_is_refused_with_its_code(kind: Any, written: object, code: str) -> None:
    assert codes(kind, written) == [code]


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (Colour, "#b0561a", "#B0561A"), (Id, "six-haves-2", "six-haves-2"), (Flag, "是", True), (Flag, "No", False),
        (Flag, " TRUE ", True), (Whole, " 24 ", 24), (Decimal, "-30.25", -30.25), (Decimal, "+120", 120.0),
        (Line, " 两边的空格 ", "两边的空格"), (Line, "0571", "0571"), (Line, "2023.10", "2023.10"),
        (Names, "东城区", ("东城区",)), (Names, ["东城区", "西城区"], ("东城区", "西城区")),
        (Summary, "荷" * 120, "荷" * 120), (Paragraphs, "甲\n\n乙\n", "甲\n\n乙"),
    ],
)  # fmt: skip
def test_a_value_is_taken_as_meant(kind: Any, written: object, value: object) -> None:
    assert TypeAdapter(kind).validate_python(written) == value


@pytest.mark.parametrize(("of", "member"), MEMBERS)
def test_a_choice_is_known_by_its_chinese_and_its_english_name(
    of: type[Choice], member: Choice
) -> None:
    spellings = (member.value, member.name, member.name.upper(), member.name.replace("_", "-"))
    assert [of.read(one) for one in spellings] == [member] * 4
    assert of.read(f" {member.value} ") is member
    assert of.read(member.name.replace("_", " ")) is member


@pytest.mark.parametrize("of", LISTS, ids=lambda of: of.__name__)
def test_no_other_word_is_a_choice(of: type[Choice]) -> None:
    assert [of.read(word) for word in ("", "无此项", "__class__", "read")] == [None] * 4
    assert len({member.value for member in of}) == len(of)


@given(st.text())
def test_an_address_that_is_taken_has_a_scheme_that_may_be_linked(written: str) -> None:
    for text in (written, f"https:{written}", f"https://{written}"):
        try:
            taken = TypeAdapter(Url).validate_python(text)
        except ValidationError:
            continue
        assert taken.lower().startswith(("https://", "http://", "mailto:", "tel:"))
        assert not any(character.isspace() for character in taken)
