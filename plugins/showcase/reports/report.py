"""What a check found, whole: the entries in their order, and their sum in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..diagnostics import Diagnostic, Level
from ..messages import Language
from .entry import Entry, entry


@dataclass(frozen=True, slots=True)
class Summary:
    """How much was read and found. `mendable` counts what the verb `fix` can mend."""

    files: int
    errors: int
    warnings: int
    notes: int
    mendable: int

    def sentence(self, language: Language) -> str:
        """All of it in one sentence."""
        if language is Language.ENGLISH:
            counts = (
                _counted(self.files, "file"),
                _counted(self.errors, "error"),
                _counted(self.warnings, "warning"),
                _counted(self.notes, "note"),
            )
            mendable = f" The verb fix can mend {self.mendable}." if self.mendable else ""
            return f"Checked: {', '.join(counts)}.{mendable}"
        mendable = f"其中{self.mendable}处运行 fix 就能改好。" if self.mendable else ""
        return (
            f"检查完：{self.files}个文件，{self.errors}处错误，{self.warnings}处提醒，"
            f"{self.notes}处说明。{mendable}"
        )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


@dataclass(frozen=True, slots=True)
class Report:
    """Every entry of a check in one language; each form of output is made from this."""

    entries: tuple[Entry, ...]
    summary: Summary
    language: Language


def report_of(
    diagnostics: Sequence[Diagnostic], files: int, language: Language = Language.CHINESE
) -> Report:
    """The report of a check that read so many files."""

    def count(level: Level) -> int:
        return sum(one.level is level for one in diagnostics)

    summary = Summary(
        files,
        count(Level.ERROR),
        count(Level.WARNING),
        count(Level.NOTE),
        sum(one.fix is not None for one in diagnostics),
    )
    return Report(tuple(entry(one, language) for one in diagnostics), summary, language)
