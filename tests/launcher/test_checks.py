"""The verb `test` runs everything, says what it skips, and fails where anything fails."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from scripts.launcher import checks, system
from scripts.launcher.checks import run_checks
from scripts.launcher.process import Outcome
from scripts.launcher.stop import Stop

ROOT = Path("/项目 一")


class Machine:
    """Pretends to run programs; some of them fail."""

    def __init__(self) -> None:
        self.failing: set[str] = set()
        self.ran: list[list[str]] = []
        self.env: Mapping[str, str] = {}

    def lint(
        self, command: Sequence[str], *, root: Path, limit: int, env: Mapping[str, str]
    ) -> Outcome:
        self.ran.append(list(command[2:]))
        return Outcome(1 if self.failing & set(command) else 0, "said\n")

    def pytest(
        self, command: Sequence[str], *, root: Path, limit: int, env: Mapping[str, str]
    ) -> int:
        self.ran.append(list(command[2:]))
        self.env = env
        return 2 if self.failing & set(command) else 0


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    pretending = Machine()
    monkeypatch.setattr(checks, "ensure", lambda _: None)
    monkeypatch.setattr(checks, "quietly", pretending.lint)
    monkeypatch.setattr(checks, "openly", pretending.pytest)
    monkeypatch.setattr(system, "browser_here", lambda: "/usr/bin/chromium")
    monkeypatch.setattr(system, "missing_parts", lambda _: ())
    monkeypatch.delenv("SHOWCASE_REQUIRE_ALL", raising=False)
    return pretending


def test_lint_format_types_and_tests_all_run(machine: Machine) -> None:
    assert run_checks(ROOT, ["tests/launcher", "-x"]) == 0
    assert machine.ran == [
        ["ruff", "check", "--output-format=concise", "plugins", "scripts", "tests"],
        ["ruff", "format", "--check", "--output-format=concise", "plugins", "scripts", "tests"],
        ["mypy", "--strict", "plugins", "scripts", "tests"],
        ["pytest", "-n", "2", "tests/launcher", "-x"],
    ]
    assert machine.env["SHOWCASE_BROWSER"] == "/usr/bin/chromium"


def test_the_long_tests_run_when_asked_for(machine: Machine) -> None:
    assert run_checks(ROOT, ["--full", "-x"]) == 0
    assert machine.ran[3] == ["pytest", "-n", "2", "-x"]
    parts = ("fuzz", "crash", "delivery", "security", "revision", "workbook")
    long = [f"tests.{one}.run" for one in parts]
    assert [one[0] for one in machine.ran[4:]] == [*long, "coverage", "coverage"]
    machine.failing = {"tests.fuzz.run"}
    assert run_checks(ROOT, ["--full"]) == 1


@pytest.mark.parametrize(
    ("failing", "code", "named"),
    [
        ({"check"}, 1, "ruff check"),
        ({"--check"}, 1, "ruff format"),
        ({"mypy"}, 1, "mypy"),
        ({"mypy", "check"}, 1, "ruff check、mypy"),
        ({"pytest"}, 2, ""),
    ],
)
def test_one_failure_fails_the_whole_but_stops_nothing(
    failing: set[str],
    code: int,
    named: str,
    machine: Machine,
    capsys: pytest.CaptureFixture[str],
) -> None:
    machine.failing = failing
    assert run_checks(ROOT, []) == code
    assert len(machine.ran) == 4
    assert (f"没有通过：{named}" in capsys.readouterr().err) is bool(named)


def test_a_missing_browser_is_named_with_its_command_and_its_tests_are_left_out(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking(monkeypatch)
    assert run_checks(ROOT, ["-k", "dates"]) == 0
    assert "缺少浏览器、中文字体，标记为 browser 的测试会跳过。" in capsys.readouterr().err
    assert machine.ran[-1] == ["pytest", "-n", "2", "-m", "not browser", "-k", "dates"]


def test_a_missing_browser_is_an_error_where_nothing_may_be_skipped(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking(monkeypatch)
    monkeypatch.setenv("SHOWCASE_REQUIRE_ALL", "1")
    with pytest.raises(Stop, match="system-required"):
        run_checks(ROOT, [])
    assert machine.ran == []


def test_each_missing_part_leaves_out_its_own_tests(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "missing_parts", lambda _: (system.OFFICE, system.EXIFTOOL))
    assert run_checks(ROOT, []) == 0
    assert (
        "缺少LibreOffice、ExifTool，标记为 office, exiftool 的测试会跳过。"
        in capsys.readouterr().err
    )
    assert machine.ran[-1] == ["pytest", "-n", "2", "-m", "not office and not exiftool"]


def lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "browser_here", lambda: None)
    monkeypatch.setattr(system, "missing_parts", lambda _: (system.BROWSER, system.FONTS))
