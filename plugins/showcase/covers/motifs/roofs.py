"""屋: lanes of houses with tiled roofs and stepped gables, row below row; some windows are lit."""

from dataclasses import dataclass

from showcase.covers.canvas import Canvas
from showcase.covers.motifs.motif import Countable, Motif
from showcase.covers.pen import Box, Point, boxes, polygon
from showcase.covers.seed import Stream

_GABLE_SHARE = 0.36


@dataclass(frozen=True)
class _Row:
    """One lane: where its eaves run and how large its houses are."""

    eaves: float
    size: float
    foot: float


def draw(canvas: Canvas, count: int) -> None:
    """Draw the quarter with `count` lit windows."""
    chance = canvas.stream("houses")
    windows: list[Box] = []
    for index, row in enumerate(_rows(canvas)):
        windows += _lane(canvas, row, index, chance)
    lit = _lit(canvas, windows, count)
    dark = [window for index, window in enumerate(windows) if index not in lit]
    canvas.world.fill(boxes(dark), canvas.tones.dark)
    for index in sorted(lit):
        canvas.world.box(windows[index], canvas.tones.gold, counted=True)


def _rows(canvas: Canvas) -> list[_Row]:
    """Lanes that grow toward the reader; one of them stands on the horizon."""
    u, chance = canvas.u, canvas.stream("lanes")
    above: list[_Row] = []
    foot, size = canvas.horizon, u * chance.between(1.5, 2.0)
    crest = canvas.horizon * chance.between(0.42, 0.66)
    while foot > crest and size > u * 0.9:
        above.append(_Row(foot - size * 1.15, size, foot))
        foot -= size * 1.95
        size *= 0.90
    rows = above[::-1]
    foot, size = canvas.horizon, u * chance.between(1.8, 2.3)
    while foot < canvas.height:
        eaves = foot + size * 1.0
        foot = eaves + size * 1.2
        rows.append(_Row(eaves, size, foot))
        size *= 1.14
    return rows


def _lane(canvas: Canvas, row: _Row, index: int, chance: Stream) -> list[Box]:
    tones, size = canvas.tones, row.size
    pale = tones.sky if tones.key == "day" else tones.near
    walls = (tones.middle, pale, tones.far)
    x, house = -size * chance.between(0, 2), index
    windows: list[Box] = []
    # The wall goes on below the next roofs, so that no ground shows between two lanes.
    depth = row.foot - row.eaves + size * 1.4
    if abs(row.foot - canvas.horizon) < 1:
        depth = row.foot - row.eaves
    while x < canvas.width:
        width = size * chance.between(1.7, 2.7)
        wall = walls[house % 3]
        canvas.world.box((x, row.eaves, width, depth), wall)
        if chance.chance(_GABLE_SHARE):
            _gable(canvas, row, x, width, wall)
        else:
            _tiled(canvas, row, x, width)
        windows += _windows(row, x, width)
        x += width
        house += chance.whole(1, 2)
    return windows


def _tiled(canvas: Canvas, row: _Row, x: float, width: float) -> None:
    """A roof seen along its eaves: a low slope with ends that rise a little."""
    rise, over = row.size * 0.62, row.size * 0.16
    top = row.eaves - rise
    points: list[Point] = [
        (x - over, row.eaves),
        (x + width * 0.16, top),
        (x + width * 0.84, top),
        (x + width + over, row.eaves),
    ]
    canvas.world.fill(polygon(points), canvas.tones.dark)


def _gable(canvas: Canvas, row: _Row, x: float, width: float, wall: str) -> None:
    """A stepped gable (马头墙): wall in three steps, each under a cap of tiles."""
    size = row.size
    cap, step = size * 0.13, size * 0.27
    left, caps = x, []
    for share, lift in ((0.26, 1), (0.48, 2), (0.26, 1)):
        part = width * share
        top = row.eaves - step * lift
        canvas.world.box((left, top, part + 0.5, row.eaves - top + 1), wall)
        caps.append((left - size * 0.07, top - cap, part + size * 0.14, cap))
        left += part
    canvas.world.fill(boxes(caps), canvas.tones.dark)


def _windows(row: _Row, x: float, width: float) -> list[Box]:
    size = row.size
    count = max(1, int((width - size * 0.3) / (size * 0.62)))
    step = width / count
    return [
        (x + (at + 0.5) * step - size * 0.12, row.eaves + size * 0.34, size * 0.24, size * 0.38)
        for at in range(count)
    ]


def _lit(canvas: Canvas, windows: list[Box], count: int) -> set[int]:
    """Which windows are lit: all of them whole within the picture, none beside another."""
    chance = canvas.stream("lit")
    u = canvas.u
    seen = [
        index
        for index, (x, y, width, height) in enumerate(windows)
        if max(u, canvas.quiet) < x < canvas.width - width - u and y + height < canvas.height - u
    ]
    lit: set[int] = set()
    stride = len(seen) / count
    for turn in range(count):
        lit.add(seen[int(turn * stride + chance.unit() * (stride - 1))])
    return lit


MOTIF = Motif(title="屋", countable=Countable("扇亮着的窗", 3, 24, 9, sway=4), draw=draw)
