"""Asking: what is printed and what is typed, on any console and through any pipe."""

from __future__ import annotations

import re
import sys
from collections.abc import Set

import typer

from ..model.dates import DateError, PartialDate
from .place import stop

YES = frozenset(("是", "好", "对", "y", "yes", "1"))
NO = frozenset(("否", "不", "n", "no", "0"))
INTERRUPTED = 130
_NOBODY = "停"
_END_OF_INPUT = "\x1a"
"""What Ctrl+Z sends on Windows."""


def say(sentence: str = "") -> None:
    """A line on the screen; a console that lacks a character shows a question mark for it."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    typer.echo(sentence.encode(encoding, "replace").decode(encoding))


def line(prompt: str) -> str:
    """What the user types: from the console as it is, from a pipe as UTF-8 or else GB18030."""
    if sys.stdin.isatty():
        typed = input(prompt)
    else:
        typer.echo(prompt, nl=False)
        content = sys.stdin.buffer.readline()
        if not content:
            raise EOFError
        try:
            typed = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            typed = content.decode("gb18030", "replace")
        # what is typed ends the line on a screen, what is piped does not
        typer.echo()
    if _END_OF_INPUT in typed:
        raise EOFError
    return typed.strip()


def answer(question: str, known: Set[str], nobody: str) -> str:
    """One of the answers known, asked for until it comes; `nobody` where there is nobody to answer."""
    while True:
        try:
            typed = line(question).lower()
        except EOFError:
            return nobody
        if typed in known:
            return typed


def affirmed(question: str) -> bool:
    """Whether the user says yes; Enter alone says no."""
    return answer(f"{question}（是／否）：", YES | NO | {""}, "否") in YES


def agreed(question: str, *, yes: bool) -> None:
    """Go on only where the user says so; `--yes` answers beforehand."""
    if yes:
        return
    said = answer(f"{question}（是／否）：", YES | NO | {""}, _NOBODY)
    if said == _NOBODY:
        stop("没有人回答，没有动。", INTERRUPTED)
    if said not in YES:
        stop("没有动。", 0)


def day(written: str) -> str:
    """A day given by `--on`, as files write it: 2026-11-20; empty where none was given."""
    if not written:
        return ""
    try:
        date = PartialDate.parse(written)
    except DateError:
        stop(f"日期“{written}”读不懂，写成 2026-11-20。", 2)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", date.iso):
        stop(f"日期“{written}”要写到哪一天，例如 2026-11-20。", 2)
    return date.iso
