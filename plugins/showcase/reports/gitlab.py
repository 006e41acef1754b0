"""A report as GitLab's code quality artefact, shown in merge requests.

Source of the shape: GitLab's "Code Quality report format". A fingerprint tells whether a finding is new:
it does not depend on the line's number, so that what stands above may grow, nor on our wording.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import Any

from ..diagnostics import Diagnostic, Level
from .data import dumped
from .report import Report

SEVERITIES = {Level.ERROR: "blocker", Level.WARNING: "minor", Level.NOTE: "info"}
"""An error stops the build; the others do not."""


def artefact(report: Report) -> str:
    """The whole report as one JSON document, ending in a line end."""
    repeated: Counter[str] = Counter()
    found: list[dict[str, Any]] = []
    for entry in report.entries:
        told = entry.told
        alike = _fingerprint(told, 0)
        repeated[alike] += 1
        found.append(
            {
                "description": "\n".join((entry.what, *entry.remedy)),
                "check_name": told.code,
                "fingerprint": _fingerprint(told, repeated[alike] - 1),
                "severity": SEVERITIES[told.level],
                "location": {"path": told.place.file, "lines": {"begin": told.place.line}},
            }
        )
    return dumped(found)


def _fingerprint(told: Diagnostic, number: int) -> str:
    """`number` counts those before it that are alike in everything."""
    values = sorted(told.values.items())
    parts = (told.code, told.place.file, told.field, values, told.text.strip(), number)
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
