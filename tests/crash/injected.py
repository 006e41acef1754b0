"""The same as `torture`, asked of the system itself: strace lets the k-th system call of a kind fail.

It does not know Python, so what Python's own calls do below their names is not left out. Linux alone.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from showcase.switching import sites
from tests.crash.outcome import Outcome
from tests.crash.small import NEW, OLD, debris, digests, show, wrong_with
from tests.site import project as projects

CALLS = (
    "openat", "write", "mkdir", "rename", "renameat2", "unlink", "unlinkat", "rmdir", "fsync",
    "syncfs", "flock", "sendfile", "getdents64", "close",
)  # fmt: skip
REASONS = ("ENOSPC", "EIO", "EACCES")
_PAGES = 2
_BEGIN = "showcase-begins-here"
_CHILD = f"""\
import os, sys
from pathlib import Path
from tests.crash.small import show
Path({_BEGIN!r}).exists()
try:
    show(Path(sys.argv[1]), sys.argv[2], {_PAGES})
except OSError as fault:
    os._exit(40)
os._exit(0)
"""
_CALL = re.compile(r"^(?:\d+\s+)?(?P<name>\w+)\(")


def available() -> bool:
    """Whether this machine has strace and lets it look on."""
    strace = shutil.which("strace")
    return bool(strace) and subprocess.run([strace, "-o", "/dev/null", "true"]).returncode == 0  # type: ignore[list-item]


def traced(target: Path, word: str, log: Path, *words: str) -> int:
    """Show a site under strace; the exit code."""
    calls = ",".join((*CALLS, "newfstatat", "stat"))
    command = ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={calls}", *words]
    child = [sys.executable, "-c", _CHILD, str(target), word]
    return subprocess.run(
        [*command, *child],
        cwd=projects.ROOT,
        env=projects.environment(PYTHONDONTWRITEBYTECODE="1", PYTHONHASHSEED="0"),
        stderr=subprocess.DEVNULL,
        timeout=projects.PATIENCE,
        check=False,
    ).returncode


def calls_of(log: Path) -> list[tuple[str, int]]:
    """The calls after the child began, each as its name and how many-th of that name it was."""
    counts: Counter[str] = Counter()
    found = []
    begun = False
    for line in log.read_text("utf-8", "replace").splitlines():
        begun = begun or _BEGIN in line
        if call := _CALL.match(line):
            counts[call["name"]] += 1
            if begun and call["name"] in CALLS:
                found.append((call["name"], counts[call["name"]]))
    return found


def injected(folder: Path, step: int = 1) -> Outcome:
    """Every `step`-th system call of a small build fails, for each reason in turn."""
    outcome = Outcome()
    known = digests(folder / "known", _PAGES)
    target, log = folder / "site", folder / "log"
    for word in (NEW, OLD, NEW, OLD):
        show(target, word, _PAGES)
    traced(target, NEW, log)
    turns = calls_of(log)[::step]
    for number, (name, count) in enumerate(turns):
        show(target, OLD, _PAGES)
        reason = REASONS[number % len(REASONS)]
        code = traced(target, NEW, log, "-e", f"inject={name}:error={reason}:when={count}")
        seen = "new" if sites.digest(target) == known[NEW] else "old"
        where = f"{reason}, {name} {count}"
        wrong = wrong_with(target, known)
        if (seen == "new") != (code == 0):
            wrong = wrong or f"{seen} is seen, but the build ended with {code}"
        outcome.add(seen, wrong, where)
        show(target, NEW, _PAGES)
        outcome.wrong += [f"after {where}: {one} is left" for one in debris(target)]
    return outcome
