"""What lies in a folder: all of it, or an error."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below a folder, in order, with its path from there. Raises OSError for what cannot be listed:
    `Path.rglob` would leave out a folder without a word."""
    for place, folders, names in os.walk(folder, onerror=_raise):
        folders.sort()
        for name in sorted(names):
            path = Path(place, name)
            yield path.relative_to(folder).as_posix(), path


def _raise(fault: OSError) -> None:
    raise fault
