"""What is exported and imported again changes nothing; what was changed in between is what the files then say."""

from __future__ import annotations

import io
import random
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from showcase.folder import Folder
from showcase.model import Base
from showcase.revision import Revision, revised
from showcase.workbook import Wish, proposed, tables, workbook
from showcase.workbook.columns import Kind
from showcase.workbook.drafts import FileDraft
from showcase.workbook.tables import TableRow
from showcase.workbook.writing import FIRST_ROW, HEADING_ROW
from tests.workbook import generated
from tests.workbook.stories import CONTENT

ROOT = Path(__file__).resolve().parents[2]
FEW = settings(max_examples=15, suppress_health_check=list(HealthCheck))
"""A workbook takes a tenth of a second: `python -m tests.workbook.run` tries thousands."""


@pytest.mark.parametrize("project", [ROOT, CONTENT], ids=["real", "invented"])
def test_export_and_import_change_nothing(project: Path) -> None:
    made = tables(Folder(project / "bases").read(drafts=True).legible)
    found = proposed(workbook(made), made, Wish(delete=True))
    assert (dict(found.drafts), found.faults, found.gone) == ({}, (), ())


def test_the_same_content_gives_the_same_bytes() -> None:
    made = [tables(Folder(CONTENT / "bases").read(drafts=True).legible) for _ in range(2)]
    assert workbook(made[0]) == workbook(made[1])


def test_of_some_bases_alone_nothing_else_is_missed() -> None:
    catalogue = Folder(CONTENT / "bases").read(drafts=True).legible
    found = proposed(workbook(tables(catalogue, {"qinghe"})), tables(catalogue), Wish(delete=True))
    assert (dict(found.drafts), found.faults, found.gone) == ({}, (), ())


@given(st.data())
@FEW
def test_generated_content_comes_back_unchanged(data: st.DataObject) -> None:
    records = {}
    for identity in ("yunqiao", "qinghe"):
        text = data.draw(generated.BASES.flatmap(generated.texts), label=identity)
        record = generated.read(text, identity)
        assume(record is not None)
        assert record is not None
        records[identity] = record
    made = tables(generated.catalogue(records))
    found = proposed(workbook(made), made, Wish(delete=True))
    assert (dict(found.drafts), found.faults, found.gone) == ({}, (), ())


@given(st.data())
@FEW
def test_changed_cells_are_what_the_files_then_say(data: st.DataObject) -> None:
    text = data.draw(generated.BASES.flatmap(generated.texts), label="before")
    record = generated.read(text, "yunqiao")
    assume(record is not None)
    assert record is not None
    catalogue = generated.catalogue({"yunqiao": record})
    before = tables(catalogue)
    content, meant = _changed(workbook(before), before.rows, data)
    found = proposed(content, before, Wish())
    # a value that no file may hold is told, and tried no further
    assume(not found.faults)
    draft = found.drafts.get("bases/yunqiao.yml")
    assert (draft is not None) == bool(meant)
    if draft is None:
        return
    after = generated.read(_written(text, draft), "yunqiao")
    assert after is not None
    rows = tables(generated.catalogue({"yunqiao": after})).rows
    assert [_said(row) for row in rows if not row.offered] == [
        _said(row) | meant.get(row.key, {}) for row in before.rows if not row.offered
    ]


def _said(row: TableRow) -> dict[str, str]:
    """What a row says itself, without the names that are shown beside ids."""
    return {one.title: row.cells[one.title] for one in row.plan.fields if one.title in row.cells}


def _written(text: str, draft: FileDraft) -> str:
    done = revised(text, draft.changes, Base, draft.expected())
    assert isinstance(done, Revision), (done, draft.changes)
    return done.text


def _changed(
    content: bytes, rows: tuple[TableRow, ...], data: st.DataObject
) -> tuple[bytes, dict[str, dict[str, str]]]:
    """The workbook with some cells of texts typed over, and what those rows are then meant to say."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    meant: dict[str, dict[str, str]] = {}
    seed = random.Random(data.draw(st.integers(0, 2**32), label="where"))
    for _ in range(seed.randint(1, 4)):
        row = seed.choice([one for one in rows if not one.offered and one.plan.name != "来源"])
        filled = [
            one
            for one in row.plan.fields
            if one.kind is Kind.TEXT and not one.refers and one.title in row.cells
        ]
        if not filled:
            continue
        column = seed.choice(filled)
        text = data.draw(
            st.sampled_from(["虚构甲", "= 乙: #丙", "“丁”、戊", "- 己", "2023.10"]),
            label=column.title,
        )
        sheet = book[row.plan.name]
        heads = {cell.value: cell.column for cell in sheet[HEADING_ROW]}
        for number in range(FIRST_ROW, sheet.max_row + 1):
            if sheet.cell(number, 1).value == row.key:
                cell = sheet.cell(number, int(heads[column.title] or 0))
                cell.value, cell.data_type = text, "s"
                if text != row.cells[column.title]:
                    meant.setdefault(row.key, {})[column.title] = text
                else:
                    meant.get(row.key, {}).pop(column.title, None)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue(), {key: cells for key, cells in meant.items() if cells}
