"""A folder that breaks down on demand: at the k-th of all the steps by which it is changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

STEPS = ("mkdir", "open", "replace", "unlink", "rmdir", "chmod")


class BreakdownError(BaseException):
    """Stands for a kill: after it nothing is done any more, not even tidying up."""


@contextmanager
def failing(at: int, fault: Callable[[], BaseException], below: Path) -> Iterator[list[str]]:
    """Let the step number `at` below a folder raise; counted from 1, and none for 0.

    Yields the steps as they are taken. A file that is being opened when all ends is left half written.
    """
    taken: list[str] = []
    dead: list[BaseException] = []

    def watched(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def step(path: Path, *given: Any, **more: Any) -> Any:
            reading = name == "open" and "rb" in (*given, more.get("mode"))
            if reading or not path.is_relative_to(below):
                return real(path, *given, **more)
            if dead:
                raise dead[0]
            taken.append(name)
            if len(taken) != at:
                return real(path, *given, **more)
            raised = fault()
            if isinstance(raised, BreakdownError):
                dead.append(raised)
            if name == "open":
                with real(path, *given, **more) as file:
                    file.write(b"<!doctype html><p>hal")
            raise raised

        return step

    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            patch.setattr(Path, name, watched(name, getattr(Path, name)))
        # a power cut cannot be shown here, and waiting for the disk takes longer than all the rest
        patch.setattr(os, "fsync", lambda _: None)
        yield taken


def full_disk() -> OSError:
    """What the system says when nothing fits any more."""
    return OSError(28, os.strerror(28))
