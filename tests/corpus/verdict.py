"""What came of one case, and the table of many."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

SILENTLY_WRONG = "silently wrong"
TRACEBACK = "traceback"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A case's outcome. `kind` says how it was handled, or how it was missed; `why` in detail.

    `file`, `line`, `field` and `mend` say of a refusal whether it names them; None where nobody asked.
    """

    case: str
    category: str
    expect: str
    handled: bool
    kind: str
    why: str = ""
    file: bool | None = None
    line: bool | None = None
    field: bool | None = None
    mend: bool | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def rate(self) -> float:
        """As a fraction; all of nothing is all."""
        return self.part / self.whole if self.whole else 1.0

    def __str__(self) -> str:
        return f"{self.part}/{self.whole} ({self.rate:.1%})"


@dataclass(frozen=True)
class Score:
    """The verdicts of a folder."""

    verdicts: tuple[Verdict, ...]

    def handled(self, expect: str) -> Share:
        """How many of an expectation were handled."""
        some = [one for one in self.verdicts if one.expect == expect]
        return Share(sum(one.handled for one in some), len(some))

    def named(self, what: str) -> Share:
        """How many refusals name their `file`, `line`, `field` or `mend`."""
        marks = [mark for one in self.verdicts if (mark := getattr(one, what)) is not None]
        return Share(sum(marks), len(marks))

    def of_kind(self, kind: str) -> list[Verdict]:
        """The verdicts of one kind."""
        return [one for one in self.verdicts if one.kind == kind]

    @property
    def missed(self) -> list[Verdict]:
        """What was not handled."""
        return [one for one in self.verdicts if not one.handled]

    @property
    def expectations(self) -> list[str]:
        """What the cases expect, in order of first mention."""
        return list(dict.fromkeys(one.expect for one in self.verdicts))

    def table(self) -> str:
        """The score by category and by expectation."""
        rows = [f"{'category':<14}{'handled':>12}   kinds"]
        for category in dict.fromkeys(one.category for one in self.verdicts):
            some = [one for one in self.verdicts if one.category == category]
            share = Share(sum(one.handled for one in some), len(some))
            kinds = ", ".join(f"{kind} {count}" for kind, count in _counted(some))
            rows.append(f"{category:<14}{share.part:>6}/{share.whole:<5}   {kinds}")
        rows.append("")
        rows += [f"{expect:<22}{self.handled(expect)}" for expect in self.expectations]
        rows += [
            f"names {what:<16}{self.named(what)}" for what in ("file", "line", "field", "mend")
        ]
        rows += [f"{kind:<22}{len(self.of_kind(kind))}" for kind in (SILENTLY_WRONG, TRACEBACK)]
        slow = max(self.verdicts, key=lambda one: one.seconds, default=None)
        if slow is not None:
            rows.append(f"{'slowest':<22}{slow.case} {slow.seconds:.2f} s")
        return "\n".join(rows)

    def misses(self) -> str:
        """What was not handled, by kind."""
        rows = []
        for kind, _ in _counted(self.missed):
            rows.append(f"## {kind}")
            rows += [f"- {one.case}: {one.why}" for one in self.missed if one.kind == kind]
        vague = [one for one in self.verdicts if one.handled and one.why and one.kind == "refused"]
        if vague:
            rows.append("## refused, but not naming all")
            rows += [f"- {one.case}: {one.why}" for one in vague]
        return "\n".join(rows)

    def as_data(self) -> dict[str, object]:
        """For a JSON file."""
        return {"verdicts": [asdict(one) for one in self.verdicts]}


def last_words(fault: BaseException) -> str:
    """What a traceback comes down to: the fault and where it was raised."""
    spot = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__}: {fault} at {spot.filename.rpartition('/')[2]}:{spot.lineno}"


def _counted(some: Iterable[Verdict]) -> list[tuple[str, int]]:
    return Counter(one.kind for one in some).most_common()
