"""Long lists in parts: no page grows without bound."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from .. import addresses
from .parts import PageLink

Item = TypeVar("Item")


def parts_of(items: Sequence[Item], size: int) -> tuple[Sequence[Item], ...]:
    """The items in runs of at most `size`; one empty run for no items."""
    return tuple(items[start : start + size] for start in range(0, len(items), size)) or (items,)


def page_links(path: str, total: int, current: int) -> tuple[PageLink, ...]:
    """Links to the parts of a list near the current one; none for a list of one part.

    First, last, and two on either side: enough to reach any part in a few taps.
    """
    if total <= 1:
        return ()
    near = {1, total, *range(current - 2, current + 3)}
    return tuple(
        PageLink(str(number), addresses.part(path, number), number == current)
        for number in sorted(near)
        if 1 <= number <= total
    )
