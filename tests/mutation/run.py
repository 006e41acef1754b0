"""Break the program many times: ``python -m tests.mutation.run --part data --count 300 --seed 1``."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from queue import SimpleQueue
from random import Random
from time import monotonic
from typing import Any

from .mutants import Mutant, mutants
from .parts import PARTS, Part
from .workplace import Workplace

PROJECT = Path(__file__).parents[2]
_TOGETHER = "tests/corpus/test_corpus.py"
"""Its tests share what the first of them has read: they are run together or not at all."""
_PROCESSES = 2
_START = 20
_FEW_FILES, _FEW_TESTS = 5, 12


@dataclass
class Known:
    """What a run of all tests has shown: how long each takes, and which reach a line."""

    seconds: Mapping[str, float]
    failed: frozenset[str]
    reached: Mapping[str, Mapping[int, Sequence[str]]]

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> Known:
        """From what the judge said."""
        reached = {
            module: {int(line): tests for line, tests in lines.items()}
            for module, lines in found["reached"].items()
        }
        return cls(found["seconds"], frozenset(found["failed"]), reached)

    def tests_of(self, mutant: Mutant) -> list[str]:
        """The tests that can notice a mutant, quick and thorough ones first.

        A line that is run on import, or that goes on over several, is of interest to all that use its module.
        """
        lines = self.reached[mutant.module]
        weight = Counter(test for tests in lines.values() for test in tests)
        tests = set(lines.get(mutant.line, ())) or set(weight)
        if any(test.startswith(_TOGETHER) for test in tests):
            tests |= {test for test in self.seconds if test.startswith(_TOGETHER)}
        return sorted(
            tests - self.failed,
            key=lambda test: ((self.seconds[test] + 0.01) / (weight[test] + 1), test),
        )


def in_turn(tests: Sequence[str]) -> list[list[str]]:
    """A few tests of a few files, and then the rest: to gather all of them takes longer than a few to run."""
    files = list(dict.fromkeys(test.partition("::")[0] for test in tests))[:_FEW_FILES]
    taken: Counter[str] = Counter()
    few: list[str] = []
    rest: list[str] = []
    for test in tests:
        file = test.partition("::")[0]
        first = file in files and taken[file] < _FEW_TESTS
        taken[file] += first
        (few if first else rest).append(test)
    return [some for some in (few, rest) if some]


@dataclass
class Result:
    """What came of the mutants."""

    tried: int = 0
    killed: Counter[str] = field(default_factory=Counter)
    survivors: list[Mutant] = field(default_factory=list)

    def add(self, mutant: Mutant, answer: Mapping[str, Any]) -> None:
        """Take in one."""
        self.tried += 1
        if answer["code"] == 0:
            self.survivors.append(mutant)
        else:
            self.killed[answer["killed by"].partition("::")[0] or "import"] += 1


def chosen(texts: Mapping[str, str], count: int, seed: int) -> list[Mutant]:
    """A sample of all mutants: of each module as many as befits its size, in an order by chance."""
    every = {module: mutants(module, text) for module, text in sorted(texts.items())}
    total = sum(map(len, every.values()))
    sample = []
    for module, found in every.items():
        share = min(len(found), -(-count * len(found) // total))
        sample += Random(f"{seed} {module}").sample(found, share)
    Random(seed).shuffle(sample)
    return sample[:count]


def texts(project: Path, part: Part) -> dict[str, str]:
    """The modules of a part by their path in the project."""
    package = project / "plugins" / "showcase"
    found = (path for pattern in part.modules for path in package.glob(pattern))
    return {path.relative_to(project).as_posix(): path.read_text("utf-8") for path in found}


def judged(part: Part, sample: Sequence[Mutant], folder: Path, until: float) -> Result:
    """Try mutants in two copies of the project. None is begun after `until`."""
    places = [Workplace.of(PROJECT, folder / str(one) / "project") for one in range(_PROCESSES)]
    free: SimpleQueue[Workplace] = SimpleQueue()
    modules = sorted(texts(places[0].root, part))
    survey = places[0].ask(survey=part.tests, without=part.without, modules=modules)
    if not survey.get("seconds"):
        raise SystemExit((folder / "0" / "judge.log").read_text("utf-8", "replace")[-2000:])
    known = Known.of(survey)
    print(f"{len(known.seconds)} tests, {len(known.failed)} fail before any change", flush=True)
    for place in places:
        free.put(place)

    def tried(mutant: Mutant) -> tuple[Mutant, Mapping[str, Any] | None]:
        if monotonic() > until:
            return mutant, None
        place, tests = free.get(), known.tests_of(mutant)
        try:
            answer: Mapping[str, Any] = {"code": 0}
            for some in in_turn(tests):
                seconds = int(_START + 3 * sum(known.seconds[test] for test in some))
                answer = place.trial(mutant, some, seconds)
                if answer["code"]:
                    break
            return mutant, answer
        finally:
            free.put(place)

    result = Result()
    with ThreadPoolExecutor(_PROCESSES) as threads:
        for mutant, answer in threads.map(tried, sample):
            if answer is not None:
                result.add(mutant, answer)
                _say(result, mutant, answer)
    for place in places:
        place.close()
    return result


def _say(result: Result, mutant: Mutant, answer: Mapping[str, Any]) -> None:
    killed = answer.get("killed by", "")
    outcome = "survived" if answer["code"] == 0 else f"killed by {killed or 'import'}"
    change = f"{mutant.before!r} -> {mutant.after!r}"
    print(f"{result.tried} {mutant.module}:{mutant.line} {change} {outcome}", flush=True)


def _told(result: Result) -> Iterator[dict[str, Any]]:
    for one in sorted(result.survivors, key=lambda one: (one.module, one.start, one.after)):
        yield {
            "module": one.module,
            "line": one.line,
            "kind": one.kind,
            "before": one.before,
            "after": one.after,
        }


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation.run", description=__doc__)
    parser.add_argument("--part", choices=PARTS, default="data")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=600, help="begin no mutant after these")
    parser.add_argument("--on", default=date.today().isoformat())
    parser.add_argument("--out", type=Path, help="last.json or last-PART.json beside this file")
    given = parser.parse_args()
    part = PARTS[given.part]
    name = "last.json" if given.part == "data" else f"last-{given.part}.json"
    out = given.out or Path(__file__).with_name(name)
    until = monotonic() + 60 * given.minutes
    every = texts(PROJECT, part)
    sample = chosen(every, given.count, given.seed)
    with tempfile.TemporaryDirectory(prefix="showcase-mutants-") as folder:
        result = judged(part, sample, Path(folder), until)
    report = {
        "on": given.on,
        "seed": given.seed,
        "mutants there are": sum(len(mutants(*one)) for one in every.items()),
        "tried": result.tried,
        "killed": result.tried - len(result.survivors),
        "killed by": dict(result.killed.most_common()),
        "survivors": list(_told(result)),
    }
    out.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"{report['tried']} tried, {report['killed']} killed")


if __name__ == "__main__":
    main()
