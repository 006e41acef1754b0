"""The verb `rollback`."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from .. import ledger_file
from ..addresses import PHOTOGRAPHS, photograph
from ..catalogue import Catalogue, withheld_photos
from ..file_names import shown
from ..folder import Folder
from ..ledger import FILE, Ledger, parse
from ..model import Publication
from ..release import FILE as RELEASE
from ..release import Release
from ..switching import BusyError, ForeignError, NotKeptError, Past, put_back, sites
from .asking import INTERRUPTED, agreed, say
from .build import WAIT, WaitOption, busy, place_of, waiting
from .place import WRONG_USE, need_bases, reason, root, stop

_NAMED = 5
"""So many names are told of each kind."""
_ASKED = 10
"""So many are named of what would be public again."""


def rollback(
    number: Annotated[int | None, typer.Argument(metavar="[编号]", help="换回哪一版；不写就是刚换下来的那一版")] = None,
    listed: Annotated[bool, typer.Option("--list", help="只看留着哪几版，不换")] = False,
    site: Annotated[Path | None, typer.Option(help="网站在哪个文件夹；不写就是 site/")] = None,
    wait: WaitOption = WAIT,
    yes: Annotated[bool, typer.Option("--yes", help="旧版里有现在不发布的，也不再问")] = False,
) -> None:  # fmt: skip
    """把网站换回以前的一版，一步换好；再运行一次又换回来。资料（bases/）不动。

    发布记录（bases/_published.json）跟着换回那一版发布时的样子，所以 changes 和 publish 比的总是现在公开的网站；
    只用 build 生成、没有发布过的版本，换回去时记录不动。撤下过的基地所在的旧版不会换回去；
    旧版里有现在是草稿的基地、没有取得同意的照片，会先问。
    """
    need_bases()
    target = place_of(site)
    if listed:
        _list(target)
        return
    kept = Past(target).kept()
    if not kept:
        stop("没有留着的旧版，换不了。生成过两次才有旧版。")
    chosen = max(kept) if number is None else number
    ledger, damaged = ledger_file.read(root() / "bases")
    if damaged:
        stop(f"bases/{FILE} 坏了，没有换。先运行 check，看怎么改好。")

    reading = Folder(root() / "bases").read(drafts=True)
    if reading.catalogue is None:
        say("bases/ 里有错误，读不出来的没法核对旧版里的还能不能公开。运行 check 看有哪些。")

    def allow(former: Path) -> None:
        release = _allow(chosen, former, ledger)
        _ask(chosen, list(_kept_back(release, reading.legible)), yes=yes)

    try:
        digest = put_back(target, chosen, allow, patience=wait, waiting=waiting)
    except KeyboardInterrupt:
        stop("停下了，网站没有换。", INTERRUPTED)
    except NotKeptError:
        stop(f"没有第{chosen}版。用 rollback --list 看留着哪几版。", WRONG_USE)
    except BusyError:
        busy()
    except ForeignError:
        stop(f"{target} 里有别的东西，没有换。看看是谁放的，移走再运行一次。")
    except OSError as fault:
        stop(
            f"没有换，网站还是原来的：{fault.filename or target}{reason(fault)}。处理好再运行一次。"
        )
    typer.echo(f"换好了，现在的网站是{_when(target)}生成的那一版。bases/ 里的资料没有动。")
    _take_ledger_back(Past(target), digest, ledger)
    typer.echo("要换回来，再运行一次 rollback。改好资料以后，照常运行 publish。")


def _allow(number: int, former: Path, ledger: Ledger) -> Release:
    """What a kept site consists of. Stop for a site that must not be seen again: damaged, or with something withdrawn since."""
    release = sites.read(former)
    if release is None:
        stop(f"第{number}版没有清单（{RELEASE}），看不出是不是完整，没有换。")
    wrong = sites.verify(former, release).of_ours
    if wrong:
        stop(f"第{number}版坏了，{len(wrong)}个文件不对（{_some(wrong)}），没有换。换一版再试。")
    withdrawn = [one for one in sorted(ledger.withdrawn) if _shows(release, one)]
    if withdrawn:
        stop(f"第{number}版里有后来撤下的（{_some(withdrawn)}），没有换。")
    return release


def _kept_back(release: Release, catalogue: Catalogue) -> Iterator[str]:
    """What a site shows that the files of now do not publish: each with the reason."""
    now = dict(catalogue.bases)
    for record in catalogue.bases.values():
        for former in record.content.former_ids:
            now.setdefault(former, record)
    for identity in release.bases:
        known = now.get(identity)
        if known is None:
            unread = identity in catalogue.unread
            yield f"{identity}：{'文件读不出来，没法核对' if unread else '文件没有了'}"
        elif known.content.status is not Publication.published:
            yield f"{identity}（{known.content.name}）：现在是草稿"
    for identity, record in now.items():
        for name in sorted(withheld_photos(record.content)):
            if photograph(identity, name) in release.files:
                yield f"{identity}/{shown(name)}：照片没有取得同意"


def _ask(number: int, kept_back: list[str], *, yes: bool) -> None:
    """Go on with what is not published now only where somebody says so."""
    if not kept_back:
        return
    say(f"第{number}版里有现在不发布的：")
    for one in kept_back[:_ASKED]:
        say(f"  - {one}")
    if len(kept_back) > _ASKED:
        say(f"  - 还有{len(kept_back) - _ASKED}个")
    if not yes and not sys.stdin.isatty():
        stop("没有换。确实要让它们重新公开，加上 --yes 再运行一次。")
    agreed("换回去，它们就重新公开了。还要换吗？", yes=yes)


def _shows(release: Release, withdrawn: str) -> bool:
    """Whether a site shows what was withdrawn: a base, or a photograph as the ledger names it."""
    identity, _, picture = withdrawn.partition("/")
    if not picture:
        return identity in release.bases
    name = f"{PHOTOGRAPHS}{identity}/{picture.partition('.')[0]}"
    return any(path.startswith(name) for path in release.files)


def _take_ledger_back(past: Past, digest: str, ledger: Ledger) -> None:
    """Note as public what is public again, where that was published; what was withdrawn since stays so."""
    content = past.noted(digest)
    noted = parse(content.decode("utf-8", "replace"), FILE)[0] if content else None
    if noted is None:
        typer.echo("这一版没有发布过，发布记录没有动。")
        return
    try:
        ledger_file.write(root() / "bases", replace(ledger, published=noted.published, on=noted.on))
    except OSError as fault:
        stop(f"网站换好了，bases/{FILE} 没能改{reason(fault)}。处理好以后运行两次 rollback。")
    typer.echo(f"bases/{FILE} 也换回了那一版的，和其他文件一起提交。")


def _list(target: Path) -> None:
    kept = Past(target).kept()
    now = sites.read(target)
    if now:
        typer.echo(f"现在的：{_when(target)}生成，{len(now.bases)}个基地，{now.pages}页")
    for number, path in kept.items():
        release = sites.read(path)
        if release is None:
            typer.echo(f"第{number}版：没有清单，换不回去")
            continue
        about = f"{_when(path)}生成，{len(release.bases)}个基地，{release.pages}页"
        typer.echo(f"第{number}版：{about}{_compared(release, now)}")
    if not kept:
        typer.echo("没有留着的旧版。")


def _compared(release: Release, now: Release | None) -> str:
    """How a kept site differs from the one that is shown."""
    if now is None:
        return ""
    more = sorted(set(release.bases) - set(now.bases))
    less = sorted(set(now.bases) - set(release.bases))
    told = [f"多{_some(more)}"] if more else []
    told += [f"少{_some(less)}"] if less else []
    pages = len(release.differing(now))
    told.append(f"{pages}页不同" if pages else "各页相同")
    return f"；和现在比：{'，'.join(told)}"


def _some(names: tuple[str, ...] | list[str]) -> str:
    more = "等" if len(names) > _NAMED else ""
    return "、".join(names[:_NAMED]) + more


def _when(site: Path) -> str:
    """When a site was built, by this machine's clock: its last file was written then."""
    try:
        built = datetime.datetime.fromtimestamp((site / RELEASE).stat().st_mtime)
    except OSError:
        return "不知何时"
    return f"{built:%Y-%m-%d %H:%M}"
