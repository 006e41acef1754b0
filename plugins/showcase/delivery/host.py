"""A place that serves a site: what a delivery asks of it, be it a folder or an FTP host."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeGuard

PART = "_showcase.part"
"""A file on its way: in the folder where it will stand, under this name until it is whole. It begins with no
dot, because some FTP hosts list no such names and some take none."""
ASIDE = "_showcase.old"
"""The old file, for the blink in which a host that cannot rename over a file has neither."""
LOCK = "_showcase.lock"
"""There while a delivery is at work."""
OWN = frozenset((PART, ASIDE, LOCK))
_OUTSIDE = re.compile(r"[\\:\x00-\x1f\x7f]|(?:^|/)\.{0,2}(?:/|$)")
"""A drive, a backslash, a line end, an empty part, `.` and `..`: nothing of the kind is in a site."""


class Kind(Enum):
    """What stands at a path. A link is never followed, whatever it leads to."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a folder at the host holds under one name; `size` in bytes, of files alone."""

    name: str
    kind: Kind
    size: int = 0


class DeliveryError(RuntimeError):
    """The delivery cannot go on. `code` names a sentence, `path` what it is about, `detail` what was said.

    Whatever the code: every page at the host is whole, and the same delivery can be run again.
    """

    def __init__(self, code: str, path: str = "", detail: str = "") -> None:
        super().__init__(code, path, detail)
        self.code = code
        self.path = path
        self.detail = detail


class Host(Protocol):
    """A folder of a web server, near or far. Paths are relative to it, with forward slashes.

    Everything may raise DeliveryError.
    """

    def locked(self) -> AbstractContextManager[None]:
        """Keep all other deliveries out; DeliveryError `busy` where one is at work."""
        ...

    def entries(self, folder: str) -> Mapping[str, Entry] | None:
        """What a folder holds, by name; None where there is no such folder. The host itself is ``""``."""
        ...

    def folds_case(self) -> bool:
        """Whether names that differ in capitals alone are one file there, as on Windows."""
        ...

    def read(self, path: str) -> bytes | None:
        """A file; None where there is none."""
        ...

    def make_folder(self, path: str) -> None:
        """A new folder; the one around it is there."""
        ...

    def put(self, path: str, content: bytes) -> None:
        """Put a file in the place of another, or where none was: readers see the old or the new, whole."""
        ...

    def delete(self, path: str) -> None:
        """Take a file away; it may be gone already."""
        ...

    def drop_folder(self, path: str) -> None:
        """Take a folder away, if it is empty."""
        ...


def is_path(written: object) -> TypeGuard[str]:
    """Whether a list at a host, which anybody may have written, names a file below the host itself."""
    return isinstance(written, str) and not _OUTSIDE.search(written)
