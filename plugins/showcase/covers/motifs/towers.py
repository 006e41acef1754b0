"""楼: three rows of towers over water, tallest off the centre.  No tower is a real building."""

import math

from showcase.covers.canvas import Canvas
from showcase.covers.motifs.motif import Countable, Motif
from showcase.covers.pen import Box, boxes, polygon
from showcase.covers.seed import Stream


def draw(canvas: Canvas, count: int) -> None:
    """Draw the town; `count` towers in the front row."""
    canvas.mirrored = True
    _moon(canvas, canvas.stream("moon"))
    tones = canvas.tones
    skyline = _Skyline(canvas)
    for part, tone, height in (("back", tones.far, 1.0), ("mid", tones.middle, 0.74)):
        _row(canvas, skyline, canvas.stream(part), tone, height)
    _front_row(canvas, skyline, canvas.stream("front"), count)


def _moon(canvas: Canvas, chance: Stream) -> None:
    x = canvas.width * (chance.between(0.44, 0.50) if canvas.wide else chance.between(0.16, 0.30))
    y = canvas.horizon * chance.between(0.18, 0.36)
    canvas.world.disc(x, y, canvas.radius_of(0.0065), canvas.tones.gold)


class _Skyline:
    """How tall the town may be, 0-1: a peak at the focus, a lesser one to its left."""

    def __init__(self, canvas: Canvas) -> None:
        chance = canvas.stream("skyline")
        width = canvas.width
        self._peak, self._spread = canvas.focus, width * chance.between(0.17, 0.27)
        self._lesser = width * chance.between(0.06, 0.26)
        self._lesser_height = 0.0 if canvas.wide else chance.pick((0.0, 0.2, 0.34))
        self._lesser_spread = width * 0.09

    def at(self, x: float) -> float:
        """The height at `x`."""
        main = math.exp(-(((x - self._peak) / self._spread) ** 2))
        lesser = math.exp(-(((x - self._lesser) / self._lesser_spread) ** 2))
        return 0.22 + max(0.78 * main, self._lesser_height * lesser)


def _row(canvas: Canvas, skyline: _Skyline, chance: Stream, tone: str, share: float) -> None:
    u = canvas.u
    x = -u * chance.between(0, 1.5)
    body: list[Box] = []
    while x < canvas.width:
        width = u * (1.3 + 0.6 * chance.whole(0, 3))
        height = canvas.horizon * 0.88 * share * skyline.at(x + width / 2)
        height = max(u * 1.2, height * chance.between(0.62, 1))
        top = canvas.horizon - height
        body.append((x, top, width, height + 1))
        _crown(canvas, (x, top, width, height), tone, chance)
        x += width + u * chance.pick((0.0, 0.0, 0.3))
    canvas.world.fill(boxes(body), tone)


def _crown(canvas: Canvas, tower: Box, tone: str, chance: Stream) -> None:
    """What ends a tower: nothing, a step, a slope or a mast."""
    u = canvas.u
    x, top, width, height = tower
    kind = chance.whole(0, 5)
    if height < u * 4 or kind < 2:
        return
    if kind == 2:
        canvas.world.box((x + width * 0.22, top - u * 0.7, width * 0.56, u * 0.7 + 1), tone)
    elif kind == 3:
        canvas.world.fill(polygon([(x, top + 1), (x + width, top - u), (x + width, top + 1)]), tone)
    else:
        canvas.world.box((x + width / 2 - u * 0.07, top - u * 1.7, u * 0.14, u * 1.8), tone)


def _front_row(canvas: Canvas, skyline: _Skyline, chance: Stream, count: int) -> None:
    u, tones = canvas.u, canvas.tones
    shares = [chance.between(0.75, 1.45) for _ in range(count)]
    unit = canvas.width / sum(shares)
    x = 0.0
    windows: list[Box] = []
    for share in shares:
        width = share * unit
        height = canvas.horizon * 0.52 * skyline.at(x + width / 2)
        height = max(u * 1.4, height * chance.between(0.66, 1))
        gap = min(u * 0.4, width * 0.2)
        tower = (x + gap / 2, canvas.horizon - height, width - gap, height + 1)
        canvas.world.box(tower, tones.near, counted=True)
        windows += _windows(u, tower, chance)
        x += width
    canvas.world.fill(boxes(windows), tones.sky)


def _windows(u: float, tower: Box, chance: Stream) -> list[Box]:
    """Openings of one tower: bands, shafts or panes, on a grid that leaves a wall all round."""
    x, top, width, height = tower
    wall, pitch = u * 0.32, u * 0.74
    inner_width, inner_height = width - 2 * wall, height - 2 * wall
    across, down = int((inner_width + u * 0.3) / pitch), int((inner_height + u * 0.3) / pitch)
    if across < 1 or down < 1:
        return []
    kind = chance.whole(0, 2)
    left, head = x + wall, top + wall
    if kind == 0:
        return [
            (left, head + row * pitch, inner_width * chance.pick((0.45, 0.7, 1, 1)), u * 0.24)
            for row in range(down)
        ]
    step = inner_width / across
    if kind == 1:
        return [
            (
                left + (column + 0.5) * step - u * 0.12,
                head,
                u * 0.24,
                inner_height * chance.pick((0.6, 0.85, 1, 1)),
            )
            for column in range(across)
        ]
    return [
        (left + (column + 0.5) * step - u * 0.18, head + row * pitch, u * 0.36, u * 0.36)
        for column in range(across)
        for row in range(down)
        if chance.chance(0.7)
    ]


MOTIF = Motif(title="楼", countable=Countable("座前排楼", 5, 18, 10, sway=2), draw=draw)
