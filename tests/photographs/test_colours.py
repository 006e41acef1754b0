"""Colours are those that people saw when they took the picture, on paper that is white."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from showcase.photographs import measure, publish
from tests.photographs.pictures import ORIENTATION, plain, saved, usual_profile, wide_profile

NEAR = 6
"""Steps of 255 by which JPEG may miss a plain colour."""
Colour = tuple[int, ...]


def published(tmp_path: Path, content: bytes, at: tuple[int, int] = (20, 10)) -> Colour:
    """The colour of a pixel after publication."""
    (tmp_path / "a.jpg").write_bytes(content)
    assert list(measure(tmp_path, ["a.jpg"])) == ["a.jpg"]
    publish(tmp_path, "a.jpg", tmp_path / "b.jpg")
    with Image.open(tmp_path / "b.jpg") as picture:
        assert picture.mode == "RGB"
        assert "icc_profile" not in picture.info
        found = picture.getpixel(at)
    assert isinstance(found, tuple)
    return found


def near(one: Colour, other: Colour, within: int = NEAR) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= within


def flat(mode: str, colour: float | Colour) -> Image.Image:
    return Image.new(mode, (40, 20), colour)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_wide_colours_of_telephones_do_not_turn_dull(tmp_path: Path, kind: str) -> None:
    """(200, 100, 50) in Display P3 is a stronger orange than these numbers are in sRGB."""
    content = plain(kind, flat("RGB", (200, 100, 50)), icc_profile=wide_profile())
    assert near(published(tmp_path, content), (214, 97, 37), 8)


@pytest.mark.parametrize("profile", [usual_profile(), b"", b"no profile at all", bytes(200)])
def test_colours_in_srgb_or_in_nothing_that_is_known_stay(tmp_path: Path, profile: bytes) -> None:
    content = plain("JPEG", flat("RGB", (200, 100, 50)), icc_profile=profile)
    assert near(published(tmp_path, content), (200, 100, 50))


def test_a_profile_of_another_kind_of_colours_is_left_alone(tmp_path: Path) -> None:
    content = plain("JPEG", flat("L", 120), icc_profile=wide_profile())
    assert near(published(tmp_path, content), (120, 120, 120))


def test_a_profile_that_cannot_be_used_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ImageCms.PyCMSError

    monkeypatch.setattr(ImageCms, "profileToProfile", fail)
    content = plain("PNG", flat("RGB", (200, 100, 50)), icc_profile=wide_profile())
    assert near(published(tmp_path, content), (200, 100, 50))


@pytest.mark.parametrize(
    ("ink", "seen"),
    [
        ((0, 0, 0, 0), (255, 255, 255)),
        ((0, 0, 0, 255), (0, 0, 0)),
        ((255, 0, 0, 0), (0, 255, 255)),
        ((0, 255, 255, 0), (255, 0, 0)),
    ],
)
def test_inks_of_printers_become_colours(tmp_path: Path, ink: Colour, seen: Colour) -> None:
    """Pillow writes inks turned over, as Adobe's programs do."""
    content = plain("JPEG", flat("CMYK", ink), quality=95)
    assert b"Adobe" in content
    assert near(published(tmp_path, content), seen)
    assert near(published(tmp_path, plain("TIFF", flat("CMYK", ink))), seen)


@pytest.mark.parametrize(
    ("image", "grey"),
    [
        (flat("I;16", 65_535), 255),
        (flat("I;16", 32_768), 128),
        (flat("I;16", 300), 1),
        (flat("I;16B", 32_768), 128),
    ],
    ids=["white", "middle", "nearly black", "the other order"],
)
def test_sixteen_bits_are_brought_down_and_not_cut_to_white(
    tmp_path: Path, image: Image.Image, grey: int
) -> None:
    assert near(published(tmp_path, plain("TIFF", image)), (grey, grey, grey))


def test_sixteen_bits_of_a_png(tmp_path: Path) -> None:
    assert near(published(tmp_path, plain("PNG", flat("I;16", 32_768))), (128, 128, 128))


def halves(mode: str, left: float, right: float) -> Image.Image:
    made = Image.new(mode, (40, 20), left)
    made.paste(right, (20, 0, 40, 20))
    return made


@pytest.mark.parametrize(
    ("image", "left", "right"),
    [
        (halves("I", 0, 200), 0, 200),
        (halves("I", 0, 32_768), 0, 128),
        (halves("I", -1_000_000, 1_000_000), 0, 255),
        (halves("I", 500_000, 500_000), 0, 0),
        (halves("F", 0.0, 0.5), 0, 128),
        (halves("F", 0.0, 200.0), 0, 200),
        (halves("F", -300.0, 900.0), 0, 255),
    ],
)
def test_wider_greys_are_stretched_over_what_can_be_seen(
    tmp_path: Path, image: Image.Image, left: int, right: int
) -> None:
    content = plain("TIFF", image)
    assert near(published(tmp_path, content, (5, 10)), (left,) * 3)
    assert near(published(tmp_path, content, (35, 10)), (right,) * 3)


def test_greys_that_are_no_numbers_are_broken(tmp_path: Path) -> None:
    (tmp_path / "a.tif").write_bytes(plain("TIFF", halves("F", 0.0, float("inf"))))
    with pytest.raises(OSError, match="photo-unreadable"):
        publish(tmp_path, "a.tif", tmp_path / "b.jpg")


