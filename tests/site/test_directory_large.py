"""The directory and the register of many bases: every base once, no page too heavy, no dataset either."""

from __future__ import annotations

import gzip
import json
from collections import Counter

import pytest
import yaml

from showcase.bench import synthesis
from showcase.datasets.bases import FIELDS, bases
from showcase.datasets.comparison import comparison
from showcase.datasets.dataset import Dataset
from showcase.edition import Edition
from showcase.workshop import Workshop
from tests.site.conftest import Documents
from tests.site.document import Document, bare
from tests.site.project import ROOT

KB = 1000
MANY = 400


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    made = synthesis.project(tmp_path_factory.mktemp("many") / "project", MANY, ROOT)
    workshop = Workshop(made)
    reading = workshop.read()
    assert reading.catalogue is not None
    return workshop.edition(reading.catalogue)


@pytest.fixture(scope="module")
def lists(edition: Edition) -> Documents:
    """The pages of the register and of the directory."""
    workshop = Workshop(ROOT)
    return {
        page.file: Document(page.file, workshop.document(edition, page))
        for page in edition.pages()
        if page.path.startswith(("register/", "compare/"))
        or (page.path.startswith("bases/") and page.path.split("/")[1] in ("", "2", "3", "4"))
    }


def packed(one: Dataset) -> int:
    return len(gzip.compress(one.content, 6))


def test_every_base_is_in_the_register_once_under_its_letter(lists: Documents) -> None:
    parts = [page for name, page in lists.items() if name.startswith("register/")]
    assert len(parts) == 2
    links = [one.attributes["href"] for page in parts for one in page.main.find(kind="roll__link")]
    assert len(links) == len(set(links)) == MANY
    for page in parts:
        jumps = page.main.find(kind="tally__link")
        assert jumps
        for one in jumps:
            lead = page.leads_to(one.attributes["href"])
            assert lead is not None
            assert lead[1] in lists[lead[0]].by_id


def test_no_page_of_them_is_too_heavy(lists: Documents) -> None:
    heaviest = max((len(page.source.encode()), name) for name, page in lists.items())
    assert heaviest[0] <= 300 * KB, heaviest


def test_the_dataset_is_light_and_holds_every_base(edition: Edition) -> None:
    *leads, main = bases(edition)
    told = json.loads(main.content.decode().partition(",")[2].removesuffix(");\n"))
    assert Counter(one[0] for one in told["bases"]) == Counter(list(edition.atlas.catalogue.bases))
    assert all(len(one) == len(FIELDS) for one in told["bases"])
    assert packed(main) <= 24 * KB
    assert len(leads) == MANY / 100
    assert max(map(packed, leads)) <= 10 * KB
    assert told["leads"] == [one.path for one in leads]
    said = [lead for one in leads for lead in json.loads(one.content.decode().partition(",")[2].removesuffix(");\n"))]  # fmt: skip
    assert said == [edition.atlas.card(record).lead for record in edition.atlas.listed]


def test_the_pieces_of_a_comparison_stay_small(edition: Edition) -> None:
    *pieces, index = comparison(edition)
    assert len(pieces) == MANY / 40
    assert max(map(packed, pieces)) <= 30 * KB
    assert packed(index) <= 10 * KB


def test_every_real_base_is_in_the_register_once_with_what_its_file_says(pages: Documents) -> None:
    found = pages["register/index.html"].main.find(kind="roll__row")
    told = {one.find(kind="roll__link")[0].text(): one for one in found}
    files = [path for path in (ROOT / "bases").glob("*.yml") if not path.name.startswith("_")]
    assert len(found) == len(told) == len(files)
    for path in files:
        said = yaml.safe_load(path.read_text("utf-8"))
        cells = [one.text() for one in told[bare(said["name"])].find(kind="roll__cell")]
        assert cells[0].startswith(said["city"]), path.name
        assert said["kind"] in cells, path.name
