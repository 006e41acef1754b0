"""Each item against the lines that it rests on: words, figure, dates, sureness and source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from showcase.model import PartialDate, Period, Quantity

from . import words
from .dossier import Dossier
from .reading import Content, Item
from .trace import Traced

TOPICS = {
    "平台", "组织", "制度", "人才", "人口", "做法", "协商", "党建", "服务", "交流", "概况", "今后",
}  # fmt: skip
"""Neutral heads; they group and say nothing."""
UNCITED = {"summary", "slogan", "remark", "answer"}
"""Kinds of item whose sources are those of the items that they repeat."""
_SURE = {"": None, "inferred": "推定", "ambiguous": "未明"}


def findings(content: Content, dossier: Dossier, items: Sequence[Traced]) -> Iterator[str]:
    """What the items say that their lines do not, and the lines that no item states."""
    for one in items:
        problems = [*_words(one, content), *_source(one, content)]
        if one.lines:
            problems += [*_figure(one), *_dates(one), *_sureness(one), *_honour(one)]
        yield from (f"{one.item.where}: {problem}" for problem in problems)
    yield from _uncovered(items, dossier)


def _words(one: Traced, content: Content) -> Iterator[str]:
    text, allowed, grammar = one.item.text, one.allowed, words.GRAMMAR
    if one.item.kind in {"answer", "remark"}:
        grammar += words.REMARKS
        standard = content.standards.get(one.item.path.split("/")[1])
        criteria = standard.all_criteria if standard else ()
        allowed += " ".join(f"“{part.name}” {part.name}" for part in criteria)
    if one.item.kind == "activities":
        text = text.replace(words.WHERE_SEEN, "") if "配图" in allowed else text
    if one.item.kind == "slogan" and f"口号“{text}”" not in allowed:
        yield "the dossier has no such slogan"
    topic = getattr(one.item.said, "topic", None)
    if topic is not None and topic not in TOPICS:
        yield f"topic {topic} is none of the neutral heads"
    yield from words.unheard(text, allowed, grammar)


def _source(one: Traced, content: Content) -> Iterator[str]:
    if one.item.kind in UNCITED:
        return
    cited = one.item.said.source
    if cited not in content.sources.sources:
        yield f"cites {cited}, which is no source"
    elif one.lines and cited != one.lines[0].source:
        yield f"cites {cited}, its line comes from {one.lines[0].source}"


def _figure(one: Traced) -> Iterator[str]:
    if one.item.kind != "stats":
        return
    line = one.lines[0]
    value: Quantity = one.item.said.value
    if not line.number:
        yield "its line has no figure"
        return
    in_words = line.unit == "%" and not value.unit  # 一半左右, 五分之一左右
    number = value.number * 100 if in_words else value.number
    if number != Decimal(line.number):
        yield f"{value.written} is not {line.number}"
    if value.hedge.value != line.hedge:
        yield f"{value.written} is hedged {value.hedge.value}, its line {line.hedge}"
    if value.written != (line.display or f"{line.number}{line.unit}"):
        yield f"{value.written} is not written as in its line"


def _dates(one: Traced) -> Iterator[str]:
    if one.item.kind in UNCITED | {"notes"}:
        return
    line = one.lines[0]
    for field, theirs in (("date", line.when), ("since", line.since), ("as_of", line.as_of)):
        ours = _iso(getattr(one.item.said, field, None))
        if ours != theirs:
            yield f"{field} is {ours or 'absent'}, its line has {theirs or 'none'}"


def _iso(date: Any) -> str:
    if isinstance(date, Period):
        return _iso(date.start) + (f"/{_iso(date.end)}" if date.end else "")
    if isinstance(date, PartialDate):
        return f"约{date.iso}" if date.approximate else date.iso
    return ""


def _sureness(one: Traced) -> Iterator[str]:
    if one.item.kind in UNCITED:
        return
    said = one.item.said.sure
    due = _SURE[one.lines[0].sure]
    if (said.value if said else None) != due:
        yield f"is marked {said.value if said else 'sure'}, its line {due or 'sure'}"
    if bool(one.item.said.because) != bool(due):
        yield "a reason stands exactly where a mark of doubt stands"


def _honour(one: Traced) -> Iterator[str]:
    if one.item.kind == "honours" and f"获授“{one.item.said.title}”" not in one.lines[0].text:
        yield f"no such honour: {one.item.said.title}"


def _uncovered(items: Sequence[Traced], dossier: Dossier) -> Iterator[str]:
    """What lines hold and no item states: the line, its figure or honour, a name, a reservation."""
    stated: dict[str, list[Item]] = {}
    for one in items:
        if one.lines and one.item.kind not in UNCITED | {"tied_by"}:
            stated.setdefault(one.lines[0].address, []).append(one.item)
    for record in dossier.records.values():
        for line in record.lines:
            said = stated.get(line.address, [])
            kinds = {item.kind for item in said}
            if not kinds:
                yield f"{line.address}: no item states it"
            elif line.number and "stats" not in kinds:
                yield f"{line.address}: its figure stands nowhere"
            elif "获授“" in line.text and "honours" not in kinds:
                yield f"{line.address}: its honour stands nowhere"
            else:
                lost = words.lost(line.text, " ".join((record.name, *map(_speech, said))))
                yield from (f"{line.address}: nobody says {one}" for one in lost)


def _speech(item: Item) -> str:
    value = getattr(item.said, "value", None)
    return f"{item.text} {value.written if value else ''}"
