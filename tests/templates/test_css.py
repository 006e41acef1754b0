"""The stylesheets keep to their tokens, to the templates' classes, to the site and to their size."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from tests.templates import stylesheet as css

TEMPLATES = Path(__file__).resolve().parents[2] / "overrides" / "showcase"
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b")
FROM_STORIES = {"term", "term__note", "align-center", "align-right"}
"""Made by the views inside sentences, or by Markdown, so that no template names them."""
FROM_SCRIPTS = {"scripted"}
"""Given to the document by `showcase.js`, so that sheets can tell."""
FROM_MEANING = {
    "figure__": {"number", "magnitude", "small"},
    "display--": {"short", "long", "longest"},
    "score--": {"plain", "snug", "dense"},
    "drawing--": {"tree", "path", "wide", "tall"},
}
"""Classes whose end is a field of a view, and the values that the field can have."""
HAVE_NO_RULE = {"figure__number"}
"""A figure's digits look as their line does."""


def used() -> set[str]:
    """Every class that a template gives."""
    found: set[str] = set()
    for path in TEMPLATES.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"{% (if|else|endif)[^%]*%}", " ", text)
        for value in re.findall(r'class="([^"]*)"', text):
            found |= set(re.sub(r"{{[^}]*}}", "*", value).split())
        found |= set(re.findall(r'nav_link\(link, "([\w-]+)"\)', text))
    whole = {name for name in found if "*" not in name}
    for name in found - whole - {"*"}:
        whole |= {name.replace("*", end) for end in FROM_MEANING[name.rstrip("*")]}
    return whole


def test_every_token_used_is_defined() -> None:
    text = "".join(css.plain(name) for name in css.NAMES)
    defined = set(re.findall(r"(--[\w-]+)\s*:", text))
    assert set(re.findall(r"var\((--[\w-]+)", text)) - defined == set()


def test_every_token_defined_is_used() -> None:
    text = "".join(css.plain(name) for name in css.NAMES)
    used_tokens = set(re.findall(r"var\(--([\w-]+)", text))
    assert set(css.tokens(dark=False)) - used_tokens == {"gold"}


def test_colours_are_written_in_the_token_blocks_only() -> None:
    for rule in css.ALL:
        if rule.selector != ":root":
            assert not COLOUR.search(rule.body), rule.selector
            assert not re.search(r"\b(?:rgb|hsl|oklch)a?\(", rule.body), rule.selector


def test_both_schemes_define_the_same_colours() -> None:
    light = {name for name, value in css.tokens(dark=False).items() if COLOUR.match(value)}
    dark = css.tokens(dark=True)
    assert {name for name in light if dark[name] == css.tokens(dark=False)[name]} == {"gold"}


@pytest.mark.parametrize("name", css.NAMES)
@pytest.mark.parametrize(
    "banned", ["!important", "http://", "https://", "//", "@import", "data:", "#{"]
)
def test_nothing_is_forced_or_fetched(name: str, banned: str) -> None:
    assert banned not in css.plain(name)


def test_no_selector_names_an_id() -> None:
    assert [rule.selector for rule in css.ALL if "#" in rule.selector] == []


def test_every_class_of_the_templates_has_a_rule() -> None:
    assert used() - css.classes() - HAVE_NO_RULE == set()


def test_every_class_of_the_rules_is_used() -> None:
    assert css.classes() - used() == FROM_STORIES | FROM_SCRIPTS


def test_a_page_draws_its_marks_with_symbols_that_exist() -> None:
    drawn = set(re.findall(r'id="mark-(\w+)"', (TEMPLATES / "parts/marks.html").read_text("utf-8")))
    assert drawn == {"met", "partly", "wanting", "stale", "unmet", "open"}


EVERYWHERE = {"shell.css", "parts.css", "pages.css"}


def test_the_stylesheets_of_every_page_and_each_further_one_stay_light() -> None:
    packed = {name: len(gzip.compress((css.ASSETS / name).read_bytes())) for name in css.NAMES}
    assert sum(packed[name] for name in EVERYWHERE) <= 14 * 1024
    assert max(packed[name] for name in packed.keys() - EVERYWHERE) <= 4 * 1024


AA, LARGE = 4.5, 3.0
PAIRS = [
    ("ink", "paper", 7.0),
    ("ink", "surface", 7.0),
    ("ink", "sunk", 7.0),
    ("ink-2", "paper", AA),
    ("ink-2", "surface", AA),
    ("ink-2", "sunk", AA),
    ("accent", "paper", AA),
    ("accent", "surface", AA),
    ("accent", "sunk", AA),
    ("on-fill", "fill", AA),
    ("line-2", "paper", LARGE),
    ("line-2", "surface", LARGE),
    ("focus", "paper", LARGE),
    ("focus", "surface", LARGE),
    ("rule", "paper", LARGE),
]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_colours_can_be_told_apart(front: str, ground: str, least: float, *, dark: bool) -> None:
    known = css.tokens(dark=dark)
    assert css.contrast(known[front], known[ground]) >= least
