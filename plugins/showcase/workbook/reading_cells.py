"""A cell as the text that a person sees in it, or why that text cannot be relied on."""

from __future__ import annotations

from dataclasses import dataclass

from . import number_forms
from .cleaning import cleaned
from .columns import Column, Kind
from .grid import Content, RawCell


@dataclass(frozen=True, slots=True)
class Seen:
    """What a cell says: its text, or the `code` of what is wrong with it, with the gaps of its sentence.
    `shown` is what stands there, for people."""

    text: str = ""
    code: str = ""
    values: tuple[tuple[str, str], ...] = ()
    shown: str = ""


def seen(cell: RawCell, column: Column, *, from_1904: bool = False) -> Seen:
    """Read a cell of a column.

    A formula is refused even where its last result is known: what it says may change with other cells, and
    nobody would see that in the files. Of dates only what the format shows is believed.
    """
    if cell.formula:
        return _no("cell-formula", cell.raw)
    if cell.content is Content.ERROR:
        return _no("cell-error", cell.raw, written=cell.raw)
    if cell.content is Content.FLAG:
        said = "true" if cell.raw in ("1", "true") else "false"
        return Seen(said) if column.kind is Kind.FLAG else _no("cell-flag", said.upper())
    if cell.content is Content.NUMBER:
        return _number(cell, column, from_1904=from_1904)
    return Seen(cleaned(cell.raw, column))


def _number(cell: RawCell, column: Column, *, from_1904: bool) -> Seen:
    raw = cell.raw
    if number_forms.is_date_form(cell.form):
        return _date(cell, column, from_1904=from_1904)
    text = number_forms.number(raw, cell.form)
    shown = text or raw
    if column.kind is Kind.DATE:
        if day := number_forms.serial_day(raw, from_1904=from_1904):
            return _no("cell-date-serial", shown, written=shown, better=day)
        if not text.isdigit() or len(text) not in (4, 6, 8):
            return _no("cell-date-number", shown, written=shown)
        return Seen(text)
    if column.kind is Kind.PHONE and not text.startswith("0"):
        return _no("cell-number-phone", shown, written=shown)
    if not text:
        return _no("cell-number-long", shown, written=shown)
    if column.kind not in (Kind.FIGURE, Kind.NUMBER) and "." in text:
        return _no("cell-number-cut", shown, written=shown)
    return Seen(text)


def _date(cell: RawCell, column: Column, *, from_1904: bool) -> Seen:
    found = number_forms.date(cell.raw, cell.form, from_1904=from_1904)
    if found is None:
        return _no("cell-date-impossible", cell.raw, written=cell.raw)
    if column.kind is not Kind.DATE:
        return _no("cell-became-date", found.text or found.day, written=found.day)
    if found.text:
        return Seen(found.text)
    _, month, day = found.day.split("-")
    return _no(
        "cell-date-without-year", f"{int(month)}月{int(day)}日",
        written=f"{int(month)}月{int(day)}日", better=found.day,
    )  # fmt: skip


def _no(code: str, shown: str, **values: str) -> Seen:
    return Seen("", code, tuple(values.items()), shown)
