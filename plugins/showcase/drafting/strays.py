"""Lines that no open mapping or list expects where they stand: moved to where they belong, or told."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from .course import Course
from .outline import Level
from .rows import Row, Slip
from .slips import indents, separators
from .slips.indents import width_of
from .values import Values

# what web pages and printed papers leave behind: fences, rulers, numbers of pages
_NO_TEXT = re.compile(r"[\W_]+|第\s*\d+\s*页.*")
Item = Callable[[int], int]


class Strays:
    """The stray lines of a scan: each method gives the index of the line behind."""

    def __init__(self, course: Course, values: Values) -> None:
        self.course = course
        self.values = values

    def line(self, index: int, top: Level | None, item: Item) -> int:
        """Text that goes on, a key to be moved, an item without its dash, or nothing that could be told.

        `item` reads a line that is one."""
        row = self.course.rows[index]
        front = width_of(row.text)
        if self._begins_anew(row, front):
            return self._new_item(index, item)
        homes = self.course.lacking(row.text, front)
        on = self.course.goes_on and top is not None and front > top.indent
        proper = self._proper(row, front)
        if proper is None and not on and self.course.prose and self.course.unfinished:
            # 地点：… behind a comma may well be the rest of the sentence
            return self._nowhere(index, top, None)
        if not homes or (on and not proper and len(homes) > 1):
            if on and not proper:
                return index + 1
            return self._nowhere(index, top, proper)
        homes.sort(key=lambda level: abs(level.indent - front))
        home = homes[0]
        key = separators.key_at(row.text, front, home, only_key=False)
        assert key is not None
        # in a text that goes on, a full-width colon may be no more than punctuation
        certain = len(homes) == 1 and (key.proper or not on)
        safe = certain and home is self.course.levels[0] and self.course.goes_on
        path = (*home.path, home.step(key.text))
        self.course.tell(
            indents.moved(row, home.indent, path, certain=certain, safe=safe, key=key.text)
        )
        self.course.levels = self.course.levels[: self.course.levels.index(home) + 1]
        moved = separators.key_at(row.text, home.indent, home, only_key=False)
        assert moved is not None
        return self.values.entry(index, home.indent, moved)

    def _proper(self, row: Row, front: int) -> separators.Key | None:
        found = separators.key_at(row.text, front, Level(0, None, ()), only_key=False)
        return found if found is not None and found.proper else None

    def _begins_anew(self, row: Row, front: int) -> bool:
        """Whether a line under the dashes of a list begins its next item, without a dash."""
        levels = self.course.levels
        for above, inner in pairwise(levels):
            if above.listed and above.indent == front and not inner.listed:
                key = separators.key_at(row.text, front, inner, only_key=False)
                return key is not None and inner.step(key.text) in inner.seen
        return False

    def _new_item(self, index: int, item: Item) -> int:
        row = self.course.rows[index]
        front = width_of(row.text)
        levels = [level for level in self.course.levels if level.indent <= front]
        self.course.levels = levels
        edit = row.replace(front, front, "- ")
        path = (*levels[-1].path, levels[-1].count + 1)
        self.course.tell(
            Slip("item-without-dash", row.number, row.column(front), 1, (edit,), path=path)
        )
        return item(index)

    def _nowhere(self, index: int, top: Level | None, proper: separators.Key | None) -> int:
        """A line that is neither key nor item nor part of a text, or whose key has no place here."""
        row = self.course.rows[index]
        home = top or self.course.levels[0]
        if proper is not None:
            self.course.tell(indents.out_of_line(row, home.indent, home.path))
            again = separators.key_at(row.text, home.indent, home, only_key=False)
            assert again is not None
            self.course.levels = self.course.levels[: self.course.levels.index(home) + 1]
            return self.values.entry(index, home.indent, again)
        key = separators.without_colon(row.text, home)
        if key is not None:
            slip, _ = separators.mended(row, key, (*home.path, home.step(key.text)))
            self.course.tell(slip)
            again = separators.key_at(row.text, width_of(row.text), home, only_key=True)
            if again is not None:
                return self.values.entry(index, width_of(row.text), again)
        front = width_of(row.text)
        place = row.column(front)
        # further in than the last key, it goes on with the sentence there; a date or an id never does
        edit = row.replace(0, front, " " * (self.course.levels[-1].indent + 2))
        sentence = self.course.goes_on and self.course.prose
        edits = (edit,) if sentence and not _NO_TEXT.fullmatch(row.text.strip()) else ()
        self.course.tell(Slip("stray-line", row.number, place, 1, edits, path=home.path))
        # whatever it was meant for, it is left out for now
        row.replace(0, len(row.text), "")
        return index + 1
