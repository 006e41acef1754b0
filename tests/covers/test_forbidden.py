"""Figures that a Chinese reader must never see in a cover, looked for in the shapes themselves."""

import math
from collections import Counter
from collections.abc import Iterator

import pytest

from showcase.covers import KEYS, MOTIFS, CoverSpec, Scheme
from showcase.covers.colour import from_hex
from tests.covers.picture import (
    RATIO_NAMES,
    Outline,
    Picture,
    Point,
    Shape,
    every_picture,
    length,
    picture,
    straight_figures,
)

REDS = ("#A6192E", "#9E2B25", "#C8102E", "#B0561A", "#7A2F58")
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@pytest.fixture(scope="module")
def pictures() -> list[Picture]:
    return list(every_picture())


@pytest.fixture(scope="module")
def red_pictures() -> list[Picture]:
    return [
        picture(CoverSpec(f"red-{seed}", motif, colour, key), ratio, scheme)
        for motif in MOTIFS
        for seed, colour in enumerate(REDS)
        for key in KEYS
        for ratio in RATIO_NAMES
        for scheme in SCHEMES
    ]


def is_red(tone: str) -> bool:
    lightness, chroma, hue = from_hex(tone)
    return chroma >= 0.08 and (hue < 45 or hue > 345) and 0.30 < lightness < 0.70


def is_pale(tone: str) -> bool:
    return from_hex(tone).lightness >= 0.62 and not is_red(tone)


def rounds(one: Picture) -> Iterator[tuple[int, Shape]]:
    """Filled discs and openings with round heads, with their place in the order of drawing."""
    for index, shape in enumerate(one.shapes):
        path = shape.element.get("d", "")
        if shape.filled and (shape.tag == "circle" or "A" in path):
            yield index, shape


def red_discs(one: Picture) -> list[Shape]:
    """Red round shapes that stand on something pale, openings included."""
    found = []
    for index, shape in rounds(one):
        left, _, right, bottom = shape.box
        point = (left + right) / 2, min(shape.middle[1], bottom - 1)
        # A round head of a bar is no disc.
        large = right - left > one.u * 2
        if large and is_red(shape.tone) and is_pale(one.tone_under(index, point)):
            found.append(shape)
    return found


def test_no_red_disc_on_a_pale_ground(red_pictures: list[Picture]) -> None:
    for one in red_pictures:
        assert not red_discs(one), (one.spec, one.ratio, one.scheme)


def test_a_red_disc_would_be_found() -> None:
    sun = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="900" height="1200" fill="#faf7f2"/>'
    sun += '<circle cx="500" cy="500" r="200" fill="#b3202e"/></svg>'
    spec = CoverSpec("x", "arcs", "#A6192E", "day")
    assert red_discs(Picture(spec, "3x4", "light", sun))


def is_star(corners: Outline) -> bool:
    """Five points round a centre: ten corners near and far by turns, or five crossing strokes."""
    if len(corners) not in (5, 10):
        return False
    x, y = middle_of(corners)
    reaches = [math.hypot(px - x, py - y) for px, py in corners]
    if len(corners) == 10:
        for start in (0, 1):
            tips, notches = reaches[start::2], reaches[1 - start :: 2]
            if max(tips) < min(tips) * 1.2 and max(notches) < min(tips) * 0.8:
                return True
        return False
    angles = [math.degrees(math.atan2(py - y, px - x)) for px, py in corners]
    steps = [(b - a) % 360 for a, b in zip(angles, angles[1:] + angles[:1], strict=True)]
    return all(abs(step - 144) < 12 or abs(step - 216) < 12 for step in steps)


def test_no_five_pointed_star(pictures: list[Picture]) -> None:
    for one in pictures:
        for shape in one.shapes:
            figures = straight_figures(shape.element.get("d", ""))
            assert not any(is_star(figure) for figure in figures), one.spec


def test_a_star_would_be_found() -> None:
    def corners(*reaches: float) -> list[Point]:
        turns = [index * math.tau / len(reaches) for index in range(len(reaches))]
        return [
            (50 + reach * math.sin(turn), 50 - reach * math.cos(turn))
            for reach, turn in zip(reaches, turns, strict=True)
        ]

    assert is_star(corners(*[40, 16] * 5))
    assert is_star([corners(*[40] * 5)[index * 2 % 5] for index in range(5)])
    assert not is_star(corners(*[40] * 10))
    assert not is_star(corners(*[40] * 5))


