"""What the scripts of pages ask for on first use: the search index, the directory, events, matrices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..edition import Edition
from .bases import bases
from .comparison import comparison
from .dataset import Dataset
from .events import events
from .matrices import matrices
from .search import search

__all__ = ["Dataset", "datasets"]

Maker = Callable[[Edition], Iterator[Dataset]]
MAKERS: tuple[Maker, ...] = (bases, comparison, matrices, events, search)
"""One a module of this package."""


def datasets(edition: Edition) -> Mapping[str, bytes]:
    """Every dataset of an edition by its name among the assets."""
    return {one.file: one.content for make in MAKERS for one in make(edition)}
