"""Rankings held against what should have been found.

recall@k is the share of relevant pages among the first k, of as many as could stand there: |first k ∩ relevant| /
min(k, |relevant|). The reciprocal rank is 1 / the place of the first relevant page, 0 without one; its mean is MRR.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from .corpus import Query

TOTAL = "total"
"""The name under which all meant queries are scored together."""


@dataclass(frozen=True, slots=True)
class Score:
    """One category, or all: how many queries, and how they fared. A category of
    nonsense has no recall; `found` counts its queries with hits."""

    queries: int
    recall5: float | None
    recall10: float | None
    mrr: float | None
    found: int


def recall(ranking: Sequence[str], relevant: frozenset[str], most: int) -> float:
    """recall@most of one ranking; `relevant` is not empty."""
    return len(relevant & set(ranking[:most])) / min(most, len(relevant))


def reciprocal_rank(ranking: Sequence[str], relevant: frozenset[str]) -> float:
    """1 / the place of the first relevant page, counted from 1; 0 where there is none."""
    return next((1 / place for place, one in enumerate(ranking, 1) if one in relevant), 0.0)


def scores(queries: Sequence[Query], rankings: Sequence[Sequence[str]]) -> Mapping[str, Score]:
    """Each category in order, and `TOTAL` of those that should find something. As many rankings as queries."""
    pairs = tuple(zip(queries, rankings, strict=True))
    found = {
        name: _score([pair for pair in pairs if pair[0].category == name])
        for name in sorted({one.category for one in queries})
    }
    return {**found, TOTAL: _score([pair for pair in pairs if pair[0].relevant])}


def _score(pairs: Sequence[tuple[Query, Sequence[str]]]) -> Score:
    meant = [(query.relevant, ranking) for query, ranking in pairs if query.relevant]
    nonsense = sum(1 for query, ranking in pairs if not query.relevant and ranking)
    if not meant:
        return Score(len(pairs), None, None, None, nonsense)
    return Score(
        len(pairs),
        fmean(recall(ranking, relevant, 5) for relevant, ranking in meant),
        fmean(recall(ranking, relevant, 10) for relevant, ranking in meant),
        fmean(reciprocal_rank(ranking, relevant) for relevant, ranking in meant),
        nonsense,
    )


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of all lie, by nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
