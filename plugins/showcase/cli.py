"""The command line: `python -m showcase VERB`. Thin: each verb names what does the work."""

from __future__ import annotations

import json
import logging
import os
import re
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from . import messages, migrations
from .diagnostics import Level, errors
from .folder import RESERVED
from .model.choices import Kind
from .model.fields import ID_PATTERN
from .scaffold import scaffold
from .switching import BusyError, build_and_switch, may_replace
from .workshop import Workshop

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="实践创新基地展示：生成、检查、预览。"
)
_SITE = "site"


def _root() -> Path:
    return Path.cwd()


def _stop(sentence: str, code: int = 1) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(code) from None


def _need_content() -> None:
    # MkDocs would say so in English, before anything of ours is asked
    if not (_root() / "content").is_dir():
        _stop("缺少 content/ 文件夹。从项目里取回它。")


def _given(path: Path) -> Path:
    """A path as the user meant it: the launcher changes into the project and says where it was called."""
    return (Path(os.environ.get("SHOWCASE_CALLED_FROM", ".")) / path).resolve()


@app.command()
def check() -> None:
    """检查 bases/ 里的全部文件，一次说完所有要改的地方。有错误时退出码为1。"""
    workshop = Workshop(_root())
    reading = workshop.read(drafts=True)
    if reading.diagnostics:
        typer.echo(messages.report(reading.diagnostics))
        typer.echo("")
    if reading.catalogue and (lacking := workshop.lacking_characters(reading.catalogue)):
        typer.echo(f"说明 标题字体里没有这些字，会用系统字体显示：{'、'.join(lacking)}\n")
    wrong = len(errors(reading.diagnostics))
    warned = sum(one.level is Level.WARNING for one in reading.diagnostics)
    count = len(reading.catalogue.bases) if reading.catalogue else 0
    summary = f"{count}个文件，" if reading.catalogue else ""
    typer.echo(f"检查完：{summary}{wrong}处错误，{warned}处提醒。")
    raise typer.Exit(1 if wrong else 0)


@app.command()
def build(
    site: Annotated[Path | None, typer.Option(help="生成到哪个文件夹；不写就是 site/")] = None,
) -> None:
    """生成整个网站。先在旁边生成，全部成功才换上去；失败时原来的网站一个字节也不动。"""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    target = _given(site) if site else _root() / _SITE
    if not may_replace(target, _root()):
        _stop(f"{target} 里有别的东西，不能拿来放网站。换一个空文件夹，或者不写 --site。", 2)
    _need_content()
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)

    def make(fresh: Path) -> None:
        config = load_config(str(_root() / "mkdocs.yml"), site_dir=str(fresh))
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)

    try:
        build_and_switch(target, make)
    except (MkDocsException, Abort) as fault:
        # MkDocs says what went wrong in the exception behind its own
        _stop(str(fault.__context__ or fault))
    except BusyError:
        _stop("另一次生成正在进行，等它结束再来。")
    except OSError as fault:
        _stop(
            f"换不上新网站（{fault.filename or target}）：可能正被别的程序打开，关掉它再运行一次。"
        )
    pages = sum(1 for _ in target.rglob("*.html"))
    typer.echo(f"生成完：{pages}页，在 {target}")


@app.command()
def serve(
    address: Annotated[str, typer.Option(help="在哪个地址预览")] = "127.0.0.1:8000",
) -> None:
    """预览：保存文件后页面自己更新；写错了，页面上会说哪里要改。按 Ctrl+C 结束。"""
    from mkdocs.commands.serve import serve as mkdocs_serve
    from mkdocs.exceptions import Abort, MkDocsException

    _need_content()
    told = logging.getLogger("mkdocs")
    told.setLevel(logging.WARNING)
    told.addHandler(logging.StreamHandler(sys.stderr))
    typer.echo(f"预览地址：http://{address}/  （按 Ctrl+C 结束）")
    try:
        mkdocs_serve(str(_root() / "mkdocs.yml"), livereload=True, dev_addr=address)
    except (MkDocsException, Abort) as fault:
        typer.echo(str(fault), err=True)
        raise typer.Exit(1) from None
    except OSError as fault:
        typer.echo(
            f"{address} 用不了（{fault.strerror}）。换一个：serve --address 127.0.0.1:8001",
            err=True,
        )
        raise typer.Exit(1) from None


@app.command()
def new(
    identity: Annotated[str, typer.Argument(metavar="编号", help="小写字母、数字、连字符")],
    name: Annotated[str, typer.Option(help="基地的名称；不写就问")] = "",
    city: Annotated[str, typer.Option(help="全称，例如 青岛市；不写就问")] = "",
    kind: Annotated[str, typer.Option(help="类别")] = Kind.practice_base.value,
) -> None:
    """新建一个基地的文件，状态是草稿。"""
    path = _root() / "bases" / f"{identity}.yml"
    if not re.fullmatch(ID_PATTERN, identity) or RESERVED.fullmatch(identity):
        _stop("编号只用小写字母、数字和连字符，例如 yunqiao。", 2)
    if Kind.read(kind) is None:
        _stop("类别可用的有：" + "、".join(member.value for member in Kind), 2)
    if path.exists():
        _stop(f"已经有 bases/{identity}.yml 了。", 2)
    name = name or typer.prompt("名称")
    city = city or typer.prompt("城市（全称，例如 青岛市）")
    path.write_text(scaffold(name, kind, city), encoding="utf-8", newline="\n")
    typer.echo(f"写好了 bases/{identity}.yml。用记事本打开，照里面的说明往下写。")


@app.command()
def migrate() -> None:
    """把旧格式的文件改成现在的格式。现在只有第1版，没有要改的。"""
    changes = migrations.pending(_root() / "bases")
    for change in changes:
        change.path.write_text(change.after, encoding="utf-8", newline="\n")
        typer.echo(f"改好了 {change.path.name}")
    typer.echo(f"迁移完：改了{len(changes)}个文件。")


@app.command()
def bench(
    sizes: Annotated[str, typer.Option(help="几个基地，用逗号分开")] = "500,1000,5000",
    out: Annotated[Path | None, typer.Option(help="结果写到哪个JSON文件")] = None,
) -> None:
    """用虚构的基地测速度、内存和大小。"""
    from .bench.report import measure, show

    found = measure(_root(), [int(size) for size in sizes.split(",")])
    show(found, Console())
    path = _given(out) if out else _root() / "build" / "bench.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(found, ensure_ascii=False, indent=2), encoding="utf-8")
    typer.echo(f"结果写在 {path}")


def main() -> None:
    """Run the command line."""
    app()
