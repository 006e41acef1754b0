"""线: separate threads come together and leave side by side.

Four courses, one of them by chance: falling and rising threads turn in nested bends and leave on
the right; flowing ones gather along the horizon; climbing ones gather upward, as roots do.
"""

from showcase.covers.canvas import Canvas
from showcase.covers.motifs.motif import Countable, Motif
from showcase.covers.pen import number
from showcase.covers.seed import Stream

_GOLD_SHARE = 0.026
_THREAD = 0.6  # width of a thread as a share of the pitch from one to the next


def draw(canvas: Canvas, count: int) -> None:
    """Draw `count` threads."""
    chance = canvas.stream("threads")
    course = chance.pick((_fall, _rise, _flow, _climb))
    course(canvas, _tones(canvas, count, chance), canvas.u * min(1.12, 10.5 / count), chance)


def _fall(canvas: Canvas, tones: list[str], pitch: float, chance: Stream) -> None:
    tightest = canvas.u * chance.between(1.3, 2.2)
    widest = tightest + pitch * (len(tones) - 1)
    turn = canvas.horizon - widest + pitch * (len(tones) // 2)
    _bends(canvas, tones, pitch, chance, (tightest, turn, 1))


def _rise(canvas: Canvas, tones: list[str], pitch: float, chance: Stream) -> None:
    tightest = canvas.u * chance.between(1.3, 2.2)
    widest = tightest + pitch * (len(tones) - 1)
    turn = canvas.horizon * chance.between(0.30, 0.46) + widest
    _bends(canvas, tones, pitch, chance, (tightest, turn, -1))


def _bends(
    canvas: Canvas,
    tones: list[str],
    pitch: float,
    chance: Stream,
    shape: tuple[float, float, int],
) -> None:
    """Threads from above (way 1) or below (-1) that turn to the right round one centre."""
    u = canvas.u
    tightest, turn, way = shape
    edge = -u if way > 0 else canvas.height + u
    widest = tightest + pitch * (len(tones) - 1)
    spread = max(
        0.0, chance.between(0.40, 0.66) * (canvas.focus - widest - max(canvas.quiet, u * 2))
    )
    ease, step = chance.between(1.2, 1.7), chance.pick((3, 4))
    for index, tone in enumerate(tones):
        share = index / (len(tones) - 1)
        radius = tightest + pitch * index
        bend = canvas.focus - radius
        start = bend - spread * share**ease
        straight = turn - way * u * (4.8 + 4.4 * share * chance.between(0.85, 1.1))
        begin = edge + way * (u + abs(edge - straight) * chance.between(0.1, 0.5))
        headed = index % step == 1 and abs(edge - straight) > u * 5
        if headed:
            canvas.world.disc(start, begin, _width(canvas, tone, pitch) * 0.95, tone)
        else:
            begin = edge
        if (straight - begin) * way < 0:
            straight = begin
        middle = number((straight + turn) / 2)
        canvas.world.stroke(
            f"M{number(start)} {number(begin)}V{number(straight)}"
            f"C{number(start)} {middle} {number(bend)} {middle} {number(bend)} {number(turn)}"
            f"A{number(radius)} {number(radius)} 0 0 {int(way < 0)} "
            f"{number(canvas.focus)} {number(turn + way * radius)}H{number(canvas.width + u)}",
            tone,
            _width(canvas, tone, pitch),
            counted=True,
        )


def _flow(canvas: Canvas, tones: list[str], pitch: float, chance: Stream) -> None:
    """From the whole height on the left into one band along the horizon."""
    u, count = canvas.u, len(tones)
    top, foot = (
        canvas.height * chance.between(0.08, 0.2),
        canvas.height * chance.between(0.84, 0.95),
    )
    meet = canvas.focus + u * (chance.between(-1, 4) + (3 if canvas.wide else 0))
    start, step = canvas.quiet + u * 6, chance.pick((2, 3))
    for index, tone in enumerate(tones):
        y = top + (foot - top) * index / (count - 1)
        level = canvas.horizon + (index - (count - 1) / 2) * pitch
        begin = canvas.quiet + u * chance.between(1.6, 5)
        headed = canvas.wide or index % step == 0
        if headed:
            canvas.world.disc(begin, y, _width(canvas, tone, pitch) * 0.95, tone)
        else:
            begin = -u
        canvas.world.stroke(
            f"M{number(begin)} {number(y)}H{number(start)}"
            f"C{number(start + (meet - start) * 0.55)} {number(y)} "
            f"{number(start + (meet - start) * 0.45)} {number(level)} "
            f"{number(meet)} {number(level)}H{number(canvas.width + u)}",
            tone,
            _width(canvas, tone, pitch),
            counted=True,
        )


def _climb(canvas: Canvas, tones: list[str], pitch: float, chance: Stream) -> None:
    """From the whole width below into one band that leaves above."""
    u, count = canvas.u, len(tones)
    left, right = canvas.quiet + u * chance.between(1.5, 3), canvas.width - u * 1.5
    meet = canvas.horizon * chance.between(0.34, 0.6)
    start, step = canvas.height - u * 4.4, chance.pick((2, 3))
    for index, tone in enumerate(tones):
        x = left + (right - left) * index / (count - 1)
        level = canvas.focus + (index - (count - 1) / 2) * pitch
        begin = canvas.height - u * chance.between(1.5, 3.6)
        headed = index % step == 0
        if headed:
            canvas.world.disc(x, begin, _width(canvas, tone, pitch) * 0.95, tone)
        else:
            begin = canvas.height + u
        canvas.world.stroke(
            f"M{number(x)} {number(begin)}V{number(start)}"
            f"C{number(x)} {number(start + (meet - start) * 0.6)} "
            f"{number(level)} {number(start + (meet - start) * 0.4)} "
            f"{number(level)} {number(meet)}V{number(-u)}",
            tone,
            _width(canvas, tone, pitch),
            counted=True,
        )


def _width(canvas: Canvas, tone: str, pitch: float) -> float:
    """The gold thread is finer: as wide as its share of the picture allows."""
    if tone != canvas.tones.gold:
        return pitch * _THREAD
    longest = canvas.width * 0.6 + canvas.height
    return min(pitch * _THREAD, _GOLD_SHARE * canvas.width * canvas.height / longest)


def _tones(canvas: Canvas, count: int, chance: Stream) -> list[str]:
    tones = canvas.tones
    order = [tones.near, tones.middle, tones.far, tones.near, tones.middle, tones.near, tones.far]
    shift = chance.whole(0, len(order) - 1)
    chosen = [order[(index + shift) % len(order)] for index in range(count)]
    # The gold one is among the inner threads: they are short, and gold has little to spend.
    chosen[min(count - 1, 1 + int(count * chance.between(0.15, 0.45)))] = tones.gold
    return chosen


MOTIF = Motif(title="线", countable=Countable("条线", 4, 15, 9, sway=2), draw=draw)
