"""The mended text of a fragment, put together from its index: what the right value is measured by."""

from __future__ import annotations

import re

import yaml

from .index import Fragment
from .toy import key_of

_ADVICE = re.compile(
    r"自动|删|改成|换|把|另存|请|用|无$|留空|保留|记事本|运行|填|补|打开|从|重新|再|从|两段|合并|确认|去掉"
)
_CHANGED = re.compile(r"(?:改为|换成|写成|应为)[：:]?\s*")
_BULLET = re.compile(r"^[\s　]*(?:[-－—–·•●*]+|[(（]?\d+[.、．)）])?[\s　]*")
_ASIDE = re.compile(r"（[^（）]*）$")
_KEY_LINE = re.compile(r"\s*(?:- )?[\w\"“一-鿿]+:(?:\s|$)")


def mended(case: Fragment, text: str) -> str | None:
    """The text with its bad lines as they should be; None where the index gives advice instead."""
    fix = _line_of(case.fix)
    if not fix or not case.line or case.autofix == "human":
        return None
    lines = text.split("\n")
    if case.line > len(lines):
        return None
    new = fix.split("\n")
    if not _is_line(fix):
        key = key_of(lines[case.line - 1])
        if not key:
            return None
        indent = re.match(r" *", lines[case.line - 1])
        new = [f"{indent.group() if indent else ''}{key}: {fix}"]
    start, end = _stretch(new, lines, case.line)
    rest = lines[end:]
    if re.match(r" *- (?![^:]*:(?: |$))", new[-1]):
        rest = [*_listed(rest, new[-1]), *rest[len(_listed(rest, new[-1])) :]]
    whole = "\n".join([*lines[: start - 1], *new, *rest])
    try:
        yaml.compose(whole, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return None
    return whole


def _listed(lines: list[str], like: str) -> list[str]:
    """The items after a mended one, which have the same slip."""
    indent = like[: len(like) - len(like.lstrip())]
    items = []
    for line in lines:
        if not line.strip() or key_of(line):
            break
        items.append(f"{indent}- {_BULLET.sub('', line).strip()}")
    return items


def _line_of(fix: str) -> str:
    plain = _CHANGED.sub("", _ASIDE.sub("", fix)) if not _is_line(fix) else fix
    plain = _ASIDE.sub("", plain) if '"（' in plain else plain
    return "" if _ADVICE.match(plain.strip()) else plain.rstrip()


def _is_line(fix: str) -> bool:
    first = fix.split("\n")[0]
    return bool(_KEY_LINE.match(first) or re.match(r"\s*(?:- |# )", first))


def _stretch(new: list[str], lines: list[str], bad: int) -> tuple[int, int]:
    """The lines that the mend stands for: by default the bad one, more where its keys say so."""
    start = end = bad
    first, last = key_of(new[0]), key_of(new[-1])
    if first and first != key_of(lines[bad - 1]):
        above = [number for number in range(1, bad) if key_of(lines[number - 1]) == first]
        start = above[-1] if above else bad
    if len(new) > 1 and last and last != first:
        below = [
            number for number in range(bad, len(lines) + 1) if key_of(lines[number - 1]) == last
        ]
        end = below[0] if below else bad
    return start, end
