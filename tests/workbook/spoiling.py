"""How a workbook is spoilt, step by step, as recipes tell it: what people and programs do to it before it comes back.

Everything in the workbooks is invented. A recipe is JSON: `why` says what happened, `steps` are carried out in
order, `arguments` stand behind the file on the command line.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

HEADINGS = 2
"""The row in which the exported sheets have their headings."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
Step = Mapping[str, Any]


class Spoiling:
    """A workbook, and the project that it came from, while steps are carried out on them."""

    def __init__(self, content: bytes, project: Path) -> None:
        self.project = project
        self.name = "改好的.xlsx"
        self._bytes: bytes | None = None
        self.book = openpyxl.load_workbook(io.BytesIO(content))

    def content(self) -> bytes:
        """The file as it comes back."""
        return self._saved() if self._bytes is None else self._bytes

    def carry_out(self, step: Step) -> None:
        """One step; its name is that of a method, all else are arguments."""
        words = dict(step)
        name = words.pop("do").replace("-", "_")
        getattr(self, name)(**words)

    # --- cells

    def write(
        self, sheet: str, row: int, heading: str, value: Any, form: str = "", formula: str = ""
    ) -> None:
        """Put a value into a cell; `form` is its number format. A date is {"date": "2023-03-25"}."""
        cell = self._sheet(sheet).cell(row, self._column(sheet, heading))
        if isinstance(value, dict):
            value = datetime.datetime.fromisoformat(value["date"])
        cell.value = formula or value
        if isinstance(value, str) and value:
            # typed into a cell of texts
            cell.data_type = "s"
        cell.data_type = "f" if formula else cell.data_type
        cell.number_format = form or ("General" if isinstance(value, int | float) else "@")
        if isinstance(value, datetime.datetime):
            cell.number_format = form or "yyyy-mm-dd"

    def error(self, sheet: str, row: int, heading: str, value: str) -> None:
        """Leave an error of the spreadsheet in a cell."""
        cell = self._sheet(sheet).cell(row, self._column(sheet, heading))
        cell.value, cell.data_type = value, "e"

    def fill(self, sheet: str, cells: Mapping[str, Any]) -> None:
        """Write a row below all others."""
        row = max(one.row for one in self._sheet(sheet)["B"] if one.value) + 1
        for heading, value in cells.items():
            self.write(sheet, row, heading, value)

    def copy_row(self, sheet: str, row: int, to: int) -> None:
        """Copy a whole row, key and all."""
        own = self._sheet(sheet)
        for cell in own[row]:
            own.cell(to, int(cell.column or 0)).value = cell.value

    # --- rows and columns

    def merge(self, sheet: str, area: str) -> None:
        """Merge cells, keeping the first as Excel does."""
        own = self._sheet(sheet)
        first, *others = [cell for row in own[area] for cell in row]
        for cell in others:
            cell.value = None
        assert first.value
        own.merge_cells(area)

    def delete_row(self, sheet: str, row: int) -> None:
        """Delete a row."""
        self._sheet(sheet).delete_rows(row)

    def insert_row(self, sheet: str, row: int) -> None:
        """Insert an empty row."""
        self._sheet(sheet).insert_rows(row)

    def delete_column(self, sheet: str, heading: str) -> None:
        """Delete a column."""
        self._sheet(sheet).delete_cols(self._column(sheet, heading))

    def move_column(self, sheet: str, heading: str, to: int) -> None:
        """Cut a column and insert it elsewhere."""
        own, place = self._sheet(sheet), self._column(sheet, heading)
        values = [own.cell(row, place).value for row in range(1, own.max_row + 1)]
        own.delete_cols(place)
        own.insert_cols(to)
        for row, value in enumerate(values, start=1):
            own.cell(row, to).value = value

    def rename_heading(self, sheet: str, heading: str, to: str) -> None:
        """Write another heading."""
        self._sheet(sheet).cell(HEADINGS, self._column(sheet, heading)).value = to

    def head(self, sheet: str, heading: str, value: str) -> None:
        """A column of their own, with something in its first row."""
        own = self._sheet(sheet)
        place = max(cell.column for cell in own[HEADINGS] if cell.value) + 1
        own.cell(HEADINGS, place).value = heading
        own.cell(HEADINGS + 1, place).value = value

    def reverse(self, sheet: str) -> None:
        """Sort the rows the other way round."""
        own = self._sheet(sheet)
        rows = [[cell.value for cell in row] for row in own.iter_rows(min_row=HEADINGS + 1)]
        for number, values in enumerate(reversed(rows), start=HEADINGS + 1):
            for column, value in enumerate(values, start=1):
                own.cell(number, column).value = value

    def hide(self, sheet: str, row: int = 0, heading: str = "") -> None:
        """Hide a row or a column."""
        own = self._sheet(sheet)
        if row:
            own.row_dimensions[row].hidden = True
        else:
            letter = get_column_letter(self._column(sheet, heading))
            own.column_dimensions[letter].hidden = True

    # --- sheets

    def hide_sheet(self, sheet: str) -> None:
        """Hide a whole sheet."""
        self._sheet(sheet).sheet_state = "hidden"

    def copy_sheet(self, sheet: str, to: str) -> None:
        """Duplicate a sheet."""
        self.book.copy_worksheet(self._sheet(sheet)).title = to

    def rename_sheet(self, sheet: str, to: str) -> None:
        """Give a sheet another name."""
        self._sheet(sheet).title = to

    def delete_sheet(self, sheet: str) -> None:
        """Remove a sheet."""
        del self.book[sheet]

    def plain(self, rows: list[list[Any]], sheet: str = "Sheet1", merge: str = "") -> None:
        """Another workbook altogether: somebody's own list."""
        self.book = openpyxl.Workbook()
        own = self.book.active
        assert isinstance(own, Worksheet)
        own.title = sheet
        for number, values in enumerate(rows, start=1):
            for column, value in enumerate(values, start=1):
                if isinstance(value, dict):
                    value = datetime.datetime.fromisoformat(value["date"])
                own.cell(number, column).value = value
        if merge:
            own.merge_cells(merge)

    def add_sheet(self, sheet: str, rows: list[list[Any]]) -> None:
        """A further sheet."""
        own = self.book.create_sheet(sheet)
        for values in rows:
            own.append(values)

    def epoch(self) -> None:
        """Count dates from 1904, as Excel on Macs once did."""
        self.book.epoch = CALENDAR_MAC_1904

    # --- the file

    def text(self, text: str, encoding: str = "utf-8", name: str = "清单.csv") -> None:
        """A text file instead of a workbook."""
        self._bytes, self.name = text.encode(encoding), name

    def as_csv(self, sheet: str, encoding: str, separator: str = ",") -> None:
        """One sheet saved as CSV, from its headings on."""
        lines = [
            separator.join(_field(cell.value, separator) for cell in row)
            for row in self._sheet(sheet).iter_rows(min_row=HEADINGS)
        ]
        self.text("\r\n".join(lines) + "\r\n", encoding, "活动.csv")

    def become(self, kind: str) -> None:
        """Another kind of file, or a broken one."""
        self._bytes, self.name = _KINDS[kind](self._saved())

    def part(self, name: str, old: str, new: str) -> None:
        """Change a part of the packed file, as other programs write it or attackers would."""
        held = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(self.content())) as before,
            zipfile.ZipFile(held, "w") as after,
        ):
            for entry in before.namelist():
                text = before.read(entry)
                if entry == name:
                    changed = re.sub(old.encode(), new.encode(), text, count=1)
                    assert changed != text, name
                    text = changed
                after.writestr(entry, text)
        self._bytes = held.getvalue()

    # --- the project

    def edit_file(self, file: str, old: str, new: str) -> None:
        """Somebody changes a file after the export."""
        path = self.project / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8", newline="")

    # --- inner

    def _sheet(self, name: str) -> Worksheet:
        sheet = self.book[name]
        assert isinstance(sheet, Worksheet)
        return sheet

    def _column(self, sheet: str, heading: str) -> int:
        for row in (HEADINGS, 1):
            for cell in self._sheet(sheet)[row]:
                if cell.value == heading:
                    return int(cell.column or 0)
        raise KeyError(heading)

    def _saved(self) -> bytes:
        held = io.BytesIO()
        self.book.save(held)
        return held.getvalue()


