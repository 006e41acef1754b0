"""Every claim of a record, with the way to it."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Base, Claim
from ..reading.binding import Path


def claims_of(base: Base) -> Iterator[tuple[Path, Claim]]:
    """Each claim that a base makes: founding, statements, figures, honours, activities, notes, ties, evidence."""
    if base.founded is not None:
        yield ("founded",), base.founded
    lists: tuple[tuple[str, tuple[Claim, ...]], ...] = (
        ("statements", base.statements),
        ("stats", base.stats),
        ("honours", base.honours),
        ("activities", base.activities),
        ("notes", base.notes),
    )
    for name, claims in lists:
        for index, claim in enumerate(claims):
            yield (name, index), claim
    for standard, assessment in base.standards.items():
        way: Path = ("standards", standard)
        yield (*way, "tied_by"), assessment.tied_by
        for number, answer in enumerate(assessment.answers):
            for index, evidence in enumerate(answer.evidence):
                if evidence.ref is None:
                    yield (*way, "answers", number, "evidence", index), evidence
