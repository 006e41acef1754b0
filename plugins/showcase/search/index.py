"""The search index: what the engine in the browser opens, small first, long texts after.

Everything that a document is called stands in the head; bodies come in shards, so that names are found while the rest
is still on its way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..dataset import Dataset
from ..pronunciation import heard, readings
from .characters import Characters, characters_of
from .document import Document, DocumentKind

NAME = "search"
"""Of the dataset that the engine opens."""
_READ = (DocumentKind.base, DocumentKind.standard)
"""Kinds whose titles are names: how they are read as a whole counts, not each character by itself."""

SHARD = 400_000
"""Characters of long text in a shard: some 1.2 MB raw, a third of that on the wire."""


def index(
    documents: Sequence[Document], synonyms: Iterable[Sequence[str]] = ()
) -> tuple[Dataset, ...]:
    """The datasets of documents: first what the engine opens, then the shards with long texts.

    `synonyms` are groups of words of which each finds the others.
    """
    bodies = [_body(number, shard) for number, shard in enumerate(shards(documents), 1)]
    places = [{"name": one.name, "path": one.path} for one in bodies]
    characters = characters_of(texts_of(documents))
    return (Dataset(NAME, head(documents, synonyms, characters, places)), *bodies)


def _body(number: int, shard: Shard) -> Dataset:
    name = f"{NAME}-{number}"
    return Dataset(name, {"name": name, "start": shard.start, "texts": list(shard.texts)})


@dataclass(frozen=True, slots=True)
class Shard:
    """The long texts of documents that follow each other, the first of them number `start`."""

    start: int
    texts: tuple[str, ...]


@dataclass
class _Numbered:
    """Values numbered in the order of their first use."""

    places: dict[str, int] = field(default_factory=dict)

    def __call__(self, value: str) -> int:
        return self.places.setdefault(value, len(self.places))


def shards(documents: Sequence[Document]) -> Iterator[Shard]:
    """The bodies in runs of some `SHARD` characters; at least one."""
    start, texts, size = 0, list[str](), 0
    for number, document in enumerate(documents):
        if texts and size + len(document.body) > SHARD:
            yield Shard(start, tuple(texts))
            start, texts, size = number, [], 0
        texts.append(document.body)
        size += len(document.body)
    yield Shard(start, tuple(texts))


def head(
    documents: Sequence[Document],
    synonyms: Iterable[Sequence[str]],
    characters: Characters,
    bodies: Sequence[Mapping[str, str]],
) -> dict[str, object]:
    """What the engine opens. `bodies` says under which name and at which site path each shard lies."""
    words, cities, levels, standards = _Numbered(), _Numbered(), _Numbered(), _Numbered()
    kinds = list(DocumentKind)
    places = sorted({place for one in documents for place in one.places if place})
    for place in places:
        words(place)
    cities("")
    levels("")
    images: dict[str, int] = {}
    paths: dict[str, int] = {}
    rows, given = [], {}
    for number, one in enumerate(documents):
        image: int | str = images.get(one.image, one.image) if one.image else ""
        if one.image:
            images.setdefault(one.image, number)
        paths.setdefault(one.path, number)
        row: list[object] = [
            kinds.index(one.kind),
            one.title,
            one.path,
            one.year,
            one.meta,
            one.lead,
            image,
            list(dict.fromkeys(name for name in one.names if name and name != one.title)),
            sorted({words(word) for word in (*one.places, *one.words) if word}),
            cities(one.city),
            levels(one.level),
            [standards(standard) for standard in one.standards],
        ]
        if one.of:
            # a document is told only what it does not share with the one that it belongs to
            row[2] = one.path.removeprefix(one.of).replace("timeline/#", "~#", 1)
            row[9:] = [0, 0, 0, paths[one.of]]
        rows.append(row)
        if one.kind in _READ:
            read = heard(one.title, one.pinyin)
            usual = (readings(character) for character in one.title)
            if read != tuple(known[0] for known in usual if known):
                given[f"{number}.0"] = " ".join(read)
    return {
        "kinds": [kind.value for kind in kinds],
        "places": len(places),
        "words": list(words.places),
        "cities": list(cities.places),
        "levels": list(levels.places),
        "standards": list(standards.places),
        "docs": rows,
        "given": given,
        "synonyms": [list(group) for group in synonyms],
        "sounds": dict(characters.sounds),
        "others": dict(characters.others),
        "traditional": characters.traditional,
        "bodies": list(bodies),
    }


def texts_of(documents: Iterable[Document]) -> Iterator[str]:
    """Everything in which a reader's characters may be found."""
    for one in documents:
        yield from (one.title, *one.names, *one.places, *one.words, one.lead, one.body)
