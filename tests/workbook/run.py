"""The round trip of generated content, many times over: `python -m tests.workbook.run --count N --out FILE`."""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from showcase.bench.synthesis import project
from showcase.folder import Folder
from showcase.workbook import Wish, container, proposed, tables, workbook
from tests.workbook import test_round_trip

ROOT = Path(__file__).resolve().parents[2]
LARGE = 1000
"""Bases of the invented project that is measured once."""


def _trial(check: object, count: int) -> None:
    """A test of Hypothesis with many more examples than it has in the suite."""
    inner = check.hypothesis.inner_test  # type: ignore[attr-defined]

    def trial(data: st.DataObject) -> None:
        inner(data)

    many = settings(
        max_examples=count,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,),
    )
    many(given(st.data())(trial))()


def _measured(folder: Path) -> dict[str, float | int]:
    """A thousand invented bases, out and in: bytes and seconds."""
    made = tables(
        Folder(project(folder / "large", LARGE, ROOT) / "bases").read(drafts=True).legible
    )
    start = time.monotonic()
    content = workbook(made)
    middle = time.monotonic()
    found = proposed(content, made, Wish(delete=True))
    end = time.monotonic()
    unpacked = container.parts(content)
    assert unpacked is not None and not found.drafts and not found.faults and not found.gone
    return {
        "bases": LARGE,
        "rows": len(made.rows),
        "bytes": len(content),
        "bytes unpacked": sum(map(len, unpacked.values())),
        "seconds out": round(middle - start, 1),
        "seconds in": round(end - middle, 1),
    }


def main() -> None:
    """Try, and write down what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--out", type=Path, required=True)
    given_ = parser.parse_args()
    _trial(test_round_trip.test_generated_content_comes_back_unchanged, given_.count)
    _trial(test_round_trip.test_changed_cells_are_what_the_files_then_say, given_.count)
    with tempfile.TemporaryDirectory() as scratch:
        large = _measured(Path(scratch))
    found = {
        "unchanged round trips": given_.count,
        "round trips with changed cells": given_.count,
        "large": large,
    }
    given_.out.parent.mkdir(parents=True, exist_ok=True)
    given_.out.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
