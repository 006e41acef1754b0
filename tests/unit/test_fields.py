"""What staff may type into a field, and what is refused."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from showcase.model import choices
from showcase.model.choices import Choice
from showcase.model.dates import PartialDate, Period
from showcase.model.fields import (
    Amount,
    Colour,
    Date,
    Decimal,
    Email,
    Flag,
    Id,
    Line,
    Name,
    Names,
    OpenDate,
    Paragraphs,
    Phone,
    Since,
    Summary,
    Url,
    When,
    Whole,
    choice,
)  # fmt: skip

GRADE = Annotated[choices.Grade, *choice(choices.Grade)]
STATUS = Annotated[choices.Status, *choice(choices.Status)]
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
        "https:example.org", "https://", "https:///a", "http:\\\\example.org",
        "mailto:", "tel:", "https://[", "https://example.org 电话", "https://example.org\u3000电话", "blob:https://a",
    ],
)  # fmt: skip
def test_an_address_that_could_harm_or_leads_nowhere_is_refused(written: str) -> None:
    assert codes(Url, written) == ["bad-url"]


@pytest.mark.parametrize(
    "written", ["www.example.org", "//example.org", "example.org/news?a=1", "EXAMPLE.org:8080/"]
)
def test_an_address_without_its_beginning_is_told_with_it(written: str) -> None:
    with pytest.raises(ValidationError) as fault:
        TypeAdapter(Url).validate_python(written)
    (one,) = fault.value.errors()
    assert one["type"] == "url-without-scheme"
    assert codes(Url, one["ctx"]["better"]) == []


@pytest.mark.parametrize(
    ("kind", "written", "better"),
    [
        (Id, "A", "a"), (Id, "a_b", "a-b"), (Id, "-a", "a"), (Id, "a--b", "a-b"), (Id, "a\n", "a"), (Id, "Six Haves", "six-haves"),
        (GRADE, "区级", "区县级"), (GRADE, "国家", "国家级"), (GRADE, "nationall", "national"), (STATUS, "已达标", "达标"),
        (STATUS, "partial", "partly"), (Date, "45010", "2023-03-25"), (When, "2O23-03", "2023-03"),
    ],
)  # fmt: skip
def test_what_was_probably_meant_is_told(kind: Any, written: str, better: str) -> None:
    with pytest.raises(ValidationError) as fault:
        TypeAdapter(kind).validate_python(written)
    (one,) = fault.value.errors()
    assert one["ctx"]["better"] == better
    assert codes(kind, better) == []


@pytest.mark.parametrize(
    ("kind", "written", "code"),
    [
        (Colour, "红", "bad-colour"), (Colour, "#fff", "bad-colour"), (Colour, "#B0561A;}", "bad-colour"),
        (Colour, "B0561A", "bad-colour"), (Id, "../a", "bad-id"), (Id, "云桥", "bad-id"),
        (Id, "", "bad-id"), (GRADE, "很高", "not-in-list"), (STATUS, "done", "not-in-list"),
        (Line, "无", "nothing-said"), (Name, "—", "nothing-said"), (Paragraphs, "暂无", "nothing-said"), (Line, "XXXX", "placeholder"),
        (Line, "待填", "placeholder"), (Name, "【请填写名称】", "placeholder"), (Line, "？？", "placeholder"),
        (Phone, "请来电", "bad-phone"), (Phone, "", "blank"), (Email, "txh@@example", "bad-email"),
        (Email, "txh@example", "bad-email"), (Email, "a b@example.org", "bad-email"), (Whole, "２４", "bad-number"),
        (Date, "2017年以来", "open-date"), (Date, "2017-2023", "one-date-expected"), (OpenDate, "2017-2023", "one-date-expected"),
        (Amount, "若干", "no-number"), (Amount, "50-30人", "range-backwards"),
        (Flag, "也许", "bad-flag"), (Flag, "1", "bad-flag"), (Whole, "1.5", "bad-number"),
        (Whole, "-1", "bad-number"), (Whole, "1_000", "bad-number"), (Decimal, "nan", "bad-number"),
        (Decimal, "inf", "bad-number"), (Decimal, "1_000", "bad-number"), (Decimal, "1e5", "bad-number"),
        (Line, "", "blank"), (Line, " \t", "blank"), (Line, "a\nb", "one-line-expected"), (Line, "a" * 401, "too-long"),
        (Line, ["a"], "text-expected"), (Line, {"a": "b"}, "text-expected"), (Line, None, "blank"),
        (Name, "a" * 61, "too-long"), (Summary, "荷" * 121, "too-long"), (Paragraphs, "\n \n", "blank"),
        (Paragraphs, "a" * 20_001, "too-long"), (When, {"from": "2023"}, "bad-period"), (When, {}, "bad-period"),
        (When, {"from": "2024", "to": "2023"}, "period-backwards"), (When, ["2023"], "text-expected"),
        (When, {"from": "2023", "to": "某月"}, "bad-date"), (When, "2023-08至2023-05", "period-backwards"), (When, "2023-02-30", "impossible-date"),
    ],
)  # fmt: skip
def test_a_value_is_refused_with_its_code(kind: Any, written: object, code: str) -> None:
    assert codes(kind, written) == [code]


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (Colour, "#b0561a", "#B0561A"), (Id, "six-haves-2", "six-haves-2"), (Flag, "是", True), (Flag, "No", False),
        (Flag, " TRUE ", True), (Whole, " 24 ", 24), (Decimal, "-30.25", -30.25), (Decimal, "+120", 120.0),
        (Flag, "√", True), (Flag, "没有", False), (Phone, "（0571）８８８８８８８８", "0571-88888888"),
        (Phone, "0571-88888888、88888889", "0571-88888888、88888889"), (Email, "info@example.org", "info@example.org"),
        (Line, "无障碍通道", "无障碍通道"), (Line, "打造“同心荟”品牌", "打造“同心荟”品牌"), (Line, "1-2", "1-2"),
        (When, "2023-05", Period(PartialDate(2023, 5))), (When, {"从": "2023-03-25", "到": "4月2日"}, Period(PartialDate(2023, 3, 25), PartialDate(2023, 4, 2))),
        (Since, "2017年以来", PartialDate(2017)), (OpenDate, "2017年以来", PartialDate(2017, since="以来")),
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
