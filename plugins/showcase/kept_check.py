"""A check whose outcome is known: nothing that it looks at has changed since, and so it is told again.

Kept in the cache under a digest of every file of the project and of the program, read anew each time: the
time of a change says too little on a USB stick. Nothing heavy is imported here, for that is what it saves.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from .confinement import is_in_place
from .whole_files import put

_LOOKED_AT = ("bases", "content", "overrides")
_TEXTS = {".yml", ".yaml", ".md", ".txt", ".json", ".html", ".css", ".js"}
_LONGEST_TEXT = 4_000_000
"""Bytes above which a file is told apart by its time alone: no text of staff may be so large."""
_PACKAGE = Path(__file__).parent
MOST_KEPT = 8
"""Outcomes that are kept, one for each way of asking; then all are dropped."""


@dataclass(frozen=True)
class Outcome:
    """What a check printed, and its exit code."""

    printed: str
    code: int


@dataclass(frozen=True)
class KeptChecks:
    """The outcomes kept for the project at `root`."""

    root: Path

    def recall(self, words: Sequence[str]) -> Outcome | None:
        """The outcome of the check asked for by these words, if nothing has changed."""
        try:
            kept = json.loads(self._path(words).read_text("utf-8"))
            known = kept["digest"] == self.digest()
            return Outcome(kept["printed"], kept["code"]) if known else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, words: Sequence[str], outcome: Outcome, digest: str) -> None:
        """Remember an outcome, and what the project looked like before it was worked out: `digest`. Where
        the cache cannot be written, the next check takes its time."""
        path = self._path(words)
        kept = {"digest": digest, "printed": outcome.printed, "code": outcome.code}
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if sum(1 for _ in path.parent.iterdir()) >= MOST_KEPT:
                for old in path.parent.iterdir():
                    old.unlink()
            put(path, json.dumps(kept, ensure_ascii=False).encode())
        except OSError:
            return

    def _path(self, words: Sequence[str]) -> Path:
        name = hashlib.sha256("\0".join((*words, *surroundings())).encode()).hexdigest()
        return self.root / ".cache" / "checks" / f"{name[:32]}.json"

    def digest(self) -> str:
        """What every file that a check looks at comes to. Raises OSError where one vanishes meanwhile,
        or where a whole folder is a link."""
        digest = hashlib.sha256(sys.version.encode())
        for path in _files(_PACKAGE, {".py"}):
            found = path.stat()
            digest.update(f"{path.name}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
        for name in _LOOKED_AT:
            if not is_in_place(self.root, name):
                # where it leads to may be outside the project, and is nothing to be listed
                raise OSError(f"{name} is a link")
            for path in _files(self.root / name, None):
                digest.update(
                    path.relative_to(self.root).as_posix().encode("utf-8", "surrogatepass")
                )
                digest.update(_state(path))
        return digest.hexdigest()


def _files(folder: Path, suffixes: set[str] | None) -> Iterator[Path]:
    """Every file below a folder, in one order everywhere; links are named, not followed."""
    found = []
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if one != "__pycache__")
        found += [Path(where) / name for name in folders if (Path(where) / name).is_symlink()]
        found += [Path(where) / name for name in names]
    yield from (
        path for path in sorted(found) if suffixes is None or path.suffix.lower() in suffixes
    )


def _state(path: Path) -> bytes:
    found = path.lstat()
    if stat.S_ISLNK(found.st_mode):
        return os.fsencode(path.readlink())
    text = path.suffix.lower() in _TEXTS and found.st_size <= _LONGEST_TEXT
    if text and stat.S_ISREG(found.st_mode):
        return hashlib.sha256(path.read_bytes()).digest()
    # photographs are large, and are replaced rather than edited
    return f"\0{found.st_size}\0{found.st_mtime_ns}\0{found.st_mode}\n".encode()


def surroundings() -> tuple[str, ...]:
    """What else decides how a check is printed."""
    return (
        str(sys.stdout.isatty()),
        str(os.environ.get("NO_COLOR")),
        str(os.environ.get("GITHUB_ACTIONS")),
        str(sys.stdout.encoding),
        # whether photographs of iPhones can be read
        str(find_spec("pi_heif") is not None),
    )


def told_again(words: Sequence[str]) -> int | None:
    """Print the outcome of a check that is known, and give its exit code; otherwise nothing happens."""
    if words[:1] != ["check"] or any(
        word.startswith(("--out", "--help", "--fix")) for word in words
    ):
        return None
    outcome = KeptChecks(Path.cwd()).recall(words[1:])
    if outcome is None:
        return None
    if reconfigure := getattr(sys.stdout, "reconfigure", None):
        # a console that is not UTF-8 shows a ? for what it lacks
        reconfigure(errors="replace")
    print(outcome.printed, end="")
    return outcome.code