def middle_of(outline: Outline) -> Point:
    return sum(x for x, _ in outline) / len(outline), sum(y for _, y in outline) / len(outline)


def targets(one: Picture) -> list[Point]:
    """Centres of filled discs that two or more closed rings share."""
    discs = [s.middle for s in one.shapes if s.tag == "circle" and s.filled]
    rings = [s.middle for s in one.shapes if s.tag == "circle" and not s.filled]
    for shape in one.shapes:
        if not shape.filled and "a" in shape.element.get("d", ""):
            rings += [middle_of(outline) for outline in shape.outlines]
    return [
        disc for disc in discs if sum(math.dist(disc, ring) < one.u * 0.6 for ring in rings) >= 2
    ]


def test_no_shooting_target(pictures: list[Picture]) -> None:
    for one in pictures:
        assert not targets(one), (one.spec, one.ratio)


def test_a_target_would_be_found() -> None:
    rings = "".join(
        f'<circle cx="300" cy="300" r="{r}" fill="none" stroke="#123456" stroke-width="4"/>'
        for r in (60, 90)
    )
    disc = '<circle cx="300" cy="300" r="20" fill="#123456"/>'
    text = f'<svg xmlns="http://www.w3.org/2000/svg">{rings}{disc}</svg>'
    assert targets(Picture(CoverSpec("x", "arcs", "#A6192E", "day"), "3x4", "light", text))


def most_wedges(figures: list[Outline], u: float) -> int:
    """How many slanting triangles or four-sided wedges have a corner in one and the same place."""
    corners: Counter[tuple[int, int]] = Counter()
    for figure in figures:
        xs, ys = {round(x, 2) for x, _ in figure}, {round(y, 2) for _, y in figure}
        upright = len(xs) == 2 and len(ys) == 2
        if len(figure) in (3, 4) and not upright:
            corners.update({(round(x / u), round(y / u)) for x, y in figure})
    return max(corners.values(), default=0)


def test_no_rays(pictures: list[Picture]) -> None:
    for one in pictures:
        figures = [f for s in one.shapes for f in straight_figures(s.element.get("d", ""))]
        assert most_wedges(figures, one.u) <= 3, one.spec


def test_rays_would_be_found() -> None:
    rays = [
        [(500.0, 500.0), (500 + 900 * math.cos(a), 500 + 900 * math.sin(a)),
         (500 + 900 * math.cos(a + 0.2), 500 + 900 * math.sin(a + 0.2))]
        for a in (0.1, 0.5, 0.9, 1.3, 1.7)
    ]  # fmt: skip
    assert most_wedges(rays, 37.5) == 5


def test_petals_are_leaves_in_three_lengths(pictures: list[Picture]) -> None:
    """A sunflower with one ring of straight petals would be a disc with rays."""
    for one in pictures:
        if one.spec.motif == "sunflower":
            petals = [s for s in one.shapes if s.element.get("d", "").count("Q") >= 2]
            assert all("L" not in s.element.get("d", "") for s in petals)
            assert len({s.tone for s in petals}) == 3
            width = one.size[0]
            centre = next(s for s in one.shapes if s.tag == "circle" and s.value("r") > one.u * 3)
            assert abs(centre.value("cx") - width / 2) > width * 0.08


def test_arcs_stay_open(pictures: list[Picture]) -> None:
    for one in pictures:
        if one.spec.motif == "arcs":
            for shape in one.shapes:
                if shape.tag == "path":
                    (outline,) = shape.outlines
                    radius = float(shape.element.get("d", "").split("A")[1].split()[0])
                    assert length(outline) < radius * math.radians(200), one.spec


def test_one_arch_only(pictures: list[Picture]) -> None:
    """Three in a row are spectacles."""
    for one in pictures:
        if one.spec.motif == "arch":
            openings = [s for _, s in rounds(one) if s.tag == "path"]
            assert len(openings) == 1
            left, top, right, bottom = openings[0].box
            assert bottom - top > (right - left) * 0.55
