"""A folder as a zip that is the same for the same files: nothing in it tells of a machine, a user or a day.

The same to the byte wherever Python's zlib is the same; what is in it is the same everywhere, and its
`release.json` says what that is.
"""

from __future__ import annotations

import zipfile
from contextlib import suppress
from pathlib import Path

from ..listing import files_of

DAY = (1980, 1, 1, 0, 0, 0)
"""The time that every file bears: the first that a zip can say."""
_UNIX, _PERMISSIONS = 3, 0o100644 << 16


def archive(folder: Path, out: Path) -> None:
    """Write every file below a folder to the zip at `out`: whole, or not at all. Raises OSError."""
    waiting = out.with_name(f".{out.name}.part")
    try:
        with zipfile.ZipFile(waiting, "w") as file:
            for name, path in sorted(files_of(folder)):
                entry = zipfile.ZipInfo(name, DAY)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system, entry.external_attr = _UNIX, _PERMISSIONS
                file.writestr(entry, path.read_bytes(), compresslevel=9)
        waiting.replace(out)
    finally:
        with suppress(OSError):
            waiting.unlink(missing_ok=True)
