"""A folder as a host: on this machine, or mounted from another."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ..switching.lock import BusyError, held
from .host import LOCK, PART, DeliveryError, Entry, Kind

WAITS = (0.1, 0.2, 0.4, 0.8, 1.6)
"""Seconds between tries at a file that another program holds open, which on Windows keeps it from being
replaced: IIS lets go of a file within a second or so of sending it."""
_PUBLIC_FILE, _PUBLIC_FOLDER = 0o644, 0o755
"""Readable by the web server, whoever that is, and writable by who delivers."""


@dataclass(frozen=True)
class LocalHost:
    """The folder at `root`, which is there. `pause` waits for so many seconds."""

    root: Path
    pause: Callable[[float], None] = time.sleep

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock file: the system takes the lock back when the process ends, however it ends.

        The file itself stays. Taken away, it could be somebody's who waits for it, and two would hold one each.
        """
        path = self.root / LOCK
        if path.is_symlink():
            raise DeliveryError("linked", LOCK)
        try:
            with held(path):
                yield
        except BusyError:
            raise DeliveryError("busy", LOCK) from None

    def entries(self, folder: str) -> Mapping[str, Entry] | None:
        """What a folder holds."""
        try:
            with os.scandir(self.root / folder) as found:
                return {one.name: _entry(one) for one in found}
        except FileNotFoundError:
            return None
        except OSError as fault:
            raise _told(fault, folder) from None

    def folds_case(self) -> bool:
        """Tried on whatever stands there already; an empty folder has no file to mix up."""
        names = {one.name for one in self.root.iterdir()}
        for name in sorted(names):
            other = name.swapcase()
            if other != name:
                return other not in names and (self.root / other).exists()
        return False

    def read(self, path: str) -> bytes | None:
        """A file."""
        try:
            return (self.root / path).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as fault:
            raise _told(fault, path) from None

    def make_folder(self, path: str) -> None:
        """A new folder."""
        try:
            (self.root / path).mkdir()
            (self.root / path).chmod(_PUBLIC_FOLDER)
        except OSError as fault:
            raise _told(fault, path) from None

    def put(self, path: str, content: bytes) -> None:
        """Written beside, then renamed over the old one in one step of the file system."""
        target = self.root / path
        waiting = target.with_name(PART)
        try:
            try:
                waiting.unlink(missing_ok=True)
                # never into what is there already: it could be a link to something of others
                with waiting.open("xb") as file:
                    file.write(content)
                    file.flush()
                    # the name must not point at bytes that a power cut can still take
                    os.fsync(file.fileno())
                waiting.chmod(_PUBLIC_FILE)
                self._patiently(target, lambda: waiting.replace(target))
            finally:
                with suppress(OSError):
                    waiting.unlink(missing_ok=True)
        except OSError as fault:
            raise _told(fault, path) from None

    def delete(self, path: str) -> None:
        """Take a file away."""
        target = self.root / path
        try:
            self._patiently(target, lambda: target.unlink(missing_ok=True))
        except OSError as fault:
            raise _told(fault, path) from None

    def drop_folder(self, path: str) -> None:
        """The system itself takes no folder away that holds something."""
        with suppress(OSError):
            (self.root / path).rmdir()

    def _patiently(self, target: Path, act: Callable[[], object]) -> None:
        for seconds in WAITS:
            try:
                act()
                return
            except PermissionError:
                with suppress(OSError):
                    if not target.is_symlink():
                        # a file marked read-only cannot be replaced on Windows
                        target.chmod(stat.S_IMODE(target.stat().st_mode) | stat.S_IWRITE)
                self.pause(seconds)
        act()


def _entry(one: os.DirEntry[str]) -> Entry:
    # a junction of Windows is a link that does not call itself one
    status = one.stat(follow_symlinks=False)
    reparse = getattr(status, "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_REPARSE_POINT
    if one.is_symlink() or reparse:
        return Entry(one.name, Kind.LINK)
    if one.is_dir(follow_symlinks=False):
        return Entry(one.name, Kind.FOLDER)
    if one.is_file(follow_symlinks=False):
        return Entry(one.name, Kind.FILE, status.st_size)
    return Entry(one.name, Kind.OTHER)


def _told(fault: OSError, path: str) -> DeliveryError:
    return DeliveryError("system", path, str(fault.errno or 0))
