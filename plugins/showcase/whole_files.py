"""Writing a file whole or not at all: whoever reads it meanwhile sees the old one or the new one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def put(path: Path, content: bytes) -> None:
    """Put bytes in the place of a file, which may not be there yet. What fails leaves the old file as it was,
    and nothing beside it. Raises OSError."""
    waiting = path.with_name(f".{path.name}.part")
    try:
        with waiting.open("wb") as file:
            file.write(content)
            file.flush()
            # the name must not point at bytes that a power cut can still take
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, waiting)
        waiting.replace(path)
    finally:
        waiting.unlink(missing_ok=True)
