"""What keeps a workbook from being read: told with its sheet, row, column and heading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..diagnostics import Diagnostic, Level, Place
from ..messages import mend, what
from ..messages.workbook import WORDINGS


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a workbook: row and column count from 1, 0 where all of them are meant; `heading` is what
    stands above the column."""

    sheet: str = ""
    row: int = 0
    column: int = 0
    heading: str = ""

    @property
    def words(self) -> str:
        """In the reader's words: ``活动 第5行 C列（日期）``; empty for the file as a whole."""
        parts = [self.sheet] if self.sheet else []
        parts += [f"第{self.row}行"] if self.row else []
        parts += [f"{letters(self.column)}列"] if self.column else []
        heading = f"（{self.heading}）" if self.heading else ""
        return " ".join(parts) + heading


@dataclass(frozen=True, slots=True)
class CellFault:
    """One thing to mend in a workbook. `code` names a sentence of `messages`, `values` fill its gaps, and
    `shown` is what stands in the cell. A note keeps nothing from being imported."""

    code: str
    spot: Spot
    values: Mapping[str, str] = field(default_factory=dict)
    shown: str = ""
    level: Level = Level.ERROR

    @property
    def what(self) -> str:
        """What is wrong, in one sentence."""
        return what(self._told)

    @property
    def mend(self) -> str:
        """What to type instead."""
        told = mend(self._told)
        if self.spot.column and self.code not in WORDINGS:
            # a line of a file holds one value, a row of a sheet a whole item
            told = told.replace("删掉这一行", "清空这一格")
        return told

    @property
    def _told(self) -> Diagnostic:
        return Diagnostic(self.code, self.level, Place(""), values=self.values)


class UnreadableWorkbookError(ValueError):
    """The file is no workbook that can be read; `fault` says why."""

    def __init__(self, fault: CellFault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def unreadable(code: str, kind: str = "") -> UnreadableWorkbookError:
    """The error of a file that cannot be read at all."""
    return UnreadableWorkbookError(CellFault(code, Spot(), {"kind": kind} if kind else {}))


def letters(column: int) -> str:
    """The name that a spreadsheet gives a column counted from 1: C, AB."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def in_order(faults: Iterable[CellFault], sheets: Iterable[str]) -> tuple[CellFault, ...]:
    """Faults as one meets them going through the workbook, each told once."""
    order = {name: number for number, name in enumerate(sheets)}
    seen: dict[tuple[object, ...], CellFault] = {}
    for one in faults:
        seen.setdefault((one.code, one.spot, tuple(sorted(one.values.items()))), one)
    return tuple(
        sorted(
            seen.values(),
            key=lambda one: (
                one.level, order.get(one.spot.sheet, -1), one.spot.row, one.spot.column, one.code,
            ),
        )
    )  # fmt: skip
