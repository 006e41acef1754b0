"""Every text of a record, with the way to it: whatever staff typed that a page can print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from ..catalogue import Catalogue
from ..model import Part, Quantity, Source
from ..reading.binding import Path, Record

BREAK = "\0"
"""What stands between two texts that are looked through together: no text holds it."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text. `cited` if what it stands in names its source; `quoted` if it repeats a document's own words."""

    path: Path
    text: str
    cited: bool = False
    quoted: bool = False


def records(catalogue: Catalogue) -> Iterator[Record[Any]]:
    """Every file whose texts can reach a page."""
    yield catalogue.site
    yield catalogue.sources_file
    yield catalogue.glossary
    yield from catalogue.standards.values()
    yield from catalogue.bases.values()


def together(content: Part) -> str:
    """All texts of a record in one, for a first look: nearly every record holds nothing to report."""
    texts: list[str] = []
    _gather(content, texts)
    return BREAK.join(texts)


def texts_of(content: Part) -> Iterator[Text]:
    """Each text of a record."""
    return _texts(content, Text((), ""))


def _gather(value: Any, texts: list[str]) -> None:
    if type(value) is str:
        texts.append(value)
    elif isinstance(value, Part):
        for below in value.__dict__.values():
            if below.__class__ is str:
                texts.append(below)
            elif below is not None and below != ():
                _gather(below, texts)
    elif isinstance(value, tuple):
        for below in value:
            _gather(below, texts)
    elif isinstance(value, dict):
        for key, below in value.items():
            texts.append(key)
            _gather(below, texts)
    elif isinstance(value, Quantity):
        texts.append(value.written)


def _texts(value: Any, around: Text) -> Iterator[Text]:
    if type(value) is str:
        yield replace(around, text=value)
    elif isinstance(value, Quantity):
        yield replace(around, text=value.written)
    elif isinstance(value, Part):
        keys = _keys(type(value))
        cited = around.cited or getattr(value, "source", None) is not None
        for name, below in value.__dict__.items():
            quoted = isinstance(value, Source) and name != "note"
            yield from _texts(below, Text((*around.path, keys[name]), "", cited, quoted))
    elif isinstance(value, tuple):
        for index, below in enumerate(value):
            yield from _texts(below, replace(around, path=(*around.path, index)))
    elif isinstance(value, dict):
        for key, below in value.items():
            inside = replace(around, path=(*around.path, key))
            yield replace(inside, text=key)
            yield from _texts(below, inside)


@cache
def _keys(model: type[Part]) -> dict[str, str]:
    return {name: info.alias or name for name, info in model.model_fields.items()}
