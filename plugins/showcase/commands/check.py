"""The verb `check`."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ..confinement import explore
from ..diagnostics import Diagnostic, Level, Place, errors, in_order
from ..kept_check import KeptChecks, Outcome
from ..messages import Language
from ..reports import comment, data, github, gitlab, page, terminal
from ..reports.report import Report, report_of
from ..workshop import Workshop
from .fix import fix
from .place import given, need_bases, root, written

FOUND_ERRORS = 1
LINES = "SHOWCASE_LINES"
"""Where the forge shows the files of the change that is checked; its own templates know, and set this."""
_WRITTEN: Mapping[Language, str] = {
    Language.CHINESE: "结果写在 {path}",
    Language.ENGLISH: "Written to {path}",
}


class Form(StrEnum):
    """As `--format` names them."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    HTML = "html"
    COMMENT = "comment"


def check(
    form: Annotated[
        Form | None, typer.Option("--format", help="写成什么样子；不写就是给人看的文字")
    ] = None,
    lang: Annotated[Language, typer.Option(help="用哪种语言说")] = Language.CHINESE,
    out: Annotated[Path | None, typer.Option(help="写到哪个文件；不写就显示在这里")] = None,
    everything: Annotated[bool, typer.Option("--all", help="全部列出，建议也列出")] = False,
    mending: Annotated[bool, typer.Option("--fix", help="查完接着改，和 fix 一样")] = False,
) -> None:
    """检查 bases/ 里的全部文件，一次说完所有要改的地方。有错误时退出码为1。"""
    if mending:
        fix()
        return
    need_bases()
    # a check makes much, drops little and soon ends: searching for garbage would take a sixth of it
    gc.disable()
    kept, before = KeptChecks(root()), ""
    with suppress(OSError):
        # as the files are now: what is saved during the check belongs to the next one
        before = kept.digest()
    workshop = Workshop(root())
    found = _found(workshop)
    report = report_of(found, _files(workshop.bases), lang)
    # on GitHub, people read the log and the annotations stand beside the lines: both, unless one was asked for
    annotated = form is None and os.environ.get("GITHUB_ACTIONS") == "true"
    if out is not None:
        written(given(out), _document(report, form, everything=everything))
        typer.echo(report.summary.sentence(lang))
        typer.echo(_WRITTEN[lang].format(path=given(out)))
    elif form in (None, Form.TEXT):
        shown = _shown(report, everything=everything)
        typer.echo(shown)
        # what is already known need not be worked out again; programs ask in other forms
        if not annotated:
            code = FOUND_ERRORS if errors(found) else 0
            kept.keep(sys.argv[2:], Outcome(f"{shown}\n", code), before)
    else:
        # for programs: UTF-8, whatever the console is
        sys.stdout.flush()
        sys.stdout.buffer.write(_document(report, form, everything=everything).encode())
    if annotated:
        typer.echo(github.workflow_commands(report), nl=False)
    raise typer.Exit(FOUND_ERRORS if errors(found) else 0)


def _found(workshop: Workshop) -> tuple[Diagnostic, ...]:
    """Everything to tell, and the characters that only the display face shows to be a matter."""
    reading = workshop.read(drafts=True)
    if reading.catalogue and (lacking := workshop.lacking_characters(reading.catalogue)):
        values = {"known": "、".join(lacking)}
        note = Diagnostic("not-in-display-face", Level.NOTE, Place("bases"), values=values)
        return in_order((*reading.diagnostics, note))
    return reading.diagnostics


def _files(bases: Path) -> int:
    paths = explore(bases.parent, bases.name).paths
    return sum(1 for path in paths if path.suffix.lower() in (".yml", ".yaml"))


def _document(report: Report, form: Form | None, *, everything: bool) -> str:
    """The report as a file holds it."""
    match form:
        case Form.JSON:
            return data.document(report)
        case Form.GITHUB:
            return github.workflow_commands(report)
        case Form.GITLAB:
            return gitlab.artefact(report)
        case Form.HTML:
            return page.page(report)
        case Form.COMMENT:
            return comment.comment(report, os.environ.get(LINES, ""), everything=everything)
    return terminal.checked(report, everything=everything) + "\n"


def _shown(report: Report, *, everything: bool) -> str:
    """The report to people: in colour where that can be seen and nobody refused it (no-color.org)."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        return github.fenced(terminal.checked(report, everything=everything))
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return terminal.checked(report, everything=everything, colour=colour)
