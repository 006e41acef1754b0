"""Mends as data put to work: the text of a file with its faults replaced by what should stand there.

Only the characters that a mend names are touched: comments, order, quotes and every other byte stay. A
YAML library that writes files back (ruamel.yaml) keeps comments too, but it cannot load a file that needs
mending, and lays out anew what it loads.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, zip_longest

from .diagnostics import DROPPED, Diagnostic, Edit, Fix

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
MOST_ROUNDS = 12
"""How often a file is read again after mending: a mend can bring the next fault to light."""

Reader = Callable[[str], tuple[Diagnostic, ...]]


@dataclass(frozen=True)
class Mended:
    """A file before and after. `done` is what was mended, in order."""

    before: str
    after: str
    done: tuple[Diagnostic, ...] = field(default=())

    @property
    def changed(self) -> bool:
        """Whether the text is another."""
        return self.before != self.after


def mended(text: str, read: Reader, allowed: Callable[[Diagnostic], bool]) -> Mended:
    """Apply every allowed mend that `read` offers, until there is none left.

    A mend that makes the file no better (its fault is told again) is not tried twice.
    """
    now = text
    done: list[Diagnostic] = []
    tried: set[tuple[str, Fix]] = set()
    for _ in range(MOST_ROUNDS):
        offered = [
            one
            for one in read(now)
            if one.fix and one.fix.edits and allowed(one) and (now, one.fix) not in tried
        ]
        if not offered:
            break
        tried |= {(now, one.fix) for one in offered if one.fix}
        fresh, used = applied(now, offered)
        if fresh == now:
            break
        now, done = fresh, [*done, *used]
    return Mended(text, now, tuple(done))


def applied(text: str, offered: Iterable[Diagnostic]) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text with the mends that do not get in each other's way, and whose they were; earlier ones win."""
    lines = text.split("\n")
    taken: set[Edit] = set()
    used = []
    for one in offered:
        edits = set(one.fix.edits) if one.fix else set()
        if not edits <= taken and any(
            _collide(edit, other) for edit in edits for other in taken - edits
        ):
            continue
        if all(_is_inside(edit, lines) for edit in edits):
            taken |= edits
            used.append(one)
    return edited(text, taken), tuple(used)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that do not get in each other's way. New lines end as the line beside them does."""
    lines = [line for line in _LINES.findall(text) if line]
    usual = next((end for line in lines if (end := line[len(line.rstrip("\r\n")) :])), "\n")
    # from the end to the beginning, so that columns keep their meaning
    for edit in sorted(edits, key=lambda edit: (edit.line, edit.start, edit.end), reverse=True):
        line = lines[edit.line - 1] if edit.line <= len(lines) else ""
        bare = line.rstrip("\r\n")
        end = line[len(bare) :]
        new = edit.new.replace("\n", end or usual)
        kept = (
            []
            if DROPPED in edit.new
            else [bare[: edit.start - 1] + new + bare[edit.end - 1 :] + end]
        )
        lines[edit.line - 1 : edit.line] = kept
    return "".join(lines)


def with_ends(after: str, before: str, ends: Sequence[str]) -> str:
    """A mended text with the ends of lines that it had before: `ends` are those of `before`, in order.

    A new line ends as most others do.
    """
    usual = max(set(ends), key=ends.count, default="\n")
    if len(set(ends)) <= 1:
        return after.replace("\n", usual)
    old, new = before.split("\n"), after.split("\n")
    mine = [usual] * (len(new) - 1)
    for block in difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            if block.a + step < len(ends) and block.b + step < len(mine):
                mine[block.b + step] = ends[block.a + step]
    return "".join(chain(*zip_longest(new, mine, fillvalue="")))


def differences(before: str, after: str, file: str) -> Iterator[str]:
    """The lines that change, with one around them, as `diff` shows them."""
    for number, line in enumerate(
        difflib.unified_diff(before.split("\n"), after.split("\n"), file, file, n=1, lineterm="")
    ):
        # both files have one name
        if number != 1:
            yield line


def _is_inside(edit: Edit, lines: list[str]) -> bool:
    return (
        0 < edit.line <= len(lines) and 0 < edit.start <= edit.end <= len(lines[edit.line - 1]) + 1
    )


def _collide(one: Edit, other: Edit) -> bool:
    if one.line != other.line:
        return False
    if DROPPED in one.new or DROPPED in other.new:
        # with a line goes what is put in it
        return True
    if one.start == one.end or other.start == other.end:
        # something put in at the edge of what is replaced may be meant for what stood there
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end
