"""Bytes become text in the encodings that Windows editors write, and nothing else passes for text."""

from __future__ import annotations

import codecs
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.reading.text import LARGEST, UnreadableError, decode

TEXT = "name: 云桥同心站，𠮷祥\n"


def word_document() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", TEXT * 50)
    return target.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode("gb18030"),
    ],
    ids=["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "gb18030", "crlf", "cr"],
)
def test_an_encoding_of_windows_editors_is_read(content: bytes) -> None:
    assert decode(content) == TEXT


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"name: \x00", "not-text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not-text"),
        (word_document(), "not-text"),
        (TEXT.encode("utf-16-le"), "not-text"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "not-text"),
        (codecs.BOM_UTF8 + b"\xff", "not-text"),
        (codecs.BOM_UTF16_LE + b"a", "not-text"),
        (b"name: \x1b[31m", "not-text"),
        (b"a" * (LARGEST + 1), "file-too-large"),
    ],
    ids=["NUL", "png", "docx", "utf-16 unmarked", "utf-32", "broken utf-8", "half a character", "escape", "large"],
)  # fmt: skip
def test_what_is_no_text_is_said_to_be_none(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as fault:
        decode(content)
    assert fault.value.code == code


def test_the_largest_file_is_read() -> None:
    assert len(decode(b"a" * LARGEST)) == LARGEST


def test_separators_that_no_editor_shows_as_line_ends_are_blanks() -> None:
    assert decode("a\u2028b\u2029c\x85d\n".encode()) == "a b c d\n"


@given(st.binary())
def test_any_bytes_are_text_or_unreadable(content: bytes) -> None:
    try:
        text = decode(content)
    except UnreadableError as fault:
        assert fault.code == "not-text"
        return
    assert "\r" not in text
    text.encode("utf-8")


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc", "Zl", "Zp"])))
def test_text_is_read_back_from_utf8(text: str) -> None:
    assert decode(text.encode("utf-8-sig")) == text
