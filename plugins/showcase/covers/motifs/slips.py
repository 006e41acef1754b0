"""简: bamboo slips tied with two cords, marked with strokes that are no writing."""

import math

from showcase.covers.canvas import Canvas
from showcase.covers.motifs.motif import Countable, Motif
from showcase.covers.pen import Box, boxes
from showcase.covers.seed import Stream


def draw(canvas: Canvas, count: int) -> None:
    """Draw `count` slips."""
    chance = canvas.stream("slips")
    left = canvas.quiet * 0.92
    pitch = (canvas.width - left) / count
    cords = (
        canvas.height * chance.between(0.24, 0.30),
        canvas.horizon + canvas.u * chance.between(0.8, 2.2),
    )
    sway, phase = chance.between(0.35, 0.62), chance.between(0, math.tau)
    order = _order(canvas, chance)
    strokes: list[Box] = []
    for index in range(count):
        swing = canvas.u * 0.95 * math.sin(index * sway * 15 / count + phase)
        top = canvas.height * 0.11 + swing + canvas.u * chance.between(0, 0.35)
        foot = canvas.height * 0.895 + swing * 0.6
        slip = (left + pitch * (index + 0.06), top, pitch * 0.88, foot - top)
        canvas.world.box(slip, order[index % len(order)], counted=True)
        strokes += _strokes(canvas, slip, cords, chance)
    canvas.world.fill(boxes(strokes), canvas.tones.dark)
    _cords(canvas, left, cords)


def _order(canvas: Canvas, chance: Stream) -> list[str]:
    tones = canvas.tones
    pale, deep = (tones.far, tones.middle) if tones.key == "day" else (tones.near, tones.middle)
    if tones.key == "night":
        pale, deep = tones.middle, tones.far
    pattern = chance.pick(("ppdppp", "pdppp", "ppd", "pdpppdp"))
    shift = chance.whole(0, len(pattern) - 1)
    return [pale if mark == "p" else deep for mark in pattern[shift:] + pattern[:shift]]


def _strokes(canvas: Canvas, slip: Box, cords: tuple[float, float], chance: Stream) -> list[Box]:
    """Ink marks down one slip, none across a cord; some slips are left bare."""
    u = canvas.u
    x, top, width, height = slip
    length = chance.pick((0, 5, 8, 12, 16, 22))
    marks: list[Box] = []
    y, foot = top + u * 0.9, top + height - u * 1.2
    while y < foot and len(marks) < length:
        stroke = u * chance.between(0.36, 0.84)
        if all(abs(y + stroke / 2 - cord) > u * 0.95 for cord in cords):
            marks.append((x + width * 0.39, y, width * 0.22, stroke))
        y += stroke + u * 0.34
    return marks


def _cords(canvas: Canvas, left: float, cords: tuple[float, float]) -> None:
    u = canvas.u
    for cord in cords:
        canvas.world.fill(
            boxes(
                (left, cord + u * shift, canvas.width - left, u * 0.13) for shift in (-0.22, 0.10)
            ),
            canvas.tones.gold,
        )


MOTIF = Motif(title="简", countable=Countable("枚简", 7, 24, 15, sway=3), draw=draw, hues=(35, 110))
