"""What of a site can be found: every base, event, standard, source, term, city and written page, each at its place."""

from __future__ import annotations

import pytest

from showcase.datasets.documents import documents
from showcase.edition import NOT_FOUND, Edition
from showcase.search.document import Document, DocumentKind
from showcase.workshop import Workshop
from tests.site import invented, project
from tests.site.project import ROOT


def edition_of(workshop: Workshop) -> Edition:
    catalogue = workshop.read().catalogue
    assert catalogue is not None
    return workshop.edition(catalogue)


@pytest.fixture(scope="module")
def real() -> tuple[Edition, tuple[Document, ...]]:
    edition = edition_of(Workshop(ROOT))
    return edition, documents(edition)


def of(kind: DocumentKind, found: tuple[Document, ...]) -> list[Document]:
    return [one for one in found if one.kind is kind]


def test_every_base_standard_and_source_is_there_once(
    real: tuple[Edition, tuple[Document, ...]],
) -> None:
    edition, found = real
    catalogue = edition.atlas.catalogue
    for kind, records in (
        (DocumentKind.base, {one.content.name for one in catalogue.bases.values()}),
        (DocumentKind.standard, {one.content.name for one in catalogue.standards.values()}),
    ):
        titles = [one.title for one in of(kind, found)]
        assert sorted(titles) == sorted(records)
    assert len(of(DocumentKind.source, found)) == len(catalogue.sources)


def test_every_activity_and_dated_honour_is_there(
    real: tuple[Edition, tuple[Document, ...]],
) -> None:
    edition, found = real
    bases = [one.content for one in edition.atlas.catalogue.bases.values()]
    events = sum(len(base.activities) for base in bases)
    events += sum(one.date is not None for base in bases for one in base.honours)
    assert len(of(DocumentKind.activity, found)) == events > 10


def test_every_find_leads_to_a_page_of_the_site(
    real: tuple[Edition, tuple[Document, ...]],
) -> None:
    edition, found = real
    pages = {page.path for page in edition.pages()} - {NOT_FOUND}
    assert {one.path.partition("#")[0] for one in found} <= pages
    assert len({one.path for one in found}) == len(found)


def test_written_pages_terms_and_cities_are_pages(
    real: tuple[Edition, tuple[Document, ...]],
) -> None:
    edition, found = real
    titles = {one.title for one in of(DocumentKind.page, found)}
    assert set(edition.atlas.cities) <= titles
    assert {one.term for one in edition.atlas.catalogue.glossary.content.terms} <= titles
    assert {one.title for path, one in edition.written.items() if path} <= titles


def test_a_base_is_found_by_everything_that_its_page_says(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    copy = invented.add(project.copy(tmp_path_factory.mktemp("invented") / "project"))
    found = documents(edition_of(Workshop(copy)))
    one = next(one for one in found if one.path == "bases/xugou-zhan/")
    base = Workshop(copy).read().catalogue
    assert base is not None
    content = base.bases["xugou-zhan"].content
    told = "\n".join((one.lead, one.body))
    for text in (
        *(claim.text for claim in content.statements),
        *(honour.title for honour in content.honours),
        *(stat.label for stat in content.stats),
    ):
        assert text in told
    assert set(content.aliases) <= set(one.names)
    assert one.city == content.city and one.level == (content.level.value if content.level else "")
    photos = [one for one in found if one.image.startswith("assets/photographs/")]
    assert all(one.kind is DocumentKind.activity for one in photos)


def test_nothing_withheld_is_found(tmp_path_factory: pytest.TempPathFactory) -> None:
    copy = invented.add(project.copy(tmp_path_factory.mktemp("draft") / "project"))
    path = copy / "bases" / "xugou-zhan.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("status: published\n", "") + "\nstatus: draft\n", "utf-8")
    found = documents(edition_of(Workshop(copy)))
    assert not [one for one in found if one.path.startswith("bases/xugou-zhan/")]
