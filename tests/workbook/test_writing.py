"""The workbook as people and programs meet it; and files that are written whole, or not at all."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from showcase import whole_files
from showcase.undo import UndoCopies
from showcase.workbook import write
from showcase.workbook.columns import ACTIVITIES, KEY, PLANS
from showcase.workbook.writing import FIRST_ROW, HEADING_ROW
from tests.workbook.spoiling import Spoiling
from tests.workbook.stories import changes, command, copy, exported, texts

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The invented content."""
    return copy(tmp_path / "project")


def sheet(content: bytes, name: str) -> Worksheet:
    """A sheet of the exported workbook."""
    found = openpyxl.load_workbook(io.BytesIO(content))[name]
    assert isinstance(found, Worksheet)
    return found


def test_there_are_a_sheet_of_help_and_five_to_fill_in(project: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(exported(project)))
    assert book.sheetnames == ["说明", "基地", "数据", "活动", "达标", "来源", "选项"]
    assert book["选项"].sheet_state == "hidden"


def test_the_first_sheet_says_what_every_other_is_for(project: Path) -> None:
    own = sheet(exported(project), "说明")
    said = [cell.value for cell in own["B"] if cell.value]
    assert [f"{plan.name}：{plan.about}" for plan in PLANS] == said[3 : 3 + len(PLANS)]
    assert not [cell for column in "AC" for cell in own[column] if cell.value]


def test_no_clock_leaves_its_trace(project: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(exported(project))) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        told = packed.read("docProps/core.xml").decode()
    assert re.findall(r"<dcterms:\w+[^>]*>([^<]*)<", told) == ["2000-01-01T00:00:00Z"] * 2


def test_every_cell_is_text_and_open_every_heading_locked_and_explained(project: Path) -> None:
    content = exported(project)
    for plan in PLANS:
        own = sheet(content, plan.name)
        assert own.protection.sheet and not own.protection.sort and not own.protection.insertRows
        for row in own.iter_rows(min_row=FIRST_ROW):
            for cell in row:
                assert cell.number_format == "@"
                assert not cell.protection.locked
        for cell in own[HEADING_ROW]:
            assert cell.protection.locked
            assert cell.comment is not None
        # rows still to come
        assert all(one.number_format == "@" for one in own.column_dimensions.values())
        assert own.freeze_panes and own.auto_filter.ref


def test_choices_and_ids_are_offered_and_keys_cannot_be_typed_over(project: Path) -> None:
    own = sheet(exported(project), ACTIVITIES.name)
    rules = {str(one.sqref).partition("3")[0]: one for one in own.data_validations.dataValidation}
    heads = {cell.value: cell.column_letter for cell in own[HEADING_ROW]}  # type: ignore[union-attr]
    assert rules[heads["类型"]].type == "list" and rules[heads["类型"]].errorStyle in (None, "stop")
    assert rules[heads["来源"]].type == "list" and rules[heads["来源"]].errorStyle == "warning"
    assert (rules[heads[KEY]].type, rules[heads[KEY]].formula1) == ("custom", "FALSE")


def test_nothing_that_looks_like_a_formula_becomes_one(project: Path) -> None:
    path = project / "bases" / "yunqiao.yml"
    path.write_text(
        path.read_text("utf-8").replace("title: 座谈会", 'title: "=1+1"'), encoding="utf-8"
    )
    own = sheet(exported(project), ACTIVITIES.name)
    cells = [cell for row in own.iter_rows() for cell in row if cell.value == "=1+1"]
    assert [(cell.data_type, cell.quotePrefix) for cell in cells] == [("s", True)]


def test_undo_takes_back_a_whole_import_new_files_too(project: Path, tmp_path: Path) -> None:
    before = texts(project)
    spoiling = Spoiling(exported(project), project)
    spoiling.fill("基地", {"编号": "baihe", "名称": "白鹤汇", "类别": "其他", "城市": "云州市"})
    spoiling.write("活动", 4, "标题", "开放日（改）")
    path = tmp_path / "book.xlsx"
    path.write_bytes(spoiling.content())
    assert "写好了" in command(project, "import", str(path), "--yes")
    assert (project / "bases" / "baihe.yml").is_file()
    assert texts(project) != before
    assert command(project, "import", "--undo") == (
        "撤销了上一次 import 的修改：恢复了bases/yunqiao.yml；删掉了新建的bases/baihe.yml。\n"
    )
    assert texts(project) == before
    assert command(project, "import", "--undo") == "没有可以撤销的 import 修改。\n"


