"""How far the reading of a file has come: its lines, what is open around the present one, what was told."""

from __future__ import annotations

from ..model.shape import Shape
from .outline import Level, Opening, Path
from .rows import Row, Slip
from .slips import bullets, lines, separators
from .slips.indents import BLANKS, width_of


class Course:
    """The rows of a file, the mappings and lists that are open, the slips and (by line number) the paths
    found so far.

    `opening` is a key or dash on the line before that was left open; `goes_on` tells that a plain value
    may go on with a line further in, `prose` that it is a sentence, `unfinished` that a comma ends its line.
    """

    def __init__(self, rows: list[Row], shape: Shape) -> None:
        self.rows = rows
        self.slips: list[Slip] = []
        self.paths: dict[int, Path] = {}
        self.levels = [Level(0, shape, ())]
        self.opening: Opening | None = None
        self.goes_on = False
        self.prose = False
        self.unfinished = False

    def tell(self, slip: Slip | None) -> None:
        """Note a slip, if there is one."""
        if slip is not None:
            self.slips.append(slip)

    def fits(self, index: int) -> bool:
        """Whether a line can only be structure: a key that an open mapping lacks, or the next item of an
        open list."""
        text = self.rows[index].text
        start = width_of(text)
        for level in self.levels:
            if level.listed:
                if bullets.is_proper(text, start) and start == level.indent:
                    return True
                continue
            key = separators.key_at(text, start, level, only_key=False)
            if key is not None and level.knows(key.text):
                return True
        return False

    def next_said(self, index: int) -> int | None:
        """The next line that says something."""
        for later in range(index, len(self.rows)):
            text = self.rows[later].text.strip(BLANKS)
            if text and not lines.is_comment(text):
                return later
        return None

    def lacking(self, text: str, start: int) -> list[Level]:
        """The open mappings that know the key of a line and do not have it yet."""
        found = []
        for level in self.levels:
            key = separators.key_at(text, start, level, only_key=False)
            if key is not None and level.lacks(key.text):
                found.append(level)
        return found
