"""Try many mutants: ``python -m tests.fuzz.run --count 100000 --seed 1 --on 2026-11-22 --out tests/fuzz/last.json``."""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import perf_counter, process_time

from .mutants import mutant
from .seeds import seeds
from .trial import faults

KINDS = ("traceback", "silent", "outside", "restless", "left", "altered")
"""What can be wrong: the word with which each fault begins."""
SLOW = 1.0
_KEPT = 20


@dataclass
class Tally:
    """What came of a stretch of mutants."""

    count: int = 0
    seconds: float = 0.0
    slow: int = 0
    slowest: tuple[float, int] = (0.0, -1)
    megabytes: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[int, str]] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Take in another stretch."""
        self.count += other.count
        self.seconds += other.seconds
        self.slow += other.slow
        self.slowest = max(self.slowest, other.slowest)
        self.megabytes = max(self.megabytes, other.megabytes)
        self.kinds += other.kinds
        self.failures = sorted([*self.failures, *other.failures])[:_KEPT]


def tried(seed: int, start: int, count: int) -> Tally:
    """The mutants from `start` on."""
    seeds()
    tally, began = Tally(), process_time()
    for number in range(start, start + count):
        started = perf_counter()
        wrong = faults(*mutant(seed, number))
        took = perf_counter() - started
        tally.count += 1
        tally.slow += took > SLOW
        tally.slowest = max(tally.slowest, (round(took, 3), number))
        tally.kinds.update(one.partition(":")[0] for one in wrong)
        tally.failures += [(number, one) for one in wrong][: _KEPT - len(tally.failures)]
    tally.seconds = process_time() - began
    tally.megabytes = _megabytes()
    return tally


def _megabytes() -> int:
    try:
        import resource
    except ImportError:  # Windows counts otherwise
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _stretch(given: tuple[int, int, int]) -> Tally:
    return tried(*given)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.run", description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--on", default="", help="today's date, for the record")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    step = 500
    parts = [
        (given.seed, start, min(step, given.count - start)) for start in range(0, given.count, step)
    ]
    total = Tally()
    with multiprocessing.get_context("spawn").Pool(given.processes) as pool:
        for one in pool.imap_unordered(_stretch, parts):
            total.add(one)
    result = recorded(total, given.seed, given.on)
    shown = json.dumps(result, ensure_ascii=False, indent=1)
    print(shown)
    if given.out:
        given.out.parent.mkdir(parents=True, exist_ok=True)
        given.out.write_text(f"{shown}\n", encoding="utf-8", newline="\n")
    if any(total.kinds[kind] for kind in KINDS):
        raise SystemExit(1)


def recorded(total: Tally, seed: int, on: str) -> dict[str, object]:
    """A run as it is kept."""
    plain = asdict(total)
    return {
        "on": on,
        "seed": seed,
        "count": total.count,
        **{kind: total.kinds[kind] for kind in KINDS},
        "slower than a second": total.slow,
        "slowest": {"seconds": total.slowest[0], "number": total.slowest[1]},
        "peak megabytes": total.megabytes,
        "processor seconds": round(total.seconds, 1),
        "machine": f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} processors",
        "failures": [f"{number}: {text}" for number, text in plain["failures"]],
    }


if __name__ == "__main__":
    main()
