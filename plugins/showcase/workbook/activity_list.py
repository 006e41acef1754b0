"""A plain list of activities, as offices keep them: any order of columns, a title above, headings of their own."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence

from ..diagnostics import Level
from ..model.dates import DateError, Period
from .columns import ACTIVITIES, OWNER
from .faults import CellFault, Spot, letters
from .grid import Content, Grid
from .layout import Layout, ReadRow, merged, plain_heading, row_of
from .tables import TableRow

_ALIASES: Mapping[str, tuple[str, ...]] = {
    "日期": (
        "日期", "时间", "活动时间", "活动日期", "举办时间", "举办日期", "开展时间", "开展日期", "年月日", "起止时间",
    ),
    "标题": ("标题", "活动名称", "名称", "主题", "活动主题", "活动标题", "活动", "题目", "项目名称", "活动项目"),
    "地点": ("地点", "活动地点", "举办地点", "场所", "活动场所", "开展地点", "地址", "活动地址"),
    "类型": ("类型", "活动类型", "类别", "活动类别", "形式", "活动形式"),
    "简介": ("简介", "内容", "活动内容", "活动简介", "主要内容", "概况", "活动概况", "情况", "活动情况", "简要内容"),
    "来源": ("来源", "资料来源", "出处", "信息来源"),
    OWNER: (OWNER, "基地名称", "所属基地", "基地编号", "主办基地", "站点"),
}  # fmt: skip
"""What offices call the columns, by our own headings."""
_BY_ALIAS = {alias: title for title, aliases in _ALIASES.items() for alias in aliases}
_IGNORED = {"序号", "编号", "No", "NO", "no", "#"}
_NEAR = 0.75
_DEEPEST = 20
_REMARK = re.compile(r"(?:备?注|说明|合计|总计|共计|填表|制表|审核|以上)")
_TITLE, _DATE = "标题", "日期"


def is_list(grid: Grid) -> bool:
    """Whether a sheet looks like a list of activities: a row that heads at least two known columns."""
    return _top(grid) > 0


def _top(grid: Grid) -> int:
    best, most = 0, 1
    for number in sorted(grid.rows)[:_DEEPEST]:
        known = {
            _known(one.raw) for one in grid.rows[number].values() if one.content is Content.TEXT
        }
        if len(known - {""}) > most:
            best, most = number, len(known - {""})
    return best


def _known(text: str) -> str:
    """The heading of ours that one of theirs means; nothing for an unknown one."""
    title = plain_heading(text)
    if title in _BY_ALIAS:
        return _BY_ALIAS[title]
    near = difflib.get_close_matches(title, _BY_ALIAS, n=1, cutoff=_NEAR) if len(title) > 2 else []
    return _BY_ALIAS[near[0]] if near else ""


def laid_out(grid: Grid) -> Layout:
    """Read a plain list. What it says beside the columns that activities have is told, and left."""
    top = _top(grid)
    columns: dict[str, int] = {}
    faults: list[CellFault] = []
    for place, cell in grid.rows.get(top, {}).items():
        title, written = _known(cell.raw), plain_heading(cell.raw)
        spot = Spot(grid.name, top, place)
        if title in columns:
            values = {"first": letters(columns[title])}
            faults.append(CellFault("heading-twice", Spot(grid.name, top, place, written), values))
        elif title:
            columns[title] = place
        elif written not in _IGNORED:
            faults.append(
                CellFault("heading-unknown", spot, {"written": written}, level=Level.NOTE)
            )
    if _TITLE not in columns:
        faults.append(CellFault("list-without-titles", Spot(grid.name, top)))
        return Layout(ACTIVITIES, grid, columns, (), tuple(faults))
    faults += merged(grid, columns, top)
    rows: list[ReadRow] = []
    for number in sorted(grid.rows):
        if number <= top:
            continue
        row, told = row_of(grid, ACTIVITIES, number, columns)
        if row is not None and _is_remark(grid, row):
            shown = next(iter(row.cells.values()), "")
            faults.append(CellFault("row-remark", row.spot(), shown=shown, level=Level.NOTE))
            continue
        faults += told
        if row is not None:
            rows.append(row)
    return Layout(ACTIVITIES, grid, columns, tuple(rows), tuple(faults))


def _is_remark(grid: Grid, row: ReadRow) -> bool:
    """Whether a row below the list says something about it: one cell is filled, and begins like a remark."""
    filled = grid.rows[row.number]
    return len(filled) == 1 and bool(_REMARK.match(next(iter(filled.values())).raw.strip()))


def completed(rows: Iterable[ReadRow], base: str, source: str) -> tuple[ReadRow, ...]:
    """The rows with the base and the source that the command line gave, where they have none of their own."""
    found = []
    for row in rows:
        given = {title: text for title, text in ((OWNER, base), ("来源", source)) if text}
        found.append(
            ReadRow(
                row.plan, row.sheet, row.number, {**given, **row.cells}, row.columns, row.faulty
            )
        )
    return tuple(found)


def fresh(
    rows: Sequence[ReadRow], items: Sequence[TableRow], owner: Mapping[int, str]
) -> tuple[tuple[ReadRow, ...], tuple[CellFault, ...]]:
    """The rows of activities that are not there yet: of the same base, date and title. `owner` has the id
    of each row's base by its number."""
    there = {_likeness(one.cells.get(OWNER, ""), one.cells) for one in items}
    new: list[ReadRow] = []
    faults: list[CellFault] = []
    for row in rows:
        likeness = _likeness(owner.get(row.number, ""), row.cells)
        if likeness in there:
            title = row.cells.get(_TITLE, "")
            spot = row.spot()
            faults.append(CellFault("activity-there", spot, {"written": title}, level=Level.NOTE))
        else:
            there.add(likeness)
            new.append(row)
    return tuple(new), tuple(faults)


def _likeness(owner: str, cells: Mapping[str, str]) -> tuple[str, object, str]:
    written = cells.get(_DATE, "")
    date: object = written
    try:
        date = Period.parse(written) if written else ""
    except DateError:
        date = written
    return owner, date, re.sub(r"\s", "", cells.get(_TITLE, ""))
