"""The verb `deploy`."""

from __future__ import annotations

import getpass
import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from ..delivery.address import AddressError, FtpAddress, is_ftp, parse
from ..delivery.delivery import (
    LONGEST,
    Cargo,
    Prospect,
    cargo,
    clashing,
    deliver,
    overlong,
    prospect,
)
from ..delivery.ftp import FtpHost
from ..delivery.ftp_login import logged_in
from ..delivery.host import LOCK, DeliveryError, Host
from ..delivery.local import LocalHost
from ..release import FILE
from ..switching import sites
from .asking import INTERRUPTED
from .place import WRONG_USE, given, reason, root, stop

PASSWORD = "SHOWCASE_FTP_PASSWORD"
_SHOWN = 8
_SITE = "site"
_AGAIN = "线上每个文件都是完整的，有的新、有的旧。再运行一次，会接着做完。"
_WORDS = {
    "busy": f"另一次 deploy 正在往那里送，等它结束再来。（锁：{LOCK}）",
    "locked": (
        f"FTP 上有一个文件夹 {LOCK}：另一台电脑正在送，或者没送完就断了。"
        f"问清楚没有人在送以后，在 FTP 上删掉 {LOCK} 这个文件夹（连同里面的），再运行一次。"
    ),
    "linked": "目标里的 {path} 是一个链接。链接指向别处，不能写。",
    "changed": f"送的时候网站变了（{{path}}），所以停下。等生成完，再运行一次。{_AGAIN}",
    "lost": f"和 FTP 的连接断了。{_AGAIN}",
    "full": f"FTP 那边没有地方了，或者超过了限额（{{path}}）。腾出地方。{_AGAIN}",
    "refused": f"FTP 不让动 {{path}}（{{detail}}）。请管理员看看权限。{_AGAIN}",
    "cut-short": f"{{path}} 没有送全，所以没有换上去。{_AGAIN}",
    "listing": "看不懂 FTP 列出的文件：{detail}。把这一行发给管程序的同事。",
    "unreachable": "连不上 FTP。看看地址、端口和网络。",
    "certificate": "FTP 的证书不可信，所以没有登录，密码没有送出去。请管理员换一张正式的证书。",
    "login": "FTP 不让登录：用户名或者密码不对，或者主机不支持加密（ftps://）。",
    "no-folder": "FTP 上没有 {path} 这个文件夹。先建好它，再运行一次。",
}
"""What stopped a delivery, by its code."""


def deploy(
    target: Annotated[
        str, typer.Argument(help="服务器上的文件夹，或者 ftp://用户@主机/路径", metavar="目标")
    ],
    site: Annotated[Path | None, typer.Option(help="送哪个文件夹里的网站；不写就是 site/")] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="少了很多基地、目标里有别的东西，也送")
    ] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="别人的文件挡在路上，换成我们的")
    ] = False,
    verify: Annotated[
        bool, typer.Option("--verify", help="把目标里的文件逐个读一遍，不对的重送")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只说会送什么、删什么")] = False,
) -> None:
    """把生成好的网站送到正在对外的文件夹（nginx、IIS）或者 FTP：不会有打不开或者只有一半的页面。"""
    folder = given(site) if site else root() / _SITE
    try:
        with _host(target, folder) as host:
            load = _loaded(folder, host)
            if dry_run:
                due = prospect(load, host, every_byte=verify)
                _tell(due)
                _permitted(due, yes=yes, overwrite=overwrite)
                typer.echo("只是看看，什么也没有动。")
                return
            with host.locked():
                due = prospect(load, host, every_byte=verify)
                _permitted(due, yes=yes, overwrite=overwrite)
                if due.nothing:
                    typer.echo(f"目标已经是这一版，不用送（{due.plan.same}个文件）。")
                    return
                _tell(due)
                deliver(due, load, host, _progress)
            typer.echo(f"送好了：{load.release.pages}页，在 {target}")
            if isinstance(host, FtpHost) and host.gaps:
                typer.echo(
                    f"这个 FTP 不能直接换掉旧文件：有{host.gaps}个文件在换的一瞬间打不开。"
                    "介意的话，请管理员给一个共享文件夹，改用文件夹的办法送。"
                )
    except DeliveryError as fault:
        stop(_sentence(fault))
    except OSError as fault:
        stop(f"读写不了 {fault.filename or target}{reason(fault)}。处理好再运行一次。")
    except KeyboardInterrupt:
        stop(f"停下了。{_AGAIN}", INTERRUPTED)