def test_undo_deletes_no_new_file_that_was_written_in_since(project: Path) -> None:
    before = texts(project)
    write({"bases/baihe.yml": b"new", "bases/yunqiao.yml": b"mended"}, project)
    (project / "bases" / "baihe.yml").write_bytes(b"new, and a day of work")
    told = command(project, "import", "--undo")
    assert "  bases/baihe.yml（是新建的，撤销会删掉）\n" in told
    assert "bases/yunqiao.yml" not in told
    assert told.endswith("没有人回答，没有撤销，文件都没有动。\n[1]\n")
    kept = {"bases/baihe.yml": b"new, and a day of work", "bases/yunqiao.yml": b"mended"}
    assert texts(project) == before | kept


def test_undo_of_an_import_leaves_a_later_fix_alone(project: Path) -> None:
    path = project / "bases" / "qinghe.yml"
    before = path.read_bytes()
    write({"bases/yunqiao.yml": b"mended"}, project)
    yunqiao = (project / "bases" / "yunqiao.yml").read_bytes()
    fixed = UndoCopies(project).keep("fix", [path])
    path.write_bytes(b"fixed")
    UndoCopies(project).done(fixed, {"bases/qinghe.yml": b"fixed"})
    assert "恢复了bases/yunqiao.yml。" in command(project, "import", "--undo")
    assert path.read_bytes() == b"fixed"
    assert (project / "bases" / "yunqiao.yml").read_bytes() != yunqiao
    assert "上一次 fix 的修改：恢复了bases/qinghe.yml。" in command(project, "fix", "--undo")
    assert path.read_bytes() == before


def test_a_later_fix_of_the_same_file_has_to_be_taken_back_first(project: Path) -> None:
    path = project / "bases" / "yunqiao.yml"
    before = path.read_bytes()
    write({"bases/yunqiao.yml": b"imported"}, project)
    fixed = UndoCopies(project).keep("fix", [path])
    path.write_bytes(b"fixed")
    UndoCopies(project).done(fixed, {"bases/yunqiao.yml": b"fixed"})
    assert "又改过：\n  bases/yunqiao.yml\n" in command(project, "import", "--undo")
    assert path.read_bytes() == b"fixed"
    command(project, "fix", "--undo")
    assert path.read_bytes() == b"imported"
    assert "撤销了上一次 import" in command(project, "import", "--undo")
    assert path.read_bytes() == before


def test_a_days_work_on_the_real_content_changes_the_lines_meant_and_no_other(
    tmp_path: Path,
) -> None:
    project = tmp_path / "real"
    for part in ("bases", "content"):
        shutil.copytree(ROOT / part, project / part)
    before = texts(project)
    spoiling = Spoiling(exported(project), project)
    owner = "mantoushan"
    number = next(
        row
        for row in range(FIRST_ROW, spoiling.book["基地"].max_row + 1)
        if spoiling.book["基地"].cell(row, 2).value == owner
    )
    spoiling.write("基地", number, "联系·电话", "0571-00000000")
    source = {
        "编号": "invented-report",
        "题名": "测试虚构的报道",
        "简称": "虚构报道",
        "类别": "其他",
    }
    spoiling.fill("来源", source)
    for day in ("2024-03-05", "2024年4月", "2024/5/1"):
        cells = {"基地": owner, "日期": day, "标题": f"测试虚构{day}", "来源": "invented-report"}
        spoiling.fill("活动", cells)
    path = tmp_path / "book.xlsx"
    path.write_bytes(spoiling.content())
    assert "写好了" in command(project, "import", str(path), "--yes")
    lines = changes(before, texts(project)).splitlines()
    assert [one for one in lines if one.startswith("-")] == []
    assert [one[1:].strip().replace('"', "") for one in lines if one.strip("+ ")] == [
        "++ bases/_sources.yml",
        "invented-report:", "title: 测试虚构的报道", "short: 虚构报道", "kind: 其他",
        f"++ bases/{owner}.yml",
        "contact:", "phone: 0571-00000000",
        "activities:",
        "- date: 2024-03-05", "title: 测试虚构2024-03-05", "source: invented-report",
        "- date: 2024年4月", "title: 测试虚构2024年4月", "source: invented-report",
        "- date: 2024-05-01", "title: 测试虚构2024/5/1", "source: invented-report",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("identity", "there", "said"),
    [
        ("yunqiao", "", "已经有了"),
        ("baihe", "baihe.yml", "已经有了"),
        ("baihe", "baihe.yaml", "已经有了"),
        ("con", "", "Windows"),
        ("b" * 90, "", "太长"),
        ("../baihe", "", "写法不对"),
    ],
)
def test_a_new_base_never_takes_the_place_of_a_file(
    identity: str, there: str, said: str, project: Path, tmp_path: Path
) -> None:
    spoiling = Spoiling(exported(project), project)
    if there:
        (project / "bases" / there).write_text("坏的", encoding="utf-8")
    cells = {"编号": identity, "名称": "白鹤汇", "类别": "其他", "城市": "云州市"}
    spoiling.fill("基地", cells)
    path = tmp_path / "book.xlsx"
    path.write_bytes(spoiling.content())
    before = texts(project)
    told = command(project, "import", str(path), "--yes")
    assert said in told or "里有错误" in told
    assert texts(project) == before


