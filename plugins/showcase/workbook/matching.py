"""Which item of the files each row of a workbook is, and where the two say different things.

A key names the place of the item and sums up what the row said when it was given out. So a row is known
again wherever it was sorted to, an item wherever it moved in its file, and one that was changed on both
sides is never overwritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..diagnostics import Level
from .columns import KEY, Column, Plan
from .faults import CellFault
from .layout import Layout, ReadRow
from .tables import TableRow, Tables, mark, row_key


@dataclass(frozen=True)
class Matched:
    """What became of the rows: `edited` ones with the item behind each, `fresh` ones without any, items
    whose row is `gone`, and what is to be said."""

    edited: tuple[tuple[ReadRow, TableRow], ...] = ()
    fresh: tuple[ReadRow, ...] = ()
    gone: tuple[TableRow, ...] = ()
    faults: tuple[CellFault, ...] = field(default=())


def matched(layout: Layout, tables: Tables, given: Sequence[str]) -> Matched:
    """Tie the rows of a sheet to the items of the files; `given` are the keys that were given out."""
    return _Matching(layout, tables).done(given)


class _Matching:
    def __init__(self, layout: Layout, tables: Tables) -> None:
        self.plan: Plan = layout.plan
        self.layout = layout
        self.tables = tables
        self.rows = tables.of(layout.plan)
        self.by_place = {row.place: row for row in self.rows if not row.offered}
        self.by_mark: dict[tuple[str, str], list[TableRow]] = {}
        for row in self.by_place.values():
            found = self.by_mark.setdefault((_list(row.place), mark(self.plan, row.cells)), [])
            found.append(row)
        self.faults: list[CellFault] = []
        self.taken: set[str] = set()

    def done(self, given: Sequence[str]) -> Matched:
        edited: list[tuple[ReadRow, TableRow]] = []
        fresh: list[ReadRow] = []
        known: set[str] = set()
        for row in self._without_copies():
            if not row.key:
                fresh.append(row)
                continue
            known.add(row.key)
            item = self._item(row)
            if item is not None:
                self.taken.add(item.place)
                edited.append((row, item))
        return Matched(
            tuple(edited), tuple(fresh), tuple(self._gone(given, known)), tuple(self.faults)
        )

    def _without_copies(self) -> Iterator[ReadRow]:
        """The rows; of several with one key, those beside the untouched one are new rows copied from it."""
        by_key: dict[str, list[ReadRow]] = {}
        for row in self.layout.rows:
            if row.key:
                by_key.setdefault(row.key, []).append(row)
        for row in self.layout.rows:
            same = by_key.get(row.key, [row]) if row.key else [row]
            if len(same) == 1:
                yield row
                continue
            untouched = [one for one in same if self._says_its_mark(one)]
            if len(untouched) == 1:
                if row is untouched[0]:
                    yield row
                else:
                    cells = {title: text for title, text in row.cells.items() if title != KEY}
                    yield ReadRow(row.plan, row.sheet, row.number, cells, row.columns, row.faulty)
            elif row is not same[0]:
                values = {"first": str(same[0].number)}
                self.faults.append(CellFault("row-twice", row.spot(), values))

    def _says_its_mark(self, row: ReadRow) -> bool:
        key = row_key(row.key)
        item = self.by_place.get(key.place) if key else None
        return key is not None and mark(self.plan, self._whole(row, item)) == key.mark

    def _whole(self, row: ReadRow, item: TableRow | None) -> Mapping[str, str]:
        """The cells of a row, with those of its item where the sheet has no column or no readable cell."""
        if item is None:
            return row.cells
        lacking = {
            title: text
            for title, text in item.cells.items()
            if title not in row.columns or title in row.faulty
        }
        return {**lacking, **row.cells}

    def _item(self, row: ReadRow) -> TableRow | None:
        """The item that a row may change, or nothing where there is nothing to be done."""
        key = row_key(row.key)
        if key is None:
            self.faults.append(CellFault("row-key-broken", row.spot(), {"written": row.key}))
            return None
        here = self.by_place.get(key.place)
        if here is not None and mark(self.plan, here.cells) == key.mark:
            return here
        moved = [
            one
            for one in self.by_mark.get((_list(key.place), key.mark), ())
            if one.place not in self.taken
        ]
        if moved:
            return moved[0]
        # the file says something else by now, or nothing that can be read
        says = mark(self.plan, self._whole(row, here))
        self.taken |= {here.place} if here is not None else set()
        stem = key.place.partition("/")[0].partition("#")[0]
        if here is None and stem in self.tables.unsound:
            if says != key.mark:
                values = {"file": f"bases/{stem}.yml"}
                self.faults.append(CellFault("file-faulty-first", row.spot(), values))
        elif says == key.mark:
            code = "row-newer-in-file" if here is not None else "row-gone-from-file"
            self.faults.append(CellFault(code, row.spot(), level=Level.NOTE))
        elif not self.by_mark.get((_list(key.place), says)):
            self.faults.append(CellFault("row-changed-on-both-sides", row.spot()))
        return None

    def _gone(self, given: Sequence[str], known: set[str]) -> Iterator[TableRow]:
        for written in given:
            key = row_key(written)
            if key is None or written in known:
                continue
            item = self.by_place.get(key.place)
            if item is None or mark(self.plan, item.cells) != key.mark:
                found = [
                    one
                    for one in self.by_mark.get((_list(key.place), key.mark), ())
                    if one.place not in self.taken
                ]
                item = found[0] if found else None
            if item is not None and item.place not in self.taken:
                self.taken.add(item.place)
                yield item


def differing(row: ReadRow, item: TableRow) -> Iterable[tuple[Column, str, str]]:
    """The columns in which a row says something else than its item: before and after."""
    for column in row.plan.columns:
        title = column.title
        if not column.read or title not in row.columns or title in row.faulty:
            continue
        before, after = item.cells.get(title, ""), row.cells.get(title, "")
        if before != after:
            yield column, before, after


def _list(place: str) -> str:
    """The list in which an item stands: its place without its number."""
    return place.partition("#")[0]
