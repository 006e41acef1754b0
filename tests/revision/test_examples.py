"""What becomes of files, case by case: the new text is what a careful colleague would have typed."""

from __future__ import annotations

import pytest

from showcase.model import Base, Site, SourceList
from showcase.revision import Add, Change, Drop, Item, Put, Way
from tests.revision.files import done, read

TOP = "schema: 1\nname: 云桥\nkind: 其他\ncity: 云州市\n"
CHINESE = "格式版本: 1\n名称: 云桥\n类别: 其他\n城市: 云州市\n"
OPENING = {"date": "2023-03-25", "title": "开放日", "type": "会议", "source": "yunzhou-report"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "status: 草稿\n"),
        ("# 末尾的注释\n", "status: 草稿\n# 末尾的注释\n"),
        ("status: 发布  # 写好了\n", "status: 草稿  # 写好了\n"),
        ("status: '发布'\n", "status: '草稿'\n"),
        ('status: "published"\n', 'status: "草稿"\n'),
        ("status:\n", "status: 草稿\n"),
        ("status:   # 以后写\n", "status: 草稿   # 以后写\n"),
        ("status: ~\n", "status: 草稿\n"),
        ("status: 无\n", "status: 草稿\n"),
        ("状态: 发布\n", "状态: 草稿\n"),
        ("status: >-\n  发布\n\nsite: 甲\n", "status: >-\n  草稿\n\nsite: 甲\n"),
        ("status:\n  发布\nsite: 甲\n", "status: 草稿\nsite: 甲\n"),
        ("status：发布\n", "status：草稿\n"),
        ("story: |\n  一段\n\n  status: 发布\n", "story: |\n  一段\n\n  status: 发布\nstatus: 草稿\n"),
        ("story: |\n  一段\n\n\n", "story: |\n  一段\nstatus: 草稿\n\n\n"),
    ],
)  # fmt: skip
def test_the_status_is_set_in_place_or_added(before: str, after: str) -> None:
    assert done(TOP + before, Put(("status",), "草稿")) == TOP + after


def test_a_new_key_speaks_the_language_of_its_siblings() -> None:
    assert done(CHINESE, Put(("status",), "草稿")) == CHINESE + "状态: 草稿\n"
    mixed = TOP + "联系:\n  电话: 0571-00000000\ncontact_: 1\n".replace("contact_: 1\n", "")
    assert done(mixed, Put(("contact", "hours"), "上午")) == f"{mixed}  开放时间: 上午\n"
    assert done(mixed, Put(("site",), "甲")) == f"{mixed}site: 甲\n"
    braces = CHINESE + "cover: {motif: 葵}\n"
    assert done(braces, Put(("cover", "key"), "夜")) == CHINESE + "cover: {motif: 葵, key: 夜}\n"


def test_a_last_line_without_its_end_stays_without() -> None:
    assert done(TOP.rstrip(), Put(("status",), "草稿")) == f"{TOP}status: 草稿"
    assert done(TOP.rstrip(), Put(("city",), "云海市")) == TOP.rstrip().replace("云州", "云海")
    assert done(f"{TOP}site: 甲", Drop(("site",))) == TOP


def test_line_ends_stay_each_as_it_was() -> None:
    text = "schema: 1\r\nname: 云桥\nkind: 其他\rcity: 云州市\r\n"
    after = done(text, Put(("kind",), "协商平台"), Put(("contact", "phone"), "0571-00000000"))
    assert after == text.replace("其他", "协商平台") + "contact:\r\n  phone: 0571-00000000\r\n"


