"""Guessing which existing word was meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import TypedDict


class Guess(TypedDict):
    """The guess as words to be added to a mend, and the word that is guessed; both may be empty."""

    near: str
    better: str


def closest(written: str, known: Iterable[str]) -> str:
    """The closest known word, capitals and full-width letters aside; or nothing."""
    words = {one.casefold(): one for one in known}
    near = difflib.get_close_matches(written.casefold(), words, n=1, cutoff=0.6)
    return words[near[0]] if near else ""


def hint(written: str, known: Iterable[str]) -> str:
    """``，是不是想写“…”`` for the closest known word, or nothing."""
    better = closest(written, known)
    return f"，是不是想写“{better}”" if better else ""


def guess(written: str, known: Iterable[str]) -> Guess:
    """The gaps of a message that guesses."""
    words = tuple(known)
    return {"near": hint(written, words), "better": closest(written, words)}
