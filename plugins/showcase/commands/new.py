"""The verb `new`."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from ..folder import RESERVED
from ..model.choices import Kind
from ..model.fields import ID_PATTERN
from ..scaffold import scaffold
from .place import root, stop


def new(
    identity: Annotated[str, typer.Argument(metavar="编号", help="小写字母、数字、连字符")],
    name: Annotated[str, typer.Option(help="基地的名称；不写就问")] = "",
    city: Annotated[str, typer.Option(help="全称，例如 青岛市；不写就问")] = "",
    kind: Annotated[str, typer.Option(help="类别")] = Kind.practice_base.value,
) -> None:
    """新建一个基地的文件，状态是草稿。"""
    path = root() / "bases" / f"{identity}.yml"
    if not re.fullmatch(ID_PATTERN, identity) or RESERVED.fullmatch(identity):
        stop("编号只用小写字母、数字和连字符，例如 yunqiao。", 2)
    if Kind.read(kind) is None:
        stop("类别可用的有：" + "、".join(member.value for member in Kind), 2)
    if path.exists():
        stop(f"已经有 bases/{identity}.yml 了。", 2)
    name = name or typer.prompt("名称")
    city = city or typer.prompt("城市（全称，例如 青岛市）")
    path.write_text(scaffold(name, kind, city), encoding="utf-8", newline="\n")
    typer.echo(f"写好了 bases/{identity}.yml。用记事本打开，照里面的说明往下写。")
