"""Files made to do harm are refused by their heads: quickly, and without memory for what they promise."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from showcase.catalogue import Hindrance
from showcase.photographs import MOST_PIXELS, hindrance, measure, publish
from tests.photographs.pictures import SAMPLES, chunk, huge_png, plain, png_of, resized
from tests.site.project import ROOT

TOO_LARGE = Hindrance("photo-too-large")
BROKEN = Hindrance("photo-unreadable", "内容坏了")
LEAST_SPARED = 200_000
"""Kilobytes: less than this a refusal may take, the interpreter and Pillow included."""
MEASURED = """
import re, resource, sys
from pathlib import Path
from showcase.photographs import hindrance
# what a process is said to have used at most begins with what its parent had; this does not
most = lambda: re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]
before = resource.getrusage(resource.RUSAGE_SELF)
for path in sorted(Path(sys.argv[1]).iterdir()):
    told = hindrance(path)
    after = resource.getrusage(resource.RUSAGE_SELF)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(path.name, told.code if told else "", f"{used:.3f}", most())
    before = after
"""


def packed_zeros(megabytes: int) -> bytes:
    """What unpacks to so many megabytes of nothing."""
    packing = zlib.compressobj(1)
    return b"".join(packing.compress(bytes(1_000_000)) for _ in range(megabytes)) + packing.flush()


def heic(width: int, height: int) -> bytes:
    return resized((SAMPLES / "pi-heif" / "L_exif_xmp_iptc.heic").read_bytes(), width, height)


def gif_of_a_large_frame() -> bytes:
    content = bytearray(plain("GIF"))
    at = content.index(b"\x2c", 13 + 3 * 2 ** ((content[10] & 7) + 1))
    struct.pack_into("<HH", content, at + 5, 10_000, 8_001)
    return bytes(content)


def exif_of_many_values() -> bytes:
    """Five thousand entries that each name the same sixty kilobytes."""
    entries = b"".join(
        struct.pack("<HHII", 0x8000 + number, 7, 60_000, 8) for number in range(5000)
    )
    block = b"Exif\0\0II*\0" + struct.pack("<IH", 8, 5000) + entries + bytes(4)
    segment = b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block
    content = plain("JPEG")
    return content[:2] + segment + content[2:]


BOMBS: dict[str, tuple[Callable[[], bytes], Hindrance | None]] = {
    "whole.png": (huge_png, TOO_LARGE),
    "head.png": (lambda: png_of(60_000, 60_000), TOO_LARGE),
    "just-over.png": (lambda: png_of(10_000, 8_001), TOO_LARGE),
    "head.jpg": (lambda: resized(plain("JPEG"), 65_000, 65_000), TOO_LARGE),
    "lossy.webp": (lambda: resized(plain("WEBP"), 16_000, 16_000), TOO_LARGE),
    "lossless.webp": (lambda: resized(plain("WEBP", lossless=True), 16_000, 16_000), TOO_LARGE),
    "screen.gif": (lambda: resized(plain("GIF"), 65_000, 65_000), TOO_LARGE),
    "frame.gif": (gif_of_a_large_frame, TOO_LARGE),
    "head.bmp": (lambda: resized(plain("BMP"), 30_000, 30_000), TOO_LARGE),
    "over.bmp": (lambda: resized(plain("BMP"), 10_000, 8_001), TOO_LARGE),
    "head.tif": (lambda: resized(plain("TIFF"), 30_000, 30_000), TOO_LARGE),
    "head.heic": (lambda: heic(20_000, 20_000), TOO_LARGE),
    "text.png": (lambda: png_of(40, 20, chunk(b"zTXt", b"a\0\0" + packed_zeros(400))), BROKEN),
    "profile.png": (lambda: png_of(40, 20, chunk(b"iCCP", b"a\0\0" + packed_zeros(400))), BROKEN),
    "chunks.png": (lambda: png_of(40, 20, chunk(b"tEXt", b"a\0b") * 60_000), BROKEN),
    "segments.jpg": (lambda: b"\xff\xd8" + b"\xff\xfe\0\x02" * 60_000 + plain("JPEG")[2:], BROKEN),
    "filling.jpg": (lambda: b"\xff\xd8" + b"\xff" * 5_000_000 + plain("JPEG")[2:], None),
    "blocks.gif": (lambda: plain("GIF")[:13] + bytes(0) + b"!\xfe\0" * 60_000 + b";", Hindrance("photo-unreadable", "内容坏了")),
    "entries.jpg": (exif_of_many_values, None),
    "chunks.webp": (lambda: _with_chunks(60_000), BROKEN),
}  # fmt: skip


def _with_chunks(count: int) -> bytes:
    content = plain("WEBP")
    body = content[8:12] + b"JUNK\0\0\0\0" * count + content[12:]
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_and_not_gone_off(tmp_path: Path, name: str) -> None:
    make, expected = BOMBS[name]
    (tmp_path / name).write_bytes(make())
    found = hindrance(tmp_path / name)
    if name in ("text.png", "profile.png"):
        # the rows are not all there, and nothing else was looked into
        assert found in (BROKEN, Hindrance("photo-unreadable", "没有传完"))
    else:
        assert found == expected


def test_refusals_take_neither_time_nor_memory(tmp_path: Path) -> None:
    """Measured in processor seconds and resident memory of a process of its own: less than a second each."""
    for name, (make, _) in BOMBS.items():
        (tmp_path / name).write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, tmp_path],
        env={"PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    rows = [line.split(" ") for line in done.stdout.splitlines()]
    assert sorted(row[0] for row in rows) == sorted(BOMBS)
    assert [row for row in rows if float(row[2]) >= 1] == []
    assert [row for row in rows if int(row[3]) >= LEAST_SPARED] == []


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "HEIC"])
def test_one_row_too_many_is_too_many_in_every_format(tmp_path: Path, kind: str) -> None:
    """Nobody else says so: decoders begin to mind at twice as many."""
    over = png_of(10_000, 8_001) if kind == "PNG" else b""
    if kind == "HEIC":
        over = heic(10_000, 8_001)
    (tmp_path / "a.jpg").write_bytes(over or resized(plain(kind), 10_000, 8_001))
    assert hindrance(tmp_path / "a.jpg") == TOO_LARGE


def test_a_directory_that_names_the_same_bytes_again_and_again_is_not_believed(
    tmp_path: Path,
) -> None:
    sound = plain("TIFF")
    (first,) = struct.unpack_from("<I", sound, 4)
    (count,) = struct.unpack_from("<H", sound, first)
    entries = sound[first + 2 : first + 2 + 12 * count]
    for number in range(100):
        entries += struct.pack("<HHII", 0x9000 + number, 7, 100_000, 8)
    behind = len(sound) + 100_000
    directory = struct.pack("<H", count + 100) + entries + bytes(4)
    content = sound[:4] + struct.pack("<I", behind) + sound[8:] + bytes(100_000) + directory
    (tmp_path / "a.tif").write_bytes(content)
    assert hindrance(tmp_path / "a.tif") == BROKEN


def test_a_picture_of_eighty_million_pixels_is_taken(tmp_path: Path) -> None:
    Image.new("1", (10_000, 8_000)).save(tmp_path / "a.png")
    assert MOST_PIXELS == 10_000 * 8_000
    assert hindrance(tmp_path / "a.png") is None
    publish(tmp_path, "a.png", tmp_path / "b.jpg")
    assert measure(tmp_path, ["a.png"])["a.png"].width == 1600


@pytest.mark.parametrize("passes", [200, 201])
def test_a_jpeg_of_endless_passes_is_broken(tmp_path: Path, passes: int) -> None:
    content = plain("JPEG", progressive=True)
    at = content.rindex(b"\xff\xda")
    scan = content[at:-2]
    count = content.count(b"\xff\xda")
    (tmp_path / "a.jpg").write_bytes(content[:-2] + scan * (passes - count) + b"\xff\xd9")
    assert (hindrance(tmp_path / "a.jpg") == BROKEN) == (passes > 200)


def test_a_small_head_does_not_hide_a_large_picture_behind_it(tmp_path: Path) -> None:
    """Two heads in one file: whichever a decoder believes."""
    small, large = plain("JPEG"), resized(plain("JPEG"), 65_000, 65_000)
    at = large.index(b"\xff\xc0\0")
    second = large[at : at + 2 + struct.unpack_from(">H", large, at + 2)[0]]
    behind = small.index(b"\xff\xda")
    (tmp_path / "a.jpg").write_bytes(small[:behind] + second + small[behind:])
    assert hindrance(tmp_path / "a.jpg") == TOO_LARGE


@pytest.mark.parametrize("size", [(0, 10), (10, 0), (0, 0)])
def test_a_picture_without_pixels_is_broken(tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "a.png").write_bytes(png_of(*size))
    (tmp_path / "a.jpg").write_bytes(resized(plain("JPEG"), *size))
    assert hindrance(tmp_path / "a.png") == hindrance(tmp_path / "a.jpg") == BROKEN


def test_thousands_of_frames_cost_no_more_than_one(tmp_path: Path) -> None:
    frames = [Image.new("L", (8, 8), number % 200) for number in range(2000)]
    target = io.BytesIO()
    frames[0].save(target, "GIF", save_all=True, append_images=frames[1:], duration=20)
    (tmp_path / "a.gif").write_bytes(target.getvalue())
    assert measure(tmp_path, ["a.gif"])["a.gif"].several == "动图"
