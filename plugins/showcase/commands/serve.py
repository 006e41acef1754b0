"""The verb `serve`."""

from __future__ import annotations

import logging
import re
import sys
from typing import Annotated

import typer

from .place import WRONG_USE, need_content, reason, root, stop

_ADDRESS = re.compile(r"(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]):[0-9]{1,5}")
_LAST_PORT = 65535


def serve(
    address: Annotated[str, typer.Option(help="在哪个地址预览")] = "127.0.0.1:8000",
) -> None:
    """预览：保存文件后页面自己更新；写错了，页面上会说哪里要改。按 Ctrl+C 结束。"""
    from mkdocs.commands.serve import serve as mkdocs_serve
    from mkdocs.exceptions import Abort, MkDocsException

    if not _ADDRESS.fullmatch(address) or int(address.rpartition(":")[2]) > _LAST_PORT:
        stop(f"“{address}”不是能预览的地址。写成 127.0.0.1:8001 这样。", WRONG_USE)
    need_content()
    told = logging.getLogger("mkdocs")
    told.setLevel(logging.WARNING)
    told.addHandler(logging.StreamHandler(sys.stderr))
    typer.echo(f"预览地址：http://{address}/  （按 Ctrl+C 结束）")
    try:
        mkdocs_serve(str(root() / "mkdocs.yml"), livereload=True, dev_addr=address)
    except (MkDocsException, Abort) as fault:
        typer.echo(str(fault), err=True)
        raise typer.Exit(1) from None
    except OSError as fault:
        typer.echo(
            f"{address} 用不了{reason(fault)}。换一个：serve --address 127.0.0.1:8001",
            err=True,
        )
        raise typer.Exit(1) from None
