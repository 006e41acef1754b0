"""YAML is read as typed: strings stay strings, everything has its place, and excess is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.reading.nodes import DEEPEST, MOST_NODES, Mapping, Node, Scalar, Sequence, compose


def root_of(text: str) -> Node:
    composed = compose(text, "bases/a.yml")
    assert composed.diagnostics == ()
    assert composed.root is not None
    return composed.root


def told(text: str) -> list[tuple[str, int, int]]:
    found = compose(text, "bases/a.yml").diagnostics
    return [(one.code, one.place.line, one.place.column) for one in found]


@pytest.mark.parametrize(
    "written",
    [
        "0571", "2023.10", "no", "yes", "on", "off", "y", "14:30", "1_000", "1e3", "0x1F", "0o17", ".5", "+1", "1.0",
        "2023-03-25", "12:30:45", "true", "=", "<<", "NaN", ".inf", "300余家", "it's", "a#b", "a: b".replace(": ", ":"),
    ],
)  # fmt: skip
def test_a_string_stays_the_string_that_was_typed(written: str) -> None:
    root = root_of(f"k: {written}\n")
    assert isinstance(root, Mapping)
    assert root.entries[0][1] == Scalar(written, 1, 4, 1, 4 + len(written))


@pytest.mark.parametrize("written", ["", "~", "  # 以后写"])
def test_a_value_left_empty_is_none(written: str) -> None:
    root = root_of(f"k: {written}\n")
    assert isinstance(root, Mapping)
    value = root.entries[0][1]
    assert isinstance(value, Scalar)
    assert value.text is None


@pytest.mark.parametrize("written", ['""', "'~'", '"null"'])
def test_a_value_in_quotes_is_not(written: str) -> None:
    root = root_of(f"k: {written}\n")
    assert isinstance(root, Mapping)
    assert root.entries[0][1] == Scalar(written[1:-1], 1, 4, 1, 4 + len(written), written[0])


def test_everything_has_its_line_and_column() -> None:
    root = root_of("名称: 云桥\n活动:\n  - {标题: 开放日}\n")
    assert root == Mapping(
        (
            (Scalar("名称", 1, 1, 1, 3), Scalar("云桥", 1, 5, 1, 7)),
            (
                Scalar("活动", 2, 1, 2, 3),
                Sequence(
                    (
                        Mapping(
                            ((Scalar("标题", 3, 6, 3, 8), Scalar("开放日", 3, 10, 3, 13)),),
                            3,
                            5,
                            True,
                        ),
                    ),
                    3,
                    3,
                ),
            ),
        ),
        1,
        1,
    )


def test_a_column_counts_characters_beyond_the_basic_plane_once() -> None:
    root = root_of("𠮷祥: 𠮷\n")
    assert isinstance(root, Mapping)
    assert root.entries[0][1] == Scalar("𠮷", 1, 5, 1, 6)


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有说明\n"])
def test_an_empty_text_has_neither_nodes_nor_faults(text: str) -> None:
    composed = compose(text, "bases/a.yml")
    assert composed.diagnostics == ()
    assert composed.root is None


def lists(depth: int) -> str:
    return "a: " + "[" * depth + "x" + "]" * depth


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (lists(DEEPEST + 1), 1),
        (lists(100_000), 1),
        ("a: '" + "]" * 150_000 + "'\nb: " + "[" * 150_000 + "]" * 150_000, 2),
        ("a:\n  " + "- " * 200_000 + "x", 2),
        ("? " * 100_000, 1),
        ("".join(f"{' ' * depth}k:\n" for depth in range(200)), 31),
        ("a: " + "{b: " * 40 + "x" + "}" * 40, 1),
    ],
    ids=["one too many", "lists", "behind closed brackets", "dashes", "questions", "indents", "mappings"],
)  # fmt: skip
def test_nesting_beyond_sense_is_refused_before_the_parser_follows(text: str, line: int) -> None:
    assert [found[:2] for found in told(text)] == [("too-deep", line)]


def test_nesting_as_deep_as_is_allowed_is_read() -> None:
    assert told(lists(DEEPEST - 1)) == []


def test_brackets_in_prose_do_not_nest() -> None:
    assert told("story: |\n" + "  第[1]条 {甲} ]\n" * 400) == []


def test_too_many_nodes_are_refused() -> None:
    assert [one[0] for one in told("a: [" + "1," * MOST_NODES + "]")] == ["too-many-nodes"]


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{n}: &{n} [*a, *a]\n" for n in "bcdefgh")
    assert told(bomb) == [("anchor", 1, 4)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("name: [荷塘\n\n\n", ("unclosed-bracket", 1, 7)),
        ("name: '荷塘\n\n", ("unclosed-quote", 1, 7)),
        ("name: 荷塘\n名称：荷塘\ncity: 云州市\n", ("yaml-syntax", 3, 1)),
        ("name: 荷塘\n\tcity: 云州市\n", ("yaml-syntax", 2, 1)),
        ("name: `荷塘`\n", ("yaml-syntax", 1, 7)),
        ("name: 荷\x7f塘\n", ("invisible-character", 1, 8)),
        ('name: "荷\\u200b\\x00塘"\n', ("invisible-character", 1, 1)),
        ("a: 1\n...\nb: 2\n", ("second-document", 3, 1)),
    ],
)
def test_a_slip_is_named_where_it_was_made(text: str, found: tuple[str, int, int]) -> None:
    assert told(text) == [found]


@given(st.text())
def test_any_text_has_nodes_or_one_fault_within_it(text: str) -> None:
    composed = compose(text, "bases/a.yml")
    assert len(composed.diagnostics) <= 1
    for one in composed.diagnostics:
        assert 1 <= one.place.line <= text.count("\n") + 1
        assert one.text == text.split("\n")[one.place.line - 1]
