"""The items of a standard as its page draws them."""

from __future__ import annotations

from collections.abc import Sequence

from .. import addresses
from ..model import Criterion, Standard
from .atlas import Atlas
from .pages import StandardGroup, StandardItem
from .parts import Link

_SHARED = "有"


def groups_of(atlas: Atlas, content: Standard) -> tuple[StandardGroup, ...]:
    """The items of a standard under their heads."""
    shared = shared_start([one.name for one in content.all_criteria]) if content.criteria else ""
    numbers = iter(range(1, len(content.all_criteria) + 1))
    groups = (
        [("", content.criteria)]
        if content.criteria
        else [(g.name, g.criteria) for g in content.groups]
    )
    return tuple(
        StandardGroup(
            name,
            bool(name),
            tuple(_item(atlas, content, one, next(numbers), shared) for one in criteria),
        )
        for name, criteria in groups
    )


def _item(
    atlas: Atlas, content: Standard, one: Criterion, number: int, shared: str
) -> StandardItem:
    shift = content.shifts[number - 1] if content.shifts else ""
    before, _, after = shift.partition("→")
    base = atlas.catalogue.bases.get(one.base or "")
    return StandardItem(
        anchor=f"criterion-{number}",
        number=str(number),
        muted=shared,
        main=one.name.removeprefix(shared),
        explain=one.explain or "",
        optional=not one.required,
        paired=content.paired[number - 1] if content.paired else "",
        gives=content.gives[number - 1] if content.gives else "",
        shift_from=before,
        shift_to=after,
        base=Link(base.content.name, addresses.base(base.id)) if base else None,
    )


def shared_start(names: Sequence[str]) -> str:
    """有, where every name begins with it: what follows stands alone (阵地, 品牌), so it may be muted."""
    alike = len(names) >= 3 and all(name.startswith(_SHARED) and len(name) > 2 for name in names)
    return _SHARED if alike else ""
