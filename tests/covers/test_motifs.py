"""Every motif: its countable things, its place in the picture, and what is its own."""

import math
from collections.abc import Callable
from itertools import combinations, pairwise

import pytest

from showcase.covers import MOTIFS, CoverSpec, Ratio, make_palette
from tests.covers.picture import RATIO_NAMES, Picture, Shape, inside, picture, specs


def figures(motif: str) -> list[tuple[int, Ratio]]:
    countable = MOTIFS[motif].countable
    numbers = {countable.least, countable.least + 1, countable.usual, countable.most}
    return [(number, ratio) for number in sorted(numbers) for ratio in RATIO_NAMES]


@pytest.mark.parametrize("motif", MOTIFS)
def test_rhymes_are_counted_exactly(motif: str) -> None:
    for number, ratio in figures(motif):
        for seed in range(4):
            one = picture(CoverSpec(f"{motif}-{seed}", motif, "#17606B", "dusk", number), ratio)
            assert len(one.counted) == number, (seed, ratio)
            assert (
                len({shape.element.get("d") or str(shape.box) for shape in one.counted}) == number
            )


@pytest.mark.parametrize("motif", MOTIFS)
def test_what_is_counted_can_be_seen(motif: str) -> None:
    for number, ratio in figures(motif):
        one = picture(CoverSpec(f"{motif}-seen", motif, "#17606B", "dusk", number), ratio)
        width, height = one.size
        for shape in one.counted:
            left, top, right, bottom = shape.box
            assert right > one.u * 0.1 and left < width - one.u * 0.1
            assert bottom > one.u * 0.1 and top < height - one.u * 0.1


@pytest.mark.parametrize("motif", MOTIFS)
def test_a_figure_out_of_range_changes_nothing(motif: str) -> None:
    countable = MOTIFS[motif].countable
    for number in (0, -3, countable.least - 1, countable.most + 1, 10_000):
        with_it = picture(CoverSpec("x", motif, "#17606B", "day", number), "1x1")
        without = picture(CoverSpec("x", motif, "#17606B", "day"), "1x1")
        assert with_it.text == without.text


def test_ranges_hold_what_is_usual() -> None:
    for motif in MOTIFS.values():
        countable = motif.countable
        assert 1 < countable.least <= countable.usual - countable.sway
        assert countable.usual + countable.sway <= countable.most
        assert motif.title and countable.words


def overlap(one: Shape, other: Shape) -> bool:
    left, top, right, bottom = one.box
    other_left, other_top, other_right, other_bottom = other.box
    if left > other_right or other_left > right or top > other_bottom or other_top > bottom:
        return False
    return any(inside(p, other.outlines[0]) for p in one.outlines[0]) or any(
        inside(p, one.outlines[0]) for p in other.outlines[0]
    )


def apart(one: Picture) -> None:
    for a, b in combinations(one.counted, 2):
        assert not overlap(a, b), (one.spec, one.ratio)


def within(one: Picture) -> None:
    width, height = one.size
    for shape in one.counted:
        left, top, right, bottom = shape.box
        assert left > 0 and top > 0 and right < width and bottom < height, (one.spec, one.ratio)


def left_is_quiet(one: Picture) -> None:
    if one.ratio == "16x9":
        assert min(shape.middle[0] for shape in one.counted) > one.size[0] * 0.36


def on_the_water(one: Picture) -> None:
    assert min(shape.middle[1] for shape in one.counted) > one.size[1] * 0.62


def above_the_water(one: Picture) -> None:
    assert max(shape.box[3] for shape in one.counted) < one.size[1] * 0.62


def foot_on_the_horizon(one: Picture) -> None:
    for shape in one.counted:
        assert abs(shape.box[3] - one.size[1] * 0.62) < 2


def growing_downward(one: Picture) -> None:
    tops = [shape.box[1] for shape in one.counted]
    assert tops[0] < tops[-1]


def side_by_side(one: Picture) -> None:
    for a, b in pairwise(one.counted):
        assert a.box[2] <= b.box[0] + 0.2


def skyline(one: Picture, shape: Shape) -> list[float]:
    """The upper edge of a shape in 24 columns of the picture."""
    columns = [(column + 0.5) / 24 * one.size[0] for column in range(24)]
    edge = [math.inf] * 24
    for (ax, ay), (bx, by) in pairwise(shape.outlines[0]):
        for column, x in enumerate(columns):
            if min(ax, bx) <= x <= max(ax, bx) and ax != bx:
                edge[column] = min(edge[column], ay + (by - ay) * (x - ax) / (bx - ax))
    return edge


def none_hidden(one: Picture) -> None:
    """Each shows above all that stand before it, in two columns at least."""
    edges = [skyline(one, shape) for shape in one.counted]
    for index, edge in enumerate(edges[:-1]):
        before = [min(column) for column in zip(*edges[index + 1 :], strict=True)]
        shown = sum(y < other - one.u * 0.25 for y, other in zip(edge, before, strict=True))
        assert shown >= 2, (one.spec, one.ratio, index)


def no_crescent(one: Picture) -> None:
    """What hides a part of the disc hides it from below."""
    disc = next(shape for shape in one.shapes if shape.tag == "circle")
    x, y, r = (disc.value(name) for name in ("cx", "cy", "r"))
    for shape in one.counted:
        for column, edge in enumerate(skyline(one, shape)):
            if abs((column + 0.5) / 24 * one.size[0] - x) < r:
                assert edge > y, (one.spec, one.ratio)


def first_is_farthest(one: Picture) -> None:
    sizes = [shape.box[2] - shape.box[0] for shape in one.counted]
    assert sizes[0] < sizes[-1]


def gilt(one: Picture) -> None:
    gold = make_palette(one.spec.colour, one.spec.key, one.scheme).gold
    assert {shape.tone for shape in one.counted} == {gold}


def one_is_gold(one: Picture) -> None:
    gold = make_palette(one.spec.colour, one.spec.key, one.scheme).gold
    assert sum(shape.tone == gold for shape in one.counted) == 1


def leaving_the_picture(one: Picture) -> None:
    for shape in one.counted:
        _, top, right, _ = shape.box
        assert right > one.size[0] or top < 0


OWN: dict[str, tuple[Callable[[Picture], None], ...]] = {
    "arcs": (apart, within, left_is_quiet),
    "sunflower": (apart, gilt),
    "waves": (growing_downward, none_hidden),
    "threads": (one_is_gold, leaving_the_picture),
    "towers": (side_by_side, foot_on_the_horizon),
    "hills": (foot_on_the_horizon, none_hidden, no_crescent),
    "sound": (side_by_side, one_is_gold, foot_on_the_horizon),
    "flock": (apart, within, left_is_quiet, above_the_water, first_is_farthest, one_is_gold),
    "slips": (side_by_side, left_is_quiet),
    "strings": (apart, within, left_is_quiet),
    "ripples": (on_the_water,),
    "roofs": (apart, within, left_is_quiet, gilt),
    "arch": (apart, within, above_the_water),
}


def test_every_motif_has_tests_of_its_own() -> None:
    assert set(OWN) == set(MOTIFS)


@pytest.mark.parametrize(
    ("motif", "rule"), [(motif, rule) for motif, rules in OWN.items() for rule in rules]
)
def test_what_is_the_motifs_own(motif: str, rule: Callable[[Picture], None]) -> None:
    countable = MOTIFS[motif].countable
    for number in (None, countable.least, countable.most):
        for spec in specs(motif, 2, number):
            for ratio in RATIO_NAMES:
                rule(picture(spec, ratio))
