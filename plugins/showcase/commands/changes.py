"""The verb `changes`, and the sheets that are signed before publication."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from .. import ledger_file
from ..diagnostics import errors
from ..proofs import write_proof
from ..publication import telling
from ..publication.changes import changes as compared
from ..publication.proof import proof_of
from ..publishing import digests, published
from ..reports import terminal
from ..reports.visible import visible
from ..workshop import Workshop
from .asking import day
from .place import WRONG_USE, given, need_bases, need_content, reason, root, stop


def changes(
    bases: Annotated[list[str] | None, typer.Argument(metavar="[编号]...", help="送审稿里放哪些基地；不写就是有变化的")] = None,
    form: Annotated[str, typer.Option("--format", help="text 或 json")] = "text",
    proof: Annotated[bool, typer.Option("--proof", help="另做一份可以签字的送审稿")] = False,
    out: Annotated[Path | None, typer.Option(help="送审稿放到哪个文件夹；不写就是 build/proof")] = None,
    everything: Annotated[bool, typer.Option("--all", help="送审稿里放全部基地")] = False,
    on: Annotated[str, typer.Option(help="送审稿上的日期，例如 2026-11-20；不写就留空手填")] = "",
) -> None:  # fmt: skip
    """说出公开的网站和上次发布相比会有哪些变化；加 --proof 另做送审稿。"""
    need_bases()
    if form not in ("text", "json"):
        stop("--format 只能写 text 或 json。", 2)
    date = day(on)
    need_content()
    workshop = Workshop(root())
    ledger, damaged = ledger_file.read(workshop.bases)
    # what is lost is what this tells: it must not stop here
    workshop.folder.forgetful = True
    reading = workshop.read()
    wrong = errors((*damaged, *reading.diagnostics))
    if reading.catalogue is None or wrong:
        stop(f"{terminal.told(wrong)}\n\n有{len(wrong)}处错误，改好再来。")
    whole = workshop.read(drafts=True).catalogue or reading.catalogue
    unknown = [visible(one) for one in bases or () if one not in whole.bases]
    if unknown:
        stop(f"没有这些基地：{'、'.join(unknown)}。", WRONG_USE)
    now = published(workshop, reading.catalogue)
    found = compared(ledger.published, now)
    if form == "json":
        data = {"first": not ledger.ever, "changes": telling.as_data(found) if ledger.ever else []}
        typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
    elif not ledger.ever:
        typer.echo(telling.first_time(now))
    else:
        if found:
            typer.echo(f"{telling.report(found)}\n")
        typer.echo(telling.summary(found))
    if not proof:
        return
    chosen = tuple(whole.bases) if everything else tuple(bases or ())
    told = proof_of(ledger, now, whole, digests(workshop.bases, whole), chosen, date)
    folder = given(out) if out else root() / "build" / "proof"
    if any(
        folder.is_relative_to(root() / name) for name in ("bases", "content", "overrides", "site")
    ):
        stop("送审稿不能放在网站和资料的文件夹里，换一个。", 2)
    try:
        page, sheet = write_proof(told, workshop.bases, folder)
    except OSError as fault:
        stop(f"送审稿写不进 {folder}{reason(fault)}。换一个文件夹。", WRONG_USE)
    typer.echo(f"送审稿：{page}", err=form == "json")
    if sheet is not None:
        typer.echo(f"打印用：{sheet}", err=form == "json")
    else:
        typer.echo(
            "这台电脑上没有找到 Chrome、Edge 或 Chromium，没做PDF："
            "用浏览器打开上面的文件，按 Ctrl+P，纸张选A4，打印或另存为PDF。",
            err=True,
        )
