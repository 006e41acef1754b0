"""Slips are told where they are, understood as they were meant, and never seen in what is right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given

import showcase
from showcase.diagnostics import Diagnostic, Level, errors
from showcase.drafting.draft import Draft, needs_a_look, understood
from showcase.mending import applied, mended
from showcase.model import Base
from showcase.reading import telling
from showcase.reading.binding import bind
from tests.messages.codes import raised_in
from tests.reading.slip_rows import ROWS, VARIANTS, SlipRow, Variant
from tests.reading.typing_staff import SHAPE, right_files, typed_files

PRECONDITIONS = {row.code: row.precondition for row in ROWS}
DRAFTING = Path(showcase.__file__).parent / "drafting"
each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)


def drafted(text: str) -> Draft:
    return understood(text, SHAPE)


def told(text: str) -> tuple[Diagnostic, ...]:
    return tuple(telling.slips(drafted(text), "bases/hetang.yml", Base))


def is_safe(one: Diagnostic) -> bool:
    return one.fix is not None and one.fix.safe


def safely_mended(text: str) -> str:
    return mended(text, told, is_safe).after


def bound(text: str) -> tuple[Base | None, tuple[Diagnostic, ...]]:
    record, found = bind(text, "bases/hetang.yml", "hetang", Base)
    return record.content if record else None, found


def values_of(text: str) -> Any:
    """What YAML makes of a text; nothing where it makes nothing."""
    try:
        return yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return None


# --- the table


@each_row
def test_a_slip_is_told_and_nothing_else(row: SlipRow) -> None:
    assert {one.code for one in told(row.typed)} == {row.code}


@each_row
def test_a_slip_is_understood(row: SlipRow) -> None:
    assert drafted(row.typed).text == row.understood


@each_row
def test_a_slip_is_as_bad_as_it_is(row: SlipRow) -> None:
    assert {one.level for one in told(row.typed)} == {row.level}


@each_row
def test_only_what_is_certain_is_mended_without_asking(row: SlipRow) -> None:
    assert {is_safe(one) for one in told(row.typed)} == {row.safe}
    assert safely_mended(row.typed) == (row.after if row.safe else row.typed)


@each_row
def test_the_mend_writes_what_was_understood(row: SlipRow) -> None:
    assert applied(row.typed, told(row.typed))[0] == row.after


@each_row
def test_what_was_mended_is_told_no_more(row: SlipRow) -> None:
    if row.after != row.typed:
        assert told(row.after) == ()


@each_row
def test_a_look_alike_is_left_alone(row: SlipRow) -> None:
    draft = drafted(row.fine)
    assert (draft.slips, draft.text) == ((), row.fine)


@each_row
def test_a_slip_that_yaml_takes_in_silence_is_looked_for(row: SlipRow) -> None:
    """The quick way leaves the lines alone unless YAML stumbles or the text may hold such a slip."""
    if row.typed != row.understood:
        same = values_of(row.typed) == values_of(row.understood)
        assert needs_a_look(row.typed) or not same or values_of(row.typed) is None


def test_every_code_has_its_row() -> None:
    sources = [path.read_text("utf-8") for path in DRAFTING.rglob("*.py")]
    codes = set().union(*(raised_in(text) for text in sources if "Slip" in text))
    assert codes == set(PRECONDITIONS)


@each_row
def test_the_precondition_of_a_row_is_one(row: SlipRow) -> None:
    """It holds where the slip is, and can fail: some other row's line is without it."""
    lines = tuple(row.typed.split("\n"))
    assert all(row.precondition(lines, one.place.line - 1) for one in told(row.typed))
    others = [tuple(other.typed.split("\n")) for other in ROWS]
    assert not all(row.precondition(one, index) for one in others for index in range(len(one)))


@pytest.mark.parametrize("one", VARIANTS, ids=lambda one: one.name)
def test_other_forms_are_understood_too(one: Variant) -> None:
    assert drafted(one.typed).text == one.understood
    assert {found.code for found in told(one.typed)} == one.codes


def test_a_colon_where_a_mapping_is_expected_is_no_certain_text() -> None:
    found = told("联系: 电话: 0571-00000000\n")
    assert [(one.code, one.level, is_safe(one)) for one in found] == [
        ("colon-inside", Level.ERROR, False)
    ]


# --- anything that can be typed


@given(typed_files)
def test_no_slip_is_told_where_there_is_none(text: str) -> None:
    lines = tuple(text.split("\n"))
    for slip in drafted(text).slips:
        assert PRECONDITIONS[slip.code](lines, slip.line - 1), (slip, lines[slip.line - 1])


@given(typed_files)
def test_every_place_lies_in_the_file(text: str) -> None:
    lines = text.split("\n")
    draft = drafted(text)
    for slip in draft.slips:
        assert 1 <= slip.line <= len(lines)
        assert 1 <= slip.column <= len(lines[slip.line - 1]) + 1
        for edit in slip.edits:
            assert 1 <= edit.line <= len(lines)
            assert 1 <= edit.start <= edit.end <= len(lines[edit.line - 1]) + 1
    for number, line in enumerate(draft.text.split("\n"), start=1):
        for column in range(1, len(line) + 2):
            there, place = draft.spot(number, column)
            assert 1 <= there <= len(lines)
            assert 1 <= place <= len(lines[there - 1]) + 1


@given(typed_files)
def test_mending_comes_to_an_end(text: str) -> None:
    once = safely_mended(text)
    assert not [one for one in told(once) if is_safe(one)]
    assert safely_mended(once) == once


@given(typed_files)
def test_a_mended_file_says_what_was_understood(text: str) -> None:
    draft = drafted(text)
    # where there are errors, mending what is certain may bring more to light
    if all(slip.level is not Level.ERROR for slip in draft.slips):
        assert values_of(drafted(safely_mended(text)).text) == values_of(draft.text)


@given(typed_files)
def test_a_file_is_read_the_same_after_its_mends(text: str) -> None:
    """The whole way to the model, with the mends of values and keys as well."""

    whole = f"格式版本: 1\n类别: 协商平台\n{text}"
    before, found = bound(whole)
    once = mended(whole, lambda now: bound(now)[1], is_safe).after
    after, left = bound(once)
    # what errors leave of a file hangs on guesses
    if not errors(found):
        assert after == before
        assert not [one.code for one in left if is_safe(one)]
    assert mended(once, lambda now: bound(now)[1], is_safe).after == once


@pytest.mark.parametrize("row", [row for row in ROWS if row.safe], ids=lambda row: row.code)
def test_a_file_with_one_slip_is_read_the_same_after_its_mend(row: SlipRow) -> None:
    keys = ("格式版本: 1\n", "类别: 协商平台\n", "名称: 荷塘议事亭\n", "城市: 云州市\n")
    whole = "".join(key for key in keys if key.partition(":")[0] not in row.typed) + row.typed
    before, found = bound(whole)
    after, _ = bound(mended(whole, lambda now: bound(now)[1], is_safe).after)
    assert before is not None
    assert (after, errors(found)) == (before, ())


@given(right_files())
def test_what_is_right_is_left_alone(text: str) -> None:
    assert values_of(text) is not None
    draft = drafted(text)
    assert (draft.slips, draft.text) == ((), text)


def test_an_error_is_never_mended_without_asking() -> None:
    assert not [row.code for row in ROWS if row.safe and row.level is not Level.NOTE]
