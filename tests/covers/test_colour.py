"""Colours: there and back, in gamut, and readable whatever the hue."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.covers import KEYS, SCHEMES, Key, Scheme, accent_tones, contrast, make_palette
from showcase.covers.colour import from_hex, is_hex, to_hex

LIGHT_PAPER, DARK_PAPER = "#FAF7F2", "#15120E"
colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@given(colours)
def test_hex_survives_the_way_to_oklch_and_back(colour: str) -> None:
    assert to_hex(*from_hex(colour)) == colour


@given(st.floats(0.1, 1), st.floats(0, 0.5), st.floats(0, 360))
def test_any_lightness_chroma_and_hue_becomes_a_colour(
    lightness: float, chroma: float, hue: float
) -> None:
    colour = to_hex(lightness, chroma, hue)
    assert is_hex(colour)
    assert from_hex(colour).lightness == pytest.approx(lightness, abs=0.02)


def test_what_does_not_fit_keeps_its_hue() -> None:
    fitted = from_hex(to_hex(0.47, 0.4, 230))
    assert fitted.hue == pytest.approx(230, abs=2)
    assert 0.05 < fitted.chroma < 0.2


@given(colours)
def test_accents_are_readable_on_both_papers(colour: str) -> None:
    tones = accent_tones(colour)
    assert contrast(tones.light, LIGHT_PAPER) >= 4.5
    assert contrast(tones.dark, DARK_PAPER) >= 4.5
    assert contrast(tones.light, "#FFFFFF") >= 4.5


@given(st.floats(0, 359))
def test_accents_keep_their_hue(hue: float) -> None:
    tones = accent_tones(to_hex(0.5, 0.09, hue))
    for tone in (tones.light, tones.dark):
        away = abs((from_hex(tone).hue - hue + 180) % 360 - 180)
        assert away < 6


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#A6192E", LIGHT_PAPER) == pytest.approx(7.0, abs=0.1)


@pytest.mark.parametrize("wrong", ["", "red", "#fff", "A6192E", "#A6192G", "#A6192E "])
def test_other_spellings_are_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="#rrggbb"):
        accent_tones(wrong)


@given(colours, st.sampled_from(KEYS), st.sampled_from(SCHEMES))
def test_tones_differ_by_lightness_so_grey_mode_keeps_the_form(
    colour: str, key: Key, scheme: Scheme
) -> None:
    palette = make_palette(colour, key, scheme)
    steps = sorted(from_hex(tone).lightness for tone in palette.tones)
    assert min(b - a for a, b in pairwise(steps)) >= 0.03


@given(colours, st.sampled_from(KEYS), st.sampled_from(SCHEMES))
def test_below_the_horizon_it_is_darker(colour: str, key: Key, scheme: Scheme) -> None:
    palette = make_palette(colour, key, scheme)
    assert from_hex(palette.water).lightness < from_hex(palette.sky).lightness - 0.03


@given(colours)
def test_day_is_night_in_the_dark_scheme(colour: str) -> None:
    assert make_palette(colour, "day", "dark") == make_palette(colour, "night", "dark")


@pytest.mark.parametrize("red", ["#A6192E", "#9E2B25", "#C2185B"])
def test_pale_reds_are_sand_and_not_flesh(red: str) -> None:
    palette = make_palette(red, "night", "light")
    assert from_hex(palette.near).hue > 45
    assert from_hex(palette.far).hue == pytest.approx(from_hex(red).hue, abs=8)
