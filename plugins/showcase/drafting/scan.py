"""Line by line through a file as staff typed it: what every line is, and which slips it holds.

YAML is the measure: a line that YAML reads as it was meant is left alone. The rest is read with the
content model in hand: a full-width colon is a colon where a known key stands before it, a line one blank
too far in belongs to the only open mapping that knows its key and still lacks it.
"""

from __future__ import annotations

import re

from ..model.shape import Shape
from . import characters
from .course import Course
from .outline import Level, Opening, Path
from .rows import Row, Slip
from .slips import bullets, indents, lines, separators
from .slips.indents import BLANKS, width_of
from .strays import Strays
from .values import Values

_ALIASES = re.compile(r"(?:^|[\s\[,])\*([A-Za-z0-9_-]+)(?=\s|$|[\],])", re.MULTILINE)


class Scan(Course):
    """One pass over the rows of a file. Afterwards `slips` and `paths` are filled, and the rows hold what
    was understood."""

    def __init__(self, rows: list[Row], shape: Shape) -> None:
        super().__init__(rows, shape)
        used = frozenset(_ALIASES.findall("\n".join(row.typed for row in rows)))
        self.values = Values(self, used)
        self.strays = Strays(self, self.values)

    def run(self) -> None:
        """Look at every line."""
        for row in self.rows:
            self.slips += characters.slips(row)
        first = self.next_said(0)
        if first is not None and self.rows[first].text.lstrip(BLANKS)[0] in "{[":
            # the whole file in brackets, as programs write it
            return
        self._first_line()
        index = 0
        while index < len(self.rows):
            index = self._step(index)

    def _first_line(self) -> None:
        """Take the measure of the outermost keys, also where only the first of them stands further in."""
        first = self.next_said(0)
        if first is None:
            return
        row, root = self.rows[first], self.levels[0]
        front = width_of(row.text)
        if bullets.is_proper(row.text, front):
            self.levels = [Level(front, None, (), listed=True)]
            return
        if not front:
            return
        for later in self.rows[first + 1 :]:
            key = separators.key_at(later.text, 0, root, only_key=False)
            if later.text[:1] not in ("", *BLANKS) and key is not None and root.knows(key.text):
                self.tell(indents.moved(row, 0, (), certain=True, safe=True, key=""))
                return
        if not indents.is_odd(row.text):
            root.indent = front

    def _step(self, index: int) -> int:
        row = self.rows[index]
        said = row.text.strip(BLANKS)
        if not said:
            if row.text.strip(" "):
                row.replace(0, len(row.text), "")
            return index + 1
        if said.startswith(("#", "? ", ": ")) or (said.startswith("%") and not index):
            # a comment, or YAML that staff do not write and the parser knows best
            return index + 1
        if (merged := lines.merge(self.rows, index)) is not None:
            self.tell(merged[0])
            return merged[1]
        first = self.next_said(0) == index
        end = lines.document_end(row, first=first)
        if end is not None or row.text.rstrip() == "---":
            self.tell(end)
            if end is not None and self._repeats(index + 1):
                for other in self.rows[index + 1 :]:
                    other.replace(0, len(other.text), "")
            return index + 1
        if (note := lines.comment(row)) is not None:
            self.tell(note)
            return index + 1
        if indents.is_odd(row.text):
            self._straighten(row)
        return self._structure(index)

    def _repeats(self, index: int) -> bool:
        """Whether another record begins here: a key at the left edge that the file has already."""
        later, root = self.next_said(index), self.levels[0]
        key = None
        if later is not None:
            key = separators.key_at(self.rows[later].text, 0, root, only_key=False)
        return key is not None and root.knows(key.text) and not root.lacks(key.text)

    # --- where a line belongs

    def _straighten(self, row: Row) -> None:
        meant = self._meant_indent(row)
        self.tell(indents.mended(row, meant, self.levels[-1].path))

    def _meant_indent(self, row: Row) -> int | None:
        """Where a line with odd blanks in front belongs, if there is just one place for it."""
        start = width_of(row.text)
        opened = self.opening
        if opened is not None:
            inside = Level(-1, opened.shape, opened.path)
            key = separators.key_at(row.text, start, inside, only_key=False)
            listed = opened.listed and bullets.looks_like_one(row.text, start)
            if listed or not opened.known or (key is not None and inside.knows(key.text)):
                return self._sibling_indent(row, opened)
            if opened.plain_items:
                return self._sibling_indent(row, opened)
        places = {level.indent for level in self.lacking(row.text, start)}
        if bullets.is_proper(row.text, start) or bullets.looks_like_one(row.text, start):
            places |= {level.indent for level in self.levels if level.listed}
        return places.pop() if len(places) == 1 else None

    def _sibling_indent(self, row: Row, opened: Opening) -> int:
        for later in self.rows[row.number :]:
            front = width_of(later.text)
            if later.text.strip(BLANKS) and not indents.is_odd(later.text):
                return front if front > opened.indent else opened.indent + 2
        return opened.indent + 2

    def _structure(self, index: int) -> int:
        row = self.rows[index]
        front = width_of(row.text)
        opened, self.opening = self.opening, None
        if opened is not None:
            deeper = front > opened.indent
            beside = front == opened.indent and bullets.looks_like_one(row.text, front)
            if deeper or (beside and (opened.listed or bullets.is_proper(row.text, front))):
                return self._below(index, opened)
        return self._beside(index)

    def _below(self, index: int, opened: Opening) -> int:
        """The first line under a key or dash that was left open."""
        row = self.rows[index]
        front = width_of(row.text)
        proper = bullets.is_proper(row.text, front)
        # a dash and a tab can be nothing else
        listed = opened.listed or bullets.is_tabbed(row.text, front)
        if proper or (listed and self._make_bullet(row, opened.path, opened.plain_items)):
            self.levels.append(Level(front, opened.shape, opened.path, listed=True))
            return self._item(index)
        if opened.listed and "\t" in row.text.strip(BLANKS):
            return self._pasted(index, opened)
        level = Level(front, opened.shape, opened.path)
        key = separators.key_at(row.text, front, level, only_key=False)
        if key is None:
            return self.values.text(index, front, opened)
        self.levels.append(level)
        return self.values.entry(index, front, key)

    def _beside(self, index: int) -> int:
        """A line that goes on with a mapping or list already open, or with the text above."""
        row = self.rows[index]
        front = width_of(row.text)
        popped = [level for level in self.levels if level.indent > front]
        open_levels = [level for level in self.levels if level.indent <= front]
        top = open_levels[-1] if open_levels else None
        if top is not None and top.listed and top.indent == front:
            below = open_levels[-2] if len(open_levels) > 1 else None
            shared = below is not None and below.indent == front and not below.listed
            item_like = bullets.is_proper(row.text, front) or not (
                shared and below is not None and self._key(row, front, below) is not None
            )
            if item_like and self._is_item(row, front, top, popped):
                self.levels = open_levels
                return self._item(index)
            if shared and below is not None:
                open_levels, top = open_levels[:-1], below
        if top is not None and top.indent == front and not top.listed:
            key = self._key(row, front, top)
            if key is not None and self._begins_next(open_levels, key):
                return self._next_item(index, open_levels)
            if key is not None:
                self.levels, self.goes_on = open_levels, False
                return self.values.entry(index, front, key)
        if bullets.looks_like_one(row.text, front) and self._moved_item(row, front):
            return self._item(index)
        return self.strays.line(index, top, self._item)

    def _moved_item(self, row: Row, front: int) -> bool:
        """Bring an item under the others of its list, if only one list is open; tell it."""
        lists = [level for level in self.levels if level.listed]
        if not bullets.is_proper(row.text, front) or len(lists) != 1:
            return False
        home = lists[0]
        path = (*home.path, home.count + 1)
        self.tell(indents.moved(row, home.indent, path, certain=True, safe=False, key="-"))
        self.levels = self.levels[: self.levels.index(home) + 1]
        return True

    def _key(self, row: Row, front: int, level: Level) -> separators.Key | None:
        # below a sentence, a word with a full-width colon may be the rest of it
        sentence = self.goes_on and self.prose
        key = separators.key_at(row.text, front, level, only_key=not sentence)
        wide = key is not None and row.text[key.separator] == "："
        return None if wide and sentence and self.unfinished else key

    def _begins_next(self, levels: list[Level], key: separators.Key) -> bool:
        """Whether a key stands for the second time in an item that began with it: the next one, whose dash
        was forgotten."""
        if len(levels) < 2 or not levels[-2].listed:
            return False
        item = levels[-1]
        return item.step(key.text) in item.seen and item.step(key.text) == item.first

    def _next_item(self, index: int, levels: list[Level]) -> int:
        row, above = self.rows[index], levels[-2]
        front = width_of(row.text)
        dash = " " * above.indent + "-".ljust(front - above.indent)
        column = row.column(front)
        edit = row.replace(0, front, dash)
        path = (*above.path, above.count + 1)
        self.tell(Slip("item-without-dash", row.number, column, 1, (edit,), path=path))
        self.levels = levels[:-1]
        return self._item(index)

    def _is_item(self, row: Row, front: int, level: Level, popped: list[Level]) -> bool:
        if bullets.is_proper(row.text, front):
            return True
        inner = popped[0] if popped and not popped[0].listed else None
        each = level.shape.each if level.shape else None
        plain = each is not None and each.plain
        key = separators.key_at(row.text, front, inner, only_key=False) if inner else None
        if inner is not None and key is not None and inner.knows(key.text):
            return False
        return self._make_bullet(row, (*level.path, level.count + 1), plain)

    def _make_bullet(self, row: Row, path: Path, plain_items: bool) -> bool:
        front = width_of(row.text)
        key = separators.key_at(row.text, front, Level(0, None, ()), only_key=False)
        plain = plain_items and (key is None or not key.proper)
        slip = bullets.mended(row, front, path, plain_items=plain)
        self.tell(slip)
        return slip is not None

    def _pasted(self, index: int, opened: Opening) -> int:
        """Rows of a spreadsheet: which column is which, only a person can tell."""
        row = self.rows[index]
        self.tell(
            Slip("pasted-table", row.number, row.column(width_of(row.text)), path=opened.path)
        )
        while index < len(self.rows) and (
            not self.rows[index].text.strip() or width_of(self.rows[index].text) > opened.indent
        ):
            self.rows[index].replace(0, len(self.rows[index].text), "")
            index += 1
        return index

    # --- what a line says

    def _item(self, index: int) -> int:
        row = self.rows[index]
        start = width_of(row.text)
        while True:
            level, front = self.levels[-1], start
            level.count += 1
            path = (*level.path, level.count)
            self.paths[row.number] = path
            start = front + 1 + width_of(row.text[front + 1 :])
            each = level.shape.each if level.shape else None
            if start >= len(row.text) or row.text.startswith("# ", start):
                self.opening = Opening(front, each, path, each is not None)
                return index + 1
            if not bullets.is_proper(row.text, start):
                break
            # a list within the list
            self.levels.append(Level(start, each, path, listed=True))
        self.tell(bullets.box(row, start, path))
        inside = Level(start, each, path)
        key = separators.key_at(row.text, start, inside, only_key=False)
        plain = each is not None and each.plain
        if (
            key is not None
            and row.text[start] not in "[{"
            and (inside.knows(key.text) or not plain)
        ):
            self.levels.append(inside)
            return self.values.entry(index, start, key)
        if key is None and each is not None and not plain:
            self.tell(bullets.without_key(row, start, each, path))
            key = separators.key_at(row.text, start, inside, only_key=False)
            if key is not None:
                self.levels.append(inside)
                return self.values.entry(index, start, key)
        return self.values.value(index, start, each, each is not None, path, level)
