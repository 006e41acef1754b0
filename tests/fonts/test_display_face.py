"""The display face: exactly the characters asked for, the same bytes, honest about gaps."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from showcase.fonts import cached_subset, cutting, missing, subset

TITLE = "乡村振兴实践基地“同心”—2024·①→"
OUTSIDE_GB2312 = "镕䶮𠮷"


def opened(packed: bytes) -> TTFont:
    return TTFont(io.BytesIO(packed))


def covered(packed: bytes) -> set[str]:
    return {chr(code) for code in opened(packed).getBestCmap() or {}}


def test_a_subset_holds_exactly_the_characters_asked_for() -> None:
    assert covered(subset(TITLE)) == set(TITLE)


def test_a_subset_is_a_woff2_with_outlines_for_every_character() -> None:
    packed = subset(TITLE)
    face = opened(packed)
    outlines = face["CFF "].cff.topDictIndex[0].CharStrings
    empty = [
        one
        for code, one in face.getBestCmap().items()
        if code != ord(" ") and not outlines[one].bytecode[1:]
    ]
    assert packed[:4] == b"wOF2"
    assert empty == []


def test_vertical_forms_stay_because_headings_are_set_vertically() -> None:
    features = {
        record.FeatureTag
        for record in opened(subset("（实践）")).get("GSUB").table.FeatureList.FeatureRecord
    }
    assert {"vert"} <= features


def test_the_licence_travels_inside_the_file() -> None:
    names = opened(subset("实"))["name"]
    assert "Adobe" in names.getDebugName(0)
    assert "SIL Open Font License" in names.getDebugName(13)


def test_order_and_repeats_do_not_change_a_byte() -> None:
    assert subset("基地实践") == subset("实践基地实践\n")


def test_another_process_with_another_hash_seed_makes_the_same_bytes(tmp_path: Path) -> None:
    made = tmp_path / "made.woff2"
    script = (
        "import sys; from pathlib import Path; from showcase.fonts import subset;"
        "Path(sys.argv[1]).write_bytes(subset(sys.argv[2]))"
    )
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(cutting.__file__).parents[2]),
        "PYTHONHASHSEED": "7",
        "PYTHONUTF8": "1",
    }
    subprocess.run(
        [sys.executable, "-c", script, str(made), TITLE], env=environment, check=True, timeout=60
    )
    assert made.read_bytes() == subset(TITLE)


def test_no_clock_is_written_into_a_subset() -> None:
    assert (
        opened(subset("实"))["head"].modified
        == opened(cutting.SOURCE.read_bytes())["head"].modified
    )


def test_characters_that_the_face_lacks_are_named_once_in_order() -> None:
    assert missing(TITLE + OUTSIDE_GB2312 * 2) == ("䶮", "镕", "𠮷")


@pytest.mark.parametrize("shapeless", ["\n", "\t", "\u3000", "\u200b", "\ufeff", "\ud800"])
def test_signs_without_a_shape_are_never_missing(shapeless: str) -> None:
    assert missing(shapeless) == ()


def test_a_code_point_that_this_python_does_not_know_is_named() -> None:
    assert missing("\U000323af") == ("\U000323af",)


def test_a_lacking_character_is_left_out_of_the_subset() -> None:
    assert covered(subset("实" + OUTSIDE_GB2312)) == {"实"}


def test_no_characters_at_all_still_make_a_font() -> None:
    assert covered(subset("")) == set()


def test_all_of_gb2312_and_our_punctuation_is_in_the_source() -> None:
    every = {
        sign
        for row in range(0xA1, 0xF8)
        for cell in range(0xA1, 0xFF)
        for sign in bytes([row, cell]).decode("gb2312", "ignore")
    }
    assert len(every) == 6763 + 682
    assert missing("".join(every) + "“”‘’·—…《》、。，；：？！（）〔〕【】／＋①②③④⑤⑥⑦⑧⑨⑩→ Aé") == ()


def test_the_cache_gives_what_a_fresh_cut_gives(tmp_path: Path) -> None:
    cold = cached_subset(TITLE, tmp_path / "not" / "there")
    warm = cached_subset(TITLE[::-1], tmp_path / "not" / "there")
    assert cold == warm == subset(TITLE)


def test_a_warm_cache_cuts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = cached_subset("实践", tmp_path)
    monkeypatch.setattr(cutting, "subset", lambda _: pytest.fail("cut again"))
    assert cached_subset("实践", tmp_path) == cold


def test_other_characters_and_another_recipe_have_other_entries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cached_subset("实", tmp_path)
    cached_subset("践", tmp_path)
    monkeypatch.setattr(cutting, "RECIPE", cutting.RECIPE + 1)
    cached_subset("践", tmp_path)
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.parametrize("length", [0, 3, 200], ids=["empty", "no header", "half"])
def test_a_torn_entry_is_made_again(tmp_path: Path, length: int) -> None:
    whole = cached_subset("实", tmp_path)
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(whole[:length])
    assert cached_subset("实", tmp_path) == whole
    assert entry.read_bytes() == whole
