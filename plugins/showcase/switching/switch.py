"""The two ways of changing what is shown: a site built anew, and one shown before."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ..release import Release, digest_of, dump
from . import sites
from .flushing import flush
from .lock import held, in_silence
from .past import KEPT, Past, move


class ForeignError(RuntimeError):
    """What lies at the target is no site of ours."""


class NotKeptError(LookupError):
    """There is no such former site."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A site that was put where it is seen: what it consists of, and the digest by which that is known."""

    release: Release
    digest: str


def build_and_switch(
    target: Path,
    build: Callable[[Path], Iterable[str]],
    *,
    keep: int = KEPT,
    patience: float = 0,
    waiting: Callable[[], None] = in_silence,
) -> Shown:
    """Build into a fresh folder and let it change places with `target` once `build` has returned.

    `build` fills the folder that it is given, which is not there yet, and returns the ids of the bases that
    have pages. Whatever it raises leaves `target` as it was. `keep` former sites are kept; with 0 nothing
    of the former one is carried over either.

    Raises BusyError after `patience` seconds while another build is at work there, ForeignError where
    something else came to lie there meanwhile, OSError where the system refuses.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with _alone(target, patience, waiting) as past:
        fresh = past.folder / f"new-{past.next_number()}"
        try:
            bases = build(fresh)
            release = sites.seal(fresh, bases)
            shown = Shown(release, digest_of(dump(release)))
            if keep:
                sites.carry_over(target, fresh)
            flush(fresh)
            _show(past, fresh, shown.digest, keep)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return shown


def put_back(
    target: Path,
    number: int,
    allow: Callable[[Path], None],
    *,
    patience: float = 0,
    waiting: Callable[[], None] = in_silence,
) -> str:
    """Let a former site change places with the one shown, which then has the highest number.

    `allow` is shown the former site and raises what speaks against it. Returns by what the release is known.
    Raises BusyError, ForeignError and OSError as `build_and_switch` does, NotKeptError where there is none.
    """
    with _alone(target, patience, waiting) as past:
        kept = past.kept()
        if number not in kept:
            raise NotKeptError(str(number))
        chosen = kept[number]
        allow(chosen)
        if not sites.is_free(target):
            raise ForeignError(str(target))
        digest = sites.digest(chosen)
        if not target.exists():
            move(chosen, target)
            past.flush_names()
            return digest
        _swap(past, chosen, digest)
        with suppress(OSError, KeyboardInterrupt):
            if number != max(kept):
                move(chosen, past.folder / str(past.next_number()))
            past.flush_names()
        return digest


def forget(
    target: Path, *, patience: float = 0, waiting: Callable[[], None] = in_silence
) -> list[Path]:
    """Remove every former site and all notes on them; says which there were. Raises BusyError and OSError."""
    if not Past(target).folder.is_dir():
        return []
    with _alone(target, patience, waiting) as past:
        there = list(past.kept().values())
        past.forget()
        return there


@contextmanager
def _alone(target: Path, patience: float, waiting: Callable[[], None]) -> Iterator[Past]:
    past = Past(target)
    past.folder.mkdir(exist_ok=True)
    with held(past.lock, patience, waiting):
        past.recover()
        yield past


def _show(past: Past, fresh: Path, digest: str, keep: int) -> None:
    """Put a finished site where it is seen. Past the switch nothing undoes it, nor is it told as undone."""
    target = past.target
    if not sites.is_free(target):
        raise ForeignError(str(target))
    if not target.exists() or not any(target.iterdir()):
        with suppress(FileNotFoundError):
            target.rmdir()
        move(fresh, target)
        with suppress(OSError, KeyboardInterrupt):
            past.flush_names()
            past.tidy(keep)
        return
    if keep:
        ready = past.folder / f"next-{fresh.name.removeprefix('new-')}-{digest}"
        move(fresh, ready)
    else:
        ready = fresh
    try:
        _swap(past, ready, digest)
    except BaseException:
        # never the former site, which the caller would throw away as unfinished
        if ready != fresh and sites.digest(ready) == digest:
            move(ready, fresh)
        raise
    with suppress(OSError, KeyboardInterrupt):
        past.flush_names()
        if ready != fresh:
            past.settle(ready)
        past.tidy(keep)


def _swap(past: Past, ready: Path, digest: str) -> None:
    try:
        past.swap(ready)
    except KeyboardInterrupt:
        # who presses Ctrl+C when it is done stops nothing
        if sites.digest(past.target) != digest:
            raise
