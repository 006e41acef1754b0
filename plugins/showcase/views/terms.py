"""The words of the glossary, and how to find them in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import Term


class Terms:
    """A glossary made ready for searching texts, once for all pages: `by_word` holds terms and their aliases,
    `pattern` finds the longest of them first."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.by_word = {word: one for one in terms for word in (one.term, *one.aliases)}
        longest_first = sorted(self.by_word, key=lambda word: (-len(word), word))
        self.pattern = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
