"""Small invented sites, sealed as a build seals them, and what stands in a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from showcase.delivery import record
from showcase.delivery.delivery import Cargo, cargo
from showcase.delivery.host import LOCK
from showcase.release import FILE, Release
from showcase.switching import sites

FOREIGN = {
    ".well-known/acme-challenge/token": b"token",
    "web.config": b"<configuration/>",
    "other/index.html": b"another site",
    "assets/theirs.css": b"theirs",
}
"""What an administrator has laid beside our site."""


def site(*bases: str, style: str = "body{}", words: str = "") -> dict[str, bytes]:
    """The files of a site with these bases: every page asks for the stylesheet of its own release."""
    sheet = f"assets/shell.{hashlib.sha256(style.encode()).hexdigest()[:12]}.css"
    files = {sheet: style.encode()}
    for base in bases:
        files[f"assets/covers/{base}-1x1.svg"] = f"<svg>{base}{words}</svg>".encode()
        files[f"assets/photographs/{base}/{'0' * 16}.jpg"] = base.encode()
        files[f"bases/{base}/index.html"] = page(sheet, f"{base}{words}", 2)
    files["bases/index.html"] = page(sheet, " ".join(bases), 1)
    files["index.html"] = page(sheet, f"{len(bases)}{words}", 0)
    files["404.html"] = page(sheet, "404", 0)
    return files


def page(sheet: str, text: str, depth: int) -> bytes:
    """A page that can be told from a torn one by its end."""
    link = f'<link rel="stylesheet" href="{"../" * depth}{sheet}">'
    return f"<!doctype html>{link}<p>{text}</p>{'·' * 400}</html>\n".encode()


def lay(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write files below a folder."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def built(folder: Path, files: Mapping[str, bytes]) -> Path:
    """A whole site in a fresh folder."""
    lay(folder, files)
    sites.seal(folder, bases_of(files))
    return folder


def loaded(folder: Path) -> Cargo:
    """A built site, ready to be delivered."""
    release = sites.read(folder)
    assert release is not None
    return cargo(folder, release)


def release_of(folder: Path) -> Release:
    """What a built site consists of."""
    found = sites.read(folder)
    assert found is not None
    return found


def bases_of(files: Mapping[str, bytes]) -> list[str]:
    """The bases that have pages."""
    return [
        path.split("/")[1] for path in files if path.startswith("bases/") and path.count("/") == 2
    ]


def standing(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, without the marks that deliveries leave."""
    return {
        path: content
        for path, content in everything(folder).items()
        if path not in (record.NAME, LOCK, FILE)
    }


def everything(folder: Path) -> dict[str, bytes]:
    """Every file in a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
