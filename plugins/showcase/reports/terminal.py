"""Diagnostics as a terminal shows them.

    错误 bases/yunqiao.yml:2:5：键后面用了中文冒号“：”。 [fullwidth-colon]
      原文：name：云桥同心站
                ^^
      改成：name: 云桥同心站

Every line begins with words of ours or with blanks before a caret: nothing that a file holds can pass for
an entry, nor for a command where such lines are obeyed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..diagnostics import Diagnostic, Level
from ..messages import Language
from .entry import Entry, entry
from .report import Report
from .visible import cells

MOST = 50
"""Entries that are listed at most, errors before warnings before notes; more of them nobody reads at once."""
_COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.NOTE: "36"}
_GREEN = "32"


@dataclass(frozen=True, slots=True)
class _Labels:
    line: str
    better: str
    further: str
    mend: str
    colon: str
    rest: str
    advice: str


_LABELS: Mapping[Language, _Labels] = {
    Language.CHINESE: _Labels(
        "原文：", "改成：", "接着：", "改法：", "：",
        "其余{count}条没有列出，加 --all 全部列出。", "另有{count}条建议没有列出，加 --all 全部列出。",
    ),
    Language.ENGLISH: _Labels(
        "found:  ", "better: ", "then:   ", "mend:   ", ": ",
        "{count} more not listed; --all lists everything.", "{count} pieces of advice not listed; --all lists everything.",
    ),
}  # fmt: skip


def checked(report: Report, *, everything: bool = False, colour: bool = False) -> str:
    """A whole report: the entries, what was left out, and the sum. `everything` leaves nothing out."""
    labels = _LABELS[report.language]
    listed: Sequence[Entry] = report.entries
    hidden = rest = 0
    if not everything:
        listed = [one for one in report.entries if not one.is_advice]
        hidden = len(report.entries) - len(listed)
        worst = sorted(listed, key=lambda one: one.told.level)[:MOST]
        chosen = {id(one) for one in worst}
        rest = len(listed) - len(worst)
        listed = [one for one in listed if id(one) in chosen]
    parts = [_block(one, labels, colour=colour) for one in listed]
    if rest:
        parts.append(labels.rest.format(count=rest))
    if hidden:
        parts.append(labels.advice.format(count=hidden))
    return "\n\n".join([*parts, report.summary.sentence(report.language)])


def told(diagnostics: Iterable[Diagnostic], language: Language = Language.CHINESE) -> str:
    """The entries alone, all of them."""
    labels = _LABELS[language]
    return "\n\n".join(_block(entry(one, language), labels, colour=False) for one in diagnostics)


def _block(one: Entry, labels: _Labels, *, colour: bool) -> str:
    """An entry on its lines."""

    def paint(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if colour and text else text

    tint = _COLOURS[one.told.level]
    field = f" {one.field}" if one.field else ""
    head = paint(one.level, f"1;{tint}")
    lines = [f"{head} {one.place}{field}{labels.colon}{one.what} [{one.told.code}]"]
    if one.line is not None:
        marked = paint(one.line.marked, tint)
        lines.append(f"  {labels.line}{one.line.before}{marked}{one.line.after}")
        indent = " " * (2 + cells(labels.line) + cells(one.line.before))
        lines.append(indent + paint("^" * max(cells(one.line.marked), 1), tint))
    for number, better in enumerate(one.better):
        label = labels.further if number else labels.better
        lines.append(f"  {label}{paint(better, _GREEN)}")
    if not one.better:
        lines.append(f"  {labels.mend}{one.mend}")
    return "\n".join(lines)
