"""A picture taken apart: what draws it, and the little that is known beside."""

from __future__ import annotations

from dataclasses import dataclass

from ..catalogue import Hindrance

MOST_PIXELS = 80_000_000
"""Pixels of a picture that is read: 10,000 by 8,000. Decoded they take 240 MB."""
MOST_PARTS = 20_000
"""Segments or chunks of a file: 64 MB of PNG in pieces of 8 KB have 8,000."""
LARGEST_PROFILE = 4_000_000
"""Bytes of a colour profile: those of printing presses have 2 MB."""

CUT = Hindrance("photo-unreadable", "没有传完")
BROKEN = Hindrance("photo-unreadable", "内容坏了")
TOO_LARGE = Hindrance("photo-too-large")


class UnfitError(ValueError):
    """A file that cannot be taken, and why: never leaves this package."""

    def __init__(self, hindrance: Hindrance) -> None:
        super().__init__(hindrance.code)
        self.hindrance = hindrance


@dataclass(frozen=True, slots=True)
class Bare:
    """A picture's file without anything that does not draw it.

    `content` is a file of the same format; `width` and `height` are pixels as stored there. `orientation` is that
    of EXIF (1 to 8) and still to be applied. `profile` is the ICC profile that its colours are meant in.
    `located` tells that the original holds a position, `taken` the day that its camera noted (2023-03-25),
    `several` what else there is: 动图 or 好几页.
    """

    content: bytes
    width: int
    height: int
    orientation: int = 1
    profile: bytes = b""
    located: bool = False
    taken: str = ""
    several: str = ""

    @property
    def upright(self) -> tuple[int, int]:
        """Width and height in pixels as people see it."""
        turned = self.orientation in (5, 6, 7, 8)
        return (self.height, self.width) if turned else (self.width, self.height)


def need_fitting_size(width: int, height: int) -> None:
    """Raises UnfitError where there are too many pixels, or none."""
    if width <= 0 or height <= 0:
        raise UnfitError(BROKEN)
    if width * height > MOST_PIXELS:
        raise UnfitError(TOO_LARGE)
