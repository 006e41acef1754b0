"""Words sought in texts, all at once: the longest wins, and inside a right form nothing is wrong.

A blank or a single line end between two Chinese characters does not hide a word: people wrap lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from ..model import Word, WordList

_GAP = re.compile(
    r"(?<=[^\x00-\x7f])(?:[ \t\u3000]+(?:\n[ \t\u3000]*)?|\n[ \t\u3000]*)(?=[^\x00-\x7f\u3000])"
)
_TITLE = re.compile("《[^《》]*》")


class Group(Enum):
    """The three lists of `_words.yml`, by their keys."""

    NAMES = "names"
    BANNED = "banned"
    ABSOLUTES = "absolutes"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the list: in which group it stands, and as which of it."""

    group: Group
    index: int
    word: Word


@dataclass(frozen=True, slots=True)
class Match:
    """A word found in a text: from `start` up to, not including, `end`. `titled` if a title holds it."""

    entry: Entry
    written: str
    start: int
    end: int
    titled: bool


@dataclass(frozen=True)
class Lexicon:
    """The words to look for, made ready. `entries` knows each wrong word, `right` what shields."""

    entries: Mapping[str, Entry]
    right: frozenset[str]
    _wrong: re.Pattern[str] = field(init=False)
    _all: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_wrong", _alternation(self.entries))
        object.__setattr__(self, "_all", _alternation({*self.entries, *self.right}))

    @classmethod
    def of(cls, words: WordList) -> Lexicon:
        """The words of a list; of one that stands there twice, the first, and none that replaces itself."""
        entries: dict[str, Entry] = {}
        for entry in entries_of(words):
            for wrong in entry.word.instead_of:
                if wrong != entry.word.write:
                    entries.setdefault(_joined(wrong), entry)
        right = {one.word.write for one in entries_of(words) if one.word.write}
        right |= {shield for one in entries_of(words) for shield in one.word.apart}
        return cls(entries, frozenset(_joined(one) for one in right))

    def without(self, shield: str) -> Lexicon:
        """The same, with one right form less: to look into that form itself."""
        return Lexicon(self.entries, self.right - {_joined(shield)})

    def matches(self, text: str) -> tuple[Match, ...]:
        """Every wrong word of a text, in its order."""
        joined = _joined(text)
        if not self.entries or self._wrong.search(joined) is None:
            return ()
        places = _places(text) if len(joined) < len(text) else range(len(text))
        titles = [found.span() for found in _TITLE.finditer(joined)]
        found = []
        for start, end in self._chosen(joined):
            written = joined[start:end]
            titled = any(first < start and end < last for first, last in titles)
            if entry := self.entries.get(written):
                found.append(Match(entry, written, places[start], places[end - 1] + 1, titled))
        return tuple(found)

    def _chosen(self, text: str) -> Iterator[tuple[int, int]]:
        at = 0
        while found := self._all.search(text, at):
            spans = [found.span()]
            at = found.start() + 1
            end = found.end()
            # whatever overlaps: the longest of them is what was written
            while at < end:
                if other := self._all.match(text, at):
                    spans.append(other.span())
                    end = max(end, other.end())
                at += 1
            yield from _apart(spans)


def entries_of(words: WordList) -> Iterator[Entry]:
    """Every entry of a list."""
    for group in Group:
        for index, word in enumerate(getattr(words, group.value)):
            yield Entry(group, index, word)


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if all(end <= first or last <= start for first, last in kept):
            kept.append((start, end))
    return sorted(kept)


def _joined(text: str) -> str:
    return _GAP.sub("", text) if " " in text or "\n" in text or "\u3000" in text else text


def _places(text: str) -> list[int]:
    """Where each character stood before blanks were left out."""
    places: list[int] = []
    end = 0
    for gap in _GAP.finditer(text):
        places += range(end, gap.start())
        end = gap.end()
    return [*places, *range(end, len(text))]


def _alternation(words: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(_whole, ordered)))


def _whole(word: str) -> str:
    # a Latin word is no part of another: AI is not in MAIN
    before = r"(?<![A-Za-z0-9])" if word[0].isascii() and word[0].isalnum() else ""
    after = r"(?![A-Za-z0-9])" if word[-1].isascii() and word[-1].isalnum() else ""
    return f"{before}{re.escape(word)}{after}"
