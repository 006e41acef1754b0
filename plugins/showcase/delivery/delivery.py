"""Carrying out a delivery: what readers need first, pages by exchange, what nobody needs any more last."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from .. import release as releases
from ..loss import Loss, loss
from ..release import FILE as RELEASE
from ..release import Release
from . import record
from .host import PART, DeliveryError, Host, Kind, is_path
from .plan import Plan, planned
from .record import Record
from .survey import Survey, around, surveyed

_MARKS = frozenset((record.NAME, RELEASE))


@dataclass(frozen=True)
class Cargo:
    """A whole site on this machine: its folder, its release, and the size of each file in bytes."""

    folder: Path
    release: Release
    sizes: Mapping[str, int]

    def content(self, path: str) -> bytes:
        """A file of the release, as the release has it: a build may be at work on the folder meanwhile."""
        try:
            content = (self.folder / path).read_bytes()
        except OSError:
            raise DeliveryError("changed", path) from None
        if path == RELEASE:
            due = content == releases.dump(self.release)
        else:
            due = hashlib.sha256(content).hexdigest() == self.release.files[path]
        if not due:
            raise DeliveryError("changed", path)
        return content


def cargo(folder: Path, release: Release) -> Cargo:
    """The site in a folder that was held against its release. Raises OSError."""
    return Cargo(folder, release, {path: (folder / path).stat().st_size for path in release.files})


@dataclass(frozen=True)
class Prospect:
    """What a delivery would find and do.

    `former` is the release at the host. `strange` says that others' files stand there and nothing of ours.
    `tidy` says that nothing is left of a delivery before that has to be put in order.
    """

    plan: Plan
    survey: Survey
    former: Release | None
    strange: bool
    tidy: bool
    loss: Loss

    @property
    def nothing(self) -> bool:
        """Whether the host serves this release already, whole as far as was looked."""
        return self.tidy and not self.plan.sends and not self.plan.deletes


def prospect(cargo: Cargo, host: Host, *, every_byte: bool = False) -> Prospect:
    """Look at a host and work out what has to be done; nothing is changed. Raises DeliveryError.

    `every_byte` reads all files there instead of believing the release there.
    """
    new = cargo.release.files
    content, noted = host.read(RELEASE), host.read(record.NAME)
    former = releases.parse(content) if content is not None else None
    if former and not all(map(is_path, former.files)):
        former = None
    kept = record.read(noted) if noted is not None else Record()
    before = former.files if former else {}
    survey = surveyed(host, {*new, *before, *kept.kept, *kept.doubtful}, _MARKS)
    if every_byte:
        known = {path: _sha256(host, path) for path in new if _is_file(survey, path)}
    else:
        doubt = before.keys() if kept.everything else kept.doubtful
        known = {path: sha256 for path, sha256 in before.items() if path not in doubt}
    plan = planned(new, cargo.sizes, before, known, kept, survey)
    others = content is not None and former is None and noted is None
    if others:
        plan = replace(plan, foreign=(*plan.foreign, RELEASE))
    if plan.sends or content != releases.dump(cargo.release):
        plan = replace(plan, sends=(*plan.sends, RELEASE))
    odd = tuple(name for name in _MARKS if survey.at(name) and not _is_file(survey, name))
    plan = replace(plan, blocked=(*plan.blocked, *sorted(odd)))
    tidy = not survey.leftovers and (noted or b"") in (Record(plan.kept).written(), b"")
    strange = (survey.strange and former is None and noted is None) or others
    lost = loss(former.bases if former else (), cargo.release.bases)
    return Prospect(plan, survey, former, strange, tidy, lost)


def deliver(
    due: Prospect, cargo: Cargo, host: Host, sent: Callable[[int, int], None] | None = None
) -> None:
    """Do what was worked out, under the lock of the host; `sent` is told how many files of how many went.

    What stops it at any point leaves every file at the host whole, of this release or of the one before, and
    the same again completes it. Raises DeliveryError.
    """
    plan, survey = due.plan, due.survey
    for path in survey.leftovers:
        host.delete(path)
    if not due.nothing:
        host.put(record.NAME, plan.record.written())
    for folder in plan.folders:
        host.make_folder(folder)
    for count, path in enumerate(plan.sends, start=1):
        host.put(path, cargo.content(path))
        if sent:
            sent(count, len(plan.sends))
    for path in plan.deletes:
        host.delete(survey.name(path))
    needed = {survey.key(folder) for path in cargo.release.files for folder in around(path)}
    emptied = {folder for path in plan.deletes for folder in around(survey.name(path))}
    for folder in sorted(emptied, key=lambda one: (-one.count("/"), one)):
        if survey.key(folder) not in needed:
            host.drop_folder(folder)
    if not due.nothing:
        host.put(record.NAME, Record(plan.kept).written())


def clashing(paths: Iterable[str]) -> tuple[str, ...]:
    """Paths that differ from another in capitals alone: on Windows they would be one file."""
    alike: dict[str, list[str]] = {}
    for path in sorted(paths):
        alike.setdefault(path.casefold(), []).append(path)
    return tuple(path for several in alike.values() if len(several) > 1 for path in several)


LONGEST = 259
"""Characters that Windows takes for a whole path: MAX_PATH is 260 with the end mark."""


def overlong(root: str, paths: Iterable[str]) -> tuple[str, ...]:
    """Paths that are too long for Windows below a folder, with room for the name of a file on its way."""
    spare = LONGEST - len(root.rstrip("/\\")) - 1
    return tuple(
        path
        for path in sorted(paths)
        if max(len(path), len(path.rpartition("/")[0]) + 1 + len(PART)) > spare
    )


def _is_file(survey: Survey, path: str) -> bool:
    found = survey.at(path)
    return found is not None and found.kind is Kind.FILE


def _sha256(host: Host, path: str) -> str:
    return hashlib.sha256(host.read(path) or b"").hexdigest()
