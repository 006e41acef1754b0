"""The verb `test`: lint, format, types and tests, all of them, whatever fails first."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.launcher import system
from scripts.launcher.environment import Environment, for_testing
from scripts.launcher.install import ensure
from scripts.launcher.process import openly, quietly, surroundings
from scripts.launcher.stop import Stop
from scripts.launcher.words import say

CODE = ("plugins", "scripts", "tests")
LINT_LIMIT = 15 * 60
# CI gives ninety minutes to everything.
TEST_LIMIT = 80 * 60
WORKERS = 2

CHINESE = {
    system.BROWSER: "浏览器",
    system.FONTS: "中文字体",
    system.OFFICE: "LibreOffice",
    system.EXIFTOOL: "ExifTool",
    system.NGINX: "nginx",
}
ENGLISH = {
    system.BROWSER: "a Chromium browser",
    system.FONTS: "a Chinese font",
    system.OFFICE: "LibreOffice",
    system.EXIFTOOL: "ExifTool",
    system.NGINX: "nginx",
}

FULL = "--full"
COVERED = (
    *("drafting", "reading", "rules", "privacy", "revision", "workbook"),
    *("photographs", "switching", "delivery", "packaging"),
)
COVERED_MODULES = (
    *("mending", "repairs", "undo", "kept_check", "whole_files", "listing"),
    *("confinement", "file_names", "beginnings", "prose_folder"),
    *("markdown_prose", "markup", "links", "policy", "assets", "release", "loss", "derived"),
)
LEAST_COVERED = 95
"""Per cent of branches of reading, mending, intake, sanitising, images and publishing that tests must take."""


def run_checks(root: Path, arguments: list[str]) -> int:
    """Runs everything; the arguments go to pytest, but for `--full`, which adds the long tests. Raises Stop
    where the machine is not ready."""
    full, arguments = FULL in arguments, [one for one in arguments if one != FULL]
    environment = for_testing(root)
    ensure(environment)
    browser = system.browser_here()
    lacking = system.missing_parts(browser)
    if lacking:
        report_missing(lacking, required=os.environ.get("SHOWCASE_REQUIRE_ALL") == "1")
    env = surroundings(os.environ, **({"SHOWCASE_BROWSER": browser} if browser else {}))
    failed = [
        name
        for name, command in lint_commands(environment).items()
        if not _passes(name, command, root=root, env=env)
    ]
    say("checking", name="pytest")
    command = pytest_command(environment, arguments, lacking=lacking)
    code = openly(command, root=root, limit=TEST_LIMIT, env=env)
    for name, command in long_commands(environment).items() if full else ():
        say("checking", name=name)
        if openly(command, root=root, limit=TEST_LIMIT, env=env):
            failed.append(name)
    if failed:
        say("check-failed", names="、".join(failed))
    return code or (1 if failed else 0)


def report_missing(lacking: tuple[str, ...], *, required: bool) -> None:
    """Names what the system lacks and the one command that brings it; Stop where it is required."""
    values: dict[str, Any] = {
        "chinese": "、".join(CHINESE[part] for part in lacking),
        "english": ", ".join(ENGLISH[part] for part in lacking),
        "marks": ", ".join(_marks(lacking)),
        "command": system.install_command(lacking, shutil.which),
    }
    if required:
        raise Stop("system-required", **values)
    say("system-missing", **values)


def lint_commands(environment: Environment) -> dict[str, list[str]]:
    """The checks that run no code of ours, by name."""
    python = [str(environment.python), "-m"]
    return {
        "ruff check": [*python, "ruff", "check", "--output-format=concise", *CODE],
        "ruff format": [*python, "ruff", "format", "--check", "--output-format=concise", *CODE],
        "mypy": [*python, "mypy", "--strict", *CODE],
    }


def long_commands(environment: Environment) -> dict[str, list[str]]:
    """What takes minutes each: everything at full length, and the coverage of what may not go wrong."""
    python = [str(environment.python), "-m"]
    places = [f"plugins/showcase/{one}/*" for one in COVERED]
    places += [f"plugins/showcase/{one}.py" for one in COVERED_MODULES]
    tests = [
        "reading",
        "revision",
        "workbook",
        "photographs",
        "switching",
        "delivery",
        "confinement",
    ]
    tests += ["unit", "messages", "publication", "test_cases.py"]
    covered = ["--branch", f"--include={','.join(places)}", "-m", "pytest", "-q"]
    return {
        "fuzz": [*python, "tests.fuzz.run", "--count", "100000", "--out", "build/fuzz.json"],
        "crash": [*python, "tests.crash.run", "--kills", "200", "--pairs", "50", "--publishes", "20", "--out", "build/crash.json"],
        "delivery": [*python, "tests.delivery.run", "--publishes", "20", "--kills", "60", "--out", "build/delivery.json"],
        "payloads": [*python, "tests.security.run", "--out", "build/payloads.json"],
        "revision": [*python, "tests.revision.run", "--count", "500", "--out", "build/revision.json"],
        "workbook": [*python, "tests.workbook.run", "--count", "200", "--out", "build/workbook.json"],
        "coverage": [*python, "coverage", "run", *covered, *(f"tests/{one}" for one in tests)],
        "coverage report": [*python, "coverage", "report", f"--fail-under={LEAST_COVERED}"],
    }  # fmt: skip


def pytest_command(
    environment: Environment, arguments: list[str], *, lacking: tuple[str, ...]
) -> list[str]:
    """What runs the tests. The caller's arguments come last, so that they win."""
    parallel = ["-n", str(WORKERS)]
    marks = " and ".join(f"not {mark}" for mark in _marks(lacking))
    unmarked = ["-m", marks] if marks else []
    return [str(environment.python), "-m", "pytest", *parallel, *unmarked, *arguments]


def _marks(lacking: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(system.MARKS[part] for part in lacking))


def _passes(name: str, command: list[str], *, root: Path, env: Mapping[str, str]) -> bool:
    say("checking", name=name)
    outcome = quietly(command, root=root, limit=LINT_LIMIT, env=env)
    print(outcome.output.rstrip(), flush=True)
    return outcome.code == 0
