"""Plain data from a file in which nothing is amiss, without noting where anything stands.

Nearly every file is right, and positions are then never asked for: leaving them out halves the time of
reading. At the first oddity this gives up, and `binding` goes over the file again, slowly and exactly.
"""

from __future__ import annotations

from typing import Any

import yaml

from ..model.shape import Shape
from .nodes import DEEPEST, MOST_NODES, NULLS, has_invisible, is_nothing


class OddityError(Exception):
    """Something that the exact way must look at: an unknown, repeated or empty key, too many
    nodes, too deep."""


def plain(root: yaml.MappingNode, shape: Shape) -> dict[str, Any]:
    """The data of a file under canonical keys. Raises OddityError."""
    data: dict[str, Any] = _plain(root, shape, [MOST_NODES], DEEPEST)
    return data


def _plain(node: yaml.Node, shape: Shape | None, left: list[int], deeper: int) -> Any:
    if isinstance(node, yaml.ScalarNode):
        if is_nothing(node) or node.value in NULLS or has_invisible(node):
            raise OddityError
        if node.style != "|" and node.start_mark.line != node.end_mark.line:
            # lines that YAML joins: were they meant as one, and how do Chinese lines join?
            raise OddityError
        if shape is None:
            return node.value
        if (habit := shape.habit) is not None:
            usual = habit.right is None or habit.right(node.value)
        else:
            usual = _is_usual(node.value, shape)
        if not usual:
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


def _is_usual(written: str, shape: Shape) -> bool:
    """Whether a plain value is usual in the place of a list or mapping."""
    if shape.several is not None:
        return not any(sign in written for sign in shape.several.signs)
    if shape.short:
        below = shape.slots[shape.short].below
        right = below.habit.right if below is not None and below.habit is not None else None
        return right is None or right(written) is not None
    return True


def _mapping(
    node: yaml.MappingNode, shape: Shape | None, left: list[int], deeper: int
) -> dict[str, Any]:
    slots = shape.slots if shape is not None and shape.each is None else None
    each = None
    if shape is not None:
        # the ends of a period are of the kind of the whole
        each = shape if shape.habit is not None else shape.each
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
        if name in data or _stands_alone(key, value):
            raise OddityError
        data[name] = _plain(value, below, left, deeper)
    return data


def _stands_alone(key: yaml.ScalarNode, value: yaml.Node) -> bool:
    """Whether a plain value stands on a line below its key: it may have been meant for a list."""
    return (
        isinstance(value, yaml.ScalarNode)
        and not value.style
        and value.start_mark.line != key.start_mark.line
    )
