"""A report as one HTML file: to send, to print and to tick off. It holds no script and asks for nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby

from ..diagnostics import Level
from ..messages import Language
from ..policy import single_file
from .entry import Entry
from .report import Report

_CLASSES = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "note"}


@dataclass(frozen=True, slots=True)
class _Words:
    tag: str
    title: str
    nothing: str
    line: str
    column: str
    better: str
    mend: str


_WORDS: Mapping[Language, _Words] = {
    Language.CHINESE: _Words(
        "zh-CN", "检查结果", "没有要改的地方。", "第{0}行", "第{0}列", "改成：", "改法："
    ),
    Language.ENGLISH: _Words(
        "en",
        "What the check found",
        "Nothing to mend.",
        "line {0}, ",
        "column {0}",
        "Better: ",
        "Mend: ",
    ),
}

_STYLE = """
:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem; overflow-wrap: anywhere;
  font: 1rem/1.75 "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  line-break: strict; text-spacing-trim: trim-start; text-autospace: normal; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.3; }
h2 { margin: 2.5rem 0 0; padding-bottom: .25rem; border-bottom: 2px solid; font-size: 1.125rem; }
h2, code, pre { font-family: Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; text-autospace: no-autospace; }
ol { margin: 0; padding: 0; list-style: none; }
li { padding: 1rem 0; border-bottom: 1px solid #8c8273; break-inside: avoid; }
p { margin: 0; }
p, pre, h2, code { unicode-bidi: isolate; }
.what { font-weight: 700; }
.what code { font-weight: 400; }
.error b { color: light-dark(#a6192e, #f0908a); }
.warning b { color: light-dark(#7a4b00, #e2b25c); }
.note b { color: light-dark(#0b5fa5, #8cc4f5); }
pre { margin: .375rem 0; padding: .5rem .75rem; border-left: 4px solid #8c8273; font-size: .9375rem;
  white-space: pre-wrap; }
mark { border-bottom: 2px solid; background: light-dark(#fbe3a3, #6b4e00); color: inherit; }
mark:empty::after { content: "\\2038"; }
.better { border-left-style: double; }
@media print {
  @page { size: A4; margin: 18mm 16mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.6; }
  h2 { break-after: avoid; }
  mark { background: none; }
}
"""


def page(report: Report) -> str:
    """The whole document."""
    words = _WORDS[report.language]
    # what has to be mended comes before what is only advice
    ordered = sorted(report.entries, key=lambda entry: entry.is_advice)
    by_file = groupby(ordered, lambda entry: (entry.is_advice, entry.file))
    files = [_file(file, list(entries), words) for (_, file), entries in by_file]
    body = "\n".join(files) if files else f"<p>{words.nothing}</p>"
    return (
        f'<!doctype html>\n<html lang="{words.tag}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{single_file(_STYLE)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{words.title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{words.title}</h1>\n<p>{escape(report.summary.sentence(report.language))}</p>\n"
        f"{body}\n</body>\n</html>\n"
    )


def _file(file: str, entries: list[Entry], words: _Words) -> str:
    items = "\n".join(_item(entry, words) for entry in entries)
    return f"<section>\n<h2>{escape(file)}</h2>\n<ol>\n{items}\n</ol>\n</section>"


def _item(entry: Entry, words: _Words) -> str:
    place = entry.told.place
    where = words.line.format(place.line) + words.column.format(place.column)
    field = f" <span>{escape(entry.field)}</span>" if entry.field else ""
    code = f"<code>[{escape(entry.told.code)}]</code>"
    parts = [
        f"<p><b>{entry.level}</b> <span>{where}</span>{field}</p>",
        f'<p class="what">{escape(entry.what)} {code}</p>',
    ]
    if entry.line is not None:
        before, marked, after = map(
            escape, (entry.line.before, entry.line.marked, entry.line.after)
        )
        parts.append(f"<pre>{before}<mark>{marked}</mark>{after}</pre>")
    if entry.better:
        lines = "\n".join(map(escape, entry.better))
        parts.append(f'<p>{words.better}</p>\n<pre class="better">{lines}</pre>')
    else:
        parts.append(f"<p>{words.mend}{escape(entry.mend)}</p>")
    body = "\n".join(parts)
    return f'<li class="{_CLASSES[entry.told.level]}">\n{body}\n</li>'
