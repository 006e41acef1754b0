"""What a recorded command did, and what it may do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.confinement.recording import STARTING
from tests.site.project import PATIENCE, ROOT, environment

Work = tuple[str, Path, list[str]]
"""A label, the folder of a project, and the words behind `showcase`."""
PROGRAM = tuple(
    {
        os.path.realpath(one)
        for one in (sys.prefix, sys.base_prefix, ROOT / "plugins", ROOT / "tests")
    }
    | {str(ROOT / "plugins"), str(ROOT / "tests"), sys.prefix, sys.base_prefix}
)
"""Where the program itself lies: Python, its libraries, and ours."""
BESIDE = ("/usr/share/zoneinfo/", "/dev/null", "/etc/localtime")
"""What a build may read besides: the rules of time zones, by which MkDocs dates the site map, and nothing at all."""


@dataclass(frozen=True)
class Event:
    """Something that a command did with a path."""

    name: str
    path: str
    writes: bool

    def lies_in(self, folders: Iterable[str]) -> bool:
        """Whether the path is one of these or lies in one."""
        return any(
            self.path == one or self.path.startswith(one.rstrip("/") + "/") for one in folders
        )


@dataclass(frozen=True)
class Record:
    """What one command did."""

    code: int
    events: tuple[Event, ...]
    searched: tuple[str, ...] = ()

    @cached_property
    def network(self) -> list[str]:
        """What it asked the network for."""
        return [one.name for one in self.events if one.name.startswith("socket.")]

    @cached_property
    def started(self) -> list[str]:
        """The programs that it started."""
        return [one.path for one in self.events if one.name in STARTING]

    def outside(self, *folders: Path) -> set[str]:
        """Every path that it opened or changed and that lies neither in these folders nor in the program."""
        inside = [*map(str, folders), *(os.path.realpath(one) for one in folders)]
        met = [
            one
            for one in self.events
            if not one.name.startswith("socket.")
            and one.name not in STARTING
            # Python looks for modules there
            and not (one.name == "os.listdir" and one.path in self.searched)
        ]
        strange = (one for one in met if one.path and not one.lies_in((*inside, *PROGRAM)))
        return {one.path for one in strange if one.writes or not one.path.startswith(BESIDE)}

    def written(self) -> set[str]:
        """Every path that it changed."""
        return {one.path for one in self.events if one.writes}


def recorded(place: Path, *work: Work, before: Iterable[str] = ()) -> dict[str, Record]:
    """Run commands one after another, `before` them a command that runs others, with a temporary folder of their
    own below `place`."""
    log, plan, temporary = place / "log", place / "work", place / "temporary"
    temporary.mkdir(parents=True, exist_ok=True)
    plan.write_text(json.dumps([(one, str(folder), words) for one, folder, words in work]), "utf-8")
    command = [*before, sys.executable, "-m", "tests.confinement.recording", str(log), str(plan)]
    done = subprocess.run(
        command,
        cwd=place,
        env=environment(
            TMPDIR=str(temporary), PYTHONDONTWRITEBYTECODE="1", PYTHONIOENCODING="utf-8"
        ),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-4000:]
    codes: dict[str, int] = {}
    events: dict[str, list[Event]] = {}
    for line in log.read_text("utf-8").splitlines():
        label, name, path, writes = json.loads(line)
        if name == "exit":
            codes[label] = path or 0
        else:
            events.setdefault(label, []).append(Event(name, path, writes))
    searched = (str(place), str(ROOT))
    return {
        label: Record(code, tuple(events.get(label, ())), searched) for label, code in codes.items()
    }
