"""One mutant tried: read, reported, mended; and what must hold of each."""

from __future__ import annotations

import traceback
from collections.abc import Iterator

from showcase.diagnostics import Diagnostic, errors
from showcase.drafting.text import UnreadableError, decode
from showcase.mending import mended
from showcase.model import Part
from showcase.reading.binding import bind, bind_file
from showcase.reports import terminal
from tests.corpus.facts import facts

FILE = "bases/mutant.yml"


def faults(content: bytes, model: type[Part]) -> list[str]:
    """What is wrong with how a file was treated; nothing for nearly every one."""
    try:
        return list(_faults(content, model))
    except Exception as fault:
        spot = traceback.extract_tb(fault.__traceback__)[-1]
        name = spot.filename.rpartition("/")[2]
        return [f"traceback: {type(fault).__name__}: {str(fault)[:120]} at {name}:{spot.lineno}"]


def _faults(content: bytes, model: type[Part]) -> Iterator[str]:
    record, told = bind_file(content, FILE, "mutant", model)
    if record is None and not told:
        yield "silent: no record, and not a word why"
    terminal.told(told)
    try:
        text = decode(content)
    except UnreadableError:
        lines = content.count(b"\n") + 1
        yield from (f"outside: {one.code} at {one.place}" for one in told if one.place.line > lines)
        return
    yield from outside(told, text)
    yield from unmended(text, model)


def outside(told: tuple[Diagnostic, ...], text: str) -> Iterator[str]:
    """Messages that point at no spot of their file."""
    lines = text.split("\n")
    for one in told:
        line, column = one.place.line, one.place.column
        if not 1 <= line <= len(lines) or not 1 <= column <= len(lines[line - 1]) + 1:
            yield f"outside: {one.code} at {line}:{column}"
        for edit in one.fix.edits if one.fix else ():
            inside = 1 <= edit.line <= len(lines)
            if not inside or not 1 <= edit.start <= edit.end <= len(lines[edit.line - 1]) + 1:
                yield f"outside: mend of {one.code} at {edit.line}:{edit.start}-{edit.end}"


def unmended(text: str, model: type[Part]) -> Iterator[str]:
    """What safe mending leaves that it could have mended, would change again, or says otherwise."""

    def told(now: str) -> tuple[Diagnostic, ...]:
        return bind(now, FILE, "mutant", model)[1]

    once = mended(text, told, safe)
    if not once.changed:
        return
    twice = mended(once.after, told, safe)
    if twice.changed:
        yield f"restless: mended twice, {[one.code for one in twice.done]}"
    record, left = bind(once.after, FILE, "mutant", model)
    if codes := [one.code for one in left if safe(one)]:
        yield f"left: {codes[:4]}"
    before, found = bind(text, FILE, "mutant", model)
    if before is None or errors(found) or not once.after.strip():
        # of a file that said nothing but 无, nothing is left
        return
    # what was understood must be what the mended file says: a mend is another way of writing the same
    done = [one.code for one in once.done]
    if record is None or errors(left):
        yield f"altered: refused after {done}"
    elif facts(before.content) != facts(record.content):
        yield f"altered: says otherwise after {done}"


def safe(one: Diagnostic) -> bool:
    """Whether a mend needs no question and says where to type what."""
    return one.fix is not None and one.fix.safe and bool(one.fix.edits)
