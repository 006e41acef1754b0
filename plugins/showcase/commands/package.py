"""The verb `package`."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from ..diagnostics import errors
from ..packaging.archive import archive
from ..packaging.bundle import fill
from ..reports import terminal
from ..workshop import Workshop
from .asking import INTERRUPTED
from .place import WRONG_USE, given, need_content, reason, root, stop

OUT = "site.zip"
"""Where the archive is written in the project unless something else is asked for."""


def package(
    out: Annotated[Path | None, typer.Option(help="写到哪个文件；不写就是 site.zip")] = None,
) -> None:
    """把整个网站打成一个压缩包：放进服务器的哪个文件夹都能用，解压后双击 index.html 也能看。"""
    try:
        _packed(given(out) if out else root() / OUT)
    except KeyboardInterrupt:
        stop("停下了，没有写压缩包。", INTERRUPTED)


def _packed(target: Path) -> None:
    need_content()
    if target.is_dir():
        stop(f"写不进 {target}（这是一个文件夹）。在后面加上文件名，例如 {OUT}。", WRONG_USE)
    if not target.parent.is_dir():
        stop(f"没有 {target.parent} 这个文件夹。先建好它，免得写错了地方。", WRONG_USE)
    workshop = Workshop(root())
    reading = workshop.read()
    wrong = errors(reading.diagnostics)
    if reading.catalogue is None or wrong:
        stop(f"{terminal.told(wrong)}\n\n有{len(wrong)}处错误，没有打包。")
    if not reading.catalogue.bases:
        stop("没有一个基地是发布的，没有打包。先发布至少一个基地。")
    try:
        cache = root() / ".cache"
        cache.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache, prefix="package-") as fresh:
            release = fill(workshop, reading.catalogue, Path(fresh))
            archive(Path(fresh), target)
    except OSError as fault:
        stop(f"写不出 {target}{reason(fault)}。换一个地方，或者腾出地方，再运行一次。")
    megabytes = target.stat().st_size / 1_000_000
    typer.echo(f"打包好：{release.pages}页，{megabytes:.1f} MB，在 {target}")
