"""Broken files: every fault of every file told once, with its place; the last good site not touched."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.site import invented, project
from tests.site.project import SITE, Built

FAULTS = {
    "bases/qingshan-tongxinhui.yml:5:7": "equals-sign",
    "bases/xiaoyingxiang.yml:5:10": "unclosed-bracket",
    "bases/xinxin-xiangyang.yml:3:7": "not-in-list",
    "bases/_standards/six-haves.yml:2:1": "unknown-key-near",
    "bases/mantoushan.yml:1:1": "not-text",
}
_TOLD = re.compile(r"^(?:错误|提醒) (\S+:\d+:\d+).*\[([a-z-]+)\]$", re.MULTILINE)


@pytest.fixture(scope="module")
def broken(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a good site, in which five files were then broken in five ways."""
    copy = project.copy(tmp_path_factory.mktemp("broken") / "project", like=built.project)
    shutil.copytree(built.site, copy / "site")
    bases = copy / "bases"
    sound = "schema: 1\nname: 坏\nkind: 其他\ncity: 杭州市\n"
    invented.write(bases / "qingshan-tongxinhui.yml", f"{sound}slogan=坏\n")
    invented.write(bases / "xiaoyingxiang.yml", f"{sound}aliases: [a\n")
    replace(bases / "xinxin-xiangyang.yml", r"^kind: .*$", "kind: 没有的类别")
    replace(bases / "_standards" / "six-haves.yml", r"^name:", "nmae:")
    (bases / "mantoushan.yml").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    return copy


def test_a_plain_build_fails_and_tells_every_fault_once(broken: Path) -> None:
    done = project.run(broken, "mkdocs", "build")
    assert done.returncode != 0
    said = done.stdout + done.stderr
    assert dict(_TOLD.findall(said)) == FAULTS
    assert len(_TOLD.findall(said)) == len(FAULTS)
    assert "Traceback" not in said
    assert not list((broken / SITE).rglob("*.html"))


def test_our_own_build_fails_and_leaves_the_good_site_alone(built: Built, broken: Path) -> None:
    done = project.run(broken, "showcase", "build")
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert dict(_TOLD.findall(said)) == FAULTS
    assert len(_TOLD.findall(said)) == len(FAULTS)
    assert "Traceback" not in said
    left = project.contents(broken / "site")
    assert project.differences(left, project.contents(built.site)) == []
    assert [path.name for path in broken.glob(".site*/*")] == ["lock"]


def test_a_check_tells_the_same(broken: Path) -> None:
    checked = project.run(broken, "showcase", "check")
    built = project.run(broken, "showcase", "build")
    assert checked.returncode == 1
    assert report(checked.stdout) == report(built.stderr)
    assert f"{len(report(checked.stdout))}处错误" in checked.stdout


def test_a_good_project_checks_well(built: Built) -> None:
    done = project.run(built.project, "showcase", "check")
    assert done.returncode == 0
    files = list((built.project / "bases").rglob("*.yml"))
    assert done.stdout.splitlines()[-1].startswith(
        f"检查完：{len(files)}个文件，0处错误，0处提醒，"
    )


def test_a_template_that_fails_leaves_the_good_site_alone(built: Built, tmp_path: Path) -> None:
    copy = project.copy(tmp_path / "project", like=built.project)
    shutil.copytree(built.site, copy / "site")
    page = copy / "overrides" / "showcase" / "pages" / "glossary.html"
    replace(page, r"^{% block main %}$", "{% block main %}{{ view.nothing_of_the_kind }}")
    done = project.run(copy, "showcase", "build")
    assert done.returncode != 0
    left = project.contents(copy / "site")
    assert project.differences(left, project.contents(built.site)) == []
    assert [path.name for path in copy.glob(".site*/*")] == ["lock"]


def replace(path: Path, pattern: str, by: str) -> None:
    """Change the one place in a file where a pattern stands."""
    text, count = re.subn(pattern, by, path.read_text("utf-8"), flags=re.MULTILINE)
    assert count == 1
    invented.write(path, text)


def report(said: str) -> list[str]:
    """The errors told, whole, without what a command adds around them."""
    return [block.strip() for block in said.split("\n\n") if block.startswith("错误")]
