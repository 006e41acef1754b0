"""Where a command was called, and how it stops when it cannot go on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import typer

WRONG_USE = 2


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


def need_content() -> None:
    """MkDocs would say so in English, before anything of ours is asked."""
    if not (root() / "content").is_dir():
        stop("缺少 content/ 文件夹。从项目里取回它。")
