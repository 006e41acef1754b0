"""`kill -9`: of a small build at every line of the switching code and at random times, and of a real one."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

import showcase.switching
from showcase.release import FILE
from showcase.switching import Past, past, put_back, sites
from tests.crash.outcome import Outcome
from tests.crash.small import NEW, OLD, debris, digests, show, wrong_with

Change = Callable[[Path, str, int], None]
"""Shows the other one of the two sites: the target, which one, and how many pages they have."""
_CODE = str(Path(showcase.switching.__file__).parent)


class Countdown:
    """Ends the process the hard way when so many lines of the switching code were reached."""

    def __init__(self, lines: int) -> None:
        self.left = lines

    def __call__(self, frame: FrameType, event: str, argument: Any) -> Callable[..., Any] | None:
        """Trace the modules of the switching code and nothing else."""
        if not frame.f_code.co_filename.startswith(_CODE):
            return None
        if event == "line":
            self.left -= 1
            if self.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return self


def in_a_child(work: Callable[[], None]) -> int:
    """Start work in a process of its own, which ends without tidying; its id."""
    with warnings.catch_warnings():
        # of other threads: those of pytest's own, which the child does without
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return child


def ended(child: int) -> int:
    """How a child ended: an exit code, or minus the signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def build(target: Path, word: str, pages: int) -> None:
    """Show the other site by building it."""
    show(target, word, pages)


def rollback(target: Path, word: str, pages: int) -> None:
    """Show the other site by putting it back; it is the one that was shown before."""
    put_back(target, max(Past(target).kept()), lambda former: None)


def at_lines(
    folder: Path,
    step: int = 1,
    change: Change = build,
    *,
    exchanging: bool = True,
    pages: int = 2,
) -> Outcome:
    """Kill a change of what is seen at every `step`-th line of the switching code, from the first to the last.

    Where the system is not `exchanging`, the site may be missing until the next change begins.
    """
    outcome = Outcome()
    known = digests(folder / "known", pages)
    target = folder / "site"
    for word in (NEW, OLD):
        show(target, word, pages)
    line = 1
    while True:
        other = NEW if sites.digest(target) == known[OLD] else OLD

        def killed(word: str = other, lines: int = line) -> None:
            if not exchanging:
                vars(past).update(exchange=lambda one, other: False)
            sys.settrace(Countdown(lines))
            change(target, word, pages)

        code = ended(in_a_child(killed))
        if not exchanging and not target.exists():
            outcome.seen["missing"] += 1
            with suppress(LookupError):
                put_back(target, 0, lambda former: None)
        _judge(outcome, target, known, other, line)
        # whatever was seen, both are to be there for the next
        for word in (other, OLD if other == NEW else NEW, other):
            show(target, word, pages)
        outcome.wrong += [f"after line {line}: {one} is left" for one in debris(target)]
        if code != -signal.SIGKILL:
            outcome.wrong += [f"ended with {code}"] * bool(code)
            return outcome
        line += step


def at_times(folder: Path, count: int, seed: int = 1, pages: int = 60) -> Outcome:
    """Kill a small build `count` times: half of them at any time, half when the fresh site is there."""
    chance = random.Random(seed)
    outcome = Outcome()
    known = digests(folder / "known", pages)
    target = folder / "site"
    show(target, OLD, pages)
    begun = time.monotonic()
    ended(in_a_child(lambda: show(target, NEW, pages)))
    lasts = time.monotonic() - begun
    for number in range(count):
        other = NEW if sites.digest(target) == known[OLD] else OLD
        child = in_a_child(lambda word=other: show(target, word, pages))  # type: ignore[misc]
        aimed = number % 2 == 1
        if aimed:
            wait_for_release(Past(target).folder, child)
        time.sleep(chance.uniform(0, lasts * (0.2 if aimed else 1.1)))
        os.kill(child, signal.SIGKILL)
        ended(child)
        _judge(outcome, target, known, other, number)
        show(target, other, pages)
        outcome.wrong += [f"after kill {number}: {one} is left" for one in debris(target)]
    return outcome


def wait_for_release(past: Path, child: int, patience: float = 60) -> None:
    """Wait until the release of a fresh site is written, or the child has ended."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if any(
            (path / FILE).exists() for word in ("new", "next") for path in past.glob(f"{word}-*")
        ):
            return
        # not waited for: whoever started it does that
        if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return


def _judge(
    outcome: Outcome, target: Path, known: dict[str, str], other: str, where: object
) -> None:
    seen = "new" if sites.digest(target) == known[other] else "old"
    outcome.add(seen, wrong_with(target, known), where)
