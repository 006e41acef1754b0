"""What goes beyond the words of a source says so, and why.

Passes: ``sure: 推定`` with ``because: 文中未写年份``. Fails: one without the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic
from .claims import claims_of


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report a `sure` without its `because`, and the other way round."""
    for record in catalogue.bases.values():
        for path, claim in claims_of(record.content):
            if claim.sure is not None and claim.because is None:
                yield record.fault("sure-without-because", (*path, "sure"))
            if claim.sure is None and claim.because is not None:
                yield record.fault("because-without-sure", (*path, "because"))
