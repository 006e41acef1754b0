"""Whatever is drawn: nothing lies on anything else, nothing is lost, nothing runs off the sheet, all hangs together."""

from __future__ import annotations

import pytest
from hypothesis import assume, given

from showcase.diagrams import TALL, WIDE, Drawing, Format, Kind, Spec, diagram_of
from tests.diagrams import invention, plate

SPECS = invention.trees | invention.paths
FORMATS = pytest.mark.parametrize("form", [WIDE, TALL], ids=["wide", "tall"])
NEAR = {WIDE: 15, TALL: 9}
"""Units within which an edge ends before a name: less than from one edge to the next."""


def drawn(spec: Spec, form: Format) -> Drawing:
    """The drawing of what is neither too little nor too much."""
    found = diagram_of(spec, form)
    assume(found is not None)
    assert found is not None
    return found


@FORMATS
@given(SPECS)
def test_no_letters_lie_on_others_or_on_a_square(form: Format, spec: Spec) -> None:
    drawing = drawn(spec, form)
    assert plate.meeting(plate.letters(drawing) + plate.joints(drawing)) == []


@FORMATS
@given(SPECS)
def test_no_item_stands_on_the_ground_of_another(form: Format, spec: Spec) -> None:
    assert plate.meeting(plate.areas(drawn(spec, form))) == []


@FORMATS
@given(SPECS)
def test_no_edge_runs_through_letters(form: Format, spec: Spec) -> None:
    drawing = drawn(spec, form)
    letters = plate.letters(drawing)
    crossed = [(a.what, b.what) for a in letters for b in plate.strokes(drawing) if a.meets(b)]
    assert crossed == []


@FORMATS
@given(SPECS)
def test_everything_is_on_the_sheet(form: Format, spec: Spec) -> None:
    drawing = drawn(spec, form)
    assert drawing.width == form.width
    for one in plate.letters(drawing) + plate.joints(drawing) + plate.strokes(drawing):
        assert one.left >= -1, one
        assert one.top >= -1, one
        assert one.right <= drawing.width + 1, one
        assert one.bottom <= drawing.height, one


@FORMATS
@given(SPECS)
def test_the_ground_of_a_link_holds_its_letters_and_is_on_the_sheet(
    form: Format, spec: Spec
) -> None:
    drawing = drawn(spec, form)
    for node, area in zip(plate.nodes(drawing), plate.areas(drawing), strict=True):
        assert 0 <= area.top < area.bottom <= drawing.height
        assert area.right <= drawing.width
        for line in plate.lines_of(node.words, drawing.size):
            assert area.left <= line.left
            assert line.right <= area.right
            assert area.top <= line.top
            assert line.bottom <= area.bottom
        assert len(node.under) == (len(node.words.lines) if node.path else 0)
        if node.path:
            assert node.area.height >= form.reach


@FORMATS
@given(SPECS)
def test_all_names_are_there_whole_and_in_order(form: Format, spec: Spec) -> None:
    drawing = drawn(spec, form)
    assert [(plate.whole(one.words), one.path) for one in plate.nodes(drawing)] == [
        (one.name, one.path) for one in spec.leaves
    ]
    heads = [plate.whole(one.head.words) for one in drawing.parts if one.head]
    known = [one.name for one in spec.branches if one.name]
    if spec.kind is Kind.path:
        known = [one.name for one in spec.branches if one.name and one.leaves]
        numbers = [one.number.words.text for one in plate.nodes(drawing) if one.number]
        assert numbers == [str(place) for place in range(1, len(spec.leaves) + 1)]
    else:
        assert drawing.root is not None
        assert plate.whole(drawing.root.words) == spec.root_name
    assert heads == known


@FORMATS
@given(invention.trees)
def test_the_edges_of_a_tree_hang_together_and_lead_to_every_name(form: Format, spec: Spec) -> None:
    drawing = drawn(spec, form)
    assert drawing.root is not None
    # letters are stepping stones: an edge goes in on one side, and the next begins on the other
    names = [one.head for one in drawing.parts if one.head]
    stones = [plate.near(drawing.root.words, drawing.root.size, NEAR[WIDE])]
    stones += [plate.near(one.words, one.size, NEAR[form]) for one in names]
    stones += [plate.near(one.words, drawing.size, NEAR[form]) for one in plate.nodes(drawing)]
    assert plate.connected(stones + plate.strokes(drawing) + plate.joints(drawing))


@FORMATS
@given(invention.paths)
def test_a_path_is_one_line_past_all_its_halts(form: Format, spec: Spec) -> None:
    drawing = drawn(spec, form)
    assert plate.connected(plate.strokes(drawing))
    squares = plate.joints(drawing)
    if squares:
        assert len(squares) == len(spec.leaves)
        strokes = plate.strokes(drawing)
        assert all(any(one.meets(square) for one in strokes) for square in squares)


@FORMATS
@given(SPECS)
def test_the_same_is_drawn_the_same(form: Format, spec: Spec) -> None:
    assert diagram_of(spec, form) == diagram_of(spec, form)
