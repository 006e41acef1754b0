"""The verb `checkup`."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated

import typer

from ..checkup import report
from ..reports.visible import visible
from ..workshop import Workshop
from .place import WRONG_USE, need_bases, root, stop


class Form(StrEnum):
    """As `--format` names them."""

    TEXT = "text"
    JSON = "json"


def checkup(
    bases: Annotated[
        list[str] | None, typer.Argument(metavar="编号", help="只看这几个基地；不写就看全部")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="text 给人看，json 给程序")] = Form.TEXT,
) -> None:
    """体检：每个基地的页面还能补什么材料，补上以后会怎样。不改任何文件。"""
    need_bases()
    workshop = Workshop(root())
    reading = workshop.read(drafts=True)
    unread = report.unread(reading.legible, reading.diagnostics)
    examined = workshop.checkup(reading.legible)
    known = {base.id: base for base in examined.bases}
    asked = tuple(dict.fromkeys(bases or known))
    for name in asked:
        if name not in known and name not in map(_stem, unread):
            stop(
                f"没有“{visible(name)}”这个基地。编号就是 bases/ 里的文件名，不带 .yml。", WRONG_USE
            )
    chosen = [known[name] for name in asked if name in known]
    if form is Form.JSON:
        data = report.data_of(examined, chosen, unread)
        # for programs: UTF-8, whatever the console is
        sys.stdout.flush()
        sys.stdout.buffer.write(f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode())
    else:
        lines = report.named(chosen, unread) if bases else report.overview(examined, unread)
        typer.echo("\n".join(map(visible, lines)))


def _stem(file: str) -> str:
    return PurePosixPath(file).stem
