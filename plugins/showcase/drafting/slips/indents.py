"""In front of a line: tabs, full-width blanks, and blanks that are too many or too few."""

from __future__ import annotations

from ...diagnostics import Level as Severity
from ..outline import Path
from ..rows import Row, Slip

BLANKS = " \t　"


def width_of(text: str) -> int:
    """How many characters stand in front of what a line says."""
    return len(text) - len(text.lstrip(BLANKS))


def is_odd(text: str) -> bool:
    """Whether a line is indented by anything but plain blanks."""
    return text[: width_of(text)].strip(" ") != ""


def mended(row: Row, meant: int | None, path: Path) -> Slip:
    """Plain blanks in the place of tabs and full-width ones; `meant` counts them, if that is certain."""
    wide = width_of(row.text)
    front = row.text[:wide]
    code = "tab" if "\t" in front else "fullwidth-indent"
    column = row.column(next(index for index, sign in enumerate(front) if sign != " "))
    blanks = meant if meant is not None else sum(1 if sign == " " else 2 for sign in front)
    edit = row.replace(0, wide, " " * blanks)
    severity = Severity.NOTE if meant is not None else Severity.ERROR
    return Slip(code, row.number, column, 1, (edit,), severity, meant is not None, path=path)


def moved(row: Row, meant: int, path: Path, *, certain: bool, safe: bool, key: str) -> Slip:
    """A line brought under those that it belongs to."""
    typed = width_of(row.text)
    edit = row.replace(0, typed, " " * meant)
    severity = Severity.NOTE if certain else Severity.ERROR
    values = (("key", key), ("blanks", str(meant)), ("typed", str(typed)))
    return Slip("indentation", row.number, 1, max(typed, 1), (edit,), severity, safe, values, path)


def out_of_line(row: Row, blanks: int, path: Path) -> Slip:
    """A key that stands under none of the keys around it, and that none of their mappings knows."""
    front = width_of(row.text)
    key = row.text[front:].partition(":")[0].strip()
    # read with the nearest mapping, which tells that it does not know the key
    row.replace(0, front, " " * blanks)
    return Slip("out-of-line", row.number, 1, max(front, 1), (), values=(("key", key),), path=path)
