"""The verb `sign`."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from .. import ledger_file
from ..diagnostics import errors
from ..ledger import key_of, text_digest
from ..model import Base, PartialDate, Publication
from ..model.base import Review
from ..reports import terminal
from ..revision import Change, Put, Refusal, revised
from ..workshop import Workshop
from ..written_files import WrittenFile, difference, load
from .asking import agreed, day
from .place import need_bases, root, stop


def sign(
    bases: Annotated[list[str], typer.Argument(metavar="编号...", help="审过哪些基地")],
    by: Annotated[str, typer.Option(help="审核人")],
    on: Annotated[str, typer.Option(help="审核日期，例如 2026-11-20")] = "",
    publish: Annotated[bool, typer.Option("--publish", help="同时把状态改成发布")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="不再问")] = False,
) -> None:
    """记下谁在哪天审过：写进文件的“审核”。之后内容再改，检查会提醒。"""
    need_bases()
    if not by.strip():
        stop("写上审核人：--by 某某。", 2)
    date = day(on)
    workshop = Workshop(root())
    reading = workshop.read(drafts=True)
    if reading.catalogue is None:
        stop(f"{terminal.told(errors(reading.diagnostics))}\n\n先把这些改好，再记审核。")
    catalogue = reading.catalogue
    if unknown := [one for one in bases if one not in catalogue.bases]:
        stop(f"没有这些基地：{'、'.join(unknown)}。", 2)
    signed: list[tuple[str, WrittenFile, Base]] = []
    for identity in dict.fromkeys(bases):
        record = catalogue.bases[identity]
        before = load(root() / record.file)
        if before is None:
            stop(f"{record.file} 里混了几种编码，先用记事本另存为UTF-8。")
        if record.content.reviewed and record.content.reviewed.on and not date:
            stop(f"{record.file} 里写着上次审核的日期，这次用 --on 写上新的日期。", 2)
        after, content = _signed(before, record.content, by.strip(), date, publish=publish)
        signed.append((identity, after, content))
        typer.echo(f"{record.file}\n{difference(before, after, record.file)}\n")
    agreed("就这样写吗？", yes=yes)
    ledger, _ = ledger_file.read(workshop.bases)
    for _, after, _ in signed:
        after.save()
    seen = {key_of(identity): text_digest(content) for identity, _, content in signed}
    ledger_file.write(workshop.bases, replace(ledger, reviewed={**ledger.reviewed, **seen}))
    typer.echo(f"记好了{len(signed)}个基地的审核。")


def _signed(
    file: WrittenFile, content: Base, by: str, date: str, *, publish: bool
) -> tuple[WrittenFile, Base]:
    """The file with its review, and what it then says."""
    review = (content.reviewed or Review(by=by)).model_copy(update={"by": by})
    changes: list[Change] = [Put(("reviewed", "by"), by)]
    update: dict[str, object] = {}
    if date:
        review = review.model_copy(update={"on": PartialDate.parse(date)})
        changes.append(Put(("reviewed", "on"), date))
    if publish and content.status is not Publication.published:
        update["status"] = Publication.published
        changes.append(Put(("status",), Publication.published.value))
    content = content.model_copy(update={**update, "reviewed": review})
    revision = revised(file.raw, changes, Base, content)
    if isinstance(revision, Refusal):
        stop(f"{file.path.name} 的写法太特别，没法自动写。手工加上 reviewed: {{by: {by}}}。")
    return file.edited(revision.edits), content
