"""LibreOffice, with a profile of its own, to save a workbook again as a stranger's program would."""

from __future__ import annotations

import subprocess
from pathlib import Path

PATIENCE = 120
"""Seconds after which it is given up."""


def saved_again(content: bytes, folder: Path, kind: str = "xlsx") -> bytes:
    """The workbook as LibreOffice saves it, as .xlsx or another kind that it knows."""
    before, after = folder / "before", folder / "after"
    before.mkdir(parents=True, exist_ok=True)
    (before / "book.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(after)]
    subprocess.run(
        [*words, str(before / "book.xlsx")], check=True, capture_output=True, timeout=PATIENCE
    )
    return (after / f"book.{kind}").read_bytes()
