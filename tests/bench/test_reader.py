"""What the reader says is heard in the browser's log and summed up; pages that are not there are told."""

from __future__ import annotations

from pathlib import Path

from showcase.bench import reader
from showcase.bench.processor import Clock


def test_a_line_of_the_log_is_heard_whatever_stands_around_it() -> None:
    line = '[1:2/3:INFO:CONSOLE:9] "SHOWCASE-BENCH {"step":"a, \\"b\\"","runs":[]}", source: file:///reader.js (9)\n'
    assert reader.heard(line) == {"step": 'a, "b"', "runs": []}
    assert reader.heard("[1:2/3:ERROR:gpu] nothing\n") == {}


def test_of_the_answers_to_one_act_the_quickest_counts() -> None:
    rounds = [[30.0, 40.0, 20.0, None], [9.0, 5.0, 70.0, 1.0], [3.0, 6.0, 7.0, 1.0]]
    rounds.append([8.0, 8.0, 8.0, 1.0])
    cpu = [*[3.0, 4.0, 2.0, 9.0], *[0.9, 0.5, 7.0, 9.0], *[0.3, 0.6, 0.7, 9.0], *[0.4, 0.1, 0.6, 9]]
    found = reader.summed({"step": "a", "rounds": rounds, "cpu": cpu})
    assert found == {
        "step": "a",
        "silent": 1,
        "first": 40.0,
        "first_cpu": 4.0,
        "elapsed": {"min": 3.0, "median": 5.0, "p95": 7.0},
        "cpu": {"min": 0.4, "median": 0.5, "p95": 0.7},
    }
    assert reader.summed({"step": "b", "rounds": [], "cpu": []}) == {"step": "b"}


def test_where_no_system_tells_the_cpu_time_none_is_told() -> None:
    found = reader.summed({"step": "a", "rounds": [[2.0], [1.0]], "cpu": [0.0, 0.0]})
    assert "cpu" not in found
    assert found["elapsed"]["min"] == 1.0
    assert Clock(-1).read() == 0.0


def test_a_page_that_is_not_there_is_told(tmp_path: Path) -> None:
    found = reader.answers(Path("no-browser-is-asked"), tmp_path)
    assert [one["there"] for one in found] == [False] * len(reader.SCENARIOS)
