"""The checkup is for staff: in the preview and in the terminal, and in nothing that leaves the house."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from showcase.checkup.wording import NOT_AN_ASSESSMENT
from showcase.workshop import Workshop
from tests.site import browsing, invented, project
from tests.site.conftest import Documents, parsed
from tests.site.project import Built
from tests.site.test_drafts import PREVIEW
from tests.site.test_live import serving

TOLD = re.compile(r"体检|checkup")
PAGE = "checkup/index.html"


def traces(site: Path) -> list[str]:
    """The files of a site that speak of the checkup, in their names or in their text."""
    found = []
    for name, content in project.contents(site).items():
        text = content.decode("utf-8", "replace")
        if TOLD.search(name) or TOLD.search(text):
            found.append(name)
    return found


@pytest.fixture(scope="module")
def previewed(fuller: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fuller project as the preview makes it."""
    copy = project.copy(tmp_path_factory.mktemp("previewed") / "project", like=fuller.project)
    invented.write(copy / "preview.py", PREVIEW)
    done = project.run(copy, "preview")
    assert done.returncode == 0, done.stderr
    return copy


@pytest.fixture(scope="module")
def preview(previewed: Path) -> Documents:
    return parsed(previewed / "build" / "preview")


@pytest.mark.parametrize("which", ["built", "fuller"])
def test_nothing_of_a_built_site_speaks_of_it(which: str, request: pytest.FixtureRequest) -> None:
    made: Built = request.getfixturevalue(which)
    assert traces(made.site) == []


def test_the_verb_build_leaves_it_out_as_well(fuller: Built, tmp_path: Path) -> None:
    copy = project.copy(tmp_path / "project", like=fuller.project)
    done = project.run(copy, "showcase", "build")
    assert done.returncode == 0, done.stderr
    assert traces(copy / "site") == []


def test_the_core_alone_makes_no_such_page(built: Built) -> None:
    workshop = Workshop(built.project)
    catalogue = workshop.read().catalogue
    assert catalogue is not None
    assert not [one.path for one in workshop.edition(catalogue).pages() if TOLD.search(one.path)]
    preview = workshop.edition(catalogue, preview=True)
    assert [one.path for one in preview.pages() if TOLD.search(one.path)] == ["checkup/"]


def test_a_trace_would_be_noticed(previewed: Path) -> None:
    assert PAGE in traces(previewed / "build" / "preview")


def test_every_page_of_the_preview_leads_there(preview: Documents) -> None:
    for name, page in preview.items():
        if 'http-equiv="refresh"' in page.source:
            continue
        links = [one for one in page.root.find(tag="a") if one.text() == "体检报告"]
        assert len(links) == 1, name


def test_it_names_every_base_and_leads_to_its_page(preview: Documents) -> None:
    page = preview[PAGE]
    assert "体检报告" in page.root.find(tag="h1")[0].text()
    assert NOT_AN_ASSESSMENT in page.source
    bases = {
        f"bases/{name.split('/')[1]}/"
        for name in preview
        if re.fullmatch(r"bases/[a-z0-9-]+/index.html", name)
        and 'http-equiv="refresh"' not in preview[name].source
    }
    led = {
        one.attributes["href"].removeprefix("../") for one in page.main.find(kind="section__link")
    }
    assert led == bases
    anchors = {one.attributes["href"] for one in page.main.find(kind="tally__link")}
    assert {f"#base-{one.split('/')[1]}" for one in bases} == anchors
    for anchor in anchors:
        assert page.source.count(f'id="{anchor[1:]}"') == 1


def test_the_line_it_names_is_the_line_of_the_file(previewed: Path, preview: Documents) -> None:
    lines = (previewed / "bases" / f"{invented.BASE}.yml").read_text("utf-8").split("\n")
    found = re.search(
        rf"补1条佐证即可点亮“有丙”。.*?<code>bases/{invented.BASE}\.yml 第(\d+)行</code>",
        preview[PAGE].source,
        re.DOTALL,
    )
    assert found is not None
    assert "有丙" in lines[int(found[1]) - 1]


