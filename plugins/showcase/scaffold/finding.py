"""What a short answer means: a number of the list shown, an id, a name, or the beginning of either."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..pronunciation import slug

_FULLWIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: what is written for it, the name to show, and other words that mean it."""

    value: str
    name: str
    others: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that may be typed for it."""
        return (self.value, self.name, *self.others)


@dataclass(frozen=True, slots=True)
class Search:
    """What was found: the one that is meant, or those that could be.

    `begins` where what was typed is the beginning of what was found, or its pinyin, or the word itself; not
    where it stands somewhere within, or is merely like it.
    """

    meant: Option | None = None
    possible: tuple[Option, ...] = ()
    begins: bool = False


def search(answer: str, options: Sequence[Option], shown: int | None = None) -> Search:
    """Look an answer up. Numbers count the first `shown` options from 1."""
    typed = answer.strip()
    number = typed.translate(_FULLWIDTH).rstrip(".．、")
    exact = [one for one in options if typed in one.words]
    if len(exact) == 1:
        return Search(exact[0], begins=True)
    if number.isdecimal() and 1 <= int(number) <= (len(options) if shown is None else shown):
        return Search(options[int(number) - 1], begins=True)
    loose = _plain(typed)
    alike = [one for one in options if loose in {_plain(word) for word in one.words}]
    begun = alike or [one for one in options if _begins(one, typed, loose)]
    begins = all(_starts(one, loose) for one in begun)
    if len(begun) == 1:
        return Search(begun[0], begins=begins)
    if begun:
        return Search(possible=tuple(begun), begins=begins)
    names = {word: one for one in options for word in reversed(one.words)}
    near = difflib.get_close_matches(typed, names, n=3, cutoff=0.5)
    return Search(possible=tuple(dict.fromkeys(names[word] for word in near)))


def _begins(option: Option, typed: str, loose: str) -> bool:
    if not loose:
        return False
    if not typed.isascii():
        return any(typed in word for word in option.words)
    return _starts(option, loose)


def _starts(option: Option, loose: str) -> bool:
    return any(_plain(word).startswith(loose) for word in (*option.words, slug(option.name)))


def _plain(word: str) -> str:
    return re.sub(r"[-_\s]", "", word).lower()
