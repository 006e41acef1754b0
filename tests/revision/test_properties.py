"""However a file is laid out: it says what was meant afterwards, and nothing else of it moves."""

from __future__ import annotations

from typing import Any

from hypothesis import assume, event, given
from hypothesis import strategies as st

from showcase.model import Base
from showcase.reading.binding import bind
from showcase.revision import Add, Change, Drop, Put, Reason, Revision, Way, revised
from tests.revision.files import data_of, leaves, lists, read
from tests.revision.laying_out import Hand, LaidOut
from tests.revision.samples import accepted, after, bases, changes_to, frozen

seeds = st.integers(0, 2**32)


def laid_out(data: dict[str, Any], seed: int) -> LaidOut:
    """The data as a file that both readers understand as what it is."""
    file = Hand(seed).write(data)
    record, told = bind(file.text.replace("\r\n", "\n"), "", "", Base)
    assume(record is not None and accepted(data) == record.content)
    assume(not any(one.level == 0 for one in told))
    assert accepted(data_of(file.text)) == accepted(data)
    return file


def gone(data: dict[str, Any], changes: list[Change]) -> list[Way]:
    """The ways of everything that is dropped, lists and mappings that become empty included."""
    left = after(data, changes)
    ways = [one.way for one in changes if isinstance(one, Drop)]
    # of a list put anew, any item may have gone
    ways += [
        (*one.way, number)
        for one in changes
        if isinstance(one, Put) and isinstance(one.value, tuple)
        for number in range(9)
    ]
    for way in [one.way for one in changes if isinstance(one, Drop)]:
        for count in range(len(way) - 1, 0, -1):
            steps = way[:count]
            inner: Any = data
            for step in steps:
                inner = inner[step]
            if all((*steps, key) in ways for key in _keys(inner)) and not _added(changes, steps):
                ways.append(steps)
    assert left is not None
    return ways


def _keys(inner: Any) -> list[Any]:
    return list(inner) if isinstance(inner, dict) else list(range(len(inner)))


def _added(changes: list[Change], way: Way) -> bool:
    return any(one.way[: len(way)] == way for one in changes if not isinstance(one, Drop))


def is_below(way: Way, ways: list[Way]) -> bool:
    """Whether a way leads into one of several things."""
    return any(way[: len(one)] == one for one in ways)


@given(st.data(), bases, seeds)
def test_the_file_says_what_was_meant_and_nothing_else_moves(
    chance: st.DataObject, data: dict[str, Any], seed: int
) -> None:
    file = laid_out(data, seed)
    changes = chance.draw(changes_to(data))
    meant = accepted(after(data, changes))
    revision = revised(file.text, changes, Base)
    if meant is None:
        event("what was meant is no base")
        assert not isinstance(revision, Revision)
        assert revision.reason is Reason.UNFIT
        assert revision.change in changes
        return
    assert isinstance(revision, Revision), revision
    assert revision.content == meant == read(revision.text)
    assert accepted(data_of(revision.text)) == meant
    dropped = gone(data, changes)
    _comments_stay(file, revision.text, dropped)
    _lines_stay(file, revision.text, [*dropped, *(one.way for one in changes)])


def _comments_stay(file: LaidOut, text: str, dropped: list[Way]) -> None:
    kept = [name for name, owner in file.comments.items() if not is_below(owner, dropped)]
    places = [text.find(f"# {name}") for name in sorted(kept, key=file.text.find)]
    assert -1 not in places, (text, kept)
    assert places == sorted(places), text


def _lines_stay(file: LaidOut, text: str, touched: list[Way]) -> None:
    """Lines that no change speaks of are there to the byte, in order."""
    concerned: set[int] = set()
    for way in touched:
        # what has no lines of its own stands on those of what is around it
        while way and way not in file.spans:
            way = way[:-1]
        span = file.spans.get(way, range(0))
        concerned |= {*span, *range(span.start, min(span.start + 1, span.stop))}
        if len(way) > 1:
            # the key behind a dash gives its place to the next one
            concerned |= {span.stop} if span.start == _head(file, way[:-1]) else set()
    rest = iter(text.splitlines(keepends=True))
    old = file.text.splitlines(keepends=True)
    for number, line in enumerate(old):
        if number in concerned or not line.strip():
            continue
        final = number == len(old) - 1
        assert any(one == line or (final and one.rstrip() == line) for one in rest), (line, text)


def _head(file: LaidOut, way: Way) -> int:
    return file.spans[way].start if way in file.spans else -1


@given(bases, seeds)
def test_no_change_changes_nothing(data: dict[str, Any], seed: int) -> None:
    file = laid_out(data, seed)
    for changes in ([], [Put(way, value) for way, value in leaves(data)]):
        revision = revised(file.text, changes, Base)
        assert isinstance(revision, Revision)
        assert revision.text == file.text
        assert revision.edits == ()


@given(st.data(), bases, seeds)
def test_what_is_added_and_dropped_again_leaves_no_trace(
    chance: st.DataObject, data: dict[str, Any], seed: int
) -> None:
    found = list(lists(data))
    assume(found)
    file = laid_out(data, seed)
    way, items = chance.draw(st.sampled_from(found))
    added = revised(file.text, [Add(way, frozen(items[-1]))], Base)
    assert isinstance(added, Revision), added
    back = revised(added.text, [Drop((*way, len(items)))], Base)
    assert isinstance(back, Revision), back
    assert back.content == read(file.text)
    span = file.spans.get(way, range(0))
    block = (*way, 0) in file.spans
    # one plain value in place of a list is one no longer, brackets over several lines keep their last comma
    if block or (len(span) == 1 and "[" in file.lines[span.start]):
        assert back.text in (file.text, file.text + "\n", file.text + "\r\n"), added.text
