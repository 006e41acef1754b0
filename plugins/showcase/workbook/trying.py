"""A proposal tried in memory with the same check that staff run, then written whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from .. import whole_files
from ..diagnostics import Diagnostic, Level
from ..folder import Reading
from ..model import Base, Part, SourceList
from ..reading.binding import bind_file
from ..revision import Reason, Refusal, revised
from ..rules import check_all
from ..rules.privacy import hushed
from ..undo import UndoCopies
from ..workshop import Workshop
from ..written_files import WrittenFile, load
from .drafts import FileDraft, in_cell
from .faults import CellFault, Spot
from .proposal import Proposal
from .tables import SOURCES_FILE


@dataclass(frozen=True)
class Tried:
    """The bytes that files would have, by their path from the project, and what speaks against it.
    `reminders` counts the warnings that would be new."""

    contents: dict[str, bytes] = field(default_factory=dict)
    faults: tuple[CellFault, ...] = ()
    reminders: int = 0


def tried(proposal: Proposal, root: Path) -> Tried:
    """What the files would be after a proposal, and what the check would then say that it does not say now."""
    workshop = Workshop(root)
    before = workshop.read(drafts=True).diagnostics
    contents: dict[str, bytes] = {}
    faults: list[CellFault] = []
    for file, draft in proposal.drafts.items():
        found = _revised(draft, root / file)
        if isinstance(found, CellFault):
            faults.append(found)
        else:
            contents[file] = found
    if faults:
        return Tried({}, tuple(faults))
    new = {file for file, draft in proposal.drafts.items() if draft.is_new}
    workshop.folder.tried = {file: one for file, one in contents.items() if file not in new}
    after = _with_new(workshop.read(drafts=True), {file: contents[file] for file in sorted(new)})
    fresh = list(_new(before, after))
    wrong = [one for one in fresh if one.level is Level.ERROR]
    told = tuple(_placed(one, proposal) for one in wrong)
    reminders = sum(one.level is Level.WARNING for one in fresh)
    return Tried(contents, told, reminders)


def _revised(draft: FileDraft, path: Path) -> bytes | CellFault:
    # what a link leads to need not lie in this project
    if not path.resolve().is_relative_to(
        (path.parents[len(Path(draft.file).parts) - 1] / "bases").resolve()
    ):
        return CellFault("file-cannot-change", Spot(), {"file": draft.file})
    if draft.is_new and any(path.with_suffix(end).exists() for end in (".yml", ".yaml")):
        identity = path.stem
        spot = draft.spot(("name",)) or Spot()
        return CellFault("id-taken", Spot(spot.sheet, spot.row), {"written": identity})
    if draft.is_new:
        known: WrittenFile | None = WrittenFile(path, draft.text, "utf-8")
    else:
        known = load(path)
    if known is None:
        return CellFault("file-encoding-first", Spot(), {"file": draft.file})
    model: type[Part] = SourceList if draft.file == SOURCES_FILE else Base
    expected = draft.expected()
    found = revised(known.raw, draft.changes, model, expected)
    if isinstance(found, Refusal):
        return _refused(found, draft)
    return known.mark + found.text.encode(known.encoding)


def _refused(found: Refusal, draft: FileDraft) -> CellFault:
    spot = draft.cause(found.change) or Spot()
    values = {"file": draft.file}
    if found.reason is Reason.FAULTY:
        return CellFault("file-faulty-first", Spot(), values)
    if found.reason is Reason.UNFIT and found.code:
        return CellFault(found.code, spot, {**found.values, **values})
    return CellFault("file-cannot-change", spot, values)


def _with_new(reading: Reading, new: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """What the check would say with files that are not in the folder yet."""
    if not new:
        return reading.diagnostics
    there = reading.legible
    ruled = Counter(map(_exactly, hushed(check_all(there))))
    found = [one for one in reading.diagnostics if not ruled[_exactly(one)]]
    bases = dict(there.bases)
    for file, content in new.items():
        identity = file.rpartition("/")[2].removesuffix(".yml")
        record, told = bind_file(content, file, identity, Base)
        found += told
        if record is not None:
            bases[identity] = record
    with_them = replace(there, bases=dict(sorted(bases.items())))
    return (*found, *hushed([*check_all(with_them)]))


def _exactly(one: Diagnostic) -> tuple[object, ...]:
    return one.code, one.place, one.field, tuple(sorted(one.values.items()))


def _new(before: tuple[Diagnostic, ...], after: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """What is told afterwards and was not told before; numbers of lines and items may have moved."""
    left = Counter(map(_likeness, before))
    for one in after:
        if left[_likeness(one)]:
            left[_likeness(one)] -= 1
        else:
            yield one


def _likeness(one: Diagnostic) -> tuple[object, ...]:
    # where a fault stands moves when something above it comes or goes
    values = tuple(sorted((key, text) for key, text in one.values.items() if not text.isdigit()))
    return one.code, one.level, one.place.file, values


def _placed(one: Diagnostic, proposal: Proposal) -> CellFault:
    draft = proposal.drafts.get(one.place.file)
    spot = draft.spot(one.path) if draft is not None else None
    if spot is not None:
        return in_cell(one, spot)
    # of a file that the workbook does not speak of, but that suffers from it
    return CellFault(one.code, Spot(one.place.file, 0, 0, one.field), one.values, one.text)


def write(contents: dict[str, bytes], root: Path) -> None:
    """Put all files in their places, keeping what they were for `--undo`. Where one of them cannot be
    written, those before it are put back. Raises OSError."""
    copies = UndoCopies(root)
    kept = copies.keep("import", (root / file for file in contents))
    try:
        for file, content in contents.items():
            whole_files.put((root / file).resolve(), content)
    except OSError:
        copies.restore(copies.change(kept))
        raise
    copies.done(kept, contents)
