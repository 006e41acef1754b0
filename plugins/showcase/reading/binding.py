"""From YAML nodes to a typed model: every fault of a file at once, each at its line and column."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

import yaml
from pydantic import ValidationError

from ..diagnostics import Diagnostic, Level, Place
from ..model import Part
from .nodes import MAY_CUT, Mapping, Node, Scalar, Sequence, compose, parse
from .quick import OddityError, plain
from .shape import Shape, shape_of, way

Path = tuple[str | int, ...]
Model = TypeVar("Model", bound=Part)
# to YAML, an unquoted colour is a comment
_EATEN_COLOUR = re.compile(r"[^#]*:\s+(#[0-9A-Fa-f]{6})\b")
_CODES = {
    "missing": "missing-field",
    "model_type": "mapping-expected",
    "dict_type": "mapping-expected",
    "tuple_type": "list-expected",
    "string_type": "text-expected",
    "bool_type": "text-expected",
}


@dataclass(frozen=True)
class Record(Generic[Model]):
    """A file that was read: its id, where it lies, its text, and what it says."""

    id: str
    file: str
    text: str
    content: Model

    def fault(self, code: str, path: Path, level: Level = Level.ERROR, **values: str) -> Diagnostic:
        """A diagnostic about the value at `path`."""
        spot = self._places.nearest(path)
        lines = self.text.split("\n")
        shown = lines[spot[0] - 1] if 0 < spot[0] <= len(lines) else ""
        field_name = way(type(self.content), path)
        return Diagnostic(code, level, Place(self.file, *spot), field_name, values, shown)

    @cached_property
    def _places(self) -> Places:
        # Worked out again only when there is something to say: kept for every record, the
        # positions would take more memory than the models.
        places = Places()
        root = compose(self.text, self.file).root
        if root is not None:
            _Walk(self.file, self.text, places, type(self.content)).plain(
                root, shape_of(type(self.content)), ()
            )
        return places


@dataclass
class Places:
    """Line and column of every key and value, by path."""

    of: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def nearest(self, path: Path) -> tuple[int, int]:
        """The place of `path`, or of the closest thing above it that was written."""
        while path and path not in self.of:
            path = path[:-1]
        return self.of.get(path, (1, 1))


def bind(
    text: str, file: str, identity: str, model: type[Model]
) -> tuple[Record[Model] | None, tuple[Diagnostic, ...]]:
    """Read `text` as `model`. The record is absent where its values do not make one.

    A record can come with errors (unknown or repeated keys): rules may look at it, a build may not.
    """
    parsed = parse(text, file)
    if isinstance(parsed.root, yaml.MappingNode) and not MAY_CUT.search(text):
        try:
            content = model.model_validate(plain(parsed.root, shape_of(model)))
        except (OddityError, ValidationError):
            # something is amiss: once more, this time noting where everything stands
            return _exactly(text, file, identity, model)
        return Record(identity, file, text, content), ()
    return _exactly(text, file, identity, model)


def _exactly(
    text: str, file: str, identity: str, model: type[Model]
) -> tuple[Record[Model] | None, tuple[Diagnostic, ...]]:
    composed = compose(text, file)
    if composed.root is None:
        found = composed.diagnostics or (Diagnostic("empty-file", Level.ERROR, Place(file)),)
        return None, found
    places = Places()
    walk = _Walk(file, text, places, model)
    walk.found += composed.diagnostics
    walk.cut = {one.place.line for one in composed.diagnostics}
    if not isinstance(composed.root, Mapping):
        return None, (walk.fault("not-a-mapping", ()),)
    data = walk.plain(composed.root, shape_of(model), ())
    try:
        content = model.model_validate(data)
    except ValidationError as error:
        return None, (*walk.found, *_translated(error, walk))
    return Record(identity, file, text, content), tuple(walk.found)


def _translated(error: ValidationError, walk: _Walk) -> Iterator[Diagnostic]:
    for one in error.errors(include_url=False, include_input=False):
        path = tuple(step for step in one["loc"] if not str(step).startswith(("function-", "[")))
        values = {key: str(value) for key, value in one.get("ctx", {}).items()}
        code = _CODES.get(one["type"], one["type"])
        if code == "missing-field":
            if path in walk.guessed:
                # already told as a misspelt key
                continue
            values["key"] = str(path[-1])
        yield walk.fault(code, path, **values)


class _Walk:
    """Turns nodes into plain data under canonical keys, noting places and unknown or repeated keys."""

    def __init__(self, file: str, text: str, places: Places, model: type[Part]) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.places = places
        self.model = model
        self.found: list[Diagnostic] = []
        self.guessed: set[Path] = set()
        self.cut: set[int] = set()

    def fault(self, code: str, path: Path, **values: str) -> Diagnostic:
        line, column = self.places.nearest(path)
        return self._at(code, line, column, way(self.model, path), values)

    def _at(
        self, code: str, line: int, column: int, name: str, values: dict[str, str]
    ) -> Diagnostic:
        shown = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Diagnostic(code, Level.ERROR, Place(self.file, line, column), name, values, shown)

    def plain(self, node: Node, shape: Shape | None, path: Path) -> Any:
        self.places.of.setdefault(path, (node.line, node.column))
        if isinstance(node, Scalar):
            return node.text
        if isinstance(node, Sequence):
            below = shape.each if shape else None
            return [
                self.plain(item, below, (*path, index)) for index, item in enumerate(node.items)
            ]
        return self._mapping(node, shape, path)

    def _mapping(self, node: Mapping, shape: Shape | None, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        seen: set[str] = set()
        for written, value in node.entries:
            key = self._key(written, shape, path)
            if key is None:
                continue
            if key in seen:
                self.found.append(
                    self._at(
                        "repeated-key", written.line, written.column,
                        way(self.model, (*path, key)), {"key": written.text or ""},
                    )
                )  # fmt: skip
                continue
            seen.add(key)
            below = shape.below(key) if shape else None
            # what begins on a later line is found by its key
            at = value if value.line == written.line else written
            self.places.of[(*path, key)] = (at.line, at.column)
            plain = self.plain(value, below, (*path, key))
            # a key left empty is as good as absent
            if plain is not None:
                data[key] = plain
            elif written.line in self.cut:
                self.guessed.add((*path, key))
            elif colour := _EATEN_COLOUR.match(self.lines[written.line - 1], written.column - 1):
                self.found.append(self.fault("bad-colour", (*path, key), written=colour[1]))
        return data

    def _key(self, written: Scalar, shape: Shape | None, path: Path) -> str | None:
        key = (written.text or "").strip()
        if shape is None or shape.each is not None or not shape.slots:
            return key
        if slot := shape.slots.get(key):
            return slot.key
        # of a Chinese key of two characters, one may be wrong
        cutoff = 0.6 if key.isascii() else 0.5
        near = difflib.get_close_matches(key, shape.slots, n=1, cutoff=cutoff)
        code = "unknown-key-near" if near else "unknown-key"
        if near:
            self.guessed.add((*path, shape.slots[near[0]].key))
        values = {"key": key, "near": near[0] if near else "", "known": "、".join(shape.titles)}
        self.found.append(
            self._at(code, written.line, written.column, way(self.model, path), values)
        )
        return None
