"""The verb `rename`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any

import typer

from ..catalogue import Catalogue
from ..diagnostics import errors
from ..file_names import LONGEST_ID, is_kept
from ..model import Base
from ..model.fields import ID_PATTERN
from ..publication.references import references
from ..reading.binding import Record
from ..reports import terminal
from ..revision import Add, Change, Put, Refusal, revised
from ..workshop import Workshop
from ..written_files import WrittenFile, difference, load
from .asking import agreed
from .place import need_bases, root, stop


def rename(
    old: Annotated[str, typer.Argument(metavar="旧编号")],
    new: Annotated[str, typer.Argument(metavar="新编号")],
    yes: Annotated[bool, typer.Option("--yes", help="不再问")] = False,
) -> None:
    """给一个基地换编号：改文件名和照片文件夹，别处引用它的地方一起改，旧网址继续可用。"""
    need_bases()
    workshop = Workshop(root())
    reading = workshop.read(drafts=True)
    if reading.catalogue is None:
        stop(f"{terminal.told(errors(reading.diagnostics))}\n\n先把这些改好，再换编号。")
    catalogue = reading.catalogue
    record = catalogue.bases.get(old)
    if record is None:
        stop(f"没有编号是 {old} 的基地。", 2)
    _need_free(new, old, catalogue, workshop.bases)
    files = [_with_former(workshop.root / record.file, record, old, new)]
    others: list[Record[Any]] = [
        *catalogue.bases.values(),
        *catalogue.standards.values(),
        catalogue.site,
    ]
    files += [
        _mended(workshop.root / other.file, other, old, new)
        for other in others
        if any(references(other.content, old, new))
    ]
    target = (workshop.root / record.file).with_stem(new)
    pictures = workshop.bases / old
    typer.echo(f"{record.file} → bases/{target.name}")
    if pictures.is_dir():
        typer.echo(f"bases/{old}/ → bases/{new}/")
    for before, after in files:
        shown = before.path.relative_to(workshop.root).as_posix()
        typer.echo(f"\n{shown}\n{difference(before, after, shown)}")
    agreed("\n就这样改吗？", yes=yes)
    for _, after in files:
        after.save()
    (workshop.root / record.file).rename(target)
    if pictures.is_dir():
        pictures.rename(workshop.bases / new)
    typer.echo(f"改好了。旧网址 /bases/{old}/ 会自动转到 /bases/{new}/。")
    if wrong := errors(workshop.read(drafts=True).diagnostics):
        stop(terminal.told(wrong))


def _need_free(new: str, old: str, catalogue: Catalogue, bases: Path) -> None:
    if not re.fullmatch(ID_PATTERN, new) or is_kept(new) or len(new) > LONGEST_ID:
        stop("编号只用小写字母、数字和连字符，例如 yunqiao。", 2)
    if new in catalogue.bases or (bases / new).exists():
        stop(f"已经有 {new} 了，换一个。", 2)
    for identity, record in catalogue.bases.items():
        if identity != old and new in record.content.former_ids:
            stop(f"{new} 是 {identity} 的旧编号，印出去的二维码还在用，换一个。", 2)


def _with_former(
    path: Path, record: Record[Base], old: str, new: str
) -> tuple[WrittenFile, WrittenFile]:
    """The file itself, with its id of now among its former ones; a former id taken up again leaves them."""
    before = _load(path)
    base = record.content
    change: Change = Add(("former_ids",), old)
    former = (*base.former_ids, old)
    if new in base.former_ids:
        change = Put(("former_ids", base.former_ids.index(new)), old)
        former = tuple(old if one == new else one for one in base.former_ids)
    expected = base.model_copy(update={"former_ids": former})
    revision = revised(before.raw, [change], Base, expected)
    if isinstance(revision, Refusal):
        stop(f"{path.name} 的写法太特别，没法自动改。手工加上 former_ids: [{old}] 再改文件名。")
    return before, before.edited(revision.edits)


def _mended(path: Path, record: Record[Any], old: str, new: str) -> tuple[WrittenFile, WrittenFile]:
    before = _load(path)
    content = record.content
    changes = [Put(way, value) for way, value in references(content, old, new)]
    revision = revised(before.raw, changes, type(content))
    if isinstance(revision, Refusal):
        stop(f"{path.name} 里引用 {old} 的地方没法自动改，先手工改成 {new}。")
    return before, before.edited(revision.edits)


def _load(path: Path) -> WrittenFile:
    file = load(path)
    if file is None:
        stop(f"{path.name} 里混了几种编码，先用记事本另存为UTF-8。")
    return file
