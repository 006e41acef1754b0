"""A file becomes a record, or every fault in it is told at once, each where it was made."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from showcase.diagnostics import Diagnostic, Level, errors
from showcase.drafting.text import UnreadableError, decode
from showcase.model import Base, Glossary, Part, Site, SourceList, Standard
from showcase.model.shape import shape_of, way
from showcase.reading import binding
from showcase.reading.binding import Record, bind
from showcase.reports import terminal
from tests.cases.story import BASELINE
from tests.unit.written import HEAD, YUNQIAO, a_base

FILES: list[tuple[str, type[Part]]] = [
    ("yunqiao.yml", Base),
    ("_site.yml", Site),
    ("_sources.yml", SourceList),
    ("_terms.yml", Glossary),
    ("_standards/three-haves.yml", Standard),
]
SIGNS = [
    *":-[]{},'\"|>#&*!?%@`~\n\t 　：，“\\=<",
    "\n  ",
    "- ",
    ": ",
    "---\n",
    "{{",
    "名称",
    "schema",
    "\u2028",
    "\ufeff",
]


def bound(
    text: str, model: type[Part] = Base
) -> tuple[Record[Part] | None, tuple[Diagnostic, ...]]:
    return bind(text, "bases/hetang.yml", "hetang", model)


def places(told: tuple[Diagnostic, ...]) -> list[tuple[str, int, int]]:
    return [(one.code, one.place.line, one.place.column) for one in told]


def assert_read_or_told(text: str, model: type[Part] = Base) -> None:
    """Either a record or an error, and the same in the quick and the exact way of reading; each place within the text, each code with its sentence."""
    record, told = bound(text, model)
    assert (record, told) == binding._exactly(text, "bases/hetang.yml", "hetang", model)
    assert record is not None or errors(told)
    lines = text.split("\n")
    for one in told:
        assert 1 <= one.place.line <= len(lines)
        assert 1 <= one.place.column <= len(lines[one.place.line - 1]) + 1
        assert one.text == ("" if one.code == "empty-file" else lines[one.place.line - 1])
    terminal.told(told)


def test_every_fault_of_a_file_is_told_at_once() -> None:
    text = (
        "schema: 1\nname: [甲]\nkind: 亭子\nbudget: 3\nactivities:\n  - {date: 2023-02-30}\n"
        "  - {title: 甲, tilte: 乙, sure: 也许}\nstats:\n  - {label: 甲, value: 许多}\n"
    )
    record, told = bound(text)
    assert record is not None
    assert ("stats", 0, "value") in record.doubtful
    assert sorted(places(told), key=lambda one: one[1:]) == [
        ("missing-field", 1, 1), ("text-expected", 2, 7), ("not-in-list", 3, 7), ("unknown-key", 4, 1),
        ("missing-field", 6, 5), ("impossible-date", 6, 12), ("unknown-key-near", 7, 16), ("not-in-list", 7, 32),
        ("no-number", 9, 23),
    ]  # fmt: skip


def test_a_record_can_come_with_errors_about_its_keys() -> None:
    record, told = bound(f"{HEAD}budget: 3\n")
    assert record is not None
    assert [(one.code, one.level) for one in told] == [("unknown-key", Level.ERROR)]


def test_a_record_points_at_its_values() -> None:
    record = a_base("activities:\n  - 标题: 甲\n    照片: [a.jpg, b.jpg]\n    source: some\n")
    fault = record.fault("missing-photo", ("activities", 0, "photos", 1), id="x", written="y")
    assert (fault.place.line, fault.place.column) == (7, 17)
    assert fault.field == "活动 第1条·照片 第2条"
    assert fault.text == "    照片: [a.jpg, b.jpg]"


def test_a_record_points_at_what_is_next_above_when_nothing_is_written() -> None:
    record = a_base("activities:\n  - {title: 甲}\n")
    assert record.fault("uncited", ("activities", 0, "source")).place.line == 6
    assert record.fault("uncited", ("contact", "phone")).place.line == 1


def test_a_block_is_found_by_its_key() -> None:
    record = a_base("contact:\n  # 门口\n\n  phone: 0571-00000000\n")
    assert record.fault("blank", ("contact",)).text == "contact:"


def test_a_way_is_said_in_the_words_of_the_reader() -> None:
    assert way(Base, ("standards", "six-haves", "answers", 0, "evidence", 1, "source")) == (
        "达标·six-haves·对照 第1条·佐证 第2条·来源"
    )
    assert way(Base, ()) == ""
    assert way(Base, ("no-such", 3)) == "no-such 第4条"


@pytest.mark.parametrize("model", [Base, Site, SourceList, Glossary, Standard])
def test_every_field_is_found_by_its_english_and_its_chinese_name(model: type[Part]) -> None:
    shape = shape_of(model)
    for name, info in model.model_fields.items():
        key = info.alias or name
        assert info.title
        assert shape.slots[key].key == shape.slots[info.title].key == key
    assert len(set(shape.titles)) == len(model.model_fields)


@given(st.binary(max_size=300))
def test_any_bytes_are_unreadable_or_read_or_told(content: bytes) -> None:
    try:
        text = decode(content)
    except UnreadableError:
        return
    assert_read_or_told(text)


@given(
    st.lists(
        st.one_of(
            st.sampled_from(SIGNS),
            st.sampled_from(list(shape_of(Base).slots)),
            st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=3),
        )
    )
)
@example(["schema", ": ", "1\n", "名称", ": ", "["])
def test_any_heap_of_signs_is_read_or_told(pieces: list[str]) -> None:
    assert_read_or_told(decode("".join(pieces).encode()))


@given(st.data())
def test_a_file_with_slips_is_read_or_told(data: st.DataObject) -> None:
    name, model = data.draw(st.sampled_from(FILES))
    text = (BASELINE / name).read_text("utf-8")
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 12)))
        text = text[:start] + data.draw(st.sampled_from([*SIGNS, ""])) + text[end:]
    assert_read_or_told(decode(text.encode()), model)


@given(st.data())
def test_a_file_with_lines_moved_or_left_out_is_read_or_told(data: st.DataObject) -> None:
    lines = YUNQIAO.split("\n")
    chosen = data.draw(st.lists(st.sampled_from(range(len(lines))), max_size=len(lines)))
    indents = data.draw(st.lists(st.integers(0, 6), min_size=len(chosen), max_size=len(chosen)))
    text = "\n".join(
        " " * indent + lines[one].lstrip() for one, indent in zip(chosen, indents, strict=True)
    )
    assert_read_or_told(text)


VALUES = st.recursive(
    st.one_of(st.none(), st.text("荷a1-: ", max_size=6)),
    lambda below: st.one_of(
        st.lists(below, max_size=3),
        st.dictionaries(
            st.sampled_from(["title", "标题", "source", "from", "to", "a", "text"]),
            below,
            max_size=3,
        ),
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(list(shape_of(Base).slots)), VALUES, max_size=5))
def test_values_of_any_shape_under_any_key_are_read_or_told(values: dict[str, object]) -> None:
    assert_read_or_told(
        HEAD + "".join(f"{key}: {in_flow(value)}\n" for key, value in values.items())
    )


def in_flow(value: object) -> str:
    """A value in YAML's flow style."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {in_flow(below)}" for key, below in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(in_flow, value)) + "]"
    return "~" if value is None else f'"{value}"'
