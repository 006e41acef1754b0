"""The verb `withdraw`."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer

from .. import ledger_file
from ..catalogue import Catalogue
from ..diagnostics import errors
from ..ledger import Ledger, Snapshot
from ..model import Base, Consent, Publication
from ..publication.snapshot import picture_name
from ..reading.binding import Record
from ..reports import terminal
from ..reports.visible import visible
from ..revision import Change, Put, Refusal, revised
from ..switching import BusyError
from ..withdrawal import Withdrawn, remove_copies, remove_mentions
from ..workshop import Workshop
from ..written_files import WrittenFile, difference, load
from .asking import agreed
from .build import WAIT, busy, made, waiting
from .export import FILE as WORKBOOK
from .package import OUT as ARCHIVE
from .place import WRONG_USE, given, need_bases, reason, root, stop

BEYOND = """\
这台电脑上够得着的都清掉了。下面这些够不着，要自己处理：
  - 服务器上已经放出去的网站：把新的 site/ 传上去，并删掉服务器上旧的文件
  - U盘、展厅的一体机、发给别人的压缩包
  - 代码仓库的历史记录：旧版本里还有，需要管仓库的同事清理
  - 搜索引擎的快照、别人保存的网页、印出来的送审稿"""


def withdraw(
    what: Annotated[str, typer.Argument(metavar="编号 或 编号/照片文件名")],
    delete: Annotated[bool, typer.Option("--delete", help="连基地的文件和照片一起删掉，不只是改成草稿")] = False,
    site: Annotated[Path | None, typer.Option(help="网站在哪个文件夹；不写就是 site/")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="不再问")] = False,
) -> None:  # fmt: skip
    """撤下一个基地或一张照片：从资料、网站、留着的旧网站和缓存里都清掉。"""
    need_bases()
    typed, _, photo = what.partition("/")
    workshop = Workshop(root())
    workshop.folder.forgetful = True
    reading = workshop.read(drafts=True)
    if reading.catalogue is None:
        stop(f"{terminal.told(errors(reading.diagnostics))}\n\n先把这些改好，再撤下。")
    catalogue = reading.catalogue
    ledger, damaged = ledger_file.read(workshop.bases)
    if damaged:
        stop(terminal.told(damaged))
    identity = _current(typed, catalogue, ledger)
    record = catalogue.bases.get(identity)
    withdrawn = _withdrawn(identity, photo, record, ledger)
    place = given(site) if site else root() / "site"
    changed_file = _amended(record, photo, delete=delete)
    shown = f"{identity}/{photo}" if photo else identity
    _tell(shown, record, changed_file, delete=delete and not photo)
    question = "这样撤下吗？"
    if identity != typed:
        now = f"{typed} 现在叫 {identity}（{withdrawn.name}）"
        if yes:
            typer.echo(f"{now}。")
        question = f"{now}，撤下它吗？"
    agreed(question, yes=yes)
    # first, and while nobody builds: who has to come again finds everything as it was
    removed = _removed(place)
    if changed_file is not None:
        changed_file[1].save()
    elif record is not None and delete and not photo:
        (root() / record.file).unlink()
        shutil.rmtree(workshop.bases / identity, ignore_errors=True)
    ledger_file.write(workshop.bases, _forgotten(ledger, identity, photo, withdrawn))
    if place.is_dir() and any(place.iterdir()):
        removed += _renewed(place, withdrawn)
    for path in removed:
        known_as = path.relative_to(root()) if path.is_relative_to(root()) else path
        typer.echo(f"删掉了 {known_as.as_posix()}{'/' if path.suffix == '' else ''}")
    typer.echo(BEYOND)
    if (root() / WORKBOOK).exists():
        typer.echo(f"  - 导出过的 {WORKBOOK} 里可能还有：删掉它，或者运行 export 重新导出")
    if photo:
        typer.echo(
            f"  - 原来的照片还在 bases/{identity}/{photo}，不会发布；不要了就删掉它和文件里的那几行"
        )


def _current(typed: str, catalogue: Catalogue, ledger: Ledger) -> str:
    """The id of now of what was called so: a base's own id goes before one that another gave up.

    Where the file is gone too, what was published last says which base had taken the id over.
    """
    if typed in catalogue.bases:
        return typed
    for identity, record in catalogue.bases.items():
        if typed in record.content.former_ids:
            return identity
    told = ledger.published.of("bases")
    heirs = [one for one in told if typed in _former(told[one])]
    return heirs[0] if heirs and typed not in told else typed


def _former(told: Snapshot) -> tuple[str, ...]:
    """The former ids of a base, as it was published."""
    return tuple(one for one in told.fields.get("旧编号", "").split("、") if one)


def _withdrawn(identity: str, photo: str, record: Record[Base] | None, ledger: Ledger) -> Withdrawn:
    told = ledger.published.of("bases").get(identity)
    if record is None:
        if photo or told is None:
            stop(f"没有编号是 {visible(identity)} 的基地，也没有发布过。", WRONG_USE)
        return Withdrawn(identity, told.name, _former(told))
    base = record.content
    if photo and photo not in {one.file for one in base.photos}:
        stop(f"{record.file} 的“图片”里没有 {visible(photo)}。", WRONG_USE)
    return Withdrawn(identity, base.name, base.former_ids, photo)


def _amended(
    record: Record[Base] | None, photo: str, *, delete: bool
) -> tuple[WrittenFile, WrittenFile] | None:
    """The file before and after; None where there is nothing to write."""
    if record is None or (delete and not photo):
        return None
    base = record.content
    before = load(root() / record.file)
    if before is None:
        stop(f"{record.file} 里混了几种编码，先用记事本另存为UTF-8。")
    changes: list[Change] = []
    if photo:
        changes += [
            Put(("photos", number, "consent"), Consent.open.value)
            for number, one in enumerate(base.photos)
            if one.file == photo and one.consent is not Consent.open
        ]
        shown = tuple(
            one.model_copy(update={"consent": Consent.open}) if one.file == photo else one
            for one in base.photos
        )
        base = base.model_copy(update={"photos": shown})
    elif base.status is Publication.published:
        changes.append(Put(("status",), Publication.draft.value))
        base = base.model_copy(update={"status": Publication.draft})
    revision = revised(before.raw, changes, Base, base)
    if isinstance(revision, Refusal):
        stop(f"{record.file} 的写法太特别，没法自动改。手工改好再来。")
    after = before.edited(revision.edits)
    return before, after


def _tell(
    what: str,
    record: Record[Base] | None,
    files: tuple[WrittenFile, WrittenFile] | None,
    *,
    delete: bool,
) -> None:
    name = f"“{record.content.name}”" if record else ""
    typer.echo(
        f"撤下 {what}{name}。留着的旧网站、缓存（连同撤销用的副本）和 build/ 会整个删掉，site/ 重新生成。"
    )
    if _is_packed():
        typer.echo(f"打包好的 {ARCHIVE} 也会删掉，要用就再运行 package。")
    if delete and record is not None:
        typer.echo(f"还会删掉 {record.file} 和 bases/{record.id}/，不能恢复。")
    if files and record is not None:
        typer.echo(f"{record.file}\n{difference(*files, record.file)}")


def _forgotten(ledger: Ledger, identity: str, photo: str, withdrawn: Withdrawn) -> Ledger:
    if photo:
        # published before the base was renamed, it is noted under the id of then
        told = ledger.published.of("bases")
        for one in (identity, *withdrawn.former):
            if one == identity or one in told:
                ledger = ledger.without_photo(one, picture_name(one, photo))
        return ledger
    for one in withdrawn.former:
        ledger = ledger.without(one, withdrawn.name)
    return ledger.without(identity, withdrawn.name)


def _renewed(site: Path, withdrawn: Withdrawn) -> list[Path]:
    """Build the site anew without it; where that cannot be, take out every file that speaks of it."""
    try:
        # what is withdrawn can be fewer than before, and the former site must not be kept
        made(site, yes=True, wait=WAIT, keep=0)
    except typer.Exit:
        typer.echo("新网站没有生成出来，先从旧的里面删掉所有提到它的文件；改好后再运行 build。")
        return remove_mentions(site, withdrawn)
    return []


def _removed(place: Path) -> list[Path]:
    try:
        removed = remove_copies(root(), place, patience=WAIT, waiting=waiting)
        if _is_packed():
            (root() / ARCHIVE).unlink()
            removed.append(root() / ARCHIVE)
    except BusyError:
        busy()
    except OSError as fault:
        stop(f"旧网站删不掉：{fault.filename}{reason(fault)}。资料没有动，处理好再运行一次。")
    return removed


def _is_packed() -> bool:
    """Whether the archive that `package` makes lies in the project."""
    path = root() / ARCHIVE
    return path.is_file() or path.is_symlink()
