"""A standard has items, each once, and its second texts match them one to one.

Passes: five `criteria` with five `paired`. Fails: none at all; both `criteria` and `groups`; four `paired`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic
from .nearness import hint


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report standards whose items do not add up."""
    for record in catalogue.standards.values():
        standard = record.content
        if standard.criteria and standard.groups:
            yield record.fault("criteria-twice", ("groups",))
        criteria = standard.all_criteria
        within = ("criteria",) if standard.criteria else ("groups",)
        if not criteria:
            yield record.fault("criteria-missing", ())
        for name, count in Counter(one.name for one in criteria).items():
            if count > 1:
                yield record.fault("criterion-repeated", within, name=name)
        for identity, count in Counter(one.id for one in criteria if one.id).items():
            if count > 1:
                yield record.fault("repeated-id", within, id=identity)
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
        for one in criteria:
            if one.base is not None and one.base not in catalogue.bases.keys() | catalogue.unread:
                near = hint(one.base, catalogue.bases)
                yield record.fault("unknown-base", within, id=one.base, near=near)
