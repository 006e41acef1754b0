"""浪: swells that grow toward the reader, and a low disc behind the first of them."""

import math

from showcase.covers.canvas import Canvas
from showcase.covers.motifs.motif import Countable, Motif
from showcase.covers.pen import Point, number, smooth
from showcase.covers.seed import Stream


def draw(canvas: Canvas, count: int) -> None:
    """Draw `count` swells."""
    chance = canvas.stream("swells")
    _disc(canvas, canvas.stream("disc"))
    phase, turn = chance.between(0, math.tau), chance.between(1.5, 2.4)
    tones = _tones(canvas, count, chance.whole(0, 1))
    behind = canvas.tones.sky
    for index in range(count):
        crest = _crest(canvas, index / (count - 1), phase + index * turn)
        tone = tones[index]
        canvas.world.fill(_down_to_foot(canvas, crest), tone, counted=True)
        share = index / (count - 1)
        for echo in range(1, 3 if index == 0 else 4):
            gap = canvas.u * (0.32 + 0.22 * share) * echo
            canvas.world.stroke(
                smooth([(x, y + gap) for x, y in crest]),
                _echo_tone(canvas, tone, behind),
                canvas.u * 0.055 * (1 + share),
            )
        behind = tone


def _disc(canvas: Canvas, chance: Stream) -> None:
    u, tones = canvas.u, canvas.tones
    tone = tones.middle if tones.key == "night" else tones.far
    x = canvas.focus + u * chance.between(-2.5 if canvas.wide else -6.5, 2.5)
    r = u * chance.between(3.2, 5.6)
    rise = chance.pick((chance.between(0.2, 2.0), r / u * 0.7, chance.between(4.5, 6.5)))
    canvas.world.disc(x, canvas.horizon - u * rise, r, tone)


def _tones(canvas: Canvas, count: int, shift: int) -> list[str]:
    """From far to near: pale to dark by day, and back into the dark at dusk and night."""
    tones = canvas.tones
    if tones.key == "day":
        scale = [tones.water, tones.far, tones.middle, tones.far, tones.middle, tones.near]
        ends = [tones.middle, tones.near]
    else:
        scale = [tones.far, tones.middle, tones.far, tones.near, tones.middle, tones.far]
        ends = [tones.far, tones.water]
    body = [scale[(index + (shift if index else 0)) % len(scale)] for index in range(count - 2)]
    return body + ends


def _echo_tone(canvas: Canvas, tone: str, behind: str) -> str:
    tones = canvas.tones
    if behind != tone:
        return behind
    return tones.far if tone != tones.far else tones.middle


def _crest(canvas: Canvas, share: float, phase: float) -> list[Point]:
    u = canvas.u
    deep = canvas.height - canvas.horizon
    base = canvas.horizon + (deep - u * 1.5) * share**1.15
    height = u * (0.34 + 1.35 * share)
    length = u * (9 + 10 * share)
    steps = max(12, math.ceil(canvas.width / length * 10))
    points = []
    for step in range(-1, steps + 2):
        x = canvas.width * step / steps
        angle = x / length * math.tau
        y = base + height * (math.sin(angle + phase) + 0.35 * math.sin(angle * 0.63 + phase * 2))
        points.append((x, y))
    return points


def _down_to_foot(canvas: Canvas, crest: list[Point]) -> str:
    foot = canvas.height + canvas.u
    return f"{smooth(crest)}V{number(foot)}H{number(crest[0][0])}Z"


MOTIF = Motif(title="浪", countable=Countable("重浪", 4, 9, 7, sway=1), draw=draw, hues=(170, 285))
