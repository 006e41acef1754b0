"""What every way of taking over a row stands on: the files as they would be, what can be referred to, and how a
cell's text becomes a value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..model import Base, Part, SourceList
from ..model.habits import says_nothing
from .cell_forms import ELSEWHERE
from .columns import (
    ACTIVITIES,
    BASES,
    IDENTITY,
    NAME,
    SOURCES,
    STANDARD,
    STANDARDS,
    STATS,
    Column,
    Kind,
    Plan,
)
from .drafts import FileDraft
from .faults import CellFault, Spot
from .layout import ReadRow
from .references import References
from .tables import SOURCES_FILE, Tables

_THINGS = {STATS: "名称", ACTIVITIES: "标题", SOURCES: "简称", BASES: "名称"}
"""Under which heading the name of a row's thing stands."""


_UNKNOWN = {"source": "unknown-source", "base": "unknown-part-of"}
"""What is said of an id that nothing has, by what it should be the id of."""


@dataclass
class Ground:
    """The tables of the files as they are, a draft of each file that a row speaks of, and what was noticed."""

    tables: Tables
    drafts: dict[str, FileDraft] = field(default_factory=dict)
    faults: list[CellFault] = field(default_factory=list)
    _fresh: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)

    @property
    def references(self) -> References:
        """All that can be referred to, with what the workbook itself brings."""
        tables = self.tables
        known: dict[str, dict[str, tuple[str, ...]]] = {
            "base": {key: (name,) for key, name in tables.bases.items()},
            "source": dict(tables.sources),
            "standard": dict(tables.standards),
        }
        return References(
            {kind: {**ids, **self._fresh.get(kind, {})} for kind, ids in known.items()}
        )

    def announce(self, plan: Plan, fresh: Iterable[ReadRow]) -> None:
        """Make new bases and sources known before any row refers to them."""
        kind = {BASES: "base", SOURCES: "source"}.get(plan)
        if kind is not None:
            for row in fresh:
                names = tuple(
                    row.cells[one] for one in ("名称", "简称", "题名") if one in row.cells
                )
                if identity := row.cells.get(IDENTITY, ""):
                    self._fresh.setdefault(kind, {})[identity] = names

    def _settled(self, column: Column, text: str, before: str, spot: Spot) -> str | None:
        """A changed text as it goes into the file; None where nothing is to be done or it cannot be."""
        if ELSEWHERE in (text, before):
            self.faults.append(CellFault("cell-elsewhere", spot, {"title": column.title}, text))
            return None
        if code := _doubtful(text):
            self.faults.append(CellFault(code, spot, {"written": text}, text))
            return None
        text = better(column, self.references.resolved(column, text))
        if text == before:
            return None
        unknown = _UNKNOWN.get(column.refers) if text and column.kind is not Kind.NAMES else None
        if unknown is not None and not self.references.known(column.refers, text):
            near = self.references.near(column.refers, text)
            values = {"id": text, "near": f"，是不是想写“{near}”" if near else ""}
            self.faults.append(CellFault(unknown, spot, values, text))
            return None
        return text

    def _draft(self, file: str) -> FileDraft:
        if file not in self.drafts:
            model: type[Part] = SourceList if file == SOURCES_FILE else Base
            self.drafts[file] = FileDraft(file, model, self.tables.data.get(file, {}))
        return self.drafts[file]

    def _thing(self, plan: Plan, cells: Mapping[str, str]) -> str:
        """What a row is about, in the reader's words: 活动“开放日”."""
        if plan is BASES:
            return "基地"
        if plan is STANDARDS:
            criterion = next(one.title for one in plan.fields if one.refers == "criterion")
            name = f"{cells.get(STANDARD, '')} {cells.get(criterion, '')}".strip()
        else:
            name = cells.get(_THINGS[plan], cells.get(NAME, ""))
        return f"{plan.name}“{_short(name)}”" if name else plan.name


def _short(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:23]}…"


def _doubtful(text: str) -> str:
    """The code of what is wrong with a text that nobody typed as one: a formula, an error of a spreadsheet."""
    if re.match(r"\{?=[A-Za-z_.]+\(", text):
        return "cell-formula"
    if re.fullmatch(r"#(?:N/A|NAME\?|[A-Z/0]{3,8}!)|#{3,}", text):
        return "cell-error"
    return ""


def better(column: Column, text: str) -> str:
    """A text in the form in which files should have it, where that certainly means the same: 2023/3/25."""
    shape = column.shape
    habit = shape.habit if shape is not None else None
    if habit is None or not text or column.kind in (Kind.NAMES, Kind.EVIDENCE, Kind.LONG):
        return text
    if habit.blanks and not column.needed and says_nothing(text):
        return ""
    read, customs = habit.read(text)
    if read != text and not habit.prose:
        text = read
    safe = [one.better for one in customs if one.better is not None and one.safe]
    return safe[-1] if safe else text
