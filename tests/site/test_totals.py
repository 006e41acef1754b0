"""The site's own numbers, counted a second time from the files; the sources' numbers, never without a hedge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from showcase.model import Hedge, Quantity
from tests.content import reading
from tests.content.reading import Raw
from tests.site import invented
from tests.site.conftest import Documents
from tests.site.document import Element, bare
from tests.site.project import Built

FIELDS = ("activities", "honours", "stats", "statements")
DIGITS = "〇一二三四五六七八九十"


@pytest.fixture(scope="module")
def raw(fuller: Built) -> Raw:
    return reading.load(fuller.project / "bases")


def test_of_the_invented_eight_just_those_with_evidence_count(raw: Raw) -> None:
    """The counting below is itself held to an answer worked out by hand."""
    base, standard = raw.bases[invented.BASE], raw.standards[invented.STANDARD]
    assert met(base, invented.STANDARD, standard) == ["有甲", "有乙", "有辛"]
    assert len(met(base, invented.STANDARD, standard)) == invented.COUNTED


def test_a_profile_counts_what_is_met_with_evidence(fuller_pages: Documents, raw: Raw) -> None:
    for name, base in raw.bases.items():
        page = fuller_pages[f"bases/{name}/index.html"]
        due = [
            f"{len(met(base, one, raw.standards[one]))}／{len(criteria(raw.standards[one]))}项达标且有佐证"
            for one in base.get("standards", {})
        ]
        assert [one.text() for one in page.main.find(kind="checklist__tally")] == due, name
        for one, assessment in base.get("standards", {}).items():
            basis = page.by_id[f"standard-{one}"].find(kind="remark")[0].text()
            assert basis == assessment["basis"], name


def test_a_matrix_adds_up(fuller_pages: Documents, raw: Raw) -> None:
    for name, standard in raw.standards.items():
        page = fuller_pages[f"standards/{name}/index.html"]
        answering = {key: base for key, base in raw.bases.items() if name in base.get("standards", {})}  # fmt: skip
        tables = page.main.find(kind="matrix")
        assert len(tables) == bool(answering), name
        if not answering:
            continue
        table = tables[0]
        won = {key: met(base, name, standard) for key, base in answering.items()}
        totals = [one.text() for one in table.find(tag="tfoot")[0].find(tag="td")][:-1]
        assert totals == [
            f"{sum(one in has for has in won.values())}个" for one in criteria(standard)
        ], name
        rows = {
            row.find(kind="matrix__name")[0].attributes["href"].split("/")[-2]: row
            for row in table.find(tag="tbody")[0].find(tag="tr")
        }
        assert rows.keys() == answering.keys(), name
        for key, row in rows.items():
            due = f"{len(won[key])}／{len(criteria(standard))}项达标"
            assert row.find(kind="matrix__met")[0].text() == due, (name, key)
            solid = [
                one.text() for one in row.find(kind="cell__words") if one.text().startswith("达标")
            ]
            assert len(solid) == len(won[key]), (name, key)
        order = [-len(won[key]) for key in rows]
        assert order == sorted(order), name


def test_the_home_page_counts_files(fuller_pages: Documents, raw: Raw) -> None:
    regions = sum(base["kind"] == "区域样本" for base in raw.bases.values())
    cities = {base["city"] for base in raw.bases.values()}
    bases = len(raw.bases) - regions
    events = sum(
        len(base.get("activities", ()))
        + sum("date" in one for one in base.get("honours", ()))
        + ("founded" in base)
        for base in raw.bases.values()
    )
    page = fuller_pages["index.html"]
    counted = [one.text() for one in page.main.find(kind="counted__link")]
    assert counted == [
        f"{bases}个基地、品牌与组织",
        f"{regions}个区域样本",
        f"{len(cities)}座城市",
        f"{len(raw.standards)}套标准与模式",
        f"{events}条记事",
        f"{len(raw.sources['sources'])}份公开资料",
    ]
    headline = page.root.find(tag="h1")[0]
    assert headline.text() == f"{chinese(len(cities))}座城市{chinese(bases)}例实践"
    lead = f"{bases}个基地、品牌与组织，{regions}个区域样本，分布在{len(cities)}座城市。"
    assert lead in fuller_pages["bases/index.html"].main.text()


def test_lists_count_what_they_list(fuller_pages: Documents, raw: Raw) -> None:
    page = fuller_pages["bases/index.html"]
    assert len(page.main.find(kind="card")) == len(raw.bases)
    said = page.main.text()
    for field in ("city", "kind"):
        for value in {base[field] for base in raw.bases.values()}:
            count = sum(base[field] == value for base in raw.bases.values())
            assert re.search(rf"{re.escape(value)}{count}(?!\d)", said), value
    spoken = fuller_pages["sources/index.html"].main.text()
    assert f"{len(raw.sources['sources'])}份公开资料" in spoken
    assert f"{len(raw.standards)}套" in fuller_pages["standards/index.html"].main.text()


def test_a_timeline_holds_each_event_once(fuller_pages: Documents, raw: Raw) -> None:
    page = fuller_pages["timeline/index.html"]
    titles = [one.text(notes=False) for one in page.main.find(kind="event__title")]
    due = [title for base in raw.bases.values() for title in events_told_elsewhere(base)]
    assert sorted(titles) == sorted(map(bare, due))
    for name, base in raw.bases.items():
        own = fuller_pages.get(f"bases/{name}/timeline/index.html")
        if own is not None:
            there = [one.text(notes=False) for one in own.main.find(kind="event__title")]
            assert sorted(there) == sorted(map(bare, events_of(base))), name


def test_no_hedged_figure_is_ever_set_without_its_hedge(fuller_pages: Documents, raw: Raw) -> None:
    written = {bare(stat["value"]) for base in raw.bases.values() for stat in base.get("stats", ())}
    hedged = {one for one in written if Quantity.parse(one).hedge is not Hedge.EXACT}
    assert len(hedged) > 15
    seen: set[str] = set()
    for name, page in fuller_pages.items():
        for line in page.main.find(kind="figure__line"):
            assert line.text() in written, (name, line.text())
            seen.add(line.text())
            assert line.text() not in hedged or line.find(kind="figure__small"), (name, line.text())
    assert seen & hedged


def test_figures_in_sentences_keep_their_hedge_too(fuller_pages: Documents, raw: Raw) -> None:
    """Wherever a label is followed by a number, the whole figure follows, as written."""
    stats = [stat for base in raw.bases.values() for stat in base.get("stats", ())]
    seen = 0
    for label in {bare(f"{stat['label']}：") for stat in stats}:
        values = tuple(
            bare(one["value"]) for one in stats if f"{bare(one['label'])}：".endswith(label)
        )
        for name, page in fuller_pages.items():
            said = page.main.text(notes=False)
            for found in re.finditer(re.escape(label), said):
                seen += 1
                assert said[found.end() :].startswith(values), (name, label)
    assert seen > len(stats)


def test_numbers_are_never_added_across_bases(fuller_pages: Documents, raw: Raw) -> None:
    """The home page shows figures, each as one source gives it, with whose it is and where it stands."""
    page = fuller_pages["index.html"]
    chosen = raw.site["home"]["figures"]
    shown = page.main.find(kind="figure")
    assert len(shown) == len(chosen)
    for written, figure in zip(chosen, shown, strict=True):
        name, _, identity = written.partition("/")
        base = raw.bases[name]
        stat = next(one for one in base["stats"] if one.get("id") == identity)
        assert figure.find(kind="figure__line")[0].text() == bare(stat["value"])
        assert bare(base["name"]) in figure.text()
        assert links_to(figure, f"bases/{name}/#{identity}")


def met(base: Mapping[str, Any], name: str, standard: Mapping[str, Any]) -> list[str]:
    """The criteria that count: answered 达标 on evidence that has a source or is a picture, and is fresh."""
    assessment = base["standards"][name]
    things = {one["id"]: one for field in FIELDS for one in base.get(field, ()) if "id" in one}
    pictures = {photo["file"] for photo in base.get("photos", ())}
    months = int(standard.get("evidence_valid_months", 0))
    found = []
    for answer in assessment["answers"]:
        sound = False
        for written in answer.get("evidence", ()):
            named = written if isinstance(written, str) else written.get("ref", "")
            thing = things.get(named, {} if isinstance(written, str) else written)
            if named in pictures or ("source" in thing and fresh(thing, assessment, months)):
                sound = True
        if answer["status"] == "达标" and sound:
            found.append(answer["criterion"])
    return found


def fresh(thing: Mapping[str, Any], assessment: Mapping[str, Any], months: int) -> bool:
    """Whether evidence had not grown old when it was weighed; what has no date never grows old."""
    date = thing.get("as_of") or thing.get("date")
    if isinstance(date, dict):
        date = date.get("to") or date["from"]
    if not months or not date or date.startswith("--"):
        return True
    year, month = ([*map(int, date.split("-")), 12])[:2]
    at, at_month = ([*map(int, assessment["date"].split("-")), 1])[:2]
    return (at * 12 + at_month) - (year * 12 + month) <= months


def criteria(standard: Mapping[str, Any]) -> list[str]:
    """The names of a standard's criteria, groups opened."""
    items = standard.get("criteria") or [
        one for group in standard["groups"] for one in group["criteria"]
    ]
    return [one if isinstance(one, str) else one["name"] for one in items]


def events_of(base: Mapping[str, Any]) -> Iterator[str]:
    yield from (one["title"] for one in base.get("activities", ()))
    yield from (one["title"] for one in base.get("honours", ()) if "date" in one)
    if "founded" in base:
        yield "成立"


def events_told_elsewhere(base: Mapping[str, Any]) -> Iterator[str]:
    """The same where the base's own page does not stand around them: whose founding, whose honour."""
    name = base["name"]
    for one in base.get("activities", ()):
        yield one["title"].replace("该基地", f"“{name}”")
    yield from (f"{name}：{one['title']}" for one in base.get("honours", ()) if "date" in one)
    if "founded" in base:
        yield f"{name}成立"


def links_to(holder: Element, path: str) -> bool:
    """Whether a holder links to a site path, as seen from the home page."""
    return any(one.attributes["href"] == f"./{path}" for one in holder.find(tag="a"))


def chinese(number: int) -> str:
    """A number below a hundred in words."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return head + (DIGITS[ones] if ones or not tens else "")
