"""Ten thousand accidents with every test run, and the record of the last long one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from showcase.diagnostics import Diagnostic, Edit, Fix, Level, Place
from showcase.model import Base

from . import trial
from .mutants import mutant
from .run import KINDS, recorded, tried

MUTANTS = 10_000
LAST = Path(__file__).parent / "last.json"


# in stretches, so that two test processes share them
@pytest.mark.parametrize("start", range(0, MUTANTS, 1_000))
def test_no_accident_ends_in_a_traceback(start: int) -> None:
    """Nor in silence, nor in a message that points outside, nor in a mend that does not last."""
    assert tried(1, start, 1_000).failures == []


def test_the_same_number_is_the_same_mutant() -> None:
    """A failure can be looked at again."""
    assert [mutant(7, number) for number in range(40)] == [
        mutant(7, number) for number in range(40)
    ]
    assert len({mutant(7, number)[0] for number in range(40)}) > 35


def test_the_last_long_run_found_nothing() -> None:
    """A hundred thousand, on the day that the record names."""
    last = json.loads(LAST.read_text("utf-8"))
    assert last["count"] >= 100_000
    assert {kind: last[kind] for kind in KINDS} == dict.fromkeys(KINDS, 0)
    assert last["failures"] == []
    assert last.keys() == recorded(tried(1, 0, 1), 1, "2026-01-01").keys()


def test_the_trial_sees_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that breaks is caught, and said to be broken."""

    def broken(*_: object) -> None:
        raise IndexError("string index out of range")

    monkeypatch.setattr(trial, "bind_file", broken)
    assert trial.faults(b"name: x\n", Base)[0].startswith("traceback: IndexError")


def test_the_trial_sees_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    """No record and no word is a fault as well."""
    monkeypatch.setattr(trial, "bind_file", lambda *_: (None, ()))
    assert trial.faults(b"name: x\n", Base)[0].startswith("silent")


@pytest.mark.parametrize(("line", "column"), [(0, 1), (3, 1), (1, 0), (1, 8)])
def test_the_trial_sees_a_place_outside(line: int, column: int) -> None:
    """The first column after a line's end is still a place: something is missing there."""
    one = Diagnostic("blank", Level.ERROR, Place("bases/a.yml", line, column))
    assert list(trial.outside((one,), "name: \n")) == [f"outside: blank at {line}:{column}"]
    fine = Diagnostic("blank", Level.ERROR, Place("bases/a.yml", 1, 7))
    assert list(trial.outside((fine,), "name: \n")) == []


def test_the_trial_sees_a_mend_that_does_not_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is asked for again after it was made."""
    mend = Fix((Edit(1, 1, 1, "x"),), safe=True)
    told = (Diagnostic("blank", Level.NOTE, Place("bases/a.yml"), fix=mend),)
    monkeypatch.setattr(trial, "bind", lambda *_: (None, told))
    assert [one.partition(":")[0] for one in trial.unmended("name: a\n", Base)] == [
        "restless",
        "left",
    ]
