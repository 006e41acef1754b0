"""The way in: from what is to be drawn to the drawing, or to none where there is nothing to see."""

from __future__ import annotations

from dataclasses import replace

from .drawing import Drawing, Kind
from .path import path
from .spec import Format, Spec
from .tree import tree

DRAWN_AT_MOST = 4000
"""Characters of all names together; beyond that a list is read more easily than a drawing, and is lighter."""


def diagram_of(spec: Spec, form: Format) -> Drawing | None:
    """The drawing on a sheet of this format; None for a single item, and for more than anybody takes in at a look."""
    # a head without items is a part of a structure, but no stretch of a way
    whole = spec.kind is Kind.tree
    kept = replace(
        spec, branches=tuple(one for one in spec.branches if one.leaves or (whole and one.phrases))
    )
    single = len(kept.leaves) < 2 and not (whole and len(kept.branches) > 1)
    if single or spec.characters > DRAWN_AT_MOST:
        return None
    return (tree if whole else path)(kept, form)
