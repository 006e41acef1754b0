"""HEIC, with the library that reads it and without."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import pytest
from PIL import Image

from showcase import messages
from showcase.catalogue import Hindrance, Photograph
from showcase.diagnostics import Diagnostic, Level, Place
from showcase.photographs import heic as reading
from showcase.photographs import hindrance, measure, opened, publish
from tests.photographs.pictures import SAMPLES

PHONE = SAMPLES / "pi-heif" / "empty_icc.heic"


def laid(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "IMG_0001.HEIC"
    path.write_bytes(content)
    return path


def test_a_photograph_of_a_telephone_is_measured_and_published(tmp_path: Path) -> None:
    path = laid(tmp_path, PHONE.read_bytes())
    assert measure(tmp_path, [path.name]) == {path.name: Photograph(path.name, 1025, 900, True)}
    publish(tmp_path, path.name, tmp_path / "b.jpg")
    with Image.open(tmp_path / "b.jpg") as picture:
        assert (picture.format, picture.size, picture.mode) == ("JPEG", (1025, 900), "RGB")


@pytest.mark.parametrize(
    "path", sorted((SAMPLES / "pi-heif").iterdir()), ids=lambda path: path.name
)
def test_every_kind_is_read(tmp_path: Path, path: Path) -> None:
    """Ten and twelve bits, transparency, greys, several pictures, EXIF in the wrong order."""
    publish(path.parent, path.name, tmp_path / "b.jpg")
    with Image.open(tmp_path / "b.jpg") as picture:
        found = measure(path.parent, [path.name])[path.name]
        assert picture.size == (found.width, found.height)
        greys = picture.convert("L").getextrema()
        assert (greys[0] != greys[1]) == (path.name != "L_exif_xmp_iptc.heic"), "that one is black"


def test_the_day_and_the_position_are_known(tmp_path: Path) -> None:
    found = opened(PHONE)
    assert not isinstance(found, Hindrance)
    assert (found.bare.taken, found.bare.located) == ("2021-07-06", True)


def test_without_the_library_it_is_said_how_to_convert(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    path = laid(tmp_path, PHONE.read_bytes())
    assert reading.reader() is None
    assert hindrance(path) == Hindrance("photo-heic")
    assert measure(tmp_path, [path.name]) == {}
    one = Diagnostic("photo-heic", Level.ERROR, Place("a"), values={"written": path.name})
    for words in ("heic", "另存为JPG", "设置", "兼容性最佳"):
        assert words in messages.mend(one)
    # and once it is installed, what was found before is not believed
    monkeypatch.undo()
    assert hindrance(path) is None


@pytest.mark.parametrize("share", [0.001, 0.1, 0.5, 0.9, 0.999])
def test_a_file_that_is_cut_short_is_said_to_be(tmp_path: Path, share: float) -> None:
    content = PHONE.read_bytes()
    path = laid(tmp_path, content[: max(20, int(len(content) * share))])
    assert hindrance(path) == Hindrance("photo-unreadable", "没有传完")


def test_a_head_alone_is_broken(tmp_path: Path) -> None:
    path = laid(tmp_path, b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    assert hindrance(path) == Hindrance("photo-unreadable", "内容坏了")


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (b"", ""),
        (b"\0\0\0\0free" + bytes(9), ""),
        (struct.pack(">I4sQ", 1, b"free", 24) + bytes(8), ""),
        (struct.pack(">I4sQ", 1, b"free", 99), "没有传完"),
        (b"\0\0\0\x05free" + bytes(9), "内容坏了"),
        (b"\0\0\0\x08free" * 30_000, "内容坏了"),
    ],
    ids=["whole", "to the end", "long form", "long form cut", "too short", "too many"],
)
def test_boxes_are_counted(tmp_path: Path, more: bytes, why: str) -> None:
    path = laid(tmp_path, PHONE.read_bytes() + more)
    assert hindrance(path) == (Hindrance("photo-unreadable", why) if why else None)


def test_a_reader_that_gives_no_picture_is_no_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Nothing:
        size = (10, 10)
        info: dict[str, bytes] = {}  # noqa: RUF012

        def to_pillow(self) -> None:
            return None

    monkeypatch.setattr(reading, "_main", lambda _: Nothing())
    path = laid(tmp_path, PHONE.read_bytes() + b"\0\0\0\x08free")
    assert hindrance(path) == Hindrance("photo-unreadable", "内容坏了")
