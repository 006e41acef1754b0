"""A tree from left to right, as a stemma in a book: what begins a branch stands on one line with its first item.

Root, heads and items hang from three upright edges. On a narrow sheet, and where there is much to show, the root
stands above its branches, and a head that is a word above its items.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate

from .drawing import Box, Drawing, Kind, Label, Line, Node, Part
from .lettering import em_width
from .setting import Setting, set_in
from .spec import Branch, Format, Leaf, Spec

_JOINT = 12
"""The square at the root."""
_SHORT = 3.2
"""Ems up to which a head is a sign (1, 17, N) and set large."""
_CROWDED = 8
"""Items from which a branch may stand in columns."""
_COLUMNS = 3
_MUCH = 40
"""Items from which even a wide sheet has its root and heads above them, so that columns find room."""


@dataclass(frozen=True, slots=True)
class _Measures:
    """Where things stand on a sheet of one format: left ends and lengths of edges."""

    beside: bool
    root_x: int
    root_width: int
    trunk: int
    twig: int
    head_width: int
    stem: int
    spur: int
    air: int
    """Between letters and the edge that leads on from them."""


_WIDE = _Measures(True, 26, 290, 348, 30, 224, 46, 26, 14)
_BROAD = _Measures(False, 26, 974, 6, 32, 120, 40, 26, 14)
_TALL = _Measures(False, 26, 294, 6, 20, 70, 16, 14, 8)


@dataclass
class _Ground:
    """What has been drawn so far."""

    rules: list[Line] = field(default_factory=list)
    hairs: list[Line] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    bottom: int = 0

    def reach(self, bottom: int) -> None:
        """Note how far down something goes."""
        self.bottom = max(self.bottom, bottom)


def tree(spec: Spec, form: Format) -> Drawing:
    """The structure on a sheet of this format."""
    at = _TALL
    if form.wide:
        at = _BROAD if len(spec.leaves) > _MUCH else _WIDE
    signs = _signs(spec, form, at)
    heads = [_head(one, form, at, signs) for one in spec.branches]
    ground = _Ground()
    root = _root(spec, form, at)
    middles: list[int] = []
    layout = _Layout(form, at, _heads_width(heads, at), any(heads), ground)
    top = 0 if at.beside else root.above + root.below + form.apart
    for branch, head in zip(spec.branches, heads, strict=True):
        middle = top + layout.above(branch, head, root if at.beside and not middles else None)
        layout.branch(branch, head, middle)
        middles.append(middle)
        top = ground.bottom + form.apart
    middle = middles[0] if at.beside else root.above
    ground.reach(middle + root.below)
    if at.beside:
        begin = at.root_x + root.first_width + at.air
        ground.rules.append(Line(begin, middle, at.trunk, middle))
    upper = middle if at.beside else middle + _JOINT // 2
    ground.rules.append(Line(at.trunk, upper, at.trunk, middles[-1]))
    return Drawing(
        Kind.tree,
        form.width,
        ground.bottom + 2,
        form.body,
        root.labelled(at.root_x, middle),
        tuple(one for one in ground.rules if one.long),
        tuple(one for one in ground.hairs if one.long),
        (Box(0, middle - _JOINT // 2, _JOINT, _JOINT),),
        tuple(ground.parts),
    )


def _root(spec: Spec, form: Format, at: _Measures) -> Setting:
    """As large as one line allows, else in the size of words."""
    large = set_in(spec.root, form.root, at.root_width)
    return large if len(large.lines) == 1 else set_in(spec.root, form.word, at.root_width)


def _signs(spec: Spec, form: Format, at: _Measures) -> bool:
    """Whether every head is a sign, and there is room for it as one."""
    most = min(_SHORT, at.head_width / form.large)
    return all(em_width(one.name) <= most for one in spec.branches)


def _head(branch: Branch, form: Format, at: _Measures, signs: bool) -> Setting | None:
    if not branch.phrases:
        return None
    size = form.large if signs else form.word
    width = at.head_width if at.beside or signs else form.width - at.trunk - at.twig
    return set_in(branch.phrases, size, width)


def _heads_width(heads: list[Setting | None], at: _Measures) -> int | None:
    """How wide the column of heads is; None where items stand below their heads instead."""
    width = max((one.width for one in heads if one), default=0)
    return width if at.beside or width <= at.head_width else None


@dataclass(frozen=True, slots=True)
class _Layout:
    """Draws branches; `column` is the width of the column of heads, `headed` whether any branch has a head."""

    form: Format
    at: _Measures
    column: int | None
    headed: bool
    ground: _Ground

    @property
    def _heads_x(self) -> int:
        return self.at.trunk + self.at.twig

    @property
    def _edge(self) -> int:
        """Where the upright edge of items stands: the trunk itself where there are no heads at all."""
        if not self.headed:
            return self.at.trunk
        if self.column is None:
            return self._heads_x + 8
        return self._heads_x + self.column + self.at.stem

    def _row(self, branch: Branch) -> int:
        return self.form.reach if any(one.path for one in branch.leaves) else self.form.row

    def _below_head(self, branch: Branch) -> bool:
        """Whether the items begin below the line of their head: in columns, or where there is no room beside it."""
        return bool(branch.leaves) and (
            (self.column is None and bool(branch.phrases)) or self._columns(branch) > 1
        )

    def _columns(self, branch: Branch) -> int:
        if len(branch.leaves) < _CROWDED:
            return 1
        widest = (
            max(set_in(one.phrases, self.form.body, 10_000).width for one in branch.leaves)
            + 2 * self.at.spur
        )
        return max(1, min(_COLUMNS, (self.form.width - self._edge) // widest))

    def above(self, branch: Branch, head: Setting | None, root: Setting | None) -> int:
        """How much room the first line of a branch needs above its middle."""
        room = [one.above for one in (head, root) if one]
        if branch.leaves and not self._below_head(branch):
            room.append(self._row(branch) // 2)
        return max(room, default=self.form.row // 2)

    def branch(self, branch: Branch, head: Setting | None, middle: int) -> None:
        """A branch with its head, the middle of whose first line is at `middle`."""
        at, ground = self.at, self.ground
        label: Label | None = None
        begin = at.trunk
        if head:
            label = head.labelled(self._heads_x, middle)
            begin = self._heads_x + head.first_width + at.air
            ground.reach(middle + head.below)
        if head or not branch.leaves:
            ground.rules.append(Line(at.trunk, middle, self._heads_x - at.air, middle))
        nodes: tuple[Node, ...] = ()
        if branch.leaves:
            nodes = self._leaves(branch, head, begin, middle)
        ground.parts.append(Part(label, nodes))

    def _leaves(
        self, branch: Branch, head: Setting | None, begin: int, middle: int
    ) -> tuple[Node, ...]:
        ground = self.ground
        columns = self._columns(branch)
        below = self._below_head(branch)
        rows = -(-len(branch.leaves) // columns)
        wide = (self.form.width - self._edge) // columns
        row = self._row(branch)
        start, drop = middle, self.form.apart // 4
        if below:
            room = head.below + 2 * drop if head and self.column is None else 0
            start = middle + max(row, room + row // 2)
        # the edge from which the columns hang: on the line of the head, or below it
        level = upper = middle
        if self.column is None and head:
            begin, upper = self._edge, middle + head.below
            level = upper + drop if columns > 1 else upper
        nodes: list[Node] = []
        edges = range(self._edge, self._edge + wide * columns, wide)
        used = edges[: -(-len(branch.leaves) // rows)]
        # without any heads the trunk itself goes on to the items
        lines = ground.hairs if self.headed else ground.rules
        for place, edge in enumerate(used):
            leaves = branch.leaves[place * rows : (place + 1) * rows]
            found, last = self._column(leaves, edge, wide, start, row)
            nodes += found
            lines.append(Line(edge, level if place else upper, edge, last))
        lines.append(Line(begin, level, used[-1], level))
        return tuple(nodes)

    def _column(
        self, leaves: tuple[Leaf, ...], edge: int, wide: int, start: int, row: int
    ) -> tuple[list[Node], int]:
        """Items below each other, and the middle of the last."""
        at, ground = self.at, self.ground
        x = edge + at.spur
        settings = [set_in(one.phrases, self.form.body, wide - at.spur - 10) for one in leaves]
        middles = list(accumulate((one.further + row for one in settings[:-1]), initial=start))
        nodes = []
        for leaf, setting, middle in zip(leaves, settings, middles, strict=True):
            area = setting.area(x, middle, row)
            ground.reach(area.y + area.height)
            ground.hairs.append(Line(edge, middle, x - at.air, middle))
            under = setting.underlined(x, middle) if leaf.path else ()
            nodes.append(Node(None, setting.placed(x, middle), leaf.path, under, area))
        return nodes, middles[-1]
