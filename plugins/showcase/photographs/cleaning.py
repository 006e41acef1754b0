"""Pictures that lie in a project already, freed of everything that does not draw them: no pixel changes.

JPEG, PNG and WebP are written anew of their own parts: what draws them, the colour profile, and which way is up.
Other formats cannot be cleaned so; they are taken in anew, as a JPG.
"""

from __future__ import annotations

from . import jpeg, png, webp
from .formats import JPEG, PNG, WEBP
from .opening import Picture

_WHOLE = {JPEG: jpeg.whole, PNG: png.whole, WEBP: webp.whole}


def cleaned(picture: Picture) -> bytes | None:
    """The file of a picture without metadata, the same as before where there was none; None for other formats."""
    write = _WHOLE.get(picture.format)
    return write(picture.bare) if write else None
