"""The score of a folder of overlays: each is laid out as a project, checked, and built where it may be."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from . import index, inertness
from .building import Checked, check, known_acts, pages, picture_faults
from .facts import bare
from .index import Overlay
from .laying import InexpressibleError, overlaid
from .matching import marked, matches
from .several import several
from .values import payload_of, value_of
from .verdict import SILENTLY_WRONG, TRACEBACK, Verdict, last_words


def verdicts(folder: Path) -> Iterator[Verdict]:
    """One for each case."""
    for case in index.overlays(folder):
        started = perf_counter()
        with tempfile.TemporaryDirectory() as place:
            try:
                verdict = _judged(folder, case, Path(place))
            except InexpressibleError as name:
                why = f"a file name cannot be {str(name)!r}"
                verdict = Verdict(
                    case.name, case.category, case.expect, True, "cannot be written", why
                )
            except Exception as fault:
                why = last_words(fault)
                verdict = Verdict(case.name, case.category, case.expect, False, TRACEBACK, why)
        yield replace(verdict, seconds=perf_counter() - started)


def _judged(folder: Path, case: Overlay, place: Path) -> Verdict:
    checked = check(overlaid(folder, case.folder), place)
    judge = {"reject": _reject, "warn": _warn, "accept": _accept, "accept_safe": _accept_safe}
    verdict = judge[case.expect](folder, case, checked)
    if case.category.startswith("K") and case.expect == "reject":
        return several(folder, case, checked, verdict)
    return verdict


def _verdict(case: Overlay, handled: bool, kind: str, why: str = "") -> Verdict:
    return Verdict(case.name, case.category, case.expect, handled, kind, why)


def _reject(folder: Path, case: Overlay, checked: Checked) -> Verdict:
    best = next(iter(matches(case, checked)), None)
    if checked.refused:
        if best is None or not best.file:
            verdict = _verdict(case, False, "told of another file", checked.shown)
        else:
            missing = [name for name in ("line", "field") if not getattr(best, name)]
            why = f"no {' nor '.join(missing)}: {case.line} {case.field} {checked.shown}"
            verdict = _verdict(case, True, "refused", why if missing else "")
        return marked(case, verdict, best)
    value, right = value_of(folder, case, checked)
    shown = f"{checked.shown} → {value}"
    if best is not None and best.file and best.line:
        return _verdict(case, right, "noted" if right else "misread", "" if right else shown)
    if right and (case.may_accept or case.field == "slug"):
        return _verdict(case, True, "accepted as the index allows")
    return _verdict(case, False, "unsaid" if right else SILENTLY_WRONG, shown)


def _warn(folder: Path, case: Overlay, checked: Checked) -> Verdict:
    fit = [
        one
        for one in matches(case, checked)
        if one.file and (one.line or (case.field and one.field))
    ]
    if fit:
        return _verdict(case, True, "told")
    if case.field == "slug":
        # the file name is the slug with us: they cannot differ
        return _verdict(case, not checked.refused, "cannot be written")
    return _verdict(case, False, "unsaid", checked.shown)


def _accept(folder: Path, case: Overlay, checked: Checked) -> Verdict:
    if checked.refused or checked.reading.catalogue is None:
        if case.also and "error" in case.also and checked.refused:
            return _verdict(case, True, "refused as the index allows")
        return _verdict(case, False, "false alarm", checked.shown)
    if case.category.startswith("K") and checked.told:
        return _verdict(case, False, "false alarm", checked.shown)
    return _built(folder, case, checked)


def _accept_safe(folder: Path, case: Overlay, checked: Checked) -> Verdict:
    if checked.refused or checked.reading.catalogue is None:
        return _verdict(case, True, "refused")
    return _built(folder, case, checked)


def _built(folder: Path, case: Overlay, checked: Checked) -> Verdict:
    assert checked.reading.catalogue is not None
    made = pages(checked.laid, checked.reading.catalogue)
    wrong = list(inertness.faults(made.values(), set(known_acts(folder))))
    wrong += picture_faults(checked.laid, checked.reading.catalogue)
    payload = payload_of(case)
    if payload and case.field and case.expect == "accept_safe":
        shown = bare(
            "".join(text for source in made.values() for text in inertness.Page(source).said)
        )
        if bare(payload) not in shown:
            wrong.append(f"not shown: {payload}")
    return _verdict(case, not wrong, "live" if wrong else "built", "；".join(wrong[:4]))
