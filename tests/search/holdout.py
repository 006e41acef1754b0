"""Queries that nobody looked at while the engine was tuned, drawn by chance from the names and texts of a corpus.

What is relevant is worked out here from readings and texts alone, without the engine or its index.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from pypinyin import Style, lazy_pinyin, pinyin

from showcase.gauge.corpus import Query
from showcase.search.characters import common
from showcase.search.traditional import SIMPLIFIED

Page = dict[str, Any]
_LETTERS = "abcdefghijklmnopqrstuwxyz"
_SIGNS = set("，。、“”；：《》（） 0123456789")


def queries(corpus: list[Page], seed: int, count: int) -> tuple[Query, ...]:
    """`count` rounds of queries, each of every category that the drawn name allows."""
    chance = random.Random(seed)
    bases = [page for page in corpus if page["kind"] == "base"]
    return tuple(
        query
        for _ in range(count)
        for query in (*_named(chance, bases), *_told(chance, corpus))
        if query.relevant
    )


def _named(chance: random.Random, bases: list[Page]) -> Iterator[Query]:
    name = str(chance.choice(bases)["name"])
    read = lazy_pinyin(name)
    letters = "".join(read)

    def those(fits: Callable[[str], bool]) -> frozenset[str]:
        return frozenset(page["id"] for page in bases if fits(page["name"]))

    def spelt(one: str) -> str:
        return "".join(lazy_pinyin(one))

    same = those(lambda one: one == name)
    alike = those(lambda one: spelt(one) == letters)
    yield Query(name, "exact", same)
    start = chance.randrange(len(name) - 1)
    part = name[start : chance.randint(start + 2, len(name))]
    yield Query(part, "sub", those(lambda one: part in one))
    yield Query(letters, "pinyin", alike)
    begun = letters[: len(letters) - chance.randint(1, 3)]
    yield Query(begun, "pyprefix", those(lambda one: spelt(one).startswith(begun)))
    initials = _initials(name)
    yield Query(initials, "initials", those(lambda one: _initials(one) == initials))
    place = chance.randrange(len(name))
    others = [one for one in _heard_as(read[place]) if one != name[place]]
    if others:
        wrong = name[:place] + chance.choice(others) + name[place + 1 :]
        yield Query(wrong, "homophone", alike)
    traditional = "".join(_TRADITIONAL.get(one, one) for one in name)
    if traditional != name:
        yield Query(traditional, "trad", same)
    cut = chance.randint(1, len(name) - 1)
    yield Query(
        name[:cut] + "".join(read[cut:]),
        "mixed",
        those(lambda one: one.startswith(name[:cut]) and lazy_pinyin(one)[cut:] == read[cut:]),
    )
    yield Query(_slipped(chance, letters), "typopy", alike)


def _told(chance: random.Random, corpus: list[Page]) -> Iterator[Query]:
    page = chance.choice(corpus)
    text = "".join(one["t"] for one in page["sections"]) or page["summary"]
    size = chance.choice((1, 2, 2, 4, 6))
    start = chance.randrange(len(text) - size)
    piece = text[start : start + size]
    if not set(piece) & _SIGNS:
        having = frozenset(one["id"] for one in corpus if piece in _whole(one))
        yield Query(piece, "body", having)
        city = page["city"]
        there = (one for one in corpus if one["city"] == city and piece in _whole(one))
        blank = chance.choice(("", " "))
        asked = city.removesuffix("市") + blank + piece
        if size == 2:
            yield Query(asked, "city_word", frozenset(one["id"] for one in there))


def _whole(page: Page) -> str:
    sections = (text for one in page["sections"] for text in (one["h"], one["t"]))
    return "\n".join((page["title"], page["name"], page["summary"], page["city"], *sections))


def _initials(name: str) -> str:
    return "".join(one[0] for one in lazy_pinyin(name))


def _slipped(chance: random.Random, letters: str) -> str:
    place = chance.randrange(1, len(letters) - 1)
    before, after = letters[:place], letters[place:]
    return chance.choice(
        (
            before + after[1:],
            before + chance.choice(_LETTERS) + after,
            before + chance.choice(_LETTERS) + after[1:],
            before + after[1] + after[0] + after[2:] if len(after) > 1 else before + after + after,
        )
    )


def _heard_as(syllable: str) -> list[str]:
    if not _CHARACTERS:
        for one in common():
            _CHARACTERS[pinyin(one, style=Style.NORMAL)[0][0]].append(one)
    return _CHARACTERS[syllable]


_CHARACTERS: dict[str, list[str]] = defaultdict(list)
_TRADITIONAL = {new: old for old, new in SIMPLIFIED.items()}
