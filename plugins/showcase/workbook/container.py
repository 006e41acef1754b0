"""What a file is, by its first bytes and what is in it: an .xlsx to be unpacked, a text, or neither.

Nothing is unpacked beyond a bound, and nothing but the parts that hold cells.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from .faults import unreadable

LARGEST = 50_000_000
"""Bytes that a file may have."""
MOST_UNPACKED = 200_000_000
"""Bytes that its parts may have, unpacked; a thousand bases with all their activities take some thirty million."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_KINDS = (
    ("xl/workbook.bin", "Excel二进制工作簿（xlsb）"),
    ("word/", "Word文档"),
    ("ppt/", "演示文稿"),
    ("Index/", "Numbers表格"),
    ("content.xml", "OpenDocument表格（ods）"),
)
"""What else is packed as a zip, by a part that only it has."""
_MARKUP = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta", b"<workbook", b"<!--", b"<head")


def parts(content: bytes) -> Mapping[str, bytes] | None:
    """The parts of an .xlsx by name; None for what may be a text. Raises UnreadableWorkbookError."""
    if not content.strip(b"\0 \t\r\n"):
        raise unreadable("workbook-empty")
    if len(content) > LARGEST:
        raise unreadable("workbook-too-large")
    if content.startswith(_OLE):
        raise unreadable("workbook-locked" if _ENCRYPTED in content else "workbook-old")
    if content.startswith(b"PK"):
        return _unpacked(content)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].lower().startswith(_MARKUP):
        raise unreadable("workbook-other-kind", "网页或XML")
    return None


def _unpacked(content: bytes) -> Mapping[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return _wanted(packed)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        # the last is how an encrypted part is told
        raise unreadable("workbook-broken") from None


def _wanted(packed: zipfile.ZipFile) -> Mapping[str, bytes]:
    names = packed.namelist()
    if "[Content_Types].xml" not in names or not any(one.startswith("xl/") for one in names):
        kinds = (kind for mark, kind in _KINDS if any(one.startswith(mark) for one in names))
        raise unreadable("workbook-other-kind", next(kinds, "别的压缩文件"))
    if "xl/workbook.bin" in names:
        raise unreadable("workbook-other-kind", _KINDS[0][1])
    found: dict[str, bytes] = {}
    left = MOST_UNPACKED
    for entry in packed.infolist():
        if entry.filename.startswith(("xl/media", "xl/drawings", "xl/theme", "docProps")):
            continue
        if not entry.filename.endswith((".xml", ".rels")):
            continue
        with packed.open(entry) as part:
            # the size that an entry claims is not asked for
            read = part.read(left + 1)
        left -= len(read)
        if left < 0:
            raise unreadable("workbook-too-large")
        found[entry.filename.replace("\\", "/").lstrip("/")] = read
    return found
