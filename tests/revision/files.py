"""Files as the tests of revision see them: their data without our own reader's help, and what differs."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from showcase.model import Base, Glossary, Part, Site, SourceList, Standard
from showcase.model.shape import Shape, shape_of
from showcase.reading.binding import bind
from showcase.revision import Change, Refusal, Revision, Way, revised

ROOT = Path(__file__).resolve().parents[2]
BASES = ROOT / "bases"
SPECIAL: dict[str, type[Part]] = {
    "_sources.yml": SourceList,
    "_terms.yml": Glossary,
    "_site.yml": Site,
}
_BREAKS = str.maketrans({"\r": "\n"})


def real_files() -> Iterator[tuple[Path, type[Part]]]:
    """Every file of the project's own `bases/` with its model."""
    for path in sorted(BASES.glob("*.yml")):
        yield path, SPECIAL.get(path.name, Base)
    for path in sorted((BASES / "_standards").glob("*.yml")):
        yield path, Standard


def done(text: str, *changes: Change, model: type[Part] = Base) -> str:
    """The text after changes that must be possible."""
    revision = revised(text, changes, model)
    assert isinstance(revision, Revision), revision
    return revision.text


def refused(text: str, *changes: Change, model: type[Part] = Base) -> Refusal:
    """Why changes are not made."""
    refusal = revised(text, changes, model)
    assert isinstance(refusal, Refusal), refusal.text
    return refusal


def read(text: str, model: type[Part] = Base) -> Part:
    """What a file says to our own reader."""
    record, told = bind(text.replace("\r\n", "\n").translate(_BREAKS), "", "", model)
    assert record is not None, told
    return record.content


def data_of(text: str, model: type[Part] = Base) -> Any:
    """What a file says to an independent reader, all values as text, under English keys."""
    node = YAML(typ="rt").compose(io.StringIO(text.replace("\r\n", "\n").translate(_BREAKS)))
    return _plain(node, shape_of(model))


def _plain(node: Any, shape: Shape | None) -> Any:
    if isinstance(node, ScalarNode):
        return None if node.value in ("", "~") and node.style is None else node.value.strip()
    if isinstance(node, SequenceNode):
        below = shape.each if shape else None
        return [_plain(one, below) for one in node.value]
    assert isinstance(node, MappingNode)
    found: dict[str, Any] = {}
    for key, value in node.value:
        slot = shape.slots.get(key.value) if shape else None
        step = slot.key if slot else {"从": "from", "到": "to"}.get(key.value, key.value)
        plain = _plain(value, shape.below(step) if shape else None)
        # a key left empty is as good as absent
        if plain is not None:
            found[step] = plain
    return found


def leaves(data: Any, way: Way = ()) -> Iterator[tuple[Way, str]]:
    """Every text with its way."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*way, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from leaves(value, (*way, number))
    elif data is not None:
        yield way, data


def lists(data: Any, way: Way = ()) -> Iterator[tuple[Way, list[Any]]]:
    """Every list with its way."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from lists(value, (*way, key))
    elif isinstance(data, list):
        yield way, data
        for number, value in enumerate(data):
            yield from lists(value, (*way, number))


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The stretch of lines that differs, before and after: all above and all below are the same."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return old, new
