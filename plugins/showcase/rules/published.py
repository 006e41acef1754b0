"""What was published once is not lost by accident: its address stays, or it is withdrawn on purpose.

Passes: a published id that is a base today, a former id of a published base, or withdrawn. Fails: one whose
file is gone or became a draft. Warned of: a file whose text changed after it was reviewed.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, Level, Place
from ..ledger import FILE, key_of, text_digest
from ..model import Publication


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report published ids that lead nowhere, and reviews that the text has outlived."""
    ledger = catalogue.ledger
    released = {
        identity: record
        for identity, record in catalogue.bases.items()
        if record.content.status is Publication.published
    }
    former = {old for record in released.values() for old in record.content.former_ids}
    kept = {*released, *former, *catalogue.unread, *ledger.withdrawn}
    for identity, holder, name in _addresses(catalogue):
        # an address that leads to a lost base is told with that base
        if identity in kept or (holder != identity and holder not in kept):
            continue
        values = {"id": identity, "name": name}
        draft = catalogue.bases.get(identity)
        if draft is not None:
            yield draft.fault("published-became-draft", ("status",), id=identity, name=name)
            continue
        place = Place(f"bases/{FILE}", ledger.lines.get(holder, 1))
        yield Diagnostic("published-lost", Level.ERROR, place, values=values)
    for identity, record in catalogue.bases.items():
        seen = ledger.reviewed.get(key_of(identity))
        if record.content.reviewed and seen and seen != text_digest(record.content):
            where = ("reviewed",)
            yield record.fault("changed-after-review", where, Level.WARNING, id=identity)


def _addresses(catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """Every address of a base that was published: the id, whose it was, and that base's name."""
    for identity, told in catalogue.ledger.published.of("bases").items():
        yield identity, identity, told.name
        for old in told.fields.get("旧编号", "").split("、"):
            if old:
                yield old, identity, told.name
