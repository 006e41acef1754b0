"""The verb `import`: its module has a longer name, because Python keeps that word for itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from ..catalogue import Catalogue
from ..diagnostics import Level
from ..folder import Folder
from ..privacy.masking import masked
from ..reports.visible import visible
from ..workbook import (
    Alteration,
    CellFault,
    Proposal,
    UnreadableWorkbookError,
    Wish,
    proposed,
    tables,
    things,
    tried,
    write,
)
from .asking import INTERRUPTED, agreed, say
from .place import WRONG_USE, given, need_bases, reason, root, stop
from .taking_back import take_back

MOST_SHOWN = 60
"""Characters of a value that are shown; the whole of it is in the workbook."""


def import_(
    file: Annotated[
        Path | None, typer.Argument(metavar="文件", help="工作簿（xlsx）、活动清单或CSV")
    ] = None,
    base: Annotated[str, typer.Option(help="活动清单没有“基地”一列时：哪个基地的编号")] = "",
    source: Annotated[str, typer.Option(help="活动清单没有“来源”一列时：资料的编号")] = "",
    delete: Annotated[bool, typer.Option("--delete", help="表里删掉的行，文件里也删")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="不问，直接写")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会改什么，不写")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="撤销上一次 import 的修改")] = False,
) -> None:
    """导入：读回改好的工作簿，或者一份活动清单；先列出会改什么，同意了才写。"""
    need_bases()
    if undo:
        take_back("import")
        return
    if file is None:
        stop("要写上文件名，例如 import 基地资料.xlsx。", WRONG_USE)
    content = _content(given(file), file)
    catalogue = Folder(root() / "bases").read(drafts=True).legible
    wish = Wish(*_known(catalogue, base, source), delete)
    try:
        proposal = proposed(content, tables(catalogue), wish)
    except UnreadableWorkbookError as unreadable:
        say(_told([unreadable.fault], file))
        stop("没有改动任何文件。")
    _stop_where_wrong(proposal.faults, file)
    done = tried(proposal, root())
    notes = [one for one in proposal.faults if one.level is not Level.ERROR]
    _stop_where_wrong((*done.faults, *notes), file)
    if notes:
        say(_told(notes, file) + "\n")
    _show(proposal, delete=delete)
    if not proposal.alterations:
        say("没有要改的，文件都没有动。")
        return
    files = len(done.contents)
    count = len({(one.file, one.thing, one.spot.row) for one in proposal.alterations})
    say(f"\n一共{files}个文件，{count}处。" + _reminded(done.reminders))
    if dry_run:
        say("只是看看，没有改动任何文件。")
        return
    try:
        agreed("写进文件吗？", yes=yes)
    except KeyboardInterrupt:
        say()
        stop("停下了，什么也没有写。", INTERRUPTED)
    try:
        write(done.contents, root())
    except OSError as fault:
        stop(f"没有写成{reason(fault)}，文件都是原来的样子。关掉正打开它们的程序，再来一次。")
    say(f"写好了：{'、'.join(done.contents)}。后悔的话运行 import --undo。")


def _content(path: Path, shown: Path) -> bytes:
    if not path.is_file():
        what = "这是一个文件夹，不是工作簿" if path.is_dir() else "没有这个文件"
        stop(f"{what}：{visible(str(shown))}。", WRONG_USE)
    try:
        return path.read_bytes()
    except OSError as fault:
        stop(
            f"读不了 {visible(str(shown))}{reason(fault)}。关掉打开着它的程序，再来一次。",
            WRONG_USE,
        )


def _known(catalogue: Catalogue, base: str, source: str) -> tuple[str, str]:
    """The ids that the options name, which must be there."""
    names = {record.content.name: identity for identity, record in catalogue.bases.items()}
    base = names.get(base, base)
    if base and base not in catalogue.bases:
        stop(f"没有“{visible(base)}”这个基地，写文件名（不带 .yml）。", WRONG_USE)
    if source and source not in catalogue.sources:
        stop(f"没有“{visible(source)}”这份资料，写 _sources.yml 里的编号。", WRONG_USE)
    return base, source


def _stop_where_wrong(faults: Iterable[CellFault], file: Path) -> None:
    found = list(faults)
    wrong = [one for one in found if one.level is Level.ERROR]
    if wrong:
        say(_told(found, file))
        stop(f"\n有{len(wrong)}处要先改好，没有改动任何文件。")


def _told(faults: Iterable[CellFault], file: Path) -> str:
    """Every fault with its place, what stands there and what to type."""
    lines = []
    for one in faults:
        level = "错误" if one.level is Level.ERROR else "说明"
        place = one.spot.words or file.name
        lines.append(visible(f"{level} {place}：{masked(one.what)}"))
        if one.shown:
            lines.append(visible(f"  写的是：{_short(one.shown)}"))
        lines.append(visible(f"  改法：{masked(one.mend)}"))
    return "\n".join(lines)


def _show(proposal: Proposal, *, delete: bool) -> None:
    """What will be different, file by file."""
    last = ""
    for file, thing, several in things(proposal.alterations):
        if file != last:
            new = "（新文件）" if proposal.drafts[file].is_new else ""
            say(f"{file}{new}")
            last = file
        for line in _lines(thing, several):
            say(visible(line))
    if proposal.gone and not delete:
        names = "、".join(sorted({f"{one.plan.name} {one.place}" for one in proposal.gone}))
        say(
            f"表里少了{len(proposal.gone)}行，文件里的不动：{names}。真要删，加 --delete 再来一次。"
        )


def _lines(thing: str, several: tuple[Alteration, ...]) -> Iterable[str]:
    if not several[0].title:
        yield f"  去掉 {thing}"
        return
    if thing.startswith("新增 "):
        said = "；".join(f"{one.title}：{_short(one.after)}" for one in several)
        yield f"  {thing}（{said}）"
        return
    for one in several:
        if not one.after:
            yield f"  {thing} {one.title}：去掉“{_short(one.before)}”"
        elif not one.before:
            yield f"  {thing} {one.title}：写上“{_short(one.after)}”"
        else:
            yield f"  {thing} {one.title}：“{_short(one.before)}” → “{_short(one.after)}”"


def _short(text: str) -> str:
    text = masked(text)
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"


def _reminded(count: int) -> str:
    return f"写进去以后会多出{count}处提醒，运行 check 查看。" if count else ""
