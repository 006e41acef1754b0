"""What an examination finds: data in a fixed order, most effective first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..diagnostics import Level
from ..model import Base, PartialDate
from ..reading.binding import Path, Record
from .matters import WEIGHTS, Matter

_ALWAYS_THERE: Path = ("city",)
"""A key that every base has, on a line of its own: what is lacking can be written below it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One step that a base's page would gain by.

    `code` names its sentences in `wording`, whose gaps `values` fill. `paths` are the values in the file that it
    speaks of, `lines` where they stand, counted from 1; the path of what nobody wrote is empty, and its line the one
    to write below. `inline` tells a value in braces. `gain` orders findings of one matter: the more the sooner.
    """

    matter: Matter
    code: str
    base: str
    file: str
    paths: tuple[Path, ...]
    lines: tuple[int, ...]
    values: Mapping[str, str] = field(default_factory=dict)
    gain: int = 0
    inline: bool = False

    @property
    def unwritten(self) -> bool:
        """Whether it speaks of something that is not in the file at all."""
        return self.paths == ((),)

    @property
    def rank(self) -> tuple[object, ...]:
        """For sorting. Two findings that differ never rank alike."""
        values = tuple(sorted(self.values.items()))
        paths = tuple(tuple(map(str, path)) for path in self.paths)
        weight = WEIGHTS[self.matter].weight
        return (-weight, -self.gain, self.base, self.file, self.lines, self.code, paths, values)


def finding(
    record: Record[Base], matter: Matter, code: str, *paths: Path, gain: int = 0, **values: str
) -> Finding:
    """A finding about the values at `paths`, each at its line; what is not written belongs below `city`."""
    spots = [record.fault(matter.name, path or _ALWAYS_THERE, Level.NOTE) for path in paths]
    lines = tuple(dict.fromkeys(spot.place.line for spot in spots))
    inline = all(
        spot.text.count("{") > spot.text[: spot.place.column - 1].count("}") for spot in spots
    )
    return Finding(matter, code, record.id, record.file, paths, lines, values, gain, inline)


@dataclass(frozen=True, slots=True)
class Outlook:
    """A standard that only evidence keeps from being whole: every other criterion already counts."""

    identity: str
    standard: str
    met: int
    of: int

    @property
    def lacking(self) -> int:
        """How many criteria wait for evidence."""
        return self.of - self.met


@dataclass(frozen=True, slots=True)
class Examined:
    """One base, and what its page would gain by, most effective first."""

    id: str
    name: str
    file: str
    findings: tuple[Finding, ...]
    outlooks: tuple[Outlook, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How often a matter was found: in how many places, of how many bases."""

    matter: Matter
    places: int
    bases: int


@dataclass(frozen=True)
class Checkup:
    """Every base examined, in the order of ids. `as_of` is the day it was done for, if one was given."""

    as_of: PartialDate | None
    bases: tuple[Examined, ...]

    @cached_property
    def counts(self) -> tuple[Count, ...]:
        """What was found, by matter, the weightiest first; nothing of what was not found."""
        every = [one for base in self.bases for one in base.findings]
        counted = []
        for matter in WEIGHTS:
            found = [one for one in every if one.matter is matter]
            places = sum(len(one.paths) for one in found)
            counted.append(Count(matter, places, len({one.base for one in found})))
        return tuple(one for one in counted if one.bases)

    def of(self, identity: str) -> Examined | None:
        """One base, if it was examined."""
        return next((one for one in self.bases if one.id == identity), None)
