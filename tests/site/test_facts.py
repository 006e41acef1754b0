"""Every fact of `bases/` stands on the page of its base, in its own words, with the right citation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from showcase.model import Base, PartialDate, Period
from tests.content import dossier, reading, trace
from tests.content.reading import Content, Item
from tests.site import invented
from tests.site.conftest import Documents
from tests.site.document import Document, Element, bare
from tests.site.project import Built

HOLDERS = ("claim", "figure", "event", "fact", "checklist__tie", "criterion")
"""The classes of the elements that hold one fact each, with its date, its remarks and its citation."""


@pytest.fixture(scope="module")
def content() -> Content:
    made, wrong = reading.model(reading.load())
    assert made is not None, wrong
    return made


@pytest.fixture(scope="module")
def fuller_content(fuller: Built) -> Content:
    made, wrong = reading.model(reading.load(fuller.project / "bases"))
    assert made is not None, wrong
    return made


def test_every_traced_item_stands_on_its_page(pages: Documents, content: Content) -> None:
    items, wrong = trace.read(content, dossier.load())
    assert wrong == []
    assert len(items) > 200
    missing = [one for item in items for one in faults(item.item, pages, content)]
    assert missing == []


def test_so_does_every_item_of_a_base_that_fills_in_every_field(
    fuller_pages: Documents, fuller_content: Content
) -> None:
    missing = [
        fault
        for name in (invented.BASE, invented.BRANCH)
        for item in reading.items(name, fuller_content.bases[name])
        for fault in faults(item, fuller_pages, fuller_content)
    ]
    assert missing == []


def test_a_base_says_what_and_where_it_is(fuller_pages: Documents, fuller_content: Content) -> None:
    for name, base in fuller_content.bases.items():
        page = profile(fuller_pages, name)
        said = page.main.text(notes=False)
        grade = base.level.value if base.level else ""
        for part in (base.name, base.kind.value, base.city, *base.district, base.site or "", grade):
            assert bare(part) in said, (name, part)
        coined = page.main.find(kind="opening__remarks")
        assert base.coined == any("编者所拟" in one.text() for one in coined), name
        if base.coined:
            assert "这个名称是编者起的" in coined[0].text(), name


def test_the_fields_without_citation_stand_there_too(fuller_pages: Documents) -> None:
    said = profile(fuller_pages, invented.BASE).main.text()
    told = ("云桥路1号", "0571-00000000", "info@example.org", "周一至周五", "云桥虚构站官网")
    for part in (*told, "2023年的前厅", "宣传科", "2026年11月20日", "第一条", "自评"):
        assert part in said, part
    assert "alert(1)" not in said


def test_what_staff_type_stays_text(fuller_pages: Documents) -> None:
    page = profile(fuller_pages, invented.BASE)
    bold = [one.text() for one in page.main.find(tag="b")]
    assert [one for one in bold if not one.isdigit()] == []
    assert "设有三处<b>&amp;虚构活动室" in page.main.text()


def test_standards_show_what_they_are_and_whose(pages: Documents, content: Content) -> None:
    for name, standard in content.standards.items():
        page = pages[f"standards/{name}/index.html"]
        said = page.main.text(notes=False)
        told = [standard.name, standard.lead, standard.note, standard.place, standard.scope]
        told += [one.name for one in standard.all_criteria]
        told += [one.explain for one in standard.all_criteria]
        told += [group.name for group in standard.groups]
        told += [*standard.paired, *standard.gives, *(x for y in standard.shifts for x in y.split("→"))]  # fmt: skip
        if standard.when:
            told.append(standard.when.prose)
        assert [part for part in told if part and bare(part) not in said] == [], name
        marks = [one.text() for one in page.main.find(kind="remark")]
        assert standard.coined == any(one.startswith("编者所拟") for one in marks), name
        assert standard.proposal == any(one.startswith("学者主张") for one in marks), name
        assert standard.source in cited(page, page.main), name


def test_terms_are_explained_and_cited(pages: Documents, content: Content) -> None:
    page = pages["glossary/index.html"]
    for term in content.terms.terms:
        entry = page.by_id[term.id]
        said = entry.text(notes=False)
        told = [term.term, *term.aliases, term.text, *term.items, term.note]
        assert [part for part in told if part and bare(part) not in said] == [], term.id
        assert {term.source, term.note_source or term.source} <= set(cited(page, entry)), term.id


def profile(pages: Documents, name: str) -> Document:
    return pages[f"bases/{name}/index.html"]


def faults(item: Item, pages: Documents, content: Content) -> Iterator[str]:
    """What of an item is not to be seen on the page of its base."""
    page = profile(pages, item.base)
    base = content.bases[item.base]
    if item.kind in ("summary", "slogan", "remark"):
        if bare(item.text) not in page.main.text(notes=False):
            yield f"{item.where}: not there"
        return
    told = [bare(part) for part in parts(item, base)]
    page, fitting = next(
        (
            (there, found)
            for there in (page, *timeline(item, pages))
            if (found := holders(there, told))
        ),
        (page, []),
    )
    if not fitting:
        yield f"{item.where}: nowhere stands {'／'.join(told)}"
    elif item.kind == "answer":
        due = [one.source for one in evidence(item, base) if one.source]
        if not any(cited(page, one) == due for one in fitting):
            yield f"{item.where}: evidence is cited {[cited(page, one) for one in fitting]}, not {due}"
    elif not any(well_marked(item, page, one) for one in fitting):
        yield f"{item.where}: not with its citation, place or reason"


def holders(page: Document, told: list[str]) -> list[Element]:
    """The elements of a page that say all of this."""
    found = (one for kind in HOLDERS for one in page.main.find(kind=kind))
    return [one for one in found if all(part in one.text(notes=False) for part in told)]


def timeline(item: Item, pages: Documents) -> list[Document]:
    """The base's own timeline, for events, where its profile leads there: it shows the latest alone."""
    file = f"bases/{item.base}/timeline/index.html"
    leads = [one.attributes["href"] for one in profile(pages, item.base).main.find(tag="a")]
    happens = item.kind in ("activities", "honours", "founded")
    return [pages[file]] if happens and "../../" + file[:-10] in leads else []


