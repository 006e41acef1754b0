"""The first bytes of a file: all that is read of one before it is known what it is, or that it is not too large."""

from __future__ import annotations

import codecs
from pathlib import Path

from .drafting.text import LARGEST

YAML = (".yml", ".yaml")


def beginning(path: Path) -> bytes:
    """A text file, or of one that is too large just enough to tell that it is. Raises OSError."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def looks_like_a_base(path: Path) -> bool:
    """Whether a file that is no YAML by name is one by its double ending or its first line. Raises OSError."""
    if path.suffix.lower() != ".txt":
        return False
    if path.with_suffix("").suffix.lower() in YAML:
        return True
    with path.open("rb") as file:
        head = file.read(256).removeprefix(codecs.BOM_UTF8)
    # a new file begins with a comment that leads the editor to its schema
    lines = [line for line in head.splitlines() if not line.startswith(b"#")]
    return b"\n".join(lines).lstrip().startswith(b"schema:")
