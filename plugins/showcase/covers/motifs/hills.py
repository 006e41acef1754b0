"""山: ridge behind ridge over still water, a low golden disc between them, bars of mist."""

import math

from showcase.covers.canvas import Canvas
from showcase.covers.motifs.motif import Countable, Motif
from showcase.covers.pen import Point, number, smooth
from showcase.covers.seed import Stream

_STEPS = 26


def draw(canvas: Canvas, count: int) -> None:
    """Draw `count` ridges."""
    canvas.mirrored = True
    chance = canvas.stream("ridges")
    side = chance.pick((-1, 1))
    shares = [index / (count - 1) for index in range(count)]
    ridges = [
        _ridge(canvas, chance, share, side if index % 2 == 0 else -side)
        for index, share in enumerate(shares)
    ]
    _disc(canvas, canvas.stream("disc"), ridges)
    tones = canvas.tones
    scale = [tones.far, tones.middle, tones.near]
    mist, behind = canvas.stream("mist"), ""
    for share, ridge in zip(shares, ridges, strict=True):
        tone = scale[min(2, int(share * 3))]
        if tone == behind:
            canvas.world.stroke(smooth(ridge), tones.sky, canvas.u * 0.1)
        outline = f"{smooth(ridge)}V{number(canvas.horizon + 1)}H{number(ridge[0][0])}Z"
        canvas.world.fill(outline, tone, counted=True)
        _contours(canvas, ridge, 3 if behind else 2)
        if share < 1 and mist.chance(0.45):
            _mist(canvas, mist, share)
        behind = tone


def _disc(canvas: Canvas, chance: Stream, ridges: list[list[Point]]) -> None:
    """The disc, high enough that a ridge hides a part of its lower half only: no crescent."""
    x = canvas.width * (chance.between(0.46, 0.54) if canvas.wide else chance.between(0.28, 0.44))
    y = canvas.horizon - canvas.u * chance.between(6.6, 8.8) * _tallness(canvas)
    r = canvas.radius_of(0.013)
    reach = r + canvas.width / _STEPS
    crest = min(top for ridge in ridges for at, top in ridge if abs(at - x) < reach)
    y = max(r + canvas.u, min(y, crest - 0.25 * r))
    canvas.world.disc(x, y, r, canvas.tones.gold)


def _tallness(canvas: Canvas) -> float:
    """Mountains follow the height of the sky: 1 in a 3:4 cover, less in a square or wide one."""
    return min(1.35, max(0.66, canvas.horizon / (canvas.u * 19.8)))


def _ridge(canvas: Canvas, chance: Stream, share: float, side: int) -> list[Point]:
    """One ridge: a main peak near the focus or across from it, and the run of lesser ones."""
    u, width = canvas.u, canvas.width
    tall = _tallness(canvas)
    base = u * (3.4 - 2.2 * share) * tall
    peak = u * (11.5 - 7.0 * share) * tall * chance.between(0.85, 1.1)
    lean = chance.between(-0.03, 0.14)
    if side > 0:
        at = canvas.focus + width * lean
    else:
        at, peak = width * ((0.36 if canvas.wide else 0.26) - lean * 2), peak * 0.62
    spread = width * chance.between(0.13, 0.19)
    length, phase = width * chance.between(0.24, 0.40), chance.between(0, math.tau)
    points = []
    for step in range(-1, _STEPS + 2):
        x = width * step / _STEPS
        away = (x - at) / spread
        turn = x / length * math.tau
        rise = base + peak / (1 + abs(away) ** 1.5)
        rise += u * (0.62 * math.sin(turn + phase) + 0.34 * math.sin(turn * 2.3 + phase * 1.7))
        points.append((x, canvas.horizon - max(u * 0.4, rise)))
    return points


def _contours(canvas: Canvas, ridge: list[Point], count: int) -> None:
    """Lines that follow the crest, ever wider apart, as on a printed map of heights."""
    u, floor = canvas.u, canvas.horizon
    for line in range(1, count + 1):
        drop = u * (0.42 * line + 0.14 * line * line)
        lowered = [(x, min(y + drop, floor + u)) for x, y in ridge]
        canvas.world.stroke(smooth(lowered), canvas.tones.sky, u * 0.055)


def _mist(canvas: Canvas, chance: Stream, share: float) -> None:
    u = canvas.u
    y = canvas.horizon - u * (4.2 - 2.6 * share)
    start = canvas.width * chance.between(0.02, 0.55)
    for bar in range(2):
        left = start + u * chance.between(-1.5, 1.5)
        right = left + u * chance.between(4.5, 8.5)
        data = f"M{number(left)} {number(y + bar * u * 0.8)}H{number(right)}"
        canvas.world.stroke(data, canvas.tones.sky, u * 0.3, round_ends=True)


MOTIF = Motif(title="山", countable=Countable("重山", 3, 7, 5, sway=1), draw=draw, hues=(110, 255))
