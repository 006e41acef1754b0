"""Files as staff might lay them out: the same data in random styles, languages, quotes, comments, line ends.

Every comment is told apart by a number, and it is noted what it belongs to and which lines hold what.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random
from typing import Any

from showcase.model import Base
from showcase.model.shape import Shape, shape_of
from showcase.revision import Way

_PLAIN = re.compile(r"(?!(?i:null|true|no|yes)\Z)[\w一-鿿][\w一-鿿.·（）“”-]*")


@dataclass
class LaidOut:
    """A file: its lines without their ends, the lines of every way, and what each comment belongs to."""

    lines: list[str] = field(default_factory=list)
    spans: dict[Way, range] = field(default_factory=dict)
    comments: dict[str, Way] = field(default_factory=dict)
    text: str = ""

    def note(self, owner: Way) -> str:
        """A new comment."""
        name = f"注{len(self.comments)}。"
        self.comments[name] = owner
        return f"# {name}"


class Hand:
    """Somebody's way of writing."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)
        self.file = LaidOut()
        self.language = self.dice.choice(["english", "chinese", "mixed"])
        self.dash = self.dice.choice([0, 2, 2, 4])
        self.gap = self.dice.choice([2, 2, 3])
        self.notes = self.dice.choice([0.0, 0.1, 0.3])
        self.quotes = self.dice.choice([0.0, 0.2, 0.6])
        self.flow = self.dice.choice([0.0, 0.3, 0.7])

    def write(self, data: dict[str, Any]) -> LaidOut:
        """Lay out a base."""
        self._mapping(data, shape_of(Base), (), 0)
        self._apart((), 0)
        ends = {"lf": ["\n"], "crlf": ["\r\n"], "mixed": ["\n", "\r\n"]}
        end = ends[self.dice.choice(["lf", "lf", "crlf", "mixed"])]
        text = "".join(line + self.dice.choice(end) for line in self.file.lines)
        self.file.text = text.rstrip("\r\n") if self._is(0.2) else text
        return self.file

    def _is(self, share: float) -> bool:
        return self.dice.random() < share

    def _key(self, step: str, shape: Shape | None) -> str:
        slot = shape.slots.get(step) if shape else None
        chinese = self.language == "chinese" or (self.language == "mixed" and self._is(0.5))
        name = slot.title if slot and chinese else step
        return f'"{name}"' if self._is(0.05) else name

    def _apart(self, owner: Way, column: int) -> None:
        if self._is(self.notes):
            self.file.lines += [f"{' ' * column}{self.file.note(owner)}", ""]
        elif self._is(0.1):
            self.file.lines.append("")

    def _above(self, owner: Way, column: int) -> None:
        # what heads the file belongs to all of it
        if self.file.lines and self._is(self.notes):
            self.file.lines.append(f"{' ' * column}{self.file.note(owner)}")

    def _behind(self, owner: Way) -> str:
        return f"  {self.file.note(owner)}" if self._is(self.notes) else ""

    def _mapping(
        self, data: dict[str, Any], shape: Shape | None, way: Way, column: int, head: str = ""
    ) -> None:
        """A mapping in block style; `head` is the dash that its first key stands behind."""
        for number, (step, value) in enumerate(data.items()):
            here = (*way, step)
            below = shape.below(step) if shape else None
            start = len(self.file.lines)
            if number or not head:
                self._apart(way, column)
                self._above(here, column)
            margin = head if head and not number else " " * column
            self._entry(f"{margin}{self._key(step, shape)}:", value, below, here, column)
            # further in than the key, but not than a dash below it
            if self._is(self.notes) and not self._ends_with_text(value):
                self.file.lines.append(f"{' ' * (column + 1)}{self.file.note(here)}")
            self.file.spans[here] = range(start, len(self.file.lines))

    def _ends_with_text(self, value: Any) -> bool:
        return (
            "\n" in value if isinstance(value, str) else isinstance(value, list) and not self.dash
        )

    def _entry(self, head: str, value: Any, shape: Shape | None, way: Way, column: int) -> None:
        lines = self.file.lines
        if isinstance(value, str):
            self._text(head, value, way, column)
        elif isinstance(value, dict):
            if self._is(self.flow):
                lines.append(f"{head} {self._flow(value, shape)}{self._behind(way)}")
                return
            lines.append(head + self._behind(way))
            self._mapping(value, shape, way, column + self.dice.choice([2, 2, 4]))
        elif len(value) == 1 and shape and shape.several and shape.several.alone and self._is(0.5):
            self._text(head, value[0], way, column)
        elif self._is(self.flow):
            self._brackets(head, value, shape, way, column)
        else:
            lines.append(head + self._behind(way))
            self._list(value, shape, way, column + self.dash)

    def _list(self, items: list[Any], shape: Shape | None, way: Way, column: int) -> None:
        each = shape.each if shape else None
        spaced = self._is(0.2)
        for number, item in enumerate(items):
            here = (*way, number)
            start = len(self.file.lines)
            if spaced and number:
                self.file.lines.append("")
            self._above(here, column)
            dash = f"{' ' * column}-{' ' * (self.gap - 1)}"
            if isinstance(item, str):
                self.file.lines.append(f"{dash}{self._one(item)}{self._behind(here)}")
            elif self._is(self.flow):
                self.file.lines.append(f"{dash}{self._flow(item, each)}{self._behind(here)}")
            else:
                self._mapping(item, each, here, column + self.gap, dash)
            self.file.spans[here] = range(start, len(self.file.lines))

    def _brackets(
        self, head: str, items: list[Any], shape: Shape | None, way: Way, column: int
    ) -> None:
        each = shape.each if shape else None
        if not self._is(0.3):
            inside = ", ".join(self._flow(item, each) for item in items)
            self.file.lines.append(f"{head} [{inside}]{self._behind(way)}")
            return
        self.file.lines.append(f"{head} [{self._behind(way)}")
        trailing = self._is(0.5)
        for number, item in enumerate(items):
            comma = "," if trailing or number < len(items) - 1 else ""
            here = (*way, number)
            line = f"{' ' * (column + 2)}{self._flow(item, each)}{comma}{self._behind(here)}"
            self.file.lines.append(line)
        self.file.lines.append(f"{' ' * (column + 1)}]")

    def _flow(self, value: Any, shape: Shape | None) -> str:
        if isinstance(value, str):
            return self._one(value)
        if isinstance(value, list):
            each = shape.each if shape else None
            return f"[{', '.join(self._flow(one, each) for one in value)}]"
        below = shape.below if shape else (lambda step: None)
        pairs = (
            f"{self._key(key, shape)}: {self._flow(one, below(key))}" for key, one in value.items()
        )
        return f"{{{', '.join(pairs)}}}"

    def _text(self, head: str, value: str, way: Way, column: int) -> None:
        lines = self.file.lines
        margin = " " * (column + self.dice.choice([2, 2, 4]))
        if "\n" in value:
            lines.append(f"{head} {self.dice.choice(['|', '|-', '|+'])}{self._behind(way)}")
            lines += [margin + line if line else "" for line in value.split("\n")]
        elif self._is(0.05) and _PLAIN.fullmatch(value):
            lines += [
                f"{head} {self.dice.choice(['>', '>-', '|'])}{self._behind(way)}",
                margin + value,
            ]
        elif self._is(0.05) and re.fullmatch("[A-Za-z]+ [A-Za-z ]+", value):
            first, _, rest = value.partition(" ")
            lines += [f"{head} {first}", f"{margin}{rest}{self._behind(way)}"]
        else:
            lines.append(f"{head} {self._one(value)}{self._behind(way)}")

    def _one(self, value: str) -> str:
        if _PLAIN.fullmatch(value) and not self._is(self.quotes):
            return value
        if self._is(0.5) and "\n" not in value:
            return "'" + value.replace("'", "''") + "'"
        shown = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{shown}"'
