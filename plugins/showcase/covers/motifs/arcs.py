"""弧: open arcs of different sweep round an open centre; dots sit on their orbits.

Never a closed ring with a filled centre (a target), so every arc is open and starts 137.5° after
the one inside it.
"""

import math

from showcase.covers.canvas import Canvas
from showcase.covers.motifs.motif import Countable, Motif
from showcase.covers.pen import arc
from showcase.covers.scatter import Placed, freest
from showcase.covers.seed import Stream

_GOLDEN_ANGLE = 137.5
_CANDIDATES = 90


def draw(canvas: Canvas, count: int) -> None:
    """Draw the arcs, and `count` dots."""
    chance = canvas.stream("arcs")
    centre = (canvas.focus, canvas.horizon - canvas.u * chance.between(0.6, 2.2))
    step = canvas.u * chance.between(1.16, 1.42)
    orbits = _orbits(canvas, centre, step)
    for radius in orbits:
        canvas.world.ring(*centre, radius, canvas.tones.far, canvas.u * 0.05)
    _draw_arcs(canvas, centre, orbits, chance)
    _draw_dots(canvas, centre, orbits, count)


def _orbits(canvas: Canvas, centre: tuple[float, float], step: float) -> list[float]:
    reach = math.hypot(max(centre[0], canvas.width - centre[0]), centre[1])
    radii = []
    radius = canvas.u * 1.5
    while radius < reach:
        radii.append(radius)
        radius += step
    return radii


def _draw_arcs(
    canvas: Canvas, centre: tuple[float, float], orbits: list[float], chance: Stream
) -> None:
    tones = canvas.tones
    order = (tones.near, tones.middle, tones.far, tones.near, tones.far, tones.middle)
    shift, start, turn = chance.whole(0, 5), chance.between(0, 360), chance.pick((1, -1))
    golden = chance.whole(4, 7)
    bold = chance.whole(0, 2)
    for index, radius in enumerate(orbits[: chance.whole(11, 13)]):
        width = canvas.u * (0.84 if index % 3 == bold else 0.48)
        begin = start + turn * index * _GOLDEN_ANGLE
        sweep = chance.between(90, 165) - index * 2
        gilt = index in (0, golden)
        tone = tones.gold if gilt else order[(index + shift) % len(order)]
        # Gold stays a glint: a long outer arc of it would pass three hundredths of the picture.
        long = min(sweep, 70.0) if index == golden else sweep
        canvas.world.stroke(arc(centre, radius, begin, long), tone, width)
        answer = chance.between(28, 62)
        canvas.world.stroke(arc(centre, radius, begin + 190, answer), tones.far, width)


def _draw_dots(
    canvas: Canvas, centre: tuple[float, float], orbits: list[float], count: int
) -> None:
    chance = canvas.stream("dots")
    tones, u = canvas.tones, canvas.u
    margin = u * 2
    usable = orbits[3:]
    places = [
        (centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle))
        for across, down in chance.even_points(_CANDIDATES * 4)
        for radius, angle in [(usable[int(across * len(usable))], down * math.tau)]
    ]
    inside = [
        (x, y)
        for x, y in places
        if canvas.quiet + margin < x < canvas.width - margin
        and margin < y < canvas.height - margin
        and abs(y - canvas.horizon) > u
    ]
    size = u * (0.44 if count <= 9 else 0.34)
    placed: list[Placed] = []
    for _ in range(count):
        # One fixed set of places is enough: a place once taken has no air left.
        placed.append(freest(inside[len(placed) :], placed, size))
    for x, y, radius in placed:
        ground = tones.sky if y < canvas.horizon else tones.water
        canvas.world.disc(x, y, radius * 1.6, ground)
        canvas.world.disc(x, y, radius, tones.near, counted=True)


MOTIF = Motif(title="弧", countable=Countable("个圆点", 3, 24, 7, sway=3), draw=draw)
