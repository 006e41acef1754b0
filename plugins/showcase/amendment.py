"""Setting single values in a file that staff wrote: comments, order, quotes and every other byte stay.

A way of writing is tried and the file read again: only what reads exactly as it was meant to is handed back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from .diagnostics import Edit
from .mending import edited
from .model import Part
from .model.shape import Shape, shape_of
from .reading.binding import bind
from .reading.nodes import Mapping, Node, Scalar, Sequence, compose

Model = TypeVar("Model", bound=Part)
Way = tuple[str | int, ...]
_PLAIN = re.compile(
    r"(?!(?i:null|true|false|yes|no|on|off)\Z)[\w·（）“”《》、][\w·（）“”《》、/-]*"
)


def put(text: str, way: Way, value: str, expected: Model) -> tuple[Edit, ...] | None:
    """The edits that set the value at `way`, so that the file reads as `expected`; None where no way is safe.

    The last step of `way` may be missing from the file; a step before it only at the top.
    """
    return _first_sound(text, expected, lambda root, shape: _put(root, shape, text, way, value))


def append(text: str, way: Way, value: str, expected: Model) -> tuple[Edit, ...] | None:
    """The edits that add a value to the list at `way`, or begin that list at the top of the file."""
    return _first_sound(text, expected, lambda root, shape: _append(root, shape, text, way, value))


def swap(text: str, node: Scalar, old: str, new: str) -> Edit | None:
    """The edit that puts `new` for `old` in one scalar as it is written, or None where it is not found."""
    span = _span(text.split("\n"), node)
    if span is None:
        return None
    line = text.split("\n")[node.line - 1]
    written = line[span[0] : span[1]]
    if written.count(old) != 1:
        return None
    return Edit(node.line, span[0] + 1, span[1] + 1, written.replace(old, new))


def written(value: str) -> str:
    """A value as YAML takes it: bare, or in quotes where a sign in it could mean something."""
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _first_sound(
    text: str, expected: Model, tries: Callable[[Mapping, Shape], Iterator[tuple[Edit, ...]]]
) -> tuple[Edit, ...] | None:
    root = compose(text, "").root
    if not isinstance(root, Mapping):
        return None
    for edits in tries(root, shape_of(type(expected))):
        record, _ = bind(edited(text, edits), "", "", type(expected))
        if record is not None and record.content == expected:
            return edits
    return None


def _put(
    root: Mapping, shape: Shape, text: str, way: Way, value: str
) -> Iterator[tuple[Edit, ...]]:
    lines = text.split("\n")
    node, at = _follow(root, shape, way)
    if not at:
        if isinstance(node, Scalar):
            yield from _replaced(lines, node, value)
        return
    parent_shape = _shape_at(shape, way[: len(way) - len(at)])
    if isinstance(node, Mapping):
        chinese = any(not (key.text or "").isascii() for key, _ in node.entries)
        body = _entry(at, value, parent_shape, chinese=chinese)
        yield from _inserted(lines, node, body)


def _append(
    root: Mapping, shape: Shape, text: str, way: Way, value: str
) -> Iterator[tuple[Edit, ...]]:
    lines = text.split("\n")
    node, at = _follow(root, shape, way)
    if at:
        if isinstance(node, Mapping):
            chinese = any(not (key.text or "").isascii() for key, _ in node.entries)
            key = _key(at[0], shape, chinese=chinese)
            yield from _inserted(lines, node, f"{key}: [{written(value)}]")
        return
    if isinstance(node, Scalar):
        yield from _replaced(lines, node, f"[{node.text}, {written(value)}]", bare=True)
    if not isinstance(node, Sequence):
        return
    last = node.items[-1] if node.items else None
    if last is None:
        yield (Edit(node.line, node.column + 1, node.column + 1, written(value)),)
    elif isinstance(last, Scalar) and (span := _span(lines, last)):
        end = span[1] + 1
        yield (Edit(last.line, end, end, f", {written(value)}"),)
        line = lines[last.line - 1]
        dash = line.rfind("-", 0, last.column - 1)
        if dash >= 0 and not line[:dash].strip():
            whole = len(line) + 1
            yield (Edit(last.line, whole, whole, f"\n{line[:dash]}- {written(value)}"),)


def _follow(root: Mapping, shape: Shape, way: Way) -> tuple[Node, Way]:
    """As far along a way as the file goes: the last node that is there, and the steps that are not."""
    node: Node = root
    below: Shape | None = shape
    for number, step in enumerate(way):
        found: Node | None = None
        if isinstance(node, Mapping):
            for key, value in node.entries:
                slot = below.slots.get((key.text or "").strip()) if below else None
                if (slot.key if slot else key.text) == step:
                    found = value
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            found = node.items[step]
        if found is None:
            return node, way[number:]
        node = found
        below = below.below(step) if below else None
    return node, ()


def _shape_at(shape: Shape, way: Way) -> Shape | None:
    below: Shape | None = shape
    for step in way:
        below = below.below(step) if below else None
    return below


def _key(step: str | int, shape: Shape | None, *, chinese: bool) -> str:
    slot = shape.slots.get(str(step)) if shape else None
    return slot.title if slot and chinese else str(step)


def _entry(at: Way, value: str, shape: Shape | None, *, chinese: bool) -> str:
    """``status: 草稿``, or ``reviewed: {by: 某某}`` where two steps are missing."""
    key = _key(at[0], shape, chinese=chinese)
    if len(at) == 1:
        return f"{key}: {written(value)}"
    below = shape.below(at[0]) if shape else None
    return f"{key}: {{{_entry(at[1:], value, below, chinese=chinese)}}}"


def _replaced(
    lines: list[str], node: Scalar, value: str, *, bare: bool = False
) -> Iterator[tuple[Edit, ...]]:
    line = lines[node.line - 1] if node.line <= len(lines) else ""
    span = _span(lines, node)
    if span is None:
        colon = line.rfind(":", 0, node.column)
        if node.text is None and colon >= 0:
            yield (Edit(node.line, colon + 2, colon + 2, f" {written(value)}"),)
        return
    quote = line[span[0]]
    if quote in "\"'" and not bare and not set(value) & {quote, "\\"}:
        yield (Edit(node.line, span[0] + 1, span[1] + 1, f"{quote}{value}{quote}"),)
    yield (Edit(node.line, span[0] + 1, span[1] + 1, value if bare else written(value)),)


def _inserted(lines: list[str], node: Mapping, body: str) -> Iterator[tuple[Edit, ...]]:
    """Ways to put an entry into a mapping: after the last value that ends on its own line, or first."""
    flow = lines[node.line - 1][node.column - 1 : node.column] == "{"
    for key, value in reversed(node.entries):
        span = _span(lines, value) if isinstance(value, Scalar) else None
        if span is None:
            continue
        if flow:
            yield (Edit(value.line, span[1] + 1, span[1] + 1, f", {body}"),)
        else:
            end = len(lines[value.line - 1]) + 1
            yield (Edit(value.line, end, end, "\n" + " " * (key.column - 1) + body),)
    if flow:
        comma = ", " if node.entries else ""
        yield (Edit(node.line, node.column + 1, node.column + 1, body + comma),)
    elif node.entries:
        first = node.entries[0][0]
        yield (
            Edit(first.line, first.column, first.column, f"{body}\n" + " " * (first.column - 1)),
        )


def _span(lines: list[str], node: Scalar) -> tuple[int, int] | None:
    """Where a scalar that is written on one line begins and ends in it, quotes included."""
    if node.text is None or not 0 < node.line <= len(lines):
        return None
    line, start = lines[node.line - 1], node.column - 1
    quote = line[start : start + 1]
    if quote == '"':
        found = re.compile(r'"(?:[^"\\]|\\.)*"').match(line, start)
    elif quote == "'":
        found = re.compile(r"'(?:[^']|'')*'").match(line, start)
    else:
        return (start, start + len(node.text)) if line.startswith(node.text, start) else None
    return found.span() if found else None


def changed(part: Model, way: Way, value: object) -> Model:
    """A model with the value at `way` set."""
    result: Model = _changed(part, way, value)
    return result


def _changed(part: Any, way: Way, value: object) -> Any:
    if not way:
        return value
    step, *rest = way
    if isinstance(part, tuple):
        number = int(step)
        return (*part[:number], _changed(part[number], tuple(rest), value), *part[number + 1 :])
    inner = getattr(part, str(step))
    return part.model_copy(update={str(step): _changed(inner, tuple(rest), value)})
