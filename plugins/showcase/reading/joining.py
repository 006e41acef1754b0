"""Lines of one value joined: YAML puts a blank between them, Chinese has none."""

from __future__ import annotations

import re
from itertools import pairwise

import yaml

_CHINESE = re.compile(
    "[\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff\uff00-\uffef\U00020000-\U0003ffff]"
)
_ENOUGH = 8
"""Characters on either side of a line's end by which the place is found again in the joined value."""


def joined(node: yaml.ScalarNode, lines: list[str]) -> str:
    """A value whose lines YAML joins by blanks: between Chinese characters there is none to be."""
    value: str = node.value
    first, last = node.start_mark.line, min(node.end_mark.line, len(lines) - 1)
    if node.style == "|" or first == last:
        return value
    pieces = [line.strip() for line in lines[first : last + 1]]
    pieces[0] = lines[first][node.start_mark.column :].strip()
    for above, below in pairwise(pieces):
        if above and below and _CHINESE.match(above[-1]) and _CHINESE.match(below[0]):
            tail, head = above[-_ENOUGH:], below[:_ENOUGH]
            value = value.replace(f"{tail} {head}", f"{tail}{head}", 1)
    return value
