"""From YAML nodes to a typed model: every fault of a file at once, each at its line and column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

import yaml
from pydantic import ValidationError

from ..diagnostics import Diagnostic, Fix, Level, Place
from ..drafting.draft import Draft, needs_a_look, understood
from ..drafting.outline import Path
from ..drafting.text import UnreadableError
from ..drafting.text import decoded as decode
from ..model import Part
from ..model.shape import shape_of, way
from .nodes import Mapping, Node, Parsed, compose, parse
from .places import Places
from .quick import OddityError, plain
from .salvage import salvaged, steps
from .telling import placed, remarks, slips, unreadable
from .walk import Walk

__all__ = ["Path", "Record", "bind", "bind_file"]

Model = TypeVar("Model", bound=Part)
_MOST_UNREADABLE = 20
"""Lines of a file that may be left out before the rest of it is given up."""
_LOSING = frozenset(("stray-line", "pasted-table", "second-document"))
"""Codes of lines that are left out of what is read."""
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
    """A file that was read: its id, where it lies, its text, and what it says.

    A record with `doubtful` places is there to be checked, and for nothing else: what stands at those places
    was told to be wrong, and left out or replaced. A `plain` one says what was typed, to the letter.
    """

    id: str
    file: str
    text: str
    content: Model
    doubtful: frozenset[Path] = frozenset()
    plain: bool = field(default=False, compare=False)

    def fault(self, code: str, path: Path, level: Level = Level.ERROR, **values: str) -> Diagnostic:
        """A diagnostic about the value at `path`; where `better` is known, with that as a suggestion."""
        place, spot = self._places.nearest(path), self._places.spot(path)
        lines = self.text.split("\n")
        shown = lines[place[0] - 1] if 0 < place[0] <= len(lines) else ""
        field_name = way(type(self.content), path)
        fix = Fix((spot.edit(values["better"]),)) if spot and values.get("better") else None
        width = spot.end - spot.start if spot and path in self._places.spots else 1
        return Diagnostic(
            code, level, Place(self.file, *place), field_name, values, shown, width, fix, path
        )

    @cached_property
    def _places(self) -> Places:
        # Worked out again only when there is something to say: kept for every record, the
        # positions would take more memory than the models.
        places = Places()
        shape = shape_of(type(self.content))
        draft = Draft(self.text, self.text) if self.plain else understood(self.text, shape)
        root = compose(draft.text, self.file).root
        if root is not None:
            Walk(self.file, draft.text, places, type(self.content)).plain(root, shape, ())
        return places.typed(draft)


def bind_file(
    content: bytes, file: str, identity: str, model: type[Model]
) -> tuple[Record[Model] | None, tuple[Diagnostic, ...]]:
    """Read the bytes of a file as `model`: `bind`, and what is to be said of the bytes."""
    try:
        decoded = decode(content)
    except UnreadableError as fault:
        return None, (unreadable(fault, file),)
    record, found = bind(decoded.text, file, identity, model)
    broken = {one.line for one in decoded.remarks if one.code == "bytes-broken"}
    found = tuple(
        one for one in found if not (one.code == "text-lost" and one.place.line in broken)
    )
    return record, (*remarks(decoded.remarks, file, decoded.text), *found)


def bind(
    text: str, file: str, identity: str, model: type[Model]
) -> tuple[Record[Model] | None, tuple[Diagnostic, ...]]:
    """Read `text` as `model`. The record is absent where its values do not make one.

    A record can come with errors (unknown or repeated keys): rules may look at it, a build may not.
    """
    parsed = Parsed(None) if needs_a_look(text) else parse(text, file)
    if isinstance(parsed.root, yaml.MappingNode):
        try:
            content = model.model_validate(plain(parsed.root, shape_of(model)))
        except (OddityError, ValidationError):
            # something is amiss: once more, this time noting where everything stands
            return _exactly(text, file, identity, model)
        return Record(identity, file, text, content, plain=True), ()
    return _exactly(text, file, identity, model)


def _exactly(
    text: str, file: str, identity: str, model: type[Model]
) -> tuple[Record[Model] | None, tuple[Diagnostic, ...]]:
    draft = understood(text, shape_of(model))
    content, doubtful, found = _read(draft.text, file, model)
    told = (*slips(draft, file, model), *(placed(one, draft, model) for one in found))
    # what such a line was to say is missing, and so is what might refer to it
    doubtful |= {slip.path for slip in draft.slips if slip.code in _LOSING}
    record = Record(identity, file, text, content, doubtful) if content is not None else None
    return record, told


def _read(
    text: str, file: str, model: type[Model]
) -> tuple[Model | None, frozenset[Path], tuple[Diagnostic, ...]]:
    """Read a text, noting where everything stands. A line that cannot be read is told and left out, so
    that the rest of the file can be looked at in the same run."""
    sound: frozenset[Path] = frozenset()
    root, unreadable = _composed(text, file)
    if root is None:
        found = unreadable or (Diagnostic("empty-file", Level.ERROR, Place(file)),)
        return None, sound, found
    places = Places()
    walk = Walk(file, text, places, model)
    cut = [one for one in unreadable if one.code == "hash-cuts-value"]
    walk.cut = {one.place.line for one in cut}
    if not isinstance(root, Mapping):
        return None, sound, (*unreadable, walk.fault("not-a-mapping", ()))
    data = walk.plain(root, shape_of(model), ())
    partial = len(cut) < len(unreadable)
    try:
        content = model.model_validate(data)
    except ValidationError as error:
        # what a line left out would have held is not missing
        faults = (
            one for one in _translated(error, walk) if not (partial and one.code == "missing-field")
        )
        told = (*unreadable, *walk.found, *faults)
        return (None, sound, told) if partial else (*salvaged(data, model), told)
    return None if partial else content, sound, (*unreadable, *walk.found)


def _composed(text: str, file: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The nodes of a text, if need be without the lines that keep it from having any."""
    lines = text.split("\n")
    found: list[Diagnostic] = []
    for _ in range(_MOST_UNREADABLE):
        composed = compose("\n".join(lines), file)
        found += composed.diagnostics
        last = composed.diagnostics[-1] if composed.diagnostics else None
        # of too much, no line is the cause
        line = last.place.line if last and not last.code.startswith("too-") else 0
        if composed.root is not None or not 0 < line <= len(lines) or not lines[line - 1].strip():
            return composed.root, tuple(found)
        lines[line - 1] = ""
    return None, tuple(found)


def _translated(error: ValidationError, walk: Walk) -> Iterator[Diagnostic]:
    for one in error.errors(include_url=False, include_input=False):
        path = steps(one)
        values = {key: str(value) for key, value in one.get("ctx", {}).items()}
        code = _CODES.get(one["type"], one["type"])
        if code == "missing-field":
            if path in walk.guessed:
                # already told as a misspelt key
                continue
            values["key"] = str(path[-1])
            if path in walk.places.of:
                code = "needed-left-empty"
        yield walk.fault(code, path, **values)
