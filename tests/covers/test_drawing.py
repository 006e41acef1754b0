"""What every cover keeps: the same bytes, a small file, five tones and gold, one horizon."""

import hashlib
import os
import re
import subprocess
import sys

import pytest

from showcase.covers import KEYS, MOTIFS, RATIOS, SCHEMES, CoverSpec, draw, make_palette
from tests.covers.picture import RATIO_NAMES, SVG, Picture, every_picture, picture, specs

LARGEST = 32 * 1024
MOST_GOLD = 0.03
# Of a reflection one sees at most this share between the gaps of the slats.
SEEN_IN_WATER = 0.84
ELEMENTS = {"svg", "rect", "circle", "path", "g", "defs", "clipPath", "use"}
ATTRIBUTES = {
    "viewBox", "width", "height", "x", "y", "cx", "cy", "r", "d", "id", "class", "href", "fill",
    "stroke", "stroke-width", "stroke-linecap", "clip-path", "transform",
}  # fmt: skip
DIGEST = """
import hashlib
from showcase.covers import KEYS, MOTIFS, RATIOS, SCHEMES, CoverSpec, draw
all = hashlib.sha256()
for motif in MOTIFS:
    for turn, ratio in enumerate(RATIOS):
        for scheme in SCHEMES:
            spec = CoverSpec("digest", motif, "#3F6B45", KEYS[turn % 3])
            all.update(draw(spec, ratio, scheme).encode())
print(all.hexdigest())
"""


@pytest.fixture(scope="module")
def pictures() -> list[Picture]:
    return list(every_picture())


def test_the_same_cover_is_the_same_bytes_in_another_process() -> None:
    digests = set()
    for seed, locale in (("1", "C"), ("2", "tr_TR.UTF-8")):
        where = os.environ | {
            "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONPATH": os.pathsep.join(sys.path),
        }  # fmt: skip
        run = subprocess.run(
            [sys.executable, "-c", DIGEST], env=where, capture_output=True, text=True, check=True
        )
        digests.add(run.stdout.strip())
    here = hashlib.sha256()
    for motif in MOTIFS:
        for turn, ratio in enumerate(RATIO_NAMES):
            for scheme in SCHEMES:
                spec = CoverSpec("digest", motif, "#3F6B45", KEYS[turn % 3])
                text = draw(spec, ratio, scheme)
                assert draw(spec, ratio, scheme) == text
                here.update(text.encode())
    assert digests == {here.hexdigest()}


def test_every_cover_is_small(pictures: list[Picture]) -> None:
    assert max(len(one.text.encode()) for one in pictures) <= LARGEST
    assert sum(len(one.text.encode()) for one in pictures) / len(pictures) <= 12 * 1024


def test_the_largest_rhymes_are_small_too() -> None:
    for motif, entry in MOTIFS.items():
        for spec in specs(motif, 2, entry.countable.most):
            for ratio in RATIO_NAMES:
                assert len(draw(spec, ratio, "light").encode()) <= LARGEST, (motif, ratio)


def test_five_tones_and_gold_and_all_from_the_palette(pictures: list[Picture]) -> None:
    for one in pictures:
        palette = make_palette(one.spec.colour, one.spec.key, one.scheme)
        used = {shape.tone for shape in one.shapes}
        assert used <= {*palette.tones, palette.gold}
        assert len(used - {palette.gold}) <= 5
        assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", one.text)) == used


def test_only_flat_shapes(pictures: list[Picture]) -> None:
    for one in pictures:
        for element in one.root.iter():
            assert element.tag.removeprefix(SVG) in ELEMENTS, one.spec
            assert set(element.attrib) <= ATTRIBUTES, one.spec
            assert not (element.text or "").strip()


def test_nothing_from_outside(pictures: list[Picture]) -> None:
    for one in pictures:
        assert "//" not in one.text.replace("http://www.w3.org/2000/svg", "")
        for element in one.root.iter():
            assert element.get("href", "#").startswith("#")
            assert element.get("clip-path", "url(#").startswith("url(#")


def test_sky_above_and_water_below_sixty_two_hundredths(pictures: list[Picture]) -> None:
    for one in pictures:
        width, height = one.size
        palette = make_palette(one.spec.colour, one.spec.key, one.scheme)
        sky, water = one.shapes[:2]
        if one.mirrored:
            drawn = [shape for shape in one.shapes if shape.tag == "rect"]
            sky, water = drawn[:2]
        assert (sky.tone, water.tone) == (palette.sky, palette.water)
        assert sky.box == (0, 0, width, height)
        assert water.box == pytest.approx((0, height * 0.62, width, height), abs=0.1)


def test_reflections_turn_over_the_horizon(pictures: list[Picture]) -> None:
    for one in pictures:
        uses = one.root.findall(f".//{SVG}use")
        if one.mirrored:
            flip = f"matrix(1 0 0 -1 0 {round(one.size[1] * 1.24, 1):g})"
            assert [use.get("transform") for use in uses] == [None, flip]


def test_gold_stays_a_glint() -> None:
    for motif, entry in MOTIFS.items():
        for rhyme in (None, entry.countable.least, entry.countable.most):
            for spec in specs(motif, 2, rhyme):
                for ratio in RATIO_NAMES:
                    one = picture(spec, ratio)
                    assert gold_share(one) <= MOST_GOLD, (spec, ratio, gold_share(one))


def gold_share(one: Picture) -> float:
    gold = make_palette(one.spec.colour, one.spec.key, one.scheme).gold
    area = sum(shape.area for shape in one.shapes if shape.tone == gold)
    width, height = one.size
    return area * (1 + SEEN_IN_WATER * one.mirrored) / (width * height)


def test_no_line_is_a_hair_too_thin(pictures: list[Picture]) -> None:
    for one in pictures:
        for shape in one.shapes:
            if not shape.filled:
                assert shape.value("stroke-width") >= one.u * 0.05 - 0.05, one.spec


def test_one_decimal_is_enough(pictures: list[Picture]) -> None:
    for one in pictures:
        assert not re.search(r"\d\.\d\d|-0[^.\d]|\de[-+]?\d|nan|inf", re.sub(r"#\w+", "", one.text))


@pytest.mark.parametrize("motif", MOTIFS)
def test_covers_of_one_motif_are_siblings_and_no_copies(motif: str) -> None:
    drawn = {
        draw(CoverSpec(f"base-{n}", motif, "#3F6B45", "night"), "3x4", "light") for n in range(9)
    }
    assert len(drawn) == 9


def test_every_ratio_is_composed_anew() -> None:
    for motif in MOTIFS:
        spec = next(specs(motif))
        bodies = {re.sub(r"<svg[^>]*>", "", draw(spec, ratio, "light")) for ratio in RATIO_NAMES}
        assert len(bodies) == len(RATIOS)


def test_dark_keeps_the_composition() -> None:
    for motif in MOTIFS:
        for key in ("dusk", "night"):
            spec = CoverSpec("scheme", motif, "#17606B", key)
            light, dark = (re.sub("#[0-9a-f]{6}", "", draw(spec, "3x4", s)) for s in SCHEMES)
            assert light == dark
