"""What is meant by an id or a name in a cell: bases, sources and standards, those of the same workbook too."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from .columns import Column, Kind


@dataclass(frozen=True)
class References:
    """The names of what can be referred to, by kind (``base``, ``source``, ``standard``) and id."""

    names: Mapping[str, Mapping[str, tuple[str, ...]]]

    def known(self, kind: str, identity: str) -> bool:
        """Whether there is such an id."""
        return identity in self.names.get(kind, {})

    def meant(self, kind: str, written: str) -> str:
        """The id that is meant by an id or by a name that only one has; nothing where that is unclear."""
        ids = self.names.get(kind, {})
        if written in ids:
            return written
        if written.lower() in ids:
            return written.lower()
        bare = written.strip("《》“”")
        found = [identity for identity, names in ids.items() if bare in names or written in names]
        return found[0] if len(found) == 1 else ""

    def near(self, kind: str, written: str) -> str:
        """The id of what is most like it; nothing where nothing is."""
        ids = self.names.get(kind, {})
        words = {word: identity for identity, names in ids.items() for word in (*names, identity)}
        found = difflib.get_close_matches(written, words, n=1, cutoff=0.5)
        return words[found[0]] if found else ""

    def resolved(self, column: Column, text: str) -> str:
        """The text of a cell with names in the place of which ids are to stand replaced by those."""
        if column.refers not in self.names or not text:
            return text
        if column.kind is Kind.NAMES:
            return "\n".join(self.meant(column.refers, one) or one for one in text.split("\n"))
        return self.meant(column.refers, text) or text
