"""The verb `schemas`."""

from __future__ import annotations

import typer

from .. import schemas as made
from .place import need_bases, root


def schemas() -> None:
    """重新写好 schemas/ 里的文件：编辑器靠它们补全和提示。改了 model/ 以后运行。"""
    need_bases()
    folder = root() / made.FOLDER
    folder.mkdir(exist_ok=True)
    files = made.files()
    for path in sorted(folder.glob("*.json")):
        if path.name not in files:
            path.unlink()
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8", newline="\n")
    typer.echo(f"写好了 {made.FOLDER}/：{'、'.join(files)}")
