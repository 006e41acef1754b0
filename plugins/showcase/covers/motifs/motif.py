"""What a motif is: a way of drawing, its Chinese name, and what in it can be counted."""

from collections.abc import Callable
from dataclasses import dataclass

from showcase.covers.canvas import Canvas
from showcase.covers.seed import Stream


@dataclass(frozen=True)
class Countable:
    """What of a motif may rhyme with an exact figure, and how many of it still look well.

    `words` follow the figure in a caption: 画中9 + 条线.  Without a rhyme there are `usual` of
    them, give or take `sway`, so that two covers of one motif differ.
    """

    words: str
    least: int
    most: int
    usual: int
    sway: int = 0

    def allows(self, figure: int) -> bool:
        """Whether the motif can show exactly this many."""
        return self.least <= figure <= self.most

    def by_chance(self, chance: Stream) -> int:
        """How many to draw when nothing is to rhyme."""
        return chance.whole(self.usual - self.sway, self.usual + self.sway)


@dataclass(frozen=True)
class Motif:
    """One kind of picture.  `draw` gets the canvas and how many countable things to draw."""

    title: str
    countable: Countable
    draw: Callable[[Canvas, int], None]
    hues: tuple[float, float] | None = None
    """Hues (degrees, from-to) that the thing has in nature; None where any hue will do."""
