"""`part_of` leads to another base, and never back to where it started.

Passes: ``part_of: yunqiao-brand`` with `bases/yunqiao-brand.yml`. Fails: a name nobody has; two bases that
are part of each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, Level
from ..model import Publication
from .nearness import guess


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report unknown parents, circles, and released bases whose parent is not released."""
    for identity, record in catalogue.bases.items():
        parent = record.content.part_of
        if parent is None or parent in catalogue.unread:
            continue
        if parent not in catalogue.bases:
            near = guess(parent, catalogue.bases.keys() - {identity})
            yield record.fault("unknown-part-of", ("part_of",), id=parent, **near)
            continue
        chain = (identity, *catalogue.ancestors(identity))
        last = catalogue.bases[chain[-1]].content.part_of
        if last == identity:
            yield record.fault("part-of-itself", ("part_of",), way=" → ".join((*chain, identity)))
        released = record.content.status is Publication.published
        if released and catalogue.bases[parent].content.status is not Publication.published:
            yield record.fault("part-of-draft", ("part_of",), Level.WARNING, id=parent)
