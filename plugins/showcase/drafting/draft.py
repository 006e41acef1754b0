"""A file's text as typed, and as understood: the second is YAML wherever the meaning was certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..model.shape import Shape
from .characters import are_odd
from .outline import Path
from .rows import Row, Slip
from .scan import Scan

# each begins with a sign that few lines hold, by which it is found quickly
_DOUBTFUL = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        # what may be cut off as a comment; lists and mappings with signs of the Chinese keyboard
        r" #\S",
        r"\[[^\[\]\n]*[，、；]",
        r":[ ]+(?:[【［〔]|-[ ]*$)",
        # a second key within a value
        r":(?<=[a-z_]:)(?=[^\s/])",
    )
)
_SECOND_KEY = re.compile(r"[,，;；、][ ]*[a-z_]+[ ]*：")
_WIDE_BLANK = re.compile(r"^[ ]*　|[:-][ ]*　|　#", re.MULTILINE)


@dataclass(frozen=True)
class Draft:
    """`typed` and `text` of a file. They differ where `slips` were understood or tentatively mended."""

    typed: str
    text: str
    slips: tuple[Slip, ...] = ()
    paths: dict[int, Path] = field(default_factory=dict)
    _spots: tuple[tuple[int, tuple[int, ...]], ...] = ()

    def spot(self, line: int, column: int) -> tuple[int, int]:
        """Line and column in `typed` of a place in `text`; all count from 1."""
        if not self._spots or not 0 < line <= len(self._spots):
            return line, column
        number, columns = self._spots[line - 1]
        return number, columns[min(max(column - 1, 0), len(columns) - 1)]


def understood(text: str, shape: Shape) -> Draft:
    """Read a text as staff meant it, with the content model's `shape` of the file in hand."""
    rows = [Row(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    scan = Scan(rows, shape)
    scan.run()
    if not scan.slips and all(row.text == row.typed for row in rows):
        return Draft(text, text, (), scan.paths)
    spots = tuple(spot for row in rows for spot in _spots(row))
    return Draft(text, "\n".join(row.text for row in rows), tuple(scan.slips), scan.paths, spots)


def _spots(row: Row) -> Iterator[tuple[int, tuple[int, ...]]]:
    start = 0
    for line in row.text.split("\n"):
        end = start + len(line)
        yield row.number, tuple(row.columns[start : end + 1])
        start = end + 1


def needs_a_look(text: str) -> bool:
    """Whether a text may hold a slip that YAML takes without a word, or reads as something else."""
    return (
        "\t" in text
        or "\\" in text
        or f"\n{text}".find("\n---") >= 0
        or f"\n{text}".find("\n...") >= 0
        or any(pattern.search(text) for pattern in _DOUBTFUL)
        or ("　" in text and _WIDE_BLANK.search(text) is not None)
        or ("：" in text and _SECOND_KEY.search(text) is not None)
        or are_odd(text)
    )
