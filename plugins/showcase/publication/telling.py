"""Changes in words, for the terminal and the sheets that are signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from ..ledger import Published
from .changes import Change, Weight
from .comparison import inline

KIND_WORDS: Mapping[str, str] = {
    "bases": "基地",
    "standards": "标准",
    "sources": "来源",
    "terms": "术语",
    "site": "网站",
    "content": "手写的页面",
    "pages": "网页",
}
_SHORT = 24
"""Up to so many characters, a value is told whole, before and after."""
_LONG = 160


def sentence(change: Change) -> str:
    """One change as a sentence without its end."""
    if change.what == "":
        return _whole(change)
    if change.how == "moved":
        return f"网址由 /bases/{change.before}/ 改为 /bases/{change.after}/，旧网址自动转过去"
    if change.how == "order":
        return f"“{change.what}”里各条的先后变了"
    if change.how in ("lit", "out") or (change.how == "changed" and _is_tick(change)):
        return _tick(change)
    if change.why:
        return f"{change.what}{change.why}"
    if change.how == "new":
        return f"{change.what}新增" + (f"：{_cut(change.after)}" if change.after else "")
    if change.how == "gone":
        return f"{change.what}删去" + (f"：{_cut(change.before)}" if change.before else "")
    if max(len(change.before), len(change.after)) <= _SHORT:
        return f"{change.what}由“{change.before}”改为“{change.after}”"
    return f"{change.what}改动：{inline(change.before, change.after)}"


def heading(change: Change) -> str:
    """Of what the changes below are told."""
    word = KIND_WORDS[change.kind]
    if change.kind == "site":
        return "网站"
    address = f"/{change.id.lstrip('/')}" if change.kind in ("pages", "content") else change.id
    return f"{word} {change.name}（{address}）"


def report(found: Sequence[Change]) -> str:
    """All changes as the terminal shows them, grouped by what they are of."""
    blocks = []
    for head, group in groupby(found, key=heading):
        lines = "\n".join(f"  - {sentence(one)}" for one in group)
        blocks.append(f"{head}\n{lines}")
    return "\n\n".join(blocks)


def summary(found: Sequence[Change]) -> str:
    """How many changes there are, the weighty ones counted apart."""
    if not found:
        return "和上次发布的一样，没有变化。"
    counted = (
        ("处网页没有了或换了网址", sum(one.how in ("gone", "moved") and _is_page(one) for one in found)),
        ("处对照亮起", sum(one.how == "lit" for one in found)),
        ("处对照熄灭", sum(one.how == "out" for one in found)),
        ("处数据", sum(one.weight is Weight.figure for one in found)),
    )  # fmt: skip
    told = "，".join(f"{count}{word}" for word, count in counted if count)
    return f"共{len(found)}处变化" + (f"，其中{told}。" if told else "。")


def first_time(now: Published) -> str:
    """What is said where nothing was ever published."""
    counts = "、".join(
        f"{len(now.of(kind))}{word}"
        for kind, word in (("bases", "个基地"), ("standards", "套标准"), ("sources", "份资料"), ("terms", "个术语"))
        if now.of(kind)
    )  # fmt: skip
    return f"还没有发布过。这一次发布的全是新的：{counts}，{len(now.pages)}个网页。"


def as_data(found: Iterable[Change]) -> list[dict[str, str]]:
    """Changes for other programs: what is empty is left out."""
    return [
        {
            key: value
            for key, value in (
                ("weight", one.weight.name), ("how", one.how), ("kind", one.kind), ("id", one.id),
                ("name", one.name), ("what", one.what), ("before", one.before), ("after", one.after),
                ("why", one.why), ("sentence", sentence(one)),
            )
            if value
        }
        for one in found
    ]  # fmt: skip


def _whole(change: Change) -> str:
    thing = "条" if change.kind == "terms" else "页"
    return f"这一{thing}没有了" if change.how == "gone" else f"新的一{thing}"


def _is_page(change: Change) -> bool:
    return change.weight is Weight.page


def _is_tick(change: Change) -> bool:
    return change.weight is Weight.tick


def _tick(change: Change) -> str:
    word = {"lit": "亮起", "out": "熄灭"}.get(change.how, "变了")
    marks = f"由“{change.before or '没有'}”到“{change.after or '没有'}”"
    same = change.before == change.after
    told = f"对照“{change.what}”{word}" + ("" if same else f"，{marks}")
    return f"{told}：{change.why}" if change.why else told


def _cut(text: str) -> str:
    flat = text.replace("\n", "⏎")
    return flat if len(flat) <= _LONG else f"{flat[:_LONG]}……（共{len(flat)}字）"
