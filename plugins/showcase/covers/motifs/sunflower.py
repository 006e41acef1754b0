"""葵: one sunflower over furrows.

Leaf-shaped petals of three lengths round a head of seeds, off the centre, on a stem with leaves:
a plant at first sight, and never a disc with rays.
"""

import math

from showcase.covers.canvas import Canvas
from showcase.covers.motifs.motif import Countable, Motif
from showcase.covers.pen import Point, number, specks, turned
from showcase.covers.seed import Stream

_GOLDEN_ANGLE = 2.399963
_SEEDS = 233
_FIRST_SEED = 5
_FOOT = 0.94  # petals grow from under the head of seeds; all lengths in radii of the head
_GOLD_LENGTH = 1.34
_GOLD_SHARE = 0.028


def draw(canvas: Canvas, count: int) -> None:
    """Draw the flower; `count` short golden petals round its head."""
    chance = canvas.stream("flower")
    x = canvas.focus
    if canvas.wide:
        y, head = canvas.height * chance.between(0.44, 0.50), canvas.height * 0.225
    else:
        y = canvas.horizon * chance.between(0.54, 0.68)
        head = canvas.width * chance.between(0.215, 0.275)
    bend = chance.pick((-1, 1)) * chance.between(1.6, 2.8)
    _furrows(canvas, canvas.stream("field"))
    if not canvas.wide and canvas.stream("second").chance(0.45):
        _second_bloom(canvas, head, canvas.stream("second bloom"))
    _stem(canvas, x, y, head, bend, chance)
    _petals(canvas, (x, y), head, count, canvas.stream("petals"))
    canvas.world.disc(x, y, head, canvas.tones.dark)
    _seed_head(canvas, x, y, head, chance.between(0, math.tau))


def _furrows(canvas: Canvas, chance: Stream) -> None:
    """Bands that thicken toward the reader."""
    u, tones = canvas.u, canvas.tones
    lit = tones.middle if tones.key == "day" else tones.sky if tones.key == "dusk" else tones.far
    y, band = canvas.horizon + u * 0.3, 0
    growth, skip = chance.between(0.17, 0.24), chance.whole(0, 2)
    while y < canvas.height:
        thickness = u * (0.16 + growth * band)
        tone = tones.far if band % 3 == skip and tones.key == "day" else lit
        canvas.field.box((0, y, canvas.width, thickness), tone)
        y += thickness + u * (0.32 + growth * band)
        band += 1


def _stem(canvas: Canvas, x: float, y: float, head: float, bend: float, chance: Stream) -> None:
    u, tone, foot = canvas.u, canvas.tones.middle, canvas.height
    half = head * 0.075
    lean = u * bend
    knee = y + (foot - y) * 0.62
    canvas.world.fill(
        f"M{number(x - half)} {number(y)}"
        f"C{number(x - half)} {number(knee)} {number(x + lean - half)} {number(knee)} "
        f"{number(x + lean - half * 1.5)} {number(foot)}H{number(x + lean + half * 1.5)}"
        f"C{number(x + lean + half)} {number(knee)} {number(x + half)} {number(knee)} "
        f"{number(x + half)} {number(y)}Z",
        tone,
    )
    first = chance.pick((-1, 1))
    tall = foot - y > head * 3.2
    for step, (side, height) in enumerate(((first, 0.80), (-first, 0.68))):
        if step == 0 or tall:
            at = y + (foot - y) * height
            slide = 0.5 - 0.5 * math.cos(math.pi * min(1.0, (height - 0.1) / 0.9))
            _leaf(canvas, (x + lean * slide, at), side, head * chance.between(1.05, 1.35))


