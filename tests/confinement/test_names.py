"""A typed name is one file in one folder on every system, or it is refused."""

from __future__ import annotations

import ntpath
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from showcase.file_names import LONGEST, Flaw, alike, copied_from, flaw, is_kept, likenesses, shown

OUTSIDE = [
    "", ".", "..", "../a.jpg", "a/b.jpg", "a/../../b.jpg", "/etc/passwd", "\\", "..\\a.jpg", "C:\\x.jpg", "C:x.jpg", "c:",
    "\\\\server\\share\\x.jpg", "//server/share/x.jpg", "\\\\?\\C:\\x.jpg", "\\\\.\\COM1", "file:///etc/passwd", "FILE:x",
    "https://example.org/x.jpg", "data:image/png;base64,AA", "~/x.jpg", "．．", "．．／x.jpg", "a＼b.jpg", "a∕b.jpg", "a℀b.jpg", " .. ",
]  # fmt: skip
UNSEEN = ["a\0.jpg", "a\n.jpg", "a\x1b.jpg", "a\x7f.jpg", "gpj.\u202ea", "a\u200b.jpg", "a\ufeff.jpg", "a\udce3.jpg", "a\u2028.jpg"]  # fmt: skip
FORBIDDEN = ["a.jpg:stream", "a.jpg::$DATA", "a?.jpg", "a*.jpg", 'a".jpg', "a|b.jpg", "<a>.jpg"]
KEPT = ["con", "CON.jpg", "aux.png", "Nul.tar.gz", "com1.jpg", "LPT9", "COM¹.jpg", "lpt³", "con .jpg", "CONIN$", "conout$.txt"]  # fmt: skip
ENDS = ["a.jpg.", "a.jpg ", " a.jpg", "a.jpg. .", "a.jpg\u3000"]
FINE = [
    "hall.jpg", "前厅 (1).jpg", "微信图片_20230512103045.jpg", "IMG_2023~1.JPG", "PROGRA~1", "photo..jpg", ".hall.jpg", "~hall.jpg",
    "前厅：二楼.jpg", "com.jpg", "com10.jpg", "console.jpg", "aux-hall.jpg", "a…b.jpg", "é.jpg", "a" * LONGEST,
]  # fmt: skip
CASES = [
    *((name, Flaw.PATH) for name in OUTSIDE),
    *((name, Flaw.UNSEEN) for name in UNSEEN),
    *((name, Flaw.FORBIDDEN) for name in FORBIDDEN),
    *((name, Flaw.KEPT) for name in KEPT),
    *((name, Flaw.ENDS) for name in ENDS),
    ("a" * (LONGEST + 1), Flaw.LONG),
    ("荷" * 86, Flaw.LONG),
    *((name, None) for name in FINE),
]  # fmt: skip
FOLDERS = (PurePosixPath("/project/bases/hetang"), PureWindowsPath("C:\\project\\bases\\hetang"))
HOSTILE = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="./\\:~ aAcCoOnN1¹．／＼\u202e\0", max_size=12),
    st.sampled_from([name for name, _ in CASES]),
)
"""Any text, texts of the signs that matter, and those of the examples."""


@pytest.mark.parametrize(("name", "expected"), CASES)
def test_a_name_is_judged(name: str, expected: Flaw | None) -> None:
    assert flaw(name) is expected


@given(HOSTILE)
@example("a.jpg:stream")
@example("COM¹")
@example("．．／．．／x")
def test_a_name_that_passes_stays_in_its_folder_everywhere(name: str) -> None:
    """As Windows and the others join and shorten paths."""
    if flaw(name) is not None:
        return
    posix, windows = (folder / name for folder in FOLDERS)
    assert posix.parent == FOLDERS[0]
    assert windows.parent == FOLDERS[1]
    assert posix.name == windows.name == name
    assert ntpath.normpath(str(windows)) == str(windows)
    assert ntpath.dirname(ntpath.abspath(str(windows))).endswith("hetang")
    assert not windows.is_reserved()
    # nor when full-width signs are made plain, as archives and browsers do
    plain = PurePosixPath(unicodedata.normalize("NFKC", name))
    assert (FOLDERS[0] / plain).parent == FOLDERS[0]
    assert plain.name not in ("", "..")
    assert len(name.encode()) <= 255
    assert "\0" not in name


@given(HOSTILE)
def test_every_name_that_windows_keeps_is_known(name: str) -> None:
    if PureWindowsPath(name.partition(".")[0]).is_reserved() and flaw(name) is not Flaw.PATH:
        assert flaw(name) is not None


@given(st.text(min_size=1))
def test_names_are_alike_whatever_their_case_and_however_they_are_put_together(name: str) -> None:
    assert alike(name.upper().lower()) == alike(name.upper())
    assert alike(unicodedata.normalize("NFD", name)) == alike(unicodedata.normalize("NFC", name))


def test_names_that_are_alike_are_found() -> None:
    names = ["Hall.jpg", "hall.JPG", "hall2.jpg", "café.jpg", "cafe\u0301.jpg"]
    assert list(likenesses(names)) == [("hall.JPG", "Hall.jpg"), ("cafe\u0301.jpg", "café.jpg")]


@pytest.mark.parametrize(
    ("stem", "first"),
    [("yunqiao - 副本", "yunqiao"), ("yunqiao(1)", "yunqiao"), ("复件 yunqiao", "yunqiao"), ("yunqiao", ""), ("copyright", ""),
     ("yunqiao副本2", "yunqiao"), ("yunqiao - 副本 (2)", "yunqiao"), ("yunqiao Copy", "yunqiao"), ("yunqiao 2", "")],
)  # fmt: skip
def test_a_copy_is_known_by_its_name(stem: str, first: str) -> None:
    assert copied_from(stem) == first


@given(st.text())
def test_any_name_can_be_printed(name: str) -> None:
    assert shown(name).encode().decode() == shown(name)
    if name.isprintable():
        assert shown(name) == name


def test_what_only_begins_like_a_device_is_none() -> None:
    assert not any(map(is_kept, ("console", "auxiliary", "nullah", "com", "lpt", "com0x", "")))
