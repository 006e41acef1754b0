"""The six colours of a cover: five tones of one hue, and gold.

Every motif draws with these and nothing else, so the rule "five tones and gold" holds by
construction.  Tones differ by lightness; a cover printed in grey keeps its form.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from showcase.covers.colour import clamp_chroma, from_hex, to_hex

Key = Literal["day", "dusk", "night"]
Scheme = Literal["light", "dark"]

KEYS: tuple[Key, ...] = ("day", "dusk", "night")
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

_SAND_HUE = 72.0
_WARM_REACH = 75.0
_ROSE_REACH = 110.0
_GOLD_HUE = 85.0
_Recipe = tuple[float, float, float]  # lightness, share of the chroma, way toward sand

# Dusk and night hold their ground in the dark scheme, but lights that please on paper glare on
# black, hence a second set.  Day has no dark recipe: a pale panel there is a lamp, so it is night.
_RECIPES: dict[tuple[Key, Scheme], dict[str, _Recipe]] = {
    ("day", "light"): {
        "sky": (0.905, 0.24, 0.90),
        "water": (0.85, 0.34, 0.92),
        "far": (0.76, 0.50, 0.80),
        "middle": (0.56, 0.90, 0.30),
        "near": (0.29, 0.50, 0.00),
    },
    ("dusk", "light"): {
        "sky": (0.47, 1.00, 0.00),
        "water": (0.27, 0.50, 0.00),
        "far": (0.62, 0.80, 0.40),
        "middle": (0.78, 0.50, 0.80),
        "near": (0.94, 0.16, 0.95),
    },
    ("dusk", "dark"): {
        "sky": (0.44, 1.00, 0.00),
        "water": (0.25, 0.50, 0.00),
        "far": (0.57, 0.80, 0.40),
        "middle": (0.71, 0.50, 0.80),
        "near": (0.86, 0.18, 0.95),
    },
    ("night", "light"): {
        "sky": (0.27, 0.50, 0.00),
        "water": (0.205, 0.32, 0.00),
        "far": (0.46, 1.00, 0.00),
        "middle": (0.69, 0.64, 0.65),
        "near": (0.90, 0.26, 0.95),
    },
    ("night", "dark"): {
        "sky": (0.27, 0.50, 0.00),
        "water": (0.205, 0.32, 0.00),
        "far": (0.44, 1.00, 0.00),
        "middle": (0.63, 0.64, 0.65),
        "near": (0.82, 0.28, 0.95),
    },
}
_GOLD: dict[Scheme, tuple[float, float]] = {"light": (0.80, 0.115), "dark": (0.75, 0.105)}


@dataclass(frozen=True)
class Palette:
    """Hex colours named by their place in the picture, from the sky to what is nearest."""

    key: Key
    sky: str
    water: str
    far: str
    middle: str
    near: str
    gold: str

    @property
    def dark(self) -> str:
        """The darkest tone: marks on a pale thing."""
        return self.near if self.key == "day" else self.water

    @property
    def light(self) -> str:
        """The lightest tone: marks on a dark thing."""
        return self.sky if self.key == "day" else self.near

    @property
    def tones(self) -> tuple[str, ...]:
        """The five tones without gold."""
        return (self.sky, self.water, self.far, self.middle, self.near)


def shown_key(key: Key, scheme: Scheme) -> Key:
    """The key that is really drawn: day becomes night in the dark scheme."""
    return "night" if key == "day" and scheme == "dark" else key


@lru_cache(maxsize=512)
def make_palette(colour: str, key: Key, scheme: Scheme) -> Palette:
    """The palette of an accent colour (`#rrggbb`, else ValueError) in one key and scheme."""
    _, chroma, hue = from_hex(colour)
    chroma = clamp_chroma(chroma)
    key = shown_key(key, scheme)
    tones = {
        name: to_hex(lightness, chroma * share, _toward_sand(hue, way))
        for name, (lightness, share, way) in _RECIPES[key, scheme].items()
    }
    gold_lightness, gold_chroma = _GOLD[scheme]
    return Palette(key=key, gold=to_hex(gold_lightness, gold_chroma, _GOLD_HUE), **tones)


def _toward_sand(hue: float, way: float) -> float:
    """Turn a warm hue toward sand: lightened reds would otherwise become salmon and flesh.

    Beyond red, toward purple, the turn fades out, so that roses do not go pink at one stroke.
    """
    distance = (_SAND_HUE - hue + 180) % 360 - 180
    if abs(distance) < _WARM_REACH:
        return hue + distance * way
    if 0 < distance < _ROSE_REACH:
        return hue + distance * way * (_ROSE_REACH - distance) / (_ROSE_REACH - _WARM_REACH)
    return hue
