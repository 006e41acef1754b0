"""A small project in a folder whose name has a space and Chinese, and programs that only pretend."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from scripts.launcher import install
from scripts.launcher.environment import Environment, for_running
from scripts.launcher.process import Outcome

PYPROJECT = """\
[project]
name = "showcase"
version = "0.1.0"
dependencies = ["mkdocs==1.6.1"]
[project.entry-points."mkdocs.plugins"]
showcase = "showcase.plugin:ShowcasePlugin"
"""


@dataclass
class Programs:
    """Stands for venv and pip: makes the files that they would make, and remembers the calls."""

    environment: Environment
    calls: list[str] = field(default_factory=list)
    on_pip: Callable[[], Outcome] = lambda: Outcome(0, "")

    def run(
        self,
        command: Sequence[str | Path],
        *,
        root: Path,
        limit: int,
        env: Mapping[str, str] | None = None,
    ) -> Outcome:
        if "pip" in command:
            self.calls.append("pip")
            (self.environment.packages / "mkdocs.py").write_text("", encoding="utf-8")
            return self.on_pip()
        self.calls.append("venv")
        self.environment.packages.mkdir(parents=True)
        self.environment.python.parent.mkdir(parents=True, exist_ok=True)
        self.environment.python.touch()
        return Outcome(0, "")


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    root = tmp_path / "实践 基地"
    root.mkdir()
    (root / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (root / "requirements.lock").write_text("mkdocs==1.6.1 \\\n", encoding="utf-8")
    return for_running(root)


@pytest.fixture
def programs(environment: Environment, monkeypatch: pytest.MonkeyPatch) -> Programs:
    pretending = Programs(environment)
    monkeypatch.setattr(install, "quietly", pretending.run)
    return pretending
