"""The verb `audit`: asks whether a vulnerability is known of any package in the locks.

Three answers, with an exit code each: 0, none is known and every package was looked up; 1, some are known;
4, nothing can be said, because the advisories could not be reached or did not know a package. pip-audit
alone says "No known vulnerabilities found" in the last case, too, unless it is run with `--strict`, and with
it calls the last case a failure like the second: so its answer is read as JSON, and counted.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.launcher.environment import Environment, for_running, for_testing
from scripts.launcher.install import LIMIT, pip_command, reason
from scripts.launcher.interpreter import require_venv
from scripts.launcher.process import quietly, surroundings
from scripts.launcher.stop import Stop
from scripts.launcher.words import say

AUDIT_LOCK = Path(__file__).with_name("audit.lock")
KNOWN_GOOD, VULNERABLE, NOT_CHECKED = 0, 1, 4
_PIN = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)[^\\\n]*(?P<hashes>(?:\\\n\s+--hash=sha256:[0-9a-f]{64}\s*)+)",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Answer:
    """What was said of the packages: `known` by name and version, `unseen` those nobody could say anything of."""

    known: Mapping[str, tuple[str, ...]]
    unseen: frozenset[str]


def audit(root: Path, arguments: list[str]) -> int:
    """Asks about both locks. The arguments go to pip-audit, such as `--vulnerability-service osv`."""
    locks = (for_running(root).lock, for_testing(root).lock)
    wanted = dict(pin for lock in locks for pin in pins(lock.read_text(encoding="utf-8")))
    say("auditing", count=len(wanted))
    try:
        with tempfile.TemporaryDirectory(prefix="showcase-audit-") as name:
            found = _asked(Path(name), wanted, arguments)
    except Stop as stop:
        say(stop.key, **stop.values)
        found = None
    if found is None:
        say("audit-nothing", count=len(wanted))
        return NOT_CHECKED
    for package, names in sorted(found.known.items()):
        sys.stdout.write(f"{package}: {', '.join(names)}\n")
    sys.stdout.flush()
    if found.known:
        say("audit-known", count=len(found.known))
    if found.unseen:
        say("audit-unseen", count=len(found.unseen), names="、".join(sorted(found.unseen)[:10]))
    if found.known:
        return VULNERABLE
    if found.unseen:
        return NOT_CHECKED
    say("audit-good", count=len(wanted))
    return KNOWN_GOOD


def pins(lock: str) -> Iterator[tuple[str, str]]:
    """Each package of a lock, as name and version, with the line that asks for it on whatever system."""
    for found in _PIN.finditer(lock):
        package = f"{found['name']}=={found['version']}"
        yield package, f"{package} {found['hashes'].rstrip()}"


def answer_of(document: str, wanted: Mapping[str, str]) -> Answer | None:
    """What pip-audit's JSON says; None where it is none. What it does not mention is unseen."""
    try:
        said = json.loads(document)["dependencies"]
        known, seen = {}, set()
        for one in said:
            if "skip_reason" in one:
                continue
            package = f"{_alike(one['name'])}=={one['version']}"
            seen.add(package)
            if one["vulns"]:
                known[package] = tuple(_shown(vuln) for vuln in one["vulns"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return Answer(known, frozenset(one for one in wanted if _alike(one) not in seen))


def _shown(vulnerability: Any) -> str:
    fixes = " / ".join(str(one) for one in vulnerability.get("fix_versions", ()))
    text = f"{vulnerability['id']}" + (f" ({fixes})" if fixes else "")
    return "".join(sign for sign in text if sign.isprintable())


def _alike(name: str) -> str:
    """A package's name as all spellings of it have it (PyPA: names are compared without case, `.` and `_`)."""
    package, mark, version = name.partition("==")
    return re.sub(r"[-_.]+", "-", package).lower() + mark + version


def _asked(scratch: Path, wanted: Mapping[str, str], arguments: list[str]) -> Answer | None:
    """Strictly first: only a whole answer of it can be good. If it gives up, once more for what can be known."""
    python = _tool(scratch)
    (scratch / "wanted.txt").write_text("\n".join(wanted.values()) + "\n", encoding="utf-8")
    answer = None
    for strictness in (["--strict"], []):
        out = scratch / "answer.json"
        out.unlink(missing_ok=True)
        command = [
            *(str(python), "-I", "-X", "utf8", "-m", "pip_audit", *strictness, "--require-hashes"),
            *("--disable-pip", "--requirement", "wanted.txt", "--progress-spinner", "off"),
            *("--format", "json", "--output", out.name, *arguments),
        ]
        outcome = quietly(command, root=scratch, limit=LIMIT, env=surroundings(os.environ))
        answer = answer_of(out.read_text(encoding="utf-8"), wanted) if out.exists() else None
        if answer and (answer.known or not answer.unseen):
            # an end that does not fit the answer is none to rely on
            return answer if answer.known or outcome.code == 0 else None
        if answer is None and not strictness:
            sys.stderr.write(outcome.last_lines(3) + "\n")
    return answer


def _tool(scratch: Path) -> Path:
    """pip-audit in an environment of its own; raises Stop where it cannot be had."""
    require_venv()
    lock = scratch / AUDIT_LOCK.name
    lock.write_bytes(AUDIT_LOCK.read_bytes())
    environment = Environment(scratch, "venv", lock.name)
    for command in (
        [sys.executable, "-I", "-m", "venv", str(environment.path)],
        pip_command(environment),
    ):
        outcome = quietly(command, root=scratch, limit=LIMIT)
        if outcome.code:
            sys.stderr.write(outcome.last_lines() + "\n")
            raise Stop(reason(outcome.output), lock=lock.name)
    return environment.python
