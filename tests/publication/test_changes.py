"""What changes on the public site is told, all of it, once, in words that people use."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.ledger import Picture, Published, Snapshot, Tick
from showcase.publication import telling
from showcase.publication.changes import Change, Weight, changes
from showcase.publication.pairing import name_of, pairs, split
from tests.publication.samples import BASE, STANDARD, site, with_fields

WORDS = st.text(alphabet="同心站桥每周开放。，12家<b>&\n", max_size=12)
SINGLES = st.dictionaries(
    st.sampled_from(["城市", "摘要", "故事", "口号", "联系·电话", "隶属"]),
    WORDS.filter(bool),
    max_size=5,
)


@st.composite
def lists(draw: st.DrawFn) -> dict[str, str]:
    """A list of items, numbered without gaps."""
    items = draw(
        st.lists(
            st.fixed_dictionaries(
                {"名称": WORDS.filter(bool)}, optional={"数值": WORDS.filter(bool)}
            ),
            max_size=5,
        )
    )
    return {
        f"数据 第{number}条·{name}": text
        for number, item in enumerate(items, 1)
        for name, text in item.items()
    }


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    """Any state of a base."""
    ticks = draw(
        st.dictionaries(
            st.sampled_from(["three-haves·有场地", "three-haves·有章程"]),
            st.builds(
                Tick,
                st.sampled_from(["达标", "待佐证", "未对照"]),
                st.dictionaries(st.sampled_from(["opening", "visit"]), WORDS, max_size=2),
                WORDS,
            ),
        )
    )
    photos = draw(
        st.dictionaries(
            st.sampled_from(["aa.jpg", "bb.jpg"]),
            st.builds(Picture, st.sampled_from(["1" * 64, "2" * 64]), WORDS),
        )
    )
    fields = {**draw(SINGLES), **draw(lists())}
    return Snapshot(draw(WORDS), fields, ticks, photos)


def told(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    return changes(site(before), site(after))


def sentences(before: Published, after: Published) -> list[str]:
    return [telling.sentence(one) for one in changes(before, after)]


@given(snapshots())
def test_nothing_changed_is_nothing_told(state: Snapshot) -> None:
    assert told(state, state) == ()


@given(SINGLES, SINGLES)
def test_every_single_field_that_differs_is_told_exactly_once(
    before: dict[str, str], after: dict[str, str]
) -> None:
    found = told(Snapshot("云桥", before), Snapshot("云桥", after))
    differing = {path for path in before.keys() | after if before.get(path) != after.get(path)}
    assert sorted(one.what for one in found) == sorted(differing)
    assert all(one.before == before.get(one.what, "") for one in found)
    assert all(one.after == after.get(one.what, "") for one in found)


@given(lists(), lists())
def test_every_item_of_a_list_is_in_one_pair_and_told_by_it(
    before: dict[str, str], after: dict[str, str]
) -> None:
    old, new = split(before)[1].get("数据", []), split(after)[1].get("数据", [])
    made, shuffled = pairs(old, new)
    assert sorted(map(repr, old)) == sorted(
        repr(one.before) for one in made if one.before is not None
    )
    assert sorted(map(repr, new)) == sorted(
        repr(one.after) for one in made if one.after is not None
    )
    found = told(Snapshot("云桥", before), Snapshot("云桥", after))
    expected = sum(
        1
        if one.before is None or one.after is None
        else sum(one.before.get(name) != one.after.get(name) for name in {*one.before, *one.after})
        for one in made
    )
    assert len(found) == expected + shuffled


@given(snapshots(), snapshots())
def test_two_states_that_differ_are_never_told_to_be_the_same(
    before: Snapshot, after: Snapshot
) -> None:
    found = told(before, after)
    if not found:
        # evidence that only reads differently is told where it stands itself
        assert replace(before, ticks={}) == replace(after, ticks={})
    assert all(telling.sentence(one) for one in found)


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("数据_第1条_数值", "350余家", "数据“服务企业”由“300余家”改为“350余家”"),
        ("城市", "云海市", "城市由“云州市”改为“云海市”"),
        ("城市", "", "城市删去：云州市"),
        ("口号", "同心同行", "口号新增：同心同行"),
        ("数据_第1条_来源", "云州论文", "数据“服务企业”的来源由“云州报告”改为“云州论文”"),
        ("数据_第1条_名称", "服务的企业", "数据“服务的企业”的名称由“服务企业”改为“服务的企业”"),
        ("摘要", "云桥大厦里的活动站。每周五开放。", "摘要由“云桥大厦里的活动站。每周三开放。”改为“云桥大厦里的活动站。每周五开放。”"),
        (
            "摘要",
            "云桥大厦里的活动站。每周三和每周五的下午开放，欢迎附近的人来。",
            "摘要改动：第2句：每周三〔增：和每周五的下午〕开放〔增：，欢迎附近的人来〕。",
        ),
        ("达标·three-haves·依据·内容", "", "达标·云州三有·依据·内容删去：全市基地推行“三有”"),
    ],
)  # fmt: skip
def test_one_changed_field_is_one_sentence(field: str, text: str, sentence: str) -> None:
    assert sentences(site(), site(with_fields(**{field: text}))) == [sentence]


def test_a_new_first_line_does_not_make_the_others_new() -> None:
    after = with_fields(
        记载_第1条_内容="新添的一句",
        记载_第1条_来源="云州论文",
        记载_第2条_内容="管理外包",
        记载_第2条_来源="云州报告",
        记载_第3条_内容="每月议事一次",
    )
    assert sentences(site(), site(after)) == ["记载新增：新添的一句（云州论文）"]


def test_of_items_with_one_name_those_that_are_the_same_belong_together() -> None:
    def state(*values: str) -> Snapshot:
        fields: dict[str, str] = {}
        for number, value in enumerate(values, 1):
            fields |= {f"数据 第{number}条·名称": "服务企业", f"数据 第{number}条·数值": value}
        return Snapshot("云桥同心站", fields)

    assert sentences(site(state("300家", "350家")), site(state("400家", "300家", "350家"))) == [
        "数据新增：服务企业：400家"
    ]


def test_items_that_only_change_places_are_told_once() -> None:
    after = with_fields(
        记载_第1条_内容="每月议事一次",
        记载_第1条_来源="",
        记载_第2条_内容="管理外包",
        记载_第2条_来源="云州报告",
    )
    assert sentences(site(), site(after)) == ["“记载”里各条的先后变了"]


def ticked(**ticks: Tick) -> Published:
    named = {f"three-haves·{name}": tick for name, tick in ticks.items()}
    return site(replace(BASE, ticks={**BASE.ticks, **named}))


@pytest.mark.parametrize(
    ("name", "tick", "sentence"),
    [
        ("有场地", Tick("待佐证"), "对照“云州三有·有场地”熄灭，由“达标”到“待佐证”：去掉佐证“活动：开放日”；没有佐证"),
        ("有场地", Tick("待更新", {"opening": "活动：开放日"}), "对照“云州三有·有场地”熄灭，由“达标”到“待更新”：佐证过了有效期"),
        ("有章程", Tick("达标", {"rules": "记载：章程"}), "对照“云州三有·有章程”亮起，由“待佐证”到“达标”：新增佐证“记载：章程”"),
        ("有章程", Tick("待核"), "对照“云州三有·有章程”变了，由“待佐证”到“待核”"),
        ("有场地", Tick("达标", {"opening": "活动：开放日"}, "一层"), "对照“云州三有·有场地”变了：说明由“”改为“一层”"),
        ("有队伍", Tick("未对照"), "对照“云州三有·有队伍”变了，由“没有”到“未对照”"),
    ],
)  # fmt: skip
def test_a_tick_is_told_with_its_criterion_and_its_reason(
    name: str, tick: Tick, sentence: str
) -> None:
    assert sentences(site(), ticked(**{name: tick})) == [sentence]


def test_evidence_that_only_reads_differently_is_no_change_of_the_tick() -> None:
    after = ticked(有场地=Tick("达标", {"opening": "活动：大开放日"}))
    assert changes(site(), after) == ()


@pytest.mark.parametrize(
    ("photos", "found"),
    [
        ({}, ["照片“前厅”删去"]),
        ({"aa.jpg": replace(BASE.photos["aa.jpg"], sha256="2" * 64)}, ["照片“前厅”换了一张"]),
        ({**BASE.photos, "bb.jpg": Picture("3" * 64, "大门")}, ["照片“大门”新增"]),
        (
            {"aa.jpg": replace(BASE.photos["aa.jpg"], caption="今年的前厅")},
            ["照片“前厅”的图注由“2023年的前厅”改为“今年的前厅”"],
        ),
    ],
)
def test_photographs_are_told(photos: dict[str, Picture], found: list[str]) -> None:
    assert sentences(site(), site(replace(BASE, photos=photos))) == found


def test_a_base_that_is_renamed_is_moved_and_not_gone() -> None:
    named = replace(BASE, fields={**BASE.fields, "旧编号": "yunqiao"})
    after = site(named, "yunqiao-zhan")
    after = replace(after, pages={**after.pages, "bases/yunqiao/": BASE.name})
    assert sentences(site(), after) == [
        "网址由 /bases/yunqiao/ 改为 /bases/yunqiao-zhan/，旧网址自动转过去"
    ]


def test_pages_that_are_gone_stand_first_and_new_ones_last() -> None:
    other, new = Snapshot("云桥河畔站"), Snapshot("云桥山前站")
    figures = with_fields(数据_第1条_数值="350余家")
    found = changes(site(riverside=other), site(figures, hillside=new))
    assert [(one.how, one.id) for one in found] == [
        ("gone", "riverside"), ("changed", "yunqiao"), ("new", "hillside"),
    ]  # fmt: skip
    assert [one.weight for one in found] == [Weight.page, Weight.figure, Weight.added]


def test_within_a_base_ticks_come_before_figures_texts_and_photographs() -> None:
    after = replace(with_fields(数据_第1条_数值="350余家", 城市="云海市"), ticks={}, photos={})
    weights = [one.weight for one in told(BASE, after)]
    assert weights == sorted(weights)
    assert set(weights) == {Weight.tick, Weight.figure, Weight.text, Weight.photo}


def test_other_things_and_pages_are_told() -> None:
    before, after = site(), site()
    after = Published(
        {
            **after.things,
            "standards": {"three-haves": replace(STANDARD, fields={"用法": "对照"})},
            "terms": {},
            "content": {"about/": Snapshot("编写说明", {"正文": "改过的说明。"})},
        },
        {**after.pages, "cities/yunzhou/": "云州市"},
    )
    shown = telling.report(changes(before, after))
    for words in (
        "标准 云州三有（three-haves）\n  - 条目删去：有场地", "术语 同心（concentric）\n  - 这一条没有了",
        "手写的页面 编写说明（/about/）\n  - 正文由“虚构的说明。”改为“改过的说明。”",
        "网页 云州市（/cities/yunzhou/）\n  - 新的一页",
    ):  # fmt: skip
        assert words in shown


def test_the_summary_counts_what_weighs_most() -> None:
    found = changes(site(riverside=Snapshot("云桥河畔站")), ticked(有场地=Tick("待佐证")))
    assert telling.summary(found) == "共2处变化，其中1处网页没有了或换了网址，1处对照熄灭。"
    assert telling.summary(()) == "和上次发布的一样，没有变化。"
    assert telling.first_time(site()).startswith(
        "还没有发布过。这一次发布的全是新的：1个基地、1套标准"
    )


def test_programs_get_the_same() -> None:
    (one,) = telling.as_data(changes(site(), site(with_fields(城市="云海市"))))
    assert (one["before"], one["after"]) == ("云州市", "云海市")
    assert (one["kind"], one["id"], one["what"], one["weight"]) == (
        "bases", "yunqiao", "城市", "text",
    )  # fmt: skip


def test_an_item_is_called_by_its_name_else_by_its_first_words() -> None:
    assert name_of({"日期": "2023年", "标题": "开放日"}) == "开放日"
    assert name_of({"日期": "2023年"}) == "2023年"
