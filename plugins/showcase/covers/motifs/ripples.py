"""涟漪: rain under a clear disc (晴雨); where drops fall, rings open on the water."""

from showcase.covers.canvas import Canvas
from showcase.covers.motifs.motif import Countable, Motif
from showcase.covers.pen import Box, boxes, number
from showcase.covers.scatter import Placed, freest
from showcase.covers.seed import Stream

_CANDIDATES = 48
_FLATNESS = 0.30


def draw(canvas: Canvas, count: int) -> None:
    """Draw `count` spreading rings."""
    _disc(canvas, canvas.stream("disc"))
    drops = _drops(canvas, count)
    _rain(canvas, canvas.stream("rain"))
    for index, (x, y, radius) in enumerate(drops):
        _ripple(canvas, (x, y), radius, main=index == 0)
    (x, y, _), top = drops[0], canvas.horizon * 0.16
    canvas.world.box((x - canvas.u * 0.06, top, canvas.u * 0.12, y - top), canvas.tones.gold)


def _disc(canvas: Canvas, chance: Stream) -> None:
    tones = canvas.tones
    tone = tones.middle if tones.key == "night" else tones.far
    r = canvas.u * chance.between(4.0, 6.2) * (0.8 if canvas.wide else 1)
    x = canvas.focus + canvas.u * chance.between(-2 if canvas.wide else -7, 2)
    canvas.world.disc(x, canvas.horizon * chance.between(0.36, 0.56), r, tone)


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


def _rain(canvas: Canvas, chance: Stream) -> None:
    u, tones = canvas.u, canvas.tones
    threads: list[Box] = []
    pitch = u * chance.between(0.74, 1.5)
    x = u * chance.between(0.3, 0.9)
    while x < canvas.width:
        top = canvas.horizon * chance.between(-0.3, 0.55)
        length = canvas.horizon * chance.between(0.25, 0.6)
        foot = min(top + length, canvas.horizon - u * 0.5)
        threads.append((x, top, u * 0.09, foot - top))
        x += pitch
    canvas.world.fill(boxes(threads), tones.water if tones.key != "day" else tones.middle)


MOTIF = Motif(title="涟漪", countable=Countable("处涟漪", 3, 13, 7, sway=2), draw=draw)
