"""One installer at a time, however many windows are open."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from scripts.launcher.stop import Stop
from scripts.launcher.words import say

PAUSE = 0.5


@contextmanager
def exclusive(path: Path, limit: float) -> Iterator[None]:
    """Holds the file's lock, which the system lets go even where we are killed.

    Raises Stop where another process holds it for longer than the limit, in seconds.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as held:
        deadline = time.monotonic() + limit
        told = False
        while not _taken(held):
            if not told:
                say("waiting")
                told = True
            if time.monotonic() > deadline:
                raise Stop("waited-too-long")
            time.sleep(PAUSE)
        yield


if sys.platform == "win32":
    import msvcrt

    def _taken(held: IO[bytes]) -> bool:
        try:
            held.seek(0)
            msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _taken(held: IO[bytes]) -> bool:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
