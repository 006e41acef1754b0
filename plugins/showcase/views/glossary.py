"""The glossary."""

from __future__ import annotations

from .pages import GlossaryTerm, GlossaryView
from .sheet import Sheet


def glossary(sheet: Sheet) -> GlossaryView:
    """Every term explained."""
    terms = tuple(
        GlossaryTerm(
            term.id,
            term.term,
            "、".join(term.aliases),
            term.date.prose if term.date else "",
            term.text or "",
            term.items,
            term.note or "",
            sheet.cite(term.source),
            sheet.cite(term.note_source) if term.note_source else (),
        )
        for term in sheet.catalogue.glossary.content.terms
    )
    return GlossaryView("术语", terms, sheet.sources())
