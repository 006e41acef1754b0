"""New keys and items as lines of a file, or between brackets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..model.shape import Shape
from .writing import paragraphs, quoted, written

_STEP = 2


@dataclass(frozen=True, slots=True)
class Layer:
    """Lays out what is new in a file, with `chinese` keys or English ones; dashes stand `dash` columns in
    from the key of their list, values `gap` columns behind their dash."""

    chinese: bool
    dash: int = _STEP
    gap: int = _STEP

    def name(self, step: str, shape: Shape | None) -> str:
        """A key as it is written."""
        slot = shape.slots.get(step) if shape else None
        return (slot.title if self.chinese else slot.key) if slot else written(step)

    def flow(self, value: Any, shape: Shape | None) -> str:
        """A value between brackets, or with brackets of its own."""
        if isinstance(value, list):
            each = shape.each if shape else None
            return f"[{', '.join(self.flow(one, each) for one in value)}]"
        if isinstance(value, dict):
            pairs = (self.flow_entry(key, one, shape) for key, one in value.items())
            return f"{{{', '.join(pairs)}}}"
        return quoted(value) if "\n" in value else written(value, shape, parted=True)

    def flow_entry(self, step: str, value: Any, shape: Shape | None) -> str:
        """A key and its value between brackets."""
        return f"{self.name(step, shape)}: {self.flow(value, _below(shape, step))}"

    def entry(self, step: str, value: Any, shape: Shape | None, column: int) -> list[str]:
        """The lines of a key with its value, the key at a column."""
        inline, below = self.value(value, _below(shape, step), column)
        head = f"{' ' * column}{self.name(step, shape)}:"
        return [f"{head} {inline}" if inline else head, *below]

    def value(self, value: Any, shape: Shape | None, column: int) -> tuple[str, list[str]]:
        """What stands behind the colon of a key at a column, and the lines below it."""
        if isinstance(value, list):
            if all(isinstance(one, str) for one in value):
                return self.flow(value, shape), []
            each = shape.each if shape else None
            return "", [line for one in value for line in self.item(one, each, column + self.dash)]
        if isinstance(value, dict):
            if shape is not None and not shape.slots and shape.each is None:
                # a period, which is one value
                return self.flow(value, shape), []
            inner = column + _STEP
            return "", [
                line for key, one in value.items() for line in self.entry(key, one, shape, inner)
            ]
        if "\n" in value.strip() and (lines := paragraphs(value)) is not None:
            return "|", indented(lines, column + _STEP)
        if "\n" in value:
            return quoted(value), []
        return written(value, shape, parted=bool(shape and shape.listed)), []

    def item(self, value: Any, shape: Shape | None, column: int) -> list[str]:
        """The lines of an item, its dash at a column."""
        dash, inner = f"{' ' * column}-{' ' * (self.gap - 1)}", column + self.gap
        if isinstance(value, dict) and shape is not None and (shape.slots or shape.each):
            lines = [
                line for key, one in value.items() for line in self.entry(key, one, shape, inner)
            ]
            return [dash + lines[0][inner:], *lines[1:]]
        if isinstance(value, str) and "\n" in value:
            return [dash + quoted(value)]
        return [
            dash + (written(value, shape) if isinstance(value, str) else self.flow(value, shape))
        ]


def indented(lines: list[str], column: int) -> list[str]:
    """Lines of a text at a column; empty ones stay empty."""
    return [f"{' ' * column}{line}" if line else "" for line in lines]


def _below(shape: Shape | None, step: str) -> Shape | None:
    if shape is not None and not shape.slots and shape.each is None and shape.habit is not None:
        return Shape({}, habit=shape.habit)
    return shape.below(step) if shape else None
