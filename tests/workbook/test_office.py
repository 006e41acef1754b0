"""A workbook that LibreOffice saved again says the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from showcase.folder import Folder
from showcase.model import Base
from showcase.reading.binding import Record
from showcase.workbook import UnreadableWorkbookError, Wish, proposed, tables, workbook
from showcase.workbook.typed import Data, as_text
from tests.workbook import generated
from tests.workbook.office import saved_again

ROOT = Path(__file__).resolve().parents[2]
ODD = (
    "=1+1", "@某", "+86", "-1", "'单引号", "_x000D_", "a_x0041_b", "甲、乙", "【注】", "true", "1-2", "2023.10",
    "0571", "1e5", "<b>", "a & b", "𠮷", "🌱",
)  # fmt: skip
"""Texts that a spreadsheet would like to take for something else."""


def odd() -> Record[Base]:
    """An invented base of such texts."""
    data: Data = {
        "schema": "1", "name": "云桥同心站", "kind": "其他", "city": "云州市", "aliases": list(ODD),
        "story": "第一段\n\n- 列表\n  缩进\n\n=最后一段",
        "activities": [{"title": one, "place": one, "date": "--03-25"} for one in ODD],
    }  # fmt: skip
    record = generated.read(as_text(data), "yunqiao")
    assert record is not None
    return record


@pytest.mark.office
def test_saved_again_by_libreoffice_the_real_content_imports_the_same(tmp_path: Path) -> None:
    made = tables(Folder(ROOT / "bases").read(drafts=True).legible)
    found = proposed(saved_again(workbook(made), tmp_path), made, Wish(delete=True))
    assert (dict(found.drafts), found.faults, found.gone) == ({}, (), ())


@pytest.mark.office
def test_saved_again_by_libreoffice_odd_texts_import_the_same(tmp_path: Path) -> None:
    made = tables(generated.catalogue({"yunqiao": odd()}))
    found = proposed(saved_again(workbook(made), tmp_path), made, Wish(delete=True))
    assert (dict(found.drafts), found.faults, found.gone) == ({}, (), ())


@pytest.mark.office
@pytest.mark.parametrize(
    ("kind", "code"), [("xls", "workbook-old"), ("ods", "workbook-other-kind")]
)
def test_other_kinds_that_libreoffice_writes_are_known(
    kind: str, code: str, tmp_path: Path
) -> None:
    made = tables(generated.catalogue({"yunqiao": odd()}))
    with pytest.raises(UnreadableWorkbookError) as unreadable:
        proposed(saved_again(workbook(made), tmp_path, kind), made, Wish())
    assert unreadable.value.fault.code == code
