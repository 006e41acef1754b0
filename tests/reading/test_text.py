"""Bytes become text in the encodings that Windows editors write, and nothing else passes for text."""

from __future__ import annotations

import codecs
import io
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from showcase.drafting.text import LARGEST, UnreadableError, decode, decoded

TEXT = "名称: 云桥同心站，𠮷祥\n城市: 云州市\n"
HAN = st.sampled_from(
    # the everyday characters of GB 2312, level 1
    [bytes((row, cell)).decode("gb2312") for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFF)]
)
han_lines = st.lists(st.text(HAN, min_size=4, max_size=12), min_size=1, max_size=6)


def packed(name: str) -> bytes:
    """The bytes of an Office document: an archive with a file of this name."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, TEXT * 50)
    return target.getvalue()


def codes(content: bytes) -> list[tuple[str, int, bool]]:
    return [(one.code, one.line, one.certain) for one in decoded(content).remarks]


# --- encodings


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (TEXT.encode(), ""),
        (TEXT.encode("utf-8-sig"), ""),
        (TEXT.replace("\n", "\r\n").encode(), ""),
        (TEXT.replace("\n", "\r").encode(), ""),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "encoding-utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "encoding-utf-16"),
        (("schema: 1\n" + TEXT).encode("utf-16-le"), "encoding-utf-16"),
        (("schema: 1\n" + TEXT).encode("utf-16-be"), "encoding-utf-16"),
        (TEXT.encode("gb18030"), "encoding-gb18030"),
        (TEXT.replace("\n", "\r\n").encode("gb18030"), "encoding-gb18030"),
        (TEXT.replace("\n", "\r").encode("gb18030"), "encoding-gb18030"),
    ],
    ids=["utf-8", "utf-8-sig", "crlf", "cr", "utf-16-le", "utf-16-be", "utf-16-le unmarked", "utf-16-be unmarked",
         "gb18030", "gb18030 crlf", "gb18030 cr"],
)  # fmt: skip
def test_an_encoding_of_windows_editors_is_read(content: bytes, code: str) -> None:
    assert decode(content).removeprefix("schema: 1\n") == TEXT
    assert codes(content) == ([(code, 1, True)] if code else [])


@pytest.mark.parametrize("count", range(1, 9))
def test_gbk_is_read_however_few_its_characters(count: int) -> None:
    text = "名称: " + "云桥同心实践基地"[:count] + "\n"
    assert decode(text.encode("gbk")) == text


@given(han_lines)
def test_chinese_in_gb18030_comes_back_exactly(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert decode(text.encode("gb18030")) == text


@given(han_lines, st.integers(0, 4))
def test_a_tail_of_nothing_is_cut_off_in_either_encoding(lines: list[str], count: int) -> None:
    text = "\n".join(lines) + "\n"
    tail = b"\0" * (count * 16)
    assert decode(text.encode() + tail) == text
    assert decode(text.encode("gb18030") + tail) == text


@given(
    st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"])).map("名称: {}".format)
)
@example("Café Müller, à côté")
@example("Привет, товарищ")
@example("名称: ï»¿")
@example("αβγδ 同")
def test_text_is_read_back_from_utf8(text: str) -> None:
    assert decode(text.encode("utf-8-sig")) == text
    assert decoded(text.encode("utf-8-sig")).remarks == ()


# --- two encodings in one file


@pytest.mark.parametrize("order", ["ug", "gu", "ugu", "gug", "uug", "ggu", "gguu", "augagu"])
def test_lines_of_two_encodings_are_each_read(order: str) -> None:
    """Two editors wrote one file: u a line of UTF-8, g one of GBK, a one of plain letters."""
    lines, content = [], []
    for number, kind in enumerate(order):
        line = "schema: 1" if kind == "a" else f"口号{number}: 同心同行，共议共办"
        lines.append(line)
        content.append(line.encode("gb18030" if kind == "g" else "utf-8"))
    whole = b"\r\n".join(content)
    assert decode(whole) == "\n".join(lines)
    expected = [
        ("encoding-mixed", number, False) for number, kind in enumerate(order, 1) if kind == "g"
    ]
    assert codes(whole) == expected


def test_a_mixed_file_that_happens_to_be_good_gb18030_is_seen_to_be_mixed() -> None:
    """Six bytes of UTF-8 pass for three characters of GBK: 同心 would become 鍚屽績."""
    whole = "口号: 同心\n".encode() + "地点: 荷塘路\n".encode("gb18030")
    assert whole.decode("gb18030") == "鍙ｅ彿: 鍚屽績\n地点: 荷塘路\n"
    assert decode(whole) == "口号: 同心\n地点: 荷塘路\n"


@given(han_lines, st.lists(st.booleans(), min_size=6, max_size=6))
def test_no_sign_for_lost_characters_appears_unsaid(lines: list[str], foreign: list[bool]) -> None:
    pieces = [
        f"口号: {line}".encode("gb18030" if other else "utf-8")
        for line, other in zip(lines, foreign, strict=False)
    ]
    found = decoded(b"\n".join(pieces))
    broken = {one.line for one in found.remarks if one.code == "bytes-broken"}
    marked = {number for number, line in enumerate(found.text.split("\n"), 1) if "\ufffd" in line}
    assert marked <= broken


# --- damage


def test_a_broken_character_costs_only_itself() -> None:
    whole = "口号: 同心同行，共议".encode()
    content = whole[:8] + whole[9:] + "\n地点: 荷塘路\n".encode()
    text = decode(content)
    assert text.endswith("同行，共议\n地点: 荷塘路\n")
    assert "\ufffd" in text
    assert codes(content) == [("bytes-broken", 1, False)]


def test_a_tail_of_nothing_is_told_at_the_last_line() -> None:
    assert codes(TEXT.encode() + b"\0" * 99) == [("nul-tail", 2, True)]
    assert decode(TEXT.encode() + b"\0" * 99) == TEXT


def test_nothing_amid_the_text_is_left_for_the_reader_to_tell() -> None:
    assert decode("口号: 同\0心\n".encode()) == "口号: 同\0心\n"


@given(st.binary())
def test_any_bytes_are_text_or_unreadable(content: bytes) -> None:
    try:
        found = decoded(content)
    except UnreadableError as fault:
        assert fault.code == "not-text"
        return
    assert "\r" not in found.text
    found.text.encode("utf-8")
    lines = found.text.split("\n")
    assert all(1 <= one.line <= len(lines) for one in found.remarks)
    if "\ufffd" in found.text and "\ufffd".encode() not in content:
        utf16 = any(one.code == "encoding-utf-16" for one in found.remarks)
        gb = any(one.code == "encoding-gb18030" for one in found.remarks)
        assert utf16 or gb or any(one.code == "bytes-broken" for one in found.remarks)


# --- what is no text


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (packed("word/document.xml"), "Word文档"),
        (packed("xl/workbook.xml"), "Excel表格"),
        (packed("ppt/presentation.xml"), "演示文稿"),
        (packed("a.txt"), "Word、Excel文档或压缩包"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 40, "旧版Word或Excel文档"),
        (b"{\\rtf1\\ansi \\'d4\\'c6}", "写字板（RTF）文档"),
        (b"%PDF-1.7\n1 0 obj", "PDF文档"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG照片"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG图片"),
        (b"GIF89a\1\0\1\0", "GIF图片"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "WebP图片或视频"),
        (b"MZ\x90\0\x03\0\0\0", "程序"),
        (b"Rar!\x1a\x07\x01\0", "压缩包"),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "压缩包"),
        ("<!DOCTYPE html>\n<html><body>云桥</body></html>".encode(), "网页"),
        (b"\n  <html>", "网页"),
        (bytes(range(1, 32)) * 9, "别的程序的文件"),
        (codecs.BOM_UTF16_LE + b"a", "坏掉的UTF-16文本"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "UTF-32文本"),
    ],
    ids=["docx", "xlsx", "pptx", "zip", "doc", "rtf", "pdf", "jpg", "png", "gif", "webp", "exe", "rar", "7z", "html",
         "html indented", "controls", "half a character", "utf-32"],
)  # fmt: skip
def test_a_renamed_file_is_called_what_it_is(content: bytes, kind: str) -> None:
    with pytest.raises(UnreadableError) as fault:
        decoded(content)
    assert (fault.value.code, fault.value.kind) == ("not-text", kind)


@pytest.mark.parametrize("beginning", ["MZ号楼", "GIF8", "Rar!", "RIFF", "%号", "{\\r", "<p>"])
def test_letters_that_also_begin_other_files_may_begin_a_text(beginning: str) -> None:
    assert decode(f"{beginning}: 荷塘\n".encode()) == f"{beginning}: 荷塘\n"


def test_the_largest_file_is_read_and_a_larger_one_refused() -> None:
    assert len(decode(b"a" * LARGEST)) == LARGEST
    with pytest.raises(UnreadableError) as fault:
        decode(b"a" * (LARGEST + 1))
    assert fault.value.code == "file-too-large"
