"""What came of many attempts, counted, and every one that went wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Outcome:
    """How often the old and the new site was found, and what was wrong otherwise."""

    seen: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, what: str, wrong: str = "", where: object = "") -> None:
        """Count one attempt."""
        self.seen[what] += 1
        if wrong:
            self.wrong.append(f"{where}: {wrong}")

    @property
    def data(self) -> dict[str, Any]:
        """For a report."""
        return {
            "attempts": self.seen.total(),
            "seen": dict(sorted(self.seen.items())),
            "wrong": self.wrong,
        }
