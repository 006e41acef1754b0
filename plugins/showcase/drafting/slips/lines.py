"""Whole lines that are no YAML: comments of other kinds, rulers, ends of documents, merges left undone."""

from __future__ import annotations

import re

from ...diagnostics import Level as Severity
from ..rows import Row, Slip
from .indents import width_of

_OTHER_COMMENT = re.compile(r"＃[ \t　]*|//+[ \t　]*")
_RULER = re.compile(r"-{4,}|[=*_~—－]{3,}|-{3}(?=[ \t　]*[^\s#-])")
_OURS, _PARTS, _THEIRS = "<<<<<<<", ("|||||||", "======="), ">>>>>>>"


def is_comment(text: str) -> bool:
    """Whether a line without its indentation says nothing: a comment or ruler, typed properly or not."""
    return bool(text.startswith("#") or _OTHER_COMMENT.match(text) or _RULER.fullmatch(text))


def comment(row: Row) -> Slip | None:
    """A comment that begins with ＃ or //, or a ruler between parts: to YAML they are text."""
    start = width_of(row.text)
    place = row.column(start)
    if found := _OTHER_COMMENT.match(row.text, start):
        edit = row.replace(start, found.end(), "# ")
        width = len(found[0].strip())
        return Slip("other-comment", row.number, place, width, (edit,), Severity.NOTE, True)
    if _RULER.fullmatch(row.text[start:].strip()):
        edit = row.replace(start, start, "# ")
        width = len(row.text) - start - 2
        return Slip("ruler", row.number, place, width, (edit,), Severity.NOTE, True)
    return None


def document_end(row: Row, *, first: bool) -> Slip | None:
    """A line that begins or ends a document: one file holds one."""
    text = row.text.rstrip()
    if text == "..." or text.startswith("... "):
        row.replace(0, len(row.text), "")
        return Slip("document-end", row.number, 1, 3)
    if (text == "---" or text.startswith("--- ")) and not first:
        row.replace(0, len(row.text), "")
        return Slip("second-document", row.number, 1, 3)
    return None


def merge(rows: list[Row], start: int) -> tuple[Slip, int] | None:
    """Two versions of one place that nobody chose between. The first is looked at, the second left out;
    the index is that of the line behind."""
    if not rows[start].text.startswith((_OURS, _THEIRS)):
        return None
    end = next(
        (index for index in range(start, len(rows)) if rows[index].text.startswith(_THEIRS)),
        None,
    )
    if end is None:
        # a mark alone: the others were deleted, or it is the last
        end = start
    shown = True
    for row in rows[start : end + 1]:
        mark = row.text.startswith((_OURS, *_PARTS, _THEIRS))
        shown = shown and not row.text.startswith(_PARTS)
        if mark or not shown:
            row.replace(0, len(row.text), "")
    values = (("last", str(rows[end].number)),)
    slip = Slip("merge-conflict", rows[start].number, 1, 7, values=values)
    return slip, start
