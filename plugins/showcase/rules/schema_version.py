"""Every file says which version of the model it was written for.

Passes: ``schema: 1``. Fails: ``schema: 2``.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic

CURRENT = 1


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report files written for a version that this program does not know."""
    records = (
        catalogue.site,
        catalogue.sources_file,
        catalogue.glossary,
        *catalogue.bases.values(),
        *catalogue.standards.values(),
    )
    for record in records:
        version = record.content.format
        if version != CURRENT:
            yield record.fault("unknown-schema", ("schema",), written=str(version))
