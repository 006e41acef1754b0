"""What git, Windows or good sense cannot store: links that lead astray, and inputs far too large."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from showcase.diagnostics import Diagnostic, errors

from . import index
from .building import UNCITED, built
from .index import HERE
from .laying import files_of, lay, workshop

BASE = "bases/tongxinhui.yml"
PHOTO = "bases/tongxinhui/cover.jpg"
SECRET = "不该出现的秘密"
Spoil = Callable[[Path], None]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The baseline as a project, with something secret beside it."""
    root = tmp_path / "project"
    lay(files_of(index.baseline(HERE / "bases")), root)
    (tmp_path / "secret.yml").write_text(
        f"schema: 1\nname: {SECRET}\nkind: 其他\ncity: 云州市\n", "utf-8"
    )
    return root


def told(root: Path) -> list[Diagnostic]:
    """What the check says, but for missing sources."""
    return [one for one in workshop(root).read(drafts=True).diagnostics if one.code not in UNCITED]


def linked(name: str, target: str) -> Spoil:
    """A link in place of a file."""

    def spoil(root: Path) -> None:
        (root / name).unlink(missing_ok=True)
        (root / name).symlink_to(target)

    return spoil


def written(content: bytes, name: str = BASE) -> Spoil:
    """Other bytes in place of a file."""

    def spoil(root: Path) -> None:
        (root / name).write_bytes(content)

    return spoil


def added(content: str) -> Spoil:
    """More text at the end of the base."""

    def spoil(root: Path) -> None:
        with (root / BASE).open("a", encoding="utf-8", newline="\n") as file:
            file.write(content)

    return spoil


def png(width: int, height: int) -> bytes:
    """A picture of one colour: few bytes, many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    pressed, row = zlib.compressobj(1), b"\0" * (width // 8 + 2)
    rows = b"".join(pressed.compress(row) for _ in range(height)) + pressed.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


LINKS: dict[str, Spoil] = {
    "a-loop-of-links": linked(BASE, "tongxinhui.yml"),
    "a-dangling-link": linked(PHOTO, "nowhere.jpg"),
    "a-base-outside": linked(BASE, "../../secret.yml"),
    "a-photo-outside": linked(PHOTO, "../../../secret.yml"),
    "a-photo-of-the-system": linked(PHOTO, "/etc/hostname"),
    "a-photo-of-a-device": linked(PHOTO, "/dev/zero"),
    "a-base-of-a-device": linked(BASE, "/dev/zero"),
}
LARGE: dict[str, Spoil] = {
    "half-a-megabyte-of-brackets": added("story: " + "[" * 500_000 + "\n"),
    "blocks-five-thousand-deep": added("".join(" " * n + "a:\n" for n in range(1000))),
    "a-text-of-five-megabytes": added("story: " + "云桥同心" * 420_000 + "\n"),
    "one-line-of-a-megabyte": added("slogan: " + "同" * 330_000 + "\n"),
    "a-list-of-a-hundred-thousand": added("district:\n" + "- 东\n" * 100_000),
    "ten-megabytes-of-nothing": written(b"\n" * 10_000_000),
    "ten-megabytes-of-nuls": written(b"\0" * 10_000_000),
    "a-picture-of-900-megapixels": written(png(30_000, 30_000), PHOTO),
}


@pytest.mark.skipif(os.name == "nt", reason="links need a right that few have on Windows")
@pytest.mark.parametrize("spoil", LINKS.values(), ids=LINKS)
def test_a_link_that_leads_astray_is_told(project: Path, spoil: Spoil) -> None:
    """Nothing outside is read, and the file is named."""
    spoil(project)
    found = told(project)
    assert any(one.place.file in (BASE, "bases/tongxinhui") for one in errors(found)), found
    assert SECRET not in "".join(f"{one.values}{one.text}" for one in found)


@pytest.mark.skipif(os.name == "nt", reason="links need a right that few have on Windows")
def test_a_folder_that_holds_itself_is_no_trouble(project: Path) -> None:
    """A link to the folder around it, among the bases and among the photographs."""
    (project / "bases" / "loop").symlink_to(".")
    (project / "bases" / "tongxinhui" / "loop").symlink_to(".")
    assert told(project) == []
    diagnostics, pages = built(project)
    assert pages
    assert not errors(diagnostics)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_named_as_a_base_is_not_waited_for(project: Path) -> None:
    """Reading it would wait for ever."""
    os.mkfifo(project / "bases" / "pipe.yml")
    workshop(project).read(drafts=True)


@pytest.mark.parametrize("spoil", LARGE.values(), ids=LARGE)
def test_what_is_far_too_large_is_refused(project: Path, spoil: Spoil) -> None:
    """Told at a line of the file, without a word longer than a screen."""
    spoil(project)
    found = errors(told(project))
    assert found
    assert {one.place.file for one in found} == {BASE}
    lines = (project / BASE).read_bytes().count(b"\n") + 1
    assert all(1 <= one.place.line <= lines for one in found)
