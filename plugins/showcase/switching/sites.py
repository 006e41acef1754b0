"""Built sites on disk: how they are sealed, recognised, held against their `release.json`."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..listing import files_of
from ..release import FILE, Release, digest_of, dump, is_lasting, parse

_MARKS = ("index.html", "404.html", "assets/shell*.css")
"""What sites have that were built before there was a `release.json`."""
_SOURCES = ("bases", "content", "overrides", "plugins", ".git")


@dataclass(frozen=True, slots=True)
class Damage:
    """The files of a site, by path: that are listed and not there, not as listed, there and not listed."""

    missing: tuple[str, ...] = ()
    torn: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()

    @property
    def of_ours(self) -> tuple[str, ...]:
        """What readers would miss: a file that somebody laid in harms nobody."""
        return tuple(sorted((*self.missing, *self.torn)))


def seal(site: Path, bases: Iterable[str]) -> Release:
    """Write `release.json` into a finished site that has pages for these bases."""
    files = {name: _sha256(path) for name, path in files_of(site) if name != FILE}
    release = Release(tuple(sorted(bases)), files)
    (site / FILE).write_bytes(dump(release))
    return release


def read(site: Path) -> Release | None:
    """What a site says that it consists of; None where it says nothing, or nothing of ours."""
    try:
        return parse((site / FILE).read_bytes())
    except OSError:
        return None


def digest(site: Path) -> str:
    """By what the release in a folder is known; empty where there is none."""
    try:
        return digest_of((site / FILE).read_bytes())
    except OSError:
        return ""


def verify(site: Path, release: Release) -> Damage:
    """Hold a site against its release. What was carried over from the release before is not foreign: its name
    tells whether it is whole."""
    there = dict(files_of(site))
    missing = release.files.keys() - there.keys()
    torn = (
        name for name in release.files.keys() & there.keys()
        if _sha256(there[name]) != release.files[name]
    )  # fmt: skip
    others = there.keys() - release.files.keys() - {FILE}
    foreign = (
        name for name in others
        if not is_lasting(name) or name.split(".")[-2] != _sha256(there[name])[:12]
    )  # fmt: skip
    return Damage(tuple(sorted(missing)), tuple(sorted(torn)), tuple(sorted(foreign)))


def carry_over(former: Path, fresh: Path) -> None:
    """Lay the lasting files of the release before into a fresh site that lacks them.

    Who has a page of it open still asks for them. Only what that release lists and has whole: what it was
    given by the one before it goes, and nothing but styles, scripts and fonts comes along.
    """
    release = read(former)
    for name, sha256 in release.files.items() if release else ():
        source, target = former / name, fresh / name
        if is_lasting(name) and not target.exists() and source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
            if _sha256(target) != sha256:
                target.unlink()


def is_ours(site: Path) -> bool:
    """Whether a folder holds a site of ours."""
    if site.is_symlink() or not site.is_dir():
        return False
    return read(site) is not None or all(any(site.glob(mark)) for mark in _MARKS)


def may_replace(target: Path, project: Path) -> bool:
    """Whether a site may be put at `target`: nothing is there, or one of our own sites.

    Never the project itself, a folder around it, or one that holds its sources; never through a link.
    """
    sources = (project / name for name in _SOURCES)
    if any(source.is_relative_to(target) or target.is_relative_to(source) for source in sources):
        return False
    return is_free(target)


def is_free(target: Path) -> bool:
    """Whether nothing is at `target` but, perhaps, one of our own sites."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        return False
    return not target.exists() or not any(target.iterdir()) or is_ours(target)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
