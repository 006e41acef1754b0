"""Makes the checkout itself importable in an environment, and findable by its entry points.

A path file and four lines of metadata, written here, instead of an editable install: no build tool
in the lock, nothing written into the sources, and a relative path, which holds for folders with
Chinese names, where the encoding of path files depends on the Windows locale.
"""

from __future__ import annotations

import os
import shutil
import tomllib
from pathlib import Path
from typing import Any

from scripts.launcher.environment import Environment


def link(environment: Environment) -> None:
    """Writes the path file and the metadata. Raises OSError where it cannot."""
    document = (environment.root / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(document)["project"]
    name = project["name"]
    for stale in environment.packages.glob(f"{name}-*.dist-info"):
        shutil.rmtree(stale)
    folder = f"{name}-{project['version']}.dist-info"
    files = {f"{name}.pth": _relative(environment) + "\n"}
    files |= {f"{folder}/{part}": text for part, text in metadata(project).items()}
    record = f"{folder}/RECORD"
    files[record] = "".join(f"{file},,\n" for file in [*files, record])
    for file, text in files.items():
        target = environment.packages / file
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def metadata(project: dict[str, Any]) -> dict[str, str]:
    """The files that tell Python, pip and MkDocs that the project is installed."""
    lines = ["Metadata-Version: 2.1", f"Name: {project['name']}", f"Version: {project['version']}"]
    lines += [f"Requires-Dist: {dependency}" for dependency in project["dependencies"]]
    points = [
        line
        for group, entries in project["entry-points"].items()
        for line in (f"[{group}]", *(f"{key} = {value}" for key, value in entries.items()))
    ]
    return {
        "METADATA": "\n".join(lines) + "\n",
        "INSTALLER": "showcase\n",
        "entry_points.txt": "\n".join(points) + "\n",
    }


def _relative(environment: Environment) -> str:
    plugins = environment.root / "plugins"
    return Path(os.path.relpath(plugins, environment.packages)).as_posix()
