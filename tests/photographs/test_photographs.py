"""Photographs are measured as they will be published: upright, capped, whole, and without metadata."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from showcase.catalogue import Photograph
from showcase.photographs import LONGEST, measure, publish, publishing
from tests.photographs.pictures import GPS, picture, saved

MISNAMED = {"JPEG": "", "PNG": "PNG", "WEBP": "WebP"}


def is_blue(colour: object) -> bool:
    return isinstance(colour, tuple) and colour[2] > 150 and colour[0] < 90


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_measured_and_published_without_metadata(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.jpg").write_bytes(saved(kind))
    assert measure(tmp_path, ["a.jpg"]) == {
        "a.jpg": Photograph("a.jpg", 40, 20, True, "", MISNAMED[kind])
    }
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


@pytest.mark.parametrize(
    "name", ["a\0.jpg", "a" * 5000 + ".jpg", "../a.jpg", "..\\a.jpg", "none.jpg"]
)
def test_a_name_that_is_no_file_of_the_folder_is_not_measured(tmp_path: Path, name: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "a.jpg").write_bytes(saved())
    assert measure(tmp_path / "in", [name]) == {}


def test_what_is_remembered_of_pictures_has_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "_MOST_REMEMBERED", 2)
    monkeypatch.setattr(publishing, "_REMEMBERED", {})
    for number in range(5):
        (tmp_path / f"{number}.jpg").write_bytes(saved(image=picture(40 + number, 20)))
    names = [f"{number}.jpg" for number in range(5)]
    assert [one.width for one in measure(tmp_path, names).values()] == [40, 41, 42, 43, 44]
    assert len(publishing._REMEMBERED) <= 2
    assert [one.width for one in measure(tmp_path, names).values()] == [40, 41, 42, 43, 44]
