"""Setting names: from phrases to lines with places. A name hangs from the middle of its first line, as edges meet it there."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from .drawing import Box, Label, Line, Text, Words
from .lettering import em_width, wrapped

_RISE = 0.38
"""Ems from a line's middle down to its baseline: half of a Chinese character, less what hangs below."""
_HALF = 0.56
"""Ems from a line's middle to its upper or lower end, strokes that stick out included."""
_UNDER = 0.62
"""Ems from a line's middle to a line drawn under it."""
_LEADING = 1.36


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines of a name in one size, not yet placed. Widths and heights are in units."""

    size: int
    lines: tuple[str, ...]

    @property
    def width(self) -> int:
        """Of the longest line."""
        return max(map(self._width, self.lines))

    @property
    def first_width(self) -> int:
        """Of the first line, where an edge goes on."""
        return self._width(self.lines[0])

    @property
    def above(self) -> int:
        """From the middle of the first line to the top."""
        return ceil(self.size * _HALF)

    @property
    def below(self) -> int:
        """From the middle of the first line to the bottom."""
        return self.above + self.further

    @property
    def further(self) -> int:
        """From the middle of the first line to that of the last."""
        return self._leading * (len(self.lines) - 1)

    @property
    def _leading(self) -> int:
        return ceil(self.size * _LEADING)

    def _width(self, line: str) -> int:
        return ceil(em_width(line) * self.size)

    def placed(self, x: int, middle: int) -> Words:
        """With the left end at `x` and the middle of the first line at `middle`."""
        base = middle + round(self.size * _RISE)
        first, *rest = (
            Text(x, base + self._leading * place, line) for place, line in enumerate(self.lines)
        )
        return Words(first.x, first.y, first.text, tuple(rest))

    def labelled(self, x: int, middle: int) -> Label:
        """The same, with its size told."""
        return Label(self.size, self.placed(x, middle))

    def underlined(self, x: int, middle: int) -> tuple[Line, ...]:
        """A line below each, as wide as the letters."""
        low = middle + ceil(self.size * _UNDER)
        return tuple(
            Line(x, low + self._leading * place, x + self._width(line), low + self._leading * place)
            for place, line in enumerate(self.lines)
        )

    def area(self, x: int, middle: int, reach: int, *, beside: int = 6) -> Box:
        """The ground around the words: `reach` high for one line, `beside` wider on either side."""
        return Box(x - beside, middle - reach // 2, self.width + 2 * beside, self.further + reach)


def set_in(phrases: tuple[str, ...], size: int, width: int) -> Setting:
    """A name broken so that no line is wider than `width`."""
    return Setting(size, wrapped(phrases, width / size))
