"""The CPU time of the pages that a browser shows, where the system tells it: on Linux."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_PROCESSES = Path("/proc")


@dataclass
class Clock:
    """CPU milliseconds of the main threads of a browser's pages; `browser` is its process id."""

    browser: int
    _pages: list[Path] = field(default_factory=list)

    def read(self) -> float:
        """The time until now; always 0 where the system does not tell."""
        if not self._pages:
            self._pages = list(pages_of(self.browser))
        return sum(map(spent, self._pages))


def spent(process: Path) -> float:
    """The milliseconds that a process's main thread was at work."""
    try:
        return int((process / "schedstat").read_text().split()[0]) / 1e6
    except (OSError, IndexError, ValueError):
        return 0.0


def pages_of(browser: int) -> Iterator[Path]:
    """The processes below a browser's own that show pages."""
    parents = {}
    for process in _PROCESSES.glob("[0-9]*"):
        try:
            # the name in brackets may hold blanks and brackets of its own
            parents[int(process.name)] = int(
                (process / "stat").read_text().rpartition(")")[2].split()[1]
            )
        except (OSError, IndexError, ValueError):
            continue
    for number in parents:
        above = number
        while above in parents and above != browser:
            above = parents[above]
        if above == browser and b"--type=renderer" in _command(number):
            yield _PROCESSES / str(number)


def _command(number: int) -> bytes:
    try:
        return (_PROCESSES / str(number) / "cmdline").read_bytes()
    except OSError:
        return b""
