"""The verb `migrate`."""

from __future__ import annotations

import typer

from .. import migrations
from .place import need_bases, root


def migrate() -> None:
    """把旧格式的文件改成现在的格式。现在只有第1版，没有要改的。"""
    need_bases()
    changes = migrations.pending(root() / "bases")
    for change in changes:
        change.path.write_text(change.after, encoding="utf-8", newline="\n")
        typer.echo(f"改好了 {change.path.name}")
    typer.echo(f"迁移完：改了{len(changes)}个文件。")
