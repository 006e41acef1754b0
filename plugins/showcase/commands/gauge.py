"""The verb `gauge`."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from ..gauge.corpus import CorpusError, documents, queries
from ..gauge.scores import TOTAL, Score, quantile, scores
from ..gauge.trial import NoBrowser, Trial, trial
from .place import given, root, stop, written

NOT_READY = 3
"""Exit code where there is nothing to run the engine in."""


def gauge(
    corpus: Annotated[Path, typer.Argument(help="语料：一个JSON文件，列出网页")],
    asked: Annotated[Path, typer.Argument(metavar="QUERIES", help="查询：一个JSON文件")],
    out: Annotated[Path | None, typer.Option(help="结果另写到哪个JSON文件")] = None,
) -> None:
    """拿一份语料和一组查询，量一量搜索找得准不准、快不快。"""
    try:
        pages = documents(_read(corpus))
        put = queries(_read(asked), len(pages))
    except CorpusError as fault:
        stop(f"{fault}。")
    with tempfile.TemporaryDirectory() as folder:
        try:
            done = trial(
                pages, [one.text for one in put], root() / "overrides" / "assets", Path(folder)
            )
        except NoBrowser:
            stop("这台机器上没有能用的Chromium，引擎跑不起来。", NOT_READY)
    found = scores(put, done.rankings)
    Console().print(_table(found))
    typer.echo(_costs(len(pages), done))
    if out:
        told = {
            "pages": len(pages),
            "categories": {name: asdict(score) for name, score in found.items()},
            "milliseconds": {"p50": quantile(done.times, 0.5), "p95": quantile(done.times, 0.95)},
            "gzipped": {"engine": done.engine, "index": done.index},
        }
        written(given(out), json.dumps(told, ensure_ascii=False, indent=2))


def _read(path: Path) -> object:
    place = given(path)
    try:
        return json.loads(place.read_text("utf-8-sig"))
    except OSError:
        stop(f"打不开 {path}。")
    except ValueError:
        stop(f"{path} 不是JSON。")


def _table(found: Mapping[str, Score]) -> Table:
    table = Table()
    for head in ("类别", "条数", "recall@5", "recall@10", "MRR", "不该有却有结果"):
        table.add_column(head, justify="left" if head == "类别" else "right")
    for name, one in found.items():
        shares = (one.recall5, one.recall10, one.mrr)
        figures = ["" if share is None else f"{share:.3f}" for share in shares]
        table.add_row("合计" if name == TOTAL else name, str(one.queries), *figures, str(one.found))
    return table


def _costs(pages: int, done: Trial) -> str:
    times = (quantile(done.times, share) for share in (0.5, 0.95, 1.0))
    median, most, worst = (f"{one:.1f}" for one in times)
    return (
        f"{pages}页。每次查询：中位{median}毫秒，p95 {most}毫秒，最慢{worst}毫秒；打开索引{done.opened:.0f}毫秒。"
        f"\n压缩后：引擎{done.engine / 1000:.1f} KB，索引{done.index / 1000:.1f} KB。"
    )
