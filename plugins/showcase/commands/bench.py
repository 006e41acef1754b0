"""The verb `bench`."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from .place import WRONG_USE, given, root, stop, written


def bench(
    sizes: Annotated[str, typer.Option(help="几个基地，用逗号分开")] = "500,1000,5000",
    out: Annotated[Path | None, typer.Option(help="结果写到哪个JSON文件")] = None,
) -> None:
    """用虚构的基地测速度、内存和大小。"""
    from ..bench.report import measure, show

    found = measure(root(), _counts(sizes))
    show(found, Console())
    path = given(out) if out else root() / "build" / "bench.json"
    written(path, json.dumps(found, ensure_ascii=False, indent=2))
    typer.echo(f"结果写在 {path}")


def _counts(sizes: str) -> list[int]:
    written = [one.strip() for one in sizes.replace("，", ",").split(",")]
    for one in written:
        if not re.fullmatch(r"[1-9][0-9]{0,5}", one):
            stop(f"--sizes 里的“{one}”不是个数。写成 500,1000 这样，用逗号分开。", WRONG_USE)
    return [int(one) for one in written]
