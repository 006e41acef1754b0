"""By what bases are told apart, and how odd data of staff stands among them."""

from __future__ import annotations

from showcase.addresses import Addresses
from showcase.catalogue import Catalogue
from showcase.datasets.bases import FIELDS, age, bases
from showcase.edition import Edition
from showcase.markup import Html
from showcase.model import PartialDate
from showcase.views.atlas import Atlas
from showcase.views.directory import directory
from showcase.views.facets import UNSTATED, Facet, facets_of, telling
from showcase.views.register import OTHERS, register
from showcase.views.sheet import Sheet
from tests.unit.written import a_catalogue


def atlas_of(made: Catalogue) -> Atlas:
    return Atlas(made, Addresses({"云州市": "yunzhou"}))


def facets(**tails: str) -> dict[str, Facet]:
    return {one.name: one for one in facets_of(atlas_of(a_catalogue(**tails)))}


def words(facet: Facet, identity: str) -> list[str]:
    return [facet.values[place].text for place in facet.chosen[identity]]


def test_what_is_not_stated_is_a_value_of_its_own_and_the_last() -> None:
    level = facets(a="level: 区县级\n", b="", c="level: 国家级\n")["level"]
    assert [one.text for one in level.values] == ["国家级", "区县级", UNSTATED]
    assert (words(level, "b"), words(level, "c")) == ([UNSTATED], ["国家级"])
    assert level.counts() == (1, 1, 1)


def test_a_base_belongs_to_the_very_top_and_the_top_to_itself() -> None:
    brand = facets(top="", middle="part_of: top\n", leaf="part_of: middle\n", alone="")["brand"]
    assert {one: brand.values[brand.chosen[one][0]].key for one in brand.chosen} == {
        "top": "top", "middle": "top", "leaf": "top", "alone": UNSTATED,
    }  # fmt: skip
    assert brand.values[0].path == "bases/top/"


def test_a_circle_of_parts_ends_somewhere() -> None:
    brand = facets(a="part_of: b\n", b="part_of: a\n")["brand"]
    assert set(brand.chosen) == {"a", "b"}


def test_only_facets_with_something_to_choose_are_offered() -> None:
    atlas = atlas_of(a_catalogue(a="", b=""))
    assert telling(facets_of(atlas)) == ()
    view = directory(atlas, 1)
    assert view.facets == ()
    assert view.gathering == ()
    assert not view.levels
    assert view.count == "共2个"


def test_one_base_alone_has_a_directory_and_a_register() -> None:
    atlas = atlas_of(a_catalogue(a="district: [东城区, 西城区]\nfounded: 约2018\n"))
    assert len(directory(atlas, 1).groups) == 1
    view = register(Sheet(atlas, "register/"), 1)
    (row,) = view.groups[0].rows
    assert (row.place, row.founded) == ("云州市东城区、西城区", "约2018年")
    assert [one.label for one in row.founded_remarks] == ["未注来源"]
    assert row.brand is None


def test_the_register_stands_in_the_order_of_pinyin_with_what_has_no_letter_last() -> None:
    names = {
        "a": "西安站",
        "b": "先锋站",
        "c": "“五彩云”",
        "d": "123站",
        "e": "AI站",
        "f": "乐山站",
    }
    made = a_catalogue(**dict.fromkeys(names, ""))
    renamed = {
        identity: record.__class__(
            record.id,
            record.file,
            record.text,
            record.content.model_copy(
                update={"name": names[identity], "pinyin": "yuè shān" if identity == "f" else None}
            ),
        )
        for identity, record in made.bases.items()
    }
    atlas = atlas_of(Catalogue(made.site, made.sources_file, made.glossary, renamed, {}))
    view = register(Sheet(atlas, "register/"), 1)
    assert [(one.letter, [row.base.text for row in one.rows]) for one in view.groups] == [
        ("A", ["AI站"]), ("W", ["“五彩云”"]), ("X", ["西安站", "先锋站"]), ("Y", ["乐山站"]), (OTHERS, ["123站"]),
    ]  # fmt: skip
    assert [one.path for one in view.letters][-1] == "#letter-other"


def test_no_base_at_all_breaks_nothing() -> None:
    atlas = atlas_of(a_catalogue())
    assert all(one.counts() == () for one in facets_of(atlas))
    assert register(Sheet(atlas, "register/"), 1).groups == ()


def test_an_age_grows_with_the_date_as_far_as_it_is_known() -> None:
    written = ("2016-12", "约2017", "2018", "2018年上半年", "2018-03", "2018-03-05", "2018年底")
    ages = [age(PartialDate.parse(one)) for one in written]
    assert ages == sorted(ages)
    assert age(PartialDate.parse("--03-25")) == 0


def test_a_draft_says_so_wherever_the_preview_lists_it() -> None:
    atlas = atlas_of(a_catalogue(a="status: 草稿\n", b="coined: true\n"))
    *_, main = bases(Edition(atlas, Html))
    assert isinstance(main.value, dict)
    rows = [dict(zip(FIELDS, one, strict=True)) for one in main.value["bases"]]
    assert {row["id"]: row["drafts"] for row in rows} == {"a": ["草稿"], "b": ["编者所拟"]}
    view = register(Sheet(atlas, "register/"), 1)
    labels = [[one.label for one in row.remarks] for row in view.groups[0].rows]
    assert labels == [["草稿"], ["编者所拟"]]
