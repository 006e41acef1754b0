"""What the checkup says of a page is true of the page, and its own page shows what was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from showcase import addresses
from showcase.addresses import Addresses
from showcase.catalogue import Catalogue
from showcase.checkup import examine
from showcase.checkup.wording import NOT_AN_ASSESSMENT, effect_of
from showcase.markup import Html
from showcase.views import checkup
from showcase.views.atlas import Atlas
from showcase.views.pages import ProfileView
from showcase.views.parts import Link
from showcase.views.profile import profile
from showcase.views.sheet import Sheet
from showcase.views.shells import shell
from tests.unit.lacking import DAY, STANDARD, Data, apply, catalogue, examined, whole

Shown = Callable[[Atlas, ProfileView], object]


def atlas_of(made: Catalogue) -> Atlas:
    return Atlas(made, Addresses({"云州市": "yunzhou"}))


def shown(data: Data) -> tuple[Atlas, ProfileView]:
    """The public page of a base."""
    atlas = atlas_of(catalogue(data))
    record = atlas.catalogue.bases["hetang"]
    return atlas, profile(Sheet(atlas, addresses.base("hetang")), record, Html)


def row(label: str) -> Shown:
    return lambda _, view: "".join(one.text for one in view.rows if one.label == label)


def years(atlas: Atlas, _: ProfileView) -> object:
    return {one.year for one in atlas.happenings["hetang"]}


def titles(atlas: Atlas, _: ProfileView) -> object:
    return {one.title for one in atlas.happenings["hetang"]}


def words(_: Atlas, view: ProfileView) -> object:
    return repr(view)


@pytest.mark.parametrize(
    ("code", "spoil", "look", "without", "after"),
    [
        ("picture", lambda d: (d.pop("photos"), d["activities"][0].pop("photos")),
         lambda _, view: len(view.photos), 0, 1),
        ("summary", lambda d: d.pop("summary"), lambda _, view: view.summary, "", "荷塘边的议事亭。"),
        ("visit", lambda d: d.pop("contact"), lambda _, view: [one.label for one in view.visit],
         [], ["地址", "电话"]),
        ("visit-more", lambda d: d["contact"].pop("phone"),
         lambda _, view: [one.label for one in view.visit], ["地址"], ["地址", "电话"]),
        ("district", lambda d: d.pop("district"), row("在哪里"), "云州市", "云州市东城区"),
        ("level", lambda d: d.pop("level"), row("级别"), "", "市级"),
        ("slogan", lambda d: d.pop("slogan"), lambda _, view: view.slogan, "", "同心同行"),
        ("unkept", lambda d: d.pop("updated"), lambda _, view: view.updated, "", "2026年11月"),
        ("long-ago", lambda d: d.update(updated="2025-01"), lambda _, view: view.updated,
         "2025年1月", "2026年11月"),
        ("founded", lambda d: d.pop("founded"), titles, {"议事日", "灯会", "示范点"},
         {"议事日", "灯会", "示范点", "成立"}),
        ("undated", lambda d: d["activities"][1].update(date="--03-25"), years,
         {None, 2018, 2025, 2026}, {2018, 2025, 2026}),
        ("lit-any", lambda d: d["standards"][STANDARD]["answers"][0].pop("evidence"),
         lambda _, view: view.checklists[0].tally, "2／3项达标且有佐证", "3／3项达标且有佐证"),
        ("undescribed-entry", lambda d: d["activities"][1].update(photos=["new.jpg"]),
         lambda _, view: [one.alt for one in view.photos], ["前厅里的长桌"],
         ["前厅里的长桌", "亭子里的长凳"]),
    ],
)  # fmt: skip
def test_the_page_changes_as_was_said(
    code: str, spoil: Callable[[Data], object], look: Shown, without: object, after: object
) -> None:
    data = whole()
    spoil(data)
    one = next(one for one in examined(catalogue(data)).findings if one.code == code)
    assert look(*shown(data)) == without
    assert look(*shown(apply(data, one))) == after


@pytest.mark.parametrize(
    ("code", "spoil", "word"),
    [
        ("uncited", lambda d: d["stats"][0].pop("source"), "未注来源"),
        ("uncited-founded", lambda d: d.update(founded="2018"), "未注来源"),
        ("inferred", lambda d: d["notes"][0].update(sure="推定", because="由上文"), "推定"),
        ("unanswered-silent", lambda d: d["standards"][STANDARD]["answers"].pop(), "未对照"),
        ("pending", lambda d: d["standards"][STANDARD]["answers"][0].update(status="待核"), "待核"),
        ("old-figure", lambda d: d["stats"][0].update(as_of="2025-01"), "2025年1月"),
    ],
)
def test_the_word_goes_from_the_page_as_was_said(
    code: str, spoil: Callable[[Data], object], word: str
) -> None:
    data = whole()
    spoil(data)
    one = next(one for one in examined(catalogue(data)).findings if one.code == code)
    assert word in str(words(*shown(data)))
    assert word not in str(words(*shown(apply(data, one))))


def many(count: int) -> Catalogue:
    """The same poor base many times over."""
    data = whole()
    del data["contact"]
    made = catalogue(data)
    record = made.bases["hetang"]
    named = {
        f"base-{n:03d}": replace(record, id=f"base-{n:03d}", file=f"bases/base-{n:03d}.yml")
        for n in range(count)
    }
    return replace(made, bases=named, photos=dict.fromkeys(named, made.photos["hetang"]))


def test_a_base_is_shown_with_what_it_lacks_and_where() -> None:
    made = many(1)
    view = checkup.checkup(atlas_of(made), examine(made, DAY), 1)
    (base,) = view.examined
    assert base.base == Link("荷塘议事亭", "bases/base-000/")
    assert base.count == "还差1样"
    (advice,) = base.advice
    assert advice.effect == "补上地址和电话，页面就有“到访”一栏。"
    assert advice.place == "bases/base-000.yml 第4行下面"
    assert advice.typed == 'contact:\n  address: ……\n  phone: "……"'
    assert [one.path for one in view.bases] == ["checkup/#base-base-000"]
    assert view.steps[0].place == advice.place


def test_it_says_that_it_is_no_assessment_and_of_which_day_it_is() -> None:
    made = many(1)
    lead = checkup.checkup(atlas_of(made), examine(made, DAY), 1).lead
    assert lead.startswith("照2026年11月22日看，1个基地")
    assert lead.endswith(NOT_AN_ASSESSMENT)
    assert checkup.checkup(atlas_of(made), examine(made, None), 1).lead.startswith("1个基地")


def test_a_base_that_lacks_nothing_is_not_told_off() -> None:
    made = catalogue(whole())
    view = checkup.checkup(atlas_of(made), examine(made, DAY), 1)
    assert [one.count for one in view.examined] == ["没有看出差什么"]
    assert (view.steps, view.matters) == ((), ())


def test_what_many_bases_lack_is_said_once_for_all() -> None:
    made = many(9)
    view = checkup.checkup(atlas_of(made), examine(made, DAY), 1)
    (step,) = view.steps
    assert len(step.bases) == checkup.NAMED
    assert (step.place, step.more) == ("", "等9个")
    assert [one.count for one in view.matters] == ["9个基地"]


def test_a_long_checkup_stands_on_several_pages_and_every_link_finds_its_base() -> None:
    made = many(checkup.EXAMINED_PART * 2 + 1)
    atlas, found = atlas_of(made), examine(made, DAY)
    pages = [checkup.checkup(atlas, found, n + 1) for n in range(checkup.parts(atlas))]
    assert [len(page.examined) for page in pages] == [checkup.EXAMINED_PART] * 2 + [1]
    assert [bool(page.steps) for page in pages] == [True, False, False]
    there = {
        f"{addresses.part(addresses.CHECKUP, n)}#{one.anchor}"
        for n, page in enumerate(pages, 1)
        for one in page.examined
    }
    assert {one.path for one in pages[0].bases} == there
    for page in pages:
        own = {one.path.partition("#")[2] for one in page.bases}
        assert own >= {one.anchor for one in page.examined}
        assert [one.current for one in page.pages].count(True) == 1


def test_the_link_stands_at_the_foot_and_changes_nothing_else() -> None:
    around = shell(atlas_of(catalogue(whole())), "bases/", "全部基地", "")
    linked = checkup.linked(around)
    assert linked.footer.use_links == (*around.footer.use_links, Link("体检报告", "checkup/"))
    assert replace(linked, footer=around.footer) == around


def test_the_words_of_a_step_are_those_of_its_base() -> None:
    made = many(1)
    found = examine(made, DAY)
    view = checkup.checkup(atlas_of(made), found, 1)
    assert view.steps[0].effect == effect_of(found.bases[0].findings[0])
