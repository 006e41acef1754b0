"""A diagnostic put into words, once for all forms: what each of them prints of it is one and the same."""

from __future__ import annotations

from dataclasses import dataclass

from .. import messages
from ..diagnostics import Diagnostic, Level
from ..messages import Language
from .excerpt import Excerpt, excerpt, first_shown, from_there_on
from .visible import visible


@dataclass(frozen=True, slots=True)
class Entry:
    """What people read of a diagnostic, every character visible.

    `level` is a word; `line` the offending line, absent where there is none to show; `better` the lines
    that should stand there, or else `mend` says what to do. `told` is the diagnostic itself.
    """

    told: Diagnostic
    level: str
    field: str
    what: str
    line: Excerpt | None
    better: tuple[str, ...]
    mend: str

    @property
    def file(self) -> str:
        """The file, without surprises."""
        return visible(self.told.place.file)

    @property
    def place(self) -> str:
        """Where it is, as editors and terminals write it."""
        return f"{self.file}:{self.told.place.line}:{self.told.place.column}"

    @property
    def remedy(self) -> tuple[str, ...]:
        """The lines as they should be or, where only a person can tell, the sentence that says what to do."""
        return self.better or (self.mend,)

    @property
    def is_advice(self) -> bool:
        """Whether it is a note that offers no change: worth reading once, not at every check."""
        return self.told.level is Level.NOTE and self.told.fix is None


def entry(told: Diagnostic, language: Language = Language.CHINESE) -> Entry:
    """A diagnostic in the words of a language."""
    line, place = told.text, told.place
    left = first_shown(line, place.column)
    better = told.better
    shown = tuple(
        from_there_on(one, min(left, _alike(line, one)) if index == 0 else 0)
        for index, one in enumerate(better)
    )
    return Entry(
        told,
        messages.LEVELS[language][told.level],
        visible(messages.field(told, language)),
        visible(messages.what(told, language)),
        excerpt(line, place.column, told.width) if visible(line).strip() else None,
        shown,
        visible(messages.mend(told, language)),
    )


def _alike(one: str, other: str) -> int:
    """How many characters two lines share from their start on."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
