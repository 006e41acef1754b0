"""Two folders changing places in one step of the system, where the system has such a step."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""linux/fs.h; RENAME_SWAP of macOS's sys/stdio.h has the same number."""
_RENAMEAT2 = {"x86_64": 316, "aarch64": 276, "riscv64": 276, "loongarch64": 276}
"""The number of the system call, for a C library older than it: unistd.h of each kind of machine."""
_UNKNOWN_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What old kernels and some file systems (network shares, memory sticks) answer."""


def exchange(one: Path, other: Path) -> bool:
    """Let two folders of one file system change places at once; False where there is no such step.

    Raises OSError where there is one and it was refused: both are as they were.
    """
    call = _call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN_HERE:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def _call() -> Callable[[bytes, bytes], int] | None:
    """The step of this system, or nothing."""
    if sys.platform == "linux":
        return _linux(ctypes.CDLL(None, use_errno=True))
    if sys.platform == "darwin":
        swap = ctypes.CDLL(None, use_errno=True).renamex_np
        return lambda one, other: int(swap(one, other, ctypes.c_uint(_RENAME_EXCHANGE)))
    return None


def _linux(libc: ctypes.CDLL) -> Callable[[bytes, bytes], int] | None:
    flags = ctypes.c_uint(_RENAME_EXCHANGE)
    named = getattr(libc, "renameat2", None)
    if named is not None:
        return lambda one, other: int(named(_AT_FDCWD, one, _AT_FDCWD, other, flags))
    number = _RENAMEAT2.get(platform.machine())
    if number is None:
        return None
    by_number, which = libc.syscall, ctypes.c_long(number)
    return lambda one, other: int(by_number(which, _AT_FDCWD, one, _AT_FDCWD, other, flags))
