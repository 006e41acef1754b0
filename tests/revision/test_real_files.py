"""The project's own files can be revised at every value, at every item and in every list."""

from __future__ import annotations

import copy
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from showcase.model import Part
from showcase.revision import Add, Change, Drop, Put, Reason, Refusal, Revision, Way, revised
from tests.revision.files import changed_lines, data_of, leaves, lists, real_files

FILES = [(path, model, path.read_text("utf-8")) for path, model in real_files()]
SAME = [pytest.param(*one, id=one[0].stem) for one in FILES]
USUAL = (
    "另一句话", "other-id", "2020-05", "7个", "#123456", "https://example.org/x", "a@example.org",
    "0571-00000001", "100.5", "true", "false", "自评", "2", "一段话\n\n又一段", "yun/firms",
)  # fmt: skip


def field(way: Way) -> Way:
    """A way without its numbers."""
    return tuple(step for step in way if isinstance(step, str))


def _seen() -> dict[Way, list[str]]:
    found: dict[Way, list[str]] = defaultdict(list)
    for _, model, text in FILES:
        for way, value in leaves(data_of(text, model)):
            name = (model.__name__, *field(way)[-1:])
            if value not in found[name] and len(found[name]) < 40:
                found[name].append(value)
    return found


SEEN = _seen()


def with_value(data: Any, way: Way, value: Any) -> Any:
    """The data with one value set: not by the code under test."""
    result = copy.deepcopy(data)
    place = result
    for step in way[:-1]:
        place = place[step]
    place[way[-1]] = value
    return result


def accepted(data: Any, model: type[Part]) -> bool:
    """Whether the model takes the data."""
    try:
        model.model_validate(data)
    except ValueError:
        return False
    return True


def another(data: Any, model: type[Part], way: Way, value: str) -> str | None:
    """Another value of the same kind."""
    candidates = (*SEEN[(model.__name__, *field(way)[-1:])], *USUAL)
    return next(
        (one for one in candidates if one != value and accepted(with_value(data, way, one), model)),
        None,
    )


@pytest.mark.parametrize(("path", "model", "text"), SAME)
def test_every_value_can_be_set_and_only_its_lines_change(
    path: Path, model: type[Part], text: str
) -> None:
    data = data_of(text, model)
    for way, value in leaves(data):
        new = another(data, model, way, value)
        if new is None:
            # the version of the format is the only one of its kind
            assert way == ("schema",)
            continue
        revision = revised(text, [Put(way, new)], model)
        assert isinstance(revision, Revision), (way, new, revision)
        assert data_of(revision.text, model) == with_value(data, way, new)
        old, fresh = changed_lines(text, revision.text)
        assert len(old) <= max(value.count("\n") + 1, 1), (way, old, fresh)
    again = revised(text, [Put(way, value) for way, value in leaves(data)], model)
    assert isinstance(again, Revision)
    assert again.text == text


def as_change(way: Way, item: Any) -> Add:
    """The change that adds an item as the independent reader sees it."""
    return Add(way, _frozen(item))


def _frozen(item: Any) -> Any:
    if isinstance(item, dict):
        return {key: _frozen(value) for key, value in item.items()}
    return tuple(map(_frozen, item)) if isinstance(item, list) else item


@pytest.mark.parametrize(("path", "model", "text"), SAME)
def test_every_item_can_be_dropped_and_every_list_added_to(
    path: Path, model: type[Part], text: str
) -> None:
    data = data_of(text, model)
    for way, items in lists(data):
        for number, _ in enumerate(items):
            rest = [one for at, one in enumerate(items) if at != number]
            change = Drop((*way, number))
            meant = with_value(data, way, rest) if rest else _without(data, way)
            _check(text, change, model, meant)
        for item in items[:2]:
            after = _check(text, as_change(way, item), model, with_value(data, way, [*items, item]))
            back = revised(after, [Drop((*way, len(items)))], model)
            assert isinstance(back, Revision)
            assert back.text == text, way


def _without(data: Any, way: Way) -> Any:
    result = copy.deepcopy(data)
    for count in range(len(way), 0, -1):
        place = result
        for step in way[: count - 1]:
            place = place[step]
        del place[way[count - 1]]
        if place:
            break
    return result


def _check(text: str, change: Change, model: type[Part], meant: Any) -> str:
    revision = revised(text, [change], model)
    if isinstance(revision, Refusal):
        # what a file must have cannot go
        assert revision.reason is Reason.UNFIT, (change, revision)
        assert not accepted(meant, model)
        return text
    assert data_of(revision.text, model) == meant
    if isinstance(change, Add):
        # lines are only added; brackets hold their items in one
        old, fresh = changed_lines(text, revision.text)
        assert not old or len(old) == len(fresh) == 1, (old, fresh)
    return revision.text
