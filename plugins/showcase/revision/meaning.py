"""What a file says after changes, as plain data: reckoned from what it said, not from its new text.

Lists keep the numbers that their items had: what is dropped leaves `GONE`, what is new stands behind.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from ..diagnostics import Level
from ..drafting.characters import slips
from ..drafting.rows import Row
from ..model.habits import Habit
from ..model.shape import Shape
from .change import Add, Change, Drop, Item, Put, Value, Way
from .outcome import Reason
from .pieces import ENDS


class Gone:
    """What stands in the place of something dropped."""


GONE = Gone()
Leaf = Callable[[str, Shape | None], str]
"""How a text that is put at a spot is to stand in the data."""


class StuckError(Exception):
    """A change that cannot be made: never seen outside of the package."""

    def __init__(self, reason: Reason, change: Change | None = None, code: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.change = change
        self.code = code


def as_typed(value: str, shape: Shape | None) -> str:
    """A text as it is to be written: without characters that nobody sees, which the reader passes over."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(map(_cleaned, lines))


def _cleaned(line: str) -> str:
    row = Row(1, line)
    for slip in slips(row):
        if slip.level is Level.ERROR:
            raise StuckError(Reason.UNFIT, code=slip.code)
    return row.text


def as_read(value: str, shape: Shape | None) -> str:
    """A text as the reader will take it."""
    habit, text = habit_of(shape), as_typed(value, shape)
    return habit.read(text)[0] if habit else text


def habit_of(shape: Shape | None) -> Habit | None:
    """The habit of a plain value at a spot."""
    if shape is not None and shape.short and (below := shape.slots[shape.short].below) is not None:
        return below.habit
    return shape.habit if shape else None


def after(data: Any, changes: Sequence[Change], shape: Shape, leaf: Leaf) -> Any:
    """The data after changes. Raises StuckError."""
    _compare(changes)
    result = copy.deepcopy(data)
    for number, change in enumerate(changes):
        if isinstance(change, Drop) and change in changes[:number]:
            continue
        try:
            _made(result, change, shape, leaf)
        except StuckError as stuck:
            raise StuckError(stuck.reason, change, stuck.code) from None
    for change in changes:
        if isinstance(change, Drop) or change == Put(change.way, ()):
            _emptied(result, _canonical(change.way, shape))
    return result


def live(data: Any) -> Any:
    """The data without what is gone."""
    if isinstance(data, dict):
        return {key: live(value) for key, value in data.items() if value is not GONE}
    return [live(one) for one in data if one is not GONE] if isinstance(data, list) else data


def _compare(changes: Sequence[Change]) -> None:
    """Changes must not speak of one place in two ways."""
    dropped = {change.way for change in changes if isinstance(change, Drop)}
    put: dict[Way, Value] = {}
    for change in changes:
        way = change.way
        least = len(way) - 1 if isinstance(change, Drop) else len(way)
        if any(way[:count] in dropped for count in range(1, least + 1)):
            raise StuckError(Reason.CLASH, change)
        if isinstance(change, Put) and put.setdefault(way, change.value) != change.value:
            raise StuckError(Reason.CLASH, change)


def _made(data: Any, change: Change, shape: Shape, leaf: Leaf) -> None:
    way = _canonical(change.way, shape)
    if not way:
        raise StuckError(Reason.MISSING)
    place, below = _place(data, way, shape, begin=not isinstance(change, Drop))
    step = way[-1]
    if isinstance(place, list):
        if not isinstance(step, int) or not 0 <= step < len(place) or place[step] is GONE:
            raise StuckError(Reason.MISSING)
    elif not isinstance(place, dict) or not isinstance(step, str) or below is _NOWHERE:
        raise StuckError(Reason.MISSING)
    if isinstance(change, Drop):
        if isinstance(place, dict) and step not in place:
            raise StuckError(Reason.MISSING)
        place[step] = GONE
    elif isinstance(change, Add):
        _add(place, step, change.item, below, leaf)
    else:
        old = _there(place, step)
        place[step] = _put(old, change.value, below, leaf)


_NOWHERE = Shape({}, ("nowhere",))


def _below(shape: Shape | None, step: str | int, place: Any) -> Shape | None:
    """The shape one step down; `_NOWHERE` for a key that may not stand there."""
    if shape is None:
        return None
    if shape.habit is not None and not shape.slots and isinstance(place, dict):
        return Shape({}, habit=shape.habit) if step in ENDS.values() else _NOWHERE
    if shape.slots and isinstance(step, str) and step not in shape.slots:
        return _NOWHERE
    return shape.below(step)


