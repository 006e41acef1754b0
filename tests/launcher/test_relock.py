"""All locks are worked out again together, from the user's own index, or left as they were."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from scripts.launcher import relock as relocking
from scripts.launcher.environment import RUNNING, TESTING, WITH_HEIC, Environment
from scripts.launcher.process import Outcome
from scripts.launcher.relock import index_settings, relock, resolve_commands
from scripts.launcher.stop import Stop


class Resolver:
    """Pretends to be venv, pip and uv; writes a lock, or fails at the second."""

    def __init__(self) -> None:
        self.fails_on = ""

    def run(
        self, command: list[str], *, root: Path, limit: int, env: Mapping[str, str] | None = None
    ) -> Outcome:
        if "uv" not in command:
            return Outcome(0, "")
        name = command[-1]
        if name == self.fails_on:
            return Outcome(1, "no solution found\n")
        (root / name).write_text("new\n", encoding="utf-8")
        return Outcome(0, "")


@pytest.fixture
def resolver(monkeypatch: pytest.MonkeyPatch) -> Resolver:
    pretending = Resolver()
    monkeypatch.setattr(relocking, "quietly", pretending.run)
    return pretending


def test_all_locks_are_written_and_the_proof_is_named(
    environment: Environment, resolver: Resolver, capsys: pytest.CaptureFixture[str]
) -> None:
    assert relock(environment.root, []) == 0
    for name in (RUNNING, WITH_HEIC, TESTING):
        assert (environment.root / name).read_text(encoding="utf-8") == "new\n"
    said = capsys.readouterr().err
    assert "changed" in said
    assert "tests/test_lock.py" in said


def test_a_resolver_that_fails_half_way_changes_no_lock(
    environment: Environment, resolver: Resolver, capsys: pytest.CaptureFixture[str]
) -> None:
    before = environment.lock.read_bytes()
    resolver.fails_on = "requirements-test.lock"
    with pytest.raises(Stop, match="relock-failed"):
        relock(environment.root, [])
    assert "no solution found" in capsys.readouterr().err
    assert environment.lock.read_bytes() == before
    assert not (environment.root / WITH_HEIC).exists()
    assert not (environment.root / TESTING).exists()


def test_the_locks_are_for_every_system_hashed_and_without_an_index() -> None:
    names = ["a.lock", "b.lock", "c.lock"]
    commands = resolve_commands(Path(sys.executable), names, ["--upgrade"])
    for command, name in zip(commands, names, strict=True):
        assert command[-1] == name
        assert {"--universal", "--generate-hashes", "--no-emit-index-url", "--upgrade"} <= set(
            command
        )
        assert [part for part in command if part.endswith("index-url")] == ["--no-emit-index-url"]
    assert "--constraint" not in commands[0]
    for command, extra in zip(commands[1:], ("heic", "test"), strict=True):
        assert command[command.index("--constraint") + 1] == "a.lock"
        assert command[command.index("--extra") + 1] == extra


@pytest.mark.parametrize(
    ("environ", "pip", "settings"),
    [
        ({}, "global.timeout='60'", {}),
        ({}, "global.index-url='一个镜像'", {"UV_DEFAULT_INDEX": "一个镜像"}),
        ({}, ":env:.index-url='mirror'\nglobal.cert='c'", {"UV_DEFAULT_INDEX": "mirror"}),
        ({}, "global.extra-index-url='more'", {}),
        ({"UV_DEFAULT_INDEX": "own"}, "global.index-url='mirror'", {}),
        ({"PIP_CERT": "ca.pem"}, "", {"SSL_CERT_FILE": "ca.pem"}),
    ],
)
def test_the_users_pip_index_is_the_resolvers_index(
    environ: dict[str, str], pip: str, settings: dict[str, str]
) -> None:
    assert index_settings(environ, pip) == settings
