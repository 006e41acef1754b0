"""Pictures drawn: upright, in sRGB, on white paper, not larger than asked for."""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageCms

from . import heic
from .bare import BROKEN, CUT, TOO_LARGE, Bare, UnfitError, need_fitting_size
from .exif import facts
from .formats import HEIC, JPEG, Format

_COARSE = (64, 64)
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What brings a picture upright, by its orientation in EXIF."""
_SPACES = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK", "Lab ": "LAB"}
"""The mode whose colours a profile describes, by the signature in its head."""
_DEEP = ("I", "I;16", "I;16B", "I;16L", "I;16N", "F")
_MOST_OF_16_BITS = 65_535


def looked_at(content: bytes, known: Format) -> Bare:
    """What a file says of itself whose format only Pillow takes apart. Raises UnfitError."""
    with _opened(content, known) as picture:
        width, height = picture.size
        need_fitting_size(width, height)
        noted = facts(picture.info.get("exif") or b"")
        located = noted.located or b"GPSLatitude" in (picture.info.get("xmp") or b"")
        several = "动图" if getattr(picture, "n_frames", 1) > 1 else ""
        profile = picture.info.get("icc_profile") or b""
        return Bare(
            content, width, height, noted.orientation, profile, located, noted.taken, several
        )


def need_whole(bare: Bare, known: Format) -> None:
    """Raises UnfitError where a file with a sound head is cut short or broken further on."""
    with _told_apart():
        if known is HEIC:
            heic.drawn(bare.content)
            return
        with _opened(bare.content, known) as picture:
            # all of it is read, coarsely where the format allows
            picture.draft(None, _COARSE)
            picture.load()


def drawn(bare: Bare, known: Format, longest: int) -> Image.Image:
    """The picture as everybody should see it: mode RGB, colours in sRGB, its longer side at most `longest`.

    Raises UnfitError where it cannot be decoded.
    """
    with _told_apart():
        if known is HEIC:
            return _finished(heic.drawn(bare.content), bare, longest)
        with _opened(bare.content, known) as picture:
            if known is JPEG:
                # a decoder's own halving is quick, and finer than what is asked for
                picture.draft(None, (2 * longest, 2 * longest))
            return _finished(picture, bare, longest)


def is_plain(bare: Bare, known: Format) -> bool:
    """Whether its colours need nothing done to them: grey or RGB, and meant in sRGB."""
    with _told_apart(), _opened(bare.content, known) as picture:
        return picture.mode in ("L", "RGB") and _is_srgb(bare.profile)


def capped(size: tuple[int, int], longest: int) -> tuple[int, int]:
    """Width and height with the longer side brought down to `longest`; no side is ever less than 1 pixel."""
    scale = min(1.0, longest / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


@contextmanager
def _opened(content: bytes, known: Format) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        # a file's oddities are its own affair: what counts is whether it can be drawn
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(content), formats=(known.name,)) as picture:
                yield picture
        except Image.DecompressionBombError:
            raise UnfitError(TOO_LARGE) from None


@contextmanager
def _told_apart() -> Iterator[None]:
    """Whatever a decoder raises as one of two: cut short, or broken."""
    try:
        yield
    except UnfitError:
        raise
    except Exception as fault:
        cut = "truncated" in str(fault) or isinstance(fault, EOFError)
        raise UnfitError(CUT if cut else BROKEN) from None


def _finished(picture: Image.Image, bare: Bare, longest: int) -> Image.Image:
    stored = (bare.width, bare.height)
    plain, alpha = _plain(picture)
    size = capped(stored, longest)
    if plain.size != size:
        plain = plain.resize(size, Image.Resampling.LANCZOS)
        alpha = alpha.resize(size, Image.Resampling.LANCZOS) if alpha else None
    colours = _in_srgb(plain, bare.profile)
    paper = Image.new("RGB", size, "white")
    paper.paste(colours, mask=alpha)
    turn = _TURNS.get(bare.orientation)
    return paper.transpose(turn) if turn is not None else paper


def _plain(picture: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """Eight bits a channel and no palette, and apart from it how solid each pixel is."""
    if picture.mode in _DEEP:
        return _eight_bits(picture), None
    if picture.has_transparency_data:
        grey = picture.mode in ("LA", "La", "L", "1")
        solid = picture.convert("RGBA")
        return solid.convert("L" if grey else "RGB"), solid.getchannel("A")
    if picture.mode in ("RGB", "L", "CMYK", "LAB"):
        picture.load()
        return picture, None
    return picture.convert("L" if picture.mode in ("1", "LA") else "RGB"), None


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Greys of 16 or 32 bits brought down to eight: converted plainly, all but the darkest would be white."""
    if picture.mode != "F":
        wide = picture.convert("I")
        low, high = _extremes(wide)
        whole = picture.mode.startswith("I;16") or (low >= 0 and high <= _MOST_OF_16_BITS)
        if whole and (picture.mode != "I" or high > 255):
            low, high = 0, _MOST_OF_16_BITS
        elif whole:
            return wide.convert("L")
    else:
        wide = picture
        low, high = _extremes(wide)
        if not math.isfinite(low + high):
            raise UnfitError(BROKEN)
        if low >= 0 and high <= 1:
            low, high = 0, 1
        elif low >= 0 and high <= 255:
            low, high = 0, 255
    scale = 255 / (high - low) if high > low else 0
    shift = 0.5 - low * scale
    return wide.point(lambda value: value * scale + shift).convert("L")


def _extremes(picture: Image.Image) -> tuple[float, float]:
    low, high = picture.getextrema()
    if isinstance(low, tuple) or isinstance(high, tuple):
        raise TypeError(picture.mode)
    return low, high


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Colours as browsers take them that are told nothing: converted by the profile before it is dropped."""
    if not _is_srgb(profile):
        meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if _SPACES.get(meant.profile.xcolor_space) == picture.mode:
            try:
                shown = ImageCms.createProfile("sRGB")
                found = ImageCms.profileToProfile(picture, meant, shown, outputMode="RGB")
                return found or picture.convert("RGB")
            except ImageCms.PyCMSError:
                # a profile that is broken says nothing
                return picture.convert("RGB")
    if picture.mode == "LAB":
        plain = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, *plain, outputMode="RGB") or picture.convert("L")
    return picture.convert("RGB")


def _is_srgb(profile: bytes) -> bool:
    """Whether colours are meant as browsers take them anyhow: there is no profile, or it is the usual one."""
    if not profile:
        return True
    try:
        meant = ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile
    except (ImageCms.PyCMSError, OSError, ValueError):
        return True
    return "sRGB" in (meant.profile_description or "") and meant.xcolor_space == "RGB "
