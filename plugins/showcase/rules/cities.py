"""One city has one name.

Passes: ``city: 云州市`` everywhere. Warned of: ``city: 云州`` beside 云州市, which would make a second city.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, Level


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report cities that differ from another only by 市."""
    known = {record.content.city for record in catalogue.bases.values()}
    known |= set(catalogue.site.content.cities)
    for record in catalogue.bases.values():
        written = record.content.city
        full = f"{written}市"
        if full in known:
            yield record.fault("city-twice", ("city",), Level.WARNING, written=written, full=full)
