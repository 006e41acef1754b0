"""What is drawn at all, in which form, and that everybody can read and hit it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from showcase.diagrams import DRAWN_AT_MOST, TALL, WIDE, Drawing, Format, Spec, diagram_of
from tests.diagrams import invention, plate
from tests.diagrams.invention import branch, leaf, path, tree

FORMATS = pytest.mark.parametrize("form", [WIDE, TALL], ids=["wide", "tall"])
NARROWEST = 280
"""CSS pixels of a drawing on the narrowest phone: 320, less its margins."""


def drawn(spec: Spec, form: Format) -> Drawing:
    found = diagram_of(spec, form)
    assert found is not None
    return found


@FORMATS
@pytest.mark.parametrize(
    "spec",
    [
        tree("一项", branch("", "只有这一项")),
        tree("一组", branch("1", "只有这一项")),
        tree("一个空的组", branch("1")),
        tree("什么也没有"),
        path(branch("", "只有这一步")),
        path(branch("第一段"), branch("第二段", "只有这一步")),
        tree("多", *(branch("组", *["名" * 40] * 20) for _ in range(12))),
    ],
    ids=["item", "chain", "head", "nothing", "step", "stretch", "too much"],
)
def test_where_there_is_nothing_to_see_nothing_is_drawn(spec: Spec, form: Format) -> None:
    assert diagram_of(spec, form) is None


@FORMATS
def test_what_can_be_seen_at_a_look_is_drawn(form: Format) -> None:
    assert drawn(tree("两项", branch("", "甲", "乙")), form).parts[0].head is None
    assert len(drawn(tree("两组", branch("1"), branch("2")), form).parts) == 2
    most = tree("很多", branch("", *["名" * 20] * (DRAWN_AT_MOST // 20)))
    assert len(plate.nodes(drawn(most, form))) == DRAWN_AT_MOST // 20


@FORMATS
def test_a_stretch_without_steps_is_left_out_of_the_way(form: Format) -> None:
    drawing = drawn(path(branch("空"), branch("第一段", "听", "看")), form)
    assert [plate.whole(one.head.words) for one in drawing.parts if one.head] == ["第一段"]


def test_letters_are_legible_and_links_apart_on_the_narrowest_phone() -> None:
    scale = NARROWEST / TALL.width
    sizes = (TALL.body, TALL.root, TALL.large, TALL.word, TALL.number)
    assert min(sizes) * scale >= 14
    assert TALL.reach * scale >= 44


def test_letters_are_legible_where_the_wide_sheet_begins() -> None:
    assert min(WIDE.body, WIDE.root, WIDE.large, WIDE.word, WIDE.number) * 640 / WIDE.width >= 14


def test_two_links_never_share_a_finger() -> None:
    links = [leaf(f"虚构基地{number}", "bases/xugou/") for number in range(6)]
    drawing = drawn(tree("1+N", branch("1", links[0]), branch("N", *links[1:])), TALL)
    tops = [one.area.y for one in plate.nodes(drawing)]
    assert min(b - a for a, b in pairwise(tops)) >= TALL.reach


def test_a_branch_begins_on_one_line_with_its_first_item() -> None:
    for form in (WIDE, TALL):
        for part in drawn(invention.ONE_SIX_N, form).parts:
            assert part.head is not None
            head = part.head.words.y - round(part.head.size * 0.38)
            first = part.nodes[0].words.y - round(form.body * 0.38)
            assert abs(head - first) <= 1


@FORMATS
def test_a_root_longer_than_its_tree_stays_on_the_sheet(form: Format) -> None:
    drawing = drawn(tree("虚构的名称" * 8, branch("", "甲", "乙")), form)
    assert max(one.bottom for one in plate.letters(drawing)) <= drawing.height


def test_heads_that_are_words_stand_above_their_items_on_a_phone() -> None:
    spec = tree("虚构架构", branch("四个平台", "综治工作", "综合执法"), branch("全科网格", "网格"))
    wide, tall = (drawn(spec, form).parts[0] for form in (WIDE, TALL))
    assert wide.head is not None
    assert tall.head is not None
    assert wide.nodes[0].words.x > wide.head.words.x + 4 * WIDE.word
    assert tall.nodes[0].words.y > tall.head.words.y + TALL.body


def test_many_short_items_stand_in_columns() -> None:
    spec = tree("虚构架构", branch("25", *(f"虚构单位{number}" for number in range(25))))
    assert len({one.words.x for one in plate.nodes(drawn(spec, WIDE))}) == 3
    several = [branch(f"第{n}组虚构名称", *["虚构的第几个小组"] * 20) for n in range(12)]
    much = drawn(tree("虚构架构", *several), WIDE)
    assert len({one.words.x for one in plate.nodes(much)}) == 3
    assert much.height < 12 * 20 * WIDE.row / 2


def test_few_steps_are_a_staircase_many_go_to_and_fro() -> None:
    few = drawn(invention.SEVEN_STEPS, WIDE)
    assert few.joints == ()
    heights = [one.words.y for one in plate.nodes(few)]
    assert heights == sorted(heights, reverse=True)
    many = drawn(path(branch("", *(f"虚构第{n}步" for n in range(1, 16)))), WIDE)
    rows = [plate.nodes(many)[at : at + 5] for at in (0, 5, 10)]
    forth = [[one.words.x for one in row] for row in rows]
    assert forth[0] == forth[2] == sorted(forth[0]) == forth[1][::-1]


@pytest.mark.parametrize("count", range(3, 16))
@FORMATS
def test_every_number_of_steps_has_its_place(count: int, form: Format) -> None:
    spec = path(branch("", *(f"虚构第{n}步动起来" for n in range(1, count + 1))))
    drawing = drawn(spec, form)
    assert plate.meeting(plate.letters(drawing)) == []
    assert len(plate.nodes(drawing)) == count
