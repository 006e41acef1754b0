"""The few steps that change most across all bases: what is alike is said once."""

from __future__ import annotations

from dataclasses import dataclass

from .findings import Checkup, Finding
from .wording import effect_of

STEPS = 10
"""How many steps the overview names."""


@dataclass(frozen=True, slots=True)
class Step:
    """Findings of one or several bases that are told in the same words, each base's first."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding that speaks for all."""
        return self.findings[0]


def foremost(checkup: Checkup) -> tuple[Step, ...]:
    """The steps of all bases that change most, those of one wording taken together."""
    every = sorted(
        (one for base in checkup.bases for one in base.findings), key=lambda one: one.rank
    )
    alike: dict[tuple[str, str], list[Finding]] = {}
    for one in every:
        alike.setdefault((one.code, effect_of(one)), []).append(one)
    return tuple(Step(tuple(found)) for found in list(alike.values())[:STEPS])
