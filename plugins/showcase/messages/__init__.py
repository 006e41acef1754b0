"""Every sentence that staff can be told about their files. The only place where such wording stands.

Codes are permanent; wording may improve any day. One module for each matter that is spoken of.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import Diagnostic, Level
from . import files, honesty, keys, references, syntax, values
from .wording import Wording

LEVELS = {Level.ERROR: "错误", Level.WARNING: "提醒", Level.NOTE: "说明"}

WORDINGS: dict[str, Wording] = {
    **files.WORDINGS,
    **syntax.WORDINGS,
    **keys.WORDINGS,
    **values.WORDINGS,
    **references.WORDINGS,
    **honesty.WORDINGS,
}

__all__ = ["LEVELS", "WORDINGS", "Wording", "mend", "report", "what"]


def what(diagnostic: Diagnostic) -> str:
    """What is wrong, in one sentence."""
    return WORDINGS[diagnostic.code].what.format_map(dict(diagnostic.values))


def mend(diagnostic: Diagnostic) -> str:
    """What to write instead, in one sentence."""
    return WORDINGS[diagnostic.code].mend.format_map(dict(diagnostic.values))


def report(diagnostics: Iterable[Diagnostic]) -> str:
    """All diagnostics as the terminal shows them: place, field, fault, the line with a caret, the mend."""
    blocks = []
    for one in diagnostics:
        place = f"{one.place.file}:{one.place.line}:{one.place.column}"
        field = f" {one.field}" if one.field else ""
        block = [f"{LEVELS[one.level]} {place}{field}：{what(one)} [{one.code}]"]
        if one.text.strip():
            block += [f"    {one.text}", f"    {_indent(one.text, one.place.column)}^"]
        block.append(f"    → {mend(one)}")
        blocks.append("\n".join(block))
    return "\n\n".join(blocks)


def _indent(text: str, column: int) -> str:
    """Blanks as wide as the text before the column: a Chinese character takes two."""
    return "".join("　" if ord(character) > 0x2E7F else " " for character in text[: column - 1])
