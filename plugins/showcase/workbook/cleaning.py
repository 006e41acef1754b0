"""The text of a cell as a file would hold it: without what Excel, web pages and chats leave around it."""

from __future__ import annotations

import re

from ..diagnostics import Edit, Level
from ..drafting.characters import are_odd, slips
from ..drafting.rows import Row
from ..mending import edited
from .columns import Column, Kind

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_APOSTROPHE = re.compile(r"'(?=[0-9=+@-])(?!.*')")
_ENDS = re.compile(r"\r\n|\r|\x0b|\x0c|\x85|\u2028|\u2029")
_WORD = re.compile(r"[!-~]")
_SEVERAL = (Kind.LONG, Kind.NAMES, Kind.EVIDENCE)


def unescaped(text: str) -> str:
    """The text behind the escapes of a workbook: _x000D_ is a line end (ECMA-376, 22.9.2.19)."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def escaped(text: str) -> str:
    """A text in which nothing passes for such an escape."""
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)


def cleaned(text: str, column: Column) -> str:
    """The same without blanks around it and characters that nobody sees; a value of one line without its
    line breaks, closed up as YAML's reader does between Chinese characters."""
    text = _ENDS.sub("\n", text)
    lines = [_line(line).rstrip() for line in text.split("\n")]
    if column.kind in _SEVERAL:
        if column.kind is not Kind.LONG:
            lines = [line.strip() for line in lines if line.strip()]
        text = "\n".join(lines)
    else:
        text = _joined([line.strip() for line in lines if line.strip()])
    return _APOSTROPHE.sub("", text.strip(), count=1) if text[:1] == "'" else text.strip()


def _line(line: str) -> str:
    if not are_odd(line):
        return line
    edits: set[Edit] = set()
    for slip in slips(Row(1, line)):
        if slip.level is Level.NOTE and slip.safe:
            edits |= set(slip.edits)
    return edited(line, edits)


def _joined(lines: list[str]) -> str:
    text = ""
    for line in lines:
        apart = text and _WORD.match(text[-1]) and _WORD.match(line[0])
        text += f" {line}" if apart else line
    return text
