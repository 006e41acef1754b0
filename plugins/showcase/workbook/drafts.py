"""What a file would say after an import: the data, the changes that lead there, and which cell each comes from."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..diagnostics import Diagnostic, Level, errors
from ..model import Part
from ..model.shape import shape_of
from ..reading.binding import bind
from ..revision import Add, Change, Drop, Put
from .cell_forms import value_of
from .columns import Column, Kind
from .faults import CellFault, Spot
from .tables import Way
from .typed import Data, as_text, at

_IN_CELLS = {
    "missing-field": "cell-needed", "needed-left-empty": "cell-needed", "blank": "cell-needed",
    "nothing-said": "cell-needed", "bad-colour": "cell-colour", "bad-period": "bad-date",
    "text-expected": "cell-needed",
}  # fmt: skip
"""Codes whose mend speaks of lines of a file, and what is said of a cell instead."""


@dataclass(frozen=True, slots=True)
class Alteration:
    """One thing that will be different: in which file, of which thing, what it was and what it will be.

    An empty `after` says that it goes, an empty `before` that it comes; `title` is the heading of the value,
    empty where the whole thing comes or goes.
    """

    file: str
    thing: str
    title: str
    before: str
    after: str
    spot: Spot


@dataclass
class FileDraft:
    """A file before and after. Ways count items as they are before; new items stand behind the old ones."""

    file: str
    model: type[Part]
    old: Data
    is_new: bool = False
    text: str = ""
    changes: list[Change] = field(default_factory=list)
    alterations: list[Alteration] = field(default_factory=list)
    _new: Data = field(init=False)
    _spots: dict[Way, Spot] = field(default_factory=dict)
    _dropped: set[Way] = field(default_factory=set)
    _causes: dict[int, Spot] = field(default_factory=dict)
    _fresh: dict[Way, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._new = copy.deepcopy(self.old)

    def at(self, way: Way) -> Any:
        """What stands at a way after the changes so far."""
        return at(self._new, way)

    def mark(self, way: Way, spot: Spot) -> None:
        """Remember from which cell a value comes, or would come."""
        self._spots.setdefault(way, spot)

    def put(self, way: Way, column: Column, text: str, spot: Spot) -> None:
        """Set the value at a way to what a cell says, or remove it where the cell is empty."""
        before = at(self.old, way)
        value = value_of(text, column, before)
        self._spots[way] = spot
        if value is None:
            self._change(Drop(way), spot)
            self._remove(way)
        elif column.kind is Kind.EVIDENCE:
            self._evidence(way, value, before or [], spot)
        elif isinstance(value, list):
            self._change(Put(way, tuple(value)), spot)
            self._set(way, value)
        else:
            self._change(Put(way, value), spot)
            self._set(way, value)

    def add(self, way: Way, item: Any, spot: Spot) -> Way:
        """Append an item to the list at a way, or put it into the mapping there under its last step. The
        answer is the way to it."""
        inner = any(way[: len(one)] == one for one in self._fresh)
        if not inner:
            self._change(Add(way, _frozen(item)), spot)
        if isinstance(item, dict) and way and way[0] in ("standards", "sources") and len(way) == 2:
            self._set(way, item)
            self._spots[way] = spot
            self._fresh[way] = len(self.changes) - 1
            return way
        held = at(self._new, way)
        if not isinstance(held, list):
            held = []
            self._set(way, held)
        held.append(item)
        here = (*way, len(held) - 1)
        self._spots[here] = spot
        if inner:
            self._renew(way, spot)
        return here

    def drop(self, way: Way, spot: Spot) -> None:
        """Remove an item."""
        self._change(Drop(way), spot)
        self._spots[way] = spot
        if isinstance(way[-1], int):
            self._dropped.add(way)
        else:
            self._remove(way)

    def new(self) -> Data:
        """The data after all changes."""
        data: Data = _pruned(self._new, (), self._dropped)
        return data

    def spot(self, path: Way) -> Spot | None:
        """The cell from which a value comes, by its path after the changes; its row, where only that is known."""
        for length in range(len(path), 0, -1):
            for way, spot in self._spots.items():
                if len(way) == length and self._after(way) == path[:length]:
                    return (
                        spot if length == len(path) or isinstance(way[-1], int) else replace(spot)
                    )
        return None

    def cause(self, change: Change | None) -> Spot | None:
        """The cell that asked for a change."""
        return self._causes.get(id(change)) if change is not None else None

    def faults(self) -> Iterator[CellFault]:
        """What the reader has to say against the new data, each at its cell."""
        _, told = bind(as_text(self.new()), self.file, "", self.model)
        for one in errors(told):
            spot = self.spot(one.path)
            if spot is not None:
                yield in_cell(one, spot)

    def expected(self) -> Part | None:
        """The model of the new data, where it makes one without a fault."""
        record, told = bind(as_text(self.new()), self.file, "", self.model)
        return record.content if record is not None and not errors(told) else None

    # --- inner

    def _renew(self, way: Way, spot: Spot) -> None:
        """What comes into something new comes with it: ways of changes lead into the file as it is."""
        for fresh, number in self._fresh.items():
            if way[: len(fresh)] == fresh:
                self.changes[number] = Add(fresh, _frozen(at(self._new, fresh)))
                self._causes[id(self.changes[number])] = spot

    def _change(self, change: Change, spot: Spot) -> None:
        self.changes.append(change)
        self._causes[id(change)] = spot

    def _evidence(self, way: Way, items: list[Any], before: list[Any] | str, spot: Spot) -> None:
        old = [before] if isinstance(before, str) else before
        if all(isinstance(one, str) for one in (*old, *items)):
            self._change(Put(way, tuple(items)), spot)
            self._set(way, items)
            return
        # what stays keeps its place and its comments, what is new comes behind
        left = [_bare(one) for one in items]
        kept: list[Any] = []
        for number, one in enumerate(old):
            if _bare(one) in left:
                left.remove(_bare(one))
                kept.append(one)
            else:
                self._change(Drop((*way, number)), spot)
        for one in left:
            self._change(Add(way, _frozen(one)), spot)
        self._set(way, [*kept, *left])

    def _set(self, way: Way, value: Any) -> None:
        held: Any = self._new
        shape = shape_of(self.model)
        for number, step in enumerate(way[:-1]):
            below = at(held, (step,))
            inner = shape.below(step)
            if isinstance(below, str) and inner is not None and inner.short:
                below = {inner.short: below}
            if below is None:
                below = [] if isinstance(way[number + 1], int) else {}
            held[step] = below
            held, shape = below, inner or shape
        held[way[-1]] = value

    def _remove(self, way: Way) -> None:
        holder = at(self._new, way[:-1])
        if isinstance(holder, dict):
            holder.pop(way[-1], None)
            if not holder and len(way) > 1 and isinstance(way[-2], str):
                self._remove(way[:-1])
        elif isinstance(holder, str) and len(way) > 1:
            # the one plain value that a mapping was written as
            self._remove(way[:-1])

    def _after(self, way: Way) -> Way:
        found: list[str | int] = []
        for number, step in enumerate(way):
            if isinstance(step, int):
                before = way[:number]
                step -= sum(
                    1
                    for one in self._dropped
                    if len(one) == number + 1 and one[:-1] == before and int(one[-1]) < step
                )
            found.append(step)
        return tuple(found)


def in_cell(one: Diagnostic, spot: Spot) -> CellFault:
    """What is said of a file, said of the cell from which it would come."""
    code = _IN_CELLS.get(one.code, one.code)
    title = one.field.rpartition("·")[2] or spot.heading
    values = {
        **one.values,
        "title": spot.heading or title,
        "written": one.values.get("written", ""),
    }
    return CellFault(code, spot, values, level=Level.ERROR)


def _pruned(value: Any, way: Way, dropped: set[Way]) -> Any:
    if isinstance(value, dict):
        found = {key: _pruned(one, (*way, key), dropped) for key, one in value.items()}
        return {key: one for key, one in found.items() if one not in ([], {}) or value[key] == one}
    if isinstance(value, list):
        return [
            _pruned(one, (*way, number), dropped)
            for number, one in enumerate(value)
            if (*way, number) not in dropped
        ]
    return value


def _frozen(item: Any) -> Any:
    """An item as changes take it: lists as tuples."""
    if isinstance(item, Mapping):
        return {key: _frozen(one) for key, one in item.items()}
    return tuple(map(_frozen, item)) if isinstance(item, list) else item


def _bare(one: Any) -> Any:
    """A piece of evidence in one form."""
    return one if isinstance(one, dict) else {"ref": one}