def test_looking_and_saying_no_write_nothing(project: Path, tmp_path: Path) -> None:
    before = texts(project)
    spoiling = Spoiling(exported(project), project)
    spoiling.write("活动", 4, "标题", "开放日（改）")
    path = tmp_path / "book.xlsx"
    path.write_bytes(spoiling.content())
    assert "只是看看" in command(project, "import", str(path), "--dry-run")
    assert "没有人回答" in command(project, "import", str(path))
    assert texts(project) == before
    assert UndoCopies(project).last("import") is None


def test_of_several_files_none_is_written_where_one_cannot_be(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = texts(project)
    real, written = whole_files.put, []

    def fails_at_the_last(path: Path, content: bytes) -> None:
        if path.name == "yunqiao.yml" and content == b"new":
            raise PermissionError(13, "in use")
        if path.is_relative_to(project / "bases"):
            written.append(path.name)
        real(path, content)

    monkeypatch.setattr(whole_files, "put", fails_at_the_last)
    files = ("bases/baihe.yml", "bases/qinghe.yml", "bases/yunqiao.yml")
    with pytest.raises(PermissionError):
        write(dict.fromkeys(files, b"new"), project)
    assert written[:2] == ["baihe.yml", "qinghe.yml"]
    assert texts(project) == before


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (["--out", "资料.xls"], ".xlsx 结尾", "[2]"),
        (["no-such-base"], "没有“no-such-base”这个基地", "[2]"),
        (["yunqiao", "--out", "一个.xlsx"], "写好了 一个.xlsx：1个基地", ""),
    ],
)
def test_export_says_what_it_did_or_why_not(
    words: list[str], said: str, code: str, project: Path
) -> None:
    told = command(project, "export", *words)
    assert said in told
    assert code in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "要写上文件名"),
        (["没有.xlsx"], "没有这个文件"),
        (["bases"], "这是一个文件夹"),
        (["bases/_site.yml", "--base", "nobody"], "没有“nobody”这个基地"),
        (["bases/_site.yml", "--source", "nothing"], "没有“nothing”这份资料"),
    ],
)
def test_import_says_how_it_is_used(words: list[str], said: str, project: Path) -> None:
    told = command(project, "import", *words)
    assert said in told
    assert "[2]" in told


def test_content_with_errors_is_not_exported(project: Path) -> None:
    path = project / "bases" / "yunqiao.yml"
    path.write_text("schema: 1\nname: 云桥\nkind: 不知道\ncity: 云州市\n", encoding="utf-8")
    told = command(project, "export")
    assert "改好以前不能导出" in told
    assert not (project / "基地资料.xlsx").exists()


