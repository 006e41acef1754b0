"""Reading a drawn cover back: its shapes, outlines and areas, from nothing but the SVG text."""

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from showcase.covers import KEYS, MOTIFS, RATIOS, CoverSpec, Ratio, Scheme, draw

Point = tuple[float, float]
Outline = list[Point]

SVG = "{http://www.w3.org/2000/svg}"
COLOURS = ("#A6192E", "#B0561A", "#86571C", "#3F6B45", "#17606B", "#1D4E7A", "#7A2F58", "#777777")
RATIO_NAMES: tuple[Ratio, ...] = ("3x4", "16x9", "1x1", "1x2", "9x16")
_COMMAND = re.compile(r"([MLHVhvCSQAaZz])([^MLHVhvCSQAaZz]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_STEPS = 12


@dataclass(frozen=True)
class Shape:
    """One drawn element."""

    element: ET.Element

    @property
    def tag(self) -> str:
        return self.element.tag.removeprefix(SVG)

    @property
    def filled(self) -> bool:
        return self.tone == self.element.get("fill")

    @property
    def tone(self) -> str:
        fill = self.element.get("fill", "none")
        return self.element.get("stroke", "none") if fill == "none" else fill

    @property
    def counted(self) -> bool:
        return self.element.get("class") == "n"

    def value(self, name: str) -> float:
        return float(self.element.get(name, "0"))

    @cached_property
    def outlines(self) -> list[Outline]:
        if self.tag == "circle":
            x, y, r = (self.value(name) for name in ("cx", "cy", "r"))
            return [[(x + r * math.cos(a / 3), y + r * math.sin(a / 3)) for a in range(19)]]
        if self.tag == "rect":
            x, y, w, h = (self.value(name) for name in ("x", "y", "width", "height"))
            return [[(x, y), (x + w, y), (x + w, y + h), (x, y + h)]]
        return flatten(self.element.get("d", ""))

    @property
    def area(self) -> float:
        if self.tag == "circle" and self.filled:
            return math.pi * self.value("r") ** 2
        if self.filled:
            return sum(abs(signed_area(outline)) for outline in self.outlines)
        return sum(length(outline) for outline in self.outlines) * self.value("stroke-width")

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        xs, ys = zip(*(point for outline in self.outlines for point in outline), strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def middle(self) -> Point:
        left, top, right, bottom = self.box
        return (left + right) / 2, (top + bottom) / 2

    def holds(self, point: Point) -> bool:
        return self.filled and any(inside(point, outline) for outline in self.outlines)


@dataclass(frozen=True)
class Picture:
    """One cover, drawn and read back."""

    spec: CoverSpec
    ratio: Ratio
    scheme: Scheme
    text: str

    @cached_property
    def root(self) -> ET.Element:
        return ET.fromstring(self.text)

    @cached_property
    def shapes(self) -> list[Shape]:
        clips = {e for clip in self.root.iter(f"{SVG}clipPath") for e in clip}
        kinds = {f"{SVG}{tag}" for tag in ("rect", "circle", "path")}
        return [Shape(e) for e in self.root.iter() if e.tag in kinds and e not in clips]

    @property
    def counted(self) -> list[Shape]:
        return [shape for shape in self.shapes if shape.counted]

    @property
    def mirrored(self) -> bool:
        return self.root.find(f".//{SVG}use") is not None

    @property
    def size(self) -> tuple[int, int]:
        return RATIOS[self.ratio]

    @property
    def u(self) -> float:
        width, height = self.size
        return height / 20 if width > height * 1.4 else min(width, height) / 24

    def tone_under(self, index: int, point: Point) -> str:
        """What lies at `point` just before shape `index` is drawn."""
        return next(s.tone for s in reversed(self.shapes[:index]) if s.holds(point))


def picture(spec: CoverSpec, ratio: Ratio, scheme: Scheme = "light") -> Picture:
    return Picture(spec, ratio, scheme, draw(spec, ratio, scheme))


def specs(motif: str, seeds: int = 3, rhyme: int | None = None) -> Iterator[CoverSpec]:
    """Covers of one motif: several seeds in every key, with ever other colours."""
    for seed in range(seeds):
        for turn, key in enumerate(KEYS):
            colour = COLOURS[(seed * 3 + turn) % len(COLOURS)]
            yield CoverSpec(f"{motif}-{seed}", motif, colour, key, rhyme)


def every_picture(seeds: int = 2) -> Iterator[Picture]:
    """Every motif in every ratio, scheme and key."""
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for motif in MOTIFS:
        for spec in specs(motif, seeds):
            for ratio in RATIO_NAMES:
                for scheme in schemes:
                    yield picture(spec, ratio, scheme)


def signed_area(outline: Outline) -> float:
    pairs = zip(outline, outline[1:] + outline[:1], strict=True)
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs) / 2


def length(outline: Outline) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(outline))


