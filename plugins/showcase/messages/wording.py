"""How a fault is put into words, in Chinese first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """Two sentences: `what` is wrong, and how to `mend` it. The English ones serve `--lang en`.

    Gaps in braces are filled from the diagnostic's values.
    """

    what: str
    mend: str
    what_english: str = ""
    mend_english: str = ""
