"""The invented showcase has what it promises: so much of everything, uneven, sound, and said to be invented."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from showcase.bench.invention import BRANDS, FIRST_YEAR, LAST_YEAR, Size, invented, shares
from showcase.catalogue import Catalogue
from showcase.diagnostics import Level
from showcase.model import Sureness
from showcase.workshop import Workshop
from tests.site.project import ROOT, contents

SIZE = Size(80, 900)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invented(tmp_path_factory.mktemp("invented") / "project", SIZE, ROOT)


@pytest.fixture(scope="module")
def catalogue(project: Path) -> Catalogue:
    reading = Workshop(project).read()
    assert [one for one in reading.diagnostics if one.level < Level.NOTE] == []
    assert reading.catalogue is not None
    return reading.catalogue


@pytest.mark.parametrize("size", [Size(1, 0), Size(1, 7), Size(3, 1), Size(1000, 20_000)])
def test_activities_are_shared_out_to_the_last(size: Size) -> None:
    assert len(shares(size)) == size.bases
    assert sum(shares(size)) == size.activities
    assert min(shares(size)) >= 0


def test_there_is_as_much_as_was_asked_for(catalogue: Catalogue) -> None:
    bases = [one.content for one in catalogue.bases.values()]
    assert len(bases) == SIZE.bases
    assert sum(len(one.activities) for one in bases) == SIZE.activities
    assert len({one.name for one in bases}) == SIZE.bases


def test_everything_has_a_name_that_says_it_is_invented(catalogue: Catalogue) -> None:
    names = [catalogue.site.content.name]
    names += [one.content.name for one in catalogue.bases.values()]
    names += [one.content.city for one in catalogue.bases.values()]
    names += [one.content.name for one in catalogue.standards.values()]
    names += [one.title or "" for one in catalogue.sources.values()]
    names += [one.term for one in catalogue.glossary.content.terms]
    assert [one for one in names if not one.startswith("虚构")] == []


def test_dates_are_of_every_kind(catalogue: Catalogue) -> None:
    activities = [one for record in catalogue.bases.values() for one in record.content.activities]
    kinds: Counter[str] = Counter()
    for one in activities:
        start = one.date.start if one.date else None
        kinds["inferred"] += one.sure is Sureness.inferred
        kinds["none"] += start is None
        if one.date is None or start is None:
            continue
        kinds["range"] += one.date.end is not None
        kinds["about"] += start.approximate
        kinds["part"] += bool(start.part)
        kinds["no year"] += start.year is None
        kinds["day"] += start.day is not None
        kinds["month"] += start.month is not None and start.day is None
        kinds["year"] += start.month is None
    assert min(kinds.values()) > 0, kinds
    years = {one.date.start.year for one in activities if one.date and one.date.start.year}
    assert FIRST_YEAR <= min(years) < max(years) <= LAST_YEAR
    assert len({one.type for one in activities}) == 10


def test_what_is_uneven_in_real_content_is_uneven(catalogue: Catalogue) -> None:
    bases = [one.content for one in catalogue.bases.values()]
    counts = sorted(len(one.activities) for one in bases)
    assert counts[0] < 5
    assert counts[-1] > 5 * counts[len(counts) // 2]
    cities = Counter(one.city for one in bases).most_common()
    assert cities[0][1] > 3 * cities[-1][1]
    assert len({one.level for one in bases}) == 5
    parents = {one.part_of for one in bases if one.part_of}
    assert len(parents) > BRANDS / 2
    assert len({sign for one in bases for sign in one.name}) > 100
    assert {len(ids) for ids in catalogue.answering.values()} == {SIZE.bases, SIZE.bases // 2}
    statuses = {
        answer.status
        for one in bases
        for assessment in one.standards.values()
        for answer in assessment.answers
    }
    assert len(statuses) == 5


def test_the_same_size_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    again = invented(tmp_path / "again", SIZE, ROOT)
    assert contents(again / "bases") == contents(project / "bases")
    assert re.search("虚构", (again / "bases" / "_site.yml").read_text("utf-8"))
