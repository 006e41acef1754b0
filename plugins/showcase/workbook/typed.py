"""What a file says as plain data: values as they were typed, under English keys, habits understood."""

from __future__ import annotations

import json
from typing import Any

from ..drafting.draft import understood
from ..model import Part
from ..model.shape import shape_of
from ..reading.nodes import compose
from ..reading.places import Places
from ..reading.walk import Walk

Data = dict[str, Any]
"""Mappings, lists and texts, nothing else."""


def typed(text: str, model: type[Part]) -> Data:
    """The data of a file's text, which must be readable: empty where it is not.

    Numbers of items count those that say something, as everywhere in reading.
    """
    shape = shape_of(model)
    draft = understood(text, shape)
    root = compose(draft.text, "").root
    if root is None:
        return {}
    data = Walk("", draft.text, Places(), model).plain(root, shape, ())
    return data if isinstance(data, dict) else {}


def as_text(data: Data) -> str:
    """Data as a YAML text that says just that: every value in quotes, on its own line."""
    return "\n".join(_lines(data, "")) + "\n"


def _lines(value: Any, margin: str) -> list[str]:
    lines: list[str] = []
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in pairs:
        head = f"{margin}{key}:" if isinstance(value, dict) else f"{margin}-"
        if isinstance(one, str):
            lines.append(f"{head} {json.dumps(one, ensure_ascii=False)}")
        elif not one:
            lines.append(f"{head} {'{}' if isinstance(one, dict) else '[]'}")
        else:
            lines += [head, *_lines(one, margin + "  ")]
    return lines


def at(data: Any, way: tuple[str | int, ...]) -> Any:
    """The value at a way; None where it leads to nothing."""
    for step in way:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
