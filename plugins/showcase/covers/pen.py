"""Path data: the `d` of a path element, made from plain coordinates, one decimal each."""

import math
from collections.abc import Iterable, Sequence

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # x, y, width, height


def number(value: float) -> str:
    """A coordinate as text: one decimal at most, never `-0`."""
    return f"{round(value, 1) + 0.0:g}"


def line(points: Iterable[Point]) -> str:
    """Straight strokes from point to point, left open."""
    return "M" + "L".join([f"{number(x)} {number(y)}" for x, y in points])


def polygon(points: Iterable[Point]) -> str:
    """Straight strokes from point to point, closed."""
    return line(points) + "Z"


def boxes(items: Iterable[Box]) -> str:
    """Many upright rectangles in one path."""
    return "".join(
        [
            f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h{number(-width)}z"
            for x, y, width, height in items
        ]
    )


def specks(points: Iterable[Point]) -> str:
    """Points without length, for a stroke with round ends: many equal dots in one path."""
    return "".join([f"M{number(x)} {number(y)}h0" for x, y in points])


def smooth(points: Sequence[Point]) -> str:
    """A soft curve through points that lie at equal steps, left open."""
    last = len(points) - 1
    pieces = []
    for index in range(1, last + 1):
        x, y = points[index]
        after_x, after_y = points[min(index + 1, last)]
        before_x, before_y = points[index - 1]
        bend_x, bend_y = x - (after_x - before_x) / 6, y - (after_y - before_y) / 6
        pieces.append(f"{number(bend_x)} {number(bend_y)} {number(x)} {number(y)}")
    first_x, first_y = points[0]
    start = f"{number(first_x)} {number(first_y)}"
    return f"M{start}C{start} " + "S".join(pieces)


def arc(centre: Point, radius: float, start: float, sweep: float) -> str:
    """Part of a circle; angles in degrees, clockwise from the right, sweep below 360."""
    begin, end = math.radians(start), math.radians(start + sweep)
    x, y = centre
    return (
        f"M{number(x + radius * math.cos(begin))} {number(y + radius * math.sin(begin))}"
        f"A{number(radius)} {number(radius)} 0 {int(sweep > 180)} 1 "
        f"{number(x + radius * math.cos(end))} {number(y + radius * math.sin(end))}"
    )


def turned(points: Iterable[Point], origin: Point, angle: float, size: float) -> list[Point]:
    """Points of a figure drawn around zero: scaled, turned by `angle` (radians), moved."""
    across, down = size * math.cos(angle), size * math.sin(angle)
    left, top = origin
    return [(left + across * x - down * y, top + down * x + across * y) for x, y in points]
