"""Workbooks as other programs write them, cell by cell; and files that are none."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from showcase.workbook import UnreadableWorkbookError, book, container, csv_book, number_forms
from showcase.workbook.columns import ACTIVITIES, BASES, STATS, Plan
from showcase.workbook.grid import Area, Content, Grid, RawCell
from showcase.workbook.layout import merged
from showcase.workbook.reading_cells import seen

RELATIONS = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
WORKBOOK = '<workbook xmlns:r="r"><sheets><sheet name="表" r:id="r1"/></sheets></workbook>'


def parts(sheet: str, **more: str) -> Mapping[str, bytes]:
    """The parts of a small workbook around the XML of its only sheet."""
    return {
        "xl/workbook.xml": more.pop("workbook", WORKBOOK).encode(),
        "xl/_rels/workbook.xml.rels": more.pop("relations", RELATIONS).encode(),
        "xl/worksheets/sheet1.xml": sheet.encode(),
        **{f"xl/{name}.xml": text.encode() for name, text in more.items()},
    }


def texts(found: Mapping[str, bytes]) -> dict[tuple[int, int], str]:
    """What the cells of the only sheet say."""
    (grid,) = book.grids(found)
    return {place: cell.raw for place, cell in grid.cells.items()}


def test_inline_texts_and_cells_without_places_are_read() -> None:
    rows = '<row><c t="inlineStr"><is><t>甲</t></is></c><c><v>3</v></c></row><row><c t="str"><v>乙</v></c></row>'
    found = texts(parts(f"<worksheet><sheetData>{rows}</sheetData></worksheet>"))
    assert found == {(1, 1): "甲", (1, 2): "3", (2, 1): "乙"}


def test_prefixes_and_the_strict_form_make_no_difference() -> None:
    sheet = '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="2"><x:c r="C2"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    assert texts(parts(sheet)) == {(2, 3): "1"}


def test_rich_texts_are_joined_and_readings_above_them_left_out() -> None:
    strings = "<sst><si><r><t>云</t></r><r><t>桥_x000D_</t></r><rPh><t>yun</t></rPh></si></sst>"
    sheet = '<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>9</v></c></row></sheetData></worksheet>'
    assert texts(parts(sheet, sharedStrings=strings)) == {(1, 1): "云桥\r"}


@pytest.mark.parametrize(
    "broken",
    [
        parts("<worksheet><sheetData>"),
        parts("<worksheet/>", relations="<Relationships/>", workbook=WORKBOOK[:-3]),
        {"xl/workbook.xml": b"<x/>"},
        parts('<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'),
    ],
)  # fmt: skip
def test_what_is_no_good_xml_is_broken(broken: Mapping[str, bytes]) -> None:
    with pytest.raises(UnreadableWorkbookError) as unreadable:
        book.grids(broken)
    assert unreadable.value.fault.code == "workbook-broken"


def test_too_many_elements_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "MOST_ELEMENTS", 50)
    rows = "<row><c/></row>" * 50
    with pytest.raises(UnreadableWorkbookError) as unreadable:
        book.grids(parts(f"<worksheet><sheetData>{rows}</sheetData></worksheet>"))
    assert unreadable.value.fault.code == "workbook-too-large"


def test_too_many_filled_cells_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "MOST_FILLED", 3)
    rows = "<row><c><v>1</v></c></row>" * 4
    with pytest.raises(UnreadableWorkbookError) as unreadable:
        book.grids(parts(f"<worksheet><sheetData>{rows}</sheetData></worksheet>"))
    assert unreadable.value.fault.code == "workbook-too-large"


def test_the_bound_of_unpacking_holds_whatever_a_part_claims(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<x/>")
        packed.writestr("xl/a.xml", b"a" * 600)
        packed.writestr("xl/b.xml", b"b" * 600)
    assert container.parts(held.getvalue()) is not None
    monkeypatch.setattr(container, "MOST_UNPACKED", 1000)
    with pytest.raises(UnreadableWorkbookError) as unreadable:
        container.parts(held.getvalue())
    assert unreadable.value.fault.code == "workbook-too-large"


@pytest.mark.parametrize(
    ("raw", "form", "shown"),
    [
        ("3", "General", "3"),
        ("3.0", "General", "3"),
        ("0.30000000000000004", "General", "0.3"),
        ("120.1234567", "General", "120.1234567"),
        ("12345678901", "General", "12345678901"),
        ("123456789012", "General", ""),
        ("1.23457E+17", "General", ""),
        ("571", "0000", "0571"),
        ("1234567.5", "#,##0.00", "1,234,567.50"),
        ("2.5", "0", "3"),
        ("0.125", "0.0%", "12.5%"),
        ("300", '0"家"', "300家"),
        ("300", '"¥"#,##0', ""),
        ("300", "# ?/?", ""),
        ("-3", "General", "-3"),
        ("nan", "General", ""),
        ("1e400", "0", ""),
    ],
)
def test_a_number_is_read_as_it_is_shown_or_not_at_all(raw: str, form: str, shown: str) -> None:
    assert number_forms.number(raw, form) == shown


@pytest.mark.parametrize(
    ("raw", "form", "epoch", "text"),
    [
        ("45010", "yyyy-mm-dd", False, "2023-03-25"),
        ("43548", "yyyy-mm-dd", True, "2023-03-25"),
        ("45010.75", "yyyy/m/d h:mm", False, "2023-03-25"),
        ("45010", 'yyyy"年"m"月"d"日";@', False, "2023-03-25"),
        ("45010", "[$-804]yyyy/m", False, "2023-03"),
        ("45010", "mmm-yy", False, "2023-03"),
        ("45010", "yyyy", False, "2023"),
        ("45010", 'm"月"d"日"', False, ""),
        ("45010", "h:mm", False, ""),
        ("45010", "h:mm:ss", False, ""),
    ],
)
def test_a_date_is_as_exact_as_its_format_shows(
    raw: str, form: str, epoch: bool, text: str
) -> None:
    found = number_forms.date(raw, form, from_1904=epoch)
    assert found is not None and found.text == text


@pytest.mark.parametrize("raw", ["60", "0", "-1", "2958466", "1e300", "x"])
def test_what_is_no_day_for_excel_and_calendars_alike_is_no_date(raw: str) -> None:
    assert number_forms.date(raw, "yyyy-mm-dd", from_1904=False) is None


@pytest.mark.parametrize(
    ("form", "dated"),
    [
        ("General", False),
        ("@", False),
        ('0"日"', False),
        ("[Red]0", False),
        ("[h]:mm", True),
        ("yy", True),
    ],
)
def test_words_and_colours_in_a_format_make_no_date(form: str, dated: bool) -> None:
    assert number_forms.is_date_form(form) is dated


@pytest.mark.parametrize(
    ("plan", "title", "cell", "said"),
    [
        (ACTIVITIES, "日期", RawCell(Content.NUMBER, "2023"), "2023"),
        (ACTIVITIES, "日期", RawCell(Content.NUMBER, "20230325"), "20230325"),
        (ACTIVITIES, "日期", RawCell(Content.NUMBER, "2023.1"), "cell-date-number"),
        (ACTIVITIES, "日期", RawCell(Content.NUMBER, "45010"), "cell-date-serial"),
        (ACTIVITIES, "日期", RawCell(Content.NUMBER, "45010", "m-d"), "cell-date-without-year"),
        (ACTIVITIES, "标题", RawCell(Content.NUMBER, "45010", "m-d"), "cell-became-date"),
        (ACTIVITIES, "标题", RawCell(Content.NUMBER, "2023.1"), "cell-number-cut"),
        (ACTIVITIES, "标题", RawCell(Content.FLAG, "1"), "cell-flag"),
        (ACTIVITIES, "标题", RawCell(Content.ERROR, "#N/A"), "cell-error"),
        (ACTIVITIES, "标题", RawCell(Content.TEXT, "甲", formula=True), "cell-formula"),
        (BASES, "联系·电话", RawCell(Content.NUMBER, "57100000000"), "cell-number-phone"),
        (BASES, "联系·电话", RawCell(Content.NUMBER, "571", "0000"), "0571"),
        (BASES, "编者所拟", RawCell(Content.FLAG, "0"), "false"),
        (BASES, "坐标·经度", RawCell(Content.NUMBER, "120.1"), "120.1"),
        (STATS, "数值", RawCell(Content.NUMBER, "0.5", "0%"), "50%"),
        (STATS, "数值", RawCell(Content.NUMBER, "1e20"), "cell-number-long"),
    ],
)
def test_a_cell_says_its_text_or_why_it_cannot_be_relied_on(
    plan: Plan, title: str, cell: RawCell, said: str
) -> None:
    column = plan.column(title)
    assert column is not None
    found = seen(cell, column)
    assert (found.code or found.text) == said


@pytest.mark.parametrize("separator", [",", "\t", ";", "，", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_is_parted_where_it_is_parted_in_any_encoding(separator: str, encoding: str) -> None:
    text = (
        separator.join(("日期", "标题"))
        + "\r\n"
        + separator.join(("2023", "云桥虚构讲座"))
        + "\r\n"
    )
    cells = csv_book.grid(text.encode(encoding)).cells
    assert [cells[2, 1].raw, cells[2, 2].raw] == ["2023", "云桥虚构讲座"]


def test_a_line_break_in_quotes_stays_in_its_cell_and_rows_keep_their_numbers() -> None:
    cells = csv_book.grid('日期,标题\n2023,"云桥\n虚构"\n2024,讲座\n'.encode()).cells
    assert cells[2, 2].raw == "云桥\n虚构"
    assert cells[4, 2].raw == "讲座"


@pytest.mark.parametrize("name", ["sep=;", "SEP=;", "sep=|"])
def test_a_line_that_names_the_separator_is_heeded_and_no_row(name: str) -> None:
    sign = name[-1]
    cells = csv_book.grid(f"{name}\n日期{sign}标题\n2023{sign}云桥,一,二,三\n".encode()).cells
    assert {place: cell.raw for place, cell in cells.items()} == {
        (2, 1): "日期", (2, 2): "标题", (3, 1): "2023", (3, 2): "云桥,一,二,三",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("area", "told"),
    [
        (Area("B4:C4", 4, 2, 4, 3), [(4, "标题")]),
        (Area("B4:B5", 4, 2, 5, 2), [(4, "标题")]),
        (Area("B4:B4", 4, 2, 4, 2), []),
        (Area("E4:F5", 4, 5, 5, 6), []),
        (Area("B1:C2", 1, 2, 2, 3), []),
        (Area("B8:C9", 8, 2, 9, 3), []),
    ],
    ids=lambda one: one.name if isinstance(one, Area) else "",
)
def test_merged_cells_are_told_where_they_reach_into_what_is_read(
    area: Area, told: list[tuple[int, str]]
) -> None:
    """One cell alone, merged with itself by some programs, is a cell like any other."""
    cells = {(row, column): RawCell(Content.TEXT, "云桥") for row in (4, 5) for column in (1, 2, 3)}
    faults = merged(Grid("活动", cells, merged=(area,)), {"日期": 1, "标题": 2, "地点": 3}, 3)
    assert [(one.spot.row, one.spot.heading) for one in faults] == told
