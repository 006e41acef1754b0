"""What is told lies within its line, mends lie within their file, and reading is exact at the very edge of its
rules. Most of these tests hold a line that no other test had noticed when it was broken (tests/mutation)."""

from __future__ import annotations

from pathlib import Path

import pytest

from showcase.diagnostics import Diagnostic, Edit, Fix, Level, Place
from showcase.drafting.text import UnreadableError, decoded
from showcase.mending import applied, mended
from showcase.model import Base
from showcase.reading import binding
from showcase.reading.binding import bind
from showcase.reading.nodes import DEEPEST, compose
from tests.cases.story import Story, stories
from tests.unit.written import HEAD

FIRST = HEAD.count("\n") + 1


def told(tail: str) -> tuple[Diagnostic, ...]:
    return bind(HEAD + tail, "bases/hetang.yml", "hetang", Base)[1]


def with_mends(tail: str) -> str:
    """The tail after all that is proposed, written as `fix` writes it."""
    return applied(HEAD + tail, told(tail))[0].removeprefix(HEAD)


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.folder.name)
def test_what_is_told_and_what_is_mended_lies_in_the_file(story: Story, tmp_path: Path) -> None:
    """Of every fault of every story: a stretch of its line that can be underlined, a mend that can be made."""
    for one in story.read(tmp_path).diagnostics:
        try:
            text = decoded((tmp_path / one.place.file).read_bytes()).text
        except (OSError, UnreadableError):
            continue
        assert one.width >= 1
        if one.text:
            line = text.split("\n")[one.place.line - 1]
            # what is personal is not shown, but keeps its place
            pairs = zip(one.text, line, strict=True)
            assert all(shown in (written, "*", "＊") for shown, written in pairs)
            assert one.place.column + one.width - 1 <= len(one.text) + (one.width == 1)
        if one.fix and one.fix.edits:
            after, used = applied(text, [one])
            assert used == (one,)
            assert after != text


def test_what_is_noted_of_a_value_of_two_lines_is_underlined_at_its_beginning() -> None:
    (one,) = told("contact:\n  phone: 0571-12345678\n    （０５７１）87654321\n")
    assert (one.code, one.place.line, one.place.column, one.width) == (
        "phone-form",
        FIRST + 1,
        10,
        1,
    )
    assert one.fix is None


def test_quotes_around_a_value_are_put_in_and_leave_its_characters_alone() -> None:
    """What else is told of the line keeps its column."""
    (one,) = (one for one in told("slogan: @同心\n") if one.fix)
    assert one.fix is not None
    assert set(one.fix.edits) == {Edit(FIRST, 9, 9, '"'), Edit(FIRST, 12, 12, '"')}


@pytest.mark.parametrize(
    ("tail", "after"),
    [
        (
            "contact:\n  address: 甲\n  story: |\n    一段。\n    二段。\n  phone: 0571-12345678\n",
            "contact:\n  address: 甲\nstory: |\n  一段。\n  二段。\n  phone: 0571-12345678\n",
        ),
        (
            "contact:\n  address: 甲\n  story: |\n    一段。\n\n    二段。\n",
            "contact:\n  address: 甲\nstory: |\n  一段。\n\n  二段。\n",
        ),
        (
            "contact:\n  address: 甲\n  slogan: 同心\n    同行\n",
            "contact:\n  address: 甲\nslogan: 同心\n  同行\n",
        ),
        (
            "contact:\n  address: 甲\nhours: 周一\n  至周五\nsite: 乙\n",
            "contact:\n  address: 甲\n  hours: 周一\n    至周五\nsite: 乙\n",
        ),
        (
            "links:\n  - {title: 甲, url: 'https://a.example.org/'}\nsite: 乙\nlinks:\n  - {title: 丙, url: 'https://b.example.org/'}\n",
            "links:\n  - {title: 甲, url: 'https://a.example.org/'}\n  - {title: 丙, url: 'https://b.example.org/'}\nsite: 乙\n",
        ),
    ],
    ids=["a block pulled out", "a block with an empty line", "two lines pulled out", "two lines pushed in", "items of a second list"],
)  # fmt: skip
def test_a_mend_moves_all_lines_of_a_value_and_no_other(tail: str, after: str) -> None:
    assert with_mends(tail) == after


