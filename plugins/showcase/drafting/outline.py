"""Where in a file a line stands: the open mappings and lists around it, and what may stand there."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from ..model.shape import Shape, Slot

Path = tuple[str | int, ...]
_AROUND = "\"'“”‘’「」《》"
_BLANKS = " \t　"
_FREE_KEY = re.compile(r"[\w.·-]{1,60}")


def folded(key: str) -> str:
    """A key without what input methods put on it: full-width letters, quotes, capitals, a comma behind."""
    text = unicodedata.normalize("NFKC", key).strip(_BLANKS)
    bare = text.strip(_AROUND)
    if bare != bare.lstrip(_BLANKS):
        # a quote alone in front of a line is no part of its key
        return text
    return bare.rstrip(",，、;；.。").strip(_BLANKS).lower()


@dataclass
class Level:
    """A mapping or list that is open at `indent` (blanks in front of its lines); `first` is the key that a
    mapping began with, `count` the number of the item that a list has come to."""

    indent: int
    shape: Shape | None
    path: Path
    listed: bool = False
    seen: set[str] = field(default_factory=set)
    count: int = -1
    first: str = ""

    def slot(self, key: str) -> Slot | None:
        """The field that a key names here, its typing forgiven."""
        if self.shape is None or self.listed:
            return None
        return self.shape.slots.get(key.strip()) or self.shape.slots.get(folded(key))

    def knows(self, key: str) -> bool:
        """Whether the key may stand here."""
        if self.listed or self.shape is None:
            return False
        free = self.shape.each is not None and not self.shape.listed
        return bool(_FREE_KEY.fullmatch(key)) if free else self.slot(key) is not None

    def lacks(self, key: str) -> bool:
        """Whether the key may stand here and does not yet."""
        return self.knows(key) and self.step(key) not in self.seen

    def step(self, key: str) -> str:
        """The key as a path names it."""
        slot = self.slot(key)
        return slot.key if slot else key.strip()

    def below(self, key: str) -> Shape | None:
        """What may stand under the key; `None` for a plain value, and where nothing is known."""
        if slot := self.slot(key):
            return slot.below
        return self.shape.each if self.shape and self.shape.each and not self.listed else None


@dataclass(frozen=True)
class Opening:
    """A key, or a dash, after which nothing was written: what comes below belongs to it."""

    indent: int
    shape: Shape | None
    path: Path
    known: bool

    @property
    def listed(self) -> bool:
        """Whether a list is to follow."""
        return self.shape is not None and self.shape.listed

    @property
    def plain_items(self) -> bool:
        """Whether a list of plain values is to follow."""
        each = self.shape.each if self.shape and self.shape.listed else None
        return each is not None and each.plain
