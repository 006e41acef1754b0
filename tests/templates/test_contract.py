"""Templates and views hold to each other: nothing read that is not there, nothing there that is not read."""

from __future__ import annotations

import re
from dataclasses import is_dataclass
from pathlib import Path

import pytest

from showcase.render import TEMPLATES, Renderer
from showcase.views import pages, parts, shell
from tests.templates.inference import Walk, field_types

OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"
HANDED_OVER = {"404.html", "main.html"}
ENVIRONMENT = Renderer(OVERRIDES).environment


def walked(view: type) -> Walk:
    """A view's template, walked to its last include."""
    walk = Walk(ENVIRONMENT)
    walk.template(TEMPLATES[view], {"view": view, "shell": shell.Shell}, {})
    return walk


def dataclasses_of(*modules: object) -> set[type]:
    """The view classes that modules define."""
    return {
        one
        for module in modules
        for one in vars(module).values()
        if isinstance(one, type) and is_dataclass(one)
    }


WALKS = {view: walked(view) for view in TEMPLATES}


@pytest.mark.parametrize("view", TEMPLATES, ids=lambda view: view.__name__)
def test_a_template_reads_only_what_its_view_has_and_decides_nothing(view: type) -> None:
    assert WALKS[view].wrong == []


@pytest.mark.parametrize("view", TEMPLATES, ids=lambda view: view.__name__)
def test_a_view_carries_nothing_that_its_own_template_leaves_out(view: type) -> None:
    read = {name for owner, name in WALKS[view].read if owner is view}
    assert set(field_types(view)) - read == set()


def test_every_field_of_every_part_is_printed_somewhere() -> None:
    read = set().union(*(walk.read for walk in WALKS.values()))
    carried = {
        (cls, name) for cls in dataclasses_of(pages, parts, shell) for name in field_types(cls)
    }
    # the renderer reads it, to make every URL of a page
    carried -= {(shell.Shell, "base")}
    assert {f"{cls.__name__}.{name}" for cls, name in carried - read} == set()


def test_every_view_has_a_template_named_after_it() -> None:
    views = {cls for cls in dataclasses_of(pages) if cls.__name__.endswith("View")} - {
        parts.PhotoView
    }
    assert views == set(TEMPLATES)
    for view, name in TEMPLATES.items():
        words = Path(name).stem.replace("_", "")
        assert words == view.__name__.removesuffix("View").lower()


def test_every_template_file_is_drawn_in_by_some_page() -> None:
    drawn = set().union(*(walk.seen for walk in WALKS.values()))
    files = {path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*.html")}
    assert files - drawn == HANDED_OVER


@pytest.mark.parametrize("name", sorted(HANDED_OVER))
def test_what_mkdocs_renders_only_prints_our_document(name: str) -> None:
    assert (OVERRIDES / name).read_text(encoding="utf-8").strip() == "{{ document }}"


SCRIPT = re.compile(r'<script defer src="{{ "[\w-]+\.js" \| asset }}"></script>')
"""The one way in which a template may ask for a script: by name, after the page is there."""


def test_templates_are_short_and_carry_no_script_or_style() -> None:
    for path in OVERRIDES.rglob("*.html"):
        text = SCRIPT.sub("", path.read_text(encoding="utf-8"))
        assert text.count("\n") <= 60, path.name
        assert not any(
            banned in text
            for banned in ("<script", "<style", "style=", "onclick", "data:", "|safe")
        ), path.name