def inside(point: Point, outline: Outline) -> bool:
    x, y = point
    hit = False
    for (ax, ay), (bx, by) in zip(outline, outline[1:] + outline[:1], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            hit = not hit
    return hit


def straight_figures(data: str) -> list[Outline]:
    """The closed figures of a path that have straight sides only, as their corners."""
    figures = re.findall(r"M[^M]*[Zz]", data)
    return [flatten(figure)[0] for figure in figures if not re.search(r"[CSQAa]", figure)]


def flatten(data: str) -> list[Outline]:
    """Path data as rows of points; curves in short straight pieces."""
    outlines: list[Outline] = []
    bend: Point = (0.0, 0.0)
    for command, rest in _COMMAND.findall(data):
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        if command == "M":
            outlines.append([(numbers[0], numbers[1])])
            continue
        line = outlines[-1]
        x, y = line[-1]
        if command == "L":
            line.append((numbers[0], numbers[1]))
        elif command in "Hh":
            line.append((numbers[0] + (x if command == "h" else 0), y))
        elif command in "Vv":
            line.append((x, numbers[0] + (y if command == "v" else 0)))
        elif command == "C":
            for at in range(0, len(numbers), 6):
                bend = _cubic(line, *numbers[at : at + 6])
        elif command == "S":
            for at in range(0, len(numbers), 4):
                x, y = line[-1]
                bend = _cubic(line, 2 * x - bend[0], 2 * y - bend[1], *numbers[at : at + 4])
        elif command == "Q":
            bx, by, ex, ey = numbers
            _cubic(line, x + (bx - x) * 2 / 3, y + (by - y) * 2 / 3,
                   ex + (bx - ex) * 2 / 3, ey + (by - ey) * 2 / 3, ex, ey)  # fmt: skip
        elif command in "Aa":
            rx, ry, _, large, sweep, ex, ey = numbers
            shift = (x, y) if command == "a" else (0.0, 0.0)
            _arc(line, rx, ry, large != sweep, bool(sweep), (ex + shift[0], ey + shift[1]))
    return outlines


def _cubic(
    line: Outline, ax: float, ay: float, bx: float, by: float, ex: float, ey: float
) -> Point:
    x, y = line[-1]
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        r = 1 - t
        line.append(
            (
                r**3 * x + 3 * r * r * t * ax + 3 * r * t * t * bx + t**3 * ex,
                r**3 * y + 3 * r * r * t * ay + 3 * r * t * t * by + t**3 * ey,
            )
        )
    return bx, by


def _arc(line: Outline, rx: float, ry: float, positive: bool, clockwise: bool, end: Point) -> None:
    """An upright elliptic arc, after the SVG specification, appendix B.2.4."""
    x, y = line[-1]
    half_x, half_y = (x - end[0]) / 2 / rx, (y - end[1]) / 2 / ry
    reach = min(1.0, math.hypot(half_x, half_y))
    rest = math.sqrt(max(0.0, 1 / reach**2 - 1)) * (1 if positive else -1)
    centre_x, centre_y = rest * half_y, -rest * half_x
    begin = math.atan2(half_y - centre_y, half_x - centre_x)
    finish = math.atan2(-half_y - centre_y, -half_x - centre_x)
    turn = (finish - begin) % math.tau if clockwise else -((begin - finish) % math.tau)
    middle = (centre_x * rx + (x + end[0]) / 2, centre_y * ry + (y + end[1]) / 2)
    for step in range(1, _STEPS + 1):
        angle = begin + turn * step / _STEPS
        line.append((middle[0] + rx * math.cos(angle), middle[1] + ry * math.sin(angle)))
