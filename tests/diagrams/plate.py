"""A drawing read back: where its letters are by an own reckoning, what its lines touch, and the whole of it in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from showcase.diagrams import Drawing, Label, Line, Node, Words, em_width

RISE, FALL = 0.88, 0.14
"""Ems above and below the baseline that Chinese characters take, and a little more."""


@dataclass(frozen=True)
class Ground:
    """A stretch of the sheet and what is on it."""

    what: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Ground) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def lines_of(words: Words, size: int) -> Iterator[Ground]:
    """Each line of letters."""
    for one in words.lines:
        width = em_width(one.text) * size
        yield Ground(one.text, one.x, one.y - RISE * size, one.x + width, one.y + FALL * size)


def labels(drawing: Drawing) -> Iterator[Label]:
    """The root, the heads and the numbers."""
    if drawing.root:
        yield drawing.root
    for part in drawing.parts:
        if part.head:
            yield part.head
        yield from (one.number for one in part.nodes if one.number)


def nodes(drawing: Drawing) -> list[Node]:
    """Every item in order."""
    return [one for part in drawing.parts for one in part.nodes]


def letters(drawing: Drawing) -> list[Ground]:
    """Every line of letters on the sheet."""
    found = [one for label in labels(drawing) for one in lines_of(label.words, label.size)]
    return found + [one for node in nodes(drawing) for one in lines_of(node.words, drawing.size)]


def areas(drawing: Drawing) -> list[Ground]:
    """The grounds that items hold."""
    return [
        Ground(
            whole(one.words),
            one.area.x,
            one.area.y,
            one.area.x + one.area.width,
            one.area.y + one.area.height,
        )
        for one in nodes(drawing)
    ]


def joints(drawing: Drawing) -> list[Ground]:
    """The squares."""
    return [
        Ground("square", one.x, one.y, one.x + one.width, one.y + one.height)
        for one in drawing.joints
    ]


def strokes(drawing: Drawing) -> list[Ground]:
    """Every edge as the thin stretch that it covers."""
    return [
        Ground(
            f"{one.x1} {one.y1} {one.x2} {one.y2}",
            min(one.x1, one.x2) - 1,
            min(one.y1, one.y2) - 1,
            max(one.x1, one.x2) + 1,
            max(one.y1, one.y2) + 1,
        )
        for one in (*drawing.rules, *drawing.hairs)
    ]


def meeting(several: list[Ground]) -> list[tuple[str, str]]:
    """Pairs that share ground."""
    return [(a.what, b.what) for a, b in combinations(several, 2) if a.meets(b)]


def whole(words: Words) -> str:
    """A name put together again."""
    return "".join(one.text for one in words.lines)


def near(words: Words, size: int, by: int) -> Ground:
    """A name with a margin to the left and right of its first line, where edges end, and below its last."""
    first, *more = lines_of(words, size)
    bottom = (more[-1] if more else first).bottom + by / 2
    return Ground(first.what, first.left - by, first.top, first.right + by, bottom)


def connected(several: list[Ground]) -> bool:
    """Whether one can go from each to every other without leaving them."""
    left = list(several)
    reached = [left.pop()]
    for one in reached:
        touching = [other for other in left if one.meets(other)]
        left = [other for other in left if not one.meets(other)]
        reached += touching
    return not left


def told(drawing: Drawing) -> str:
    """A drawing in words, a line for everything on it, for people to compare."""
    rows = [f"{drawing.kind} {drawing.width} × {drawing.height}"]
    rows += [f"rule {_from_to(one)}" for one in drawing.rules]
    rows += [f"hair {_from_to(one)}" for one in drawing.hairs]
    rows += [f"square {one.x},{one.y} {one.width} × {one.height}" for one in drawing.joints]
    if drawing.root:
        rows += _set(drawing.root.words, drawing.root.size)
    for part in drawing.parts:
        if part.head:
            rows += _set(part.head.words, part.head.size)
        for node in part.nodes:
            if node.number:
                rows += [f"  {row}" for row in _set(node.number.words, node.number.size)]
            rows += [f"  {row}" for row in _set(node.words, drawing.size)]
            if node.path:
                area = node.area
                rows.append(
                    f"    to {node.path} {area.x},{area.y} {area.width} × {area.height}, "
                    + ", ".join(f"under {_from_to(one)}" for one in node.under)
                )
    return "\n".join(rows) + "\n"


def _from_to(line: Line) -> str:
    return f"{line.x1},{line.y1} → {line.x2},{line.y2}"


def _set(words: Words, size: int) -> list[str]:
    return [f"{one.text} {one.x},{one.y} size {size}" for one in words.lines]
