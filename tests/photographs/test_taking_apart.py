"""Files taken apart: what draws the picture stays, bit by bit; what does not, goes; nothing odd brings anything down."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from showcase.catalogue import Hindrance
from showcase.photographs import Copy, Picture, cleaned, hindrance, tiff, working_copy
from showcase.photographs.bare import UnfitError
from showcase.photographs.exif import facts, only_orientation
from showcase.photographs.formats import WEBP
from showcase.photographs.opening import taken
from tests.photographs.devices import MARK, jpeg, marked_in, png, webp
from tests.photographs.pictures import chunk, picture, plain, saved, wide_profile

KINDS = {"JPEG": jpeg, "PNG": png, "WEBP": webp}


def found(content: bytes, name: str = "a.jpg") -> Picture:
    known = taken(content, name)
    assert isinstance(known, Picture), known
    return known


def pixels(content: bytes) -> bytes:
    with Image.open(io.BytesIO(content)) as one:
        return one.convert("RGBA").tobytes()


@pytest.mark.parametrize("kind", KINDS)
def test_of_a_file_full_of_marks_the_picture_alone_stays(kind: str) -> None:
    content = KINDS[kind]()
    known = found(content)
    assert marked_in(content)
    assert not marked_in(known.bare.content)
    assert pixels(known.bare.content) == pixels(content)
    # the second time there is nothing left to take away
    assert found(known.bare.content).bare.content == known.bare.content


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("profile", [b"", wide_profile()], ids=["plain", "wide"])
@pytest.mark.parametrize("lossless", [False, True])
def test_a_cleaned_file_shows_what_it_showed(
    kind: str, orientation: int, profile: bytes, lossless: bool
) -> None:
    content = saved(kind, orientation=orientation, icc_profile=profile, lossless=lossless)
    fresh = cleaned(found(content))
    assert fresh is not None
    assert pixels(fresh) == pixels(content)
    assert b"Secret" not in fresh
    with Image.open(io.BytesIO(fresh)) as one:
        assert one.info.get("icc_profile", b"") == profile
        assert one.getexif().get(0x0112, 1) == orientation
        assert set(one.getexif()) <= {0x0112}
    before, after = found(content).bare, found(fresh).bare
    assert (before.upright, before.orientation) == (after.upright, after.orientation)
    assert before.located
    assert not after.located
    assert cleaned(found(fresh)) == fresh


@pytest.mark.parametrize("mode", ["RGBA", "RGB"])
def test_a_webp_stays_transparent_and_moving(mode: str) -> None:
    image = Image.new(mode, (16, 16), (200, 30, 30, 100)[: len(mode)])
    still = plain(
        "WEBP", image, lossless=True, icc_profile=wide_profile(), exif=only_orientation(3)
    )
    other = Image.new(mode, (16, 16), (30, 30, 200, 100)[: len(mode)])
    moving = plain("WEBP", image, save_all=True, append_images=[other], icc_profile=wide_profile())
    for content, several in ((still, ""), (moving, "动图")):
        known = found(content)
        fresh = cleaned(known)
        assert fresh is not None
        assert known.bare.several == several
        assert pixels(fresh) == pixels(content)
        with Image.open(io.BytesIO(fresh)) as one:
            assert (getattr(one, "n_frames", 1) > 1) == bool(several)
            assert one.info["icc_profile"] == wide_profile()


def test_a_plain_lossless_webp_gets_a_head_of_its_own() -> None:
    """Only an extended file can hold a profile; whether it is transparent its only frame says."""
    for mode, lossless in (("RGB", True), ("RGBA", True), ("RGB", False)):
        image = Image.new(mode, (16, 16), (200, 30, 30, 100)[: len(mode)])
        bare = found(plain("WEBP", image, lossless=lossless)).bare
        assert bare.content[12:16] == (b"VP8L" if lossless else b"VP8 ")
        turned = Picture(WEBP, replace(bare, orientation=6), b"")
        fresh = cleaned(turned)
        assert fresh is not None
        # EXIF, and 0x10 where it is transparent
        assert fresh[20] == (0x18 if mode == "RGBA" else 0x08)
        with Image.open(io.BytesIO(fresh)) as one:
            assert one.getexif()[0x0112] == 6
            assert one.mode == mode


def test_a_bare_webp_claims_nothing_that_it_no_longer_has() -> None:
    """The flags of its head: 0x02 that it moves, 0x10 that it is transparent."""
    image = Image.new("RGBA", (16, 16), (200, 30, 30, 100))
    content = plain("WEBP", image, icc_profile=wide_profile(), exif=only_orientation(3), xmp=b"x")
    assert content[20] == 0x20 | 0x10 | 0x08 | 0x04
    assert found(content).bare.content[20] == 0x10


def test_a_head_of_a_webp_that_is_too_short_says_nothing() -> None:
    frame = plain("WEBP")[12:]
    body = b"WEBPVP8X" + struct.pack("<I", 9) + b"\xff" * 9 + b"\0" + frame
    known = found(b"RIFF" + struct.pack("<I", len(body)) + body)
    assert (known.bare.width, known.bare.height) == (40, 20)
    assert known.bare.content == plain("WEBP")


def test_an_empty_box_and_one_that_goes_on_to_the_end_are_no_harm() -> None:
    """ISO/IEC 14496-12, 4.2: a box has eight bytes at least, or 0 for all that is left."""
    content = plain("AVIF")
    for behind in (b"\0\0\0\x08free", b"\0\0\0\0free" + bytes(9), b"\0\0\0\x01free" + struct.pack(">Q", 16)):  # fmt: skip
        assert found(content + behind).bare.width == 40
    for odd in (b"\0\0\0\x07free", b"\0\0\0\x09free"):
        assert isinstance(taken(content + odd, "a.avif"), Hindrance)


@pytest.mark.parametrize(
    ("noted", "located"),
    [({2: (30.0, 15.0, 0.0)}, True), ({4: (120.0, 9.0, 0.0)}, True), ({1: "N", 3: "E", 29: "2023:03:25"}, False)],
)  # fmt: skip
def test_one_half_of_a_position_is_one_and_what_stands_beside_it_is_none(
    noted: dict[int, object], located: bool
) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update(noted)
    assert facts(exif.tobytes()).located is located


@pytest.mark.parametrize(
    ("kind", "size"),
    [(1, 1), (2, 1), (3, 2), (4, 4), (5, 8), (6, 1), (7, 1), (8, 2), (9, 4), (10, 8), (11, 4), (12, 8), (99, 1)],
)  # fmt: skip
def test_values_of_a_tiff_may_fill_twice_its_bytes_whatever_their_type(
    kind: int, size: int
) -> None:
    """TIFF 6.0, section 2: so many bytes has a value of each type."""

    def file(count: int) -> bytes:
        entries = ((0x100, 4, 1, 40), (0x101, 4, 1, 20), (0x9999, kind, count, 0))
        body = b"".join(struct.pack("<HHII", *one) for one in entries)
        return b"II*\0" + struct.pack("<IH", 8, len(entries)) + body + bytes(4)

    room = 2 * len(file(0)) - 8
    assert tiff.bare(file(room // size)).width == 40
    with pytest.raises(UnfitError):
        tiff.bare(file(room // size + 1))


def test_other_formats_cannot_be_cleaned() -> None:
    for kind in ("GIF", "BMP", "TIFF"):
        assert cleaned(found(plain(kind))) is None


def test_a_profile_in_pieces_is_put_together_and_taken_apart_again() -> None:
    profile = bytes(range(256)) * 700
    content = plain("JPEG", icc_profile=profile)
    assert content.count(b"ICC_PROFILE\0") == 3
    known = found(content)
    assert known.bare.profile == profile
    assert cleaned(known) == cleaned(found(cleaned(known) or b""))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_profile_beyond_all_measure_is_left_out(kind: str) -> None:
    content = plain(kind, icc_profile=bytes(5_000_000))
    assert found(content).bare.profile == b""


def test_a_profile_that_cannot_be_unpacked_is_left_out() -> None:
    content = plain("PNG")
    broken = content[:33] + chunk(b"iCCP", b"icc\0\0no zlib") + content[33:]
    assert found(broken).bare.profile == b""


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_a_position_in_xmp_is_seen(kind: str) -> None:
    note = b"<x:xmpmeta><a exif:GPSLatitude='30,15.0N'/></x:xmpmeta>"
    content = plain(kind)
    if kind == "PNG":
        content = (
            content[:33] + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + note) + content[33:]
        )
    elif kind == "TIFF":
        content = plain(kind, tiffinfo={700: note})
    else:
        content = plain(kind, xmp=note)
    assert found(content).bare.located
    assert not found(plain(kind)).bare.located


def test_garbage_between_segments_is_passed_over() -> None:
    content = plain("JPEG")
    odd = content[:2] + b"\xff\xff\xff\xd0\xff\x01garbage" + content[2:]
    assert found(odd).bare.content == found(content).bare.content


def test_the_thumbnail_of_a_jfif_goes() -> None:
    small = MARK.encode().ljust(27, b"\0")
    content = plain("JPEG")
    head = b"\xff\xe0" + struct.pack(">H", 16 + 27) + content[6:18] + b"\3\3" + small
    odd = content[:2] + head + content[20:]
    assert found(odd).bare.content == content
    assert MARK.encode() in odd


def test_how_inks_are_stored_is_kept() -> None:
    """Adobe's segment says whether four channels are inks, or brightness, two colours and black (YCCK)."""
    content = plain("JPEG", Image.new("CMYK", (16, 16), (10, 200, 90, 0)))
    at = content.index(b"Adobe") + 11
    other = content[:at] + bytes((2 - content[at],)) + content[at + 1 :]
    assert pixels(other) != pixels(content)
    for one in (content, other):
        assert pixels(found(one).bare.content) == pixels(one)