@pytest.mark.browser
@pytest.mark.skipif(browsing.CHROMIUM is None and not browsing.REQUIRED, reason="no Chromium")
def test_serve_serves_it(built: Built, tmp_path: Path) -> None:
    root = project.copy(tmp_path / "project", like=built.project)
    with serving(root) as running:
        status, text = running.asked("checkup/")
        assert status == 200
        assert "体检报告" in text
        assert 'href="./checkup/">体检报告</a>' in running.asked()[1]
    assert not (root / "site").exists()


@pytest.fixture
def copied(built: Built, tmp_path: Path) -> Path:
    """The real project, and an invented base that a test may break."""
    return invented.add(project.copy(tmp_path / "project", like=built.project))


def test_the_terminal_gives_a_summary_of_all(copied: Path) -> None:
    before = project.contents(copied / "bases")
    done = project.run(copied, "showcase", "checkup")
    assert done.returncode == 0, done.stderr
    assert NOT_AN_ASSESSMENT in done.stdout
    assert re.search(r"^  差什么 +处 +基地$", done.stdout, re.MULTILINE)
    assert len(re.findall(r"^ ?\d+\. ", done.stdout, re.MULTILINE)) == 10
    assert " 1. 补1条佐证即可点亮“有丙”。" in done.stdout
    assert project.contents(copied / "bases") == before


def test_the_terminal_tells_of_the_bases_that_are_named(copied: Path) -> None:
    done = project.run(copied, "showcase", "checkup", invented.BASE, "tongxinhui", invented.BASE)
    assert done.returncode == 0, done.stderr
    heads = re.findall(r"^(\S+)（bases/.*\.yml）：还差\d+样$", done.stdout, re.MULTILINE)
    assert heads == [invented.NAME, "同心荟"]


def test_programs_get_the_same_as_data(copied: Path) -> None:
    done = project.run(copied, "showcase", "checkup", "--format", "json", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    assert set(data) == {"as_of", "note", "not_read", "counts", "steps", "bases"}
    (base,) = [one for one in data["bases"] if one["id"] == invented.BASE]
    assert base["lacking"] == len(base["findings"])
    first = base["findings"][0]
    assert (first["matter"], first["code"]) == ("lit", "lit-any")
    assert first["type"] == ["{原来的内容, evidence: [……]}"]
    assert len(data["steps"]) == 10


def test_files_with_errors_are_named_and_the_others_looked_at(copied: Path) -> None:
    broken = copied / "bases" / "tongxinhui.yml"
    invented.write(broken, broken.read_text("utf-8").replace("kind: ", "kind: 没有的", 1))
    own = copied / "bases" / f"{invented.BASE}.yml"
    invented.write(own, own.read_text("utf-8").replace("file: gate.png", "file: lost.png"))
    done = project.run(copied, "showcase", "checkup")
    assert done.returncode == 0, done.stderr
    assert "有错误、没有看的文件：bases/tongxinhui.yml。" in done.stdout
    assert " 1. 照片“lost.png”放回来，网站才生成得出来。" in done.stdout
    named = project.run(copied, "showcase", "checkup", "tongxinhui", invented.BASE)
    assert named.returncode == 0, named.stderr
    assert "有错误、没有看的文件：bases/tongxinhui.yml。" in named.stdout
    assert f"{invented.NAME}（" in named.stdout


def test_a_folder_of_nothing_but_broken_files_is_no_fault_of_the_program(copied: Path) -> None:
    shutil.rmtree(copied / "bases")
    (copied / "bases").mkdir()
    invented.write(copied / "bases" / "a.yml", "name: [")
    done = project.run(copied, "showcase", "checkup")
    assert done.returncode == 0, done.stderr
    assert "bases/a.yml" in done.stdout


def test_a_base_that_is_not_there_is_named(copied: Path) -> None:
    done = project.run(copied, "showcase", "checkup", "meiyou")
    assert done.returncode == 2
    assert "没有“meiyou”这个基地。" in done.stderr
