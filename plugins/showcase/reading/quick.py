"""Plain data from a file in which nothing is amiss, without noting where anything stands.

Nearly every file is right, and positions are then never asked for: leaving them out halves the time of
reading. At the first oddity this gives up, and `binding` goes over the file again, slowly and exactly.
"""

from __future__ import annotations

from typing import Any

import yaml

from .nodes import DEEPEST, MOST_NODES, has_invisible, is_nothing
from .shape import Shape


class OddityError(Exception):
    """Something that the exact way must look at: an unknown, repeated or empty key, too many
    nodes, too deep."""


def plain(root: yaml.MappingNode, shape: Shape) -> dict[str, Any]:
    """The data of a file under canonical keys. Raises OddityError."""
    data: dict[str, Any] = _plain(root, shape, [MOST_NODES], DEEPEST)
    return data


def _plain(node: yaml.Node, shape: Shape | None, left: list[int], deeper: int) -> Any:
    if isinstance(node, yaml.ScalarNode):
        if is_nothing(node) or has_invisible(node):
            raise OddityError
        return node.value
    left[0] -= 1 + len(node.value)
    if left[0] < 0 or deeper < 0:
        raise OddityError
    if isinstance(node, yaml.SequenceNode):
        below = shape.each if shape else None
        return [_plain(item, below, left, deeper - 1) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, shape, left, deeper - 1)
    raise OddityError


def _mapping(
    node: yaml.MappingNode, shape: Shape | None, left: list[int], deeper: int
) -> dict[str, Any]:
    slots = shape.slots if shape is not None and shape.each is None else None
    each = shape.each if shape is not None else None
    data: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise OddityError
        name, below = key.value.strip(), each
        if slots:
            slot = slots.get(name)
            if slot is None:
                raise OddityError
            name, below = slot.key, slot.below
        if name in data:
            raise OddityError
        data[name] = _plain(value, below, left, deeper)
    return data
