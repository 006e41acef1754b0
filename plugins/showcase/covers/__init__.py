"""Covers: a vector picture for every base, drawn from its id, colour and idea alone.

Pure functions: no disk, no clock, no chance, no locale; the same input gives the same bytes.
"""

from showcase.covers.choice import COLOURS, arrange, choose
from showcase.covers.colour import AccentTones, accent_tones, contrast
from showcase.covers.cover import RATIOS, CoverSpec, Ratio, caption, draw
from showcase.covers.motifs import MOTIFS, Countable, Motif
from showcase.covers.palette import KEYS, SCHEMES, Key, Palette, Scheme, make_palette

__all__ = [
    "COLOURS",
    "KEYS",
    "MOTIFS",
    "RATIOS",
    "SCHEMES",
    "AccentTones",
    "Countable",
    "CoverSpec",
    "Key",
    "Motif",
    "Palette",
    "Ratio",
    "Scheme",
    "accent_tones",
    "arrange",
    "caption",
    "choose",
    "contrast",
    "draw",
    "make_palette",
]
