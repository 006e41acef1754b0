"""What is not released leaves no trace in the site, and stands in the preview with its mark."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.content import reading
from tests.site import invented, project
from tests.site.conftest import Documents, parsed
from tests.site.project import SITE, Built

REAL = "zhihe-tongxinhui"
"""A real base of which no other file says anything."""
PREVIEW = """\
import json, sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config("mkdocs.yml", site_dir="build/preview")
config.plugins.on_startup(command="serve", dirty=False)
build(config)
"""


@pytest.fixture(scope="module")
def drafted(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The fuller project with two bases made drafts: the invented one, photographs and all, and a real one."""
    copy = project.copy(tmp_path_factory.mktemp("drafted") / "project", like=built.project)
    invented.add(copy)
    for name in (invented.BASE, REAL):
        path = copy / "bases" / f"{name}.yml"
        invented.write(path, path.read_text("utf-8").rstrip() + "\nstatus: 草稿\n")
    done = project.run(copy, "mkdocs", "build")
    assert done.returncode == 0, done.stderr
    return Built(copy, copy / SITE, done)


@pytest.fixture(scope="module")
def preview(drafted: Built) -> Documents:
    """The same project as the preview shows it."""
    invented.write(drafted.project / "preview.py", PREVIEW)
    done = project.run(drafted.project, "preview")
    assert done.returncode == 0, done.stderr
    return parsed(drafted.project / "build" / "preview")


def test_the_real_draft_is_one_that_nobody_else_speaks_of() -> None:
    raw = reading.load()
    name = raw.bases.pop(REAL)["name"]
    everything = json.dumps([raw.bases, raw.standards, raw.terms, raw.site], ensure_ascii=False)
    assert REAL not in everything
    assert name not in everything


def test_no_file_of_the_site_names_a_draft(drafted: Built) -> None:
    real = reading.load(drafted.project / "bases").bases[REAL]["name"]
    silent = re.compile(rf"{invented.BASE}|{REAL}|{invented.NAME}|{real}|草稿，只在预览")
    for name, content in project.contents(drafted.site).items():
        assert not silent.search(name), name
        if name.endswith((".html", ".svg", ".css", ".xml", ".json", ".js", ".txt")):
            found = silent.search(content.decode())
            assert found is None, (name, found)


def test_no_photograph_of_a_draft_is_published(drafted: Built) -> None:
    assert [name for name in project.contents(drafted.site) if "photograph" in name] == []


def test_no_count_counts_a_draft(drafted: Built) -> None:
    raw = reading.load(drafted.project / "bases")
    shown = {name: base for name, base in raw.bases.items() if base.get("status") != "草稿"}
    assert len(shown) == len(raw.bases) - 2
    pages = parsed(drafted.site)
    regions = sum(base["kind"] == "区域样本" for base in shown.values())
    assert counted(pages, "个基地、品牌与组织") == len(shown) - regions
    assert counted(pages, "座城市") == len({base["city"] for base in shown.values()})
    assert len(pages["bases/index.html"].main.find(kind="card")) == len(shown)
    listed = {name.split("/")[1] for name in pages if re.fullmatch(r"bases/[^/]+/index.html", name)}
    assert listed == shown.keys()
    assert pages[f"standards/{invented.STANDARD}/index.html"].main.find(kind="matrix") == []


def test_a_released_part_of_a_draft_is_built_and_its_editors_are_told(drafted: Built) -> None:
    assert (drafted.site / "bases" / invented.BRANCH / "index.html").is_file()
    place = rf"bases/{invented.BRANCH}\.yml:5:\d+"
    assert re.search(rf"WARNING.*\n?.*{place}.*还没有发布.*\[part-of-draft\]", drafted.done.stderr)
    assert drafted.done.stderr.count("[part-of-draft]") == 1
    strict = project.run(drafted.project, "mkdocs", "build", "--strict", "-d", "build/strict")
    assert strict.returncode != 0


def test_the_preview_shows_a_draft_and_says_that_it_is_one(preview: Documents) -> None:
    for name in (invented.BASE, REAL):
        page = preview[f"bases/{name}/index.html"]
        assert [one.text() for one in page.root.find(kind="draft")] == [
            "草稿，只在预览里能看到，不会发布"
        ]
        cards = [
            card
            for card in preview["bases/index.html"].main.find(kind="card")
            if card.attributes["href"].endswith(f"/{name}/")
        ]
        assert len(cards) == 1
        assert "草稿" in [mark.text() for mark in cards[0].find(kind="remark")]
    other = preview["bases/tongxinhui/index.html"]
    assert other.root.find(kind="draft") == []


def counted(pages: Documents, label: str) -> int:
    """A number on the home page, by what it counts."""
    told: Mapping[str, int] = {
        (said := one.text()).lstrip("0123456789"): int(re.match(r"\d+", said)[0])  # type: ignore[index]
        for one in pages["index.html"].main.find(kind="counted__link")
    }
    return told[label]


def test_what_the_preview_made_is_nowhere_near_the_site(drafted: Built, preview: Documents) -> None:
    assert preview.keys() > parsed(drafted.site).keys()
    assert not (Path(drafted.project) / "site").exists()