def see_through(mode: str) -> bytes:
    image = Image.new("RGBA", (40, 20), (200, 30, 30, 255))
    image.paste((0, 0, 0, 0), (0, 0, 20, 20))
    if mode == "P":
        return plain("GIF", image)
    if mode == "RGB":
        solid = flat("RGB", (200, 30, 30))
        solid.paste((1, 2, 3), (0, 0, 20, 20))
        return plain("PNG", solid, transparency=(1, 2, 3))
    return plain("PNG", image.convert(mode))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "RGB"])
def test_what_is_transparent_is_white_paper(tmp_path: Path, mode: str) -> None:
    content = see_through(mode)
    assert near(published(tmp_path, content, (5, 10)), (255, 255, 255))
    assert not near(published(tmp_path, content, (35, 10)), (255, 255, 255), 60)


@pytest.mark.parametrize("mode", ["1", "L", "P", "YCbCr", "LAB", "CMYK"])
def test_every_way_of_storing_colours_is_read(tmp_path: Path, mode: str) -> None:
    red = flat("RGB", (200, 30, 30))
    if mode == "LAB":
        change = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
        stored = ImageCms.profileToProfile(red, *change, outputMode="LAB")
        assert stored is not None
    else:
        stored = red.convert(mode, palette=Image.Palette.ADAPTIVE)
    found = published(tmp_path, plain("TIFF", stored))
    grey = found[0] == found[1] == found[2]
    assert grey == (mode in ("1", "L"))
    assert grey or near(found, (200, 30, 30), 12)


def test_a_scan_of_black_and_white_is_made_smaller_in_greys(tmp_path: Path) -> None:
    """Made smaller as it is, every other of its fine lines would be lost."""
    scan = Image.frombytes("1", (3200, 160), b"\xaa" * (400 * 160))
    found = published(tmp_path, plain("TIFF", scan), (800, 40))
    assert near(found, (128, 128, 128), 40)


def test_lab_without_a_profile_is_read_all_the_same(tmp_path: Path) -> None:
    change = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    stored = ImageCms.profileToProfile(flat("RGB", (200, 30, 30)), *change, outputMode="LAB")
    assert stored is not None
    stored.info.clear()
    content = plain("TIFF", stored)
    assert b"acsp" not in content
    assert near(published(tmp_path, content), (200, 30, 30), 12)


@pytest.mark.parametrize(
    ("orientation", "blue", "size"),
    [
        (1, (2, 10), (40, 20)), (2, (37, 10), (40, 20)), (3, (37, 10), (40, 20)), (4, (2, 10), (40, 20)),
        (5, (10, 2), (20, 40)), (6, (10, 2), (20, 40)), (7, (10, 37), (20, 40)), (8, (10, 37), (20, 40)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_every_format_is_turned_upright(
    tmp_path: Path, kind: str, orientation: int, blue: tuple[int, int], size: tuple[int, int]
) -> None:
    if kind == "TIFF":
        content = plain(kind, tiffinfo={ORIENTATION: orientation})
    else:
        content = saved(kind, orientation=orientation)
    found = published(tmp_path, content, blue)
    assert found[2] > found[0] + 60
    one = measure(tmp_path, ["a.jpg"])["a.jpg"]
    assert (one.width, one.height) == size


def quadrants() -> Image.Image:
    made = Image.new("RGB", (40, 20), (200, 30, 30))
    made.paste((30, 30, 200), (0, 0, 10, 10))
    return made


@pytest.mark.parametrize("orientation", range(1, 9))
def test_turning_agrees_with_pillows_own(tmp_path: Path, orientation: int) -> None:
    """Flips too, which a picture that is alike above and below does not show."""
    from PIL import ImageOps

    content = saved("JPEG", quadrants(), orientation=orientation, quality=95)
    with Image.open(io.BytesIO(content)) as picture:
        expected = ImageOps.exif_transpose(picture)
    places = [(x, y) for x in (2, expected.width - 3) for y in (2, expected.height - 3)]
    for place in places:
        wanted = expected.getpixel(place)
        assert isinstance(wanted, tuple)
        assert near(published(tmp_path, content, place), wanted, 30)


@pytest.mark.parametrize(
    "make", [lambda: plain("JPEG"), lambda: plain("PNG"), lambda: plain("GIF")]
)
def test_the_same_picture_gives_the_same_bytes(tmp_path: Path, make: Callable[[], bytes]) -> None:
    (tmp_path / "a.jpg").write_bytes(make())
    for name in ("b.jpg", "c.jpg"):
        publish(tmp_path, "a.jpg", tmp_path / name)
    assert (tmp_path / "b.jpg").read_bytes() == (tmp_path / "c.jpg").read_bytes()


def test_what_is_no_longer_there_is_an_error_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"changed meanwhile")
    with pytest.raises(OSError, match="photo-no-picture"):
        publish(tmp_path, "a.jpg", tmp_path / "b.jpg")
    broken = bytearray(plain("PNG"))
    broken[broken.index(b"IDAT") + 6] ^= 0xFF
    (tmp_path / "a.jpg").write_bytes(bytes(broken))
    with pytest.raises(OSError, match="photo-unreadable"):
        publish(tmp_path, "a.jpg", tmp_path / "b.jpg")
