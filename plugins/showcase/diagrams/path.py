"""Steps as a path: a staircase where they are few, rows to and fro where they are many, one line downward on a
narrow sheet. Every step is a halt with its number.
"""

from __future__ import annotations

from itertools import pairwise
from math import ceil

from .drawing import Box, Drawing, Kind, Label, Line, Node, Part
from .setting import Setting, set_in
from .spec import Format, Leaf, Spec

_FLIGHT = 7
"""Steps that one staircase holds."""
_ROW = 5
"""Steps that one row holds."""
_RISER = 34
_LINES = 4
"""Lines that a name under a stair may have; longer ones need the width of a row."""
_SQUARE = 12
_AIR = 14


def path(spec: Spec, form: Format) -> Drawing:
    """The steps on a sheet of this format."""
    if not form.wide:
        return _downward(spec, form)
    if len(spec.branches) == 1 and not spec.branches[0].phrases and len(spec.leaves) <= _FLIGHT:
        names = _names(spec.leaves, form.body, form.width // len(spec.leaves) - 2 * _AIR)
        if max(len(one.lines) for one in names) <= _LINES:
            return _stairs(spec, form, names)
    return _rows(spec, form)


def _names(leaves: tuple[Leaf, ...], size: int, width: int) -> list[Setting]:
    return [set_in(one.phrases, size, width) for one in leaves]


def _number(place: int, form: Format) -> Setting:
    return set_in((str(place),), form.number, form.width)


def _node(leaf: Leaf, number: Setting, over: int, name: Setting, under: int, x: int) -> Node:
    """A halt whose number stands above its name. `over` and `under` are the middles of the two."""
    top = over - number.above
    beside = _AIR // 2
    width = max(number.width, name.width) + 2 * beside
    area = Box(x - beside, top, width, under + name.below + 4 - top)
    return _halt(leaf, number.labelled(x, over), name, x, under, area)


def _halt(leaf: Leaf, number: Label, name: Setting, x: int, middle: int, area: Box) -> Node:
    under = name.underlined(x, middle) if leaf.path else ()
    return Node(number, name.placed(x, middle), leaf.path, under, area)


def _stairs(spec: Spec, form: Format, names: list[Setting]) -> Drawing:
    """Rising to the right: the number stands on its stair, the name hangs below it."""
    count = len(names)
    first = _number(1, form)
    top = 2 * first.above + 4
    rules: list[Line] = []
    nodes: list[Node] = []
    for place, (leaf, name) in enumerate(zip(spec.leaves, names, strict=True)):
        x, y = form.width * place // count, top + (count - 1 - place) * _RISER
        rules.append(Line(x, y, form.width * (place + 1) // count, y))
        number = _number(place + 1, form)
        nodes.append(
            _node(leaf, number, y - number.above - 2, name, y + name.above + _AIR, x + _AIR)
        )
    rules += [Line(one.x2, one.y2, one.x2, other.y1) for one, other in pairwise(rules)]
    bottom = max(one.area.y + one.area.height for one in nodes)
    return _drawing(form, form.body, bottom, rules, [], [Part(None, tuple(nodes))])


def _rows(spec: Spec, form: Format) -> Drawing:
    """To and fro, one row below the other; a head begins a new row."""
    most = max(len(one.leaves) for one in spec.branches)
    columns = ceil(most / ceil(most / _ROW))
    wide = form.width // columns
    left, right = 1, form.width - 1
    rules: list[Line] = []
    joints: list[Box] = []
    parts: list[Part] = []
    place, top, forth = 0, 1, True
    for branch in spec.branches:
        head: Label | None = None
        nodes: list[Node] = []
        if branch.phrases:
            setting = set_in(branch.phrases, form.word, form.width - 4 * _AIR)
            head = setting.labelled(2 * _AIR, top + setting.above)
            top += setting.above + setting.below + _AIR
        for begin in range(0, len(branch.leaves), columns):
            leaves = branch.leaves[begin : begin + columns]
            line = top + _SQUARE // 2
            if rules:
                # from the end of the row above, which is where this one begins
                start = left if forth else right
                rules.append(Line(start, rules[-1].y2, start, line))
            xs = [wide * (column if forth else columns - 1 - column) for column in range(columns)]
            for x, leaf, name in zip(
                xs, leaves, _names(leaves, form.body, wide - 2 * _AIR), strict=False
            ):
                place += 1
                number = _number(place, form)
                joints.append(Box(x, line - _SQUARE // 2, _SQUARE, _SQUARE))
                over = line + _SQUARE + number.above
                nodes.append(
                    _node(leaf, number, over, name, over + number.above + name.above, x + _AIR)
                )
            begins, ends = (left, right) if forth else (right, left)
            if place == len(spec.leaves):
                ends = joints[-1].x + _SQUARE // 2
            rules.append(Line(begins, line, ends, line))
            top = max(one.area.y + one.area.height for one in nodes) + form.apart
            forth = not forth
        parts.append(Part(head, tuple(nodes)))
    return _drawing(form, form.body, top - form.apart, rules, joints, parts)


def _downward(spec: Spec, form: Format) -> Drawing:
    """One line down the left, a halt for each step; heads stand between them."""
    trunk, x = _SQUARE // 2, 26
    numbers = [_number(place, form) for place in range(1, len(spec.leaves) + 1)]
    name_x = x + max(one.width for one in numbers) + _AIR
    row = form.reach
    joints: list[Box] = []
    parts: list[Part] = []
    place, top = 0, 0
    for branch in spec.branches:
        head: Label | None = None
        if branch.phrases:
            setting = set_in(branch.phrases, form.word, form.width - x)
            head = setting.labelled(x, top + form.apart // 2 + setting.above)
            top += form.apart // 2 + setting.above + setting.below + 6
        nodes: list[Node] = []
        for leaf, name in zip(
            branch.leaves, _names(branch.leaves, form.word, form.width - name_x), strict=True
        ):
            middle = top + row // 2
            joints.append(Box(0, middle - _SQUARE // 2, _SQUARE, _SQUARE))
            number = numbers[place].labelled(x, middle)
            area = Box(x - 4, top, name_x + name.width - x + 4, row + name.further)
            nodes.append(_halt(leaf, number, name, name_x, middle, area))
            top += area.height
            place += 1
        parts.append(Part(head, tuple(nodes)))
    upper, lower = (one.y + _SQUARE // 2 for one in (joints[0], joints[-1]))
    return _drawing(form, form.word, top, [Line(trunk, upper, trunk, lower)], joints, parts)


def _drawing(
    form: Format,
    size: int,
    bottom: int,
    rules: list[Line],
    joints: list[Box],
    parts: list[Part],
) -> Drawing:
    return Drawing(
        Kind.path,
        form.width,
        bottom + 2,
        size,
        None,
        tuple(rules),
        (),
        tuple(joints),
        tuple(parts),
    )
