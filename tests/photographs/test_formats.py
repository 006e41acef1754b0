"""A file is what its bytes say; each is refused by the name that staff know it by."""

from __future__ import annotations

import gzip
import os
import stat
from pathlib import Path

import pytest

from showcase import messages
from showcase.catalogue import Hindrance, Photograph
from showcase.diagnostics import Diagnostic, Level, Place
from showcase.photographs import LARGEST, hindrance, measure, opened
from showcase.photographs.formats import FORMATS, recognised
from tests.photographs.pictures import SAMPLES, plain, saved

JPG = plain("JPEG")
LOCKED = bytes(one ^ 0x5A for one in JPG)
OTHERS = {
    "": ("photo-unreadable", "空文件", b""),
    "zeros": ("photo-unreadable", "没有传完", bytes(5000)),
    "svg": ("photo-other-format", "SVG矢量图", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "svg with a head": ("photo-other-format", "SVG矢量图", b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x -->\n<svg>"),
    "svg in utf-16": ("photo-other-format", "SVG矢量图", "<svg xmlns='x'>".encode("utf-16")),
    "html": ("photo-no-picture", "网页", b"\r\n<!DOCTYPE html><html><svg></svg>"),
    "html that begins with xml": ("photo-no-picture", "网页", b"<?xml version='1.0'?><html><svg>"),
    "html of an error": ("photo-no-picture", "网页", "<html><body>404 找不到</body></html>".encode("gb18030")),
    "text": ("photo-no-picture", "文字", "这不是照片，照片在别处。".encode()),
    "text in gb18030": ("photo-no-picture", "文字", "这不是照片，照片在别处。".encode("gb18030")),
    "json": ("photo-no-picture", "文字", b'{"error": "expired"}'),
    "pdf": ("photo-no-picture", "PDF文件", b"%PDF-1.7"),
    "doc": ("photo-no-picture", "Office文件", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    "docx": ("photo-no-picture", "Office文件", b"PK\x03\x04....[Content_Types].xml....word/document.xml"),
    "zip": ("photo-no-picture", "压缩包", b"PK\x03\x04...a.jpg"),
    "svgz": ("photo-no-picture", "压缩包", gzip.compress(b"<svg/>")),
    "mp4": ("photo-no-picture", "视频", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"),
    "mov": ("photo-no-picture", "视频", b"\0\0\0\x14ftypqt  \0\0\0\0qt  "),
    "old mov": ("photo-no-picture", "视频", b"\0\0\0\x08wide\0\0\0\0mdat"),
    "avi": ("photo-no-picture", "视频", b"RIFF\0\0\0\0AVI LIST"),
    "mp3": ("photo-no-picture", "录音", b"ID3\x03"),
    "exe": ("photo-no-picture", "程序", b"MZ\x90\0"),
    "shortcut": ("photo-no-picture", "快捷方式", b"L\0\0\0\x01\x14\x02\0"),
    "locked by WeChat": ("photo-no-picture", "微信里锁着的图", LOCKED),
    "locked by WeChat 4": ("photo-no-picture", "微信里锁着的图", b"\x07\x08V2\x08\x07" + bytes(20)),
    "bytes": ("photo-no-picture", "别的文件", b"\x01\x02\x03\x04\x05"),
    "cr2": ("photo-other-format", "相机的RAW原片", b"II*\0\x10\0\0\0CR\2\0"),
    "cr3": ("photo-other-format", "相机的RAW原片", b"\0\0\0\x18ftypcrx \0\0\0\1crx isom"),
    "raf": ("photo-other-format", "相机的RAW原片", b"FUJIFILMCCD-RAW 0201"),
    "psd": ("photo-other-format", "PSD文件", b"8BPS\0\1"),
    "jp2": ("photo-other-format", "JPEG 2000", b"\0\0\0\x0cjP  \r\n\x87\n"),
    "jxl": ("photo-other-format", "JPEG XL", b"\xff\x0a\xfa\x1f"),
    "ico": ("photo-other-format", "图标文件", b"\0\0\1\0\1\0\x10\x10"),
    "eps": ("photo-other-format", "EPS矢量图", b"%!PS-Adobe-3.0 EPSF"),
    "dwg": ("photo-other-format", "CAD图纸", b"AC1032\0\0"),
    "jpeg cut": ("photo-unreadable", "没有传完", saved()[:300]),
    "jpeg cut late": ("photo-unreadable", "没有传完", saved()[:-40]),
    "jpeg's first bytes": ("photo-unreadable", "没有传完", b"\xff\xd8\xff"),
    "png cut": ("photo-unreadable", "没有传完", saved("PNG")[:-30]),
    "webp cut": ("photo-unreadable", "没有传完", saved("WEBP")[:-20]),
    "gif's head": ("photo-unreadable", "没有传完", b"GIF89a"),
    "gif cut": ("photo-unreadable", "没有传完", plain("GIF")[:-20]),
    "tiff's head": ("photo-unreadable", "没有传完", b"II*\0"),
    "avif cut": ("photo-unreadable", "没有传完", plain("AVIF")[:-30]),
    "bmp's head": ("photo-unreadable", "内容坏了", b"BM\x10\0\0\0\0\0\0\0\x36\0\0\0"),
}  # fmt: skip


@pytest.mark.parametrize("what", OTHERS)
def test_what_is_no_photograph_is_refused_by_its_name(tmp_path: Path, what: str) -> None:
    code, cause, content = OTHERS[what]
    (tmp_path / "a.jpg").write_bytes(content)
    assert hindrance(tmp_path / "a.jpg") == Hindrance(code, cause)
    assert measure(tmp_path, ["a.jpg"]) == {}
    values = {"written": "a.jpg", "cause": cause}
    one = Diagnostic(code, Level.ERROR, Place("bases/a.yml"), values=values)
    assert cause in messages.what(one)
    assert messages.what(one, messages.Language.ENGLISH).isascii()


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("hall.jpg.crdownload", "没有下载完的文件"),
        ("hall.JPG.PART", "没有下载完的文件"),
        ("photo.td", "没有下载完的文件"),
        ("a1b2c3.dat", "微信里锁着的图"),
    ],
)
def test_names_tell_what_bytes_cannot(name: str, cause: str) -> None:
    content = JPG if "a1b2" not in name else b"\x11\x22\x33\x44"
    assert recognised(content, name) == Hindrance("photo-no-picture", cause)


def test_a_raw_file_is_known_by_its_name_or_by_its_first_directory(tmp_path: Path) -> None:
    tiff = plain("TIFF")
    (tmp_path / "a.nef").write_bytes(tiff)
    (tmp_path / "a.tif").write_bytes(tiff)
    assert hindrance(tmp_path / "a.nef") == Hindrance("photo-other-format", "相机的RAW原片")
    assert hindrance(tmp_path / "a.tif") is None
    for tag, value in ((0xFE, 1), (0xC612, 0x0401)):
        (tmp_path / "b.tif").write_bytes(plain("TIFF", tiffinfo={tag: value}))
        assert hindrance(tmp_path / "b.tif") == Hindrance("photo-other-format", "相机的RAW原片")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF"])
def test_every_format_that_is_read_is_known_by_its_bytes_under_any_name(
    tmp_path: Path, kind: str
) -> None:
    known = next(one for one in FORMATS if one.name == kind)
    for ending in (".jpg", ".jfif", ".jpe", ".png", ".HEIC", ".bin", ""):
        (tmp_path / f"a{ending}").write_bytes(plain(kind))
        found = measure(tmp_path, [f"a{ending}"])[f"a{ending}"]
        surprising = ending.lower() not in (*known.endings, ".bin", "")
        assert found == Photograph(f"a{ending}", 40, 20, misnamed=known.title if surprising else "")


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    folder, pipe = tmp_path / "a.jpg", tmp_path / "b.jpg"
    folder.mkdir()
    os.mkfifo(pipe)
    (tmp_path / "zero.jpg").symlink_to("/dev/zero")
    (tmp_path / "gone.jpg").symlink_to(tmp_path / "nowhere")
    assert hindrance(folder) == Hindrance("photo-no-file", "文件夹")
    assert hindrance(pipe) == Hindrance("photo-no-file", "设备")
    assert hindrance(tmp_path / "zero.jpg") == Hindrance("photo-no-file", "设备")
    assert hindrance(tmp_path / "gone.jpg") == Hindrance("photo-no-file", "打不开的链接")
    assert measure(tmp_path, ["a.jpg", "b.jpg", "zero.jpg", "gone.jpg"]) == {}


def test_a_file_becoming_a_pipe_between_two_looks_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "b.jpg"
    os.mkfifo(pipe)
    file = tmp_path / "a.jpg"
    file.write_bytes(JPG)
    honest = file.stat()
    monkeypatch.setattr(Path, "stat", lambda _, **__: honest)
    assert opened(pipe) == Hindrance("photo-no-file", "设备")


def test_a_file_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError

    (tmp_path / "a.jpg").write_bytes(JPG)
    monkeypatch.setattr(os, "open", refuse)
    assert hindrance(tmp_path / "a.jpg") == Hindrance("photo-no-file", "没有权限打开的文件")


def test_a_file_that_is_too_heavy_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "a.jpg").open("wb") as file:
        file.write(JPG)
        file.truncate(LARGEST + 1)
    with monkeypatch.context() as watched:
        watched.setattr(os, "open", lambda *_: pytest.fail("opened"))
        assert hindrance(tmp_path / "a.jpg") == Hindrance("photo-too-heavy")
    os.truncate(tmp_path / "a.jpg", LARGEST)
    assert hindrance(tmp_path / "a.jpg") is None


def test_a_file_that_grows_while_it_is_read_is_too_heavy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "a.jpg").open("wb") as file:
        file.write(JPG)
        file.truncate(LARGEST + 1)
    small = (tmp_path / "a.jpg").stat()
    shrunk = os.stat_result((stat.S_IFREG, *small[1:6], 10, *small[7:10]))
    monkeypatch.setattr(Path, "stat", lambda _, **__: shrunk)
    monkeypatch.setattr(os, "fstat", lambda _: shrunk)
    assert hindrance(tmp_path / "a.jpg") == Hindrance("photo-too-heavy")


def test_the_samples_are_read() -> None:
    for path in SAMPLES.glob("*/*"):
        assert not isinstance(opened(path), Hindrance), path
