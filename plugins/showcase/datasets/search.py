"""The search index of an edition."""

from __future__ import annotations

from collections.abc import Iterator

from ..dataset import Dataset
from ..edition import Edition
from ..search.index import index
from .documents import documents


def search(edition: Edition) -> Iterator[Dataset]:
    """The head of the index and the shards with long texts."""
    catalogue = edition.atlas.catalogue
    terms = ((term.term, *term.aliases) for term in catalogue.glossary.content.terms)
    yield from index(documents(edition), (*catalogue.site.content.synonyms, *terms))
