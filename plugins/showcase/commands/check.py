"""The verb `check`."""

from __future__ import annotations

import typer

from .. import messages
from ..diagnostics import Level, errors
from ..workshop import Workshop
from .place import root


def check() -> None:
    """检查 bases/ 里的全部文件，一次说完所有要改的地方。有错误时退出码为1。"""
    workshop = Workshop(root())
    reading = workshop.read(drafts=True)
    if reading.diagnostics:
        typer.echo(messages.report(reading.diagnostics))
        typer.echo("")
    if reading.catalogue and (lacking := workshop.lacking_characters(reading.catalogue)):
        typer.echo(f"说明 标题字体里没有这些字，会用系统字体显示：{'、'.join(lacking)}\n")
    wrong = len(errors(reading.diagnostics))
    warned = sum(one.level is Level.WARNING for one in reading.diagnostics)
    count = len(reading.catalogue.bases) if reading.catalogue else 0
    summary = f"{count}个文件，" if reading.catalogue else ""
    typer.echo(f"检查完：{summary}{wrong}处错误，{warned}处提醒。")
    raise typer.Exit(1 if wrong else 0)
