"""The verb `relock`: works out the three locks again from pyproject.toml, for every system at once."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from scripts.launcher.environment import RUNNING, TESTING, WITH_HEIC, Environment
from scripts.launcher.install import LIMIT, pip_command, reason
from scripts.launcher.interpreter import require_venv
from scripts.launcher.process import quietly, surroundings
from scripts.launcher.stop import Stop
from scripts.launcher.words import say

# The one tool that resolves for every system at once; pinned and hashed like everything else.
RESOLVER_LOCK = Path(__file__).with_name("relock.lock")


def relock(root: Path, arguments: list[str]) -> int:
    """Writes all locks, or none. Raises Stop where the resolver fails.

    Pins that still fit are kept; `--upgrade` among the arguments lets go of them all.
    """
    require_venv()
    say("relocking")
    locks = tuple(root / name for name in (RUNNING, WITH_HEIC, TESTING))
    before = [_text(lock) for lock in locks]
    with tempfile.TemporaryDirectory(prefix="showcase-relock-") as name:
        scratch = Path(name)
        for source in (root / "pyproject.toml", *locks):
            if source.exists():
                shutil.copy(source, scratch)
        python = _resolver(scratch)
        env = surroundings(os.environ, **index_settings(os.environ, _pip_settings(python, scratch)))
        for command in resolve_commands(python, [lock.name for lock in locks], arguments):
            _must(command, scratch, env)
        for lock in locks:
            part = lock.with_suffix(".part")
            shutil.copy(scratch / lock.name, part)
            part.replace(lock)
    after = [_text(lock) for lock in locks]
    say(
        "relocked",
        locks=" + ".join(lock.name for lock in locks),
        changed="没有变化 / unchanged" if after == before else "有变化 / changed",
    )
    return 0


def resolve_commands(python: Path, lock_names: list[str], arguments: list[str]) -> list[list[str]]:
    """The other locks are held to the pins of the first, so that tests prove what users get."""
    start = [
        *(str(python), "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet", "--no-config"),
        *("--universal", "--python-version", "3.11", "--generate-hashes"),
        *("--only-binary", ":all:", "--no-emit-index-url", "--no-emit-find-links"),
        *("--custom-compile-command", "python3 scripts/showcase.py relock", *arguments),
    ]
    running, heic, testing = lock_names
    held = [*start, "--constraint", running]
    return [
        [*start, "--output-file", running],
        [*held, "--extra", "heic", "--output-file", heic],
        [*held, "--extra", "test", "--output-file", testing],
    ]


def index_settings(environ: Mapping[str, str], pip_settings: str) -> dict[str, str]:
    """The user's pip index and certificates, said in the resolver's words; it reads no pip file."""
    settings = {}
    found = re.search(r"^\S+\.index-url='(.+)'$", pip_settings, flags=re.MULTILINE)
    if found and "UV_DEFAULT_INDEX" not in environ:
        settings["UV_DEFAULT_INDEX"] = found[1]
    if "PIP_CERT" in environ and "SSL_CERT_FILE" not in environ:
        settings["SSL_CERT_FILE"] = environ["PIP_CERT"]
    return settings


def _resolver(scratch: Path) -> Path:
    shutil.copy(RESOLVER_LOCK, scratch / RESOLVER_LOCK.name)
    environment = Environment(scratch, "venv", RESOLVER_LOCK.name)
    env = surroundings(os.environ)
    _must([sys.executable, "-I", "-m", "venv", str(environment.path)], scratch, env)
    _must(pip_command(environment), scratch, env)
    return environment.python


def _pip_settings(python: Path, scratch: Path) -> str:
    return quietly([python, "-I", "-m", "pip", "config", "list"], root=scratch, limit=60).output


def _must(command: list[str], scratch: Path, env: Mapping[str, str]) -> None:
    outcome = quietly(command, root=scratch, limit=LIMIT, env=env)
    if outcome.code == 0:
        return
    sys.stderr.write(outcome.last_lines(20) + "\n")
    key = reason(outcome.output)
    known = key not in ("install-failed", "no-package")
    raise Stop(key if known else "relock-failed", lock=RESOLVER_LOCK.name)


def _text(lock: Path) -> str:
    return lock.read_text(encoding="utf-8") if lock.exists() else ""
