"""From a standard to its drawings: which uses are drawn, and when the words below may stay folded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from showcase.model import Use
from showcase.views.diagrams import diagram, says_more
from showcase.views.pages import StandardGroup
from showcase.views.parts import Link
from tests.diagrams import plate
from tests.templates.sample_standards import item

GROUPS = (
    StandardGroup("1", True, (replace(item(1, "虚构中心"), base=Link("别的名字", "bases/xu/")),)),
    StandardGroup("N", True, (item(2, "阵地", muted="有"), item(3, "小组"))),
)


@pytest.mark.parametrize("use", Use)
def test_structures_and_steps_are_drawn_and_nothing_else(use: Use) -> None:
    drawn = diagram("虚构架构", "虚构", use, GROUPS)
    assert (drawn is not None) == (use in (Use.structure, Use.steps))


def test_a_drawing_holds_the_names_of_the_items_and_the_ways_to_their_bases() -> None:
    drawn = diagram("1+N虚构架构", "1+N", Use.structure, GROUPS)
    assert drawn is not None
    assert drawn.label == "1+N虚构架构，架构图"
    for one in (drawn.wide, drawn.tall):
        assert one.root is not None
        assert plate.whole(one.root.words) == "1+N"
        shown = [(plate.whole(node.words), node.path) for node in plate.nodes(one)]
        assert shown == [("虚构中心", "bases/xu/"), ("有阵地", ""), ("小组", "")]


@pytest.mark.parametrize(
    "more",
    [
        {"explain": "释义"},
        {"paired": "做法"},
        {"gives": "力"},
        {"shift_from": "旧", "shift_to": "新"},
        {"optional": True},
    ],
    ids=lambda one: next(iter(one)),
)
def test_what_a_drawing_does_not_show_is_there_to_read(more: dict[str, str | bool]) -> None:
    plain = item(1, "虚构")
    assert not says_more(plain)
    assert says_more(replace(plain, **more))  # type: ignore[arg-type]
