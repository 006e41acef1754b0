"""A text with separators as a sheet: CSV or tab-separated, in the encodings that Excel and WPS save."""

from __future__ import annotations

import csv
import io

from ..drafting.text import UnreadableError, decoded
from .faults import unreadable
from .grid import Content, Grid, RawCell

NAME = "CSV"
"""What the only sheet of such a file is called."""
_SEPARATORS = ("\t", ",", "，", ";", "；", "|")
_MOST_COLUMNS = 200


def grid(content: bytes) -> Grid:
    """The cells of a text file. Raises UnreadableWorkbookError for what is none, or too large."""
    try:
        text = decoded(content).text
    except UnreadableError as fault:
        code = "workbook-too-large" if fault.code == "file-too-large" else "workbook-other-kind"
        raise unreadable(code, fault.kind or "别的文件") from None
    lines = text.split("\n")
    # Excel's own way of naming the separator
    if lines[0].lower().startswith("sep=") and len(lines[0]) == 5:
        separator, lines = lines[0][4], ["", *lines[1:]]
    else:
        separator = _separator(lines)
    cells: dict[tuple[int, int], RawCell] = {}
    # a quote that is never closed would swallow the rest without a word
    try:
        reader = csv.reader(io.StringIO("\n".join(lines)), delimiter=separator, strict=True)
        row = 1
        for fields in reader:
            for column, field in enumerate(fields[:_MOST_COLUMNS], start=1):
                if field.strip():
                    cells[row, column] = RawCell(Content.TEXT, field)
            row = reader.line_num + 1
    except csv.Error:
        raise unreadable("csv-broken") from None
    return Grid(NAME, cells, is_text=True)


def _separator(lines: list[str]) -> str:
    """The sign that parts most columns in the first lines that have any."""
    beginning = [line for line in lines[:20] if line.strip()]
    counts = {one: max((line.count(one) for line in beginning), default=0) for one in _SEPARATORS}
    return max(_SEPARATORS, key=lambda one: counts[one])
