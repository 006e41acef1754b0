"""An id means one thing: within a base, and across present and former addresses.

Passes: each activity with its own ``id``. Fails: two statements with ``id: opening``; a ``former_ids``
entry that another base uses today; an id that pages use themselves, such as ``main``; one that makes an address
(of a source, a city, a former id) and is too long for that or kept by Windows for a device, such as ``aux``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic
from ..file_names import LONGEST_ID, is_kept
from ..reading.binding import Path, Record
from .claims import claims_of

# the anchors that pages give themselves
_RESERVED = re.compile(
    r"main|matrix|founded|undated|y\d+|standard-.+|(?:statement|stat|event|honour|note|source)-\d+"
)


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report ids used twice."""
    former: dict[str, str] = {}
    for identity, record in catalogue.bases.items():
        seen: set[str] = set()
        for path, claim in claims_of(record.content):
            if claim.id and _RESERVED.fullmatch(claim.id):
                yield record.fault("reserved-id", (*path, "id"), id=claim.id)
            if claim.id and claim.id in seen:
                yield record.fault("repeated-id", (*path, "id"), id=claim.id)
            seen.add(claim.id or "")
        for index, old in enumerate(record.content.former_ids):
            taken = old if old in catalogue.bases else former.get(old)
            if taken is not None:
                yield record.fault("former-id-taken", ("former_ids", index), id=old, other=taken)
            former[old] = identity
    addresses: set[str] = set()
    for city, address in catalogue.site.content.cities.items():
        if address in addresses:
            yield catalogue.site.fault("repeated-id", ("cities", city), id=address)
        addresses.add(address)
    for record, way, identity in _addressed(catalogue):
        if is_kept(identity):
            yield record.fault("kept-by-windows", way, id=identity)
        elif len(identity) > LONGEST_ID:
            yield record.fault("long-id", way, id=identity)
    known: set[str] = set()
    for index, term in enumerate(catalogue.glossary.content.terms):
        if _RESERVED.fullmatch(term.id):
            yield catalogue.glossary.fault("reserved-id", ("terms", index, "id"), id=term.id)
        if term.id in known:
            yield catalogue.glossary.fault("repeated-id", ("terms", index, "id"), id=term.id)
        known.add(term.id)


def _addressed(catalogue: Catalogue) -> Iterator[tuple[Record[Any], Path, str]]:
    """Every id that is part of an address and no file's name: those are looked at as names of files."""
    for record in catalogue.bases.values():
        for index, old in enumerate(record.content.former_ids):
            yield record, ("former_ids", index), old
    for identity in catalogue.sources:
        yield catalogue.sources_file, ("sources", identity), identity
    for city, address in catalogue.site.content.cities.items():
        yield catalogue.site, ("cities", city), address
