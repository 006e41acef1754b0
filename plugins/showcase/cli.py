"""The command line: `python -m showcase VERB`."""

from __future__ import annotations

import importlib
import keyword
import sys
from collections.abc import Iterable

import typer

from .commands.outcome import run

VERBS = (
    "check",
    "fix",
    "checkup",
    "build",
    "serve",
    "new",
    "photos",
    "changes",
    "sign",
    "publish",
    "rollback",
    "deploy",
    "package",
    "export",
    "import",
    "rename",
    "withdraw",
    "migrate",
    "schemas",
    "bench",
    "gauge",
)
"""Each has a module of `commands` by its name, and in it what carries it out, by its name too."""


def application(verbs: Iterable[str] = VERBS) -> typer.Typer:
    """The command line of these verbs; a verb that is not asked for costs no import."""
    app = typer.Typer(
        add_completion=False, no_args_is_help=True, help="实践创新基地展示：生成、检查、预览。"
    )
    # a lone command would swallow its own name
    app.callback()(lambda: None)
    for verb in verbs:
        # a word that Python keeps for itself cannot name a module or a function
        name = f"{verb}_" if keyword.iskeyword(verb) else verb
        found = getattr(importlib.import_module(f".commands.{name}", __package__), name)
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=verb)
        else:
            app.command(verb)(found)
    return app


def main() -> None:
    """Run the command line."""
    asked = [word for word in sys.argv[1:2] if word in VERBS]
    sys.exit(run(application(asked or VERBS)))
