"""Handing what was written over to the disk, so that a power cut after the switch finds the new site there."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path


def flush(folder: Path) -> None:
    """Everything below a folder is on the disk when this returns. Raises OSError where the disk says no."""
    if hasattr(os, "sync"):
        if not _file_system(folder):
            os.sync()
        return
    for place, _, names in os.walk(folder):
        for name in names:
            with Path(place, name).open("r+b") as file:
                os.fsync(file.fileno())


def flush_names(folder: Path) -> None:
    """The names in a folder are on the disk; systems that cannot be asked for that see to it themselves."""
    if sys.platform == "win32":
        return
    place = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)


def _file_system(folder: Path) -> bool:
    """Hand over the one file system that the folder lies on; False where only all can be."""
    if sys.platform != "linux":
        return False
    one = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if one is None:
        return False
    place = os.open(folder, os.O_RDONLY)
    try:
        done = one(place)
        number = ctypes.get_errno()
    finally:
        os.close(place)
    if done == 0:
        return True
    if number == errno.ENOSYS:
        return False
    # the disk had no room, or a fault: what was written may not be what is there
    raise OSError(number, os.strerror(number), str(folder))
