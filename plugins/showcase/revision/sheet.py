"""What is to be done to the lines of a file, gathered from all changes and given out as edits."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import DROPPED, Edit
from ..drafting.draft import Draft


class Sheet:
    """The lines of a text as it is understood, and what becomes of them. Lines and columns count from 0."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self._cuts: dict[int, list[tuple[int, int, str]]] = {}
        self._gone: set[int] = set()
        self._below: dict[int, list[str]] = {}
        self._lifts: list[tuple[int, int, int]] = []

    def write(self, line: int, start: int, end: int, new: str) -> None:
        """Put `new` for a stretch of a line. What is put in at one place stands there in order."""
        cuts = self._cuts.setdefault(line, [])
        for number, (first, last, text) in enumerate(cuts):
            if (first, last) == (start, end) == (end, end):
                cuts[number] = (first, last, text + new)
                return
        cuts.append((start, end, new))

    def drop(self, lines: Iterable[int]) -> None:
        """Let whole lines go."""
        self._gone.update(lines)

    def is_gone(self, line: int) -> bool:
        """Whether a line goes as a whole."""
        return line in self._gone

    def below(self, line: int, new: Iterable[str]) -> None:
        """Put new lines below a line, whether that stays or goes; below what was put there before."""
        self._below.setdefault(line, []).extend(new)

    def lift(self, line: int, to: int, column: int) -> None:
        """Let what stands on a line from `column` on, with its changes, move up to that column of another."""
        self._lifts.append((line, to, column))

    def edits(self, draft: Draft) -> tuple[Edit, ...]:
        """All of it, as edits of the text as it was typed."""
        for line, to, column in reversed(self._lifts):
            self.write(to, column, len(self.lines[to]), self._after(line)[column:])
            self._below[to] = [*self._below.get(to, ()), *self._below.pop(line, ())]
            self._cuts.pop(line, None)
            self._gone.add(line)
        found: list[Edit] = []
        for line in sorted(
            {*self._cuts, *self._gone, *(at for at, new in self._below.items() if new)}
        ):
            found += self._line(line, draft)
        return tuple(found)

    def _after(self, line: int) -> str:
        text = self.lines[line]
        for start, end, new in sorted(self._cuts.get(line, ()), reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def _line(self, line: int, draft: Draft) -> list[Edit]:
        new = self._below.get(line, [])
        length = len(self.lines[line])
        # of what stood between brackets there may be nothing left
        if line in self._gone or (line in self._cuts and not self._after(line).strip()):
            text = "\n".join(new) if new else DROPPED
            return [_edit(draft, line, 0, length, text)]
        cuts = list(self._cuts.get(line, ()))
        if new:
            behind = "".join(f"\n{one}" for one in new)
            put = next((cut for cut in cuts if cut[0] == length), None)
            cuts = [cut for cut in cuts if cut is not put]
            cuts.append((length, length, (put[2] if put else "") + behind))
        return [_edit(draft, line, *cut) for cut in cuts]


def _edit(draft: Draft, line: int, start: int, end: int, new: str) -> Edit:
    typed, first = draft.spot(line + 1, start + 1)
    return Edit(typed, first, max(draft.spot(line + 1, end + 1)[1], first), new)
