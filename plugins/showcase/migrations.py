"""Bringing files from one version of the model to the next.

A step takes the text of a file and gives it back changed, comments and order kept. There is none yet:
version 1 is the first. The list is here so that the second version has a place to stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from .confinement import explore
from .drafting.text import UnreadableError, decode
from .rules.schema_version import CURRENT

Step = Callable[[str], str]
STEPS: Mapping[int, Step] = {}
"""From version n to n + 1, by n."""
_VERSION = re.compile(r"^(?:schema|格式版本)\s*[:：]\s*[\"']?(\d+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Migration:
    """A file that would change: where it lies, its text before and after."""

    path: Path
    before: str
    after: str


def version_of(text: str) -> int | None:
    """The version that a file says it was written for."""
    found = _VERSION.search(text)
    return int(found[1]) if found else None


def migrate(text: str, steps: Mapping[int, Step] = STEPS, current: int = CURRENT) -> str:
    """The text in the current version; unchanged where no step leads on from its version."""
    version = version_of(text)
    while version is not None and version < current and version in steps:
        text = steps[version](text)
        version += 1
    return text


def pending(
    bases: Path, steps: Mapping[int, Step] = STEPS, current: int = CURRENT
) -> tuple[Migration, ...]:
    """The files under `bases/` that the steps would change."""
    found = []
    for path in explore(bases.parent, bases.name).paths:
        if path.suffix not in (".yml", ".yaml"):
            continue
        try:
            before = decode(path.read_bytes())
        except UnreadableError:
            continue
        after = migrate(before, steps, current)
        if after != before:
            found.append(Migration(path, before, after))
    return tuple(found)
