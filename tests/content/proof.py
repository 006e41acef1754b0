"""All checks of the real content, as one list of what is wrong."""

from __future__ import annotations

from . import assessments, claims, dossier, reading, records, references, trace
from .reading import Raw


def findings(raw: Raw) -> list[str]:
    """Everything in `raw` that the dossier does not bear out; empty when all is well."""
    content, wrong = reading.model(raw)
    if content is None:
        return wrong
    facts = dossier.load()
    items, wrong = trace.read(content, facts)
    return [
        *wrong,
        *claims.findings(content, facts, items),
        *records.findings(content, facts),
        *references.findings(content, facts),
        *assessments.findings(content, items),
    ]
