"""What a profile's first screen points at exists.

Passes: ``key_event: opening`` with an activity of that id, ``related_standards: [six-haves]``. Fails: an
activity that the file does not have, a standard nobody has.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic
from .nearness import guess


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report key events and related standards that lead nowhere."""
    standards = catalogue.standards.keys() | catalogue.unread
    for record in catalogue.bases.values():
        base = record.content
        events = [one.id for one in base.activities if one.id]
        if base.key_event is not None and base.key_event not in events:
            near = guess(base.key_event, events)
            yield record.fault("unknown-event", ("key_event",), id=base.key_event, **near)
        for index, identity in enumerate(base.related_standards):
            if identity not in standards:
                near = guess(identity, catalogue.standards)
                path = ("related_standards", index)
                yield record.fault("unknown-standard", path, id=identity, **near)
