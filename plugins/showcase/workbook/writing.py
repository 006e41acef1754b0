"""The workbook of `export`: the same content gives the same bytes, on any day and machine."""

from __future__ import annotations

import io
import re
import zipfile
from copy import copy
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from . import lists, looks, manual
from .cleaning import escaped
from .columns import KEY, PLANS, Column, Kind, Plan
from .tables import Tables

TITLE_ROW, HEADING_ROW, FIRST_ROW = 1, 2, 3
"""Where the title of a sheet, its headings and its rows stand."""
LAST_ROW = 3000
"""How far down drop-downs reach."""
_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can tell: the workbook has none."""
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_STAMPED = rb"\g<1>2000-01-01T00:00:00Z\g<2>"
_DANGEROUS = ("=", "+", "-", "@")
Dresses = dict[tuple[bool, bool, bool], StyleArray]
"""Looks of cells that were worked out already."""


def workbook(tables: Tables) -> bytes:
    """The bytes of an .xlsx with these tables, a sheet of help before them and the hidden lists behind."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    _manual(first)
    offers = lists.Lists(tables)
    for plan in PLANS:
        _sheet(book.create_sheet(plan.name), plan, tables, offers)
    offers.write(book.create_sheet(lists.TITLE))
    book.properties.creator = book.properties.lastModifiedBy = "showcase"
    book.properties.title = manual.HEAD
    held = io.BytesIO()
    book.save(held)
    return _timeless(held.getvalue())


def _timeless(content: bytes) -> bytes:
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _STAMP.sub(_STAMPED, part)
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            new.writestr(entry, part)
    return held.getvalue()


def _sheet(sheet: Worksheet, plan: Plan, tables: Tables, offers: lists.Lists) -> None:
    rows = tables.of(plan)
    known: Dresses = {}
    widths: list[float] = []
    for number, column in enumerate(plan.columns, start=1):
        texts = [row.cells.get(column.title, "") for row in rows]
        widths.append(looks.width(column, texts, is_key=column.title == KEY))
        _column(sheet, number, column, widths[-1])
        _heading(sheet, number, column)
        _validation(sheet, number, column, offers)
    _title(sheet, plan)
    for line, row in enumerate(rows, start=FIRST_ROW):
        texts = [
            row.key if one.title == KEY else row.cells.get(one.title, "") for one in plan.columns
        ]
        for number, (column, text) in enumerate(zip(plan.columns, texts, strict=True), start=1):
            _cell(sheet, line, number, column, text, known)
        wide = zip(texts, widths, strict=True)
        sheet.row_dimensions[line].height = looks.height(
            (text, width)
            for (text, width), one in zip(wide, plan.columns, strict=True)
            if one.title != KEY
        )
    last = get_column_letter(len(plan.columns))
    sheet.auto_filter.ref = f"A{HEADING_ROW}:{last}{max(HEADING_ROW + len(rows), FIRST_ROW)}"
    own = sum(1 for one in plan.columns if not one.path)
    # the name is what one wants to see while scrolling: the first own columns, and of bases the name
    sheet.freeze_panes = f"{get_column_letter(max(own, 3) + (1 if own >= 3 else 0))}{FIRST_ROW}"
    _calm(sheet)


def _calm(sheet: Worksheet) -> None:
    """Protection, printing, the grid."""
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 100
    protection = sheet.protection
    protection.sheet = True
    for allowed in (
        "formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort", "autoFilter",
    ):  # fmt: skip
        # the attributes say what is forbidden
        setattr(protection, allowed, False)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"


def _column(sheet: Worksheet, number: int, column: Column, width: float) -> None:
    """The look of all cells of a column, those of rows still to come among them."""
    dimension = sheet.column_dimensions[get_column_letter(number)]
    dimension.width = width
    dimension.number_format = "@"
    dimension.font = looks.font(colour=looks.INK if column.read else looks.GREY)
    dimension.alignment = looks.TOP if column.title != KEY else looks.ONE_LINE
    # a locked cell would forbid sorting; what is only shown refuses typing by its validation
    dimension.protection = looks.OPEN


def _title(sheet: Worksheet, plan: Plan) -> None:
    for number in range(1, len(plan.columns) + 1):
        cell = sheet.cell(TITLE_ROW, number)
        cell.fill = looks.fill(looks.PAPER)
        cell.font = looks.font(11, looks.SOFT)
        cell.alignment = looks.MIDDLE
        cell.protection = looks.LOCKED
    sheet.cell(TITLE_ROW, 1).value = f"{plan.name}　{plan.about}"
    sheet.row_dimensions[TITLE_ROW].height = 26
    sheet.row_dimensions[HEADING_ROW].height = 24


