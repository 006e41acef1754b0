"""How bases belong together, and what may leave the preview."""

from __future__ import annotations

from showcase.catalogue import Photograph, blank
from tests.unit.written import a_catalogue


def test_children_stand_under_the_base_that_they_are_part_of() -> None:
    catalogue = a_catalogue(
        brand="", b="part_of: brand\n", a="part_of: brand\n", lost="part_of: nobody\n"
    )
    assert catalogue.children == {"brand": ("a", "b")}


def test_ancestors_are_told_nearest_first_and_stop_at_a_circle() -> None:
    line = a_catalogue(a="part_of: b\n", b="part_of: c\n", c="part_of: nobody\n")
    assert list(line.ancestors("a")) == ["b", "c"]
    circle = a_catalogue(a="part_of: b\n", b="part_of: c\n", c="part_of: b\n", d="part_of: d\n")
    assert list(circle.ancestors("a")) == ["b", "c"]
    assert list(circle.ancestors("b")) == ["c"]
    assert list(circle.ancestors("d")) == []


def test_cities_with_most_bases_come_first() -> None:
    catalogue = a_catalogue(a="", b="")
    assert catalogue.cities == {"云州市": ("a", "b")}


def test_only_what_is_released_leaves_the_preview() -> None:
    catalogue = a_catalogue(a="", b="status: 草稿\n", c="status: 已审\n", d="status: 发布\n")
    assert list(catalogue.published().bases) == ["a", "d"]
    assert catalogue.published().cities == {"云州市": ("a", "d")}


def test_the_photographs_of_a_draft_do_not_leave_the_preview() -> None:
    catalogue = a_catalogue(a="", b="status: 草稿\n")
    pictures = {"hall.jpg": Photograph("hall.jpg", 3, 2)}
    held = catalogue.__class__(
        catalogue.site, catalogue.sources_file, catalogue.glossary, catalogue.bases, {},
        {"a": pictures, "b": pictures},
    )  # fmt: skip
    assert held.published().photos == {"a": pictures}


def test_bases_are_found_by_the_standard_that_they_answer() -> None:
    tied = "standards:\n  three-haves: {tied_by: {text: 甲}, basis: 自评}\n"
    catalogue = a_catalogue(a=tied, b="", c=tied)
    assert catalogue.answering == {"three-haves": ("a", "c")}


def test_a_blank_catalogue_holds_nothing() -> None:
    assert (blank().bases, blank().standards, blank().sources, blank().children) == ({}, {}, {}, {})
