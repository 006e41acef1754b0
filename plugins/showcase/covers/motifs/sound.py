"""声: a voice as bars that rise from the horizon and sink, broken, into the water."""

import math

from showcase.covers.canvas import Canvas
from showcase.covers.motifs.motif import Countable, Motif
from showcase.covers.pen import Box, boxes, number
from showcase.covers.seed import Stream


def draw(canvas: Canvas, count: int) -> None:
    """Draw `count` bars."""
    chance = canvas.stream("voice")
    heights = _heights(canvas, count, chance)
    loudest = heights.index(max(heights))
    pitch = canvas.width / count
    width = min(pitch * 0.56, canvas.u * 0.8)
    echoes: dict[str, list[Box]] = {}
    for index, height in enumerate(heights):
        x = (index + 0.5) * pitch
        tone = canvas.tones.gold if index == loudest else _tone(canvas, height)
        _bar(canvas, x, height, width, tone)
        echoes.setdefault(tone, []).extend(_echo(canvas, x, height, width))
    for tone, slats in echoes.items():
        canvas.world.fill(boxes(slats), tone)


def _heights(canvas: Canvas, count: int, chance: Stream) -> list[float]:
    """Syllables of a sentence, loudest at the focus; every bar at least a stub."""
    beats = [
        (chance.between(6, 11), 0.50),
        (chance.between(17, 27), 0.32),
        (chance.between(38, 52), 0.24),
    ]
    phases = [chance.between(0, math.tau) for _ in beats]
    centre = canvas.focus / canvas.width
    spread = 0.20 if canvas.wide else chance.between(0.24, 0.32)
    second, strength = centre - chance.between(0.30, 0.42), chance.between(0.15, 0.5)
    heights = []
    for index in range(count):
        at = (index + 0.5) / count
        swing = sum(
            share * abs(math.sin(at * beat + phase))
            for (beat, share), phase in zip(beats, phases, strict=True)
        )
        hush = math.exp(-(((at - centre) / spread) ** 2))
        if not canvas.wide:
            hush = max(hush, strength * math.exp(-(((at - second) / 0.12) ** 2)))
        loud = (0.18 + 0.82 * swing) * (0.06 + 0.94 * hush)
        heights.append(max(canvas.u * 0.5, loud * canvas.horizon * 0.86))
    return heights


def _tone(canvas: Canvas, height: float) -> str:
    tones = canvas.tones
    if height > canvas.horizon * 0.34:
        return tones.near
    return tones.middle if height > canvas.horizon * 0.12 else tones.far


def _bar(canvas: Canvas, x: float, height: float, width: float, tone: str) -> None:
    """A bar with a round head, flat on the horizon."""
    r = width / 2
    top = canvas.horizon - height + r
    canvas.world.fill(
        f"M{number(x - r)} {number(canvas.horizon)}V{number(top)}"
        f"A{number(r)} {number(r)} 0 0 1 {number(x + r)} {number(top)}V{number(canvas.horizon)}Z",
        tone,
        counted=True,
    )


def _echo(canvas: Canvas, x: float, height: float, width: float) -> list[Box]:
    u = canvas.u
    deepest = min(canvas.horizon + height * 0.58, canvas.height)
    slats: list[Box] = []
    y, step = canvas.horizon + u * 0.2, 0
    while y < deepest:
        slats.append((x - width / 2, y, width, u * 0.26))
        y += u * (0.5 + 0.045 * step)
        step += 1
    return slats


MOTIF = Motif(title="声", countable=Countable("道声柱", 9, 36, 27, sway=5), draw=draw)
