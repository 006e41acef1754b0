"""HEIC photographs, where the extra `heic` is installed. The only module that knows pi-heif."""

from __future__ import annotations

import io
from types import ModuleType
from typing import Any

from PIL import Image

from ..catalogue import Hindrance
from . import boxes
from .bare import Bare, UnfitError, need_fitting_size
from .exif import facts

LACKING = Hindrance("photo-heic")


def reader() -> ModuleType | None:
    """The library, or None where it is not installed: nobody has to take it."""
    try:
        import pi_heif
    except ImportError:
        return None
    return pi_heif  # type: ignore[no-any-return]


def bare(content: bytes) -> Bare:
    """What a HEIC file says of its main picture; sizes are upright already. Raises UnfitError."""
    if reader() is None:
        raise UnfitError(LACKING)
    # before the library, which calls a file that is cut short broken
    boxes.need_all(content)
    main = _main(content)
    width, height = main.size
    need_fitting_size(width, height)
    known = facts(main.info.get("exif") or b"")
    located = known.located or b"GPSLatitude" in (main.info.get("xmp") or b"")
    # turned by the file's own instructions: the orientation in its EXIF is not to be applied again
    return Bare(
        content, width, height, profile=main.info.get("icc_profile") or b"",
        located=located, taken=known.taken,
    )  # fmt: skip


def drawn(content: bytes) -> Image.Image:
    """The main picture, upright: neither its depth, nor its thumbnails, nor the others of a burst."""
    picture = _main(content).to_pillow()
    if not isinstance(picture, Image.Image):
        raise TypeError(type(picture))
    return picture


def _main(content: bytes) -> Any:
    library = reader()
    if library is None:
        raise UnfitError(LACKING)
    found = library.open_heif(io.BytesIO(content), convert_hdr_to_8bit=True)
    return found[found.primary_index]
