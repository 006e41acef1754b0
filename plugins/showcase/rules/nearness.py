"""Guessing which existing word was meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def hint(written: str, known: Iterable[str]) -> str:
    """``，是不是想写“…”`` for the closest known word, or nothing."""
    near = difflib.get_close_matches(written, list(known), n=1, cutoff=0.6)
    return f"，是不是想写“{near[0]}”" if near else ""
