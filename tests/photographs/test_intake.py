"""Working copies: what is upright, small, plain and light already is kept bit by bit, all else is drawn anew."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from showcase.photographs import LONGEST_KEPT, Copy, Picture, working_copy
from showcase.photographs.intake import HEAVIEST_KEPT, alike
from showcase.photographs.opening import taken
from tests.photographs.pictures import picture, plain, saved, usual_profile, wide_profile


def copied(content: bytes, name: str = "a.jpg") -> Copy:
    known = taken(content, name)
    assert isinstance(known, Picture)
    copy = working_copy(known, name)
    assert isinstance(copy, Copy)
    return copy


def size_of(content: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(content)) as one:
        return one.size


@pytest.mark.parametrize("profile", [b"", usual_profile()])
def test_a_jpeg_that_needs_nothing_keeps_every_bit(profile: bytes) -> None:
    assert copied(plain("JPEG", icc_profile=profile)).content == plain("JPEG")
    grey = plain("JPEG", picture().convert("L"))
    assert copied(grey).content == grey


@pytest.mark.parametrize("orientation", range(2, 9))
def test_one_that_lies_on_its_side_is_turned(orientation: int) -> None:
    copy = copied(saved(orientation=orientation))
    upright = (20, 40) if orientation >= 5 else (40, 20)
    assert size_of(copy.content) == (copy.width, copy.height) == upright
    assert copy.content != copied(saved()).content


@pytest.mark.parametrize("size", [(LONGEST_KEPT + 1, 100), (100, LONGEST_KEPT + 1)])
def test_one_that_is_too_long_is_made_smaller(size: tuple[int, int]) -> None:
    copy = copied(plain("JPEG", picture(*size)))
    assert max(size_of(copy.content)) == max(copy.width, copy.height) == LONGEST_KEPT
    fitting = plain("JPEG", picture(LONGEST_KEPT, 100))
    assert copied(fitting).content == fitting


def test_one_of_wide_colours_is_converted() -> None:
    copy = copied(
        plain("JPEG", Image.new("RGB", (40, 20), (200, 100, 50)), icc_profile=wide_profile())
    )
    with Image.open(io.BytesIO(copy.content)) as one:
        shown = one.convert("RGB").getpixel((20, 10))
    assert isinstance(shown, tuple)
    assert shown[0] > 208


def test_one_of_inks_is_converted() -> None:
    copy = copied(plain("JPEG", picture().convert("CMYK")))
    with Image.open(io.BytesIO(copy.content)) as one:
        assert one.mode == "RGB"


def test_one_that_is_heavy_for_its_size_is_made_lighter() -> None:
    noise = Image.frombytes("RGB", (900, 900), os.urandom(900 * 900 * 3))
    content = plain("JPEG", noise, quality=100, subsampling=0)
    assert len(content) > HEAVIEST_KEPT
    assert len(copied(content).content) < len(content)


@pytest.mark.parametrize("kind", ["PNG", "GIF", "BMP", "TIFF"])
def test_a_drawing_stays_without_loss(kind: str) -> None:
    drawing = Image.new("RGB", (300, 200), "white")
    drawing.paste((200, 30, 30), (20, 20, 120, 90))
    copy = copied(plain(kind, drawing), "plan.png")
    assert copy.ending == ".png"
    with Image.open(io.BytesIO(copy.content)) as one:
        assert one.convert("RGB").tobytes() == drawing.tobytes()


def test_of_several_files_the_same_picture_is_found_whatever_lies_beside_it(tmp_path: Path) -> None:
    """By its bytes, or by every pixel; what is none, or of another size or colour, is passed over."""
    mine, name = plain("PNG"), "a.png"
    known = taken(mine, name)
    assert isinstance(known, Picture)
    copy = copied(mine, name)
    files = {
        "1.jpg": b"no picture", "2.png": plain("PNG", picture(41, 20)),
        "3.png": plain("PNG", picture().transpose(Image.Transpose.FLIP_LEFT_RIGHT)),
    }  # fmt: skip
    for one, content in files.items():
        (tmp_path / one).write_bytes(content)
    assert alike(known, copy, sorted(tmp_path.iterdir())) == ""
    (tmp_path / "4.bmp").write_bytes(plain("BMP"))
    assert alike(known, copy, sorted(tmp_path.iterdir())) == "4.bmp"
    (tmp_path / "0.png").write_bytes(mine)
    assert alike(known, copy, sorted(tmp_path.iterdir())) == "0.png"


def test_a_photograph_in_png_becomes_a_jpg() -> None:
    """Many colours; and few, but so mixed that a PNG of them would be the larger."""
    noise = Image.frombytes("L", (200, 200), os.urandom(200 * 200))
    many = Image.merge("RGB", [noise, noise.rotate(90), noise.rotate(180)])
    assert copied(plain("PNG", many)).ending == ".jpg"
    few = Image.merge("RGB", [noise.point(lambda value: value // 16 * 16)] * 2 + [noise.rotate(90).point(lambda value: value // 16 * 16)])  # fmt: skip
    copy = copied(plain("PNG", few))
    jpeg = len(plain("JPEG", few, quality=88, optimize=True, progressive=True))
    png = len(plain("PNG", few, optimize=True))
    assert (copy.ending == ".png") == (png <= jpeg)
    assert len(copy.content) <= min(jpeg, png)
