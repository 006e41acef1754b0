"""The quick way of reading and the exact one never disagree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from showcase.model import Base
from showcase.reading import binding

WHOLE = """\
schema: 1
名称: 云桥同心站
kind: 示范点
city: 云州市
summary: 虚构的一句话
statements:
  - {text: 虚构的记载, source: report, since: 2018}
stats:
  - {label: 虚构, value: 300余家, as_of: 2023, source: report}
activities:
  - id: opening
    date: 2023-03-25
    title: 开放日
    source: report
"""
_PIECES = st.sampled_from(
    [
        "",
        " ",
        "#",
        ":",
        "-",
        '"',
        "~",
        "null",
        "\n",
        "\n  ",
        "city",
        "x: 1",
        "&a",
        "*a",
        "[",
        "}",
        "是",
        "：",
        '"\\x07"',
    ]
)


@st.composite
def _bent(draw: st.DrawFn) -> str:
    """A whole file with a stretch of it replaced."""
    start = draw(st.integers(min_value=0, max_value=len(WHOLE)))
    length = draw(st.integers(min_value=0, max_value=12))
    return WHOLE[:start] + draw(_PIECES) + WHOLE[start + length :]


def test_a_whole_file_takes_the_quick_way() -> None:
    record, found = binding.bind(WHOLE, "bases/a.yml", "a", Base)
    assert record is not None
    assert found == ()
    assert record.content.name == "云桥同心站"


@given(_bent())
def test_both_ways_say_the_same(text: str) -> None:
    quick, told = binding.bind(text, "bases/a.yml", "a", Base)
    exact, told_exactly = binding._exactly(text, "bases/a.yml", "a", Base)
    assert told == told_exactly
    assert (quick and quick.content) == (exact and exact.content)
