"""One at a time: whoever builds a site or puts an older one back holds its lock."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PAUSE = 0.1
"""Seconds between two attempts."""


class BusyError(RuntimeError):
    """Another build is at work on the same site."""


def in_silence() -> None:
    """Say nothing while waiting."""


@contextmanager
def held(
    path: Path, patience: float = 0, waiting: Callable[[], None] = in_silence
) -> Iterator[None]:
    """Hold the lock file at `path`: the system takes it back when the process ends, however it ends.

    Waits up to `patience` seconds for whoever holds it, and calls `waiting` once before. Raises BusyError
    when they are over, OSError where no file can be made there.
    """
    place = _opened(path)
    try:
        _wait(place, path, patience, waiting)
        yield
    finally:
        # what was done under it is done, whatever is said of the lock
        with suppress(OSError):
            os.close(place)


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        # somebody else's, in a folder that we share: reading it is enough to lock it
        return os.open(path, os.O_RDONLY)


def _wait(place: int, path: Path, patience: float, waiting: Callable[[], None]) -> None:
    if _taken(place):
        return
    end = time.monotonic() + patience
    if patience > 0:
        waiting()
    while time.monotonic() < end:
        time.sleep(_PAUSE)
        if _taken(place):
            return
    raise BusyError(str(path))


if sys.platform == "win32":
    import msvcrt

    def _taken(place: int) -> bool:
        os.lseek(place, 0, os.SEEK_SET)
        try:
            msvcrt.locking(place, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(place: int) -> bool:
        try:
            fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
