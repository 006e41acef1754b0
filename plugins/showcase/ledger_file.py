"""The ledger on disk: `bases/_published.json`, read leniently only where there is none."""

from __future__ import annotations

from pathlib import Path

from . import whole_files
from .diagnostics import Diagnostic, Level, Place
from .ledger import FILE, Ledger, dump, parse


def read(bases: Path) -> tuple[Ledger, tuple[Diagnostic, ...]]:
    """The ledger of a project, blank where nothing was ever published or the file is damaged."""
    path = bases / FILE
    shown = f"{bases.name}/{FILE}"
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return Ledger(), ()
    except (OSError, UnicodeDecodeError):
        return Ledger(), (Diagnostic("ledger-damaged", Level.ERROR, Place(shown)),)
    ledger, found = parse(text, shown)
    return ledger or Ledger(), found


def write(bases: Path, ledger: Ledger) -> None:
    """Put the ledger in its place whole, or not at all."""
    whole_files.put(bases / FILE, dump(ledger).encode())
