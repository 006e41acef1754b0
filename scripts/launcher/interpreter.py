"""Whether the Python that runs the launcher will do."""

from __future__ import annotations

import os
import shutil
import sys
from importlib.util import find_spec

from scripts.launcher.stop import Stop
from scripts.launcher.words import say

# Tried by hand with the whole `test` verb.
TRIED = ((3, 11), (3, 13))


def warn_if_untried(version: tuple[int, int]) -> None:
    """Says one sentence where the version is newer than those tried."""
    if version > TRIED[1]:
        say(
            "untried-python",
            found=dotted(version),
            oldest=dotted(TRIED[0]),
            newest=dotted(TRIED[1]),
        )


def require_venv() -> None:
    """Raises Stop where this Python cannot make environments, as on Debian without its package."""
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        raise Stop("no-venv", command=venv_command(sys.version_info[:2]))


def venv_command(version: tuple[int, int]) -> str:
    """The one command that brings the missing part on this system."""
    if shutil.which("apt-get") or shutil.which("apt"):
        return f"{privileged()}apt install python{dotted(version)}-venv"
    if shutil.which("dnf"):
        return f"{privileged()}dnf install python{dotted(version)}"
    if shutil.which("brew"):
        return f"brew reinstall python@{dotted(version)}"
    return f"winget install Python.Python.{dotted(TRIED[1])}"


def privileged() -> str:
    """What stands before a command that changes the system."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return "" if is_root else "sudo "


def dotted(version: tuple[int, ...]) -> str:
    """3.11 for (3, 11)."""
    return ".".join(map(str, version))
