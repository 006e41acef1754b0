"""The verb `fix`."""

from __future__ import annotations

from typing import Annotated

import typer

from ..diagnostics import Diagnostic, Level
from ..messages import mend, what
from ..repairs import Repairs
from ..reports.visible import visible
from ..workshop import Workshop
from .asking import NO, YES, affirmed, answer
from .place import need_bases, reason, root, stop
from .taking_back import take_back

_ALL = frozenset(("全部", "全", "a", "all"))
_STOP = frozenset(("停", "q", "quit", "退出"))


def fix(
    yes: Annotated[bool, typer.Option("--yes", help="不问：只改有把握的，其余留着")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="撤销上一次 fix 的修改")] = False,
) -> None:
    """修改：有把握的一次改好，拿不准的一处一处问；先看改动，同意了才写，写之前留底。"""
    need_bases()
    if undo:
        take_back("fix")
        return
    repairs = Repairs(Workshop(root()))
    repairs.mend_all(lambda one: one.fix is not None and one.fix.safe)
    if repairs.changed:
        # a control character in a file is shown, not obeyed
        typer.echo("\n".join(visible(line) for line in repairs.differences()) + "\n")
        count = f"上面是有把握的修改：{len(repairs.changed)}个文件，{len(repairs.done)}处。"
        typer.echo(count)
        if not yes and not affirmed("写进文件吗？"):
            typer.echo("没有改动任何文件。")
            raise typer.Exit(0)
        _write(repairs)
    if not yes:
        _one_by_one(repairs)
    levels = [one.level for one in Workshop(root()).read(drafts=True).diagnostics]
    typer.echo(_left(levels.count(Level.ERROR), levels.count(Level.WARNING)))
    if Level.ERROR in levels:
        raise typer.Exit(1)


def _left(faults: int, reminders: int) -> str:
    """What is still to be seen to."""
    said = f"还有{faults}处错误要自己改" if faults else "没有错误了"
    if reminders:
        said += f"，{'另' if faults else '还'}有{reminders}处提醒"
    return f"{said}，运行 check 查看。" if faults or reminders else f"{said}。"


def _one_by_one(repairs: Repairs) -> None:
    """Ask about every mend that is no more than a suggestion."""
    always = False
    while waiting := repairs.offered():
        one = waiting[0]
        if always or (said := _asked(one)) in YES:
            repairs.mend([one])
        elif said in _ALL:
            always = True
        elif said in _STOP:
            break
        else:
            repairs.decline(one)
    if repairs.changed:
        _write(repairs)


def _asked(one: Diagnostic) -> str:
    place = f"{one.place.file}:{one.place.line}"
    field = f" {one.field}" if one.field else ""
    typer.echo("\n" + visible(f"{place}{field}：{what(one)}"))
    if one.text.strip():
        typer.echo(f"    现在：{visible(one.text)}")
    for number, line in enumerate(one.better):
        typer.echo(f"    {'改成' if not number else '接着'}：{visible(line)}")
    if not one.better:
        typer.echo(f"    → {mend(one)}")
    return answer("这样改吗？（是／否／全部／停）：", YES | NO | _ALL | _STOP | {""}, "停")


def _write(repairs: Repairs) -> None:
    files = repairs.changed
    try:
        repairs.write()
    except OSError as fault:
        stop(f"没有写成{reason(fault)}。关掉正打开这些文件的程序，再运行一次 fix。")
    typer.echo(f"写好了：{'、'.join(files)}。后悔的话运行 fix --undo。")
