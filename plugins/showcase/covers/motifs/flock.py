"""燕: swallows that grow as they come nearer, over lines of water."""

import math

from showcase.covers.canvas import Canvas
from showcase.covers.motifs.motif import Countable, Motif
from showcase.covers.pen import number, smooth, turned
from showcase.covers.scatter import Placed, freest

_CANDIDATES = 56
_ROOM = 22  # square modules of sky that a full-sized swallow wants
# A swallow seen from above, beak to the right, drawn around zero.  M, then Q and L by turns.
_OUTLINE = (
    (1.05, -0.05), (0.50, -0.22), (0.15, -0.16), (-0.25, -1.00), (-1.10, -1.15),
    (-0.35, -0.55), (-0.30, 0.00), (-1.15, -0.28), (-0.75, 0.02), (-1.15, 0.30),
    (-0.25, 0.18), (-0.20, 0.65), (-0.75, 1.20), (0.20, 0.90), (0.30, 0.16),
    (0.70, 0.12), (1.05, -0.05),
)  # fmt: skip
_STROKES = "MQ Q Q LLLLQ Q Q "


def draw(canvas: Canvas, count: int) -> None:
    """Draw `count` swallows."""
    _water_lines(canvas)
    chance = canvas.stream("birds")
    toward_left = chance.chance(0.4)
    turn = chance.between(-0.22, 0.18)
    golden = chance.whole(int(count * 0.55), count - 1)
    placed = _places(canvas, count)
    for index, (x, y, radius) in enumerate(placed):
        share = index / max(1, count - 1)
        angle = turn - 0.3 - 0.25 * share + chance.between(-0.22, 0.22)
        tone = canvas.tones.gold if index == golden else _tone(canvas, share)
        data = _swallow(x, y, radius / 1.45, angle, mirrored=toward_left)
        canvas.world.fill(data, tone, counted=True)


def _places(canvas: Canvas, count: int) -> list[Placed]:
    """From small and low in the distance to large and high near by."""
    chance = canvas.stream("places")
    u = canvas.u
    left = canvas.quiet or canvas.width * 0.04
    reach = canvas.width * 0.96 - left
    room = reach * (canvas.horizon - u * 2.4) / (u * u * count)
    crowd = min(1.0, math.sqrt(room / _ROOM))
    placed: list[Placed] = []
    # The largest first: the small ones find room between them.
    for index in reversed(range(count)):
        share = index / max(1, count - 1)
        radius = u * (0.90 + 1.45 * share**1.4) * crowd
        margin = u * 1.0 + radius
        low, high = canvas.horizon - u * 1.4 - radius, margin
        start, end = max(left + radius, margin), canvas.width - margin
        # Windows within the sky, as shares: they slide to the right and up as birds come nearer.
        lowest, highest = max(0.0, 0.76 * share - 0.42), min(1.0, 0.76 * share + 0.58)
        candidates = [
            (
                start + (end - start) * (0.26 * share + 0.74 * across),
                low + (high - low) * (lowest + (highest - lowest) * down),
            )
            for across, down in chance.even_points(_CANDIDATES)
        ]
        placed.append(freest(candidates, placed, radius))
    return placed[::-1]


def _swallow(x: float, y: float, size: float, angle: float, *, mirrored: bool) -> str:
    flip = -1 if mirrored else 1
    outline = [(across * flip, down) for across, down in _OUTLINE]
    points = turned(outline, (x, y), angle * flip, size)
    strokes = [
        f"{stroke}{number(across)} {number(down)}"
        for stroke, (across, down) in zip(_STROKES, points, strict=True)
    ]
    return "".join(strokes) + "Z"


def _tone(canvas: Canvas, share: float) -> str:
    tones = canvas.tones
    if share > 0.5:
        return tones.near
    return tones.middle if share > 0.2 else tones.far


def _water_lines(canvas: Canvas) -> None:
    chance = canvas.stream("water")
    u, tones = canvas.u, canvas.tones
    tone = tones.middle if tones.key != "night" else tones.far
    phase, turn = chance.between(0, math.tau), chance.between(1.7, 2.5)
    y, line = canvas.horizon + u * 0.7, 0
    while y < canvas.height + u:
        length, height = u * (5 + line), u * 0.2 * (1 + line * 0.25)
        steps = max(8, math.ceil(canvas.width / length * 6))
        points = [
            (x, y + height * math.sin(x / length * math.tau + phase + line * turn))
            for x in (canvas.width * step / steps for step in range(-1, steps + 2))
        ]
        canvas.field.stroke(smooth(points), tone, u * (0.07 + 0.035 * line))
        y += u * (0.62 + 0.24 * line)
        line += 1


MOTIF = Motif(title="燕", countable=Countable("只燕子", 3, 36, 17, sway=5), draw=draw)
