"""Every file call of a build fails once, each in its turn, for each of the reasons that a disk has.

The calls of Python are wrapped in a child of this process: what opens, writes, names, makes, removes or
lists. What is judged is what readers see afterwards, and that the next build puts everything in order.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import shutil
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from showcase.switching import exchange, flushing, past, sites, switch
from tests.crash.kills import ended, in_a_child
from tests.crash.outcome import Outcome
from tests.crash.small import NEW, OLD, debris, digests, show, wrong_with

REASONS = (errno.ENOSPC, errno.EIO, errno.EACCES)
REFUSED, DONE, NEVER = 40, 41, 42
"""How a child ends: with the fault told as one, without one although a call failed, with no call failing."""
_CALLS = (
    "open", "mkdir", "rename", "replace", "unlink", "remove", "rmdir", "link", "symlink",
    "fsync", "sync", "scandir", "listdir", "sendfile", "chmod", "utime",
)  # fmt: skip

_FRAMES = 10
"""So many callers are told of a call that failed."""


class Failing:
    """Lets the `turn`-th call fail with `reason`, or all from then on that need room (`lasting`)."""

    def __init__(self, turn: int, reason: int, *, lasting: bool = False) -> None:
        self.turn, self.reason, self.lasting = turn, reason, lasting
        self.calls = 0
        self.failed = False
        self.where = ""

    def step(self, name: str, *, needs_room: bool = True) -> None:
        """Count a call; raises OSError when it is its turn."""
        self.calls += 1
        later = self.lasting and needs_room and self.calls > self.turn
        if self.calls == self.turn or later:
            self.failed = True
            frames = traceback.extract_stack()[-_FRAMES:-2]
            self.where = " < ".join(
                f"{one.name} ({Path(one.filename).name})" for one in frames[::-1]
            )
            raise OSError(self.reason, os.strerror(self.reason), name)

    def wrap(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """A call that may fail instead."""
        frees = name in ("unlink", "remove", "rmdir", "scandir", "listdir", "rename", "replace")

        def wrapped(*given: Any, **named: Any) -> Any:
            self.step(name, needs_room=not frees)
            return call(*given, **named)

        return wrapped

    def opened(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """An `open` that may fail, giving files whose writing may fail."""

        def wrapped(file: Any, mode: str = "r", *given: Any, **named: Any) -> Any:
            writes = any(sign in mode for sign in "wax+")
            self.step("open", needs_room=writes)
            found = call(file, mode, *given, **named)
            return Writing(found, self) if writes else found

        return wrapped

    def install(self) -> None:
        """Put the wrappers in the place of the calls, for good: only in a child."""
        for name in _CALLS:
            setattr(os, name, self.wrap(name, getattr(os, name)))
        # what removes trees asks whether the calls of `os` are those that it knows
        shutil._use_fd_functions = True  # type: ignore[attr-defined]
        wrapped = self.opened(open)
        builtins.open = io.open = wrapped
        vars(past).update(exchange=self.wrap("exchange", exchange.exchange))
        vars(switch).update(flush=self.wrap("flush", flushing.flush))


class Writing:
    """A file that is written to, every write and the last one of `close` counted."""

    def __init__(self, file: Any, failing: Failing) -> None:
        self.__dict__.update(file=file, failing=failing)

    def __getattr__(self, name: str) -> Any:
        """Everything else is the file's own."""
        return getattr(self.file, name)

    def __enter__(self) -> Writing:
        """As a file."""
        return self

    def __exit__(self, *fault: object) -> None:
        """Closes."""
        self.close()

    def write(self, content: Any) -> Any:
        """A write that may fail."""
        self.failing.step("write")
        return self.file.write(content)

    def close(self) -> None:
        """The end of writing, which may fail; the file is closed all the same."""
        self.file.close()
        self.failing.step("close")


def small(folder: Path, reason: int, step: int = 1, *, lasting: bool = False) -> Outcome:
    """Every `step`-th call of a small build fails, from the first to the last."""
    outcome = Outcome()
    known = digests(folder / "known", 2)
    target = folder / "site"
    show(target, OLD, 2)
    turn = 1
    while True:
        other = NEW if sites.digest(target) == known[OLD] else OLD

        def tortured(word: str = other, number: int = turn) -> None:
            failing = Failing(number, reason, lasting=lasting)
            failing.install()
            try:
                show(target, word, 2)
            except OSError:
                os._exit(REFUSED)
            os._exit(DONE if failing.failed else NEVER)

        code = ended(in_a_child(tortured))
        seen = "new" if sites.digest(target) == known[other] else "old"
        wrong = wrong_with(target, known)
        if (seen == "new") != (code in (DONE, NEVER)):
            wrong = wrong or f"{seen} is seen, but the build ended with {code}"
        where = f"{errno.errorcode[reason]}, call {turn}"
        if code == NEVER:
            return outcome
        outcome.add(seen, wrong, where)
        show(target, other, 2)
        outcome.wrong += [f"after {where}: {one} is left" for one in debris(target)]
        turn += step
