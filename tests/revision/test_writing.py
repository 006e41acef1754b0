"""Values are written so that every reader of YAML takes them for what they are."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from showcase.model import Base
from showcase.model.shape import shape_of
from showcase.revision import Add, Put
from showcase.revision.writing import like, paragraphs, quoted, written, written_list
from tests.revision.files import data_of, done, read
from tests.revision.samples import ODD, is_text
from tests.revision.samples import lines as texts

TOP = "schema: 1\nname: 云桥\nkind: 其他\ncity: 云州市\n"


@pytest.mark.parametrize(
    "value",
    ["草稿", "2026-11-20", "2018", "0571-00000000", "yunqiao/firms", "宣传科 王", "18%", "“六有”全覆盖", "甲、乙", "https://example.org/a?b=c", "甲（乙）。"],
)  # fmt: skip
def test_what_nothing_could_be_mistaken_in_is_bare(value: str) -> None:
    assert written(value) == value


@pytest.mark.parametrize(
    "value",
    [
        "甲: 乙", "甲:", "null", "Null", "~", "#1", "甲 #乙", "甲, 乙", "no", "On", "true", "y", "0571", "2023.10", "1e5", "0x1F", "0o17",
        "1_000", "12:30", "- 甲", "-", "[甲]", "{甲}", "&甲", "*甲", "!甲", "@甲", "%甲", "`甲`", "|", ">", "? 甲", "'甲'", '"甲"',
        "甲 ", " 甲", "", "🎉", "C:\\甲", "甲\n乙", "=", "<<", "---", "城市：云州", "甲\t乙", "https://example.org/a,b", ".5", "1.", "+1",
    ],
)  # fmt: skip
def test_what_could_be_is_in_double_quotes(value: str) -> None:
    shown = written(value)
    assert shown[0] == shown[-1] == '"'
    assert YAML(typ="safe").load(io.StringIO(shown)) == value


def test_in_place_of_a_list_signs_between_items_are_quoted() -> None:
    assert written("甲、乙", parted=True) == '"甲、乙"'
    assert written_list(["甲", "乙，丙", "a;b"]) == '[甲, "乙，丙", "a;b"]'


def test_numbers_and_flags_are_bare_in_fields_of_their_kind() -> None:
    shape = shape_of(Base)
    coordinates = shape.below("coordinates")
    assert coordinates is not None
    assert written("120.1", coordinates.below("lng")) == "120.1"
    assert written("true", shape.below("coined")) == "true"
    assert written("true", shape.below("slogan")) == '"true"'
    assert written("2023.10", shape.below("updated")) == '"2023.10"'


@pytest.mark.parametrize(
    ("value", "style", "shown"),
    [("甲's", "'", "'甲''s'"), ("甲", '"', '"甲"'), ("甲\n乙", "'", '"甲\\n乙"'), ("甲: 乙", "", '"甲: 乙"')],
)  # fmt: skip
def test_quotes_stay(value: str, style: str, shown: str) -> None:
    assert like(value, style) == shown


def test_what_cannot_be_seen_is_an_escape() -> None:
    assert quoted("甲\u2028\ufeff\x85") == '"甲\\u2028\\ufeff\\u0085"'
    assert paragraphs("甲\u2028乙\n丙") is None
    assert paragraphs("甲\x1b\n丙") is None


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
def test_an_independent_reader_takes_every_text_back(value: str) -> None:
    loaded = YAML(typ="safe").load(io.StringIO(f"- {quoted(value)}\n"))
    assert loaded == [value]


@pytest.mark.parametrize("value", [one for one in ODD if is_text(one)])
@pytest.mark.parametrize(
    "before", ["", "slogan: 甲\n", "slogan: '甲'\n", 'slogan: "甲"\n', "slogan: >-\n  甲\n"]
)
def test_an_odd_text_is_that_text_wherever_it_is_put(before: str, value: str) -> None:
    text = done(TOP + before, Put(("slogan",), value))
    assert data_of(text)["slogan"] == value
    listed = done(TOP, Add(("aliases",), value))
    assert data_of(listed)["aliases"] == [value]


@given(st.lists(texts.filter(lambda text: len(text) <= 60), min_size=1, max_size=4))
def test_lists_of_odd_texts(values: list[str]) -> None:
    for before in ("", "aliases: []\n", "aliases: [甲]\n", "aliases:\n- 甲\n", "aliases: 甲\n"):
        text = done(TOP + before, Put(("aliases",), tuple(values)))
        content = read(text)
        assert isinstance(content, Base)
        assert content.aliases == tuple(values)


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("甲\u00a0乙", "甲 乙"),
        ("a\u00a0b", "a b"),
        ("甲\u200b乙", "甲乙"),
        ("甲\u2028乙", "甲乙"),
        ("⼀", "一"),
    ],
)
def test_signs_that_nobody_sees_are_not_brought_in(value: str, meant: str) -> None:
    assert data_of(done(TOP, Put(("slogan",), value)))["slogan"] == meant
