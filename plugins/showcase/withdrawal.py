"""Taking something back: every copy that this machine made of a base or a photograph is removed.

A kept site names a base on many of its pages, so that a page or two taken out would not do: kept sites and
caches go whole. All of them can be made again, without what was withdrawn.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import addresses
from .listing import files_of
from .switching import forget, may_replace
from .switching.lock import in_silence

CACHES = (".cache", "build")
"""Folders of a project that hold nothing but what was made from `bases/`."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What is taken back: a base with the addresses it had and its name, or one photograph of it."""

    identity: str
    name: str
    former: tuple[str, ...] = ()
    photo: str = ""

    @property
    def marks(self) -> tuple[bytes, ...]:
        """What a file that speaks of it holds."""
        if self.photo:
            return tuple(one.encode() for one in self.pictures)
        own = (addresses.base(one) for one in (self.identity, *self.former))
        return tuple(one.encode() for one in (*own, self.name) if one)

    @property
    def pictures(self) -> tuple[str, ...]:
        """Where a site has the photograph: under the id of now, and under those of earlier builds."""
        return tuple(addresses.photograph(one, self.photo) for one in (self.identity, *self.former))

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of a site that are its own."""
        if self.photo:
            return ()
        all_ids = (self.identity, *self.former)
        pages = tuple(addresses.base(one) for one in all_ids)
        return (*pages, *(f"{addresses.PHOTOGRAPHS}{one}" for one in all_ids))

    def owns(self, path: str) -> bool:
        """Whether a file of a site is its own: its photograph, or a cover."""
        if self.photo:
            return path in self.pictures
        return path.startswith(
            tuple(f"{addresses.COVERS}{one}-" for one in (self.identity, *self.former))
        )


def kept_sites(project: Path, site: Path) -> tuple[Path, ...]:
    """Every built site in the project or beside `site`, but for that one itself."""
    near = {path for folder in (project, site.parent) for path in folder.iterdir()}
    return tuple(
        path
        for path in sorted(near - {site})
        if path.is_dir() and not path.is_symlink() and any(path.iterdir())
        if may_replace(path, project)
    )


def built_before(project: Path, site: Path) -> tuple[Path, ...]:
    """Where sites are built that keep former ones beside them, in the project or beside `site`."""
    near = {path for folder in (project, site.parent) for path in folder.glob(".*.past")}
    return tuple(
        path.with_name(path.name.removeprefix(".").removesuffix(".past"))
        for path in sorted(near)
        if (path / "lock").is_file()
    )


def remove_copies(
    project: Path, site: Path, *, patience: float = 0, waiting: Callable[[], None] = in_silence
) -> list[Path]:
    """Remove kept sites and caches, and say which: what `rollback` could put back, too.

    Raises BusyError after `patience` seconds while the site is being built, and OSError.
    """
    former: list[Path] = []
    for one in built_before(project, site):
        former += forget(one, patience=patience, waiting=waiting)
    folders = [*kept_sites(project, site), *(project / name for name in CACHES)]
    there = [folder for folder in folders if folder.is_dir()]
    for folder in there:
        shutil.rmtree(folder)
    return [*former, *there]


def remove_mentions(site: Path, withdrawn: Withdrawn) -> list[Path]:
    """Remove from a site that cannot be built anew everything that speaks of what was withdrawn."""
    removed = []
    for folder in (site / name for name in withdrawn.folders):
        if folder.is_dir():
            shutil.rmtree(folder)
            removed.append(folder)
    for name, path in list(files_of(site)):
        content = path.read_bytes()
        if withdrawn.owns(name) or any(mark in content for mark in withdrawn.marks):
            path.unlink()
            removed.append(path)
    return removed
