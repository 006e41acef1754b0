"""A standard has items, each once, and its second texts match them one to one.

Passes: five `criteria` with five `paired`. Fails: none at all; both `criteria` and `groups`; four `paired`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic
from ..model import Criterion, Standard
from ..reading.binding import Path
from .nearness import guess


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report standards whose items do not add up."""
    for record in catalogue.standards.values():
        standard = record.content
        if standard.criteria and standard.groups:
            yield record.fault("criteria-twice", ("groups",))
        criteria = standard.all_criteria
        if not criteria:
            yield record.fault("criteria-missing", ())
        names: set[str] = set()
        ids: set[str | None] = set()
        for path, one in _placed(standard):
            if one.name in names:
                yield record.fault("criterion-repeated", (*path, "name"), name=one.name)
            if one.id is not None and one.id in ids:
                yield record.fault("repeated-id", (*path, "id"), id=one.id)
            if one.base is not None and one.base not in catalogue.bases.keys() | catalogue.unread:
                near = guess(one.base, catalogue.bases)
                yield record.fault("unknown-base", (*path, "base"), id=one.base, **near)
            names.add(one.name)
            ids.add(one.id)
        pairs = (
            ("paired", standard.paired),
            ("gives", standard.gives),
            ("shifts", standard.shifts),
        )
        for key, texts in pairs:
            if texts and len(texts) != len(criteria):
                yield record.fault(
                    "pairs-unequal",
                    (key,),
                    name=key,
                    count=str(len(texts)),
                    of=str(len(criteria)),
                )


def _placed(standard: Standard) -> Iterator[tuple[Path, Criterion]]:
    """Every criterion with the way to it."""
    if standard.criteria:
        for index, one in enumerate(standard.criteria):
            yield ("criteria", index), one
        return
    for number, group in enumerate(standard.groups):
        for index, one in enumerate(group.criteria):
            yield ("groups", number, "criteria", index), one
