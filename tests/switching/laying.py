"""Sites of a few words, for the tests of switching."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from showcase.release import FILE
from showcase.switching import Past

ROOT = Path(__file__).resolve().parents[2]
OLD = {"index.html": "old", "bases/a.html": "old a"}
A = {"index.html": "new", "bases/b.html": "new b"}


def lay(folder: Path, files: dict[str, str]) -> Path:
    """Write files below a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def writing(files: dict[str, str]) -> Callable[[Path], tuple[str, ...]]:
    """A build that writes these files."""

    def build(fresh: Path) -> tuple[str, ...]:
        lay(fresh, files)
        return ("yunqiao",)

    return build


def content_of(folder: Path) -> dict[str, str]:
    """What is below a folder, but for the release."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != FILE)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def listed(target: Path) -> list[str]:
    """The names beside a site."""
    return sorted(path.name for path in Past(target).folder.iterdir())


def allowed(former: Path) -> None:
    """Nothing speaks against it."""


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, with its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
