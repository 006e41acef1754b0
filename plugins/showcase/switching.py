"""Putting a finished site in the place of the old one: whole, or not at all."""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

_OURS = ("index.html", "404.html", "assets/shell.css")


class BusyError(RuntimeError):
    """Another build is at work on the same site."""


def may_replace(target: Path, project: Path) -> bool:
    """Whether a site may be put at `target`: nothing is there, or one of our own sites.

    Never the project itself, a folder around it, or one that holds its sources.
    """
    sources = (project / name for name in ("bases", "content", "overrides", "plugins", ".git"))
    if any(source.is_relative_to(target) or target.is_relative_to(source) for source in sources):
        return False
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        return False
    empty = not target.exists() or not any(target.iterdir())
    return empty or all((target / name).is_file() for name in _OURS)


def build_and_switch(target: Path, build: Callable[[Path], None]) -> None:
    """Build into a fresh folder beside `target` and switch it in once `build` has returned.

    Whatever `build` raises leaves `target` as it was. Both folders must lie on one disk.
    Raises BusyError while another build is at work there.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with _alone(target):
        _switch(target, build)


def _switch(target: Path, build: Callable[[Path], None]) -> None:
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
        except BaseException:
            # Ctrl+C between the two renames as well
            if former.exists() and not target.exists():
                former.rename(target)
            raise
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    # the new site stands: who stops here stops nothing but tidying, which the next build takes up
    with suppress(KeyboardInterrupt):
        shutil.rmtree(former, ignore_errors=True)


def _beside(target: Path, word: str) -> Path:
    return target.with_name(f".{target.name}.{word}")


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """Hold the lock of a site: the system takes it back when the process ends, however it ends."""
    name = hashlib.sha256(str(target.resolve()).encode()).hexdigest()[:16]
    path = Path(tempfile.gettempdir()) / f"showcase-{name}.lock"
    with path.open("a+b") as file:
        try:
            _lock(file)
        except OSError:
            raise BusyError(str(path)) from None
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
