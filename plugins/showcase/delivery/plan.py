"""What a delivery will do, worked out before it does anything: files to send, in which order, and to delete."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..release import FILE as RELEASE
from ..release import is_lasting
from . import record
from .host import Kind
from .record import Record
from .survey import Survey, around

HOME = "index.html"


@dataclass(frozen=True, slots=True)
class Plan:
    """`sends` in their order; `deletes` after all of them.

    `kept` are styles, scripts and fonts that no page of the new release uses and that stay for visitors whose
    pages are open; photographs do not, for what was withdrawn has to be gone.
    `foreign` are files of others where ours should stand, `blocked` links and folders there: the one may be
    overwritten where somebody says so, the other never.
    """

    sends: tuple[str, ...]
    deletes: tuple[str, ...]
    kept: frozenset[str]
    folders: tuple[str, ...]
    same: int
    foreign: tuple[str, ...] = ()
    blocked: tuple[str, ...] = ()

    @property
    def record(self) -> Record:
        """What the host has to know while this is under way."""
        return Record(self.kept, frozenset((*self.sends, *self.deletes)) - {RELEASE})


def planned(
    new: Mapping[str, str],
    sizes: Mapping[str, int],
    before: Mapping[str, str],
    known: Mapping[str, str],
    kept: Record,
    survey: Survey,
) -> Plan:
    """The way from what stands at a host to a release. All of `new`, `before` and `known` map paths to SHA-256.

    `new` is the release and `sizes` its files in bytes; `before` the release at the host;
    `known` what is sure to stand there; `kept` the record of the delivery before. Files of ours are those that
    any of these names: nothing else is deleted, and nothing else overwritten without being `foreign` here.
    """
    ours = {survey.key(path) for path in (*before, *kept.kept, *kept.doubtful)}
    fresh, changed, foreign, blocked = [], [], [], []
    same = 0
    for path in sorted(new):
        standing = survey.at(path)
        blocked += [
            folder for folder in around(path) if survey.at(folder) and not survey.has_folder(folder)
        ]
        if standing is None:
            fresh.append(path)
            continue
        if standing.kind is not Kind.FILE:
            blocked.append(path)
            continue
        if survey.key(path) not in ours:
            foreign.append(path)
        elif known.get(path) == new[path] and standing.size == sizes[path]:
            same += 1
            continue
        changed.append(path)
    staying = kept.kept if before == new else frozenset(filter(is_lasting, before))
    staying = frozenset(path for path in staying if path not in new)
    deletes = _deleted(new, before, kept, staying, survey)
    sends = _ordered(fresh, changed)
    folders = sorted({one for path in sends for one in around(path) if not survey.has_folder(one)})
    return Plan(
        sends, deletes, staying, tuple(folders), same, tuple(foreign), tuple(sorted(set(blocked)))
    )


def _deleted(
    new: Mapping[str, str],
    before: Mapping[str, str],
    kept: Record,
    staying: frozenset[str],
    survey: Survey,
) -> tuple[str, ...]:
    # by key: where capitals do not count, the old name of a file is the new one's as well
    due = {survey.key(path) for path in (*new, *staying, RELEASE, record.NAME)}
    gone = {path for path in (*before, *kept.kept, *kept.doubtful) if survey.key(path) not in due}
    # a link that somebody put in a file's place is theirs
    files = (path for path in gone if (found := survey.at(path)) and found.kind is Kind.FILE)
    # pages first: nothing may be asked for that is gone already
    return tuple(sorted(files, key=lambda path: (not is_page(path), path)))


def _ordered(fresh: list[str], changed: list[str]) -> tuple[str, ...]:
    """No page before what it shows; no new page after one that may lead to it; the home page last."""
    new = set(fresh)

    def turn(path: str) -> tuple[bool, ...]:
        if not is_page(path):
            return (False, not is_lasting(path))
        return (True, path == HOME, path not in new)

    return tuple(sorted((*fresh, *changed), key=lambda path: (*turn(path), path)))


def is_page(path: str) -> bool:
    """Whether a visitor opens it, rather than a page that he opened."""
    return path.endswith(".html")