def test_a_mend_that_changes_nothing_is_not_counted() -> None:
    same = Diagnostic("blank", Level.NOTE, Place("a.yml", 1), fix=Fix((Edit(1, 1, 2, "甲"),)))
    asked = []

    def reader(text: str) -> tuple[Diagnostic, ...]:
        asked.append(text)
        return (same,)

    found = mended("甲\n", reader, lambda _: True)
    assert (found.done, found.changed, len(asked)) == ((), False, 1)


@pytest.mark.parametrize("tail", ["activities:\n  - slogan: 甲\n    title: 丙\n", "activities:\n  - {title: 乙, slogan: 甲}\n"])  # fmt: skip
def test_a_key_that_shares_its_line_is_not_pulled_out(tail: str) -> None:
    (one,) = told(tail)
    assert (one.code, one.fix) == ("key-belongs-above", None)


def test_brackets_that_close_before_others_open_count_for_nothing() -> None:
    deepest = "[" * DEEPEST + "]" * DEEPEST
    assert compose(f"a: ']]'\nb: {deepest}\n", "bases/a.yml").diagnostics == ()


def test_nesting_beyond_sense_is_refused_also_where_it_does_not_reach_far_in() -> None:
    text = "".join(f"{'  ' * depth}- k:\n" for depth in range(20))
    found = compose(text, "bases/a.yml")
    assert [(one.code, one.place.line) for one in found.diagnostics] == [("too-deep", 16)]
    assert found.root is None


def test_a_line_far_in_does_not_hide_a_slip_before_it() -> None:
    """Nesting is looked for first, but a text that is no YAML is told by the slip that it has."""
    text = f"a: [b\n{' ' * 120}c\nd: e\n"
    found = compose(text, "bases/a.yml").diagnostics
    assert [(one.code, one.place.line) for one in found] == [("unclosed-bracket", 1)]


@pytest.mark.parametrize(
    ("code", "meant"),
    [(0xE814, ""), (0xE815, "⺁"), (0xE816, ""), (0xE842, "䙌"), (0xE844, "䜣"), (0xE863, "䶮"), (0xE865, "")],
)  # fmt: skip
def test_the_private_codes_of_gbk_fonts_are_known_from_the_first_to_the_last(
    code: int, meant: str
) -> None:
    (one,) = told(f"slogan: 甲{chr(code)}\n")
    assert one.code == ("private-character-known" if meant else "private-character")
    assert one.values.get("meant", "") == meant


@pytest.mark.parametrize(
    "tail",
    ["story: |\n  来的有：\n    - 甲\n", "story: |\n  来的有：\n    - 甲\n  都好。\n    - 乙\n"],
)
def test_a_text_may_end_further_in_than_it_begins(tail: str) -> None:
    assert told(tail) == ()


def test_a_first_key_alone_further_in_is_brought_back() -> None:
    text = f"  {HEAD}"
    record, (one, *others) = bind(text, "bases/hetang.yml", "hetang", Base)
    assert record is not None
    assert not others
    assert (one.code, one.level, one.place.line) == ("indentation", Level.NOTE, 1)
    assert one.fix == Fix((Edit(1, 1, 3, ""),), safe=True)
    assert applied(text, [one])[0] == HEAD


def test_of_a_ragged_text_only_the_lines_before_the_first_short_one_are_moved() -> None:
    (one,) = told("story: |\n    甲\n  乙\n  丙\n")
    assert one.code == "block-ragged"
    assert one.fix is not None
    assert one.fix.edits == (Edit(FIRST + 1, 1, 5, "  "),)


def test_slips_in_an_item_that_was_brought_back_are_told_of_that_item() -> None:
    found = told("activities:\n  - title: 甲\n    date: 2023\n     - title：乙\n")
    assert [(one.code, one.path) for one in found] == [
        ("indentation", ("activities", 1, "title")),
        ("fullwidth-colon", ("activities", 1, "title")),
    ]


def test_a_dash_alone_begins_an_item() -> None:
    (one,) = told("activities:\n  -\n    title：甲\n")
    assert (one.code, one.path) == ("fullwidth-colon", ("activities", 0, "title"))


@pytest.mark.parametrize("written", ["café", "Fé²é²", "ï¿½ï¿½"])
def test_western_letters_are_no_garbled_chinese(written: str) -> None:
    assert told(f"slogan: {written}\n") == ()


