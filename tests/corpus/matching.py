"""What is told, held against what the index says should be told."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from showcase import messages
from showcase.diagnostics import Diagnostic

from .building import Checked
from .index import Overlay
from .translation import told_field
from .verdict import Verdict

NEAR = 1
"""Lines by which a message may miss the line of the index."""
_FILE_NAMES = {"bad-file-name", "bad-file-name-copy", "same-id", "stray-file"}
_CHINESE = re.compile(r"[一-鿿]")


@dataclass(frozen=True, slots=True)
class Match:
    """How well a diagnostic fits what the index says."""

    one: Diagnostic
    file: bool
    line: bool
    field: bool

    @property
    def weight(self) -> tuple[int, int, int]:
        """The better, the more."""
        return (self.file, self.line + self.field, -self.one.level)


def matches(case: Overlay, checked: Checked) -> list[Match]:
    """The diagnostics held against the index, best first."""
    names = told_field(case.field) if case.field else ()
    found = []
    for one in checked.told:
        file, line = checked.laid.original(one.place.file, one.place.line)
        picture = Path(case.file).name if case.file.startswith("photos/") else ""
        others = {checked.laid.original(value, 1)[0] for value in one.values.values()}
        shown = picture and picture in messages.what(one)
        named = case.file in {file, *others} or bool(shown)
        about_name = case.field == "slug" and one.code in _FILE_NAMES
        near = about_name or (not case.line or abs(line - case.line) <= NEAR)
        found.append(Match(one, named, near, about_name or not names or _names(one, names)))
    return sorted(found, key=lambda match: match.weight, reverse=True)


def _names(one: Diagnostic, names: tuple[str, ...]) -> bool:
    """Whether a message names a field: its way, one of the same line of descent, or its key."""
    way, *keys = names
    if one.field and (way.startswith(one.field) or one.field.startswith(way)):
        return True
    words = [one for one in (*keys, re.sub(r" 第\d+条$", "", way.rpartition("·")[2])) if one]
    said = f"{messages.what(one)}{one.field}".casefold()
    # before there is a model there is no way: then it is the line shown below that names the key
    shown = "" if one.field else one.text.casefold()
    return any(word.casefold() in said or word.casefold() in shown for word in words)


def marked(case: Overlay, verdict: Verdict, best: Match | None) -> Verdict:
    """A verdict with what the refusal names."""
    if best is None:
        return replace(verdict, file=False, line=False, field=False, mend=False)
    one = best.one
    return replace(
        verdict,
        file=best.file,
        line=best.line if case.line else None,
        field=best.field if case.field else None,
        mend=bool(_CHINESE.search(messages.mend(one)) and _CHINESE.search(messages.what(one))),
    )