def _second_bloom(canvas: Canvas, head: float, chance: Stream) -> None:
    """A smaller flower farther off, left of the first; it has no gold."""
    tones, small = canvas.tones, head * chance.between(0.30, 0.40)
    x = canvas.width * chance.between(0.12, 0.22)
    y = canvas.horizon - small * chance.between(1.2, 2.4)
    canvas.world.box((x - small * 0.09, y, small * 0.18, canvas.height - y), tones.far)
    for petals, length, tone in ((21, 1.95, tones.far), (21, 1.6, tones.middle)):
        turn = chance.unit()
        data = [
            _petal((x, y), small, math.tau * (i + turn) / petals, length, 0.2)
            for i in range(petals)
        ]
        canvas.world.fill("".join(data), tone)
    canvas.world.disc(x, y, small, tones.dark)


def _leaf(canvas: Canvas, foot: Point, side: int, length: float) -> None:
    tones = canvas.tones
    angle = -0.42 if side > 0 else math.pi + 0.42
    outline = turned(
        [(0, 0), (0.30, -0.34 * side), (0.98, -0.10 * side), (0.62, 0.34 * side)],
        foot,
        angle,
        length,
    )
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = outline
    canvas.world.fill(
        f"M{number(ax)} {number(ay)}Q{number(bx)} {number(by)} {number(cx)} {number(cy)}"
        f"Q{number(dx)} {number(dy)} {number(ax)} {number(ay)}Z",
        tones.middle,
    )
    vein = turned([(0.12, 0), (0.78, -0.06 * side)], foot, angle, length)
    (ax, ay), (bx, by) = vein
    canvas.world.stroke(
        f"M{number(ax)} {number(ay)}L{number(bx)} {number(by)}", tones.dark, length * 0.018
    )


def _petals(canvas: Canvas, centre: Point, head: float, count: int, chance: Stream) -> None:
    tones = canvas.tones
    outer = tones.far
    around = chance.pick((29, 34, 34, 38))
    back = [
        _petal(centre, head, math.tau * (i + 0.5) / around, 1.92 * chance.between(0.88, 1.10), 0.17)
        for i in range(around)
    ]
    canvas.world.fill("".join(back), outer)
    front = [
        _petal(centre, head, math.tau * i / around, 1.62 * chance.between(0.92, 1.08), 0.16)
        for i in range(around)
    ]
    canvas.world.fill("".join(front), tones.middle)
    start = chance.unit()
    # A petal's area is about two thirds of length times width: as wide as the gold allows.
    room = _GOLD_SHARE * canvas.width * canvas.height / (head * head * count)
    width = min(0.15, room / (0.667 * (_GOLD_LENGTH - _FOOT)))
    for i in range(count):
        angle = math.tau * (i + start) / count
        petal = _petal(centre, head, angle, _GOLD_LENGTH * chance.between(0.97, 1.03), width)
        canvas.world.fill(petal, tones.gold, counted=True)


def _petal(centre: Point, head: float, angle: float, length: float, width: float) -> str:
    """One pointed leaf shape, its foot hidden under the head of seeds."""
    belly = _FOOT + (length - _FOOT) * 0.42
    points = turned([(_FOOT, 0), (belly, width), (length, 0), (belly, -width)], centre, angle, head)
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    return (
        f"M{number(ax)} {number(ay)}Q{number(bx)} {number(by)} {number(cx)} {number(cy)}"
        f"Q{number(dx)} {number(dy)} {number(ax)} {number(ay)}Z"
    )


def _seed_head(canvas: Canvas, x: float, y: float, head: float, turn: float) -> None:
    tones = canvas.tones
    bands: tuple[tuple[float, float, str, float], ...] = (
        (0.0, 0.34, tones.far, 0.034),
        (0.34, 0.70, tones.middle, 0.048),
        (0.70, 1.0, tones.light, 0.062),
    )
    for low, high, tone, size in bands:
        points = []
        for index in range(max(_FIRST_SEED, int(low * _SEEDS)), int(high * _SEEDS)):
            angle, reach = turn + index * _GOLDEN_ANGLE, head * 0.93 * math.sqrt(index / _SEEDS)
            points.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
        canvas.world.stroke(specks(points), tone, head * size, round_ends=True)


MOTIF = Motif(
    title="葵", countable=Countable("片金色花瓣", 8, 34, 21, sway=4), draw=draw, hues=(35, 95)
)
