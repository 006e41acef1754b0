"""What is sound in a file with faults: enough of it for rules to look at, so that one run tells all.

A value that cannot be read is left out; one that must be there is replaced by the model's own example. Such
a record is only ever checked, never shown, and nothing is told about the places in `doubtful`.
"""

from __future__ import annotations

import copy
import types
import typing
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from ..drafting.outline import Path
from ..model import Part

Model = TypeVar("Model", bound=Part)
_MOST_ROUNDS = 8


def steps(error: typing.Mapping[str, Any]) -> Path:
    """The way to a fault as files write it: without the steps that belong to pydantic."""
    return tuple(step for step in error["loc"] if not str(step).startswith(("function-", "[")))


def salvaged(data: dict[str, Any], model: type[Model]) -> tuple[Model | None, frozenset[Path]]:
    """The record without what is wrong in `data` (which is changed), and the places that were. `None` where
    too little is left."""
    doubtful: set[Path] = set()
    for _ in range(_MOST_ROUNDS):
        try:
            return model.model_validate(data), frozenset(doubtful)
        except ValidationError as fault:
            found = [(steps(one), one["type"]) for one in fault.errors(include_url=False)]
        doubtful |= {path for path, _ in found}
        # every one of them, also behind one that cannot be mended
        mended = [_mend(data, model, path) for path, _ in found]
        if not all(mended):
            return None, frozenset(doubtful)
    return None, frozenset(doubtful)


def _mend(data: Any, model: type[Part], path: Path) -> bool:
    """Take out what stands at `path`, or put an example there. Whether that was possible."""
    holder = data
    for number, step in enumerate(path[:-1], start=1):
        try:
            inner = holder[step]
        except (KeyError, IndexError, TypeError):
            return False
        if not isinstance(inner, dict | list):
            # a plain value in the place of a mapping: it goes as a whole
            path = path[:number]
            break
        holder = inner
    field = _field(model, path)
    last = path[-1] if path else None
    if isinstance(holder, dict) and last is not None:
        if field is not None and field.is_required():
            holder[last] = _example(field)
        else:
            holder.pop(last, None)
        return True
    if isinstance(holder, list) and isinstance(last, int) and last < len(holder):
        # the others keep their numbers, by which they are found in the file
        holder[last] = _example_item(model, path)
        return holder[last] is not None
    return False


def _field(model: type[Part], path: Path) -> FieldInfo | None:
    """The field that a path ends at; `None` for an item of a list, or where the model knows no such way."""
    inside: type[Part] | None = model
    field = None
    for step in path:
        if isinstance(step, int) or inside is None:
            field = None
            continue
        fields = {info.alias or name: info for name, info in inside.model_fields.items()}
        if step in fields:
            field = fields[step]
            inside = _part(field.annotation)
        else:
            # the key of a free mapping: what it holds is what its field holds
            field = None
    return field


def _part(annotation: object) -> type[Part] | None:
    """The model that an annotation speaks of, itself or in a list or mapping."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    if isinstance(annotation, types.GenericAlias | types.UnionType) or typing.get_args(annotation):
        for inner in reversed(typing.get_args(annotation)):
            if (found := _part(inner)) is not None:
                return found
    return None


def _example(field: FieldInfo) -> Any:
    examples = field.examples or [""]
    if examples[0] or not (part := _part(field.annotation)):
        # a copy: what stands in may be mended in its turn, and the example is the model's own
        return copy.deepcopy(examples[0])
    return _filled(part)


def _example_item(model: type[Part], path: Path) -> Any:
    holder = _field(model, path[:-1])
    part = _part(holder.annotation) if holder else None
    if part is not None:
        return _filled(part)
    first = (holder.examples or [None])[0] if holder else None
    return copy.deepcopy(first[0]) if isinstance(first, list) and first else None


def _filled(part: type[Part]) -> dict[str, Any]:
    return {
        info.alias or name: _example(info)
        for name, info in part.model_fields.items()
        if info.is_required()
    }
