"""What is to be drawn, and on what sheet."""

from __future__ import annotations

from dataclasses import dataclass

from .drawing import Kind


@dataclass(frozen=True, slots=True)
class Leaf:
    """An item. `phrases` are the stretches of its name that stay together; `path` where it leads, or empty."""

    phrases: tuple[str, ...]
    path: str = ""

    @property
    def name(self) -> str:
        """The whole name."""
        return "".join(self.phrases)


@dataclass(frozen=True, slots=True)
class Branch:
    """Items under one head. `phrases` are those of the head; without any, the items hang on the root themselves."""

    phrases: tuple[str, ...]
    leaves: tuple[Leaf, ...]

    @property
    def name(self) -> str:
        """The whole name, empty for a branch without a head."""
        return "".join(self.phrases)


@dataclass(frozen=True, slots=True)
class Spec:
    """A structure or steps: `root` are the phrases of what stands at its beginning, shown on a tree alone."""

    kind: Kind
    root: tuple[str, ...]
    branches: tuple[Branch, ...]

    @property
    def root_name(self) -> str:
        """The whole name at the root."""
        return "".join(self.root)

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every item in order."""
        return tuple(leaf for branch in self.branches for leaf in branch.leaves)

    @property
    def characters(self) -> int:
        """How many characters all names have together: what decides how heavy the drawing gets."""
        heads = sum(len(one.name) for one in self.branches)
        return heads + sum(len(one.name) for one in self.leaves)


@dataclass(frozen=True, slots=True)
class Format:
    """A sheet: its `width` and the sizes of its letters, in units that are about one CSS pixel.

    `body` is the size of items, `row` the distance of two of them, `reach` that of two links, which fingers must
    tell apart; `root`, `large` (heads like 1, 6, N), `word` (heads that are words) and `number` are sizes, `apart`
    lies between branches. A `wide` sheet has the root beside its branches and steps side by side, a narrow one
    has them below each other.
    """

    wide: bool
    width: int
    body: int
    row: int
    reach: int
    root: int
    large: int
    word: int
    number: int
    apart: int


WIDE = Format(True, 1000, 22, 42, 44, 44, 52, 28, 44, 32)
"""For a desk, a printed page, a screen in landscape: legible from 640 px of width on (14 px)."""
TALL = Format(False, 320, 17, 38, 52, 26, 34, 22, 26, 24)
"""For a phone: at 280 px of width, the least there is, letters are still 14 px and links 44 px apart."""
