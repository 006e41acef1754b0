"""From bytes to text: the encodings that Windows editors write, and nothing guessed beyond them."""

from __future__ import annotations

import codecs
import re

LARGEST = 1_000_000
"""Bytes that a YAML file may have; the longest real ones have some thirty thousand."""

# line ends to YAML, but to no editor: left in, every line below would be miscounted
_SEPARATORS = re.compile("[\x85\u2028\u2029]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class UnreadableError(ValueError):
    """The bytes are no text. `code` names the message: file-too-large, not-text."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def decode(content: bytes) -> str:
    """The text of a file: UTF-8, marked UTF-16, or GB18030 (Notepad's ANSI). Raises UnreadableError.

    Line ends come out as ``\\n``.
    """
    if len(content) > LARGEST:
        raise UnreadableError("file-too-large")
    text = _decoded(content)
    if _CONTROL.search(text):
        raise UnreadableError("not-text")
    return _SEPARATORS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            encodings: tuple[str, ...] = (encoding,)
            break
    else:
        encodings = ("utf-8", "gb18030")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError("not-text")
