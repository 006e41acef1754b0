"""The verb `build`."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

from ..switching import BusyError, build_and_switch, may_replace
from .asking import INTERRUPTED
from .place import given, need_content, root, stop

_SITE = "site"


def build(
    site: Annotated[Path | None, typer.Option(help="生成到哪个文件夹；不写就是 site/")] = None,
) -> None:
    """生成整个网站。先在旁边生成，全部成功才换上去；失败时原来的网站一个字节也不动。"""
    try:
        _built(site)
    except KeyboardInterrupt:
        stop("停下了，原来的网站没有动。", INTERRUPTED)


def _built(site: Path | None) -> None:
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    target = given(site) if site else root() / _SITE
    if not may_replace(target, root()):
        stop(f"{target} 里有别的东西，不能拿来放网站。换一个空文件夹，或者不写 --site。", 2)
    need_content()
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)

    def make(fresh: Path) -> None:
        config = load_config(str(root() / "mkdocs.yml"), site_dir=str(fresh))
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)

    try:
        build_and_switch(target, make)
    except (MkDocsException, Abort) as fault:
        # MkDocs says what went wrong in the exception behind its own
        stop(str(fault.__context__ or fault))
    except BusyError:
        stop("另一次生成正在进行，等它结束再来。")
    except OSError as fault:
        stop(
            f"换不上新网站（{fault.filename or target}）：可能正被别的程序打开，关掉它再运行一次。"
        )
    pages = sum(1 for _ in target.rglob("*.html"))
    typer.echo(f"生成完：{pages}页，在 {target}")
