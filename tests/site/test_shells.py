"""The way out stays open: the same pages without MkDocs, under its fork, and without the theme."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from showcase import release
from showcase.markdown_prose import EXTENSIONS
from tests.site import project
from tests.site.project import SITE, Built


def test_the_core_alone_makes_the_same_bytes_with_mkdocs_out_of_reach(
    fuller: Built, tmp_path: Path
) -> None:
    done = project.run(fuller.project, "tests.site.alone", str(fuller.project), str(tmp_path))
    assert done.returncode == 0, done.stderr
    ours = project.contents(tmp_path)
    mkdocs = project.contents(fuller.site)
    assert project.differences(ours, mkdocs) == []


def test_out_of_reach_means_out_of_reach(fuller: Built, tmp_path: Path) -> None:
    trying = (
        "import sys, tests.site.alone as alone\n"
        "sys.meta_path.insert(0, alone.Forbidding())\n"
        "import showcase.plugin\n"
    )
    (tmp_path / "trying.py").write_text(trying, encoding="utf-8")
    done = project.run(tmp_path, "trying")
    assert "ModuleNotFoundError: No module named 'mkdocs'" in done.stderr


def test_the_core_and_mkdocs_are_told_of_the_same_markdown() -> None:
    config = yaml.safe_load((project.ROOT / "mkdocs.yml").read_text("utf-8"))
    builtin = {"toc", "tables", "fenced_code"}
    assert set(EXTENSIONS) | builtin == {*config["markdown_extensions"], *builtin}


@pytest.fixture
def again(built: Built, tmp_path: Path) -> Path:
    """The project once more, not yet built."""
    return project.copy(tmp_path / "project", like=built.project)


def test_the_fork_properdocs_makes_the_same_bytes(built: Built, again: Path) -> None:
    done = project.run(again, "properdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert project.differences(project.contents(again / SITE), project.contents(built.site)) == []


def test_without_the_theme_the_site_is_the_same_to_the_byte(built: Built, again: Path) -> None:
    config = yaml.safe_load((again / "mkdocs.yml").read_text("utf-8"))
    config["theme"] = {"name": None, "custom_dir": "overrides"}
    (again / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    made = project.build(again)
    assert project.differences(project.contents(made.site), project.contents(built.site)) == []


def test_our_own_command_makes_the_same_site_as_a_plain_build(built: Built, again: Path) -> None:
    done = project.run(again, "showcase", "build")
    assert done.returncode == 0, done.stderr
    made = project.contents(again / "site")
    # what MkDocs alone builds is for looking at; only what is switched in is sealed
    assert release.parse(made.pop(release.FILE)) is not None
    assert project.differences(made, project.contents(built.site)) == []
    beside = {path.name for path in again.iterdir()}
    assert beside == {"bases", "content", "overrides", "mkdocs.yml", "site", ".site.past", ".cache"}
