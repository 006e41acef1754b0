"""The verb `export`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from .. import whole_files
from ..folder import Folder
from ..reports import terminal
from ..workbook import tables, workbook
from .asking import INTERRUPTED, agreed, say
from .place import WRONG_USE, given, need_bases, reason, root, stop

FILE = Path("基地资料.xlsx")
"""What the workbook is called unless something else is asked for."""


def export(
    bases: Annotated[
        list[str] | None, typer.Argument(metavar="编号", help="只导出这些基地；不写就是全部")
    ] = None,
    out: Annotated[Path, typer.Option(help="写到哪个文件")] = FILE,
    yes: Annotated[bool, typer.Option("--yes", help="不问，盖掉已有的文件")] = False,
) -> None:
    """导出：把基地、数据、活动、达标、来源写成一个Excel工作簿，改好以后用 import 读回来。"""
    need_bases()
    reading = Folder(root() / "bases").read(drafts=True)
    catalogue = reading.legible
    wanted = frozenset(bases or ())
    if unknown := sorted(wanted - catalogue.bases.keys()):
        stop(f"没有“{unknown[0]}”这个基地，写文件名（不带 .yml）。", WRONG_USE)
    if reading.catalogue is None:
        # what is wrong in a file would be missing in the workbook, as if it had been removed
        wrong = [one for one in reading.diagnostics if one.level == 0]
        say(terminal.told(wrong[:5]))
        stop(f"有{len(wrong)}处错误，改好以前不能导出；运行 check 查看全部。")
    content = workbook(tables(catalogue, wanted))
    path = given(out)
    if path.suffix.lower() != ".xlsx":
        stop(f"文件名要以 .xlsx 结尾，例如 {FILE}。", WRONG_USE)
    if path.is_dir():
        stop(f"写不进 {path}（这是一个文件夹）。在后面加上文件名。", WRONG_USE)
    try:
        if not yes and path.exists() and path.read_bytes() != content:
            _ask(out)
        path.parent.mkdir(parents=True, exist_ok=True)
        whole_files.put(path, content)
    except OSError as fault:
        stop(f"写不进 {path}{reason(fault)}。关掉打开着它的程序，或者换一个文件名。", WRONG_USE)
    say(f"写好了 {out}：{len(wanted or catalogue.bases)}个基地。改好存盘，再运行 import {out}。")


def _ask(out: Path) -> None:
    """Go on only where the user gives up what stands in the file: perhaps work that was never imported."""
    if not sys.stdin.isatty():
        stop(
            f"已经有 {out} 了，里面不一样，没有写。要盖掉它就加 --yes，要留着它就用 --out 换一个文件名。"
        )
    try:
        agreed(f"已经有 {out} 了，里面不一样（可能有还没导入的修改）。盖掉它吗？", yes=False)
    except KeyboardInterrupt:
        say()
        stop("停下了，什么也没有写。", INTERRUPTED)
