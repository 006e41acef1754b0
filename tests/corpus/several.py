"""A case with several slips in several files: none may hide another."""

from __future__ import annotations

import difflib
import re
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from . import index
from .building import Checked, check, meant
from .facts import said, typed
from .index import Overlay
from .laying import files_of
from .matching import NEAR
from .values import plain
from .verdict import Verdict


def hunks(folder: Path, case: Overlay) -> list[tuple[str, int]]:
    """The lines of a case that differ from the baseline's, by file, one for each slip."""
    known = files_of(index.baseline(folder))
    found = []
    for name, content in files_of(case.folder).items():
        lines = _lines(content)
        # a file of the case's own is a copy of one of the baseline's
        like = known.get(name) or min(known.values(), key=lambda one: _distance(lines, one))
        for kind, _, _, start, end in _compared(_lines(like), lines):
            numbers = range(start + 1, max(end, start + 1) + 1) if kind != "equal" else ()
            found += [
                (name, one) for one in numbers if name in known or not _is_its_own(lines, one)
            ]
    return found


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", "replace").splitlines()


def _compared(one: list[str], other: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()


def _is_its_own(lines: list[str], number: int) -> bool:
    return number <= len(lines) and re.match(r"(slug|name)\s*:", lines[number - 1]) is not None


def _distance(lines: list[str], other: bytes) -> int:
    changed = [one for one in _compared(_lines(other), lines) if one[0] != "equal"]
    return sum(max(last - first, end - start) for _, first, last, start, end in changed)


def several(folder: Path, case: Overlay, checked: Checked, verdict: Verdict) -> Verdict:
    """A case with several slips: each must be told in one run, or be read rightly."""
    missed = []
    slips = hunks(folder, case)
    for name, number in slips:
        near = [
            one
            for one in checked.told
            for file, line in [checked.laid.original(one.place.file, one.place.line)]
            if file == name and abs(line - number) <= NEAR
        ]
        if not near and not _fine_alone(folder, case, name, number):
            missed.append(f"{Path(name).name}:{number}")
    kind = f"{len(slips) - len(missed)} of {len(slips)}"
    if missed:
        return replace(verdict, handled=False, kind=kind, why=f"not told: {missed} {checked.shown}")
    return replace(verdict, kind=kind)


def _fine_alone(folder: Path, case: Overlay, name: str, number: int) -> bool:
    """Whether one slip by itself is taken, and its value is there as typed."""
    files = files_of(index.baseline(folder))
    theirs = files.get(name)
    if theirs is None:
        return False
    slip = (case.folder / name).read_bytes().splitlines(keepends=True)[number - 1]
    lines = theirs.splitlines(keepends=True)
    lines[number - 1] = slip
    files[name] = b"".join(lines)
    with tempfile.TemporaryDirectory() as place:
        checked = check(files, Path(place))
        catalogue = checked.reading.catalogue
        if catalogue is None or checked.refused:
            return False
        record = catalogue.bases[Path(checked.laid.ours(name)).stem]
        wanted = typed(re.split(r"[:：]", slip.decode("utf-8", "replace"), maxsplit=1)[-1])
        right = meant(folder).bases[record.id]
        return record.content == right.content or plain(wanted) in plain(said(record.content))