def test_export_never_overwrites_other_work_unasked(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "基地资料.xlsx"
    assert "写好了" in command(project, "export")
    fresh = path.read_bytes()
    # what is there already may be written again
    assert "写好了" in command(project, "export")
    path.write_bytes(b"work")
    told = command(project, "export")
    assert "--yes" in told
    assert "--out" in told
    assert told.endswith("[1]\n")
    assert path.read_bytes() == b"work"
    monkeypatch.setattr("showcase.commands.export.sys", _Terminal())
    for typed, becomes in (("否", b"work"), ("", b"work"), ("是", fresh)):
        monkeypatch.setattr("showcase.commands.asking.line", lambda _, typed=typed: typed)
        command(project, "export")
        assert path.read_bytes() == becomes
    path.write_bytes(b"work")
    assert "写好了" in command(project, "export", "--yes")
    assert path.read_bytes() == fresh


class _Terminal:
    """A `sys` at whose input somebody sits."""

    class stdin:
        @staticmethod
        def isatty() -> bool:
            return True


def test_stopped_at_the_question_nothing_is_written(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("showcase.commands.asking.line", stopped)
    monkeypatch.setattr("showcase.commands.export.sys", _Terminal())
    before = texts(project)
    spoiling = Spoiling(exported(project), project)
    spoiling.write("活动", 4, "标题", "开放日（改）")
    path = tmp_path / "book.xlsx"
    written = spoiling.content()
    path.write_bytes(written)
    for words in (("import", str(path)), ("export", "--out", str(path))):
        told = command(project, *words)
        assert told.endswith("停下了，什么也没有写。\n[130]\n")
    assert path.read_bytes() == written
    assert texts(project) == before


_NEW_ROWS = (
    ("来源", {"编号": "baihe-report", "题名": "白鹤虚构报道", "简称": "白鹤报道", "类别": "其他"}),
    ("基地", {"编号": "baihe", "名称": "白鹤汇", "类别": "其他", "城市": "云州市"}),
    ("活动", {"基地": "云桥同心站", "日期": "2024/5/1", "标题": "虚构新活动", "来源": "云桥报道"}),
    ("活动", {"基地": "qinghe", "标题": "虚构没有日期", "来源": "baihe-report"}),
    ("数据", {"基地": "yunqiao", "名称": "虚构人数", "数值": "40人", "来源": "field-notes"}),
)


def test_the_same_workbook_imported_twice_adds_its_new_rows_once(
    project: Path, tmp_path: Path
) -> None:
    spoiling = Spoiling(exported(project), project)
    for name, cells in _NEW_ROWS:
        spoiling.fill(name, cells)
    path = tmp_path / "book.xlsx"
    path.write_bytes(spoiling.content())
    assert "写好了" in command(project, "import", str(path), "--yes")
    before = texts(project)
    told = command(project, "import", str(path), "--yes")
    assert told.count("已经有了，不再加") == len(_NEW_ROWS)
    assert "没有要改的" in told
    assert texts(project) == before


@pytest.mark.parametrize(
    "other",
    [{"基地": "qinghe"}, {"日期": "2023-03-26"}, {"日期": ""}, {"标题": "开放"}, {"地点": "别处"}],
)
def test_a_new_row_that_says_something_else_is_added(
    other: dict[str, str], project: Path, tmp_path: Path
) -> None:
    cells = {"基地": "yunqiao", "日期": "2023-03-25", "标题": "开放日", "类型": "其他"}
    spoiling = Spoiling(exported(project), project)
    spoiling.fill("活动", {**cells, "来源": "cloud-report", **other})
    path = tmp_path / "book.xlsx"
    path.write_bytes(spoiling.content())
    told = command(project, "import", str(path), "--yes")
    assert "新增 活动" in told
    assert "已经有了" not in told


def test_what_a_changed_row_said_before_can_be_added_anew(project: Path, tmp_path: Path) -> None:
    spoiling = Spoiling(exported(project), project)
    own = spoiling.book["活动"]
    row = next(one.row for one in own["D"] if str(one.value).startswith("2023-03-25"))
    spoiling.write("活动", row, "标题", "开放日（改）")
    cells = {"基地": "yunqiao", "日期": "2023-03-25", "标题": "开放日", "来源": "cloud-report"}
    spoiling.fill("活动", cells)
    path = tmp_path / "book.xlsx"
    path.write_bytes(spoiling.content())
    told = command(project, "import", str(path), "--yes")
    assert "新增 活动“开放日”" in told
    # the second time both are there
    before = texts(project)
    assert "没有要改的" in command(project, "import", str(path), "--yes", "--delete")
    assert texts(project) == before
