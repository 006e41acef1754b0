"""The verb `publish`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from .. import ledger_file
from ..catalogue import Catalogue
from ..diagnostics import errors
from ..ledger import Ledger, dump
from ..publication import telling
from ..publication.changes import changes
from ..publishing import published
from ..reports import terminal
from ..switching import Past
from ..workshop import Workshop
from .asking import day
from .build import WAIT, WaitOption, YesOption, made, place_of
from .place import need_bases, need_content, root, stop


def publish(
    site: Annotated[Path | None, typer.Option(help="生成到哪个文件夹；不写就是 site/")] = None,
    on: Annotated[str, typer.Option(help="发布日期，例如 2026-11-20；不写就不记")] = "",
    yes: YesOption = False,
    wait: WaitOption = WAIT,
) -> None:
    """检查、生成整个网站，全部成功后记下发布了什么（bases/_published.json），并说出变化。

    用 rollback 换回旧版时，这份记录跟着换回去；只用 build 生成、没有发布过的版本不改记录。
    """
    need_bases()
    date = day(on)
    need_content()
    workshop = Workshop(root())
    catalogue = _released(workshop)
    before = catalogue.ledger
    now = published(workshop, catalogue)
    shown = made(site, yes=yes, wait=wait)
    again = _released(workshop)
    if published(workshop, again) != now:
        stop("生成的时候又有文件改了，所以没有记。再运行一次 publish。")
    after = _next(replace(before, published=now, on=date))
    ledger_file.write(workshop.bases, after)
    _keep_for_rollback(place_of(site), shown.digest, after)
    found = changes(before.published, now)
    if before.ever:
        if found:
            typer.echo(f"\n{telling.report(found)}\n")
        typer.echo(telling.summary(found))
    else:
        typer.echo(telling.first_time(now))
    typer.echo("记好了 bases/_published.json，和其他文件一起提交。")


def _released(workshop: Workshop) -> Catalogue:
    reading = workshop.read()
    wrong = errors(reading.diagnostics)
    if reading.catalogue is None or wrong:
        stop(f"{terminal.told(wrong)}\n\n有{len(wrong)}处错误，没有发布。")
    return reading.catalogue


def _next(after: Ledger) -> Ledger:
    """What is public again is withdrawn no longer."""
    pictures = {
        f"{identity}/{name}"
        for identity, told in after.published.of("bases").items()
        for name in told.photos
    }
    public = after.published.of("bases").keys() | pictures
    return replace(after, withdrawn=after.withdrawn - public)


def _keep_for_rollback(site: Path, digest: str, after: Ledger) -> None:
    """Note beside the kept sites what this one made public: putting it back makes that public again."""
    try:
        Past(site).note(digest, dump(Ledger(after.published, on=after.on)).encode())
    except OSError:
        typer.echo("这一版以后用 rollback 换回来时，发布记录不会跟着换。", err=True)
