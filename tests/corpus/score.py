"""Score a folder of cases: ``python -m tests.corpus.score FOLDER [--verbose] [--json FILE]``."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from . import fragments, index, projects
from .verdict import Score


def score(folder: Path) -> Score:
    """The verdicts of a folder of either kind."""
    judge = fragments.verdicts if index.is_of_fragments(folder) else projects.verdicts
    return Score(tuple(judge(folder)))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.score", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--verbose", action="store_true", help="list what was missed, by kind")
    parser.add_argument("--json", type=Path, help="write every verdict to this file")
    given = parser.parse_args()
    result = score(given.folder)
    print(result.table())
    if given.verbose:
        print()
        print(result.misses())
    if given.json:
        given.json.write_text(
            json.dumps(result.as_data(), ensure_ascii=False, indent=1), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
