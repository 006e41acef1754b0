"""From the rows of a workbook to what would change in which file; every row that cannot be is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..diagnostics import Level
from .additions import Additions
from .columns import ANSWERS, BASES, IDENTITY, SOURCES, STANDARDS, Column
from .drafts import Alteration, FileDraft
from .faults import CellFault, Spot
from .layout import ReadRow
from .matching import Matched, differing
from .tables import SOURCES_FILE, TableRow


@dataclass(frozen=True)
class Proposal:
    """The files as they would be, what was noticed, and the items whose rows are gone."""

    drafts: Mapping[str, FileDraft]
    faults: tuple[CellFault, ...] = ()
    gone: tuple[TableRow, ...] = ()

    @property
    def alterations(self) -> tuple[Alteration, ...]:
        """All that would be different, file by file."""
        return tuple(one for draft in self.drafts.values() for one in draft.alterations)


@dataclass
class Proposing(Additions):
    """Builds a proposal row by row."""

    gone: list[TableRow] = field(default_factory=list)

    def take(self, found: Matched) -> None:
        """Take over what became of the rows of one sheet."""
        self.faults += found.faults
        for row, item in found.edited:
            self._edited(row, item)
        # answers need their assessment, wherever its row was sorted to
        for row in sorted(found.fresh, key=_answers):
            self.added(row)

    def leave_out(self, found: Matched, *, delete: bool) -> None:
        """Take notice of the items of a sheet whose rows are gone, and with `delete` remove them."""
        for item in found.gone:
            self._missing(item, delete=delete)

    def done(self) -> Proposal:
        """The proposal, with what the reader says against it."""
        for draft in self.drafts.values():
            if draft.changes or draft.is_new:
                # of a cell that could not be read there is nothing more to say
                told = {one.spot for one in self.faults if one.level is Level.ERROR}
                self.faults += (one for one in draft.faults() if one.spot not in told)
        drafts = {
            file: one for file, one in sorted(self.drafts.items()) if one.changes or one.is_new
        }
        return Proposal(drafts, tuple(self.faults), tuple(self.gone))

    def _edited(self, row: ReadRow, item: TableRow) -> None:
        draft = self._draft(item.file)
        answers = item.plan is STANDARDS and ANSWERS in item.way
        for column, before, after in differing(row, item):
            spot = row.spot(column.title)
            if not column.path:
                self._moved(column, before, after, spot)
            elif item.plan is STANDARDS and answers != (column.path[0] == ANSWERS):
                self.faults.append(
                    CellFault("answer-and-assessment", spot, {"title": column.title})
                )
            elif (text := self._settled(column, after, before, spot)) is not None:
                way = (*item.way, *(column.path[1:] if answers else column.path))
                draft.put(way, column, text, spot)
                thing = self._thing(item.plan, item.cells)
                draft.alterations.append(
                    Alteration(item.file, thing, column.title, before, text, spot)
                )
        for column in item.plan.fields:
            if item.plan is not STANDARDS or answers == (column.path[0] == ANSWERS):
                way = (*item.way, *(column.path[1:] if answers else column.path))
                draft.mark(way, row.spot(column.title))

    def _moved(self, column: Column, before: str, after: str, spot: Spot) -> None:
        if after and self.references.meant(column.refers, after) == before:
            return
        code = "id-fixed" if column.title == IDENTITY else "row-of-another"
        self.faults.append(CellFault(code, spot, {"written": after, "better": before}, after))

    def _missing(self, item: TableRow, *, delete: bool) -> None:
        if item.plan is BASES:
            spot = Spot(item.plan.name)
            values = {"written": item.cells.get("名称", item.place)}
            self.faults.append(CellFault("base-row-gone", spot, values, level=Level.NOTE))
            return
        self.gone.append(item)
        if not delete:
            return
        spot = Spot(item.plan.name)
        if item.plan is SOURCES and (file := self._citing(str(item.way[-1]))):
            values = {"written": str(item.way[-1]), "file": file}
            self.faults.append(CellFault("source-in-use", spot, values))
            return
        draft = self._draft(item.file)
        draft.drop(item.way, spot)
        thing = self._thing(item.plan, item.cells)
        draft.alterations.append(Alteration(item.file, thing, "", "", "", spot))

    def _citing(self, source: str) -> str:
        """A base's file that cites a source after all that the workbook changes; nothing where none does."""
        files = (*self.tables.data, *(one for one in self.drafts if one not in self.tables.data))
        for file in files:
            draft = self.drafts.get(file)
            data = draft.new() if draft is not None else self.tables.data[file]
            if file != SOURCES_FILE and _cites(data, source):
                return file
        return ""


def _cites(data: object, source: str) -> bool:
    if isinstance(data, dict):
        return data.get("source") == source or any(_cites(one, source) for one in data.values())
    return isinstance(data, list) and any(_cites(one, source) for one in data)


def _answers(row: ReadRow) -> bool:
    if row.plan is not STANDARDS:
        return False
    return any(one.path[0] == ANSWERS and row.cells.get(one.title) for one in STANDARDS.fields)


def things(alterations: Iterable[Alteration]) -> Iterator[tuple[str, str, tuple[Alteration, ...]]]:
    """Alterations gathered by file and thing, in order."""
    found: dict[tuple[str, str, int], list[Alteration]] = {}
    for one in alterations:
        found.setdefault((one.file, one.thing, one.spot.row), []).append(one)
    for (file, thing, _), several in found.items():
        yield file, thing, tuple(several)