def _canonical(way: Way, shape: Shape) -> Way:
    """A way with English keys throughout."""
    steps: list[str | int] = []
    below: Shape | None = shape
    for step in way:
        slot = below.slots.get(step) if below and isinstance(step, str) else None
        steps.append(slot.key if slot else step)
        below = below.below(steps[-1]) if below else None
    return tuple(steps)


def _place(data: Any, way: Way, shape: Shape, *, begin: bool) -> tuple[Any, Shape | None]:
    """The mapping or list that the last step of a way leads into, and the shape behind that step."""
    place, below = data, _below(shape, way[0], data)
    for step, following in pairwise(way):
        if below is _NOWHERE:
            raise StuckError(Reason.MISSING)
        if isinstance(place, dict) and isinstance(step, str):
            found = place.get(step, GONE)
        elif isinstance(place, list) and isinstance(step, int) and 0 <= step < len(place):
            found = place[step]
        else:
            raise StuckError(Reason.MISSING)
        if isinstance(found, str) and below is not None and below.short:
            # one plain value that stands for a mapping
            found = {below.short: found} if isinstance(following, str) else found
        elif found is GONE:
            if not begin or not isinstance(following, str) or isinstance(place, list):
                raise StuckError(Reason.MISSING)
            found = {}
        place[step] = found
        place, below = found, _below(below, following, found)
    return place, below


def _there(place: Any, step: Any) -> Any:
    return place.get(step, GONE) if isinstance(place, dict) else place[step]


def _put(old: Any, value: Value, shape: Shape | None, leaf: Leaf) -> Any:
    if shape is not None and shape.listed:
        if isinstance(value, str):
            parts = shape.several.split(value) if shape.several is not None else ()
            value = parts or (value,)
        return _listed(old if isinstance(old, list) else [], value, shape.each, leaf)
    if not isinstance(value, str):
        raise StuckError(Reason.UNFIT)
    if isinstance(old, dict) and shape is not None and shape.short:
        inner = _put(old.get(shape.short, GONE), value, shape.below(shape.short), leaf)
        return {**old, shape.short: inner}
    if isinstance(old, str) and old.strip() == as_read(value, shape).strip():
        return old
    return leaf(value, shape)


def _listed(old: list[Any], values: Sequence[str], shape: Shape | None, leaf: Leaf) -> Any:
    """A list with other items: those that stay keep their places where some only go."""
    left = iter(enumerate(old))
    kept: set[int] = set()
    for value in values:
        read = as_read(value, shape).strip()
        found = next((at for at, one in left if isinstance(one, str) and one.strip() == read), None)
        if found is None:
            break
        kept.add(found)
    else:
        return [one if at in kept else GONE for at, one in enumerate(old)] if values else GONE
    news = [_put(one, value, shape, leaf) for one, value in zip(old, values, strict=False)]
    news += [leaf(value, shape) for value in values[len(old) :]]
    return news + [GONE] * (len(old) - len(news))


def _add(place: Any, step: str | int, item: Value | Item, shape: Shape | None, leaf: Leaf) -> None:
    old = _there(place, step)
    if shape is not None and shape.listed:
        items = item if isinstance(item, tuple) else (item,)
        rest = old if isinstance(old, list) else []
        place[step] = [*rest, *(_new(one, shape.each, leaf) for one in items)]
    elif old is GONE:
        place[step] = _new(item, shape, leaf)
    else:
        raise StuckError(Reason.TAKEN)


def _new(item: Any, shape: Shape | None, leaf: Leaf) -> Any:
    """Something new, under English keys."""
    if isinstance(item, str):
        return _put(GONE, item, shape, leaf)
    if isinstance(item, tuple):
        if shape is None or not shape.listed:
            raise StuckError(Reason.UNFIT)
        return [_new(one, shape.each, leaf) for one in item]
    if not isinstance(item, Mapping) or not item:
        raise StuckError(Reason.UNFIT)
    if shape is not None and shape.listed:
        return [_new(item, shape.each, leaf)]
    made: dict[str, Any] = {}
    for key, value in item.items():
        step = _canonical((key,), shape)[0] if shape else key
        below = _below(shape, step, made)
        if below is _NOWHERE:
            raise StuckError(Reason.MISSING)
        made[str(step)] = _new(value, below, leaf)
    return made


def _emptied(data: Any, way: Way) -> None:
    """Let lists and mappings that have become empty go with their keys."""
    around = [data]
    for step in way[:-1]:
        inner = around[-1]
        if isinstance(inner, dict):
            found = inner.get(str(step), GONE)
        else:
            found = inner[step] if isinstance(inner, list) and isinstance(step, int) else GONE
        if not isinstance(found, dict | list):
            break
        around.append(found)
    for outer, step, inner in reversed(list(zip(around, way, around[1:], strict=False))):
        if not live(inner):
            outer[step] = GONE
