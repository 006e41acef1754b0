"""Words that the office watches over are written as its own list `_words.yml` says; without the list, any are.

Passes: a right form, and what lies inside it; an exception such as 第一届 for 第一; a claim to be the first where
a source stands for it; a document's title as its authors wrote it. Fails, is warned of or noted, as the entry
says: a wrong form, a banned word, an absolute claim without a source. Fails: a list that contradicts itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, Level, Place
from ..model import Severity, WordList
from ..reading.binding import Path, Record
from .lexicon import Entry, Group, Lexicon, Match, entries_of
from .privacy import CLEARING
from .spots import in_value, moved, with_word
from .texts import records, texts_of, together

# by whether it is an absolute claim, and whether the entry knows what to write
_CODES = {
    (False, False): "word-not-to-use",
    (False, True): "word-to-replace",
    (True, False): "absolute-word",
    (True, True): "absolute-word-to-replace",
}
_LEVELS = {
    Severity.error: Level.ERROR,
    Severity.warning: Level.WARNING,
    Severity.note: Level.NOTE,
}
_USUAL = {Group.NAMES: Level.WARNING, Group.BANNED: Level.ERROR, Group.ABSOLUTES: Level.WARNING}
# what can stand anywhere in a value without meaning something to YAML
_HARMLESS = re.compile(r"[\w·（）“”《》、，。-]+")


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report words that the list does not want, and what is wrong with the list."""
    if catalogue.words is None:
        return
    lexicon = Lexicon.of(catalogue.words.content)
    yield from _contradictions(catalogue.words, lexicon)
    for record in records(catalogue):
        if lexicon.matches(together(record.content)):
            yield from _in_record(record, lexicon)
    for file, text in catalogue.prose.items():
        for match in lexicon.matches(text):
            if not _may_stand(match):
                fault = Diagnostic(
                    _code(match.entry), _level(match), Place(file), values=_values(match)
                )
                fault = moved(fault, text, match.start, match.end)
                yield _proposing(fault, lexicon, text, match)


def _in_record(record: Record[Any], lexicon: Lexicon) -> Iterator[Diagnostic]:
    for one in texts_of(record.content):
        matches = lexicon.matches(one.text) if one.path[0] != CLEARING else ()
        for match in matches:
            if not _may_stand(match, cited=one.cited, quoted=one.quoted):
                fault = record.fault(_code(match.entry), one.path, _level(match))
                fault = replace(fault, values=_values(match))
                fault = in_value(fault, record.text, one.text, match.start, match.end)
                yield _proposing(fault, lexicon, one.text, match)


def _may_stand(match: Match, *, cited: bool = False, quoted: bool = False) -> bool:
    if (quoted or match.titled) and not match.entry.word.titles:
        return True
    return match.entry.group is Group.ABSOLUTES and (cited or quoted)


def _code(entry: Entry) -> str:
    return _CODES[entry.group is Group.ABSOLUTES, entry.word.write is not None]


def _level(match: Match) -> Level:
    level = match.entry.word.level
    return _LEVELS[level] if level else _USUAL[match.entry.group]


def _values(match: Match) -> dict[str, str]:
    word = match.entry.word
    why = f"（{word.why}）" if word.why else ""
    return {"written": match.written, "why": why, **({"write": word.write} if word.write else {})}


def _proposing(fault: Diagnostic, lexicon: Lexicon, text: str, match: Match) -> Diagnostic:
    """The fault with the right form proposed, where that takes this word away and brings no other."""
    right = match.entry.word.write
    if not right or not _HARMLESS.fullmatch(right):
        return fault
    mended = text[: match.start] + right + text[match.end :]
    left = sorted(one.written for one in lexicon.matches(mended))
    if sorted([match.written, *left]) != sorted(one.written for one in lexicon.matches(text)):
        return fault
    return with_word(fault, text[match.start : match.end], right)


def _contradictions(record: Record[WordList], lexicon: Lexicon) -> Iterator[Diagnostic]:
    """Report words that are to be replaced by themselves, or by what is not wanted either."""
    seen: set[str] = set()
    for entry in entries_of(record.content):
        word, path = entry.word, (entry.group.value, entry.index)
        for number, wrong in enumerate(word.instead_of):
            where: Path = (*path, "instead_of", number)
            if wrong == word.write:
                yield record.fault("word-is-its-own-replacement", where, written=wrong)
            elif wrong in seen:
                yield record.fault("word-twice", where, written=wrong)
            seen.add(wrong)
        if word.write and (held := _held(word.write, entry, lexicon)):
            where = (*path, "write")
            yield record.fault("replacement-holds-a-word", where, write=word.write, written=held)
        for number, shield in enumerate(word.apart):
            if not any(wrong in shield and wrong != shield for wrong in word.instead_of):
                where = (*path, "except", number)
                yield record.fault("exception-without-word", where, Level.WARNING, written=shield)


def _held(right: str, entry: Entry, lexicon: Lexicon) -> str:
    """A word of another entry in a right form; what the entry itself replaces may lie within."""
    if not any(wrong in right for wrong, other in lexicon.entries.items() if other != entry):
        return ""
    # the form must not shield itself
    found = lexicon.without(right).matches(right)
    return next((one.written for one in found if one.entry != entry), "")