def _heading(sheet: Worksheet, number: int, column: Column) -> None:
    cell = sheet.cell(HEADING_ROW, number)
    cell.value = column.title
    cell.font = looks.font(10.5, looks.PAPER, bold=True)
    cell.fill = looks.fill(looks.GROUNDS[looks.heading_look(column)])
    cell.alignment = looks.MIDDLE
    cell.border = looks.HEADING_BORDER
    cell.protection = looks.LOCKED
    note = Comment(f"{column.title}\n{column.help}", "showcase")
    note.width, note.height = 260, 40 + 18 * (looks.cells(column.help) // 34 + 1)
    cell.comment = note


def _cell(
    sheet: Worksheet, line: int, number: int, column: Column, text: str, known: Dresses
) -> None:
    cell = sheet.cell(line, number)
    assert isinstance(cell, Cell)
    if text:
        cell.value = escaped(text)
        # never a formula, whatever it begins with
        cell.data_type = "s"
    _dress(cell, column, quoted=text.startswith(_DANGEROUS), known=known)


def _dress(cell: Cell, column: Column, *, quoted: bool, known: Dresses) -> None:
    """Give a cell its look: worked out once for all cells alike, which openpyxl does not do of itself."""
    is_key = column.title == KEY
    kind = (is_key, column.read, quoted)
    # where openpyxl itself copies a look from: it has no public name
    held: Any = cell
    if kind in known:
        held._style = copy(known[kind])
        return
    cell.quotePrefix = quoted
    cell.number_format = "@"
    cell.font = looks.font(8 if is_key else 10.5, looks.INK if column.read else looks.GREY)
    cell.alignment = looks.ONE_LINE if is_key else looks.TOP
    cell.border = looks.BORDER
    cell.fill = looks.fill("FFFFFF" if column.read else looks.SUNK)
    cell.protection = looks.OPEN
    known[kind] = copy(held._style)


def _validation(sheet: Worksheet, number: int, column: Column, offers: lists.Lists) -> None:
    letter = get_column_letter(number)
    reference = offers.reference(column)
    if not column.read:
        rule = DataValidation(type="custom", formula1="FALSE", allow_blank=True)
        rule.errorTitle, rule.error = column.title, f"这一列不用填。{column.help}"
    elif reference:
        rule = DataValidation(type="list", formula1=reference, allow_blank=True)
        # a new base or source may not be in the list yet
        rule.errorStyle = "stop" if column.choices else "warning"
        rule.errorTitle, rule.error = column.title, "列表里没有这一项。"
    elif column.kind is Kind.DATE:
        rule = DataValidation(allow_blank=True)
        rule.promptTitle, rule.prompt = (
            column.title,
            "2023、2023-03 或 2023-03-25，知道到哪一步就写到哪一步。",
        )
        rule.showInputMessage = True
    else:
        return
    rule.showErrorMessage = column.kind is not Kind.DATE
    rule.add(f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}")
    sheet.add_data_validation(rule)


def _manual(sheet: Worksheet) -> None:
    sheet.title = manual.TITLE
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width = 3
    sheet.column_dimensions["B"].width = 104
    for row in range(1, 60):
        for number in (1, 2, 3):
            sheet.cell(row, number).fill = looks.fill(looks.PAPER)
    sheet.column_dimensions["C"].width = 3
    row = 2
    row = _said(sheet, row, manual.HEAD, looks.font(20, bold=True), 34)
    row = _said(sheet, row, manual.LEAD, looks.font(11, looks.SOFT), 0) + 1
    for head, sentences in manual.SECTIONS:
        row = _said(sheet, row, head, looks.font(12, looks.ACCENT, bold=True), 24)
        for sentence in sentences:
            row = _said(sheet, row, sentence, looks.font(10.5), 0)
        row += 1
    row = _said(sheet, row, "颜色", looks.font(12, looks.ACCENT, bold=True), 24)
    for look, sentence in manual.LEGEND:
        _said(sheet, row, sentence, looks.font(10.5, looks.PAPER), 20)
        sheet.cell(row, 2).fill = looks.fill(looks.GROUNDS[look])
        row += 1
    sheet.protection.sheet = True
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _said(sheet: Worksheet, row: int, text: str, face: Font, height: float) -> int:
    cell = sheet.cell(row, 2)
    cell.value = text
    cell.data_type = "s"
    cell.font = face
    cell.alignment = looks.TOP if not height else looks.MIDDLE
    sheet.row_dimensions[row].height = height or looks.height([(text, 100.0)])
    return row + 1