def parts(item: Item, base: Base) -> Iterator[str]:
    """The pieces of an item that must stand together."""
    said = item.said
    if item.kind == "answer":
        yield from (said.criterion, said.status.value if said.status.value != "达标" else "")
        yield said.note or ""
        yield from (spoken(one) for one in evidence(item, base))
        return
    if item.kind == "founded":
        yield from ("成立", said.date.prose)
        return
    if item.kind == "stats":
        yield said.value.written
    yield spoken(said)
    yield from (getattr(said, "summary", None) or "", getattr(said, "place", None) or "")
    date = getattr(said, "date", None)
    if isinstance(date, PartialDate | Period):
        yield date.prose
    if getattr(said, "since", None):
        yield f"{said.since.prose}起"
    if getattr(said, "as_of", None):
        yield f"截至{said.as_of.prose}"


def spoken(said: Any) -> str:
    """The words of a claim."""
    for field in ("text", "label", "title", "alt"):
        if getattr(said, field, None):
            return str(getattr(said, field))
    return ""


def evidence(item: Item, base: Base) -> list[Any]:
    """What an answer rests on, looked up by id or file name."""
    named = {
        one.id: one
        for one in (*base.statements, *base.stats, *base.honours, *base.activities)
        if one.id
    }
    pictures = {one.file: one for one in base.photos}
    found = [named.get(one.ref) or pictures.get(one.ref) or one for one in item.said.evidence]
    return [one if hasattr(one, "source") else Uncited(one.alt) for one in found]


class Uncited:
    """A photograph as evidence: it shows itself and cites nothing."""

    source = None

    def __init__(self, alt: str) -> None:
        self.alt = alt


def well_marked(item: Item, page: Document, holder: Element) -> bool:
    """Whether a holder cites the item's source and place, and says how sure it is and why."""
    said = item.said
    marks = [one.text() for one in holder.find(kind="remark")]
    due = [f"{said.sure.value}{bare(said.because or '')}"] if said.sure else []
    due += [] if said.source else ["未注来源还没有注明这一条出自哪份资料"]
    titles = [one.attributes.get("title", "") for one in holder.find(kind="cite__link")]
    placed = not said.at or any(said.at in title for title in titles)
    return marks == due and placed and cited(page, holder) == ([said.source] if said.source else [])


def cited(page: Document, holder: Element) -> list[str | None]:
    """The sources that a holder cites, each followed through the page's own list."""
    found: list[str | None] = []
    for link in holder.find(kind="cite__link"):
        entry = page.by_id[link.attributes["href"].removeprefix("#")]
        lead = page.leads_to(entry.find(tag="a")[0].attributes["href"])
        assert lead is not None
        found.append(lead[0].split("/")[1])
    return found
