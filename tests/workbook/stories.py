"""A case: a folder with the recipe by which a workbook is spoilt, and what staff then read on the screen.

Behind a line of dashes stands what the files became of it: their lines that changed, or that nothing was written.
"""

from __future__ import annotations

import difflib
import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from showcase.cli import application
from showcase.folder import Folder
from showcase.messages.workbook import WORDINGS
from showcase.workbook import tables, workbook
from tests.workbook.spoiling import Spoiling

HERE = Path(__file__).parent
CONTENT = HERE / "content"
CASES = HERE / "cases"


@dataclass(frozen=True)
class Story:
    """One folder under `cases/`."""

    folder: Path

    @property
    def golden(self) -> Path:
        """What the screen shows, and what becomes of the files."""
        return self.folder / "told.txt"

    @property
    def recipe(self) -> dict[str, Any]:
        """How the workbook is spoilt."""
        recipe: dict[str, Any] = json.loads((self.folder / "recipe.json").read_text("utf-8"))
        return recipe

    def told(self, target: Path) -> str:
        """Spoil a fresh workbook of the invented content, and import it."""
        project = copy(target / "project")
        spoiling = Spoiling(_whole(), project)
        for step in self.recipe["steps"]:
            spoiling.carry_out(step)
        path = target / spoiling.name
        path.write_bytes(spoiling.content())
        before = texts(project)
        said = imported(project, path, "--yes", *self.recipe.get("arguments", ()))
        return f"{said.rstrip()}\n----\n{changes(before, texts(project))}"


def stories() -> list[Story]:
    """Every case, by name."""
    return [Story(path) for path in sorted(CASES.iterdir()) if path.is_dir()]


def shown() -> set[str]:
    """The codes whose sentence stands in some golden, whatever fills its gaps."""
    said = "\n".join(one.golden.read_text("utf-8") for one in stories())
    return {code for code, one in WORDINGS.items() if re.search(_pattern(one.what), said)}


def _pattern(sentence: str) -> str:
    pieces = re.split(r"\{\w+\}", sentence)
    return "：" + ".+?".join(map(re.escape, pieces)) + "\n"


def copy(target: Path, content: Path = CONTENT) -> Path:
    """The invented content, copied so that it may be changed."""
    shutil.copytree(content, target)
    return target


def exported(project: Path, *only: str) -> bytes:
    """The workbook of a project."""
    catalogue = Folder(project / "bases").read(drafts=True).legible
    return workbook(tables(catalogue, frozenset(only)))


@cache
def _whole() -> bytes:
    """The workbook of the invented content."""
    return exported(CONTENT)


def imported(project: Path, path: Path, *words: str) -> str:
    """What `import` says, with its exit code where it is not 0."""
    return command(project, "import", str(path), *words).replace(str(path), path.name)


def command(project: Path, verb: str, *words: str) -> str:
    """What a verb says when it is called in a project, with its exit code where it is not 0."""
    with _standing_in(project):
        done = CliRunner().invoke(application([verb]), [verb, *words])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.output + (f"[{done.exit_code}]\n" if done.exit_code else "")


@contextmanager
def _standing_in(project: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(project)
    try:
        yield
    finally:
        os.chdir(before)


def texts(project: Path) -> dict[str, bytes]:
    """The files of `bases/`, byte for byte."""
    return {
        path.relative_to(project).as_posix(): path.read_bytes()
        for path in sorted((project / "bases").rglob("*"))
        if path.is_file()
    }


def changes(before: dict[str, bytes], after: dict[str, bytes]) -> str:
    """The lines that are different, file by file."""
    lines: list[str] = []
    for name in sorted(before.keys() | after.keys()):
        old, new = (one.get(name, b"").decode().splitlines() for one in (before, after))
        found = difflib.unified_diff(old, new, name, name, n=0, lineterm="")
        # of a new file, what is open; the rest of it are comments that show what else could be written
        lines += [one for one in found if not one.startswith(("---", "@@", "+#"))]
    return "\n".join(lines) + "\n" if lines else "文件都没有动\n"
