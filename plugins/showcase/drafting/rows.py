"""The lines of a file while they are being understood: each remembers where its characters stood."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..diagnostics import Edit, Level


@dataclass
class Row:
    """A line as it was typed and as it is understood.

    `text` may come to hold line breaks. `columns` gives, for every character of `text` and for its end,
    the column (from 1) in `typed` that it stands for.
    """

    number: int
    typed: str
    text: str = ""
    columns: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = self.typed
        self.columns = list(range(1, len(self.typed) + 2))

    def column(self, index: int) -> int:
        """The column in the typed line of the character at `index` (from 0)."""
        return self.columns[min(max(index, 0), len(self.columns) - 1)]

    def replace(self, start: int, end: int, new: str) -> Edit:
        """Put `new` in the place of the characters from `start` to `end` (from 0), and tell it as an edit."""
        edit = Edit(self.number, self.columns[start], self.columns[end], new)
        self.text = self.text[:start] + new + self.text[end:]
        self.columns[start:end] = [self.columns[start]] * len(new)
        return edit


@dataclass(frozen=True)
class Slip:
    """Something that was not typed as it should be.

    `line`, `column` and `width` are those of the typed line. At a note the meaning is beyond doubt, and it
    is read so; the `edits` of an error are a suggestion, and only let the rest of the file be looked at.
    `safe` edits may be written without asking. `path` leads to the value, in keys and counts from 0.
    """

    code: str
    line: int
    column: int
    width: int = 1
    edits: tuple[Edit, ...] = ()
    level: Level = Level.ERROR
    safe: bool = False
    values: tuple[tuple[str, str], ...] = ()
    path: tuple[str | int, ...] = ()
