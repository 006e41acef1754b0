"""Photographs are measured as they will be published: upright, capped, whole, and without metadata."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from showcase import messages
from showcase.catalogue import Photograph
from showcase.diagnostics import Diagnostic, Level, Place
from showcase.photographs import LONGEST, MOST_PIXELS, hindrance, measure, publish

ORIENTATION, GPS, MAKE = 0x0112, 0x8825, 0x010F
RED, BLUE = (200, 30, 30), (30, 30, 200)


def picture(width: int = 40, height: int = 20) -> Image.Image:
    """Red, with a blue left edge: which way is up can be seen."""
    made = Image.new("RGB", (width, height), RED)
    made.paste(BLUE, (0, 0, width // 4, height))
    return made


def saved(kind: str = "JPEG", orientation: int = 1, **options: object) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKE] = "Secret Phone"
    exif[GPS] = {1: "N", 2: (30.0, 15.0, 0.0)}
    target = io.BytesIO()
    picture().save(target, kind, exif=exif, **options)
    return target.getvalue()


def is_blue(colour: object) -> bool:
    return isinstance(colour, tuple) and colour[2] > 150 and colour[0] < 90


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_measured_and_published_without_metadata(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.jpg").write_bytes(saved(kind))
    assert measure(tmp_path, ["a.jpg"]) == {"a.jpg": Photograph("a.jpg", 40, 20)}
    publish(tmp_path, "a.jpg", tmp_path / "out" / "a.jpg")
    content = (tmp_path / "out" / "a.jpg").read_bytes()
    assert b"Secret" not in content
    assert b"Exif" not in content
    with Image.open(tmp_path / "out" / "a.jpg") as published:
        assert (published.format, published.size) == ("JPEG", (40, 20))
        assert GPS not in published.getexif()
        assert len(published.getexif()) == 0


@pytest.mark.parametrize(
    ("orientation", "size", "blue"),
    [
        (1, (40, 20), (2, 10)),
        (3, (40, 20), (37, 10)),
        (6, (20, 40), (10, 2)),
        (8, (20, 40), (10, 37)),
    ],
)
def test_a_picture_is_turned_upright(
    tmp_path: Path, orientation: int, size: tuple[int, int], blue: tuple[int, int]
) -> None:
    (tmp_path / "a.jpg").write_bytes(saved(orientation=orientation, quality=95))
    found = measure(tmp_path, ["a.jpg"])["a.jpg"]
    publish(tmp_path, "a.jpg", tmp_path / "b.jpg")
    with Image.open(tmp_path / "b.jpg") as published:
        assert (found.width, found.height) == published.size == size
        assert is_blue(published.getpixel(blue))


@pytest.mark.parametrize(
    ("width", "height"), [(3200, 100), (100, 3200), (1601, 1600), (2400, 1601)]
)
def test_a_large_picture_is_capped_as_measured(tmp_path: Path, width: int, height: int) -> None:
    picture(width, height).save(tmp_path / "a.jpg")
    found = measure(tmp_path, ["a.jpg"])["a.jpg"]
    publish(tmp_path, "a.jpg", tmp_path / "b.jpg")
    with Image.open(tmp_path / "b.jpg") as published:
        assert (found.width, found.height) == published.size
        assert max(published.size) == LONGEST


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "CMYK", "1", "LA"])
def test_a_picture_of_any_mode_is_published(tmp_path: Path, mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    picture().convert(mode).save(tmp_path / "a.png", kind)
    assert list(measure(tmp_path, ["a.png"])) == ["a.png"]
    publish(tmp_path, "a.png", tmp_path / "b.jpg")
    with Image.open(tmp_path / "b.jpg") as published:
        assert published.mode == "RGB"


def png_of(width: int, height: int) -> bytes:
    """A PNG whose head promises so many pixels, and no more of it."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + check

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" * (width // 8 + 2)) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(10_000, 8_001), (20_000, 20_000), (60_000, 60_000)])
def test_a_picture_of_more_than_eighty_million_pixels_is_refused(
    tmp_path: Path, width: int, height: int
) -> None:
    assert width * height > MOST_PIXELS
    (tmp_path / "a.png").write_bytes(
        png_of(width, 1)[:41] if width > 10_000 else png_of(width, height)
    )
    if width > 10_000:
        whole = bytearray(png_of(width, 1))
        whole[16:29] = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
        whole[29:33] = struct.pack(">I", zlib.crc32(bytes(whole[12:29])))
        (tmp_path / "a.png").write_bytes(bytes(whole))
    assert measure(tmp_path, ["a.png"]) == {}
    assert hindrance(tmp_path / "a.png") == "像素太多"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "空文件"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "iPhone的HEIC格式"),
        (b"\0\0\0\x1cftypavif\0\0\0\0", "AVIF格式"),
        (saved()[:300], "没有传完"),
        (saved("PNG")[:-30], "没有传完"),
        (saved("WEBP")[:-20], "没有传完"),
        (b"\xff\xd8\xff", "没有传完"),
        (b"BM\x10\0", "BMP格式"),
        (b"II*\0", "TIFF格式"),
        (b"%PDF-1.7", "PDF文件"),
        ("这不是照片".encode(), "不是图片"),
    ],
)
def test_it_is_said_why_a_file_cannot_be_shown(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    assert measure(tmp_path, ["a.jpg"]) == {}
    assert hindrance(tmp_path / "a.jpg") == why
    values = {"written": "a.jpg", "cause": why}
    one = Diagnostic("photo-unreadable", Level.ERROR, Place("bases/a.yml"), values=values)
    assert why in messages.what(one)
    assert messages.what(one, messages.Language.ENGLISH).isascii()


@pytest.mark.parametrize(
    "name",
    ["../a.jpg", "x/../../a.jpg", "..\\a.jpg", "/etc/passwd", ".", "..", "", "a\0.jpg", "none.jpg"],
)
def test_a_name_that_leads_elsewhere_is_not_found(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.jpg").write_bytes(saved())
    (tmp_path / "base").mkdir()
    assert measure(tmp_path / "base", [name]) == {}


def test_a_picture_linked_from_elsewhere_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(saved())
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "a.jpg").symlink_to(tmp_path / "a.jpg")
    assert measure(tmp_path / "base", ["a.jpg"]) == {}


@pytest.mark.parametrize(
    "content",
    [
        b"", b"GIF89a", b"\xff\xd8\xff", saved()[:300], saved()[:-40], saved("PNG")[:-30], saved("WEBP")[:-20],
        b"<svg xmlns='http://www.w3.org/2000/svg'/>", "这不是照片".encode(),
    ],
    ids=["empty", "gif", "head only", "start", "jpeg cut short", "png cut short", "webp cut short", "svg", "text"],
)  # fmt: skip
def test_a_broken_file_is_not_a_picture(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    assert measure(tmp_path, ["a.jpg"]) == {}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(kind=st.sampled_from(["JPEG", "PNG", "WEBP"]), data=st.data())
def test_what_was_measured_can_be_published(tmp_path: Path, kind: str, data: st.DataObject) -> None:
    content = bytearray(saved(kind, orientation=6))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    (tmp_path / "a.jpg").write_bytes(
        content[: data.draw(st.integers(len(content) // 2, len(content)))]
    )
    found = measure(tmp_path, ["a.jpg"])
    if found:
        publish(tmp_path, "a.jpg", tmp_path / "b.jpg")
        with Image.open(tmp_path / "b.jpg") as published:
            assert published.size == (found["a.jpg"].width, found["a.jpg"].height)
