"""桥: one moon bridge and its reflection.

One arch only: three in a row are spectacles, and a rim round one makes an eye.  So does a dome in
the opening, or an opening that its reflection closes to a pupil: so it stands on a level landing
of the bridge's own tone, with steps on one side.  At dusk the sky may be red, and a red opening in a
pale bridge would be a red disc on a pale ground: so there the bridge is a dark silhouette.
"""

from showcase.covers.canvas import Canvas
from showcase.covers.motifs.motif import Countable, Motif
from showcase.covers.pen import Box, boxes, number
from showcase.covers.seed import Stream

_FLAT_ENDS = 26


def draw(canvas: Canvas, count: int) -> None:
    """Draw the bridge with `count` posts in its railing."""
    canvas.mirrored = True
    chance = canvas.stream("bridge")
    _moon(canvas, canvas.stream("moon"))
    _shore(canvas, canvas.stream("shore"))
    body, line = _tones(canvas)
    scale = 0.74 if canvas.wide else 1.0
    opening = canvas.u * chance.between(7.0, 8.6) * scale
    deck = opening + canvas.u * chance.between(1.9, 2.6)
    slope = chance.between(3.6, 5.0)
    canvas.world.fill(
        _deck(canvas, deck, 0, slope) + f"V{number(canvas.horizon + 1)}H{_left(canvas)}Z", body
    )
    for course in range(1, 4):
        canvas.world.stroke(
            _deck(canvas, deck, canvas.u * 0.42 * course, slope), line, canvas.u * 0.06
        )
    _opening(canvas, opening, opening * chance.between(0.72, 0.82), body, chance)
    _railing(canvas, deck, slope, count, body)


def _tones(canvas: Canvas) -> tuple[str, str]:
    tones = canvas.tones
    if tones.key == "dusk":
        return tones.water, tones.far
    return tones.middle, tones.sky


def _moon(canvas: Canvas, chance: Stream) -> None:
    x = canvas.width * (chance.between(0.44, 0.5) if canvas.wide else chance.between(0.14, 0.26))
    y = canvas.horizon * chance.between(0.16, 0.36)
    canvas.world.disc(x, y, canvas.radius_of(0.008), canvas.tones.gold)


def _shore(canvas: Canvas, chance: Stream) -> None:
    """A far bank: low bars behind the bridge, longer on one side."""
    u = canvas.u
    bank: list[Box] = []
    left = 0.0 if chance.chance(0.5) else canvas.width * 0.45
    for level in range(3):
        width = canvas.width * (0.62 - 0.17 * level)
        shift = u * chance.between(0, 3) * level
        bank.append((left + shift, canvas.horizon - u * (1.5 + 0.9 * level), width, u * 0.6))
    canvas.world.fill(boxes(bank), canvas.tones.far)


def _opening(canvas: Canvas, tall: float, half: float, tone: str, chance: Stream) -> None:
    """The arch, higher than it is wide, and across its foot a landing with steps on one side."""
    x, horizon = canvas.focus, canvas.horizon
    rx, ry = number(half), number(tall)
    canvas.world.fill(
        f"M{number(x - half)} {number(horizon + 1)}V{number(horizon)}"
        f"A{rx} {ry} 0 0 1 {number(x + half)} {number(horizon)}V{number(horizon + 1)}Z",
        canvas.tones.sky,
    )
    side = 1 if chance.chance(0.5) else -1
    rise = tall * chance.between(0.085, 0.1)
    steps: list[Box] = []
    edge = half + canvas.u * 0.2
    for level, share in enumerate((2.0, 1.1, 0.8, 0.5)):
        reach = edge * share
        left = x - edge if side > 0 else x + edge - reach
        steps.append((left, horizon - rise * (level + 2), reach, rise * (1 if level else 2) + 1))
    canvas.world.fill(boxes(steps), tone)


def _left(canvas: Canvas) -> str:
    return number(canvas.focus - canvas.u * _FLAT_ENDS)


def _deck(canvas: Canvas, rise: float, drop: float, slope: float) -> str:
    """The line of the deck from bank to bank, `drop` below its upper edge."""
    u, x, horizon = canvas.u, canvas.focus, canvas.horizon
    top, bank = number(horizon - rise + drop), number(horizon - u * 1.2 + drop)
    knee = number(horizon - u * 1.6 + drop)
    return (
        f"M{_left(canvas)} {bank}"
        f"C{number(x - u * 12)} {knee} {number(x - u * slope)} {top} {number(x)} {top}"
        f"C{number(x + u * slope)} {top} {number(x + u * 12)} {knee} "
        f"{number(x + u * _FLAT_ENDS)} {bank}"
    )


def _deck_height(canvas: Canvas, rise: float, slope: float, t: float) -> tuple[float, float]:
    """A point of the right half of the deck; `t` runs 0-1 along its curve."""
    u = canvas.u
    rest = 1 - t
    across = 3 * rest * rest * t * slope + 3 * rest * t * t * 12 + t**3 * _FLAT_ENDS
    height = (rest**3 + 3 * rest * rest * t) * rise + 3 * rest * t * t * u * 1.6 + t**3 * u * 1.2
    return across * u, canvas.horizon - height


def _railing(canvas: Canvas, rise: float, slope: float, count: int, tone: str) -> None:
    """Posts at equal steps across the hump, each standing on the deck below it."""
    u = canvas.u
    reach = min(canvas.width - canvas.focus, canvas.focus) - u * 1.2
    reach = min(reach, u * 11)
    curve = [_deck_height(canvas, rise, slope, step / 60) for step in range(61)]
    for index in range(count):
        offset = (index / (count - 1) * 2 - 1) * reach
        y = next(y for across, y in curve if across >= abs(offset))
        x = canvas.focus + offset
        canvas.world.box((x - u * 0.09, y - u * 0.8, u * 0.18, u * 1.1), tone, counted=True)


MOTIF = Motif(title="桥", countable=Countable("根栏杆", 9, 31, 21, sway=4), draw=draw)
