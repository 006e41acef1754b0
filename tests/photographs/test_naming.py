"""Names of pictures that are taken in: small letters, the day, and nothing of the device."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.file_names import alike, flaw
from showcase.photographs import safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("微信图片_20230325143000.jpg", "2023-03-25.jpg"),
        ("微信图片_20230325143000_1.jpg", "2023-03-25-1.jpg"),
        ("IMG_20230325_143000.jpg", "2023-03-25.jpg"),
        ("IMG_20230325_143000123.jpg", "2023-03-25.jpg"),
        ("mmexport1679731200000.jpg", "2023-03-25.jpg"),
        ("mmexport1679759999000.jpg", "2023-03-25.jpg"),
        ("mmexport1679760001000.jpg", "2023-03-26.jpg"),
        ("Screenshot_2023-03-25-14-30-00.png", "2023-03-25.jpg"),
        ("PXL_20230325_143000123.jpg", "2023-03-25.jpg"),
        ("2023年3月5日 揭牌仪式.jpg", "2023-03-05-jiepaiyishi.jpg"),
        ("2023.3.5揭牌.jpg", "2023-03-05-jiepai.jpg"),
        ("IMG_0001.HEIC", "photo-0001.jpg"),
        ("DSC00012.JPG", "photo-00012.jpg"),
        ("20231399.jpg", "photo-20231399.jpg"),
        ("13800138000.jpg", "photo-13800138000.jpg"),
        ("开幕式 (1).JPG", "kaimushi-1.jpg"),
        ("party.jpg", "party.jpg"),
        ("image.png", "photo.jpg"),
        ("imagery.png", "imagery.jpg"),
        ("con.jpg", "photo-con.jpg"),
        ("COM1", "photo-com1.jpg"),
        ("aux .png", "photo-aux.jpg"),
        ("...", "photo.jpg"),
        ("😀", "photo.jpg"),
        ("../../etc/passwd", "photo.jpg"),
        ("a.jpg. . .", "a-jpg.jpg"),
        ("很" * 60 + ".jpg", "henhenhenhenhenhenhenhenhenhenhenhenhenh.jpg"),
        ("one two three four five six seven eights.jpg", "one-two-three-four-five-six-seven-eights.jpg"),
        ("one two three four five six seven eight nine ten.jpg", "one-two-three-four-five-six-seven-eight.jpg"),
    ],
)  # fmt: skip
def test_a_name_is_made_safe(name: str, safe: str) -> None:
    assert safe_name(name, ".jpg", ()) == safe


def test_names_that_are_taken_are_numbered_whatever_their_case() -> None:
    taken = ["Hall.JPG", "hall-2.jpg"]
    assert safe_name("hall.png", ".jpg", taken) == "hall-3.jpg"
    assert safe_name("hall.png", ".png", taken) == "hall.png"


@given(st.text(max_size=80), st.lists(st.text(max_size=20), max_size=5))
def test_no_name_makes_trouble_anywhere(name: str, taken: list[str]) -> None:
    safe = safe_name(name, ".jpg", taken)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*\.jpg", safe)
    assert flaw(safe) is None
    assert len(safe) <= 64
    assert alike(safe) not in {alike(one) for one in taken}
