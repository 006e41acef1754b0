"""Rows without an item behind them: new bases, sources, activities, figures, assessments and answers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..file_names import LONGEST_ID, is_kept
from ..model import Base
from ..model.fields import ID_PATTERN
from ..scaffold import Written, scaffold
from .cell_forms import value_of
from .columns import ANSWERS, BASES, IDENTITY, OWNER, SOURCES, STANDARD, STANDARDS, Column
from .drafts import Alteration, FileDraft
from .faults import CellFault
from .ground import Ground
from .layout import ReadRow
from .tables import SOURCES_FILE, Way
from .typed import typed

_FIRST = frozenset(("name", "kind", "city"))
"""What a new file cannot be made without."""


class Additions(Ground):
    """Takes over new rows."""

    def added(self, row: ReadRow) -> None:
        """Take over a row that has no key."""
        if row.plan is STANDARDS and _is_offer(row):
            return
        if row.plan is BASES:
            self._new_base(row)
        elif row.plan is SOURCES:
            self._new_source(row)
        elif (file := self._owner(row)) is None:
            return
        elif row.plan is STANDARDS:
            self._new_standing(row, file)
        else:
            self._append(row, file, (row.plan.within,), row.plan.fields, 0)

    def _owner(self, row: ReadRow) -> str | None:
        written = row.cells.get(OWNER, "")
        identity = self.references.meant("base", written) if written else ""
        if not identity:
            code = "base-unknown" if written else "base-missing"
            near = self.references.near("base", written) if written else ""
            values = {"written": written, "near": f"，是不是 {near}" if near else ""}
            if written in self.tables.unsound:
                code, values = "file-faulty-first", {"file": f"bases/{written}.yml"}
            if OWNER not in row.faulty:
                self.faults.append(CellFault(code, row.spot(OWNER), values, written))
            return None
        return self._file_of(identity)

    def _file_of(self, identity: str) -> str:
        known = (
            one for one in self.tables.data if one.rpartition("/")[2].rpartition(".")[0] == identity
        )
        return next(known, f"bases/{identity}.yml")

    def _append(
        self, row: ReadRow, file: str, within: Way, columns: Sequence[Column], cut: int
    ) -> None:
        """A new item at the end of a list."""
        item, said = self._item(row, columns, cut)
        draft = self._draft(file)
        way = draft.add(within, item, row.spot())
        for column in columns:
            draft.mark((*way, *column.path[cut:]), row.spot(column.title))
        self._told_new(row, file, said)

    def _told_new(self, row: ReadRow, file: str, said: Mapping[str, str]) -> None:
        thing = f"新增 {self._thing(row.plan, row.cells)}"
        for title, text in said.items():
            alteration = Alteration(file, thing, title, "", text, row.spot(title))
            self._draft(file).alterations.append(alteration)

    def _item(
        self, row: ReadRow, columns: Sequence[Column], cut: int
    ) -> tuple[dict[str, object], dict[str, str]]:
        """A new item by English keys, and what it says by heading."""
        item: dict[str, object] = {}
        said: dict[str, str] = {}
        for column in columns:
            text = row.cells.get(column.title, "")
            settled = self._settled(column, text, "", row.spot(column.title)) if text else None
            if not settled:
                continue
            said[column.title] = settled
            held: dict[str, object] = item
            *above, last = column.path[cut:]
            for key in above:
                inner = held.setdefault(key, {})
                assert isinstance(inner, dict)
                held = inner
            held[last] = value_of(settled, column, None)
        return item, said

    def _new_standing(self, row: ReadRow, file: str) -> None:
        """A new assessment, or a new answer in one."""
        written = row.cells.get(STANDARD, "")
        standard = self.references.meant("standard", written) if written else ""
        if not standard:
            near = self.references.near("standard", written) if written else ""
            values = {"written": written, "near": f"，是不是 {near}" if near else ""}
            if STANDARD not in row.faulty:
                self.faults.append(
                    CellFault("standard-unknown", row.spot(STANDARD), values, written)
                )
            return
        inner = [one for one in STANDARDS.fields if one.path[0] == ANSWERS]
        outer = [one for one in STANDARDS.fields if one.path[0] != ANSWERS]
        answered = [one.title for one in inner if row.cells.get(one.title)]
        assessed = [one.title for one in outer if row.cells.get(one.title)]
        way: Way = (STANDARDS.within, standard)
        if answered and assessed:
            spot = row.spot(assessed[0])
            self.faults.append(CellFault("answer-and-assessment", spot, {"title": assessed[0]}))
        elif assessed:
            self._new_assessment(row, file, way, outer)
        else:
            if not isinstance(self._draft(file).at(way), dict):
                spot = row.spot(STANDARD)
                self.faults.append(CellFault("assessment-missing", spot, {"written": standard}))
                return
            self._append(row, file, (*way, ANSWERS), inner, 1)

    def _new_assessment(self, row: ReadRow, file: str, way: Way, columns: Sequence[Column]) -> None:
        if self._draft(file).at(way) is not None:
            self.faults.append(
                CellFault("assessment-twice", row.spot(STANDARD), {"written": str(way[1])})
            )
            return
        self._enter(row, file, way, columns)

    def _new_source(self, row: ReadRow) -> None:
        identity = self._fresh_identity(row, "source", self.tables.sources)
        if not identity:
            return
        self._enter(row, SOURCES_FILE, (SOURCES.within, identity), SOURCES.fields)

    def _enter(self, row: ReadRow, file: str, way: Way, columns: Sequence[Column]) -> None:
        """A new entry of a mapping."""
        item, said = self._item(row, columns, 0)
        draft = self._draft(file)
        draft.add(way, item, row.spot())
        for column in columns:
            draft.mark((*way, *column.path), row.spot(column.title))
        self._told_new(row, file, said)

    def _new_base(self, row: ReadRow) -> None:
        identity = self._fresh_identity(row, "base", self.tables.bases)
        if not identity:
            return
        file = f"bases/{identity}.yml"
        answers: dict[str, Written] = {}
        said: dict[str, str] = {}
        rest: list[Column] = []
        for column in BASES.fields:
            text = row.cells.get(column.title, "")
            if len(column.path) == 1 and column.path[0] in _FIRST:
                settled = self._settled(column, text, "", row.spot(column.title)) if text else ""
                answers[column.path[0]] = settled or "待填"
                said |= {column.title: settled} if settled else {}
                if not settled and column.title not in row.faulty:
                    values = {"title": column.title}
                    self.faults.append(CellFault("cell-needed", row.spot(column.title), values))
            elif text:
                rest.append(column)
        text = scaffold(answers)
        draft = FileDraft(file, Base, typed(text, Base), is_new=True, text=text)
        self.drafts[file] = draft
        for column in BASES.fields:
            draft.mark(column.path, row.spot(column.title))
        for column in rest:
            spot = row.spot(column.title)
            settled = self._settled(column, row.cells[column.title], "", spot)
            if settled:
                said[column.title] = settled
                if draft.at(column.path) != settled:
                    draft.put(column.path, column, settled, spot)
        self._told_new(row, file, said)

    def _fresh_identity(self, row: ReadRow, kind: str, taken: Mapping[str, object]) -> str:
        """The id of something new; nothing where it is missing, taken or no id at all."""
        identity, spot = row.cells.get(IDENTITY, ""), row.spot(IDENTITY)
        if IDENTITY in row.faulty:
            return ""
        if not identity:
            self.faults.append(CellFault("cell-needed", spot, {"title": IDENTITY}))
        elif identity in taken or f"bases/{identity}.yml" in self.drafts:
            self.faults.append(CellFault("id-taken", spot, {"written": identity}, identity))
        elif kind == "base" and identity in self.tables.unsound:
            values = {"file": f"bases/{identity}.yml"}
            self.faults.append(CellFault("file-faulty-first", spot, values))
        elif kind == "base" and is_kept(identity):
            self.faults.append(CellFault("kept-by-windows", spot, {"id": identity}))
        elif kind == "base" and len(identity) > LONGEST_ID:
            self.faults.append(CellFault("long-id", spot, {"id": identity}))
        elif not re.fullmatch(ID_PATTERN, identity):
            self.faults.append(CellFault("bad-id", spot, {"written": identity}, identity))
        elif (
            kind == "source"
            and self._draft(SOURCES_FILE).at((SOURCES.within, identity)) is not None
        ):
            self.faults.append(CellFault("id-taken", spot, {"written": identity}, identity))
        else:
            return identity
        return ""


def _is_offer(row: ReadRow) -> bool:
    """Whether a row names a criterion as the sheet offered it, and nobody took it up."""
    said = [one for one in STANDARDS.fields if row.cells.get(one.title)]
    return not row.faulty and [one.refers for one in said] == ["criterion"]
