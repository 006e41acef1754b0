"""Everything at full length: ``python -m tests.crash.run --kills 200 --pairs 50 --publishes 20 --out tests/crash/last.json``."""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.crash import injected, kills, reading, real, torture
from tests.crash.outcome import Outcome

_REAL = "each file call of a real build fails"


def attempts(folder: Path, given: argparse.Namespace) -> dict[str, Callable[[], Outcome]]:
    """What is tried, by name."""
    place: list[real.Project] = []

    def project() -> real.Project:
        if not place:
            place.append(real.project(folder / "project"))
        return place[0]

    step = given.step
    found: dict[str, Callable[[], Outcome]] = {
        "kill -9 of a real build, at random": lambda: real.killed(project(), given.kills),
        "kill -9 of a small build, at random": lambda: kills.at_times(folder / "t", given.kills),
        "kill -9 at each line of the switch": lambda: kills.at_lines(folder / "l", step),
        "kill -9 at each line of the switch, no exchange": lambda: kills.at_lines(
            folder / "lx", step, exchanging=False
        ),
        "kill -9 at each line of a rollback": lambda: kills.at_lines(
            folder / "r", step, kills.rollback
        ),
        "kill -9 at each line of a rollback, no exchange": lambda: kills.at_lines(
            folder / "rx", step, kills.rollback, exchanging=False
        ),
        _REAL: lambda: real.starved(project(), given.real_step),
        "no room any more from each call on": lambda: torture.small(
            folder / "full", torture.REASONS[0], step, lasting=True
        ),
        "two builds at once, one waits": lambda: real.pairs(project(), given.pairs // 2, 60),
        "two builds at once, none waits": lambda: real.pairs(project(), given.pairs // 2, 0),
        "a reader while publishing": lambda: reading.read_while_publishing(
            folder / "read", given.publishes
        ),
    }
    for reason, word in zip(torture.REASONS, ("ENOSPC", "EIO", "EACCES"), strict=True):
        found[f"each file call of a small build fails with {word}"] = (
            lambda reason=reason, word=word: torture.small(folder / word, reason, step)  # type: ignore[misc]
        )
    if injected.available():
        found["each system call of a small build fails, by strace"] = lambda: injected.injected(
            folder / "strace", step
        )
    return found


def main() -> int:
    """The command line; 1 where anything went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash.run", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--pairs", type=int, default=50)
    parser.add_argument("--publishes", type=int, default=20)
    parser.add_argument("--step", type=int, default=1, help="every so-many-th call or line")
    parser.add_argument("--real-step", type=int, default=1, help="the same of a real build")
    parser.add_argument(
        "--only", default="", help="what has this in its name; the rest of FILE stays"
    )
    parser.add_argument("--out", type=Path, metavar="FILE")
    given = parser.parse_args()
    report: dict[str, Any] = {}
    if given.only and given.out and given.out.exists():
        report = json.loads(given.out.read_text("utf-8"))
    report |= {"python": platform.python_version(), "system": platform.system()}
    with tempfile.TemporaryDirectory() as folder:
        for name, attempt in attempts(Path(folder), given).items():
            if given.only not in name:
                continue
            report[name] = attempt().data
            if "each" in name:
                report[name]["step"] = given.real_step if name == _REAL else given.step
            print(f"{name}: {json.dumps(report[name], ensure_ascii=False)}", flush=True)
            report["wrong"] = sum(
                len(one["wrong"]) for one in report.values() if isinstance(one, dict)
            )
            if given.out:
                text = json.dumps(report, ensure_ascii=False, indent=1) + "\n"
                given.out.parent.mkdir(parents=True, exist_ok=True)
                given.out.write_text(text, encoding="utf-8", newline="\n")
    return int(report.get("wrong", 0) > 0)


if __name__ == "__main__":
    sys.exit(main())
