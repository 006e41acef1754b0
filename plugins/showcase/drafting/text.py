"""From bytes to text: what Windows editors write, and never a garbled character in place of a guess."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from itertools import chain, zip_longest

LARGEST = 1_000_000
"""Bytes that a YAML file may have; the longest real ones have some thirty thousand."""

# beginnings of files that are no text, whatever their name says; the first that fits is told
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "写字板（RTF）文档"),
    (b"\xd0\xcf\x11\xe0", "旧版Word或Excel文档"),
    (b"%PDF", "PDF文档"),
    (b"\xff\xd8\xff", "JPEG照片"),
    (b"\x89PNG", "PNG图片"),
    (b"GIF8", "GIF图片"),
    (b"RIFF", "WebP图片或视频"),
    (b"MZ", "程序"),
    (b"7z\xbc\xaf", "压缩包"),
    (b"Rar!\x1a", "压缩包"),
    (codecs.BOM_UTF32_LE, "UTF-32文本"),
    (codecs.BOM_UTF32_BE, "UTF-32文本"),
)
_PACKED = ((b"word/", "Word文档"), (b"xl/", "Excel表格"), (b"ppt/", "演示文稿"))
_WEB_PAGE = re.compile(rb"\s*(?:<!doctype html|<html|<\?xml|<head|<body)", re.IGNORECASE)
# pairs of bytes that are a letter to UTF-8 and an everyday Chinese character to GBK; and what Chinese
# cannot be: a lone one among plain letters (é in Café), or any longer form of UTF-8
_LETTER_OR_HAN = re.compile(rb"(?:[\xc2-\xdf][\xa1-\xbf]){2,}")
_FEWEST_BY_CHANCE = 4
_END = re.compile(r"\r\n|\r|\n")
_FOREIGN_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f]")
# three bytes of UTF-8 that make a Chinese character or its punctuation: hardly ever good GBK by chance
_HAN_IN_UTF8 = re.compile(rb"[\xe3-\xe9\xef][\x80-\xbf]{2}")
# three Chinese characters of UTF-8 in a row, with a byte that common GBK characters never have
_UTF8_AMID = re.compile(
    rb"(?=[\xe3-\xe9\x80-\xbf]{0,8}[\x80-\x9f])(?:[\xe3-\xe9][\x80-\xbf]{2}){3}"
)
_UTF8_RUN = re.compile(rb"(?:[\xe3-\xe9\xef][\x80-\xbf]{2})+")
_MOST_CONTROLS = 0.02
"""Share of control characters above which a file is taken for a binary one."""


class UnreadableError(ValueError):
    """The bytes are no text. `code` names the message: file-too-large, not-text; `kind` what they are."""

    def __init__(self, code: str, kind: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.kind = kind


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be said about the bytes of a line: a code of `messages`, and whether it is certain
    that the text is what was meant."""

    code: str
    line: int
    certain: bool


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, lines ended by ``\n``, and what had to be done to get it.

    `ends` are the ends of its lines as they were, where any was another than ``\n``.
    """

    text: str
    remarks: tuple[Remark, ...] = ()
    ends: tuple[str, ...] = ()


def decode(content: bytes) -> str:
    """The text of a file whose remarks do not matter. Raises UnreadableError."""
    return decoded(content).text


def decoded(content: bytes) -> Decoded:
    """The text of a file: UTF-8, UTF-16, or GB18030 (Notepad's ANSI), also line by line where two
    editors wrote one file. Raises UnreadableError."""
    if len(content) > LARGEST:
        raise UnreadableError("file-too-large")
    if kind := _kind(content):
        raise UnreadableError("not-text", kind)
    try:
        # nearly every file
        text = content.decode("utf-8-sig")
        remarks: tuple[Remark, ...] = ()
    except UnicodeDecodeError:
        text, remarks = _foreign(content)
    else:
        if "\0" in text:
            text, remarks = _with_nulls(content, text)
        elif _is_gbk_by_chance(content):
            text, remarks = content.decode("gb18030"), (Remark("encoding-gb18030", 1, True),)
    if len(_FOREIGN_CONTROL.findall(text)) > max(8, len(text) * _MOST_CONTROLS):
        raise UnreadableError("not-text", "别的程序的文件")
    if "\r" not in text:
        return Decoded(text, remarks)
    return Decoded(_lined(text), remarks, tuple(_END.findall(text)))


def _lined(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _kind(content: bytes) -> str:
    if content.startswith(b"PK\x03\x04"):
        return next((name for mark, name in _PACKED if mark in content), "Word、Excel文档或压缩包")
    for beginning, name in _BEGINNINGS:
        if content.startswith(beginning) and _is_binary(content, beginning):
            return name
    return "网页" if _WEB_PAGE.match(content) else ""


def _is_binary(content: bytes, beginning: bytes) -> bool:
    # letters can begin a text as well; a program or an archive has more to show
    return not beginning.isalnum() or b"\0" in content[:64]


def _with_nulls(content: bytes, text: str) -> tuple[str, tuple[Remark, ...]]:
    """Text in which bytes are nothing: a tail that a power cut left, or UTF-16 of plain letters."""
    if wide := _unmarked_utf16(content):
        return wide, (Remark("encoding-utf-16", 1, True),)
    whole = text.rstrip("\0")
    if len(whole) < len(text):
        line = _lined(whole.rstrip()).count("\n") + 1
        return whole, (Remark("nul-tail", line, True),)
    return text, ()


def _foreign(content: bytes) -> tuple[str, tuple[Remark, ...]]:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16"), (Remark("encoding-utf-16", 1, True),)
        except UnicodeDecodeError:
            raise UnreadableError("not-text", "坏掉的UTF-16文本") from None
    if wide := _unmarked_utf16(content):
        return wide, (Remark("encoding-utf-16", 1, True),)
    # lines, and between them their ends
    pieces = re.split(rb"(\r\n|\r|\n)", content.rstrip(b"\0"))
    if not any(_is_utf8_chinese(line) or _UTF8_AMID.search(line) for line in pieces[::2]):
        try:
            return content.rstrip(b"\0").decode("gb18030"), (Remark("encoding-gb18030", 1, True),)
        except UnicodeDecodeError:
            pass
    text, remarks = _line_by_line(pieces[::2])
    ends = [end.decode() for end in pieces[1::2]]
    return "".join(chain(*zip_longest(text.split("\n"), ends, fillvalue=""))), remarks


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of the Latin letters and line ends is nothing."""
    half = len(content) // 2
    if len(content) % 2 or not half:
        return None
    for encoding, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        highs = content[offset::2]
        if highs.count(0) * 5 >= half > 0 and content[1 - offset :: 2].count(0) * 20 <= half:
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    return None


def _is_gbk_by_chance(content: bytes) -> bool:
    """Whether bytes that UTF-8 can read are GBK all the same, as Notepad once showed: a few characters whose
    bytes pass for Greek or Cyrillic letters, and nothing else in the file that is more than plain."""
    if content.isascii() or _HAN_IN_UTF8.search(content):
        return False
    found = _LETTER_OR_HAN.findall(content)
    count = sum(map(len, found)) // 2
    return count >= _FEWEST_BY_CHANCE and _LETTER_OR_HAN.sub(b"", content).isascii()


def _is_utf8_chinese(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return _HAN_IN_UTF8.search(line) is not None


def _in_gbk(line: bytes) -> str:
    """A line of GBK, also with runs of UTF-8 pasted into it; empty where it is neither."""
    pieces, start = [], 0
    try:
        for found in _UTF8_AMID.finditer(line):
            end = _UTF8_RUN.match(line, found.start())
            assert end is not None
            pieces += [line[start : found.start()].decode("gb18030"), end[0].decode("utf-8")]
            start = end.end()
        pieces.append(line[start:].decode("gb18030"))
    except UnicodeDecodeError:
        return ""
    return "".join(pieces)


def _line_by_line(lines: list[bytes]) -> tuple[str, tuple[Remark, ...]]:
    """A file in which lines are of two encodings, or in which some bytes are broken."""
    texts, remarks = [], []
    for number, line in enumerate(lines, start=1):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            by_chance = _is_gbk_by_chance(line)
            texts.append(line.decode("gb18030") if by_chance else text)
            remarks += [Remark("encoding-mixed", number, False)] if by_chance else []
            continue
        mended = line.decode("utf-8", errors="replace")
        foreign = _in_gbk(line)
        if foreign and not (_HAN_IN_UTF8.search(line) and mended.count("\ufffd") <= 2):
            texts.append(foreign)
            remarks.append(Remark("encoding-mixed", number, False))
        else:
            texts.append(mended)
            remarks.append(Remark("bytes-broken", number, False))
    return "\n".join(texts), tuple(remarks)