@pytest.mark.parametrize(
    ("photos", "after"),
    [
        ("  - {file: a.jpg, alt: 前厅} # 大\n", "  - {file: a.jpg, alt: 前厅, consent: 未取得} # 大\n"),
        ("  - {file: a.jpg, alt: 前厅, consent: 已取得}\n", "  - {file: a.jpg, alt: 前厅, consent: 未取得}\n"),
        ("  - file: a.jpg\n    alt: 前厅\n", "  - file: a.jpg\n    alt: 前厅\n    consent: 未取得\n"),
        ("  - file: a.jpg\n    alt: >\n      前厅\n", "  - file: a.jpg\n    alt: >\n      前厅\n    consent: 未取得\n"),
        ("  -\n    file: a.jpg\n    alt: 前厅\n", "  -\n    file: a.jpg\n    alt: 前厅\n    consent: 未取得\n"),
    ],
)  # fmt: skip
def test_a_key_is_added_to_an_item(photos: str, after: str) -> None:
    text = f"{TOP}photos:\n{photos}"
    assert done(text, Put(("photos", 0, "consent"), "未取得")) == f"{TOP}photos:\n{after}"


@pytest.mark.parametrize(
    ("former", "after"),
    [
        ("", "former_ids: [old]\n"),
        ("former_ids: [a, b]  # 两个\n", "former_ids: [a, b, old]  # 两个\n"),
        ("former_ids: []\n", "former_ids: [old]\n"),
        ("former_ids: a  # 一个\n", "former_ids: [a, old]  # 一个\n"),
        ("former_ids: a、b\n", "former_ids: [a, b, old]\n"),
        ("former_ids:\n", "former_ids: [old]\n"),
        ("former_ids:\n  - a  # 甲\n", "former_ids:\n  - a  # 甲\n  - old\n"),
        ("former_ids:\n- a\n", "former_ids:\n- a\n- old\n"),
        ("former_ids: [\n  a,  # 甲\n  b  # 乙\n]\n", "former_ids: [\n  a,  # 甲\n  b,  # 乙\n  old,\n]\n"),
        ("former_ids: [\n  a,\n]\n", "former_ids: [\n  a,\n  old,\n]\n"),
        ("former_ids: [a,\n  b]\n", "former_ids: [a,\n  b, old]\n"),
    ],
)  # fmt: skip
def test_a_text_is_added_to_a_list(former: str, after: str) -> None:
    assert done(TOP + former, Add(("former_ids",), "old")) == TOP + after


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("district: 东城区\n", ("西城区",), "district: 西城区\n"),
        ("district: 东城区\n", ("东城区", "西城区"), "district: [东城区, 西城区]\n"),
        ("district: 东城区\n", "东城区、西城区", "district: [东城区, 西城区]\n"),
        ("district: [东城区, 西城区]  # 两个\n", ("西城区",), "district: [西城区]  # 两个\n"),
        ("district:\n- 东城区 # 甲\n- 西城区 # 乙\n", ("东城区", "南城区"), "district:\n- 东城区 # 甲\n- 南城区 # 乙\n"),
        ("district:\n- 东城区 # 甲\n- 西城区 # 乙\n", ("西城区",), "district:\n- 西城区 # 乙\n"),
        ("district: [东城区]\n", (), ""),
        ("district: 东城区\n", ("甲、乙",), 'district: "甲、乙"\n'),
        ("", ("甲、乙", "丙"), 'district: ["甲、乙", 丙]\n'),
    ],
)  # fmt: skip
def test_a_list_is_put_anew(before: str, value: str | tuple[str, ...], after: str) -> None:
    assert done(TOP + before, Put(("district",), value)) == TOP + after


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("founded: 2018  # 约\n", Put(("founded", "source"), "bao"), "founded: {date: 2018, source: bao}  # 约\n"),
        ("成立: 2018\n", Put(("founded", "source"), "bao"), "成立: {日期: 2018, 来源: bao}\n"),
        ("founded: 2018\n", Put(("founded",), "2019"), "founded: 2019\n"),
        ("founded: 2018\n", Put(("founded", "date"), "2019"), "founded: 2019\n"),
        ("founded: {date: 2018, source: bao}\n", Put(("founded",), "2019"), "founded: {date: 2019, source: bao}\n"),
        ("founded: {date: 2018, source: bao}\n", Drop(("founded", "source")), "founded: {date: 2018}\n"),
        ("founded: 2018\n", Drop(("founded", "date")), ""),
        ("", Put(("founded", "date"), "2018"), "founded:\n  date: 2018\n"),
        ("activities:\n- title: 甲\n  date: {from: 2023-05, to: 2023-08}\n", Put(("activities", 0, "date", "to"), "2023-09"), "activities:\n- title: 甲\n  date: {from: 2023-05, to: 2023-09}\n"),
        ("activities:\n- date:\n    从: 2023-05\n    到: 2023-08 # 完\n  title: 甲\n", Put(("activities", 0, "date"), "2023-05"), "activities:\n- date: 2023-05\n  title: 甲\n"),
    ],
)  # fmt: skip
def test_a_value_that_may_be_a_mapping(before: str, change: Change, after: str) -> None:
    # the Chinese file is written in Chinese throughout
    top = CHINESE if before.startswith("成立") else TOP
    assert done(top + before, change) == top + after


