"""Every sentence that staff can be told about their files. The only place where such wording stands.

Codes are permanent; wording may improve any day. One module for each matter that is spoken of.
"""

from __future__ import annotations

from ..diagnostics import Diagnostic
from . import (
    encodings,
    files,
    honesty,
    keys,
    lines,
    pages,
    photographs,
    privacy,
    publication,
    references,
    syntax,
    values,
    wordlist,
    workbook,
)
from .language import LEVELS, Language, field, gaps
from .wording import Wording

WORDINGS: dict[str, Wording] = {
    **files.WORDINGS,
    **encodings.WORDINGS,
    **lines.WORDINGS,
    **syntax.WORDINGS,
    **keys.WORDINGS,
    **values.WORDINGS,
    **references.WORDINGS,
    **photographs.WORDINGS,
    **honesty.WORDINGS,
    **publication.WORDINGS,
    **privacy.WORDINGS,
    **wordlist.WORDINGS,
    **workbook.WORDINGS,
    **pages.WORDINGS,
}

__all__ = ["LEVELS", "WORDINGS", "Language", "Wording", "field", "mend", "what"]


def what(diagnostic: Diagnostic, language: Language = Language.CHINESE) -> str:
    """What is wrong, in one sentence."""
    wording = WORDINGS[diagnostic.code]
    sentence = wording.what if language is Language.CHINESE else wording.what_english
    return sentence.format_map(gaps(diagnostic, language))


def mend(diagnostic: Diagnostic, language: Language = Language.CHINESE) -> str:
    """What to write instead, in one sentence."""
    wording = WORDINGS[diagnostic.code]
    sentence = wording.mend if language is Language.CHINESE else wording.mend_english
    return sentence.format_map(gaps(diagnostic, language))
