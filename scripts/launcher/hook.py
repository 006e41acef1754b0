"""The verb `hook`: checks what is about to be committed, and installs itself as git's pre-commit hook."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.launcher.environment import for_running
from scripts.launcher.install import ensure
from scripts.launcher.process import quietly, surroundings
from scripts.launcher.stop import Stop
from scripts.launcher.words import say

HOOK = Path("scripts") / "hooks" / "pre-commit"
OURS = "# showcase: pre-commit"
"""The line by which a hook is known to be ours."""
CONCERNED = ("bases", "content")
"""What `check` reads; a commit that touches neither is not looked at."""
NEEDED = (*CONCERNED, "overrides", "mkdocs.yml")
LIMIT = 300
"""Seconds for a check, or for git."""
HAS_TO_BE_MENDED = (1, 2)
"""How a check ends that stops a commit: errors, or no content left at all."""


def hook(root: Path, arguments: list[str]) -> int:
    """`hook` installs, `hook remove` takes away, `hook check` is what the hook itself calls.

    Raises Stop where git refuses, or the hook that is there is somebody else's.
    """
    if arguments == ["check"]:
        return _checked(root)
    if arguments not in ([], ["install"], ["remove"]):
        raise Stop("hook-usage", code=2)
    target = _place(root)
    # a link that leads nowhere is somebody's, too
    if os.path.lexists(target) and not _is_ours(target):
        raise Stop("hook-foreign", code=1, path=target)
    if arguments == ["remove"]:
        target.unlink(missing_ok=True)
        say("hook-removed")
        return 0
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name("pre-commit.part")
    part.write_bytes((root / HOOK).read_bytes().replace(b"\r\n", b"\n"))
    part.chmod(0o755)
    part.replace(target)
    say("hook-installed", path=target)
    return 0


def _is_ours(path: Path) -> bool:
    return (
        path.is_file() and OURS in path.read_text(encoding="utf-8", errors="replace").splitlines()
    )


def _place(root: Path) -> Path:
    """Where git looks for this repository's hooks. Raises Stop where that is not this repository's own."""
    top = _git(root, "rev-parse", "--show-toplevel")
    if top is None:
        raise Stop("hook-no-git", code=1)
    if not Path(top).samefile(root):
        raise Stop("hook-not-top", code=1, path=top)
    if _git(root, "config", "core.hooksPath"):
        raise Stop("hook-elsewhere", code=1)
    return root / (_git(root, "rev-parse", "--git-path", "hooks") or ".git/hooks") / "pre-commit"


def _git(root: Path, *words: str) -> str | None:
    try:
        outcome = quietly(["git", *words], root=root, limit=LIMIT)
    except FileNotFoundError:
        raise Stop("hook-no-git", code=1) from None
    return outcome.output.strip() if outcome.code == 0 else None


def _checked(root: Path) -> int:
    """Checks the files as they are staged; 1 stops the commit. What cannot be checked is let through, and said."""
    if not _staged(root, "diff", "--cached", "--name-only", "-z", "--", *CONCERNED):
        return 0
    environment = for_running(root)
    try:
        ensure(environment)
    except Stop as stop:
        say(stop.key, **stop.values)
        say("hook-unchecked")
        return 0
    with tempfile.TemporaryDirectory(prefix="showcase-hook-") as name:
        files = _staged(root, "ls-files", "-z", "--", *NEEDED)
        _staged(
            root,
            "checkout-index",
            "-z",
            "--stdin",
            f"--prefix={Path(name).as_posix()}/",
            given=files,
        )
        command = [str(environment.python), "-m", "showcase", "check", "--format", "text"]
        outcome = quietly(command, root=Path(name), limit=LIMIT, env=surroundings(os.environ))
    if outcome.code == 0:
        say("hook-passed")
        return 0
    sys.stderr.write(outcome.output.rstrip() + "\n\n")
    if outcome.code in HAS_TO_BE_MENDED:
        say("hook-stopped")
        return 1
    say("hook-unchecked")
    return 0


def _staged(root: Path, *words: str, given: bytes = b"") -> bytes:
    """What git says of the index. Raises Stop where it says nothing sound."""
    try:
        asked = subprocess.run(
            ["git", *words], cwd=root, input=given, capture_output=True, timeout=LIMIT, check=False
        )
    except (FileNotFoundError, subprocess.TimeoutExpired):
        raise Stop("hook-no-git", code=1) from None
    if asked.returncode:
        raise Stop("hook-no-git", code=1)
    return asked.stdout
