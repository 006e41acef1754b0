"""弦: a qin seen from near: seven strings aslant over its body, one sounding; 徽 along the edge.

The body leaves the picture on three sides.  Level and seen whole, it was a slab that floats.
"""

import math

from showcase.covers.canvas import Canvas
from showcase.covers.motifs.motif import Countable, Motif
from showcase.covers.pen import Point, line, number, polygon, smooth, turned
from showcase.covers.seed import Stream

_STRINGS = 7
_FAR = 60.0
"""Modules along or below the edge where all is out of the picture."""
_STUDS_BELOW, _STRINGS_BELOW = 1.75, 3.0
"""How far below the edge of the body, in modules."""


def draw(canvas: Canvas, count: int) -> None:
    """Draw the instrument with `count` studs."""
    chance = canvas.stream("strings")
    qin = _Qin(canvas, chance)
    _moon(canvas, canvas.stream("moon"))
    lacquer, rim = _lacquer(canvas)
    waist = chance.between(-7, -3)
    canvas.world.fill(qin.body(waist, 0.7), rim)
    canvas.world.fill(qin.body(waist, 0), lacquer)
    canvas.world.fill(qin.bridge(), rim)
    _strings(canvas, qin, chance.whole(1, 4), chance)
    _studs(canvas, qin, count)


class _Qin:
    """A place on the instrument: modules along its edge from the focus, and below the edge."""

    def __init__(self, canvas: Canvas, chance: Stream) -> None:
        u = canvas.u
        self._u, self._wide = u, canvas.wide
        self._tilt = math.radians(chance.between(12, 15) if canvas.wide else chance.between(22, 27))
        self._origin = canvas.focus, canvas.horizon - u * (2.6 if canvas.wide else 3.2)
        room = (canvas.height - self._origin[1]) / u
        self.pitch = min(2.2, max(1.2, (room - 1.5) / 8.2))
        self.nut = self.along(canvas.width - u * 2.2, _STRINGS_BELOW)

    def at(self, *places: Point) -> list[Point]:
        """Places on the instrument as points of the picture."""
        return turned(places, self._origin, -self._tilt, self._u)

    def along(self, x: float, below: float) -> float:
        """How far along the edge a thing `below` it stands at `x` of the picture."""
        across = (x - self._origin[0]) / self._u
        return (across - below * math.sin(self._tilt)) / math.cos(self._tilt)

    def body(self, waist: float, rim: float) -> str:
        """The closed outline with its waist, widened by `rim` above."""
        edge = [
            (step * 1.5, 0.85 * math.exp(-(((step * 1.5 - waist) / 3.4) ** 2)) - rim)
            for step in range(-24, 25)
        ]
        upper = smooth(self.at(*edge))
        foot = line(self.at((36.0, _FAR), (-36.0, _FAR)))
        return f"{upper}L{foot[1:]}Z"

    def bridge(self) -> str:
        """The bar over which the strings pass."""
        top = _STRINGS_BELOW - 0.9
        near, far = self.nut - 0.45, self.nut + 0.45
        return polygon(self.at((near, top), (far, top), (far, _FAR), (near, _FAR)))


def _lacquer(canvas: Canvas) -> tuple[str, str]:
    tones = canvas.tones
    if tones.key == "day":
        return tones.near, tones.middle
    return (tones.water, tones.far) if tones.key == "dusk" else (tones.far, tones.middle)


def _moon(canvas: Canvas, chance: Stream) -> None:
    """A plain disc; with rings round it, it was a shooting target."""
    x = canvas.width * (chance.between(0.44, 0.56) if canvas.wide else chance.between(0.2, 0.4))
    y = canvas.horizon * (chance.between(0.2, 0.3) if canvas.wide else chance.between(0.24, 0.4))
    canvas.world.disc(x, y, canvas.radius_of(0.0085), canvas.tones.gold)


def _strings(canvas: Canvas, qin: _Qin, sounding: int, chance: Stream) -> None:
    u, tones = canvas.u, canvas.tones
    tone = tones.light if tones.key != "night" else tones.near
    for index in range(_STRINGS):
        below = _STRINGS_BELOW + index * qin.pitch
        start = qin.along(-u, below)
        if index != sounding:
            end = qin.along(canvas.width + u, below)
            canvas.world.stroke(
                line(qin.at((start, below), (end, below))), tone, u * (0.08 + 0.025 * index)
            )
            continue
        swell, span = qin.pitch * chance.between(0.85, 1.1), qin.nut - start
        for share in (1, 0.6, 0.2, -0.2, -0.6, -1):
            lift = below - share * swell
            points = qin.at(
                (start, below), (start + span * 0.34, lift), (start + span * 0.66, lift),
                (qin.nut, below),
            )  # fmt: skip
            first, *bends = [f"{number(x)} {number(y)}" for x, y in points]
            canvas.world.stroke(f"M{first}C{' '.join(bends)}", tones.gold, u * 0.065)


def _studs(canvas: Canvas, qin: _Qin, count: int) -> None:
    """Studs, the middle one largest, as on a qin."""
    u, tones = canvas.u, canvas.tones
    left = qin.along(canvas.quiet or canvas.width * 0.07, _STUDS_BELOW)
    right = qin.along(canvas.width - u * 2.2, _STUDS_BELOW)
    half = (count - 1) / 2
    for index in range(count):
        away = abs(index - half) / half
        ((x, y),) = qin.at((left + (right - left) * index / (count - 1), _STUDS_BELOW))
        canvas.world.disc(x, y, u * (0.27 - 0.12 * away), tones.light, counted=True)


MOTIF = Motif(title="弦", countable=Countable("个徽", 5, 21, 13), draw=draw)
