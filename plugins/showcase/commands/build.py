"""The verb `build`."""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from ..loss import Loss, loss
from ..model import Publication
from ..switching import KEPT, BusyError, ForeignError, Shown, build_and_switch, may_replace, sites
from .asking import INTERRUPTED
from .place import given, need_content, reason, root, stop

if TYPE_CHECKING:
    from ..catalogue import Catalogue
    from ..workshop import Workshop

SITE = "site"
WAIT = 60
"""Seconds that a build waits for another one on the same site, unless told otherwise."""
_NAMED = 10
"""So many of the bases that would be lost are named."""

YesOption = Annotated[bool, typer.Option("--yes", help="基地少了三成以上也照样生成")]
WaitOption = Annotated[int, typer.Option("--wait", min=0, help="另一次生成正在进行时，最多等几秒")]


def build(
    site: Annotated[Path | None, typer.Option(help="生成到哪个文件夹；不写就是 site/")] = None,
    yes: YesOption = False,
    wait: WaitOption = WAIT,
) -> None:
    """生成整个网站。先在旁边生成，全部成功才换上去；失败时原来的网站一个字节也不动。

    换下来的最近三版留着，用 rollback 可以换回去。
    """
    made(site, yes=yes, wait=wait)


def made(site: Path | None, *, yes: bool, wait: int, keep: int = KEPT) -> Shown:
    """Build the site and say so, or stop with a sentence."""
    try:
        return _made(site, yes=yes, wait=wait, keep=keep)
    except KeyboardInterrupt:
        stop("停下了，原来的网站没有动。", INTERRUPTED)


def place_of(site: Path | None) -> Path:
    """The folder of the site: as given, or the one in the project."""
    return given(site) if site else root() / SITE


def waiting() -> None:
    """Say that somebody else is at work."""
    typer.echo("另一次生成正在进行，等它结束……", err=True)


def busy() -> NoReturn:
    """Stop because somebody else still is."""
    stop("另一次生成正在进行，等它结束再来。")


def _made(site: Path | None, *, yes: bool, wait: int, keep: int) -> Shown:
    from mkdocs.exceptions import Abort, MkDocsException

    target = place_of(site)
    if target.is_symlink():
        stop(f"{target} 是一个链接，不能拿来放网站。在 --site 后面写它指向的文件夹。", 2)
    need_content()
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)

    def fill(fresh: Path) -> Collection[str]:
        workshop, catalogue = _filled(fresh)
        _guard(target, workshop, catalogue, yes=yes)
        return catalogue.bases.keys()

    try:
        if not may_replace(target, root()):
            stop(f"{target} 里有别的东西，不能拿来放网站。换一个空文件夹，或者不写 --site。", 2)
        shown = build_and_switch(target, fill, keep=keep, patience=wait, waiting=waiting)
    except (MkDocsException, Abort) as fault:
        # MkDocs says what went wrong in the exception behind its own
        stop(str(fault.__context__ or fault))
    except BusyError:
        busy()
    except ForeignError:
        stop(f"{target} 里多了别的东西，没有换上新网站。看看是谁放的，移走再运行一次。")
    except OSError as fault:
        why = reason(fault) or "（可能正被别的程序打开）"
        stop(f"新网站没有换上，原来的没有动：{fault.filename or target}{why}。处理好再运行一次。")
    typer.echo(f"生成完：{shown.release.pages}页，在 {target}")
    return shown


def _filled(fresh: Path) -> tuple[Workshop, Catalogue]:
    """Let MkDocs fill a folder; the project that it read, and what is published of it."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    from ..plugin import ShowcasePlugin

    config = load_config(str(root() / "mkdocs.yml"), site_dir=str(fresh))
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    plugin = config.plugins["showcase"]
    assert isinstance(plugin, ShowcasePlugin)
    assert plugin.good is not None
    # MkDocs takes a folder that cannot be listed for an empty one
    edition = plugin.workshop.edition(plugin.good)
    lacking = [page.file for page in edition.pages() if not (fresh / page.file).is_file()]
    if lacking:
        raise OSError(errno.EIO, os.strerror(errno.EIO), lacking[0])
    return plugin.workshop, plugin.good


def _guard(target: Path, workshop: Workshop, catalogue: Catalogue, *, yes: bool) -> None:
    """Stop where there is nothing to show, or much less than there was."""
    if not catalogue.bases:
        stop("没有一个基地是发布的，没有生成：空网站不会换上去。先发布至少一个基地。")
    former = (old for record in catalogue.bases.values() for old in record.content.former_ids)
    now = {*catalogue.bases, *former}
    shown = sites.read(target)
    told = catalogue.ledger.published.of("bases")
    losses = (loss(shown.bases if shown else (), now), loss(told.keys(), now))
    heavy = max(losses, key=lambda one: (one.heavy, len(one.lost)))
    if heavy.heavy and not yes:
        stop(_lost(heavy, workshop, catalogue))


def _lost(heavy: Loss, workshop: Workshop, catalogue: Catalogue) -> str:
    """Which bases a site would lose, and why as far as that can be told."""
    names = {one: told.name for one, told in catalogue.ledger.published.of("bases").items()}
    drafts = set()
    for identity, record in workshop.read(drafts=True).legible.bases.items():
        names[identity] = record.content.name
        if record.content.status is not Publication.published:
            drafts.add(identity)
    lines = []
    for identity in heavy.lost[:_NAMED]:
        name = f"（{names[identity]}）" if identity in names else ""
        if identity in catalogue.ledger.withdrawn:
            why = "撤下了"
        else:
            why = "改成草稿了" if identity in drafts else "文件没有了"
        lines.append(f"  - {identity}{name}：{why}")
    if len(heavy.lost) > _NAMED:
        lines.append(f"  - 还有{len(heavy.lost) - _NAMED}个")
    listed = "\n".join(lines)
    return (
        f"原来有{heavy.before}个基地，这次会少{len(heavy.lost)}个，超过三成，没有生成：\n{listed}\n"
        "如果不对，先找回来；如果就要这样，加上 --yes 再运行一次。"
    )
