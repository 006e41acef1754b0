"""The content as tables: what stands in each row of each sheet, and the key that ties a row to its item."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from ..catalogue import Catalogue
from ..model import Base, SourceList, Standard
from ..model.shape import shape_of
from .cell_forms import shown
from .cleaning import cleaned
from .columns import (
    ACTIVITIES,
    ANSWERS,
    BASES,
    IDENTITY,
    NAME,
    OWNER,
    SOURCES,
    STANDARD,
    STANDARD_NAME,
    STANDARDS,
    STATS,
    Plan,
)
from .typed import Data, at, typed

Way = tuple[str | int, ...]
SOURCES_FILE = "bases/_sources.yml"
_KEY = re.compile(
    r"(?P<file>[a-z0-9_-]+)(?:/(?P<standard>[a-z0-9-]+))?(?:#(?P<number>\d+))?~(?P<mark>[0-9a-f]{8})"
)


@dataclass(frozen=True)
class TableRow:
    """A row: the file and the way to its item there, and its cells by heading.

    `offered` rows are of criteria that nobody has answered yet: there is no item behind them.
    """

    plan: Plan
    file: str
    way: Way
    cells: Mapping[str, str]
    offered: bool = False

    @property
    def place(self) -> str:
        """Which item this is: yunqiao, yunqiao#3, yunqiao/six-haves#2; items count from 1."""
        stem = self.file.removeprefix("bases/").rpartition(".")[0]
        numbers = [step + 1 for step in self.way if isinstance(step, int)]
        inner = self.way[1] if self.plan in (STANDARDS, SOURCES) and len(self.way) > 1 else ""
        return "".join((stem, f"/{inner}" if inner else "", *(f"#{one}" for one in numbers)))

    @property
    def key(self) -> str:
        """Its place, and a mark of what it says: whoever edits either cell or file changes the mark."""
        return "" if self.offered else f"{self.place}~{mark(self.plan, self.cells)}"


@dataclass(frozen=True, slots=True)
class RowKey:
    """A key taken apart: the place without its number tells the list, `mark` what the row said."""

    place: str
    mark: str


def row_key(written: str) -> RowKey | None:
    """Take a key apart; None for what is none."""
    text = written.strip()
    return RowKey(*text.split("~")) if _KEY.fullmatch(text) else None


def mark(plan: Plan, cells: Mapping[str, str]) -> str:
    """A short sum of what a row says, the same for the same cells in any order of columns."""
    said = [
        f"{one.title}\x1f{cells[one.title]}"
        for one in plan.columns
        if one.read and cells.get(one.title)
    ]
    return hashlib.blake2b("\x1e".join(sorted(said)).encode(), digest_size=4).hexdigest()


@dataclass(frozen=True)
class Tables:
    """All rows of all sheets, the data they were made of by file, and what ids and names there are. `unsound` are the
    files that cannot be read for now, by name without ending: nobody knows what is in them."""

    rows: tuple[TableRow, ...]
    data: Mapping[str, Data]
    bases: Mapping[str, str]
    sources: Mapping[str, tuple[str, ...]]
    standards: Mapping[str, tuple[str, ...]]
    criteria: Mapping[str, tuple[str, ...]]
    unsound: frozenset[str] = frozenset()

    def of(self, plan: Plan) -> tuple[TableRow, ...]:
        """The rows of one sheet."""
        return tuple(one for one in self.rows if one.plan is plan)


def tables(catalogue: Catalogue, only: Set[str] = frozenset()) -> Tables:
    """The tables of a catalogue; of these bases alone where some are named. Sources are always all there."""
    data: dict[str, Data] = {}
    rows: list[TableRow] = []
    names = {identity: record.content.name for identity, record in catalogue.bases.items()}
    for identity, record in catalogue.bases.items():
        data[record.file] = typed(record.text, Base)
        if not only or identity in only:
            rows += _base_rows(identity, record.file, data[record.file], names, catalogue)
    listed = typed(catalogue.sources_file.text, SourceList)
    data[SOURCES_FILE] = listed
    for source, entry in listed.get("sources", {}).items():
        own = {IDENTITY: source}
        rows.append(
            TableRow(SOURCES, SOURCES_FILE, ("sources", source), own | _cells(SOURCES, entry))
        )
    return Tables(
        tuple(rows),
        data,
        names,
        {key: tuple(one for one in (found.short, found.title) if one) for key, found in catalogue.sources.items()},
        {key: tuple(one for one in (found.content.name, found.content.short) if one) for key, found in catalogue.standards.items()},
        {key: tuple(one.name for one in found.content.all_criteria) for key, found in catalogue.standards.items()},
        catalogue.unread,
    )  # fmt: skip


def _base_rows(
    identity: str, file: str, data: Data, names: Mapping[str, str], catalogue: Catalogue
) -> Iterator[TableRow]:
    yield TableRow(BASES, file, (), {IDENTITY: identity} | _cells(BASES, data))
    owner = {OWNER: identity, NAME: names[identity]}
    for plan in (STATS, ACTIVITIES):
        for number, item in enumerate(data.get(plan.within, ())):
            yield TableRow(plan, file, (plan.within, number), owner | _cells(plan, item))
    for standard, assessment in data.get(STANDARDS.within, {}).items():
        record = catalogue.standards.get(standard)
        own = owner | {STANDARD: standard, STANDARD_NAME: record.content.name if record else ""}
        way = (STANDARDS.within, standard)
        below = {key: value for key, value in assessment.items() if key != ANSWERS}
        yield TableRow(STANDARDS, file, way, own | _cells(STANDARDS, below))
        answers = assessment.get(ANSWERS, ())
        for number, answer in enumerate(answers):
            cells = own | _cells(STANDARDS, {ANSWERS: answer})
            yield TableRow(STANDARDS, file, (*way, ANSWERS, number), cells)
        if record is not None:
            answered = {answer.get("criterion") for answer in answers}
            for name in _unanswered(record.content, answered):
                cells = own | _cells(STANDARDS, {ANSWERS: {"criterion": name}})
                yield TableRow(STANDARDS, file, (*way, ANSWERS), cells, offered=True)


def _unanswered(standard: Standard, answered: Set[str | None]) -> Iterator[str]:
    for criterion in standard.all_criteria:
        if criterion.name not in answered and (not criterion.id or criterion.id not in answered):
            yield criterion.name


def _cells(plan: Plan, item: object) -> dict[str, str]:
    """The cells of an item, by heading; values that are not there have none."""
    found = {}
    for column in plan.fields:
        if text := cleaned(shown(value_at(plan, item, column.path), column), column):
            found[column.title] = text
    return found


def value_at(plan: Plan, item: object, path: Way) -> object:
    """The value below an item; a mapping may be written as its one plain value."""
    value = at(item, path)
    if value is None and len(path) > 1:
        above = at(item, path[:-1])
        below = shape_of(plan.model)
        for step in path[:-1]:
            inner = below.below(step)
            if inner is None:
                return None
            below = inner
        if isinstance(above, str) and below.short == path[-1]:
            return above
    return value
