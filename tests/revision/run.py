"""Revise many files: ``python -m tests.revision.run --count 5000 --seed 1 --out tests/revision/last.json``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from . import test_properties as properties
from .samples import bases

_NAMES = {
    "said": "test_the_file_says_what_was_meant_and_nothing_else_moves",
    "untouched": "test_no_change_changes_nothing",
    "undone": "test_what_is_added_and_dropped_again_leaves_no_trace",
}
_STRETCH = 500


def tried(name: str, count: int, start: int) -> tuple[int, list[str]]:
    """How many files a property was tried on, and what it failed of: one fault a stretch at most."""
    inner: Callable[..., None] = getattr(properties, _NAMES[name]).hypothesis.inner_test
    done, failures = 0, []

    def alone(data: dict[str, Any], layout: int) -> None:
        nonlocal done
        inner(data, layout)
        done += 1

    def by_chance(chance: st.DataObject, data: dict[str, Any], layout: int) -> None:
        nonlocal done
        inner(chance, data, layout)
        done += 1

    for number in range(start, start + -(-count // _STRETCH)):
        at_once = min(_STRETCH, count - (number - start) * _STRETCH)
        chosen = settings(
            max_examples=at_once,
            phases=[Phase.generate],
            deadline=None,
            derandomize=False,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        try:
            if name == "untouched":
                seed(number)(chosen(given(bases, properties.seeds)(alone)))()
            else:
                seed(number)(chosen(given(st.data(), bases, properties.seeds)(by_chance)))()
        except Exception as fault:
            failures.append(f"seed {number}: {type(fault).__name__}: {str(fault)[:300]}")
    return done, failures


def main() -> int:
    """Try, write down, and tell whether all went well."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path)
    given_ = parser.parse_args()
    report: dict[str, Any] = {"seed": given_.seed}
    for name in _NAMES:
        done, failures = tried(name, given_.count, given_.seed)
        report[name] = {"files": done, "failures": failures}
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    if given_.out:
        given_.out.parent.mkdir(parents=True, exist_ok=True)
        given_.out.write_text(text, encoding="utf-8", newline="\n")
    print(text, end="")
    return 1 if any(report[name]["failures"] for name in _NAMES) else 0


if __name__ == "__main__":
    raise SystemExit(main())
