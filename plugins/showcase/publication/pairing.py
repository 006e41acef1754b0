"""Which item of a list became which: lists are compared by what stands in them, not by numbers.

A new first line would otherwise make every line after it look changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .comparison import likeness

Item = Mapping[str, str]
"""One item of a list: its values by their names, ``数值`` and so on."""
_NUMBERED = re.compile(r"(?P<head>.+?) 第(?P<number>\d+)条·(?P<name>.+)")
FIGURES = "数据"
SOURCES = ("来源", "出处位置")
_REMARKS = ("把握", "理由")
NAMES = ("名称", "标题", "内容", "文字")
"""What an item is called by, the first that it has."""
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """An item before and after; one side is missing where it came or went."""

    before: Item | None
    after: Item | None


def split(fields: Mapping[str, str]) -> tuple[dict[str, str], dict[str, list[Item]]]:
    """Flat fields as single values, and lists by their heads."""
    single: dict[str, str] = {}
    numbered: dict[str, dict[int, dict[str, str]]] = {}
    for path, text in fields.items():
        if found := _NUMBERED.fullmatch(path):
            items = numbered.setdefault(found["head"], {})
            items.setdefault(int(found["number"]), {})[found["name"]] = text
        else:
            single[path] = text
    lists: dict[str, list[Item]] = {
        head: [items[number] for number in sorted(items)] for head, items in numbered.items()
    }
    return single, lists


def main_of(head: str, item: Item) -> tuple[str, ...]:
    """The names of the values that an item consists of before all: a figure with its label, a sentence."""
    if head in item:
        return (head,)
    if head == FIGURES:
        return ("名称", "数值")
    named = tuple(name for name in NAMES if name in item)[:1]
    return named or tuple(name for name in item if name not in (*SOURCES, *_REMARKS))[:1]


def words_of(head: str, item: Item) -> str:
    """A whole item in a line: its main words, and the rest in brackets, the source last."""
    main = main_of(head, item)
    rest = sorted(
        (name for name in item if name not in main), key=lambda one: (one in SOURCES, one)
    )
    said = "：".join(item[name] for name in main if name in item)
    return f"{said}（{'，'.join(item[name] for name in rest)}）" if rest else said


def name_of(item: Item) -> str:
    """What an item is called by."""
    return next((item[name] for name in NAMES if name in item), next(iter(item.values()), ""))


def pairs(before: Sequence[Item], after: Sequence[Item]) -> tuple[list[Pair], bool]:
    """Every item of both lists in exactly one pair, and whether those that stayed changed places.

    First what is the same, then what has the same name, then what is most alike.
    """
    partner: dict[int, int] = {}
    left = list(range(len(before)))
    free = list(range(len(after)))

    def join(one: int, other: int) -> None:
        partner[other] = one
        left.remove(one)
        free.remove(other)

    for same in (lambda a, b: a == b, lambda a, b: name_of(a) == name_of(b)):
        for one in list(left):
            other = next((number for number in free if same(before[one], after[number])), None)
            if other is not None:
                join(one, other)
    close = sorted(
        (-likeness(_whole(before[one]), _whole(after[other])), one, other)
        for one in left
        for other in free
    )
    for score, one, other in close:
        if -score >= _ALIKE and one in left and other in free:
            join(one, other)
    made = [Pair(before[one], None) for one in left]
    made += [
        Pair(before[partner[number]] if number in partner else None, item)
        for number, item in enumerate(after)
    ]
    stayed = [partner[number] for number in range(len(after)) if number in partner]
    return made, stayed != sorted(stayed)


def _whole(item: Item) -> str:
    return "，".join(item[name] for name in sorted(item))
