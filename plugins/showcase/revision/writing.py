"""Values as YAML takes them back exactly: bare where nothing could be mistaken, else in double quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from ..model.shape import Shape

_BARE = re.compile(
    r"(?!(?i:null|true|false|yes|no|on|off|y|n)\Z)"
    # what other readers of YAML take for a number: 0571, 2023.10, 1e5, 0x1F, 1_000; years stay bare
    r"(?!0[0-9_]+\Z|0[xob][0-9a-fA-F_]*\Z|[0-9][0-9_]*[._eE][0-9_.eE+-]*\Z)"
    r"(?:[^\W_]|[“《（])[\w·（）“”‘’《》、，。；！？…—.+()%/ -]*(?<![ ])"
)
_WORD = re.compile("(?i:true|false|yes|no|on|off)")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_ADDRESS = re.compile(r"https?://[\w./?=&%~+-]+")
_PARTING = re.compile("[、，；;,]")
_UNSEEN = re.compile(
    "[\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)


def written(value: str, shape: Shape | None = None, *, parted: bool = False) -> str:
    """A text on one line. `shape` is that of its field; where it is `parted`, between brackets or alone in
    the place of a list, signs between items are quoted too."""
    if parted and _PARTING.search(value):
        return quoted(value)
    if _BARE.fullmatch(value) or _ADDRESS.fullmatch(value):
        return value
    return value if _is_number_or_flag(value, shape) else quoted(value)


def _is_number_or_flag(value: str, shape: Shape | None) -> bool:
    """Whether a field takes a number or a yes and no, so that nothing else could be meant by one."""
    habit = shape.habit if shape else None
    if habit is None or not habit.latin or habit.right is not None:
        return False
    return (_WORD if not habit.blanks else _NUMBER).fullmatch(value) is not None


def quoted(value: str) -> str:
    """A text in double quotes, with what cannot be seen as escapes."""
    shown = json.dumps(value, ensure_ascii=False)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", shown)


def like(value: str, style: str, shape: Shape | None = None, *, parted: bool = False) -> str:
    """A text on one line in the quotes of the one that it replaces, or those that it needs."""
    if style == "'" and "\n" not in value and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return quoted(value) if style == '"' else written(value, shape, parted=parted)


def written_list(values: Iterable[str], shape: Shape | None = None) -> str:
    """Several texts on one line."""
    return f"[{', '.join(written(value, shape, parted=True) for value in values)}]"


def paragraphs(value: str) -> list[str] | None:
    """The lines of a text as they go below ``|``; none where that cannot hold it."""
    lines = value.strip().split("\n")
    return lines if all(_UNSEEN.search(line) is None and _plain(line) for line in lines) else None


def _plain(line: str) -> bool:
    return all(sign.isprintable() or sign in "\u3000\xa0" for sign in line)
