"""Colour arithmetic: sRGB hex to OKLCH and back, contrast, and the text tones of an accent.

OKLCH is used because its lightness is perceptual: a scale of equal lightness steps stays
readable in any hue, and in greyscale.  Lightness runs 0-1, chroma 0-about .3, hue in degrees.
"""

import math
import re
from dataclasses import dataclass
from typing import NamedTuple

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_GAMUT_SLACK = 0.0001
_GAMUT_STEPS = 12

# Chroma outside this range looks either dead or loud at the size of a cover.
LEAST_CHROMA, MOST_CHROMA = 0.055, 0.135


class Oklch(NamedTuple):
    """A colour as lightness, chroma and hue (degrees)."""

    lightness: float
    chroma: float
    hue: float


@dataclass(frozen=True)
class AccentTones:
    """The two text colours made from one accent: for the light and for the dark scheme."""

    light: str
    dark: str


def is_hex(text: str) -> bool:
    """Whether `text` is a colour written as `#rrggbb`."""
    return _HEX.fullmatch(text) is not None


def from_hex(text: str) -> Oklch:
    """Read `#rrggbb`.  Raises ValueError for any other spelling."""
    red, green, blue = _linear_channels(text)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    green_red = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    blue_yellow = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    hue = math.degrees(math.atan2(blue_yellow, green_red)) % 360
    return Oklch(lightness, math.hypot(green_red, blue_yellow), hue)


def to_hex(lightness: float, chroma: float, hue: float) -> str:
    """The nearest sRGB colour as `#rrggbb`; what does not fit loses chroma, nothing else."""
    channels = _linear_srgb(lightness, chroma, hue)
    if not _in_gamut(channels):
        inside, outside = 0.0, chroma
        for _ in range(_GAMUT_STEPS):
            middle = (inside + outside) / 2
            if _in_gamut(_linear_srgb(lightness, middle, hue)):
                inside = middle
            else:
                outside = middle
        channels = _linear_srgb(lightness, inside, hue)
    return "#" + "".join(f"{_byte(channel):02x}" for channel in channels)


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio of two hex colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def accent_tones(colour: str) -> AccentTones:
    """Text tones of an accent that pass 4.5:1 on our paper in both schemes, whatever the hue.

    Only the hue and, within limits, the chroma of `colour` survive: lightness is ours.
    Raises ValueError when `colour` is not `#rrggbb`.
    """
    _, chroma, hue = from_hex(colour)
    chroma = clamp_chroma(chroma)
    return AccentTones(
        light=to_hex(0.47, chroma, hue),
        dark=to_hex(0.78, min(chroma * 0.7, 0.09), hue),
    )


def clamp_chroma(chroma: float) -> float:
    """Chroma held within what covers and accents may use."""
    return max(LEAST_CHROMA, min(MOST_CHROMA, chroma))


def _linear_channels(text: str) -> tuple[float, float, float]:
    if not is_hex(text):
        raise ValueError(f"not a colour of the form #rrggbb: {text!r}")
    red, green, blue = (_expand(int(text[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def _luminance(text: str) -> float:
    red, green, blue = _linear_channels(text)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _expand(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _byte(channel: float) -> int:
    channel = min(1.0, max(0.0, channel))
    encoded = 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055
    return round(255 * encoded)


def _in_gamut(channels: tuple[float, float, float]) -> bool:
    return all(-_GAMUT_SLACK <= channel <= 1 + _GAMUT_SLACK for channel in channels)


def _linear_srgb(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    green_red = chroma * math.cos(math.radians(hue))
    blue_yellow = chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * green_red + 0.2158037573 * blue_yellow) ** 3
    medium = (lightness - 0.1055613458 * green_red - 0.0638541728 * blue_yellow) ** 3
    short = (lightness - 0.0894841775 * green_red - 1.2914855480 * blue_yellow) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