TIE = "standards:\n  six:\n    tied_by: {text: 甲, source: bao}\n    basis: 自评\n    answers:\n"


def test_evidence_grows_from_a_word_to_a_mapping() -> None:
    way: Way = ("standards", "six", "answers", 0, "evidence", 0, "source")
    text = f"{TOP}{TIE}      - criterion: 有章程\n        status: 达标\n        evidence:\n          - opening  # 甲\n"
    assert done(text, Put(way, "bao")) == text.replace("opening", "{ref: opening, source: bao}")
    flow = text.replace("\n          - opening  # 甲", " [opening]")
    assert done(flow, Put(way, "bao")) == flow.replace("[opening]", "[{ref: opening, source: bao}]")
    assert done(flow, Add(way[:-2], {"ref": "second"})) == flow.replace(
        "opening]", "opening, second]"
    )


def at(indent: int, item: Item = OPENING) -> str:
    """The new activity, its dash so far in."""
    lines = [f"{key}: {value}" for key, value in item.items()]
    marks = ["- ", *["  "] * len(lines)]
    return "".join(
        f"{' ' * indent}{mark}{line}\n" for mark, line in zip(marks, lines, strict=False)
    )


IN_CHINESE: Item = {
    "日期": "2023-03-25",
    "标题": "开放日",
    "类型": "会议",
    "来源": "yunzhou-report",
}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", f"activities:\n{at(2)}", id="none yet"),
        pytest.param("activities:\n", f"activities:\n{at(2)}", id="left empty"),
        pytest.param("activities: ~\n", f"activities:\n{at(2)}", id="a word for nothing"),
        pytest.param("activities:  # 以后写\nsite: 甲\n", f"activities:  # 以后写\n{at(2)}site: 甲\n", id="left empty with a comment"),
        pytest.param("activities: []\n", f"activities:\n{at(2)}", id="empty brackets"),
        pytest.param("activities: [ ]  # 以后写\nsite: 甲\n", f"activities:  # 以后写\n{at(2)}site: 甲\n", id="empty brackets with a comment"),
        pytest.param("activities: [\n]\nsite: 甲\n", f"activities:\n{at(2)}site: 甲\n", id="empty brackets over two lines"),
        pytest.param("activities:\n- title: 甲\nsite: 甲\n", f"activities:\n- title: 甲\n{at(0)}site: 甲\n", id="not indented"),
        pytest.param("stats:\n- {label: 甲, value: 3家}\n", f"stats:\n- {{label: 甲, value: 3家}}\nactivities:\n{at(0)}", id="as other lists are"),
        pytest.param("activities:\n  - title: 甲\n\nsite: 甲\n", f"activities:\n  - title: 甲\n{at(2)}\nsite: 甲\n", id="indented by two"),
        pytest.param("activities:\n    - title: 甲\n      place: 乙\n", f"activities:\n    - title: 甲\n      place: 乙\n{at(4)}", id="indented by four"),
        pytest.param("activities:\n  - title: 甲\n\n  - title: 乙\n", f"activities:\n  - title: 甲\n\n  - title: 乙\n\n{at(2)}", id="spaced"),
        pytest.param("activities:\n  - {title: 甲}\n", "activities:\n  - {title: 甲}\n  - {date: 2023-03-25, title: 开放日, type: 会议, source: yunzhou-report}\n", id="items in braces"),
        pytest.param("activities: [{title: 甲}]\n", "activities: [{title: 甲}, {date: 2023-03-25, title: 开放日, type: 会议, source: yunzhou-report}]\n", id="list in brackets"),
        pytest.param("活动:\n  - 标题: 甲\n", f"活动:\n  - 标题: 甲\n{at(2, IN_CHINESE)}", id="Chinese items"),
        pytest.param("activities:\n  - title: 甲\n# 别的\nsite: 甲\n", f"activities:\n  - title: 甲\n{at(2)}# 别的\nsite: 甲\n", id="comment of the next key"),
        pytest.param("activities:\n  - title: 甲\n  # - title: 乙\n", f"activities:\n  - title: 甲\n{at(2)}  # - title: 乙\n", id="an item in comments"),
        pytest.param("activities:\n  - title: 甲\n    # place: 乙\n", f"activities:\n  - title: 甲\n    # place: 乙\n{at(2)}", id="a key in comments"),
        pytest.param("activities:\n  - title: 甲\n    summary: >-\n      一句话\n\nsite: 甲\n", f"activities:\n  - title: 甲\n    summary: >-\n      一句话\n{at(2)}\nsite: 甲\n", id="folded text at the end"),
        pytest.param("story: |\n  # 标题\n  activities: []\n", f"story: |\n  # 标题\n  activities: []\nactivities:\n{at(2)}", id="the word inside a story"),
    ],
)  # fmt: skip
def test_a_new_item_is_laid_out_as_its_neighbours(before: str, after: str) -> None:
    assert done(TOP + before, Add(("activities",), OPENING)) == TOP + after


