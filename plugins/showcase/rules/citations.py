"""Everything claimed cites a document that exists.

Passes: ``source: some-report`` with that entry in `_sources.yml`. Fails: a source nobody registered.
Warned of: a claim without any source.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, Level
from .claims import claims_of
from .nearness import guess


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report unknown sources and claims without one."""
    if "_sources" in catalogue.unread:
        return
    known = catalogue.sources
    for record in catalogue.bases.values():
        for path, claim in claims_of(record.content):
            if claim.source is None and "evidence" in path:
                # told as incomplete evidence
                continue
            if claim.source is None:
                tie = path[-1] == "tied_by"
                level = Level.ERROR if tie else Level.WARNING
                yield record.fault("tie-uncited" if tie else "uncited", path, level)
            elif claim.source not in known:
                near = guess(claim.source, known)
                yield record.fault("unknown-source", (*path, "source"), id=claim.source, **near)
    for standard in catalogue.standards.values():
        source = standard.content.source
        if source not in known:
            near = guess(source, known)
            yield standard.fault("unknown-source", ("source",), id=source, **near)
    for index, term in enumerate(catalogue.glossary.content.terms):
        for key, cited in (("source", term.source), ("note_source", term.note_source)):
            if cited is not None and cited not in known:
                path = ("terms", index, key)
                near = guess(cited, known)
                yield catalogue.glossary.fault("unknown-source", path, id=cited, **near)
