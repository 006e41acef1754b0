"""涟漪: rain beside a clear disc (晴雨); where drops fall, rings open on the water.

The streak of the drop at the focus is short and stands clear of the disc: a line from disc to
rings made them a yo-yo.
"""

from showcase.covers.canvas import Canvas
from showcase.covers.motifs.motif import Countable, Motif
from showcase.covers.pen import Box, boxes, number
from showcase.covers.scatter import Placed, freest
from showcase.covers.seed import Stream

_CANDIDATES = 48
_FLATNESS = 0.30
_STREAK = 4.6


def draw(canvas: Canvas, count: int) -> None:
    """Draw `count` spreading rings."""
    disc = _disc(canvas, canvas.stream("disc"))
    drops = _drops(canvas, count)
    _rain(canvas, disc, canvas.stream("rain"))
    for index, (x, y, radius) in enumerate(drops):
        _ripple(canvas, (x, y), radius, main=index == 0)
    (x, y, _), u = drops[0], canvas.u
    canvas.world.box((x - u * 0.07, y - u * _STREAK, u * 0.14, u * _STREAK), canvas.tones.gold)


def _disc(canvas: Canvas, chance: Stream) -> Placed:
    """The clear disc, high up and to the left of where the drop falls."""
    tones, u = canvas.tones, canvas.u
    tone = tones.middle if tones.key == "night" else tones.far
    r = u * chance.between(4.0, 5.6) * (0.8 if canvas.wide else 1)
    x = canvas.focus - r - u * chance.between(1.6, 3.4)
    y = canvas.horizon * chance.between(0.34, 0.46)
    canvas.world.disc(x, y, r, tone)
    return x, y, r


def _drops(canvas: Canvas, count: int) -> list[Placed]:
    """Where drops meet the water: the first at the focus, the others as free as can be.

    Rings are flat; they are placed in a plane stretched until they are round.
    """
    chance = canvas.stream("drops")
    u = canvas.u
    top, foot = canvas.horizon + u * 1.2, canvas.height - u * 1.2
    crowd = min(1.0, (7 / count) ** 0.5)
    centre = top + (foot - top) * chance.between(0.34, 0.5)
    drops: list[Placed] = [(canvas.focus, centre / _FLATNESS, u * chance.between(5.2, 6.4))]
    while len(drops) < count:
        candidates = [
            (canvas.width * (0.06 + 0.88 * across), (top + (foot - top) * down) / _FLATNESS)
            for across, down in chance.even_points(_CANDIDATES)
        ]
        x, y, _ = freest(candidates, drops, 0)
        depth = (y * _FLATNESS - canvas.horizon) / (canvas.height - canvas.horizon)
        drops.append((x, y, crowd * u * (1.2 + 2.4 * depth) * chance.between(0.8, 1.2)))
    return [(x, y * _FLATNESS, radius) for x, y, radius in drops]


def _ripple(canvas: Canvas, centre: tuple[float, float], radius: float, *, main: bool) -> None:
    u, tones = canvas.u, canvas.tones
    rings = 6 if main else 3
    pale = tones.middle if tones.key == "day" else tones.near
    x, y = centre
    tone, width = (pale, u * 0.2) if main else (tones.middle, u * 0.12)
    data = ""
    for ring in range(1, rings + 1):
        reach = radius * (ring / rings) ** 1.15
        data += _ellipse(x, y, reach, reach * _FLATNESS)
    canvas.world.stroke(data, tone, width, counted=True)


def _ellipse(x: float, y: float, across: float, down: float) -> str:
    rx, ry = number(across), number(down)
    return (
        f"M{number(x - across)} {number(y)}"
        f"a{rx} {ry} 0 1 1 {number(2 * across)} 0a{rx} {ry} 0 1 1 {number(-2 * across)} 0z"
    )


def _rain(canvas: Canvas, disc: Placed, chance: Stream) -> None:
    """Threads of rain, none of them across the disc or on the streak."""
    u, tones = canvas.u, canvas.tones
    threads: list[Box] = []
    pitch = u * chance.between(0.74, 1.5)
    x = u * chance.between(0.3, 0.9)
    while x < canvas.width:
        top = canvas.horizon * chance.between(-0.3, 0.55)
        length = canvas.horizon * chance.between(0.25, 0.6)
        foot = min(top + length, canvas.horizon - u * 0.5)
        if abs(x - canvas.focus) > u * 0.6:
            threads += [(x, a, u * 0.09, b - a) for a, b in _clear(x, top, foot, disc, u * 0.5)]
        x += pitch
    canvas.world.fill(boxes(threads), tones.water if tones.key != "day" else tones.middle)


def _clear(
    x: float, top: float, foot: float, disc: Placed, margin: float
) -> list[tuple[float, float]]:
    """What is left of a thread above and below the disc; no stumps."""
    across, down, r = disc
    reach = r + margin
    if abs(x - across) >= reach:
        return [(top, foot)]
    half = (reach**2 - (x - across) ** 2) ** 0.5
    parts = [(top, min(foot, down - half)), (max(top, down + half), foot)]
    return [(a, b) for a, b in parts if b - a > margin]


MOTIF = Motif(title="涟漪", countable=Countable("处涟漪", 3, 13, 7, sway=2), draw=draw)