def test_new_mappings_are_begun_where_they_are_not() -> None:
    answers: tuple[Item, ...] = (
        {"criterion": "有章程", "status": "达标", "evidence": ("opening", "second")},
    )
    item: Item = {
        "tied_by": {"text": "推行六有", "source": "bao"},
        "basis": "自评",
        "answers": answers,
    }
    assert done(CHINESE, Add(("standards", "six"), item)) == CHINESE + (
        "达标:\n  six:\n    依据:\n      内容: 推行六有\n      来源: bao\n    性质: 自评\n    对照:\n"
        "      - 条目: 有章程\n        情况: 达标\n        佐证: [opening, second]\n"
    )
    sources = "schema: 1\nsources:\n  bao: {short: 报, kind: 其他}\n"
    new: Item = {"short": "又一份", "kind": "其他"}
    assert done(sources, Add(("sources", "you"), new), model=SourceList) == (
        f"{sources}  you:\n    short: 又一份\n    kind: 其他\n"
    )
    site = "schema: 1\nname: 甲\n"
    assert done(site, Add(("cities", "云州市"), "yunzhou"), model=Site) == (
        f"{site}cities:\n  云州市: yunzhou\n"
    )
    assert done(site, Put(("home", "scroll"), ("a", "b")), model=Site) == (
        f"{site}home:\n  scroll: [a, b]\n"
    )


LIST = TOP + (
    "activities:\n  # 第一\n  - title: 甲  # 一\n    place: 乙\n    # 一末\n\n"
    "  # 第二\n  - title: 丙\n    date: 2023\n\n  # 放着\n\n  - title: 丁\n\n# 别的\nsite: 戊\n"
)


@pytest.mark.parametrize(
    ("numbers", "gone"),
    [
        ((0,), "  # 第一\n  - title: 甲  # 一\n    place: 乙\n    # 一末\n\n"),
        ((1,), "\n  # 第二\n  - title: 丙\n    date: 2023\n"),
        ((2,), "\n  - title: 丁\n"),
        ((0, 1, 2), LIST[len(TOP) : LIST.index("\n# 别的")]),
    ],
)
def test_an_item_goes_with_the_comments_that_are_its_own(
    numbers: tuple[int, ...], gone: str
) -> None:
    after = done(LIST, *(Drop(("activities", number)) for number in numbers))
    assert LIST.count(gone) == 1
    assert after == LIST.replace(gone, "")


