"""Where a command was called, and how it stops when it cannot go on."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import NoReturn

import typer

WRONG_USE = 2
_REASONS = {
    errno.EACCES: "没有权限，或者正被别的程序打开",
    errno.EPERM: "没有权限",
    errno.EROFS: "这个磁盘只能读",
    errno.ENOSPC: "磁盘满了",
    errno.ENAMETOOLONG: "名字太长",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.EEXIST: "路径里有一段不是文件夹",
    errno.ENOENT: "没有这个文件夹",
    errno.EADDRINUSE: "已经有程序在用",
    errno.EADDRNOTAVAIL: "这台电脑没有这个地址",
}
"""What the system says in the language of its own, for the faults that staff meet."""


def root() -> Path:
    """The project: the launcher changes into it."""
    return Path.cwd()


def given(path: Path) -> Path:
    """A path as the user meant it: the launcher says from where it was called."""
    return (Path(os.environ.get("SHOWCASE_CALLED_FROM", ".")) / path).resolve()


def stop(sentence: str, code: int = 1) -> NoReturn:
    """Say a sentence and end with an exit code: 1 something to mend, 2 wrong use."""
    typer.echo(sentence, err=True)
    raise typer.Exit(code) from None


def reason(fault: OSError) -> str:
    """Why the system refused, in brackets; empty where there are no plain words for it."""
    known = _REASONS.get(fault.errno or 0)
    return f"（{known}）" if known else ""


def written(path: Path, document: str) -> None:
    """Write a file that `--out` asked for, and end with a sentence where that cannot be."""
    if path.is_dir():
        stop(f"写不进 {path}（这是一个文件夹）。在后面加上文件名。", WRONG_USE)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document, encoding="utf-8", newline="\n")
    except OSError as fault:
        stop(f"写不进 {path}{reason(fault)}。换一个文件名。", WRONG_USE)


def need_bases() -> None:
    """What works on a project works in its folder only, and leaves nothing in any other."""
    if not (root() / "bases").is_dir():
        stop("这里没有 bases/ 文件夹，不是项目的文件夹；换到项目的文件夹里再运行。", WRONG_USE)


def need_content() -> None:
    """MkDocs would say so in English, before anything of ours is asked."""
    need_bases()
    if not (root() / "content").is_dir():
        stop("缺少 content/ 文件夹。从项目里取回它。")
