"""The hidden sheet: what the drop-downs offer, and which rows were given out."""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from .columns import PLANS, Column, Kind, Plan
from .tables import Tables

TITLE = "选项"
GIVEN = "·已导出"
"""Behind a sheet's name: the heading of the keys of its rows."""


class Lists:
    """Lists by name, each a column of the hidden sheet."""

    def __init__(self, tables: Tables) -> None:
        standards = tables.standards
        self._known: Mapping[str, tuple[str, ...]] = {
            "base": tuple(tables.bases),
            "source": tuple(tables.sources),
            "standard": tuple(standards),
            "criterion": tuple(dict.fromkeys(one for names in standards.values() for one in names)),
        }
        self.columns: dict[str, tuple[str, ...]] = {}
        for plan in PLANS:
            for column in plan.columns:
                if found := self._of(column):
                    self.columns[self._name(column)] = found
        for plan in PLANS:
            keys = tuple(row.key for row in tables.of(plan) if row.key)
            self.columns[f"{plan.name}{GIVEN}"] = keys

    def reference(self, column: Column) -> str:
        """The cells that a column's drop-down offers, as a formula; empty where it has none."""
        # of several in one cell, none can be picked from a list
        if column.kind in (Kind.NAMES, Kind.EVIDENCE) or not self._of(column):
            return ""
        name = self._name(column)
        letter = get_column_letter(list(self.columns).index(name) + 1)
        return f"{TITLE}!${letter}$2:${letter}${len(self.columns[name]) + 1}"

    def write(self, sheet: Worksheet) -> None:
        """Put the lists on their sheet, one below each heading."""
        for number, (name, items) in enumerate(self.columns.items(), start=1):
            for row, text in enumerate((name, *items), start=1):
                cell = sheet.cell(row, number)
                cell.value = text
                cell.data_type = "s"
        sheet.sheet_state = "hidden"
        sheet.protection.sheet = True

    def _of(self, column: Column) -> tuple[str, ...]:
        if column.kind is Kind.FLAG:
            return ("true",)
        return column.choices or self._known.get(column.refers, ())

    @staticmethod
    def _name(column: Column) -> str:
        if column.refers:
            return column.refers
        return "、".join(column.choices) or "true"


def given_out(plan: Plan) -> str:
    """The heading under which the keys of a sheet's rows stand."""
    return f"{plan.name}{GIVEN}"
