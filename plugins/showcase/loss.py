"""How many bases a new site has no longer: a slip of a whole folder must not take the public site with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

TOO_MANY = 30
"""Per cent of the bases that may go at once without being asked for."""


@dataclass(frozen=True, slots=True)
class Loss:
    """The bases, by id, that a site of `before` bases had and the new one has neither so nor renamed."""

    lost: tuple[str, ...]
    before: int

    @property
    def heavy(self) -> bool:
        """Whether it is more than can be let through unasked."""
        return len(self.lost) * 100 > self.before * TOO_MANY


def loss(before: Collection[str], now: Collection[str]) -> Loss:
    """What is lost of `before`; `now` also holds the ids that today's bases had formerly."""
    return Loss(tuple(sorted(set(before) - set(now))), len(set(before)))
