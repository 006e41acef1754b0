"""The shape of a model: which keys, Chinese or English, may stand in which mapping."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass, replace
from functools import cache

from .fields import Part
from .habits import Habit, Several


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of a mapping: its key in YAML, its Chinese name, and what lies below it."""

    key: str
    title: str
    below: Shape | None
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand at a spot: a mapping with known `slots`, or a list or free mapping of `each`.

    `listed` tells a list from a free mapping. A plain value has neither slots nor `each`, but perhaps a
    `habit`; a list perhaps items in one line (`several`). Of a mapping that may be written as one plain
    value, `short` is the key that the value is for.
    """

    slots: typing.Mapping[str, Slot]
    titles: tuple[str, ...] = ()
    each: Shape | None = None
    listed: bool = False
    habit: Habit | None = None
    several: Several | None = None
    short: str = ""

    @property
    def plain(self) -> bool:
        """Whether one plain value may stand here."""
        return bool(self.short) or (not self.slots and self.each is None)

    def below(self, step: str | int) -> Shape | None:
        """The shape one step further down."""
        if self.each is not None:
            return self.each
        slot = self.slots.get(step) if isinstance(step, str) else None
        return slot.below if slot else None


@cache
def shape_of(model: type[Part]) -> Shape:
    """The shape of a model, with every key findable by its English and its Chinese name."""
    slots: dict[str, Slot] = {}
    titles = []
    # not pydantic's own view of the fields, which takes annotations apart
    hints = typing.get_type_hints(model, include_extras=True)
    for name, info in model.model_fields.items():
        key = info.alias or name
        title = info.title or key
        slot = Slot(key, title, _below(hints[name]), info.is_required())
        slots[key] = slots[title] = slot
        titles.append(title)
    return Shape(slots, tuple(titles))


def _below(annotation: object) -> Shape | None:
    origin = typing.get_origin(annotation)
    inner = typing.get_args(annotation)
    if origin is typing.Annotated:
        return _noted(_below(inner[0]), inner[1:])
    if origin in (typing.Union, types.UnionType):
        shapes = [found for one in inner if (found := _below(one))]
        return shapes[0] if shapes else None
    if origin is tuple:
        each = _below(inner[0]) or Shape({})
        # ids and the like hold no signs that could part them
        parted = bool(each.short) or (each.habit is not None and not each.habit.prose)
        return Shape({}, each=each, listed=True, several=Several() if parted else Several(""))
    if origin is dict:
        return Shape({}, each=_below(inner[1]) or Shape({}))
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return shape_of(annotation)
    return None


def _noted(shape: Shape | None, notes: tuple[object, ...]) -> Shape | None:
    """A shape with what the notes of an annotation say about it."""
    for note in notes:
        if isinstance(note, Habit):
            shape = replace(shape or Shape({}), habit=note)
        elif isinstance(note, Several) and shape is not None:
            shape = replace(shape, several=note)
        elif shape is not None and shape.slots and (longer := getattr(note, "func", None)):
            # what makes a mapping of a plain value, asked for the key
            shape = replace(shape, short=next(iter(longer("x"))))
    return shape


def way(model: type[Part], path: tuple[str | int, ...]) -> str:
    """A path in the reader's words: ``活动 第2条·日期``."""
    shape: Shape | None = shape_of(model)
    words: list[str] = []
    for step in path:
        if isinstance(step, int):
            words.append(f"{words.pop() if words else ''} 第{step + 1}条".strip())
        else:
            slot = shape.slots.get(step) if shape else None
            words.append(slot.title if slot else step)
        shape = shape.below(step) if shape else None
    return "·".join(words)
