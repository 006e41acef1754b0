"""What stands behind a key or a dash: on its line, or on lines below that belong to it."""

from __future__ import annotations

from ..diagnostics import Level as Severity
from ..model.shape import Shape
from .course import Course
from .outline import Level, Opening, Path
from .rows import Row, Slip
from .slips import blocks, brackets, bullets, indents, quoting, separators
from .slips.indents import BLANKS, width_of
from .slips.quoting import Spot


class Values:
    """The values of a file: each method gives the index of the line behind the value."""

    def __init__(self, course: Course, used: frozenset[str]) -> None:
        self.course = course
        self.rows = course.rows
        self.used = used

    def entry(self, index: int, start: int, key: separators.Key) -> int:
        """A key and its value, in the mapping opened last."""
        row, level = self.rows[index], self.course.levels[-1]
        step = level.step(key.text)
        path = (*level.path, step)
        self.course.paths[row.number] = path
        value = key.value
        if not key.proper:
            slip, value = separators.mended(row, key, path)
            self.course.tell(slip)
        level.seen.add(step)
        level.first = level.first or step
        known = level.knows(key.text)
        return self.value(index, value, level.below(key.text), known, path, level)

    def value(
        self, index: int, start: int, below: Shape | None, known: bool, path: Path, level: Level
    ) -> int:
        """The value that begins at `start` of a line."""
        row = self.rows[index]
        self.course.goes_on = False
        self._trailing(row, start, path)
        # an item can be plain or a mapping, so an unknown field may be anything
        plain = known and (below is None or below.plain)
        habit = below.habit if below is not None else None
        spot = Spot(path, level, plain, self.used, habit is None or habit.prose)
        text = row.text[start:]
        if not text.strip(BLANKS) or text.startswith(("# ", "#\t")) or text == "#":
            self.course.opening = Opening(level.indent, below, path, known)
            return index + 1
        if quoting.is_block(row.text, start):
            return self._block(index + 1, spot)
        if text[0] in "|>" and (said := self._beside(index, start, spot)) is not None:
            return said
        if text[0] in "\"'":
            return self._quoted(index, start, spot)
        if text[0] in "[{":
            return self._bracketed(index, start, below, spot)
        if (slip := brackets.wide(row, start, below, spot)) is not None:
            self.course.tell(slip)
            return index + 1
        if below is not None and below.listed and text.startswith("- ") and not level.listed:
            return self._item_beside(index, start, below, spot)
        self.course.tell(
            quoting.unquoted(row, start, spot) or quoting.backslash_path(row, start, spot)
        )
        self.course.goes_on = not row.text.startswith(("'", '"'), start)
        self.course.prose = known and spot.prose
        self.course.unfinished = row.text.rstrip(BLANKS).endswith(("，", "、", "；"))
        if "\n" in row.text:
            self._noted(row, level)
        return index + 1

    def text(self, index: int, front: int, opened: Opening) -> int:
        """Plain text on the line below its key."""
        level = self.course.levels[-1]
        below = opened.shape
        return self.value(index, front, below, opened.known, opened.path, level)

    def _noted(self, row: Row, level: Level) -> None:
        """Remember the key of a second field that was split off into a line of its own."""
        for line in row.text.split("\n")[1:]:
            key = line.strip().partition(":")[0]
            level.seen.add(level.step(key))

    def _trailing(self, row: Row, start: int, path: Path) -> None:
        """A tab or full-width blank behind a value: YAML stumbles over the one, keeps the other."""
        end = len(row.text.rstrip(BLANKS))
        tail = row.text[end:]
        if end > start and "\t" in tail:
            place = row.column(end)
            edit = row.replace(end, len(row.text), "")
            self.course.tell(
                Slip(
                    "trailing-tab",
                    row.number,
                    place,
                    len(tail),
                    (edit,),
                    Severity.NOTE,
                    True,
                    path=path,
                )
            )

    def _item_beside(self, index: int, start: int, below: Shape, spot: Spot) -> int:
        """The first item of a list on the line of its key: the list goes on with the items below."""
        row, indent = self.rows[index], spot.level.indent
        later = self.course.next_said(index + 1)
        text = self.rows[later].text if later is not None else ""
        goes_on = width_of(text) >= indent and bullets.looks_like_one(text, width_of(text))
        blanks = width_of(text) if goes_on else indent + 2
        place = row.column(start)
        front = len(row.text[:start].rstrip())
        edit = row.replace(front, start, f"\n{' ' * blanks}")
        self.course.tell(Slip("item-beside-key", row.number, place, 1, (edit,), path=spot.path))
        listed = Level(blanks, below, spot.path, listed=True, count=0)
        path = (*spot.path, 0)
        inside = Level(blanks + 2, below.each, path)
        start = front + 1 + blanks + 2
        key = separators.key_at(row.text, start, inside, only_key=False)
        self.course.levels.append(listed)
        if key is not None and inside.knows(key.text):
            self.course.levels.append(inside)
            return self.entry(index, start, key)
        return self.value(index, start, below.each, True, path, listed)

    # --- texts of several lines

    def _beside(self, index: int, start: int, spot: Spot) -> int | None:
        row = self.rows[index]
        if row.text[start] == ">" and (slip := quoting.unquoted(row, start, spot)):
            self.course.tell(slip)
            return index + 1
        later = self.course.next_said(index + 1)
        goes_on = later is not None and width_of(self.rows[later].text) > spot.level.indent
        slip = blocks.begun_beside(row, start, spot, goes_on=goes_on)
        if slip is None:
            return None
        self.course.tell(slip)
        return self._block(index + 1, spot) if goes_on else index + 1

    def _block(self, index: int, spot: Spot) -> int:
        """The lines of a text after `|` or `>`."""
        indent = spot.level.indent
        end = self._end_of_block(index, indent)
        body = self.rows[index:end]
        said = [row for row in body if row.text.strip(BLANKS)]
        if not said:
            return end
        odd = [row for row in said if indents.is_odd(row.text) and not self._is_in(row, indent)]
        if len(odd) == len(said):
            self.course.tell(blocks.tabbed(said, indent + 2, spot))
            return end
        outside = [row for row in said if row in odd or width_of(row.text) <= indent]
        if outside:
            inside = (_front(row) for row in said if row not in outside)
            measure = min(inside, default=indent + 2)
            self.course.tell(blocks.not_pushed_in(outside, measure, spot))
        first = _front(said[0])
        short = [row for row in said if _front(row) < first]
        if short:
            least = min(_front(row) for row in said)
            over = said[: said.index(short[0])]
            self.course.tell(blocks.ragged(over, least, spot))
        return end

    def _is_in(self, row: Row, indent: int) -> bool:
        """Whether a line of a text is pushed in as YAML wants it."""
        return row.text.startswith(" " * (indent + 1))

    def _end_of_block(self, index: int, indent: int) -> int:
        """The line behind a text: the first that is no deeper than its key and can only be structure."""
        end = index
        for later in range(index, len(self.rows)):
            text = self.rows[later].text
            if not text.strip(BLANKS):
                continue
            if width_of(text) <= indent:
                if text.lstrip(BLANKS).startswith(
                    ("#", "＃", "<<<<<<<", "---", "...")
                ) or self.course.fits(later):
                    break
                if not self._later_fits(later):
                    break
            end = later + 1
        return end

    def _later_fits(self, index: int) -> bool:
        """Whether a line that is not pushed in can be part of a text: it holds no proper key."""
        text = self.rows[index].text
        head = text.strip(BLANKS).partition(": ")
        return not (head[1] or text.rstrip().endswith(":") or text.startswith("- "))

    def _quoted(self, index: int, start: int, spot: Spot) -> int:
        row = self.rows[index]
        if quoting.closes(row.text, start) is not None:
            self.course.tell(quoting.quoted(row, start, spot))
            if row.text[start] not in "\"'":
                # quotation marks now: the value may need quotes of its own
                self.course.tell(quoting.unquoted(row, start, spot))
                self.course.goes_on = not row.text.startswith(("'", '"'), start)
            return index + 1
        end = self._closed_later(index, start)
        if end is not None:
            return end
        self.course.tell(quoting.unclosed(row, start, spot))
        return index + 1

    def _closed_later(self, index: int, start: int) -> int | None:
        """The line behind a quote that closes further down, before anything that can only be structure."""
        text = self.rows[index].text[start:]
        for later in range(index + 1, len(self.rows)):
            if self.rows[later].text.strip(BLANKS) and self.course.fits(later):
                return None
            text += "\n" + self.rows[later].text
            if quoting.closes(text, 0) is not None:
                return later + 1
        return None

    def _bracketed(self, index: int, start: int, below: Shape | None, spot: Spot) -> int:
        row = self.rows[index]
        end = brackets.closing(row.text, start)
        if end is not None:
            self.course.tell(brackets.in_one_line(row, start, end, below, spot))
            return index + 1
        text, last = row.text[start:], index
        for later in range(index + 1, len(self.rows)):
            said = self.rows[later].text
            if last == later - 1 and width_of(said) > spot.level.indent and said.strip(BLANKS):
                last = later
            if (
                said.strip(BLANKS)
                and width_of(said) <= spot.level.indent
                and self.course.fits(later)
            ):
                break
            text += "\n" + said
            if brackets.closing(text, 0) is not None:
                return later + 1
        last = index if spot.plain else last
        self.course.tell(brackets.unclosed(row, start, self.rows[last], spot))
        return last + 1


def _front(row: Row) -> int:
    """Blanks in front of a line of text, plain ones only."""
    return len(row.text) - len(row.text.lstrip(" "))
