"""Asking before something is changed."""

from __future__ import annotations

import re

import typer

from ..model.dates import DateError, PartialDate
from .place import stop


def agreed(question: str, *, yes: bool) -> None:
    """Go on only where the user says so; `--yes` answers beforehand."""
    if not yes and not typer.confirm(question, default=False):
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
