"""The drawing surface of a cover: its measures, layers, horizon and water, and the SVG text."""

from showcase.covers.palette import Palette
from showcase.covers.pen import Box, boxes, number
from showcase.covers.seed import Stream

HORIZON = 0.62
"""Share of the height above the horizon, in every ratio, so that covers edge to edge join."""

_THINNEST = 0.05
_COUNTED = ' class="n"'


class Layer:
    """One sheet of shapes, drawn in the order in which they are put down."""

    def __init__(self, u: float) -> None:
        self._thinnest = u * _THINNEST
        self._shapes: list[str] = []

    def disc(self, x: float, y: float, r: float, tone: str, *, counted: bool = False) -> None:
        """A filled circle.  `counted` marks a shape that the rhyme counts, here and below."""
        mark = _COUNTED if counted else ""
        self._shapes.append(
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}" fill="{tone}"{mark}/>'
        )

    def box(self, box: Box, tone: str, *, counted: bool = False) -> None:
        """A filled upright rectangle."""
        x, y, width, height = box
        mark = _COUNTED if counted else ""
        self._shapes.append(
            f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}"'
            f' height="{number(height)}" fill="{tone}"{mark}/>'
        )

    def fill(self, data: str, tone: str, *, counted: bool = False) -> None:
        """A filled path; nothing for empty data."""
        if data:
            mark = _COUNTED if counted else ""
            self._shapes.append(f'<path d="{data}" fill="{tone}"{mark}/>')

    def stroke(
        self, data: str, tone: str, width: float, *, round_ends: bool = False, counted: bool = False
    ) -> None:
        """A stroked path, never thinner than the thinnest line; nothing for empty data."""
        if data:
            mark = _COUNTED if counted else ""
            ends = ' stroke-linecap="round"' if round_ends else ""
            self._shapes.append(
                f'<path d="{data}" fill="none" stroke="{tone}"'
                f' stroke-width="{number(max(width, self._thinnest))}"{ends}{mark}/>'
            )

    def ring(self, x: float, y: float, r: float, tone: str, width: float) -> None:
        """The outline of a circle."""
        self._shapes.append(
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}" fill="none"'
            f' stroke="{tone}" stroke-width="{number(max(width, self._thinnest))}"/>'
        )

    def text(self) -> str:
        """All shapes as SVG."""
        return "".join(self._shapes)


class Canvas:
    """Where a motif draws.

    `u` is the module of all widths and gaps.  Shapes on `world` stand above the horizon and, with
    `mirrored`, are seen again in the water; `field` lies behind them, `front` before everything.
    """

    def __init__(self, seed: str, width: int, height: int, tones: Palette) -> None:
        self.width, self.height, self.tones = float(width), float(height), tones
        self.wide = width > height * 1.4
        self.u = height / 20 if self.wide else min(width, height) / 24
        self.horizon = height * HORIZON
        self.mirrored = False
        self.field, self.world, self.front = (Layer(self.u) for _ in range(3))
        self._seed = seed
        # A wide cover keeps its left quiet: the words of a share card stand there.
        lean = self.stream("focus").unit()
        self.focus = self.width * ((0.68 + 0.04 * lean) if self.wide else (0.60 + 0.06 * lean))
        self.quiet = self.width * 0.40 if self.wide else 0.0

    def stream(self, part: str) -> Stream:
        """The numbers of chance for one part of the drawing; the same in every ratio."""
        return Stream(self._seed, part)

    def radius_of(self, share: float) -> float:
        """The radius of a disc that covers `share` of the picture; how gold is kept in bounds."""
        return float((self.width * self.height * share / 3.14159) ** 0.5)

    def svg(self) -> str:
        """The finished drawing."""
        width, height, horizon = number(self.width), number(self.height), number(self.horizon)
        below = number(self.height - self.horizon)
        ground = (
            f'<rect width="{width}" height="{height}" fill="{self.tones.sky}"/>'
            f'<rect y="{horizon}" width="{width}" height="{below}" fill="{self.tones.water}"/>'
        )
        body = self._mirrored_world() if self.mirrored else self.world.text()
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
            f' width="{width}" height="{height}">'
            f"{ground}{self.field.text()}{body}{self.front.text()}</svg>\n"
        )

    def _mirrored_world(self) -> str:
        width, horizon = number(self.width), number(self.horizon)
        return (
            f'<defs><clipPath id="a"><rect width="{width}" height="{horizon}"/></clipPath>'
            f'<clipPath id="b"><path d="{boxes(self._slats())}"/></clipPath>'
            f'<g id="w">{self.world.text()}</g></defs>'
            '<g clip-path="url(#a)"><use href="#w"/></g>'
            '<g clip-path="url(#b)"><use href="#w"'
            f' transform="matrix(1 0 0 -1 0 {number(2 * self.horizon)})"/></g>'
        )

    def _slats(self) -> list[Box]:
        """What of the reflection is seen: thinner and farther apart toward the reader."""
        slats = []
        y = self.horizon + self.u * 0.12
        while y < self.height:
            depth = (y - self.horizon) / (self.height - self.horizon)
            thickness = self.u * (0.62 - 0.34 * depth)
            slats.append((0.0, y, self.width, thickness))
            y += thickness + self.u * (0.12 + 0.62 * depth)
        return slats
