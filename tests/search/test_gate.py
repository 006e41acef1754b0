"""The gate: the very engine and index that sites ship, in a real Chromium, over invented corpora.

`generated-*` are synthetic pages and queries of twelve kinds and nonsense; `hand` was written by hand: characters with
several readings, numbers, aliases, words inside longer words. All of it is invented and stays in the tests.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from showcase.gauge.corpus import Query, documents, queries
from showcase.gauge.scores import TOTAL, Score, scores
from showcase.gauge.trial import Trial, trial
from tests.search import holdout
from tests.site import browsing
from tests.site.project import ROOT

pytestmark = browsing.marks

CORPORA = Path(__file__).parent / "corpora"
ASSETS = ROOT / "overrides" / "assets"
KB = 1000
ENGINE, INDEX = 30 * KB, {300: 110 * KB, 2000: 700 * KB}
LEAST, RANK, SURE = 0.98, 0.95, 0.995
SURELY = {
    "h_exact", "h_sub", "h_pinyin", "h_pyprefix", "h_initials", "h_trad",
    "exact", "sub", "partial", "pinyin", "pyprefix", "pinyin_partial", "initials", "trad", "traditional",
}  # fmt: skip


def ask(name: str, asked: tuple[Query, ...] | None, folder: Path) -> tuple[dict[str, Score], Trial]:
    corpus = json.loads((CORPORA / f"{name}.json").read_text("utf-8"))
    if asked is None:
        told = json.loads((CORPORA / f"{name}.queries.json").read_text("utf-8"))
        asked = queries(told, len(corpus))
    done = trial(documents(corpus), [one.text for one in asked], ASSETS, folder)
    return dict(scores(asked, done.rankings)), done


def passes(found: dict[str, Score]) -> None:
    total = found[TOTAL]
    assert total.recall5 is not None and total.mrr is not None
    assert total.recall5 >= LEAST
    assert total.mrr >= RANK
    for name, one in found.items():
        assert one.found == 0, f"{name}: nonsense finds something"
        if name in SURELY:
            assert one.recall5 is not None and one.recall5 >= SURE, name


@pytest.mark.parametrize("name", ["generated-300", "generated-2000", "hand"])
def test_what_people_type_is_found_first_and_nonsense_finds_nothing(
    name: str, tmp_path: Path
) -> None:
    found, done = ask(name, None, tmp_path)
    passes(found)
    assert found["negative"].queries >= 6
    assert done.engine <= ENGINE
    if size := next((size for size in INDEX if name.endswith(str(size))), 0):
        assert done.index <= INDEX[size]


@pytest.mark.parametrize("seed", [11, 12])
def test_so_are_queries_that_nobody_looked_at(seed: int, tmp_path: Path) -> None:
    corpus = json.loads((CORPORA / "generated-300.json").read_text("utf-8"))
    asked = holdout.queries(corpus, seed, 25)
    assert len({one.category for one in asked}) == 11
    found, _ = ask("generated-300", asked, tmp_path)
    passes(found)
