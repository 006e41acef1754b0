"""A cover: what is to be drawn, and the drawing of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from showcase.covers.canvas import Canvas
from showcase.covers.motifs import MOTIFS
from showcase.covers.palette import Key, Scheme, make_palette

Ratio = Literal["3x4", "16x9", "1x1", "1x2", "9x16"]

RATIOS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "3x4": (900, 1200),
        "16x9": (1600, 900),
        "1x1": (1000, 1000),
        "1x2": (480, 960),
        "9x16": (1080, 1920),
    }
)
"""Width and height of each ratio, in the units of its drawing."""


@dataclass(frozen=True)
class CoverSpec:
    """All that a cover depends on.

    `id` is the seed, `colour` an accent as `#rrggbb`; `rhyme` is an exact figure of the base that
    the picture repeats, None when there is none.
    """

    id: str
    motif: str
    colour: str
    key: Key
    rhyme: int | None = None


def draw(spec: CoverSpec, ratio: Ratio, scheme: Scheme) -> str:
    """The SVG text of a cover, recomposed for the ratio; the same bytes for the same input.

    Raises KeyError for an unknown motif or ratio, ValueError for a colour that is not `#rrggbb`.
    """
    motif = MOTIFS[spec.motif]
    canvas = Canvas(spec.id, *RATIOS[ratio], make_palette(spec.colour, spec.key, scheme))
    motif.draw(canvas, _count(spec) or motif.countable.by_chance(canvas.stream("count")))
    return canvas.svg()


def caption(spec: CoverSpec) -> str:
    """What the picture counts, for its caption or alt text (画中9条线); empty without a rhyme."""
    count = _count(spec)
    return f"画中{count}{MOTIFS[spec.motif].countable.words}" if count else ""


def _count(spec: CoverSpec) -> int | None:
    """The rhyme, if the motif can show it."""
    if spec.rhyme is not None and MOTIFS[spec.motif].countable.allows(spec.rhyme):
        return spec.rhyme
    return None
