"""弦: seven strings over a lacquered body, one of them sounding; 徽 (studs) along the edge."""

import math

from showcase.covers.canvas import Canvas
from showcase.covers.motifs.motif import Countable, Motif
from showcase.covers.pen import Point, boxes, number, smooth
from showcase.covers.seed import Stream

_STRINGS = 7


def draw(canvas: Canvas, count: int) -> None:
    """Draw the instrument with `count` studs."""
    chance = canvas.stream("strings")
    u = canvas.u
    pitch = u * (1.15 if canvas.wide else 1.5)
    top = canvas.horizon - pitch * 3.2
    _moon(canvas, canvas.stream("moon"), top)
    lacquer, rim = _lacquer(canvas)
    body = _Body(canvas, chance, top - u * 2.4, top + pitch * 6 + u * 2.2)
    canvas.world.fill(body.outline(u * 0.8), rim)
    canvas.world.fill(body.outline(0), lacquer)
    _strings(canvas, top, pitch, chance.whole(1, 5), chance)
    _studs(canvas, top - u * 0.95, count)


class _Body:
    """The two long edges of the instrument, both leaving the picture left and right."""

    def __init__(self, canvas: Canvas, chance: Stream, upper: float, lower: float) -> None:
        self._width, self._foot = canvas.width, lower
        phase, swing = chance.between(0, math.tau), canvas.u * chance.between(0.45, 0.75)
        self._upper = [(x, upper + swing * math.sin(turn + phase)) for x, turn in self._steps()]
        self._lower = [
            (x, lower + swing * 0.9 * math.sin(turn * 0.8 + phase + 2.2))
            for x, turn in self._steps()
        ]

    def _steps(self) -> list[Point]:
        return [(self._width * i / 8, i / 8 * 7.2) for i in range(-1, 10)]

    def outline(self, rim: float) -> str:
        """The closed outline, widened by `rim` above and below."""
        upper = smooth([(x, y - rim) for x, y in self._upper])
        lower = smooth([(x, y + rim) for x, y in reversed(self._lower)])
        return f"{upper}L{lower[1:]}Z"


def _lacquer(canvas: Canvas) -> tuple[str, str]:
    tones = canvas.tones
    if tones.key == "day":
        return tones.near, tones.middle
    return (tones.water, tones.far) if tones.key == "dusk" else (tones.far, tones.middle)


def _moon(canvas: Canvas, chance: Stream, top: float) -> None:
    """A plain disc; with rings round it, it was a shooting target."""
    u = canvas.u
    r = canvas.radius_of(0.0095)
    x = canvas.focus + u * chance.between(-3 if canvas.wide else -9, 5)
    y = max(r + u * 1.6, (top - u * 3) * chance.between(0.36, 0.52))
    canvas.world.disc(x, y, r, canvas.tones.gold)


def _strings(canvas: Canvas, top: float, pitch: float, sounding: int, chance: Stream) -> None:
    u, tones, width = canvas.u, canvas.tones, canvas.width
    still = []
    for index in range(_STRINGS):
        y = top + index * pitch
        thickness = u * (0.07 + 0.025 * index)
        if index != sounding:
            still.append((0.0, y - thickness / 2, width, thickness))
    canvas.world.fill(boxes(still), tones.light if tones.key != "night" else tones.near)
    y, swell = top + sounding * pitch, u * chance.between(1.25, 1.7)
    for share in (1, 0.6, 0.2, -0.2, -0.6, -1):
        lift = number(y - share * swell)
        canvas.world.stroke(
            f"M0 {number(y)}C{number(width * 0.34)} {lift} {number(width * 0.66)} {lift} "
            f"{number(width)} {number(y)}",
            tones.gold,
            u * 0.065,
        )


def _studs(canvas: Canvas, y: float, count: int) -> None:
    """Studs, the middle one largest, as on a qin."""
    u, tones = canvas.u, canvas.tones
    left = canvas.quiet or canvas.width * 0.07
    right = canvas.width * 0.93
    half = (count - 1) / 2
    for index in range(count):
        away = abs(index - half) / half
        x = left + (right - left) * index / (count - 1)
        canvas.world.disc(x, y, u * (0.27 - 0.13 * away), tones.light, counted=True)


MOTIF = Motif(title="弦", countable=Countable("个徽", 5, 21, 13), draw=draw)
