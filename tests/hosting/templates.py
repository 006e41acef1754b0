"""The CI templates as a forge reads them: which jobs there are, and what each of them runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "scripts" / "hosting" / "ci"
ACTIONS = ("github", "gitea")
NAMES = (*ACTIONS, "gitlab", "gitee", "gitee-audit")


@dataclass(frozen=True)
class Step:
    """One piece of shell, and the variables that the template gives it."""

    job: str
    shell: str
    variables: Mapping[str, str] = field(default_factory=dict)


def text(name: str) -> str:
    """A template."""
    return (FOLDER / f"{name}.yml").read_text(encoding="utf-8")


def document(name: str) -> Any:
    """A template, read as YAML 1.2 by another reader than the project's."""
    return YAML(typ="safe", pure=True).load(text(name))


def steps(name: str) -> list[Step]:
    """Everything that a template runs, in order."""
    return list(_of_actions(name) if name in ACTIONS else _of_pipelines(name))


def _of_actions(name: str) -> Iterator[Step]:
    whole = document(name)
    for job, content in whole["jobs"].items():
        for step in content["steps"]:
            if "run" in step:
                variables = whole.get("env", {}) | content.get("env", {}) | step.get("env", {})
                yield Step(job, step["run"], variables)


def _of_pipelines(name: str) -> Iterator[Step]:
    whole = document(name)
    for job, content in whole.items():
        if isinstance(content, dict) and "script" in content:
            yield Step(job, "\n".join(content["script"]), whole.get("variables", {}))
    for stage in whole["stages"]:
        if isinstance(stage, dict):
            for step in stage["steps"]:
                yield Step(stage["name"], "\n".join(step["commands"]))


def filled(value: str, known: Mapping[str, str]) -> str:
    """A value with the forge's expressions in it worked out. Raises KeyError for one that nobody knows."""
    worked_out = re.sub(r"\$\{\{\s*([\w.]+)\s*\}\}", lambda found: known[found[1]], value)
    return re.sub(r"\$(\w+)", lambda found: known[found[1]], worked_out)
