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
    sizes: Annotated[
        str, typer.Option(help="几个基地，用逗号分开；每个20次活动")
    ] = "500,1000,5000",
    bases: Annotated[str, typer.Option(help="只测一个大站：几个基地，内容像真的一样参差不齐")] = "",
    activities: Annotated[
        str, typer.Option(help="和 --bases 一起用：一共几次活动；不写就是每个基地20次")
    ] = "",
    browser: Annotated[
        bool,
        typer.Option(
            "--browser", help="和 --bases 一起用：再用本机的浏览器打开，测筛选、搜索有多快"
        ),
    ] = False,
    out: Annotated[Path | None, typer.Option(help="结果写到哪个JSON文件")] = None,
) -> None:
    """用虚构的基地测速度、内存和大小。"""
    from ..bench import report
    from ..bench.invention import Size
    from ..bench.synthesis import ACTIVITIES
    from ..proofs.browser import find

    if (activities or browser) and not bases:
        stop(
            "--activities 和 --browser 要和 --bases 一起用，例如 --bases 1000 --activities 20000。",
            WRONG_USE,
        )
    if bases:
        count = _number(bases, "--bases", "1000")
        events = _number(activities, "--activities", "20000") if activities else count * ACTIVITIES
        opened = find() if browser else None
        if browser and opened is None:
            stop("这台电脑上没有找到 Chrome、Edge 或 Chromium，不能用 --browser。", WRONG_USE)
        found = report.measure_at_scale(root(), Size(count, events), opened)
        report.show_at_scale(found, Console())
        if opened:
            report.show_answers(found["browser"], Console())
    else:
        found = report.measure(root(), _counts(sizes))
        report.show(found, Console())
    path = given(out) if out else root() / "build" / "bench.json"
    written(path, json.dumps(found, ensure_ascii=False, indent=2))
    typer.echo(f"结果写在 {path}")


def _counts(sizes: str) -> list[int]:
    return [
        _number(one.strip(), "--sizes", "500,1000", "，用逗号分开")
        for one in sizes.replace("，", ",").split(",")
    ]


def _number(written: str, option: str, example: str, more: str = "") -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,5}", written):
        stop(f"{option} 里的“{written}”不是个数。写成 {example} 这样{more}。", WRONG_USE)
    return int(written)
