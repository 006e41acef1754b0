"""The ledger on disk: `bases/_published.json`, read leniently only where there is none."""

from __future__ import annotations

import os
from pathlib import Path

from . import whole_files
from .confinement import is_ordinary
from .diagnostics import Diagnostic, Level, Place
from .ledger import FILE, Ledger, dump, parse


def read(bases: Path) -> tuple[Ledger, tuple[Diagnostic, ...]]:
    """The ledger of a project, blank where nothing was ever published or the file is damaged."""
    path = bases / FILE
    shown = f"{bases.name}/{FILE}"
    if not os.path.lexists(path):
        return Ledger(), ()
    damaged = Diagnostic("ledger-damaged", Level.ERROR, Place(shown))
    if not is_ordinary(path, bases):
        return Ledger(), (damaged,)
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return Ledger(), (damaged,)
    ledger, found = parse(text, shown)
    return ledger or Ledger(), found


def write(bases: Path, ledger: Ledger) -> None:
    """Put the ledger in its place whole, or not at all."""
    whole_files.put(bases / FILE, dump(ledger).encode())
