"""A sheet as it was read: which cells hold something, and what is odd about their places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto


class Content(Enum):
    """What sort of thing a cell holds."""

    TEXT = auto()
    NUMBER = auto()
    FLAG = auto()
    ERROR = auto()


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as it is stored: `raw` is the text, or the number as digits; `form` its number format.
    `formula` says that a formula made it."""

    content: Content
    raw: str
    form: str = "General"
    formula: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """Cells merged into one, from the first row and column to the last, all counted from 1."""

    name: str
    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """A sheet: its cells by row and column, counted from 1. Cells that hold nothing are not there.

    `from_1904` says from which day its dates are counted. `is_text` is that of a CSV, whose cells are
    texts and nothing else.
    """

    name: str
    cells: Mapping[tuple[int, int], RawCell]
    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    from_1904: bool = False
    is_text: bool = False
    rows: Mapping[int, Mapping[int, RawCell]] = field(init=False)

    def __post_init__(self) -> None:
        rows: dict[int, dict[int, RawCell]] = {}
        for (row, column), cell in sorted(self.cells.items()):
            rows.setdefault(row, {})[column] = cell
        # the same cells by row; frozen otherwise
        object.__setattr__(self, "rows", rows)
