"""Keeps the preview awake when a whole folder is moved away and put back.

The server watches folders, not names: sync programs and unzipping replace a folder by another of the same
name, and the server would go on watching the one that is gone.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

INTERVAL = 1.0
"""Seconds between two looks."""


def keep_watching(server: Any, folders: Iterable[Path]) -> None:
    """Look after the folders of a MkDocs live-reload server, in a thread that ends with the program."""
    arguments = (server, tuple(folders))
    threading.Thread(target=_look_after, args=arguments, name="rewatching", daemon=True).start()


def _look_after(server: Any, folders: tuple[Path, ...]) -> None:
    known = {folder: identity_of(folder) for folder in folders}
    while True:
        time.sleep(INTERVAL)
        for folder in folders:
            found = identity_of(folder)
            if found == known[folder]:
                continue
            known[folder] = found
            if found is not None:
                with suppress(KeyError):
                    server.unwatch(str(folder))
                server.watch(str(folder))
            _rebuild(server)


def identity_of(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from another of the same name; None while there is none."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino)


def _rebuild(server: Any) -> None:
    # the server has no public way to say that something changed
    with server._rebuild_cond:
        server._want_rebuild = True
        server._rebuild_cond.notify_all()
