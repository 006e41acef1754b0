"""Pictures made for a test: of every kind that staff send, and made to do harm."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageCms

from showcase.photographs import Picture, opened

SAMPLES = Path(__file__).parent / "samples"
RED, BLUE = (200, 30, 30), (30, 30, 200)
ORIENTATION, GPS, MAKE = 0x0112, 0x8825, 0x010F


def picture(width: int = 40, height: int = 20) -> Image.Image:
    """Red, with a blue left edge: which way is up can be seen."""
    made = Image.new("RGB", (width, height), RED)
    made.paste(BLUE, (0, 0, width // 4, height))
    return made


def saved(
    kind: str = "JPEG", image: Image.Image | None = None, orientation: int = 1, **options: object
) -> bytes:
    """A file as a telephone saves it: with its maker, a position, and which way is up."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKE] = "Secret Phone"
    exif[GPS] = {1: "N", 2: (30.0, 15.0, 0.0)}
    return plain(kind, image or picture(), exif=exif, **options)


def plain(kind: str, image: Image.Image | None = None, **options: object) -> bytes:
    """A file of a picture and nothing else."""
    target = io.BytesIO()
    (image or picture()).save(target, kind, **options)
    return target.getvalue()


def chunk(name: bytes, content: bytes) -> bytes:
    """A chunk of a PNG."""
    check = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + check


def png_of(width: int, height: int, *more: bytes, depth: int = 1) -> bytes:
    """A PNG whose head promises so many pixels, with the rows of one; `more` chunks stand before them."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0))
    rows = chunk(b"IDAT", zlib.compress(bytes(width // 8 + 2)))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + rows + chunk(b"IEND", b"")


def huge_png(side: int = 30_000) -> bytes:
    """All of its rows are there: 900 million pixels in 110 KB."""
    packed = zlib.compressobj(9)
    row = bytes(side // 8 + 1)
    body = b"".join(packed.compress(row) for _ in range(side)) + packed.flush()
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def resized(content: bytes, width: int, height: int) -> bytes:
    """A file whose head lies about its size, whatever its format."""
    changed = bytearray(content)
    if content.startswith(b"\xff\xd8"):
        at = next(at for at in range(2, len(content)) if content[at : at + 3] == b"\xff\xc0\0")
        struct.pack_into(">HH", changed, at + 5, height, width)
    elif content.startswith(b"RIFF"):
        lossless = content[12:16] == b"VP8L"
        bits = (width - 1) | (height - 1) << 14
        struct.pack_into("<I" if lossless else "<HH", changed, 21 if lossless else 26, *((bits,) if lossless else (width, height)))  # fmt: skip
    elif content.startswith(b"GIF"):
        struct.pack_into("<HH", changed, 6, width, height)
    elif content.startswith(b"BM"):
        struct.pack_into("<ii", changed, 18, width, height)
    elif content.startswith(b"II*"):
        (first,) = struct.unpack_from("<I", content, 4)
        for number in range(struct.unpack_from("<H", content, first)[0]):
            at = first + 2 + 12 * number
            tag = struct.unpack_from("<H", content, at)[0]
            if tag in (0x100, 0x101):
                struct.pack_into("<HII", changed, at + 2, 4, 1, width if tag == 0x100 else height)
    else:
        for at in range(len(content) - 12):
            # ISO/IEC 23008-12: every size that the picture, its tiles and its thumbnails have
            if content[at : at + 4] == b"ispe":
                struct.pack_into(">II", changed, at + 8, width, height)
    return bytes(changed)


def wide_profile() -> bytes:
    """A profile of wider colours than sRGB: Display P3 as a telephone has it, out of a photograph of one."""

    found = opened(SAMPLES / "pi-heif" / "empty_icc.heic")
    assert isinstance(found, Picture)
    profile = found.bare.profile
    assert b"Display P3" in profile.replace(b"\0", b"")
    return profile


def usual_profile() -> bytes:
    """The profile of sRGB."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
