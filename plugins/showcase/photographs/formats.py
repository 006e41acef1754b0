"""What a file is, told by its first bytes: the formats that are read, and names for all others.

The bytes are those of the formats' own standards, as file(1) and exiftool know them. What a file is called
only counts where its bytes say nothing: a download that was broken off, a picture that WeChat keeps locked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..catalogue import Hindrance

HEAD = 4096
"""Bytes of a file that are looked at."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is read: by Pillow's name, the name that staff know, and the endings it goes by."""

    name: str
    title: str
    endings: tuple[str, ...]


JPEG = Format("JPEG", "JPG", (".jpg", ".jpeg", ".jfif", ".jpe"))
PNG = Format("PNG", "PNG", (".png", ".apng"))
WEBP = Format("WEBP", "WebP", (".webp",))
GIF = Format("GIF", "GIF", (".gif",))
BMP = Format("BMP", "BMP", (".bmp", ".dib"))
TIFF = Format("TIFF", "TIFF", (".tif", ".tiff"))
AVIF = Format("AVIF", "AVIF", (".avif",))
HEIC = Format("HEIC", "HEIC", (".heic", ".heif", ".hif"))
FORMATS = (JPEG, PNG, WEBP, GIF, BMP, TIFF, AVIF, HEIC)
ENDINGS = frozenset(ending for one in FORMATS for ending in one.endings)

_READ = (
    (rb"\xff\xd8\xff", JPEG),
    (rb"\x89PNG\r\n\x1a\n", PNG),
    (rb"GIF8[79]a", GIF),
    (rb"RIFF....WEBP", WEBP),
    (rb"....ftypavi[fs]", AVIF),
    # the brands of ISO/IEC 23008-12, annex B
    (rb"....ftyp(?:hei[cxms]|hev[cxms])", HEIC),
    (rb"....ftyp(?:mif1|msf1).{4}(?:....)*?avi[fs]", AVIF),
    (rb"....ftyp(?:mif1|msf1)", HEIC),
    (rb"BM.{4}\0{4}|BM.{8}[\x36\x8a\x7a\x1a]\0", BMP),
    (rb"II\*\0|MM\0\*", TIFF),
)
_OTHER_FORMATS = (
    (rb"II\*\0.{4}CR|II\x1a\0\0\0HEAP|....ftypcrx |IIU\0|IIR[OS]|FUJIFILMCCD-RAW|FOVb|\0MRM", "相机的RAW原片"),
    (rb"8BP[SB]", "PSD文件"),
    (rb"(?:II\+\0|MM\0\+)", "特大的TIFF"),
    (rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51", "JPEG 2000"),
    (rb"\0\0\0\x0cJXL |\xff\x0a", "JPEG XL"),
    (rb"\0\0[\x01\x02]\0[^\0]", "图标文件"),
    (rb"%!PS|\xc5\xd0\xd3\xc6", "EPS矢量图"),
    (rb"\xd7\xcd\xc6\x9a|\x01\0\0\0.{36} EMF", "WMF矢量图"),
    (rb"AC10\d\d", "CAD图纸"),
)  # fmt: skip
_NO_PICTURES = (
    (rb"%PDF", "PDF文件"),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office文件"),
    (rb"PK\x03\x04.*?(?:word/|xl/|ppt/|docProps/|_rels/|mimetypeapplication/vnd)", "Office文件"),
    (rb"PK\x03\x04|Rar!|7z\xbc\xaf|\x1f\x8b", "压缩包"),
    (rb"....ftyp|....(?:moov|mdat|wide|free|skip)|RIFF....AVI |\x1a\x45\xdf\xa3|FLV\x01|\0\0\x01[\xba\xb3]|\x30\x26\xb2\x75", "视频"),
    (rb"ID3|RIFF....WAVE|\xff[\xf3\xfb\xf2\xf1\xf9]|OggS|fLaC|#!AMR", "录音"),
    (rb"MZ|\x7fELF", "程序"),
    (rb"L\0\0\0\x01\x14\x02\0|\[InternetShortcut\]", "快捷方式"),
    (rb"\x07\x08V[12]\x08\x07|wxgf", "微信里锁着的图"),
    (rb"SQLite format 3", "数据库"),
)  # fmt: skip
_DOWNLOADING = (".crdownload", ".part", ".partial", ".download", ".downloading", ".opdownload", ".td", ".tmp")  # fmt: skip
_RAW = (".nef", ".nrw", ".arw", ".sr2", ".srf", ".dng", ".cr2", ".cr3", ".pef", ".srw", ".raw", ".rwl", ".3fr", ".iiq", ".erf", ".kdc", ".dcr", ".mef", ".mos")  # fmt: skip
_BLANK = b" \t\r\n\xef\xbb\xbf"


def recognised(head: bytes, name: str) -> Format | Hindrance:
    """What a file is, by its first `HEAD` bytes and, where those leave it open, its name."""
    ending = "." + name.lower().rpartition(".")[2]
    if not head:
        return Hindrance("photo-unreadable", "空文件")
    if ending in _DOWNLOADING:
        return Hindrance("photo-no-picture", "没有下载完的文件")
    for form, words in _OTHER_FORMATS:
        if re.match(form, head, re.DOTALL):
            return Hindrance("photo-other-format", words)
    for form, known in _READ:
        if re.match(form, head, re.DOTALL):
            raw = known is TIFF and ending in _RAW
            return Hindrance("photo-other-format", "相机的RAW原片") if raw else known
    for form, words in _NO_PICTURES:
        if re.match(form, head, re.DOTALL):
            return Hindrance("photo-no-picture", words)
    return _by_its_words(head, ending)


def _by_its_words(head: bytes, ending: str) -> Hindrance:
    """A file that no format claims: a text of some kind, or bytes that say nothing."""
    beginning = _plain(head).lower()
    if re.search(rb"<svg[\s:>]", beginning) and b"<html" not in beginning:
        return Hindrance("photo-other-format", "SVG矢量图")
    if (
        re.match(rb"<(?:!doctype html|html|head|body|script|div|p)\b", beginning)
        or b"<html" in beginning
    ):
        return Hindrance("photo-no-picture", "网页")
    if _is_locked(head) or ending == ".dat":
        return Hindrance("photo-no-picture", "微信里锁着的图")
    if not any(head):
        return Hindrance("photo-unreadable", "没有传完")
    return Hindrance("photo-no-picture", "文字" if _is_text(head) else "别的文件")


def _plain(head: bytes) -> bytes:
    """A text's beginning as bytes that can be compared, whatever Unicode form it was saved in."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            head = head[2:].decode(encoding, "ignore").encode()
    return head.lstrip(_BLANK)


def _is_locked(head: bytes) -> bool:
    """WeChat on a computer stores pictures with every byte turned by the same key."""
    key = head[0] ^ 0xFF
    turned = bytes(one ^ key for one in head[:3])
    png = bytes(one ^ (head[0] ^ 0x89) for one in head[:4])
    return key != 0 and (turned == b"\xff\xd8\xff" or png == b"\x89PNG")


def _is_text(head: bytes) -> bool:
    if re.search(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]", _plain(head)):
        return False
    for encoding in ("utf-8", "gb18030"):
        try:
            # the head may end within a character
            _plain(head)[: -4 if len(head) > 8 else None].decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False