@contextmanager
def _host(target: str, site: Path) -> Iterator[Host]:
    if is_ftp(target):
        try:
            address = parse(target)
        except AddressError as fault:
            stop(_WRONG_ADDRESS[str(fault)], WRONG_USE)
        if not address.encrypted:
            typer.echo(
                "注意：ftp:// 不加密，密码和网页在路上谁都能看到。主机支持的话，改用 ftps://。",
                err=True,
            )
        name = hashlib.sha256(str(address).encode()).hexdigest()[:16]
        token = root() / ".cache" / "deliveries" / name
        password = _password(address)
        token.parent.mkdir(parents=True, exist_ok=True)
        with logged_in(address, password, token) as host:
            yield host
        return
    folder = given(Path(target))
    if not folder.is_dir():
        stop(f"没有 {folder} 这个文件夹。先建好它，免得送错了地方。", WRONG_USE)
    around = (root().resolve(), site.resolve())
    if any(folder.is_relative_to(one) or one.is_relative_to(folder) for one in around):
        stop(f"{folder} 在项目里面，或者项目在它里面。换一个服务器上的文件夹。", WRONG_USE)
    yield LocalHost(folder)


_WRONG_ADDRESS = {
    "password": f"密码不要写在地址里，会被别人看到。去掉它：运行时会问，或者放在环境变量 {PASSWORD} 里。",
    "address": "FTP 的地址写成 ftp://用户@主机/路径 这样。",
}


def _password(address: FtpAddress) -> str:
    """From the environment or typed unseen; kept nowhere."""
    found = os.environ.get(PASSWORD)
    if found is not None:
        return found
    if not sys.stdin.isatty():
        stop(f"没有人输入密码。把它放在环境变量 {PASSWORD} 里，再运行一次。", WRONG_USE)
    return getpass.getpass(f"{address.user} 在 {address.host} 的密码（不会显示）：")


def _loaded(folder: Path, host: Host) -> Cargo:
    release = sites.read(folder)
    if release is None:
        stop(f"{folder} 里没有生成好的网站（没有 {FILE}）。先运行 build。", WRONG_USE)
    damage = sites.verify(folder, release)
    if damage.of_ours:
        shown = _list(damage.of_ours)
        stop(f"{folder} 里的网站不完整，没有送。缺少或者改过：{shown}。再运行一次 build。")
    if damage.foreign:
        typer.echo(f"这些文件不是生成的，不送：{_list(damage.foreign)}")
    if alike := clashing(release.files):
        stop(
            f"这些文件的名字只有大小写不同，在 Windows 上会互相顶掉：{_list(alike)}。改名后重新生成。"
        )
    if os.name == "nt" and isinstance(host, LocalHost):
        long = overlong(str(host.root), release.files)
        if long:
            stop(
                f"放到 {host.root} 里，路径会超过 Windows 的{LONGEST}个字：{_list(long)}。换一个短的文件夹。"
            )
    try:
        return cargo(folder, release)
    except OSError as fault:
        stop(f"读不了 {folder} 里的网站{reason(fault)}。")


def _permitted(due: Prospect, *, yes: bool, overwrite: bool) -> None:
    """Stop before anything is touched, where somebody has to know first."""
    plan = due.plan
    if plan.blocked:
        stop(
            f"目标里这些地方是链接或者文件夹，不是我们的，不能写：{_list(plan.blocked)}。请管理员移开，什么也没有动。"
        )
    if due.strange and not yes:
        stop(
            "目标里有别的东西，没有我们的网站。看清楚是不是这里；是，就加上 --yes 再运行一次。别人的文件不会删，也不会换掉。"
        )
    if plan.foreign and not overwrite:
        stop(
            f"目标里有别人的同名文件，没有换：{_list(plan.foreign)}。确定不要它们了，就加上 --overwrite 再运行一次。"
        )
    if due.loss.heavy and not yes:
        stop(
            f"线上有{due.loss.before}个基地，这一版少了其中{len(due.loss.lost)}个：{_list(due.loss.lost)}。"
            "没有送。确实要撤下，就加上 --yes 再运行一次。"
        )


def _tell(due: Prospect) -> None:
    plan = due.plan
    typer.echo(f"送{len(plan.sends)}个文件，删{len(plan.deletes)}个，{plan.same}个没有变。")
    if plan.deletes:
        typer.echo(f"删：{_list(plan.deletes)}")


def _progress(count: int, total: int) -> None:
    if count % 200 == 0:
        typer.echo(f"已送{count}／{total}")


def _sentence(fault: DeliveryError) -> str:
    if fault.code == "system":
        known = reason(OSError(int(fault.detail), ""))
        return f"写不进目标里的 {fault.path}{known}。{_AGAIN}"
    return _WORDS[fault.code].format(path=fault.path, detail=fault.detail)


def _list(names: Sequence[str]) -> str:
    shown = "、".join(names[:_SHOWN])
    return shown if len(names) <= _SHOWN else f"{shown}……共{len(names)}个"
