"""Every file says which version of the model it was written for.

Passes: ``schema: 1``. Fails: ``schema: 2``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic
from ..reading.binding import Record

CURRENT = 1


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report files written for a version that this program does not know."""
    records: tuple[Record[Any], ...] = (
        catalogue.site,
        catalogue.sources_file,
        catalogue.glossary,
        *catalogue.bases.values(),
        *catalogue.standards.values(),
        *((catalogue.words,) if catalogue.words else ()),
    )
    for record in records:
        version = record.content.format
        if version != CURRENT:
            yield record.fault("unknown-schema", ("schema",), written=str(version))