def test_hidden_bytes_in_chunks_of_fixed_size_go() -> None:
    content = plain("PNG")
    odd = content[:33] + chunk(b"gAMA", struct.pack(">I", 45455) + MARK.encode()) + content[33:]
    right = content[:33] + chunk(b"gAMA", struct.pack(">I", 45455)) + content[33:]
    assert found(odd).bare.content == content
    assert found(right).bare.content == right


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff\xd8\xff\xc0\0\x04\x08\0" + bytes(9), "内容坏了"),
        (b"\xff\xd8\xff\xe0\0\x01" + bytes(9), "内容坏了"),
        (b"\xff\xd8\xff\xe0\0", "没有传完"),
        (b"\xff\xd8\xff\xd9", "没有传完"),
        (b"\xff\xd8\xff" + bytes(20), "没有传完"),
        (b"\xff\xd8\xff\xff", "没有传完"),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IDAT", b""), "内容坏了"),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(5)) + bytes(12), "内容坏了"),
        (plain("PNG")[:33] + chunk(b"IEND", b""), "内容坏了"),
        (b"RIFF\4\0\0\0WEBP", "内容坏了"),
        (b"RIFF\x0c\0\0\0WEBPVP8 \0\0\0\0", "内容坏了"),
        (b"RIFF\x0d\0\0\0WEBPVP8 \x09\0\0\0a", "没有传完"),
        (b"GIF89a" + bytes(8), "内容坏了"),
        (b"GIF89a\1\0\1\0\0\0\0", "没有传完"),
        (b"GIF89a\1\0\1\0\0\0\0\x2c", "内容坏了"),
        (b"II*\0\xff\xff\0\0", "没有传完"),
        (b"MM\0*\0\0\0\x08\0\0", "内容坏了"),
    ],
)  # fmt: skip
def test_odd_files_are_told(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    assert hindrance(tmp_path / "a.jpg") == Hindrance("photo-unreadable", why)


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP", "AVIF", "TIFF"])
def test_of_several_pictures_the_first_is_taken_and_that_is_told(kind: str) -> None:
    red, blue = Image.new("RGB", (40, 20), (200, 30, 30)), Image.new("RGB", (40, 20), (30, 30, 200))
    content = plain(kind, red, save_all=True, append_images=[blue])
    known = found(content)
    assert known.bare.several == ("好几页" if kind == "TIFF" else "动图")
    copy = working_copy(known, "a.jpg")
    assert isinstance(copy, Copy)
    with Image.open(io.BytesIO(copy.content)) as one:
        shown = one.convert("RGB").getpixel((20, 10))
    assert isinstance(shown, tuple)
    assert shown[0] > 150
    assert found(plain(kind)).bare.several == ""


def test_a_second_picture_and_a_film_behind_the_first_go() -> None:
    """MPO, as stereo cameras and telephones write it; and the film of a moving photograph."""
    one, other = picture(), Image.new("RGB", (40, 20), (30, 30, 200))
    stereo = plain("MPO", one, save_all=True, append_images=[other])
    assert found(stereo).bare.content == found(plain("JPEG", one)).bare.content
    film = plain("JPEG") + b"\0\0\0\x18ftypmp42" + MARK.encode() * 99
    assert found(film).bare.content == found(plain("JPEG")).bare.content


@pytest.mark.parametrize(
    "block",
    [
        b"", b"II", b"XX*\0\x08\0\0\0", b"II*\0\xff\xff\xff\xff", b"II*\0\x08\0\0\0\xff\xff", b"MM\0*\0\0\0\0",
        b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x09\0\0\0",
        b"II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\xf0\xff\xff\xff",
    ],
)  # fmt: skip
def test_exif_that_makes_no_sense_says_nothing(block: bytes) -> None:
    known = facts(block)
    assert (known.orientation, known.located, known.taken) == (1, False, "")


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2023:03:25 14:30:00", "2023-03-25"),
        ("2023-03-25 14:30", "2023-03-25"),
        ("2023:02:30 14:30:00", ""),
        ("0000:00:00 00:00:00", ""),
        ("    :  :     :  :  ", ""),
        ("2023", ""),
    ],
)
def test_the_day_is_that_of_the_camera(date: str, day: str) -> None:
    exif = Image.Exif()
    exif[0x0132] = date
    assert facts(exif.tobytes()).taken == day
    exif.get_ifd(0x8769)[0x9003] = "2019:01:02 03:04:05"
    assert facts(exif.tobytes()).taken == "2019-01-02"


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=250, deadline=None
)
@given(kind=st.sampled_from(["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF"]), data=st.data())
def test_files_changed_anywhere_are_told_or_taken(
    tmp_path: Path, kind: str, data: st.DataObject
) -> None:
    content = bytearray(plain(kind) if kind in ("GIF", "TIFF", "BMP") else saved(kind))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(content[: data.draw(st.integers(1, len(content)))])
    (tmp_path / "a.jpg").write_bytes(cut)
    told = hindrance(tmp_path / "a.jpg")
    known = taken(cut, "a.jpg")
    assert told is None or told.code.startswith("photo-")
    if told is None and isinstance(known, Picture):
        copy = working_copy(known, "a.jpg")
        # greys that are no numbers come to light when they are drawn
        assert isinstance(copy, Copy) or kind == "TIFF"
        if fresh := cleaned(known):
            assert isinstance(taken(fresh, "a.jpg"), Picture)


def test_packed_rows_that_go_on_for_ever_are_not_followed(tmp_path: Path) -> None:
    content = plain("PNG")
    rows = chunk(b"IDAT", zlib.compress(bytes(20 * (1 + 40 * 3)) + bytes(60_000_000)))
    (tmp_path / "a.png").write_bytes(content[:33] + rows + chunk(b"IEND", b""))
    assert hindrance(tmp_path / "a.png") is None
