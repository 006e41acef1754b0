"""Where everything in a file stands, and the edits that put something else in its place."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace

from ..diagnostics import DROPPED, Edit, Fix
from ..drafting.draft import Draft
from ..drafting.outline import Path
from .nodes import Mapping, Node, Scalar

_PLAIN = re.compile(
    r"(?![\s\-?:]\s|(?i:null|~)$)[^\s,\[\]{}#&*!|>'\"%@`:][^,\[\]{}#:\"]*(?:://?[^,\[\]{}\s#]+)?"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A value or key in one line: from `start` up to, not including, `end`."""

    line: int
    start: int
    end: int
    style: str = ""

    @classmethod
    def of(cls, node: Scalar) -> Spot | None:
        """The spot of a value; none for one of several lines."""
        if node.text is None or node.line != node.end_line or node.style in ("|", ">"):
            return None
        return cls(node.line, node.column, node.end_column, node.style)

    def edit(self, new: str, *, bare: bool = False) -> Edit:
        """The edit that writes `new` there, in the quotes that stand there or those that it needs.

        What is `bare` is no text, but a list in brackets or a key.
        """
        if not bare and self.style == "'":
            new = "'" + new.replace("'", "''") + "'"
        elif not bare and (self.style == '"' or not _PLAIN.fullmatch(new)):
            new = json.dumps(new, ensure_ascii=False)
        return Edit(self.line, self.start, self.end, new)


@dataclass
class Places:
    """Line and column of every key and value, by path; and the spots of plain values."""

    of: dict[Path, tuple[int, int]] = field(default_factory=dict)
    spots: dict[Path, Spot] = field(default_factory=dict)

    def nearest(self, path: Path) -> tuple[int, int]:
        """The place of `path`, or of the closest thing above it that was written."""
        while path and path not in self.of:
            path = path[:-1]
        return self.of.get(path, (1, 1))

    def spot(self, path: Path) -> Spot | None:
        """The spot of a plain value, which may stand for the mapping that the path leads into."""
        return self.spots.get(path) or self.spots.get(path[:-1])

    def typed(self, draft: Draft) -> Places:
        """The same in the text as it was typed."""
        spots = {
            path: replace(spot, line=line, start=start, end=draft.spot(spot.line, spot.end)[1])
            for path, spot in self.spots.items()
            for line, start in [draft.spot(spot.line, spot.start)]
        }
        return Places({path: draft.spot(*place) for path, place in self.of.items()}, spots)


def last_line(node: Node) -> int:
    """The last line of what was written as a value."""
    if isinstance(node, Scalar):
        # a block of text ends before the line on which the next thing begins
        return max(node.end_line - (node.style in ("|", ">")), node.line)
    below = [value for _, value in node.entries] if isinstance(node, Mapping) else list(node.items)
    return max([node.line, *map(last_line, below)])


def dropped(line: int, length: int) -> Fix:
    """The mend by which a whole line goes."""
    return Fix((Edit(line, 1, length + 1, DROPPED),), safe=True)
