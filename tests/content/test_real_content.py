"""The real content says what the dossier says, and nothing more."""

from __future__ import annotations

import copy

import pytest

from . import dossier, proof, reading
from .falsifications import ALL, Falsify
from .reading import Raw


@pytest.fixture(scope="module")
def raw() -> Raw:
    return reading.load()


def test_the_dossier_is_whole() -> None:
    facts = dossier.load()
    assert len(facts.records) == 46
    assert sum(record.head["kind"] == "区域样本" for record in facts.records.values()) == 5
    assert len(facts.standards) == 27
    assert len(facts.terms) == 3
    assert len(facts.sources) == 5


def test_reasons_that_refer_to_others_are_followed() -> None:
    lines = dossier.load().lines
    region = "chengyang/城阳样本/facts"
    assert lines[f"{region}/3"].because == lines[f"{region}/1"].because
    assert lines["chengyang/新心向阳/facts/2"].because == lines[f"{region}/15"].because


def test_all_of_it_is_there(raw: Raw) -> None:
    assert len(raw.bases) == 46
    assert len(raw.standards) == 27
    assert len(raw.sources["sources"]) == 5
    assert len(raw.terms["terms"]) == 3
    home = raw.site["home"]
    assert [len(home[row]) for row in ("scroll", "featured", "figures", "standards")] == [
        7,
        5,
        6,
        12,
    ]
    assert home["standards"][0] == "six-haves"


def test_only_records_with_much_to_say_have_a_summary(raw: Raw) -> None:
    facts = dossier.load().records
    for name, base in raw.bases.items():
        lines = facts[raw.trace[name]["record"]].lines
        stated = [line for line in lines if not line.address.endswith("/note")]
        assert ("summary" in base) == (len(stated) >= 4), name


def test_nothing_is_said_that_the_dossier_does_not_bear_out(raw: Raw) -> None:
    assert proof.findings(raw) == []


@pytest.mark.parametrize("falsify", ALL.values(), ids=ALL.keys())
def test_a_falsification_is_found_out(raw: Raw, falsify: Falsify) -> None:
    falsified = copy.deepcopy(raw)
    falsify(falsified)
    assert falsified != raw
    assert proof.findings(falsified)
