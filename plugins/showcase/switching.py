"""Putting a finished site in the place of the old one: whole, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path


def build_and_switch(target: Path, build: Callable[[Path], None]) -> None:
    """Build into a fresh folder beside `target` and switch it in once `build` has returned.

    Whatever `build` raises leaves `target` as it was. Both folders must lie on one disk.
    """
    fresh, former = _beside(target, "new"), _beside(target, "old")
    if former.exists() and not target.exists():
        # killed between the two renames: this is the last good site
        former.rename(target)
    for leftover in (fresh, former):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        build(fresh)
        if target.exists():
            target.rename(former)
        try:
            fresh.rename(target)
        except OSError:
            if former.exists():
                former.rename(target)
            raise
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    shutil.rmtree(former, ignore_errors=True)


def _beside(target: Path, word: str) -> Path:
    return target.with_name(f".{target.name}.{word}")
