"""Which cover a base gets, and how covers stand in a row."""

from itertools import pairwise
from typing import Any

import pytest

from showcase.covers import COLOURS, KEYS, MOTIFS, CoverSpec, Key, arrange, caption, choose
from showcase.covers.choice import NEUTRAL_MOTIFS
from showcase.covers.colour import from_hex


@pytest.mark.parametrize(
    ("name", "motif"),
    [
        ("云桥同心站", "arch"),
        ("云州同心站", "arcs"),
        ("团圆里", "arcs"),
        ("新心向阳", "sunflower"),
        ("晨光驿站", "sunflower"),
        ("浦东新动力", "waves"),
        ("滨江党群站", "waves"),
        ("城新同行", "threads"),
        ("云州新联会", "threads"),
        ("云州服务联盟", "threads"),
        ("陆家嘴金融城新联会", "towers"),
        ("楼宇里的新力量", "towers"),
        ("未来之城", "towers"),
        ("青山同心荟", "hills"),
        ("乐享·新声活", "sound"),
        ("喜马拉雅新联会", "sound"),
        ("海燕博客", "flock"),
        ("网络作家村", "slips"),
        ("悦读空间", "slips"),
        ("知音汇文创园区", "strings"),
        ("非遗社区", "strings"),
        ("湖滨晴雨", "ripples"),
        ("清波话坊", "ripples"),
        ("红巷议事厅", "ripples"),
        ("馒头山社区邻里中心", "roofs"),
        ("小营巷基地", "roofs"),
        ("夏新连心", "arch"),
    ],
)
def test_words_of_the_name_call_a_motif(name: str, motif: str) -> None:
    assert choose("any", name, "").motif == motif


def test_the_words_reach_every_motif() -> None:
    assert {choose("any", name, "").motif for name in (
        "燕", "声", "书", "琴", "阳", "楼", "议", "巷", "山", "桥", "圆", "联", "江",
    )} == set(MOTIFS)  # fmt: skip


def test_the_name_is_read_before_the_idea() -> None:
    assert choose("any", "海燕博客", "在商务楼里协商议事").motif == "flock"
    assert choose("any", "新力量", "在商务楼里请人喝茶").motif == "towers"


def test_short_words_count_in_names_only() -> None:
    assert choose("any", "新力量", "电话预约，城里有书").motif in NEUTRAL_MOTIFS


@pytest.mark.parametrize(
    "name", ["城阳样本", "浙江公司基地", "汉阳“1+3”", "上海新力量", "上城指导中心"]
)
def test_names_of_places_call_no_motif(name: str) -> None:
    assert {choose(f"base-{n}", name, "").motif for n in range(40)} == set(NEUTRAL_MOTIFS)


def test_explicit_wins() -> None:
    spec = choose("any", "海燕博客", "", motif="arch", colour="#A6192E", key="day", rhyme=11)
    assert spec == CoverSpec("any", "arch", "#A6192E", "day", 11)


@pytest.mark.parametrize(
    "wrong", [{"motif": "dove"}, {"colour": "red"}, {"key": "noon"}, {"motif": ""}, {"key": ""}]
)
def test_what_does_not_exist_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"unknown|#rrggbb"):
        choose("any", "名", "", **wrong)


def test_by_hash_every_key_and_colour_has_its_turn() -> None:
    chosen = [choose(f"base-{n}", "名", "") for n in range(300)]
    assert {spec.key for spec in chosen} == set(KEYS)
    assert {spec.colour for spec in chosen} == set(COLOURS)


def test_things_with_a_colour_in_nature_keep_it() -> None:
    for motif, entry in MOTIFS.items():
        if entry.hues:
            for n in range(60):
                hue = from_hex(choose(f"base-{n}", "名", "", motif=motif).colour).hue
                assert entry.hues[0] <= hue <= entry.hues[1], motif


def test_no_sunflower_is_blue() -> None:
    assert all(20 < from_hex(choose(f"base-{n}", "向阳", "").colour).hue < 100 for n in range(60))


def test_a_rhyme_that_cannot_be_shown_is_dropped() -> None:
    assert choose("any", "城新同行", "", rhyme=9).rhyme == 9
    assert choose("any", "城新同行", "", rhyme=425).rhyme is None
    assert choose("any", "城新同行", "", rhyme=0).rhyme is None


def test_captions_say_what_is_drawn_and_no_more() -> None:
    assert caption(choose("any", "城新同行", "", rhyme=9)) == "画中9条线"
    assert caption(choose("any", "海燕博客", "", rhyme=17)) == "画中17只燕子"
    assert caption(choose("any", "同心荟", "")) == ""
    assert caption(CoverSpec("any", "threads", "#A6192E", "day", 425)) == ""


def row(*panels: tuple[str, Key]) -> list[CoverSpec]:
    return [CoverSpec(f"base-{n}", m, "#3F6B45", k) for n, (m, k) in enumerate(panels)]


def test_a_row_has_no_motif_twice_running() -> None:
    given = row(
        ("arcs", "day"), ("arcs", "night"), ("waves", "dusk"), ("hills", "day"), ("arcs", "dusk")
    )
    assert all(a.motif != b.motif for a, b in pairwise(arrange(given)))


def test_what_crowds_the_queue_is_spread_over_the_row() -> None:
    given = row(
        ("waves", "day"), ("hills", "dusk"), ("arcs", "night"), ("arcs", "night"), ("arcs", "night")
    )
    assert [spec.motif for spec in arrange(given)] == ["arcs", "waves", "arcs", "hills", "arcs"]


def test_never_three_days_together_and_keys_alternate() -> None:
    motifs = list(MOTIFS)[:6]
    keys: list[Key] = ["day", "day", "day", "night", "night", "dusk"]
    arranged = arrange(row(*zip(motifs, keys, strict=True)))
    assert all(a.key != b.key for a, b in pairwise(arranged))


def test_a_good_order_is_left_alone() -> None:
    given = row(("arcs", "night"), ("waves", "day"), ("hills", "dusk"), ("flock", "day"))
    assert arrange(given) == given


def test_a_short_row_takes_what_fits() -> None:
    given = row(("arcs", "day"), ("arcs", "day"), ("waves", "night"), ("arcs", "dusk"))
    assert arrange(given, 2) == [given[0], given[2]]
    assert arrange(given, 99) != []
    assert arrange([], 7) == []


def test_arranging_changes_no_cover() -> None:
    given = row(("arcs", "day"), ("arcs", "day"), ("arcs", "day"), ("arcs", "day"))
    arranged = arrange(given)
    assert sorted(spec.id for spec in arranged) == sorted(spec.id for spec in given)
    assert all(spec in given for spec in arranged)


def test_adding_a_base_changes_no_cover_of_another() -> None:
    bases = [(f"base-{n}", f"新联会{n}", "联谊组织") for n in range(30)]
    before = {spec.id: spec for spec in arrange([choose(*base) for base in bases])}
    bases.insert(3, ("added", "同心荟", "品牌平台"))
    after = {spec.id: spec for spec in arrange([choose(*base) for base in bases])}
    assert {id: after[id] for id in before} == before
