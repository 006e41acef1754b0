"""The locks hold what pyproject.toml asks for, whole, hashed, and for every system."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PROJECT = tomllib.loads(PYPROJECT)["project"]
RUNNING = "requirements.lock"
HEIC = "requirements-heic.lock"
TESTING = "requirements-test.lock"
WANTED = {
    RUNNING: PROJECT["dependencies"],
    HEIC: PROJECT["dependencies"] + PROJECT["optional-dependencies"]["heic"],
    TESTING: PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"],
}
SYSTEMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "darwin": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    "win32": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}
# The oldest patch releases that people have: Debian 12 ships 3.11.2.
PYTHONS = ("3.11.2", "3.12.0", "3.13.0")


@dataclass(frozen=True)
class Pin:
    """One entry of a lock."""

    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def name(self) -> str:
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> str:
        return str(self.requirement.specifier).removeprefix("==")

    def holds_in(self, environment: dict[str, str]) -> bool:
        return self.requirement.marker is None or self.requirement.marker.evaluate(environment)


def pins(lock: str) -> list[Pin]:
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.split("#")[0].strip() for line in text.splitlines()]
    return [
        Pin(Requirement(line.split(" --hash=")[0].strip()), tuple(line.split(" --hash=")[1:]))
        for line in filter(None, lines)
    ]


def environments() -> Iterator[dict[str, str]]:
    for system in SYSTEMS.values():
        for python in PYTHONS:
            yield {
                **{name: str(value) for name, value in default_environment().items()},
                **system,
                "python_full_version": python,
                "python_version": python.rpartition(".")[0],
            }


@pytest.mark.parametrize("lock", WANTED)
def test_every_direct_dependency_is_locked_at_its_pin(lock: str) -> None:
    locked = {(pin.name, pin.version) for pin in pins(lock)}
    wanted = [Requirement(one) for one in WANTED[lock]]
    assert [one for one in wanted if not re.fullmatch(r"==[\d.]+", str(one.specifier))] == []
    asked = {(canonicalize_name(one.name), str(one.specifier).removeprefix("==")) for one in wanted}
    assert asked - locked == set()


@pytest.mark.parametrize("lock", WANTED)
def test_every_entry_is_an_exact_version_with_hashes(lock: str) -> None:
    for pin in pins(lock):
        assert str(pin.requirement.specifier).startswith("=="), pin.name
        assert pin.hashes, pin.name
        for one in pin.hashes:
            assert re.fullmatch(r"sha256:[0-9a-f]{64}", one.strip()), pin.name


@pytest.mark.parametrize("lock", WANTED)
def test_every_entry_says_who_asked_for_it(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.findall(r"^[a-z0-9].*?(?=^[a-z0-9]|\Z)", text, flags=re.MULTILINE | re.DOTALL)
    assert len(entries) == len(pins(lock))
    assert [entry.split("==")[0] for entry in entries if "# via" not in entry] == []


@pytest.mark.parametrize("path", [*WANTED, "pyproject.toml", "scripts/launcher/relock.lock"])
def test_no_address_and_no_index_is_named(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert re.findall(r"http|://|index-url|find-links|trusted-host", text) == []


def test_every_direct_dependency_says_what_it_is_for() -> None:
    for dependency in WANTED[TESTING]:
        assert re.search(rf'"{re.escape(dependency)}",  # \w', PYPROJECT), dependency


@pytest.mark.parametrize("lock", WANTED)
def test_a_lock_is_whole_on_every_system_and_python(lock: str) -> None:
    locked = pins(lock)
    for environment in environments():
        present = {pin.name: pin.version for pin in locked if pin.holds_in(environment)}
        for asking, needed in closure(WANTED[lock], environment):
            name = canonicalize_name(needed.name)
            assert name in present, f"{asking} needs {needed} on {environment['sys_platform']}"
            assert needed.specifier.contains(present[name], prereleases=True), str(needed)


@pytest.mark.parametrize("lock", WANTED)
def test_a_lock_holds_nothing_that_nobody_needs(lock: str) -> None:
    needed = {
        canonicalize_name(requirement.name)
        for environment in environments()
        for _, requirement in closure(WANTED[lock], environment)
    }
    assert {pin.name for pin in pins(lock)} - needed == set()


@pytest.mark.parametrize("lock", WANTED)
def test_every_system_gets_the_same_version(lock: str) -> None:
    names = [pin.name for pin in pins(lock)]
    assert [name for name in names if names.count(name) > 1] == []


def test_what_windows_alone_needs_is_locked_too() -> None:
    assert "colorama" in {pin.name for pin in pins(RUNNING)}


@pytest.mark.parametrize("lock", [RUNNING, HEIC])
def test_tests_run_on_the_versions_that_users_get(lock: str) -> None:
    tested = {(pin.name, pin.version, pin.hashes) for pin in pins(TESTING)}
    assert [
        pin.name for pin in pins(lock) if (pin.name, pin.version, pin.hashes) not in tested
    ] == []


def test_with_heic_one_package_is_added_and_no_other_changes() -> None:
    plain, more = (
        {(pin.name, pin.version, pin.hashes) for pin in pins(lock)} for lock in (RUNNING, HEIC)
    )
    assert [name for name, _, _ in more - plain] == ["pi-heif"]
    assert plain - more == set()


def test_live_reload_is_on_under_the_pinned_click() -> None:
    from mkdocs.__main__ import serve_command

    with serve_command.make_context("serve", []) as context:
        assert context.params["livereload"] is True


def closure(start: list[str], environment: dict[str, str]) -> Iterator[tuple[str, Requirement]]:
    """Everything needed on a system, directly or not, and by whom; from installed metadata."""
    waiting = [("showcase", Requirement(one)) for one in start]
    seen: set[str] = set()
    while waiting:
        asking, needed = waiting.pop()
        yield asking, needed
        key = f"{canonicalize_name(needed.name)}{sorted(needed.extras)}"
        if key in seen:
            continue
        seen.add(key)
        waiting += [
            (needed.name, further)
            for further in map(Requirement, requires(needed.name) or [])
            if further.marker is None
            or any(
                further.marker.evaluate({**environment, "extra": extra})
                for extra in needed.extras or {""}
            )
        ]
