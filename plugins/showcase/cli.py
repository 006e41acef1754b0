"""The command line: `python -m showcase VERB`."""

from __future__ import annotations

import typer

from .commands.bench import bench
from .commands.build import build
from .commands.check import check
from .commands.migrate import migrate
from .commands.new import new
from .commands.serve import serve

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="实践创新基地展示：生成、检查、预览。"
)
for _verb in (check, build, serve, new, migrate, bench):
    app.command()(_verb)


def main() -> None:
    """Run the command line."""
    app()
