"""How Chinese names are read aloud. The only module that knows the pinyin library."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from .file_names import LONGEST_ID, is_kept


def slugs(names: Iterable[str], registered: Mapping[str, str]) -> Mapping[str, str]:
    """An address for each name: the registered one, else from its pinyin, 青岛市 becoming qingdao.

    Two names read alike are told apart by number.
    """
    found = dict(registered)
    taken = set(registered.values())
    for name in sorted(set(names) - found.keys()):
        plain = slug(name.removesuffix("市") if len(name) > 2 else name)[: LONGEST_ID - 5].strip(
            "-"
        )
        if not plain or plain.isdigit() or is_kept(plain):
            # numbers stand for the further pages of a list
            plain = f"city-{plain}".strip("-")
        candidate, count = plain, 1
        while candidate in taken:
            count += 1
            candidate = f"{plain}-{count}"
        taken.add(candidate)
        found[name] = candidate
    return found


def slug(name: str) -> str:
    """A name in small Latin letters, digits and hyphens."""
    # imported here because loading its dictionaries takes a quarter of a second
    from pypinyin import lazy_pinyin

    letters = "".join(lazy_pinyin(name, errors=lambda other: f"-{other}-")).lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


@cache
def readings(character: str) -> tuple[str, ...]:
    """Every way to read a character, the usual one first: syllables without tones, ü as v; nothing for other signs."""
    # the table itself: asked through the library, four thousand characters take half a second
    from pypinyin.constants import PINYIN_DICT

    told = PINYIN_DICT.get(ord(character), "")
    return tuple(dict.fromkeys(_plain(one) for one in told.split(",") if one))


def _plain(syllable: str) -> str:
    """A syllable without its tone, ü as v."""
    marked = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(one for one in marked if not unicodedata.combining(one))


def heard(name: str, given: str = "") -> tuple[str, ...]:
    """A syllable for each Chinese character of a name, as it is most likely read.

    What staff wrote as its pinyin wins where it can be laid out over the characters, written apart or run together.
    """
    from pypinyin import lazy_pinyin

    usual = tuple(lazy_pinyin(name, errors="ignore"))
    latin = set(_LATIN.findall(name.lower()))
    typed = [one for one in syllables(name, given) if one not in latin] if given else []
    if len(typed) == len(usual):
        return tuple(typed)
    characters = [one for one in name if readings(one)]
    return _laid("".join(typed), tuple(characters)) or usual


def _laid(letters: str, characters: tuple[str, ...]) -> tuple[str, ...]:
    """Letters cut into a known reading of each character; nothing where they do not fit."""
    if not characters:
        return ()
    for one in readings(characters[0]):
        rest = letters.removeprefix(one)
        if rest != letters and (not rest) == (len(characters) == 1):
            further = _laid(rest, characters[1:])
            if further or not rest:
                return (one, *further)
    return ()


_LATIN = re.compile(r"[a-z]+|\d+")
_MARKS = dict.fromkeys(map(ord, "\u0300\u0301\u0304\u030c"))
"""The four tones as they are written over a vowel."""


@cache
def syllables(name: str, given: str = "") -> tuple[str, ...]:
    """A name as it is looked up: syllables, Latin words and numbers, small and without tones, ü as v.

    What staff wrote as its pinyin (``Yún Qiáo``) wins over the usual readings.
    """
    from pypinyin import lazy_pinyin

    marked = unicodedata.normalize("NFD", given.lower()).replace("u\u0308", "v").translate(_MARKS)
    if spelt := tuple(_LATIN.findall(marked)):
        return spelt
    # one character after the other is told apart, and no Latin word runs into the next syllable
    read = " ".join(lazy_pinyin(name, errors=lambda other: f" {other} "))
    return tuple(_LATIN.findall(read.lower()))


def sort_key(name: str, given: str = "") -> str:
    """Orders names as a register does: syllable by syllable, so that 西安 stands before 先锋."""
    return " ".join(syllables(name, given)) + f"\n{name}"


def initial(name: str, given: str = "") -> str:
    """The letter under which a name stands in a register, ``A`` to ``Z``, or ``#``."""
    first = next(iter(syllables(name, given)), "")
    return first[0].upper() if first and first[0].isalpha() else "#"
