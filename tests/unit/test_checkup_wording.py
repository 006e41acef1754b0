"""How the checkup speaks: plain sentences, nothing made up, nothing that a terminal would obey."""

from __future__ import annotations

import re
from dataclasses import replace
from string import Formatter

import pytest

from showcase.checkup import WEIGHTS, Matter
from showcase.checkup.report import data_of, named, overview, unread
from showcase.checkup.wording import NOT_AN_ASSESSMENT, WORDINGS, effect_of, typed_of
from showcase.diagnostics import Diagnostic, Level, Place
from showcase.model import Base, Photo
from tests.unit.lacking import catalogue, checkup, examined, whole
from tests.unit.written import read

TYPED = {
    # what staff type, or know by this name
    "bases", "evidence", "photos", "alt", "sure", "because", "_sources", "yml", "https", "id",
}  # fmt: skip
SENTENCES = [
    pytest.param(sentence, id=f"{code}-{part}")
    for code, one in WORDINGS.items()
    for part, sentence in (("effect", one.effect), ("ask", one.ask))
] + [NOT_AN_ASSESSMENT]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_plain_chinese_and_ends(sentence: str) -> None:
    said = re.sub(r"{\w+}", "甲", sentence)
    assert said.endswith("。")
    assert len(sentence) <= 75
    assert set(re.findall(r"[A-Za-z_]+", said.replace("{id}", ""))) <= TYPED
    assert not re.search(r"[一-鿿][,;!?:]|[一-鿿] [一-鿿]|无效|非法|失败|字段|解析|请勿|您", said)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_nothing_speaks_of_merit(sentence: str) -> None:
    assert not re.search(r"得分|分数|评分|第[一二三]名|优秀|落后|不合格", sentence)


@pytest.mark.parametrize("code", WORDINGS)
def test_what_is_to_be_typed_leaves_every_value_open(code: str) -> None:
    for line in WORDINGS[code].typed.format_map(_Gaps()).split("\n"):
        values = re.sub(r"[\w-]+:(?= |$)", "", line.removeprefix("+"))
        assert re.sub(r'[\s{}\[\],"-]|https://|…', "", values) == "", line


class _Gaps(dict[str, str]):
    """Every gap filled with a key."""

    def __missing__(self, key: str) -> str:
        return "gap:" if key == "lines" else "gap"


def test_the_gaps_of_typed_lines_hold_ids_and_keys_alone() -> None:
    gaps = {name for one in WORDINGS.values() for _, name, _, _ in Formatter().parse(one.typed)}
    assert gaps - {None} == {"source", "id", "lines"}


@pytest.mark.parametrize("matter", Matter)
def test_a_matter_is_named_and_its_weight_explained(matter: Matter) -> None:
    assert re.fullmatch(r"[一-鿿a-z]{3,12}", matter.value)
    assert re.fullmatch(r"[^。,;]{6,30}", WEIGHTS[matter].reason)


def test_a_key_joins_others_within_their_braces() -> None:
    data = whole()
    del data["stats"][0]["as_of"]
    (one,) = examined(catalogue(data)).findings
    assert typed_of(one) == ("as_of: ……",)
    made = catalogue(data)
    text = made.bases["hetang"].text.replace(
        "stats:\n- id: firms\n  label: 服务企业\n  value: 12家\n  source: yunzhou-report\n",
        "stats:\n- {id: firms, label: 服务企业, value: 12家, source: yunzhou-report}\n",
    )
    (inline,) = examined(replace(made, bases={"hetang": read(text, Base)})).findings
    assert typed_of(inline) == ("{原来的内容, as_of: ……}",)


def test_values_of_files_are_printed_as_they_are() -> None:
    data = whole()
    data["activities"][0] |= {"title": "{0} %s {name}"}
    del data["activities"][0]["source"]
    first = examined(catalogue(data)).findings[0]
    assert effect_of(first).startswith("给“{0} %s {name}”补上来源")


def test_the_overview_has_a_table_whose_columns_stand_under_each_other() -> None:
    data = whole()
    del data["summary"], data["slogan"]
    data["notes"] = [{"text": "甲"}, {"text": "乙"}]
    lines = list(overview(checkup(catalogue(data)), ()))
    assert lines[0] == "体检报告（照2026年11月22日看）：1个基地"
    assert lines[1] == NOT_AN_ASSESSMENT
    assert lines[3:7] == [
        "  差什么    处  基地",
        "  没有摘要   1     1",
        "  没有来源   2     1",
        "  没有口号   1     1",
    ]
    assert lines[10:13] == [
        " 1. 补上摘要，名称下面就有一两句话，卡片、搜索结果和分享也用它。",
        "    荷塘议事亭，bases/hetang.yml 第4行下面",
        "    只照本文件里已有来源的内容写，120字以内；内容不够就先补记载。",
    ]


def test_a_base_is_told_in_full() -> None:
    data = whole()
    for answer in data["standards"]["three-haves"]["answers"][:2]:
        answer["evidence"] = []
    lines = list(named([examined(catalogue(data))], ("bases/a.yml",)))
    assert lines[:5] == [
        NOT_AN_ASSESSMENT,
        "有错误、没有看的文件：bases/a.yml。先用 check 看怎么改。",
        "",
        "荷塘议事亭（bases/hetang.yml）：还差2样",
        "“云州三有”现在1/3，再有2条佐证就是3/3。",
    ]
    assert lines[6] == " 1. 补1条佐证即可点亮“有场地”。"
    assert lines[9] == "        evidence: [……]"


def test_programs_are_told_without_a_day_where_there_is_none() -> None:
    made = checkup(catalogue(whole()), None)
    data = data_of(made, made.bases, ())
    assert data["as_of"] is None
    assert data["counts"] == data["steps"] == []


def test_only_files_of_which_nothing_was_read_are_left_out() -> None:
    made = catalogue(whole())
    told = [
        Diagnostic("tab", Level.ERROR, Place("bases/broken.yml", 3)),
        Diagnostic("tab", Level.ERROR, Place("bases/broken.yml", 4)),
        Diagnostic("missing-photo", Level.ERROR, Place("bases/hetang.yml", 3)),
        Diagnostic("uncited", Level.WARNING, Place("bases/other.yml")),
        Diagnostic("file-missing", Level.ERROR, Place("content/about.md")),
    ]
    assert unread(made, told) == ("bases/broken.yml",)


def test_the_model_itself_asks_for_the_words_of_a_photograph() -> None:
    assert Photo.model_fields["alt"].is_required()
