"""Two files are two bases.

Passes: two bases of one name in different cities. Warned of: a second file with the name and the city of
another, as a copied file has them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, Level


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report bases that have the name and the city of one before them."""
    first: dict[tuple[str, str], str] = {}
    for record in catalogue.bases.values():
        other = first.setdefault((record.content.name, record.content.city), record.file)
        if other != record.file:
            yield record.fault("same-base", ("name",), Level.WARNING, other=other)
