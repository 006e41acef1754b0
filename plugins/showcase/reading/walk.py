"""From nodes to plain data under canonical keys, noting where everything stands and what is odd about it."""

from __future__ import annotations

import re
from typing import Any

from ..diagnostics import Diagnostic, Fix, Level, Place
from ..drafting.outline import Path
from ..model import Part
from ..model.habits import Custom, says_nothing
from ..model.shape import Shape, Slot, shape_of, way
from . import keys
from .nodes import NULLS, Mapping, Node, Scalar, Sequence
from .places import Places, Spot, dropped

# to YAML, an unquoted colour is a comment
_EATEN_COLOUR = re.compile(r"[^#]*:\s+(#[0-9A-Fa-f]{6})\b")


class Walk:
    """A walk over the nodes of one file: `found` is what is to be said, `guessed` the fields whose keys
    were misspelt, `cut` the lines that hold less than was typed."""

    def __init__(self, file: str, text: str, places: Places, model: type[Part]) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.places = places
        self.model = model
        self.found: list[Diagnostic] = []
        self.guessed: set[Path] = set()
        self.cut: set[int] = set()

    def fault(self, code: str, path: Path, **values: str) -> Diagnostic:
        """An error at a path; where `better` is known, with that as a suggestion."""
        better, spot = values.get("better"), self.places.spot(path)
        fix = Fix((spot.edit(better),)) if better and spot else None
        width = spot.end - spot.start if spot and path in self.places.spots else 1
        return self._at(code, self.places.nearest(path), path, values, fix=fix, width=width)

    def _at(
        self,
        code: str,
        place: tuple[int, int],
        path: Path,
        values: dict[str, str],
        level: Level = Level.ERROR,
        fix: Fix | None = None,
        width: int = 1,
    ) -> Diagnostic:
        line, column = place
        shown = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        where, name = Place(self.file, line, column), way(self.model, path)
        return Diagnostic(code, level, where, name, values, shown, width, fix, path)

    def plain(
        self, node: Node, shape: Shape | None, path: Path, outer: Mapping | None = None
    ) -> Any:
        """The data of a node. `outer` is the mapping around it."""
        self.places.of.setdefault(path, (node.line, node.column))
        if isinstance(node, Scalar):
            return self._scalar(node, shape, path)
        if isinstance(node, Sequence):
            return self._sequence(node, shape, path)
        return self._mapping(node, shape, path, outer)

    # --- values

    def _scalar(self, node: Scalar, shape: Shape | None, path: Path) -> Any:
        spot = Spot.of(node)
        if spot is not None:
            self.places.spots[path] = spot
        if node.text is None or shape is None:
            return node.text
        if shape.listed and shape.several is not None:
            return self._listed(node, shape, path)
        habit = shape.habit
        if shape.short and (below := shape.slots[shape.short].below) is not None:
            habit = below.habit
        if habit is None:
            return node.text
        text, customs = habit.read(node.text)
        for custom in customs:
            self.found.append(self._custom(custom, node, path))
        return text

    def _custom(self, custom: Custom, node: Scalar, path: Path) -> Diagnostic:
        spot = Spot.of(node)
        better = custom.better
        fix = Fix((spot.edit(better),), custom.safe) if spot and better is not None else None
        values = {**custom.values, "better": better} if better is not None else {**custom.values}
        level = Level.WARNING if custom.grave else Level.NOTE
        width = spot.end - spot.start if spot else 1
        return self._at(custom.code, (node.line, node.column), path, values, level, fix, width)

    def _listed(self, node: Scalar, shape: Shape, path: Path) -> Any:
        """The items of a list that stands in one line without brackets."""
        several, each = shape.several, shape.each
        if several is None or each is None or not node.text or (each.slots and not each.short):
            return node.text
        # in quotes, signs between items are a part of the text
        items = () if node.style else several.split(node.text)
        items = items or (node.text,)
        if len(items) > 1 or not several.alone:
            spot = Spot.of(node)
            better = f"[{', '.join(Spot(0, 0, 0).edit(item).new for item in items)}]"
            fix = Fix((spot.edit(better, bare=True),), safe=True) if spot else None
            values = {"written": node.text.strip(), "better": better}
            width = spot.end - spot.start if spot else 1
            self.found.append(
                self._at(
                    "list-in-one-line",
                    (node.line, node.column),
                    path,
                    values,
                    Level.NOTE,
                    fix,
                    width,
                )
            )
        if len(items) > 1 or items[0] != node.text.strip():
            return list(items)
        return [self._scalar(node, each, path)]

    def _sequence(self, node: Sequence, shape: Shape | None, path: Path) -> list[Any]:
        below = shape.each if shape else None
        data: list[Any] = []
        for item in node.items:
            here = (*path, len(data))
            # what an item left out has noted must not stand for the next one
            self.places.of.pop(here, None)
            alone = len(node.items) == 1
            if isinstance(item, Scalar) and self._is_empty(item, below, here, alone=alone):
                continue
            data.append(self.plain(item, below, here))
        return data

    def _is_empty(
        self, node: Scalar, shape: Shape | None, path: Path, *, alone: bool = False
    ) -> bool:
        """Whether an optional value is nothing, or a word for nothing. A word is told. What is `alone` in
        its list is not to be dropped: a list may have to hold something."""
        habit = shape.habit if shape else None
        if node.text is None:
            fix = None if alone else self._whole_line(node, after="-")
            at = (node.line, min(node.column, len(self.lines[node.line - 1]) + 1))
            if isinstance(path[-1], int):
                self.found.append(self._at("empty-item", at, path, {}, Level.NOTE, fix))
            return True
        nothing = says_nothing(node.text) or (node.text in NULLS and not node.style)
        if (habit is not None and not habit.blanks) or not nothing:
            return False
        fix = self._whole_line(node)
        spot = Spot.of(node)
        width = spot.end - spot.start if spot else 1
        values = {"written": node.text.strip()}
        at = (node.line, node.column)
        self.found.append(self._at("left-out", at, path, values, Level.NOTE, fix, width))
        return True

    def _whole_line(self, node: Scalar, after: str = "") -> Fix | None:
        """The mend that drops the line of a value, if it holds nothing but this value and its key."""
        line = self.lines[node.line - 1]
        if node.end_line != node.line or line[node.end_column - 1 :].strip():
            return None
        head = line[: node.column - 1].strip()
        if head == "-" or (not after and re.fullmatch(r"[^\s:{\[,\-][^:{\[,]*:", head)):
            return dropped(node.line, len(line))
        return None

    # --- keys

    def _mapping(
        self, node: Mapping, shape: Shape | None, path: Path, outer: Mapping | None
    ) -> dict[str, Any]:
        data: dict[str, Any] = {}
        seen: dict[str, tuple[Scalar, Node]] = {}
        above: keys.Above | None = None
        inside = Shape({}, habit=shape.habit) if shape is not None and shape.habit else None
        for written, value in node.entries:
            slot, key = self._key(written, value, shape, path, above, outer)
            if key is None:
                continue
            here = (*path, key)
            if key in seen:
                self._repeated(written, value, seen[key], here)
                continue
            seen[key] = (written, value)
            below = inside or (shape.below(key) if shape else None)
            # what begins on a later line is found by its key
            at = value if value.line == written.line else written
            self.places.of[here] = (at.line, at.column)
            above = self._above(slot, value, here, node)
            empty = isinstance(value, Scalar) and not (slot and slot.needed and value.text)
            if isinstance(value, Scalar) and empty and self._is_empty(value, below, here):
                plain = None
            else:
                plain = self.plain(value, below, here, node)
            # a key left empty is as good as absent
            if plain is not None:
                data[key] = plain
            elif written.line in self.cut:
                self.guessed.add(here)
            elif colour := _EATEN_COLOUR.match(self.lines[written.line - 1], written.column - 1):
                self.found.append(self.fault("bad-colour", here, written=colour[1]))
        return data

    def _above(
        self, slot: Slot | None, value: Node, path: Path, node: Mapping
    ) -> keys.Above | None:
        below = slot.below if slot else None
        if slot is None or below is None or node.flow or getattr(value, "flow", False):
            return None
        if isinstance(value, Scalar) and value.text is not None:
            return None
        return keys.Above(slot.title, below, path, value)

    def _key(
        self, written: Scalar, value: Node, shape: Shape | None, path: Path,
        above: keys.Above | None, outer: Mapping | None,
    ) -> tuple[Slot | None, str | None]:  # fmt: skip
        """The field that a key means. Without one, that is told."""
        typed = written.text or ""
        key = typed.strip()
        if shape is None or shape.each is not None or not shape.slots:
            return None, key
        slot, proper = keys.slot_of(key, shape)
        if slot is not None:
            if key != proper:
                fix = keys.respelt(written, proper, safe=True)
                values = {"key": key, "better": proper}
                self._tell_key("key-form", written, (*path, slot.key), values, Level.NOTE, fix)
            return slot, slot.key
        if not (
            self._belongs_below(written, value, above)
            or self._belongs_above(written, value, path, outer)
        ):
            self._unknown(written, shape, path)
        return None, None

    def _tell_key(
        self, code: str, written: Scalar, path: Path, values: dict[str, str],
        level: Level = Level.ERROR, fix: Fix | None = None,
    ) -> None:  # fmt: skip
        place, width = (written.line, written.column), max(len(written.text or ""), 1)
        self.found.append(self._at(code, place, path, values, level, fix, width))

    def _belongs_below(self, written: Scalar, value: Node, above: keys.Above | None) -> bool:
        if above is None:
            return False
        shape, path = above.mapping
        slot, _ = keys.slot_of((written.text or "").strip(), shape) if shape.slots else (None, "")
        if slot is None:
            return False
        self.guessed.add((*path, slot.key))
        values = {"key": written.text or "", "above": above.title}
        fix = keys.pushed_in(written, value, above)
        self._tell_key("key-belongs-below", written, (*path, slot.key), values, fix=fix)
        return True

    def _belongs_above(
        self, written: Scalar, value: Node, path: Path, outer: Mapping | None
    ) -> bool:
        steps = path[:-1] if path and isinstance(path[-1], str) else path[:-2]
        shape = self._shape_at(steps)
        slot, _ = keys.slot_of((written.text or "").strip(), shape) if shape else (None, "")
        if not path or slot is None:
            return False
        self.guessed.add((*steps, slot.key))
        fix = None
        if outer is not None and not outer.flow and outer.entries:
            fix = keys.pulled_out(written, value, outer.entries[0][0].column, self.lines)
        values = {"key": written.text or "", "inner": way(self.model, path).rpartition("·")[2]}
        self._tell_key("key-belongs-above", written, path, values, fix=fix)
        return True

    def _shape_at(self, path: Path) -> Shape | None:
        shape: Shape | None = shape_of(self.model)
        for step in path:
            shape = shape.below(step) if shape else None
        return shape if shape is not None and shape.slots else None

    def _unknown(self, written: Scalar, shape: Shape, path: Path) -> None:
        key = (written.text or "").strip()
        if near := keys.near(key, shape):
            self.guessed.add((*path, shape.slots[near].key))
            fix = keys.respelt(written, near, safe=False)
            self._tell_key("unknown-key-near", written, path, {"key": key, "near": near}, fix=fix)
        else:
            values = {"key": key, "known": "、".join(shape.titles)}
            self._tell_key("unknown-key", written, path, values)

    def _repeated(
        self, written: Scalar, value: Node, before: tuple[Scalar, Node], path: Path
    ) -> None:
        first, earlier = before
        values = {"key": written.text or "", "first": str(first.line)}
        fix = keys.merged(earlier, written, value, self.lines)
        code = "repeated-key" if Scalar in (type(value), type(earlier)) else "repeated-key-below"
        self._tell_key(code, written, path, values, fix=fix)
