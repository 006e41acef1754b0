"""Photographs beside a base's file: measured, and published upright, capped, in sRGB, and without metadata.

A picture is never copied: its file is taken apart, what draws it is decoded, and a new file is written of the pixels.
"""

from .bare import MOST_PIXELS
from .cleaning import cleaned
from .formats import ENDINGS
from .intake import LONGEST_KEPT, Copy, alike, working_copy
from .naming import safe_name
from .opening import LARGEST, Picture, opened
from .publishing import LONGEST, MOST_UNLISTED, QUALITY, hindrance, located, measure, publish

__all__ = [
    "ENDINGS",
    "LARGEST",
    "LONGEST",
    "LONGEST_KEPT",
    "MOST_PIXELS",
    "MOST_UNLISTED",
    "QUALITY",
    "Copy",
    "Picture",
    "alike",
    "cleaned",
    "hindrance",
    "located",
    "measure",
    "opened",
    "publish",
    "safe_name",
    "working_copy",
]