def test_a_file_without_slips_is_read_the_same_the_quick_way() -> None:
    """Every mapping and list of it, also those that need not be there."""
    text = (
        f"{HEAD}contact: {{address: 云桥路1号, phone: 0571-12345678}}\n"
        "founded: {date: 2018, source: yunzhou-report}\nreviewed:\n  by: 宣传科\n"
        "activities:\n  - {title: 开放日, date: {from: 2023-05, to: 2023-08}, photos: [hall.jpg]}\n"
        "standards:\n  three-haves:\n    tied_by: {text: 推行三有}\n    basis: 自评\n"
        "    answers: [{criterion: 有场地, status: 达标, evidence: [opening, {text: 一句}]}]\n"
    )
    record, found = bind(text, "bases/hetang.yml", "hetang", Base)
    assert record is not None
    assert (record, found) == binding._exactly(text, "bases/hetang.yml", "hetang", Base)
    base = record.content
    assert base.contact and base.founded and base.reviewed and base.activities[0].date
    assert base.standards["three-haves"].answers[0].evidence[1].text == "一句"


@pytest.mark.parametrize(
    ("tail", "path", "blanks"),
    [
        ("activities:\n  - title: 甲\n   summary: 乙\n", ("activities", 0, "summary"), 4),
        ("activities:\n  - title: 甲\n summary: 乙\n", ("summary",), 0),
    ],
)
def test_a_key_between_two_mappings_goes_to_the_nearer_one(
    tail: str, path: tuple[str | int, ...], blanks: int
) -> None:
    (one,) = told(tail)
    assert (one.code, one.path, one.values["blanks"]) == ("indentation", path, str(blanks))
    # there were two places for it
    assert one.level is Level.ERROR


def test_a_tab_behind_a_colon_makes_no_table() -> None:
    assert "pasted-table" not in {one.code for one in told("contact:\n  phone:\t0571-12345678\n")}


@pytest.mark.parametrize("written", ["! 注意", "!"])
def test_no_sign_that_was_typed_goes_away_in_silence(written: str) -> None:
    record, found = bind(f"{HEAD}slogan: {written}\n", "bases/hetang.yml", "hetang", Base)
    assert found or (record is not None and record.content.slogan == written)


def test_a_syntax_error_is_told_at_its_very_place() -> None:
    found = compose("a: b\n c: d\ne: f\ng: h\n", "bases/a.yml").diagnostics
    assert [(one.code, one.place.line, one.place.column) for one in found] == [
        ("yaml-syntax", 2, 3)
    ]


def test_a_file_in_brackets_as_programs_write_it_is_left_alone() -> None:
    text = '{"schema": 1,\n"name": "荷塘：议事亭",\n"kind": "协商平台",\n  "city": "云州市",\n"aliases": ["甲，乙"]}\n'
    record, found = bind(text, "bases/hetang.yml", "hetang", Base)
    assert record is not None
    assert (record.content.name, record.content.aliases, found) == ("荷塘：议事亭", ("甲，乙",), ())


def test_two_fields_in_a_line_are_seen_where_nothing_else_draws_the_eye() -> None:
    found = told("site: 云桥大厦，slogan：同心同行\n")
    assert [(one.code, one.place.line) for one in found] == [("two-fields", FIRST)]


@pytest.mark.parametrize("tail", ["contact: {address: 云桥路1号}\n", "cover:\n  motif: 葵\n"])
def test_a_mapping_that_need_not_be_there_is_read_the_quick_way(tail: str) -> None:
    """Where nothing is lacking without it, nothing would tell that it was lost."""
    record, found = bind(f"{HEAD}{tail}", "bases/hetang.yml", "hetang", Base)
    assert record is not None
    assert found == ()
    assert record.content.contact or record.content.cover


def test_a_last_line_that_begins_with_a_bracket_makes_no_file_in_brackets() -> None:
    """Also where no line end stands behind it."""
    found = told("site：甲\naliases:\n[甲]")
    assert ("fullwidth-colon", FIRST) in {(one.code, one.place.line) for one in found}


def test_a_file_without_slips_is_not_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """The exact way gives the same, and takes several times as long."""

    def exactly(*_: object) -> None:
        raise AssertionError("read the exact way")

    monkeypatch.setattr(binding, "_exactly", exactly)
    record, found = bind(f"{HEAD}contact: {{address: 云桥路1号}}\n", "a.yml", "a", Base)
    assert record is not None
    assert found == ()
