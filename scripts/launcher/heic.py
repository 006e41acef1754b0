"""The verb `heic`: this computer reads the photographs of iPhones from now on.

pi-heif is LGPL and 4 MB, so nobody gets it unasked. The wish is a file beside the environment: the environment is
then made from another lock, the same pins and one more, whenever it has to be made again.
"""

from __future__ import annotations

from pathlib import Path

from scripts.launcher.environment import WISH, for_running
from scripts.launcher.install import ensure
from scripts.launcher.words import say

OFF = "--off"


def heic(root: Path, arguments: list[str]) -> int:
    """Adds what reads HEIC to the environment, or with `--off` takes it away again. Raises Stop."""
    wish = root / WISH
    if OFF in arguments:
        wish.unlink(missing_ok=True)
        ensure(for_running(root))
        say("heic-off")
        return 0
    fresh = not wish.exists()
    wish.touch()
    try:
        ensure(for_running(root))
    except BaseException:
        # what worked before has to work again
        if fresh:
            wish.unlink()
        raise
    say("heic-ready")
    return 0