def test_the_key_behind_a_dash_gives_its_place_to_the_next() -> None:
    text = f"{TOP}activities:\n  - date: 2023  # 年\n    title: 甲  # 名\n    place: 乙\n"
    way: Way = ("activities", 0)
    kept = text.replace("date: 2023  # 年\n    ", "")
    assert done(text, Drop((*way, "date"))) == kept
    changes = (Drop((*way, "date")), Put((*way, "title"), "丙"), Put((*way, "type"), "会议"))
    assert done(text, *changes) == kept.replace("甲", "丙") + "    type: 会议\n"
    noted = text.replace("    title", "    # 题\n    title")
    assert done(noted, Drop((*way, "date"))) == noted.replace("- date: 2023  # 年", "-")


def test_what_becomes_empty_goes_too() -> None:
    text = f"{TOP}contact:\n  # 总机\n  phone: 0571-00000000\nactivities:\n- title: 甲\n"
    way: Way = ("activities", 0, "title")
    assert done(text, Drop(("contact", "phone")), Drop(way)) == TOP


def test_what_heads_a_file_stays_with_it() -> None:
    text = f"# 报送\nsite: 甲\n{TOP}"
    assert done(text, Drop(("site",))) == f"# 报送\n{TOP}"


@pytest.mark.parametrize(
    ("before", "numbers", "after"),
    [
        ("[a, b, c]", (0,), "[b, c]"),
        ("[a, b, c]", (1,), "[a, c]"),
        ("[a, b, c]", (1, 2), "[a]"),
        ("[ a, b, c ]", (0, 1), "[ c ]"),
        ("[\n  a,  # 甲\n  b,\n]", (0,), "[\n  # 甲\n  b,\n]"),
        ("[\n  a,\n  b  # 乙\n]", (0,), "[\n  b  # 乙\n]"),
        ("[a,\n  b]", (1,), "[a\n  ]"),
    ],
)
def test_items_are_taken_out_of_brackets(before: str, numbers: tuple[int, ...], after: str) -> None:
    text = f"{TOP}former_ids: {before}\nsite: 甲\n"
    changes = [Drop(("former_ids", number)) for number in numbers]
    assert done(text, *changes) == text.replace(before, after)


def test_several_changes_go_by_the_numbers_of_before() -> None:
    text = f"{TOP}activities:\n- title: 甲\n- title: 乙\n- title: 丙\n"
    changes = (
        Drop(("activities", 0)),
        Put(("activities", 2, "place"), "园"),
        Add(("activities",), {"title": "丁"}),
        Put(("activities", 1, "title"), "新"),
        Add(("activities",), {"title": "戊"}),
    )
    assert done(text, *changes) == (
        f"{TOP}activities:\n- title: 新\n- title: 丙\n  place: 园\n- title: 丁\n- title: 戊\n"
    )
    all_new: list[Change] = [*(Drop(("activities", number)) for number in range(3)), changes[2]]
    assert done(text, *all_new) == f"{TOP}activities:\n- title: 丁\n"


@pytest.mark.parametrize(
    ("story", "value", "after"),
    [
        (
            "story: |\n  一\n\n  二\n\nsite: 甲\n",
            "三\n\n四",
            "story: |\n  三\n\n  四\n\nsite: 甲\n",
        ),
        ("story: >\n    一\n    又一\n", "三\n四", "story: |\n    三\n    四\n"),
        ("story: |2-  # 长\n    一\n", "三\n四", "story: |-  # 长\n    三\n    四\n"),
        ("story: 一段  # 短\n", "三\n四", "story: |  # 短\n  三\n  四\n"),
        ("story: '一\n\n  二'\nsite: 甲\n", "三\n四", "story: |\n  三\n  四\nsite: 甲\n"),
        ("", "三\n  四\n\n# 五", "story: |\n  三\n    四\n\n  # 五\n"),
        ("story: |\n  一\n  二\n", "- 三: 四 #五", "story: |\n  - 三: 四 #五\n"),
    ],
)
def test_paragraphs_are_written_as_paragraphs(story: str, value: str, after: str) -> None:
    assert done(TOP + story, Put(("story",), value)) == TOP + after
    content = read(TOP + after)
    assert isinstance(content, Base)
    assert content.story == value
