"""A drawing as primitives: lines, letters, and what belongs together, all in whole units from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Of what form a drawing is."""

    tree = "tree"
    path = "path"


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line, upright or level."""

    x1: int
    y1: int
    x2: int
    y2: int

    @property
    def long(self) -> bool:
        """Whether there is anything to see of it."""
        return (self.x1, self.y1) != (self.x2, self.y2)


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Text:
    """A line of letters: `x` is its left end, `y` its baseline."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A name as it is set: its first line, and the lines it goes on with."""

    x: int
    y: int
    text: str
    more: tuple[Text, ...]

    @property
    def lines(self) -> tuple[Text, ...]:
        """Every line; joined, they are the name."""
        return (Text(self.x, self.y, self.text), *self.more)


@dataclass(frozen=True, slots=True)
class Label:
    """Words in a size of their own."""

    size: int
    words: Words


@dataclass(frozen=True, slots=True)
class Node:
    """An item: its `number` on a path, its words in the drawing's own size, where it leads or nothing.

    `under` underlines what leads somewhere. `area` is the ground it holds: no two meet, and the whole of it
    answers to a finger.
    """

    number: Label | None
    words: Words
    path: str
    under: tuple[Line, ...]
    area: Box


@dataclass(frozen=True, slots=True)
class Part:
    """Items under one head, in the order in which they are read."""

    head: Label | None
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole drawing: `rules` are its thick lines, `hairs` its thin ones, `joints` the squares where it begins or halts.

    `size` is that of the words of items.
    """

    kind: Kind
    width: int
    height: int
    size: int
    root: Label | None
    rules: tuple[Line, ...]
    hairs: tuple[Line, ...]
    joints: tuple[Box, ...]
    parts: tuple[Part, ...]
