"""What a timeline is made of, before anybody draws it: days a date may mean, heads of months, pieces of data."""

from __future__ import annotations

import importlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from showcase.bench import synthesis
from showcase.datasets.dataset import Dataset
from showcase.edition import Edition
from showcase.model import PartialDate, Period
from showcase.views.days import days_of
from showcase.views.wording import month_of
from showcase.workshop import Workshop
from tests.site import eventful
from tests.site.eventful import TOLD
from tests.site.project import ROOT

DATA: Any = importlib.import_module("showcase.datasets.events")


@pytest.mark.parametrize(
    ("written", "earliest", "until"),
    [
        ("2026-11-23", "", ""),
        ("2026-11", "", ""),
        ("2026", "", ""),
        ("--11-23", "", ""),
        ("2026-11-23起", "2026-11-23", ""),
        ("2017年以来", "2017-01-01", ""),
        ("2026年下半年", "2026-07-01", ""),
        ("2026年第二季度", "2026-04-01", ""),
        ("2026年底", "2026-10-01", ""),
        ("2026年3月下旬", "2026-03-21", ""),
        ("约2027年", "2026-01-01", ""),
        ("约2026年1月", "2025-12-01", ""),
        ("约2026年3月3日", "2026-02-24", ""),
        ("2026-11-20至2026-11-25", "", "2026-11-25"),
        ("2026-11至2027-02", "", "2027-02-28"),
        ("2026-11-20至2026-12", "", "2026-12-31"),
        ("2026至2027", "2026-01-01", ""),
        ("2026-11-20至2027", "2026-11-20", ""),
        ("2026-11-20至约2026-12-01", "2026-11-20", ""),
        ("2026年3月上旬至2026年4月5日", "2026-03-01", ""),
        ("2026-10-01至2026年底", "2026-10-01", ""),
    ],
)
def test_a_date_tells_which_days_it_may_mean(written: str, earliest: str, until: str) -> None:
    assert days_of(period(written), sure=True) == (earliest, until)


def period(written: str) -> Period:
    start, _, end = written.partition("至")
    if not end:
        return Period.parse(start)
    return Period.between(PartialDate.parse(start), PartialDate.parse(end))


def test_what_is_inferred_is_never_known_to_go_on() -> None:
    assert days_of(Period.parse("2026-11-23"), sure=False) == ("2026-11-23", "")
    assert days_of(period("2026-11-20至2026-11-25"), sure=False) == ("2026-11-20", "")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2026-11-23", "11月"),
        ("2026-03", "3月"),
        ("2026年3月上旬", "3月"),
        ("2026年上半年", "上半年"),
        ("2026年底", "年底"),
        ("2026年春季", "春季"),
        ("2026", "未写明月份"),
        ("约2026年", "未写明月份"),
    ],
)
def test_an_event_stands_under_what_is_known_of_its_month(written: str, words: str) -> None:
    assert month_of(Period.parse(written).start) == words


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The invented showcase with many events."""
    return made(eventful.project(tmp_path_factory.mktemp("data") / "project"))


def made(project: Path) -> Edition:
    workshop = Workshop(project)
    catalogue = workshop.read().catalogue
    assert catalogue is not None
    return workshop.edition(catalogue)


@pytest.fixture
def pieces(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> dict[str, Dataset]:
    """Its data, in pieces small enough that there are many."""
    monkeypatch.setattr(DATA, "FULL", eventful.PIECE)
    monkeypatch.setattr(DATA, "ENOUGH", eventful.PIECE // 3)
    return {one.name: one for one in DATA.events(edition)}


def value(one: Dataset) -> Any:
    """What a browser is handed."""
    text = one.content.decode()
    head = f'Showcase.deliver("{one.name}",'
    assert text.startswith(head)
    assert text.endswith(");\n")
    return json.loads(text[len(head) : -3])


@pytest.mark.parametrize("kind", ["shards", "own"])
def test_every_event_lies_in_one_piece_by_year_and_in_one_by_base(pieces: dict[str, Dataset], kind: str) -> None:  # fmt: skip
    table = value(pieces["events"])
    assert len(table[kind]) > 3
    found: Counter[tuple[str, ...]] = Counter()
    for name, path, first, last in table[kind]:
        assert path == pieces[name].path
        piece = value(pieces[name])
        for moment, base, type, title, *_ in piece["events"]:
            year = piece["moments"][moment][7]
            assert first <= (year if kind == "shards" else base) <= last
            found[table["bases"][base][0], title, table["types"][type], table["years"][year][0]] += 1  # fmt: skip
    names = {one: called for one, (called, _, _) in eventful.BASES.items()}
    assert names.items() <= {one[0]: one[1] for one in table["bases"]}.items()
    assert found == Counter(
        (one.base, one.title, one.type, str(one.year) if one.year else "undated") for one in TOLD
    )


def test_the_table_counts_what_the_pieces_hold(pieces: dict[str, Dataset]) -> None:
    table = value(pieces["events"])
    counted = Counter(
        (base[0], table["years"][ord(year) - 48][0], table["types"][ord(kind) - 48])
        for base in table["bases"]
        for year, kind in zip(base[5][::2], base[5][1::2], strict=True)
    )
    assert counted == Counter(
        (one.base, str(one.year) if one.year else "undated", one.type) for one in TOLD
    )


def test_a_small_showcase_has_no_pieces_by_base(edition: Edition) -> None:
    names = [one.name for one in DATA.events(edition)]
    assert names[-1] == "events"
    assert 2 <= len(names) <= 1 + DATA.FEW
    assert not any(name.startswith("events-of") for name in names)


def test_a_piece_is_full_in_time(tmp_path: Path) -> None:
    several = {one.name: one.content for one in DATA.events(made(synthesis.project(tmp_path / "many", 200, ROOT)))}  # fmt: skip
    assert len(several) > 10
    heaviest = max((len(content), name) for name, content in several.items())
    assert heaviest[0] <= 200_000, heaviest