def _field(value: object, separator: str) -> str:
    text = "" if value is None else str(value)
    quoted = any(sign in text for sign in (separator, '"', "\n"))
    return '"' + text.replace('"', '""') + '"' if quoted else text


def _packed(parts: Mapping[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return held.getvalue()


def _empty_rows(content: bytes) -> bytes:
    """Two hundred thousand formatted rows without anything in them, below those that hold something."""
    held = io.BytesIO()
    rows = "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(500, 200_000))
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for entry in before.namelist():
            text = before.read(entry)
            if entry == "xl/worksheets/sheet4.xml":
                text = text.replace(b"</sheetData>", rows.encode() + b"</sheetData>")
            after.writestr(entry, text)
    return held.getvalue()


def _bomb(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    parts["xl/worksheets/sheet4.xml"] = b"<x>" + b" " * 210_000_000
    return _packed(parts)


_KINDS: Mapping[str, Callable[[bytes], tuple[bytes, str]]] = {
    "old-xls": lambda _: (OLE + b"Workbook", "资料.xls"),
    "et": lambda _: (OLE + b"Workbook", "资料.et"),
    "locked": lambda _: (OLE + "EncryptedPackage".encode("utf-16-le"), "加密.xlsx"),
    "cut-short": lambda content: (content[: len(content) // 2], "没传完.xlsx"),
    "html": lambda _: (b"<html><table><tr><td>1</td></tr></table></html>", "网页.xls"),
    "xml-2003": lambda _: (b'<?xml version="1.0"?><Workbook/>', "旧.xml"),
    "ods": lambda _: (_packed({"mimetype": b"", "content.xml": b"<x/>"}), "资料.ods"),
    "numbers": lambda _: (_packed({"Index/Document.iwa": b"x"}), "资料.numbers"),
    "docx": lambda _: (_packed({"[Content_Types].xml": b"", "word/document.xml": b""}), "资料.docx"),
    "xlsb": lambda _: (_packed({"[Content_Types].xml": b"", "xl/workbook.bin": b""}), "资料.xlsb"),
    "empty": lambda _: (b"", "空.xlsx"),
    "jpeg": lambda _: (b"\xff\xd8\xff\xe0" + bytes(100), "照片.xlsx"),
    "empty-rows": lambda content: (_empty_rows(content), "改好的.xlsx"),
    "bomb": lambda content: (_bomb(content), "炸弹.xlsx"),
    "xlsm": lambda content: (content, "带宏.xlsm"),
}  # fmt: skip
