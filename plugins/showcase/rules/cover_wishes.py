"""A cover's wishes can be drawn.

Passes: ``motif: 葵``, ``rhyme: teams`` with an exact figure. Fails: a motif nobody drew; a figure with a hedge.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..covering import motif_called, motif_titles
from ..diagnostics import Diagnostic


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report wishes that no cover can meet."""
    for record in catalogue.bases.values():
        wish = record.content.cover
        if wish is None:
            continue
        if wish.motif is not None and motif_called(wish.motif) is None:
            known = "、".join(motif_titles())
            yield record.fault("unknown-motif", ("cover", "motif"), written=wish.motif, known=known)
        if wish.rhyme is not None:
            exact = {stat.id for stat in record.content.stats if stat.value.exact}
            if wish.rhyme not in exact:
                yield record.fault("rhyme-not-exact", ("cover", "rhyme"), id=wish.rhyme)
