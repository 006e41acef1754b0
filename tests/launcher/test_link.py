"""The checkout is importable and its plugin is found, in a real environment with an odd name."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.launcher.environment import Environment
from scripts.launcher.link import link

ASK = """\
from importlib.metadata import distribution, entry_points
import showcase
print(ascii(showcase.__file__))
print(*[f"{point.name}={point.value}" for point in entry_points(group="mkdocs.plugins")])
print(distribution("showcase").version, distribution("showcase").requires)
"""


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_python_imports_the_sources_and_finds_the_plugin(
    locale: str, environment: Environment
) -> None:
    package = environment.root / "plugins" / "showcase"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    subprocess.run(
        [sys.executable, "-I", "-m", "venv", "--without-pip", str(environment.path)],
        timeout=120,
        check=True,
    )
    link(environment)
    link(environment)
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    answered = subprocess.run(
        [str(environment.python), "-c", ASK],
        cwd=environment.root.parent,
        env={**env, "LC_ALL": locale, "PYTHONCOERCECLOCALE": "0"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert answered.stdout.splitlines() == [
        ascii(str(package / "__init__.py")),
        "showcase=showcase.plugin:ShowcasePlugin",
        "0.1.0 ['mkdocs==1.6.1']",
    ]


def test_the_path_file_is_plain_ascii_whatever_the_folder_is_called(
    environment: Environment,
) -> None:
    environment.packages.mkdir(parents=True)
    link(environment)
    line = (environment.packages / "showcase.pth").read_bytes()
    assert line.isascii()
    target = environment.packages / line.decode().strip()
    assert target.resolve() == (environment.root / "plugins").resolve()


def test_the_record_lists_what_was_written(environment: Environment) -> None:
    environment.packages.mkdir(parents=True)
    link(environment)
    (record,) = environment.packages.glob("*.dist-info/RECORD")
    listed = {line.split(",")[0] for line in record.read_text(encoding="utf-8").splitlines()}
    written = {
        path.relative_to(environment.packages).as_posix()
        for path in Path(environment.packages).rglob("*")
        if path.is_file()
    }
    assert listed == written
