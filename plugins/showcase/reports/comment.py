"""A report as a comment in a merge request: Markdown that is short, and read on a phone.

Everything that can come from a file stands between backticks: there no forge sees a mention, a link, a
picture, HTML or a command (CommonMark 0.31, 6.1 and 4.5; GitHub, GitLab and Gitea look for mentions outside
of code only). What stays outside is Chinese and plain numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from ..messages import Language
from .entry import Entry
from .report import Report, Summary
from .terminal import MOST

LONGEST = 65_000
"""Characters; GitHub refuses a comment of more than 65,536, the other forges take more."""
MARK = "<!-- showcase-check -->"
"""By this, the next comment finds the last one and takes its place."""
_CHINESE = "\u4e00-\u9fff\u3400-\u4dbf“”‘’…—·、。〈〉《》「」『』【】〔〕！（），：；？"
_OUTSIDE = re.compile(f"[{_CHINESE}]+|(?<![^ {_CHINESE}])[0-9]+(?![^ {_CHINESE}])")
"""What may stand in Markdown as it is: Chinese with its signs, and numbers that touch nothing else."""
_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/@!$&'*+,;=%-]+")
_TICKS = re.compile("`+")


@dataclass(frozen=True, slots=True)
class _Words:
    good: str
    bad: str
    doubtful: str
    line: str
    found: str
    better: str
    mend: str
    rest: str
    where: str


_WORDS: Mapping[Language, _Words] = {
    Language.CHINESE: _Words(
        "### 检查通过，没有要改的地方",
        "### 检查没有通过：{errors}处错误",
        "### 检查通过，有{count}处可以看一看",
        "第{0}行", "原文：", "改成：", "改法：",
        "其余{count}处没有列出，完整的在检查的日志里。",
        "在本合并请求的文件里照着改，保存后会自动再查一遍。",
    ),
    Language.ENGLISH: _Words(
        "### Checked: nothing to mend",
        "### Not passed: {errors} to mend",
        "### Passed, with {count} to look at",
        "line {0}", "found:  ", "better: ", "mend: ",
        "{count} more not listed; all of them are in the log of the check.",
        "Mend the files in this merge request; saving them checks again.",
    ),
}  # fmt: skip


def comment(report: Report, address: str = "", *, everything: bool = False) -> str:
    """The whole comment, at most `LONGEST` characters, ending in a line end.

    `address` is where the forge shows the files of this very change, ending in a slash; what does not look
    like one is left out, and so are the links. `everything` lists advice, too, as far as there is room.
    """
    words = _WORDS[report.language]
    parts = [MARK, _title(report.summary, words)]
    last = inert(report.summary.sentence(report.language))
    ordered = sorted(report.entries, key=lambda one: one.told.level)
    if not everything:
        ordered = [one for one in ordered if not one.is_advice][:MOST]
    listed = 0
    room = LONGEST - sum(map(len, parts)) - len(last) - 400
    for one in ordered:
        block = "\n".join(_block(one, words, address))
        if len(block) + 2 <= room:
            room -= len(block) + 2
            parts.append(block)
            listed += 1
    left = len(report.entries) - listed
    if left and (listed or report.summary.errors):
        parts.append(words.rest.format(count=left))
    if report.summary.errors:
        parts.append(words.where)
    return "\n\n".join([*parts, last]) + "\n"


def inert(text: str) -> str:
    """A sentence as Markdown that says just this: whatever is not plainly Chinese is set as code."""
    pieces, at = [], 0
    for found in _OUTSIDE.finditer(text):
        pieces += [*_coded(text[at : found.start()]), found.group()]
        at = found.end()
    return "".join([*pieces, *_coded(text[at:])])


def _coded(text: str) -> Iterator[str]:
    """A piece as code; a single blank at its edge stays outside, more would be lost there."""
    left, right = (len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" ")))
    bare = text[left == 1 : len(text) - (right == 1)]
    yield " " * (left == 1)
    if bare:
        yield code(bare)
        yield " " * (right == 1)


def code(text: str) -> str:
    """A text of one line as a code span, which ends nowhere inside of it."""
    fence = "`" * (_longest_run(text) + 1)
    edge = " " if text.strip(" ") and {text[0], text[-1]} & {"`", " "} else ""
    return f"{fence}{edge}{text}{edge}{fence}"


def _longest_run(text: str) -> int:
    return max(map(len, _TICKS.findall(text)), default=0)


def _title(summary: Summary, words: _Words) -> str:
    if summary.errors:
        return words.bad.format(errors=summary.errors)
    count = summary.warnings + summary.mendable
    return words.doubtful.format(count=count) if count else words.good


def _block(one: Entry, words: _Words, address: str) -> Iterator[str]:
    """An entry: where, what, and the lines as they are and should be."""
    place = one.told.place
    where = f"{code(one.file)} {words.line.format(place.line)}"
    if _ADDRESS.fullmatch(address) and address.endswith("/"):
        where = f"[{where}]({address}{quote(place.file, errors='replace')}#L{place.line})"
    field = f" {inert(one.field)}" if one.field else ""
    yield f"**{one.level}** {where}{field}"
    yield ""
    yield f"{inert(one.what)} {code(f'[{one.told.code}]')}"
    lines = []
    if one.line is not None:
        lines.append(words.found + one.line.whole)
    lines += [words.better + better for better in one.better]
    if lines:
        yield ""
        # each of them begins with a word of ours: none can end the block
        yield from ("```text", *lines, "```")
    if not one.better:
        yield ""
        yield f"{words.mend}{inert(one.mend)}"
