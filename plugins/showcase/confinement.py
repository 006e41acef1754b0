"""What a build may open: ordinary files that lie in the project. Decided for a whole folder before anything is opened.

Nothing here opens a file or waits for one: folders are listed, entries are looked at, links are followed by name.
A hard link to a file elsewhere looks like a file of its own on every system and cannot be told apart.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from .diagnostics import Diagnostic, Level, Place
from .file_names import shown

_REPARSE = 0x400
"""FILE_ATTRIBUTE_REPARSE_POINT: a junction of Windows, which Python 3.11 takes for a plain folder."""
_KINDS = {
    stat.S_IFIFO: "管道",
    stat.S_IFSOCK: "套接字",
    stat.S_IFCHR: "设备",
    stat.S_IFBLK: "设备",
}


@dataclass(frozen=True)
class Grounds:
    """A folder of a project, explored: what in it may be opened.

    `paths` are all ordinary files, as one walks to them, sorted; `faults` tell of what may not be opened, by path.
    """

    paths: list[Path] = field(default_factory=list)
    faults: dict[Path, Diagnostic] = field(default_factory=dict)
    _files: dict[Path, Path] = field(default_factory=dict)
    _folders: dict[Path, Path] = field(default_factory=dict)
    _names: dict[Path, list[str]] = field(default_factory=dict)

    def file(self, path: Path) -> Path | None:
        """Where an ordinary file really lies, which is another place for a link; nothing where it may not be opened
        or is none."""
        folder = self._folders.get(path.parent)
        return self._files.get(folder / path.name) if folder else None

    def is_folder(self, path: Path) -> bool:
        """Whether a path leads to a folder that may be listed."""
        return path in self._folders

    def names(self, folder: Path) -> tuple[str, ...]:
        """The names of the files and folders in a folder that may be opened, sorted."""
        real = self._folders.get(folder)
        return tuple(self._names.get(real, ())) if real else ()


def explore(root: Path, name: str, *, folder_links: bool = True) -> Grounds:
    """Look at everything in the folder `name` of the project at `root`; a folder that is missing holds nothing.

    The folder itself may be a link within the project; what is in it has to stay in it. Without
    `folder_links` no link may lead to a folder: for folders that other programs walk through, link or not.
    """
    grounds, top = Grounds(), root / name
    real = _real(top)
    if not real.is_relative_to(_real(root)):
        values = {"written": name, "target": shown(str(real))}
        grounds.faults[top] = Diagnostic(
            "folder-elsewhere", Level.ERROR, Place(name), values=values
        )
    elif real.is_dir():
        _Walk(grounds, top, real, folder_links).run()
    return grounds


def is_in_place(root: Path, name: str) -> bool:
    """Whether a folder of the project lies where its name says, and no link leads to another place."""
    return _real(root / name) == _real(root) / name


def is_ordinary(path: Path, top: Path) -> bool:
    """Whether a path leads to an ordinary file that lies in the folder `top`; for one file where no walk is worth it."""
    real = _real(path)
    return real.is_relative_to(_real(top)) and stat.S_ISREG(_mode(real))


@dataclass
class _Walk:
    grounds: Grounds
    top: Path
    real: Path
    folder_links: bool

    def run(self) -> None:
        waiting = [(self.top, self.real)]
        while waiting:
            folder, real = waiting.pop()
            self.grounds._folders[folder] = real
            try:
                with os.scandir(folder) as found:
                    entries = sorted(found, key=lambda one: one.name)
            except OSError:
                self._fault("not-a-file", folder)
                continue
            known = self.grounds._names.setdefault(real, [])
            for entry in entries:
                path, here = folder / entry.name, real / entry.name
                if _is_link(entry, here):
                    self._link(path, here)
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append((path, here))
                elif entry.is_file(follow_symlinks=False):
                    self._file(path, here, here)
                else:
                    self._special(path)
                if path not in self.grounds.faults:
                    known.append(entry.name)
        self.grounds.paths.sort()

    def _file(self, path: Path, here: Path, target: Path) -> None:
        self.grounds.paths.append(path)
        self.grounds._files[here] = target

    def _link(self, path: Path, here: Path) -> None:
        target = _real(path)
        mode = _mode(target) if target.is_relative_to(self.real) else 0
        if not target.is_relative_to(self.real):
            self._fault("linked-outside", path, folder=f"{self.top.name}/")
        elif not mode:
            # an editor leaves such a link beside a file that is open in it
            if not path.name.startswith("."):
                self._fault("not-a-file", path)
        elif stat.S_ISREG(mode):
            self._file(path, here, target)
        elif not stat.S_ISDIR(mode):
            self._special(path)
        elif self.folder_links:
            self.grounds._folders[path] = target
        else:
            self._fault("linked-folder", path, folder=f"{self.top.name}/")

    def _special(self, path: Path) -> None:
        self._fault("special-file", path, cause=_KINDS.get(stat.S_IFMT(_mode(path)), "别的东西"))

    def _fault(self, code: str, path: Path, **values: str) -> None:
        place = Place(shown(path.relative_to(self.top.parent).as_posix()))
        told = {"written": shown(path.name), **values}
        self.grounds.faults[path] = Diagnostic(code, Level.ERROR, place, values=told)


def _is_link(entry: os.DirEntry[str], here: Path) -> bool:
    if entry.is_symlink():
        return True
    attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    # files that OneDrive has not brought down yet bear the mark of a junction too, and lead to themselves
    return bool(attributes & _REPARSE) and _real(here) != here


def _real(path: Path) -> Path:
    # neither raises for a link that leads nowhere or in a circle, as Path.resolve does
    return Path(os.path.realpath(path))


def _mode(path: Path) -> int:
    """What lies at a path, links followed; 0 where nothing does."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0
