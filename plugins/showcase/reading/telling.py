"""What is said about a draft: its slips as diagnostics, and every diagnostic at the place that was typed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from ..diagnostics import Diagnostic, Edit, Fix, Level, Place
from ..drafting.draft import Draft
from ..drafting.text import Remark, UnreadableError
from ..model import Part
from ..model.shape import way

_WHOLE = ("empty-file", "not-a-mapping")
"""What is said of a file as a whole."""


def slips(draft: Draft, file: str, model: type[Part]) -> Iterator[Diagnostic]:
    """What was understood although it was not typed as it should be, and what could not be."""
    lines = draft.typed.split("\n")
    # of a line in which something is doubtful, nothing is mended without asking: half a mend may read otherwise
    doubtful = {slip.line for slip in draft.slips if slip.edits and not slip.safe}
    for slip in draft.slips:
        safe = slip.safe and slip.line not in doubtful
        # the line may have turned out to lead further down than was known at the slip
        path, there = slip.path, draft.paths.get(slip.line, ())
        path = there if there[: len(path)] == path else path
        yield Diagnostic(
            slip.code,
            slip.level,
            Place(file, slip.line, slip.column),
            way(model, path),
            dict(slip.values),
            lines[slip.line - 1],
            slip.width,
            Fix(slip.edits, safe) if slip.edits else None,
            path,
        )


def unreadable(fault: UnreadableError, file: str) -> Diagnostic:
    """What is said of a file that is no text."""
    values = {"kind": fault.kind} if fault.kind else {}
    return Diagnostic(fault.code, Level.ERROR, Place(file), values=values)


def remarks(found: tuple[Remark, ...], file: str, text: str) -> Iterator[Diagnostic]:
    """What was remarkable about the bytes of a file: writing it anew as UTF-8 mends that."""
    lines = text.split("\n")
    for remark in found:
        level = Level.NOTE if remark.certain else Level.ERROR
        line = min(remark.line, len(lines))
        # of a file that was read all the same no single line is wrong
        shown = "" if remark.certain else lines[line - 1]
        # what was broken stays broken in a new file
        fix = None if remark.code == "bytes-broken" else Fix((), remark.certain)
        start = max(shown.find("\ufffd"), 0) if remark.code == "bytes-broken" else 0
        width = 1 if start else len(shown) or 1
        yield Diagnostic(
            remark.code, level, Place(file, line, start + 1), "", {}, shown, width, fix
        )


def placed(one: Diagnostic, draft: Draft, model: type[Part]) -> Diagnostic:
    """A diagnostic about a draft's text, moved to where its author typed what it is about."""
    if one.code == "empty-file":
        return one
    line, column = draft.spot(one.place.line, one.place.column)
    lines = draft.typed.split("\n")
    known = one.path or one.field or one.code in _WHOLE
    path = one.path if known else draft.paths.get(line, ())
    fix = one.fix and Fix(tuple(_edit(edit, draft) for edit in one.fix.edits), one.fix.safe)
    return dataclasses.replace(
        one,
        place=Place(one.place.file, line, column),
        field=one.field or way(model, path),
        text=lines[line - 1] if 0 < line <= len(lines) else "",
        fix=fix,
        path=path,
    )


def _edit(edit: Edit, draft: Draft) -> Edit:
    line, start = draft.spot(edit.line, edit.start)
    return Edit(line, start, max(draft.spot(edit.line, edit.end)[1], start), edit.new)
