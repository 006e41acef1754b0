"""The score of a folder of fragments: is each read in silence, read with a note, or refused, as it should be?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from showcase import messages
from showcase.diagnostics import Diagnostic, Level
from showcase.model import Part

from . import index
from .facts import bare, facts, said, typed
from .grafting import told_in_a_base
from .index import Fragment
from .mends import mended
from .reader import Got, read
from .toy import key_of, model_for
from .verdict import SILENTLY_WRONG, TRACEBACK, Verdict, last_words

NEAR = 1
"""Lines by which a message may miss the line of the index."""
_FILE = "bases/fragment.yml"
_CHINESE = re.compile(r"[一-鿿]")
# a blank that nobody typed: where two lines of Chinese were joined
_GLUED = re.compile(r"[一-鿿，。；、] [一-鿿]")


def verdicts(folder: Path) -> Iterator[Verdict]:
    """One for each case, and one for each good file."""
    for case in index.fragments(folder):
        yield _timed(case)
    for path in index.good(folder):
        yield _good(path)


def plain_text(content: bytes) -> str:
    """The text that a person sees in a file, by the simplest means: to choose a model and to compare."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return _lines(content.decode(encoding, "replace"))
    if content[1:2] == b"\0":
        return _lines(content.decode("utf-16-le", "replace"))
    if content[:1] == b"\0":
        return _lines(content.decode("utf-16-be", "replace"))
    return _lines("\n".join(map(_line, content.split(b"\n"))).removeprefix("\ufeff"))


def _line(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("gb18030", "replace")


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _timed(case: Fragment) -> Verdict:
    expect = "silence" if case.silent else "told"
    category = re.match(r"[A-Z]*", case.name)
    label = category.group() if category else ""
    started = perf_counter()
    try:
        handled, kind, why, near = _judged(case)
        mends = _has_mend(near) if near and kind in ("refused", "wrong line") else None
    except Exception as fault:
        return Verdict(case.name, label, expect, False, TRACEBACK, last_words(fault))
    seconds = perf_counter() - started
    refusal = kind in ("refused", "wrong line")
    return Verdict(
        case.name, label, expect, handled, kind, why,
        file=near.place.file == _FILE if refusal and near else None,
        line=kind == "refused" if refusal and case.line else None,
        mend=mends,
        seconds=seconds,
    )  # fmt: skip


def _judged(case: Fragment) -> tuple[bool, str, str, Diagnostic | None]:
    content = case.path.read_bytes()
    text = plain_text(content)
    model = model_for(text)
    got = read(content, _FILE, "fragment", model)
    told = got.diagnostics
    if not any(one.level is Level.ERROR for one in told):
        known = {one.code for one in told}
        told += tuple(
            one
            for one in told_in_a_base(text, _FILE)
            # a number that is somebody's own is read without a word, and warned of all the same
            if one.code not in known and (one.level is Level.ERROR or not case.silent)
        )
    near = _nearest(told, case.line)
    shown = _shown(Got(got.record, told))
    right = _right(case, text, got)
    if case.silent:
        if any(one.level is not Level.NOTE for one in told) or got.record is None:
            return False, "false alarm", shown, near
        if not right:
            return False, SILENTLY_WRONG if not told else "misread", shown, near
        return True, "noted in spite" if told else "silent", "", near
    if near is None:
        return False, "unsaid" if right else SILENTLY_WRONG, shown, None
    if case.line and abs(near.place.line - case.line) > NEAR:
        return False, "wrong line", f"line {case.line}, told {shown}", near
    if got.refused:
        return True, "refused", "", near
    return (True, "noted", "", near) if right else (False, "misread", shown, near)


def _nearest(told: tuple[Diagnostic, ...], line: int) -> Diagnostic | None:
    return min(told, key=lambda one: abs(one.place.line - line) if line else 0, default=None)


def _shown(got: Got[Part]) -> str:
    told = "；".join(f"{one.place.line}:{one.place.column} {one.code}" for one in got.diagnostics)
    value = facts(got.record.content) if got.record else "nothing"
    return f"[{told}] → {value}"


def _has_mend(one: Diagnostic) -> bool:
    return bool(_CHINESE.search(messages.mend(one)) and _CHINESE.search(messages.what(one)))


def _right(case: Fragment, text: str, got: Got[Part]) -> bool:
    """Whether what was read is what the mend would give, or the value just as it was typed."""
    if got.record is None:
        return False
    found = facts(got.record.content)
    if any(_is_glued(one, text) for one in found.values()):
        return False
    better = mended(case, text)
    if better is None:
        return _is_verbatim(text, found)
    wanted = read(better.encode(), _FILE, "fragment", model_for(better))
    if wanted.record is None:
        return _is_verbatim(text, found)
    expected = facts(wanted.record.content)
    return found == expected or _keeps(case, text, got, expected)


def _is_glued(value: object, text: str) -> bool:
    return isinstance(value, str) and any(one not in text for one in _GLUED.findall(value))


def _is_verbatim(text: str, found: dict[tuple[str | int, ...], object]) -> bool:
    """Whether each text that was read stands in the file, and no line of the file was lost."""
    there = bare(text)
    texts = [bare(one) for one in found.values() if isinstance(one, str)]
    lost = [
        key
        for line in text.split("\n")
        if (key := key_of(line)).isascii() and key and line.lstrip()[:1] != "#" and not _is_empty(line)
        and not any(key in way for way in found)
    ]  # fmt: skip
    return all(one in there for one in texts) and not (lost and _is_flat(text))


def _is_flat(text: str) -> bool:
    return not re.search(r"^\s|[|>]\s*$", text, re.MULTILINE)


def _is_empty(line: str) -> bool:
    return bool(re.search(r"[:：]\s*(?:~|\[\]|无|-)?\s*$", line))


def _keeps(
    case: Fragment,
    text: str,
    got: Got[Part],
    expected: dict[tuple[str | int, ...], object],
) -> bool:
    """Whether the bad line's own value stands in the record as typed, and all else as it should be."""
    assert got.record is not None
    line = text.split("\n")[case.line - 1]
    key = key_of(line)
    rest = re.split(r"[:：=]", line, maxsplit=1)
    if not key or len(rest) < 2:
        return False
    found = facts(got.record.content)
    ways = [way for way in found if key in way]
    if len(ways) != 1 or {*found} - {ways[0]} != {*expected} - {ways[0]}:
        return False
    value: object = got.record.content
    for step in ways[0]:
        value = value[step] if isinstance(value, tuple | dict) else getattr(value, str(step))  # type: ignore[index]
    others = all(found[way] == expected[way] for way in found if way != ways[0])
    return others and bare(said(value)) == bare(typed(rest[1]))


def _good(path: Path) -> Verdict:
    """A file that is right: nothing told, every key there."""
    started = perf_counter()
    content = path.read_bytes()
    text = plain_text(content)
    try:
        got = read(content, _FILE, "fragment", model_for(text))
    except Exception as fault:
        return Verdict(path.stem, "good", "good", False, TRACEBACK, last_words(fault))
    seconds = perf_counter() - started
    if got.diagnostics or got.record is None:
        return Verdict(
            path.stem, "good", "good", False, "false alarm", _shown(got), seconds=seconds
        )
    return Verdict(path.stem, "good", "good", True, "silent", seconds=seconds)
