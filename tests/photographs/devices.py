"""Photographs as cameras and telephones save them: full of what must not be published, every bit of it marked."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, PngImagePlugin

MARK = "SecretDevice"
PLACE = 123_454_321
"""Stands in the planted position: seconds of latitude, in ten thousandths."""
MARKS = (
    MARK.encode(), MARK.encode("utf-16-le"), MARK.encode("utf-16-be"), struct.pack(">I", PLACE),
    struct.pack("<I", PLACE),
)  # fmt: skip
_ASCII, _SHORT, _LONG, _RATIONAL, _BYTES = 2, 3, 4, 5, 7
Field = tuple[int, int, bytes]


def marked_in(content: bytes) -> bool:
    """Whether a file holds a mark, as it stands or in a compressed chunk of a PNG."""
    if any(mark in content for mark in MARKS):
        return True
    starts = (at for at in range(len(content)) if content[at : at + 1] == b"\x78")
    return any(MARK.encode() in _inflated(content[at:]) for at in starts)


def jpeg() -> bytes:
    """EXIF with position, maker's notes and a thumbnail; XMP, IPTC, a profile, a comment; more behind its end."""
    plain = _picture("JPEG")
    segments = (
        (0xE1, b"Exif\0\0" + exif()),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + _xmp()),
        (0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0" + _iptc()),
        (0xE2, b"ICC_PROFILE\0\x01\x01" + _profile()),
        (0xE5, MARK.encode()),
        (0xFE, MARK.encode()),
    )
    added = b"".join(
        struct.pack(">BBH", 0xFF, kind, len(content) + 2) + content for kind, content in segments
    )
    return plain[:2] + added + plain[2:] + b"MotionPhoto" + MARK.encode()


def png() -> bytes:
    """Texts, plain, compressed and international; EXIF, a profile, and more behind its end."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", MARK)
    notes.add_text("Comment", f"{MARK} " * 9, zip=True)
    notes.add_itxt("XML:com.adobe.xmp", _xmp().decode())
    target = io.BytesIO()
    _image().save(target, "PNG", pnginfo=notes, exif=b"Exif\0\0" + exif(), icc_profile=_profile())
    return target.getvalue() + MARK.encode()


def webp() -> bytes:
    """EXIF, XMP and a profile."""
    target = io.BytesIO()
    options = {"exif": b"Exif\0\0" + exif(), "xmp": _xmp(), "icc_profile": _profile()}
    _image().save(target, "WEBP", **options)
    return target.getvalue()


def exif() -> bytes:
    """A block of EXIF: whose device, which lens, where, notes of its maker, and a thumbnail with marks of its own."""
    head = 8
    device = [(tag, _ASCII, MARK.encode() + b"\0") for tag in (0x010E, 0x010F, 0x0110, 0x0131, 0x013B)]  # fmt: skip
    wide = (0x9C9C, 1, MARK.encode("utf-16-le"))
    details = [
        (0x927C, _BYTES, b"MAKER\0" + MARK.encode()),
        (0x9286, _BYTES, b"ASCII\0\0\0" + MARK.encode()),
        (0xA431, _ASCII, MARK.encode() + b"\0"),
        (0xA434, _ASCII, MARK.encode() + b"\0"),
    ]
    seconds = struct.pack(">6I", 30, 1, 15, 1, PLACE, 10_000)
    position = [
        (0x0001, _ASCII, b"N\0"), (0x0002, _RATIONAL, seconds), (0x0003, _ASCII, b"E\0"),
        (0x0004, _RATIONAL, seconds), (0x001C, _BYTES, b"ASCII\0\0\0" + MARK.encode()),
    ]  # fmt: skip
    links = [(0x8769, _LONG, bytes(4)), (0x8825, _LONG, bytes(4))]
    size = len(_directory([*device, *links, wide], head, 0))
    at_details = head + size
    at_position = at_details + len(_directory(details, at_details, 0))
    at_thumbnail = at_position + len(_directory(position, at_position, 0))
    links = [(0x8769, _LONG, struct.pack(">I", at_details)), (0x8825, _LONG, struct.pack(">I", at_position))]  # fmt: skip
    small = _picture("JPEG", comment=MARK)
    behind = at_thumbnail + 2 + 2 * 12 + 4
    thumbnail = [
        (0x0201, _LONG, struct.pack(">I", behind)),
        (0x0202, _LONG, struct.pack(">I", len(small))),
    ]
    return b"".join((
        b"MM\0*" + struct.pack(">I", head),
        _directory([*device, *links, wide], head, at_thumbnail),
        _directory(details, at_details, 0),
        _directory(position, at_position, 0),
        _directory(thumbnail, at_thumbnail, 0),
        small,
    ))  # fmt: skip


def _directory(fields: list[Field], at: int, following: int) -> bytes:
    """A directory of TIFF 6.0 that stands `at` bytes in: its fields, where the next one is, long values."""
    rows, long = b"", b""
    behind = at + 2 + 12 * len(fields) + 4
    for tag, kind, value in sorted(fields):
        count = len(value) // {_LONG: 4, _RATIONAL: 8}.get(kind, 1)
        if len(value) > 4:
            place = struct.pack(">I", behind + len(long))
            long += value + b"\0" * (len(value) % 2)
        else:
            place = value.ljust(4, b"\0")
        rows += struct.pack(">HHI", tag, kind, count) + place
    return struct.pack(">H", len(fields)) + rows + struct.pack(">I", following) + long


def _xmp() -> bytes:
    return f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a>{MARK}</a></x:xmpmeta>".encode()


def _iptc() -> bytes:
    note = b"\x1c\x02\x78" + struct.pack(">H", len(MARK)) + MARK.encode()
    return struct.pack(">I", len(note)) + note


def _profile() -> bytes:
    return struct.pack(">I", 400) + b"scan" + bytes(120) + MARK.encode() * 8


def _image() -> Image.Image:
    return Image.new("RGB", (48, 32), (180, 60, 40))


def _picture(kind: str, **options: object) -> bytes:
    target = io.BytesIO()
    _image().save(target, kind, **options)
    return target.getvalue()


def _inflated(content: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(content, 4096)
    except zlib.error:
        return b""
