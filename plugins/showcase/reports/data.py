"""A report as JSON, for programs: every part of every diagnostic, nothing cut.

The shape is a promise, counted by `version`: within one version keys are only added. See `shape_of` for
what they mean. Lines, columns and widths count characters from 1; `text`, `better` and `fix` are as the
file has them, `what` and `mend` as people read them. Characters that are not drawn are written as \\uXXXX,
so that the file can be looked at in a terminal, too.
"""

from __future__ import annotations

import json
import re
from typing import Any

from ..diagnostics import DROPPED, Diagnostic, Edit, Level
from .entry import Entry
from .report import Report
from .visible import visible

VERSION = 1
LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "note"}
"""Levels as keys, in every language."""
_RARE = re.compile(r"[^\x20-\x7e\n\u4e00-\u9fff\u3001-\u303f\uff01-\uff5e]")


def document(report: Report) -> str:
    """The whole report as one JSON document, ending in a line end."""
    return dumped(shape_of(report))


def shape_of(report: Report) -> dict[str, Any]:
    """`version`, `language`, `summary` (files, errors, warnings, notes, mendable) and the `diagnostics`."""
    counted = report.summary
    return {
        "version": VERSION,
        "language": report.language.value,
        "summary": {
            "files": counted.files,
            "errors": counted.errors,
            "warnings": counted.warnings,
            "notes": counted.notes,
            "mendable": counted.mendable,
        },
        "diagnostics": [_one(entry) for entry in report.entries],
    }


def dumped(value: object) -> str:
    """JSON that is easy to read and harmless to print: valid in UTF-8 whatever a file held."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    # what JSON leaves as it is stands in strings only, where an escape means the same
    return _RARE.sub(_escaped, text) + "\n"


def _escaped(found: re.Match[str]) -> str:
    character = found.group()
    return character if visible(character) == character else json.dumps(character)[1:-1]


def _one(entry: Entry) -> dict[str, Any]:
    """A diagnostic: `level` is error, warning or note; `path` the way to the value as keys and numbers
    from 0; `better` the lines that should stand in place of `text`; `fix` null where only a person can tell."""
    told = entry.told
    return {
        "code": told.code,
        "level": LEVELS[told.level],
        "file": told.place.file,
        "line": told.place.line,
        "column": told.place.column,
        "width": told.width,
        "field": entry.field,
        "path": list(told.path),
        "what": entry.what,
        "mend": entry.mend,
        "text": told.text,
        "better": list(told.better),
        "fix": _fix(told),
    }


def _fix(told: Diagnostic) -> dict[str, Any] | None:
    """`safe` needs no question. No `edits` at all: the file is to be written anew as UTF-8."""
    if told.fix is None:
        return None
    return {"safe": told.fix.safe, "edits": [_edit(one) for one in told.fix.edits]}


def _edit(one: Edit) -> dict[str, Any]:
    """The characters from `start` up to, not including, `end`; `new` is null where the line should go."""
    new = None if DROPPED in one.new else one.new
    return {"line": one.line, "start": one.start, "end": one.end, "new": new}
