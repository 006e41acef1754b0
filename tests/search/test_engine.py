"""What the engine tells of its finds: order, marks, passages, facets, and how it says that it only found what is near."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from showcase.search.document import Document, DocumentKind
from tests.search.engine import Engine, base, opened
from tests.site import browsing

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = browsing.marks

YUN = base(
    "云桥同心站",
    path="bases/yunqiao/",
    names=("云桥",),
    places=("云州市", "闵行区"),
    words=("市级", "示范点"),
    city="云州市",
    level="市级",
    standards=("六有标准",),
    year=2018,
    meta="云州市闵行区·示范点",
    lead="楼宇里的同心之家，现有9支小队。",
    body="2019年挂牌。" + "说明文字。" * 30 + "医生在这里办义诊，也办“心理·健康”讲座<b>。</b>",
    image="assets/covers/yunqiao-1x1.svg",
)
LV = base(
    "律心同行",
    path="bases/lvxin/",
    places=("云州市", "长宁区"),
    words=("区县级", "服务队"),
    city="云州市",
    level="区县级",
    body="另有39支小队。",
    pinyin="lǜ xīn tóng háng",
)
HAI = base(
    "海岛灯塔", places=("海州市",), words=("市级",), city="海州市", level="市级", body="讲海。"
)
DAY = Document(
    DocumentKind.activity,
    "社区义诊日",
    "bases/yunqiao/#a1",
    words=("公益", "云桥同心站"),
    year=2023,
    meta="2023年3月25日",
    body="量血压。",
    image="assets/covers/yunqiao-1x1.svg",
    of="bases/yunqiao/",
)
LATER = Document(
    DocumentKind.activity,
    "开放日",
    "bases/yunqiao/timeline/#a9",
    of="bases/yunqiao/",
    meta="2024年",
)
SIX = Document(
    DocumentKind.standard, "六有标准", "standards/six/", names=("6有标准",), lead="有阵地"
)
PAPER = Document(DocumentKind.source, "On the Main Aim of AI", "sources/aim/", meta="某某·2020年")
ALL = (YUN, LV, HAI, DAY, LATER, SIX, PAPER)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def engine(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    synonyms = (("志愿者", "义工"), ("义诊", "免费看病"))
    with opened(chromium, tmp_path_factory.mktemp("engine"), ALL, synonyms) as one:
        one.add()
        yield one


def marked(text: str, marks: list[list[int]]) -> str:
    """`新[心]`: a text with its marks."""
    for start, end in reversed(marks):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def first(engine: Engine, text: str) -> dict[str, Any]:
    hits: list[dict[str, Any]] = engine.find(text)["hits"]
    return hits[0]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("同心", "云桥[同心]站"),
        ("txz", "云桥[同心站]"),
        ("yunqiao", "[云桥]同心站"),
        ("yun qiao", "[云桥]同心站"),
        ("云qiaotx", "[云桥同心]站"),
        ("雲橋", "[云桥]同心站"),
        ("云乔同心", "[云桥同心]站"),
        ("lvxintongxing", "[律心同行]"),
        ("lvxintonghang", "[律心同行]"),
        ("aim", "On the Main [Aim] of AI"),
    ],
)
def test_the_found_stretch_of_a_title_is_marked(engine: Engine, typed: str, title: str) -> None:
    hit = first(engine, typed)
    assert marked(hit["title"], hit["marks"]) == title


def test_what_is_found_by_another_name_has_no_mark(engine: Engine) -> None:
    hit = first(engine, "６有")
    assert (hit["title"], hit["marks"]) == ("六有标准", [])


def test_a_passage_of_the_text_stands_under_the_title(engine: Engine) -> None:
    hit = next(one for one in engine.find("讲座")["hits"] if one["title"] == "云桥同心站")
    shown = marked(hit["snippet"], hit["snippetMarks"])
    assert shown == "医生在这里办义诊，也办“心理·健康”[讲座]<b>。</b>"


def test_signs_inside_words_hide_nothing(engine: Engine) -> None:
    hit = first(engine, "心理健康")
    assert marked(hit["snippet"], hit["snippetMarks"]) == (
        "医生在这里办义诊，也办“[心理·健康]”讲座<b>。</b>"
    )


def test_a_passage_is_one_line(engine: Engine) -> None:
    hit = next(one for one in engine.find("小队")["hits"] if one["title"] == "云桥同心站")
    assert hit["snippet"].startswith("现有9支小队。 2019年挂牌。")


def test_what_is_found_by_its_name_shows_its_first_sentence(engine: Engine) -> None:
    hit = first(engine, "yqtxz")
    assert (hit["snippet"], hit["snippetMarks"]) == (YUN.lead, [])


def test_a_hit_has_what_a_row_needs(engine: Engine) -> None:
    hit = first(engine, "云桥同心站")
    assert (hit["kind"], hit["path"], hit["meta"]) == ("基地", "bases/yunqiao/", YUN.meta)
    assert (hit["image"], hit["dark"]) == (
        "assets/covers/yunqiao-1x1.svg",
        "assets/covers/yunqiao-1x1-dark.svg",
    )
    plain = first(engine, "On the Main")
    assert (plain["image"], plain["dark"]) == ("", "")


def test_an_event_stands_where_its_base_stands(engine: Engine) -> None:
    found = engine.find("义诊日")
    hit = found["hits"][0]
    assert (hit["path"], hit["meta"]) == ("bases/yunqiao/#a1", "2023年3月25日·云桥同心站")
    assert hit["image"] == YUN.image
    assert found["facets"]["city"] == [["云州市", 1]]
    assert first(engine, "开放日")["path"] == "bases/yunqiao/timeline/#a9"


def test_names_come_before_places_before_texts(engine: Engine) -> None:
    assert engine.titles("义诊") == ["社区义诊日", "云桥同心站"]
    assert engine.titles("云州")[:2] == ["云桥同心站", "律心同行"]
    assert set(engine.titles("闵行")) == {"云桥同心站", "社区义诊日", "开放日"}


def test_numbers_are_whole(engine: Engine) -> None:
    assert engine.titles("9支") == ["云桥同心站"]
    assert engine.titles("39支") == ["律心同行"]
    assert engine.titles("2019年") == ["云桥同心站"]
    assert engine.titles("019年") == []
    assert engine.titles("２０１９年") == ["云桥同心站"]


def test_a_latin_word_begins_where_it_begins(engine: Engine) -> None:
    assert engine.titles("ai") == ["On the Main Aim of AI"]
    assert engine.titles("ain") == []
    assert engine.titles("n") == []


def test_synonyms_find_each_other(engine: Engine) -> None:
    assert engine.titles("免费看病") == engine.titles("义诊")


@pytest.mark.parametrize(
    ("typed", "near"),
    [("同心", False), ("txz", False), ("云州义诊", False), ("律芯同航", True), ("yunqaio", True)],
)
def test_what_is_only_near_is_told_as_near(engine: Engine, typed: str, near: bool) -> None:
    found = engine.find(typed)
    assert found["total"] > 0
    assert found["near"] is near


@pytest.mark.parametrize(
    "typed", ["", " ", "，", "''", "火星采矿", "qqqq", "zz9", "x" * 500, "(", "[", "\\", "*"]
)
def test_nothing_and_nonsense_find_nothing(engine: Engine, typed: str) -> None:
    found = engine.find(typed)
    assert (found["total"], found["hits"], found["near"]) == (0, [], False)


@pytest.mark.parametrize(
    "typed", ["云州闵行", "闵行云州", "云州义诊", "云州 义诊", "云州yizhen", "义诊云州"]
)
def test_words_run_together_are_told_apart(engine: Engine, typed: str) -> None:
    assert "社区义诊日" in engine.titles(typed)


def test_of_three_words_one_may_be_wrong_and_of_two_none(engine: Engine) -> None:
    found = engine.find("云州 义诊 采矿")
    assert found["near"] and "社区义诊日" in [one["title"] for one in found["hits"]]
    assert engine.titles("义诊 采矿") == []


def test_a_facet_counts_under_the_other_choices(engine: Engine) -> None:
    found = engine.find("市")
    assert found["facets"]["city"] == [["云州市", 4], ["海州市", 1]]
    chosen = engine.find("市", city="海州市")
    assert chosen["total"] == 1
    assert chosen["facets"]["city"] == [["云州市", 4], ["海州市", 1]]
    assert chosen["facets"]["kind"] == [["基地", 1]]
    assert engine.find("市", city="海州市", kind="活动")["total"] == 0
    assert engine.find("同心", standard="六有标准")["total"] == 1


def test_a_list_may_be_cut_and_its_total_stays(engine: Engine) -> None:
    found = engine.find("云州", limit=1)
    assert (len(found["hits"]), found["total"]) == (1, 4)


def test_names_are_found_before_texts_have_come(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, ALL) as early:
        assert early.page.evaluate("() => found.complete") is False
        assert early.titles("同心") == ["云桥同心站", "社区义诊日"]
        assert early.titles("讲座") == []
        early.add()
        assert early.page.evaluate("() => found.complete") is True
        assert early.titles("讲座") == ["云桥同心站"]


def test_readings_given_by_people_come_first(chromium: Browser, tmp_path: Path) -> None:
    documents = (
        base("乐行社"),
        base("乐行舍", pinyin="lè háng shè"),
        base("重光", pinyin="chongguang"),
    )
    with opened(chromium, tmp_path, documents) as engine:
        assert engine.titles("lehangshe")[0] == "乐行舍"
        assert engine.titles("lexingshe")[0] == "乐行社"
        assert engine.titles("chongguang") == ["重光"]
        # who reads it otherwise finds it all the same
        assert engine.titles("zhongguang") == ["重光"]


def test_an_index_of_nothing_finds_nothing(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, ()) as engine:
        engine.add()
        assert engine.find("同心")["total"] == 0


MORE = (
    base(
        "嘉禾义诊社",
        places=("云州市", "番禺区"),
        body="来了1,200人，另有12支队，maintain、AI。",
        year=0,
    ),
    base("B12创意园", places=("武汉市",), body="骑手歇脚。"),
    base("杭州会客厅", places=("西湖区",), city="杭州市"),
    base("欣欣向荣社", places=("西安市",)),
    Document(DocumentKind.source, "略论以杭州市为例的社区工作", "sources/lun/"),
    base("绿雅居"),
)
SAME = (("义诊", "·"), ("志愿者", "义工"), ("义工", "骑手"))


@pytest.fixture(scope="module")
def second(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with opened(chromium, tmp_path_factory.mktemp("second"), MORE, SAME) as one:
        one.add()
        yield one


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("义诊", ["嘉禾义诊社"]),  # one of its synonyms folds to nothing
        ("志愿者", []),
        ("义工", ["B12创意园"]),  # it stands in two groups
        ("0", []),
        ("0年", []),
        ("1200", ["嘉禾义诊社"]),
        ("1,200", ["嘉禾义诊社"]),
        ("200", []),
        ("2支", []),
        ("b1", []),
        ("b12", ["B12创意园"]),
        (".", []),
        ("#嘉禾", ["嘉禾义诊社"]),
        ("lǜ yǎ", ["绿雅居"]),
        ("lüyaju", ["绿雅居"]),
        ("xīn xīn xiàng róng", ["欣欣向荣社"]),
        ("inxinxiangrongshe", ["欣欣向荣社"]),
        ("欣欣x r", ["欣欣向荣社"]),
        ("iaheyizhenshe", ["嘉禾义诊社"]),  # without its first letter
        ("云州番禺义诊", ["嘉禾义诊社"]),
        ("wuhanqishou", ["B12创意园"]),
    ],
)
def test_found_by_an_examiner_and_mended(second: Engine, typed: str, titles: list[str]) -> None:
    assert second.titles(typed) == titles


def test_a_base_in_a_place_comes_before_a_source_that_names_it(second: Engine) -> None:
    assert second.titles("杭州") == ["杭州会客厅", "略论以杭州市为例的社区工作"]
    assert second.titles("xian")[0] == "欣欣向荣社"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("12支", "另有[12支]队，maintain、AI。"), ("ai", "maintain、[AI]。")],
)
def test_a_passage_is_marked_by_the_same_rules(second: Engine, typed: str, shown: str) -> None:
    hit = first(second, typed)
    assert shown in marked(hit["snippet"], hit["snippetMarks"])


def test_two_characters_are_heard_for_others_only_where_a_name_begins(second: Engine) -> None:
    assert second.titles("嘉和") == ["嘉禾义诊社"]
    assert second.find("嘉和")["near"] is True
    assert second.titles("以真") == []
