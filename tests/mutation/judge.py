"""A process in a copy of the project that runs chosen tests, each time in a child of its own.

The child starts with the libraries loaded, which is most of the time that pytest takes for a few tests.
Questions and answers are lines of JSON.
"""

from __future__ import annotations

import functools
import gc
import json
import os
import resource
import signal
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

# loaded once, for every child
import coverage
import hypothesis
import jsonschema
import mkdocs.config
import PIL.Image
import pydantic
import pytest
import rich.console
import ruamel.yaml
import typer
import yaml

LOADED = (coverage, hypothesis, jsonschema, mkdocs, PIL, pydantic, rich, ruamel.yaml, typer, yaml)
MOST_EXAMPLES = 25
"""Examples that Hypothesis tries of each property: the same ones each time, and fewer than usual."""
_MOST_MEMORY = 3 << 30
_SLOW = "not browser and not office and not nginx"
"""Tests that need a program of its own, which takes seconds to start."""


class Chosen:
    """Runs the chosen tests, in the order in which they are given."""

    def __init__(self, tests: list[str]) -> None:
        self.rank = {test: number for number, test in enumerate(tests)}
        self.killed_by = ""

    def pytest_configure(self) -> None:
        """Fewer examples."""
        usual = hypothesis.settings.get_profile("showcase")
        hypothesis.settings.register_profile("mutation", usual, max_examples=MOST_EXAMPLES)
        hypothesis.settings.load_profile("mutation")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out the others."""
        chosen = [one for one in items if one.nodeid in self.rank]
        items[:] = sorted(chosen, key=lambda one: self.rank[one.nodeid])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember which test noticed."""
        if report.failed:
            self.killed_by = report.nodeid


class Survey:
    """Runs all tests and notes how long each takes, which fail, and which lines each one reaches."""

    def __init__(self, modules: list[str]) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.failed: list[str] = []
        self.modules = modules
        self.coverage = coverage.Coverage(
            data_file=None, include=[str(Path(one).resolve()) for one in modules]
        )
        self.kept: list[functools._lru_cache_wrapper[Any]] = []

    def pytest_collection_finish(self) -> None:
        """Find what remembers its answers."""
        self.kept = [
            one
            for one in gc.get_objects()
            if isinstance(one, functools._lru_cache_wrapper)
            and str(one.__module__).startswith("showcase")
        ]
        self.coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Make each test reach the lines that it needs, also where an earlier one had the answer."""
        for one in self.kept:
            one.cache_clear()
        self.coverage.switch_context(item.nodeid)
        return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the time and the outcome."""
        self.seconds[report.nodeid] += report.duration
        if report.failed:
            self.failed.append(report.nodeid)

    def findings(self) -> dict[str, Any]:
        """What was noted. Lines that are reached without a test are those of the import."""
        self.coverage.stop()
        data = self.coverage.get_data()
        reached = {
            module: {
                line: [test for test in tests if test]
                for line, tests in data.contexts_by_lineno(str(Path(module).resolve())).items()
            }
            for module in self.modules
        }
        return {"seconds": dict(self.seconds), "failed": self.failed, "reached": reached}


def _pytest(tests: list[str], plugin: object, *more: str) -> int:
    arguments = ["-q", "-p", "no:cacheprovider", "--basetemp", "../pytest", "-m", _SLOW, *more]
    # it is loaded before pytest, on purpose
    arguments += ["-W", "ignore:Module already imported:pytest.PytestAssertRewriteWarning"]
    return int(pytest.main([*arguments, *tests], plugins=[plugin]))


def _try(question: dict[str, Any]) -> dict[str, Any]:
    resource.setrlimit(resource.RLIMIT_CPU, (question["seconds"], question["seconds"] + 5))
    # for one that waits instead of working
    signal.alarm(2 * question["seconds"])
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    tests = question["tests"]
    plugin = Chosen(tests)
    files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
    code = _pytest(files, plugin, "-x")
    _assert_copy()
    return {"code": code, "killed by": plugin.killed_by}


def _survey(question: dict[str, Any]) -> dict[str, Any]:
    plugin = Survey(question["modules"])
    without = (f"--deselect={one}" for one in question["without"])
    code = _pytest(question["survey"], plugin, *without)
    assert code in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED), (
        "tests that cannot be gathered"
    )
    _assert_copy()
    return plugin.findings()


def _assert_copy() -> None:
    """What was tested lies here and nowhere else."""
    found = sys.modules.get("showcase")
    assert found is None or Path(str(found.__file__)).is_relative_to(Path.cwd())


def _in_a_child(work: Callable[[dict[str, Any]], dict[str, Any]], question: dict[str, Any]) -> str:
    """The answer of a child as JSON, or how it ended without one."""
    answer = Path("../answer.json")
    answer.unlink(missing_ok=True)
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        _speak_aside(Path("../judge.log"))
        answer.write_text(json.dumps(work(question)), "utf-8")
        os._exit(0)
    try:
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    finally:
        # what it started may still be at work
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
    if status in (-signal.SIGXCPU, -signal.SIGALRM, -signal.SIGKILL):
        return json.dumps({"code": -1, "killed by": "time"})
    if answer.exists():
        return json.dumps(json.loads(answer.read_text("utf-8")))
    return json.dumps({"code": -2, "killed by": "end of the process"})


def _speak_aside(log: Path) -> None:
    """Keep what pytest prints out of the answers."""
    aside = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    silence = os.open(os.devnull, os.O_RDONLY)
    for stream, source in ((0, silence), (1, aside), (2, aside)):
        os.dup2(source, stream)


def main() -> None:
    """Answer until there are no more questions."""
    for line in sys.stdin:
        question = json.loads(line)
        print(_in_a_child(_survey if "survey" in question else _try, question), flush=True)


if __name__ == "__main__":
    main()
