"""Few packages, each pinned, with a reason and a licence that anyone may use: the table says so, and it is true."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import dependencies
from scripts.dependencies import Package, licence, made, packages

ROOT = Path(__file__).resolve().parents[2]
LOCKS = (
    "requirements.lock",
    "requirements-test.lock",
    "scripts/launcher/relock.lock",
    "scripts/launcher/audit.lock",
)
FREE = frozenset((
    "0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "HPND", "ISC", "MIT", "MIT-CMU", "MPL-2.0",
    "OFL-1.1", "PSF-2.0", "Unlicense",
))  # fmt: skip
"""Licences that ask for nothing but their notice, or, as MPL does, for changes of the very files."""
OF_THE_EXTRA = FREE | {"LGPL-3.0"}
MOST_TO_RUN = 48
"""Packages; each of them is one more that somebody has to trust."""


def table() -> str:
    return (ROOT / dependencies.TABLE).read_text("utf-8")


def rows(heading: str) -> list[list[str]]:
    part = re.split(r"^## ", table(), flags=re.MULTILINE)
    found = next(one for one in part if one.startswith(heading))
    return [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in found.splitlines()
        if line.startswith("| `")
    ]


def free(expression: str, allowed: frozenset[str]) -> bool:
    """Whether one way of reading a licence expression is allowed in all of its parts."""
    return any(
        all(part.strip(" ()") in allowed for part in way.split(" AND "))
        for way in expression.split(" OR ")
    )


def test_the_table_is_what_the_script_makes() -> None:
    assert made(ROOT) == table(), "run scripts/dependencies.py in the environment of the tests"


def test_there_are_few_packages_to_run() -> None:
    assert 0 < len(rows("To run")) <= MOST_TO_RUN
    locked = {one.name for one in packages((ROOT / "requirements.lock").read_text("utf-8"))}
    assert {row[0].strip("`") for row in rows("To run")} == locked


def test_everything_in_the_test_lock_has_its_row() -> None:
    tested = {one.name for one in packages((ROOT / "requirements-test.lock").read_text("utf-8"))}
    told = {row[0].strip("`") for name in ("To run", "To test", "The extra") for row in rows(name)}
    assert told == tested


@pytest.mark.parametrize(
    ("heading", "allowed"), [("To run", FREE), ("To test", FREE), ("The extra", OF_THE_EXTRA)]
)
def test_every_licence_is_one_that_anyone_may_use(heading: str, allowed: frozenset[str]) -> None:
    for name, version, expression, why in rows(heading):
        assert free(expression, allowed), (name, expression)
        assert re.fullmatch(r"[\w.]+", version)
        assert re.search(r"\w", why), name


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [("MIT", True), ("MIT AND PSF-2.0", True), ("GPL-3.0 OR MIT", True), ("(MIT OR Apache-2.0)", True),
     ("GPL-3.0", False), ("MIT AND GPL-3.0", False), ("LGPL-3.0", False), ("", False), ("MIT-GPL", False)],
)  # fmt: skip
def test_what_is_not_on_the_list_is_refused(expression: str, allowed: bool) -> None:
    assert free(expression, FREE) is allowed


@pytest.mark.parametrize("lock", LOCKS)
def test_every_lock_is_pinned_hashed_and_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    found = packages(text)
    assert found
    assert re.findall(r"https?:|://|index-url|find-links|trusted-host", text) == []
    entries = re.findall(r"^\S+==\S+.*(?:\n    .*)*", text, re.MULTILINE)
    assert len(entries) == len(found)
    for entry in entries:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}$", entry, re.MULTILINE), entry.splitlines()[0]


def test_a_lock_tells_who_asks() -> None:
    lock = (
        "a==1 \\\n    --hash=sha256:0\n    # via b\n"
        "b.c==2 ; os_name == 'nt' \\\n    --hash=sha256:0\n    # via\n    #   a\n    #   showcase (pyproject.toml)\n"
        "d==3 \\\n    --hash=sha256:0\n    # via showcase (pyproject.toml)\n"
    )
    assert packages(lock) == (
        Package("a", "1", ("b",)),
        Package("b.c", "2", ("a",)),
        Package("d", "3", ()),
    )


def test_a_package_of_another_version_is_not_taken_for_it() -> None:
    said = "| `pytest` | 0.1 | Beerware | runs the tests |\n"
    assert licence(Package("pytest", "0.1", ()), said) == "Beerware"
    with pytest.raises(LookupError):
        licence(Package("pytest", "0.2", ()), said)
    with pytest.raises(LookupError):
        licence(Package("no-such-package", "1", ()), "")


def test_a_debian_package_without_a_reason_is_refused(tmp_path: Path) -> None:
    for name in (
        ".ci",
        "scripts",
        "pyproject.toml",
        "requirements.lock",
        "requirements-test.lock",
        dependencies.TABLE,
    ):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copyfile
        copy(source, tmp_path / name)
    script = tmp_path / ".ci" / "run"
    script.write_text(script.read_text("utf-8") + "\nneeded+=(cowsay)\n", "utf-8")
    with pytest.raises(LookupError, match="cowsay"):
        made(tmp_path)


def test_the_script_runs_alone(tmp_path: Path) -> None:
    target = tmp_path / "scripts"
    shutil.copytree(ROOT / "scripts", target, ignore=shutil.ignore_patterns("__pycache__"))
    for name in (
        ".ci",
        "pyproject.toml",
        "requirements.lock",
        "requirements-test.lock",
        dependencies.TABLE,
    ):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copyfile
        copy(source, tmp_path / name)
    subprocess.run(
        [sys.executable, str(target / "dependencies.py")],
        timeout=60,
        check=True,
        capture_output=True,
    )
    assert (tmp_path / dependencies.TABLE).read_bytes() == (ROOT / dependencies.TABLE).read_bytes()
