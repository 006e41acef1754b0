"""A standard as a diagram: its items, under the words that they are drawn with."""

from __future__ import annotations

from collections.abc import Sequence

from ..diagrams import TALL, WIDE, Branch, Kind, Leaf, Spec, diagram_of
from ..model import Use
from .pages import Diagram, StandardGroup, StandardItem
from .phrasing import phrases

_KINDS = {Use.structure: (Kind.tree, "架构图"), Use.steps: (Kind.path, "步骤图")}


def diagram(name: str, root: str, use: Use, groups: Sequence[StandardGroup]) -> Diagram | None:
    """The drawings of a structure or of steps; None for every other use, and where there is nothing to draw.

    `root` stands at the beginning of a structure: of 1+6+N联谊组织架构 only 1+6+N, whose terms are the branches.
    """
    if use not in _KINDS:
        return None
    kind, word = _KINDS[use]
    spec = Spec(kind, phrases(root), tuple(_branch(one) for one in groups))
    wide, tall = diagram_of(spec, WIDE), diagram_of(spec, TALL)
    return Diagram(f"{name}，{word}", wide, tall) if wide and tall else None


def says_more(item: StandardItem) -> bool:
    """Whether there is anything to read about an item that a drawing does not show."""
    return item.optional or any((item.explain, item.paired, item.gives, item.shift_to))


def _branch(group: StandardGroup) -> Branch:
    head = phrases(group.name) if group.named else ()
    leaves = (
        Leaf(phrases(f"{one.muted}{one.main}"), one.base.path if one.base else "")
        for one in group.items
    )
    return Branch(head, tuple(leaves))
