"""Makes an environment from its lock; does nothing, fast, where it is whole."""

from __future__ import annotations

import re
import shutil
import sys

from scripts.launcher.environment import Environment, made_from, record, recorded
from scripts.launcher.exclusive import exclusive
from scripts.launcher.interpreter import require_venv
from scripts.launcher.link import link
from scripts.launcher.process import Outcome, quietly
from scripts.launcher.stop import Stop
from scripts.launcher.words import say

LIMIT = 30 * 60

# What pip prints, most telling first: a failing network also ends in "No matching distribution".
REASONS = (
    ("disk-full", r"No space left on device|Errno 28"),
    ("hash", r"DO NOT MATCH THE HASHES"),
    ("proxy", r"ProxyError|Cannot connect to proxy|Tunnel connection failed"),
    ("certificate", r"CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerificationError"),
    (
        "network",
        r"NewConnectionError|ConnectTimeout|ReadTimeout|Read timed out|Connection refused"
        r"|Connection reset|name resolution|Network is unreachable|getaddrinfo|ProtocolError",
    ),
    ("no-package", r"No matching distribution|Could not find a version"),
)


def ensure(environment: Environment) -> None:
    """Makes the environment whole. Raises Stop, with the reason, where that is not possible."""
    if recorded(environment) == made_from(environment):
        return
    with exclusive(environment.root / ".cache" / "launcher.lock", LIMIT):
        wanted, found = made_from(environment), recorded(environment)
        if found == wanted:
            return
        if found and {**found, "project": wanted["project"]} == wanted:
            environment.stamp.unlink()
        else:
            _rebuild(environment)
        link(environment)
        record(environment)


def pip_command(environment: Environment) -> list[str]:
    """Which index, cache and certificates to use is the user's own pip configuration's affair."""
    return [
        *(str(environment.python), "-I", "-X", "utf8", "-m", "pip", "install"),
        *("--quiet", "--no-input", "--disable-pip-version-check", "--no-warn-script-location"),
        # The lock is complete: nothing is left to resolve, and nothing may be built.
        *("--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-user"),
        *("--requirement", str(environment.lock)),
    ]


def reason(output: str) -> str:
    """The key of the sentence that says best what pip complains of."""
    return next((key for key, sign in REASONS if re.search(sign, output)), "install-failed")


def _rebuild(environment: Environment) -> None:
    require_venv()
    _clear(environment)
    lock = environment.lock.read_text(encoding="utf-8")
    count = len(re.findall(r"^\S+==", lock, flags=re.MULTILINE))
    say("preparing", folder=environment.folder, count=count)
    environment.path.mkdir()
    environment.mark.touch()
    (environment.path / ".gitignore").write_text("*\n", encoding="utf-8")
    _require(
        quietly(
            [sys.executable, "-I", "-m", "venv", environment.path],
            root=environment.root,
            limit=LIMIT,
        ),
        environment,
        "venv-failed",
    )
    installed = quietly(pip_command(environment), root=environment.root, limit=LIMIT)
    _require(installed, environment, reason(installed.output))
    say("prepared")


def _clear(environment: Environment) -> None:
    path = environment.path
    if not path.exists() and not path.is_symlink():
        return
    if path.is_symlink() or (any(path.iterdir()) and not environment.mark.exists()):
        raise Stop("foreign-venv", folder=environment.folder)
    # The mark goes last: an interrupted clearing stays ours.
    for entry in path.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry != environment.mark:
            entry.unlink()
    shutil.rmtree(path)


def _require(outcome: Outcome, environment: Environment, key: str) -> None:
    if outcome.code != 0:
        sys.stderr.write(outcome.last_lines() + "\n")
        raise Stop(key, folder=environment.folder, lock=environment.lock_name)
