"""The sites under test, each built once: the real content, and the same with an invented base added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.site import browsing, eventful, invented, project, searching
from tests.site.document import Document
from tests.site.project import Built

Documents = dict[str, Document]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real content, built by a plain `mkdocs build --strict`."""
    return project.build(project.copy(tmp_path_factory.mktemp("real") / "project"))


@pytest.fixture(scope="session")
def fuller(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real content and an invented base that fills in every field."""
    copy = project.copy(tmp_path_factory.mktemp("fuller") / "project", like=built.project)
    done = project.run(invented.add(copy), "mkdocs", "build")
    assert done.returncode == 0, done.stderr
    return Built(copy, copy / project.SITE, done)


@pytest.fixture(scope="session")
def packed(fuller: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fuller site as the verb `package` lays it on a disk."""
    return searching.unpacked(fuller, tmp_path_factory.mktemp("package") / "site")


@pytest.fixture(scope="session")
def pages(built: Built) -> Documents:
    """Every page of the real site, parsed."""
    return parsed(built.site)


@pytest.fixture(scope="session")
def fuller_pages(fuller: Built) -> Documents:
    """Every page of the fuller site, parsed."""
    return parsed(fuller.site)


@pytest.fixture(params=["real", "fuller"])
def site(request: pytest.FixtureRequest) -> tuple[Path, Documents]:
    """Either site: its folder and its pages. What holds for every page is asked of both."""
    which = "built" if request.param == "real" else "fuller"
    made: Built = request.getfixturevalue(which)
    documents: Documents = request.getfixturevalue("pages" if which == "built" else "fuller_pages")
    return made.site, documents


def parsed(site: Path) -> Documents:
    """The pages below a folder, by file."""
    return {
        name: Document(name, content.decode())
        for name, content in project.contents(site, "*.html").items()
    }


@pytest.fixture(scope="session")
def eventful_pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The pages with events of an invented showcase that has hundreds: laid out for a server and for a disk."""
    project = eventful.project(tmp_path_factory.mktemp("eventful") / "project")
    return {
        ground: eventful.lay(project, project.with_name(ground), for_disk=ground == "disk")
        for ground in ("http", "disk")
    }


@pytest.fixture(scope="session")
def eventful_at(eventful_pages: Mapping[str, Path]) -> Iterator[Mapping[str, str]]:
    """Their addresses: one served on this machine, one of files."""
    with browsing.served(eventful_pages["http"]) as there:
        yield {"http": there, "disk": eventful_pages["disk"].as_uri()}
