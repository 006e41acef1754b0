"""A report as annotations of GitHub Actions: one workflow command a diagnostic, shown beside the changed line.

Source of syntax and escapes: GitHub's "Workflow commands for GitHub Actions" and `command.ts` of
actions/toolkit: %, carriage return and line feed everywhere, and colon and comma in properties.
"""

from __future__ import annotations

import hashlib

from ..diagnostics import Level
from ..messages import Language
from .entry import Entry
from .report import Report
from .visible import commands

COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_COLON = {Language.CHINESE: "改成：", Language.ENGLISH: "better: "}


def workflow_commands(report: Report) -> str:
    """A line for each diagnostic, and nothing else: the sum is for people, and is no annotation."""
    return "".join(f"{_one(entry, report.language)}\n" for entry in report.entries)


def fenced(text: str) -> str:
    """A text for people, within which the runner obeys no command, whatever the files held.

    The word that ends the fence is made of the text itself, so that the text cannot contain it.
    """
    token = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return f"::stop-commands::{token}\n{text}\n::{token}::"


def _one(entry: Entry, language: Language) -> str:
    told = entry.told
    words = [entry.level, *([entry.field] if entry.field else []), f"[{told.code}]"]
    properties = {
        # as it is, so that GitHub finds the file, unless it would do harm
        "file": entry.file if commands(told.place.file) else told.place.file,
        "line": str(told.place.line),
        "col": str(told.place.column),
        "endColumn": str(told.place.column + told.width),
        "title": " ".join(words),
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    label = _COLON[language] if entry.better else ""
    message = f"{entry.what}\n{label}" + "\n".join(entry.remedy)
    return f"::{COMMANDS[told.level]} {written}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
