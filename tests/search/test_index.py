"""The index: small first, long texts after, readings from the characters that are there, nothing said twice."""

from __future__ import annotations

from typing import Any

import pytest
from pypinyin import Style, pinyin

from scripts import traditional
from showcase.pronunciation import heard, readings
from showcase.search import index as indexing
from showcase.search.characters import characters_of, common
from showcase.search.document import Document, DocumentKind
from showcase.search.index import index
from showcase.search.traditional import SIMPLIFIED
from tests.search.engine import base
from tests.site.project import ROOT


def head(*documents: Document, synonyms: tuple[tuple[str, ...], ...] = ()) -> dict[str, Any]:
    value = index(documents, synonyms)[0].value
    assert isinstance(value, dict)
    return value


def test_every_reading_of_a_character_is_there_the_usual_one_first() -> None:
    found = characters_of(["重庆闵行厦门"])
    assert "重" in found.sounds["zhong"] + found.others["zhong"]
    for syllable, character in (("chong", "重"), ("xing", "行"), ("hang", "行"), ("xia", "厦")):
        assert character in found.sounds.get(syllable, "") + found.others.get(syllable, ""), (
            syllable
        )
    for character in "重行厦":
        firsts = [one for one, run in found.sounds.items() if character in run]
        assert firsts == [readings(character)[0]]


def test_readings_are_those_of_the_library() -> None:
    for character in common():
        told = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
        assert readings(character) == tuple(dict.fromkeys(told)), character


def test_common_characters_are_known_though_no_text_has_them() -> None:
    assert len(common()) == 3755
    found = characters_of(["同心"])
    assert "芯" in found.sounds["xin"]
    assert "魑" not in "".join(found.sounds.values())
    assert "魑" in "".join(characters_of(["魑"]).sounds.values())


def test_traditional_characters_of_the_texts_lead_to_simplified_ones() -> None:
    pairs = characters_of(["同心荟"]).traditional
    table = dict(zip(pairs[::2], pairs[1::2], strict=True))
    assert table["薈"] == "荟"
    assert table["雲"] == "云"
    assert all(old != new for old, new in table.items())


def test_the_table_of_traditional_characters_is_what_its_source_says() -> None:
    assert traditional.TARGET.read_text("utf-8") == traditional.written()
    assert len(SIMPLIFIED) > 2500
    assert not set(SIMPLIFIED.values()) & {"聯", "雲"}


@pytest.mark.parametrize(
    ("name", "given", "read"),
    [
        ("云桥同心站", "", "yun qiao tong xin zhan"),
        ("律心同行", "lǜ xīn tóng xíng", "lv xin tong xing"),
        ("律心同行", "lǜxīn tónghang", "lv xin tong hang"),
        ("AI云荟", "AI yún huì", "yun hui"),
        ("AI云荟", "", "yun hui"),
        ("西安", "xi'an", "xi an"),
        ("1+6", "", ""),
    ],
)
def test_a_name_is_heard_as_people_say_it(name: str, given: str, read: str) -> None:
    assert " ".join(heard(name, given)) == read


def test_pinyin_that_does_not_fit_its_name_is_passed_over() -> None:
    assert heard("重楼", "chong") == heard("重楼", "chonglouzhan") == heard("重楼")


def test_only_readings_that_differ_from_the_usual_ones_are_told() -> None:
    told = head(base("同心"), base("乐行", pinyin="lè háng"), base("银行"))
    assert told["given"] == {"1.0": "le hang", "2.0": "yin hang"}


def test_what_an_event_shares_with_its_base_is_told_once() -> None:
    whole = base(
        "云桥", path="bases/a/", places=("云州市",), city="云州市", level="市级", image="i.svg"
    )
    part = Document(DocumentKind.activity, "开放日", "bases/a/#a1", of="bases/a/", image="i.svg")
    late = Document(DocumentKind.activity, "闭幕", "bases/a/timeline/#a2", of="bases/a/")
    rows = head(whole, part, late)["docs"]
    assert rows[1] == [1, "开放日", "#a1", 0, "", "", 0, [], [], 0, 0, 0, 0]
    assert rows[2][2] == "~#a2"


def test_long_texts_come_in_shards_that_the_head_leads_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "SHARD", 10)
    documents = [base(f"基地{number}", body="字" * 4) for number in range(5)]
    first, *bodies = index(documents)
    assert isinstance(first.value, dict)
    assert first.value["bodies"] == [{"name": one.name, "path": one.path} for one in bodies]
    values = [one.value for one in bodies]
    assert [(one["start"], len(one["texts"])) for one in values if isinstance(one, dict)] == [
        (0, 2), (2, 2), (4, 1),
    ]  # fmt: skip
    assert "字" * 4 not in first.content.decode()


def test_one_text_longer_than_a_shard_is_a_shard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "SHARD", 3)
    sizes = [len(one.texts) for one in indexing.shards([base("甲", body="长" * 9), base("乙")])]
    assert sizes == [1, 1] or sizes == [2]
    assert [one.texts for one in indexing.shards([])] == [()]


def test_the_same_documents_give_the_same_bytes() -> None:
    documents = [base("乙", words=("市级",)), base("甲", names=("丙", "丙", "甲", ""))]
    once, again = (index(documents)[0].content for _ in range(2))
    assert once == again
    assert head(*documents)["docs"][1][7] == ["丙"]


def test_a_dataset_is_a_script_that_no_text_can_leave() -> None:
    hostile = '</script>\u2028"\\'
    content = index([base(hostile)])[0].content.decode()
    assert content.startswith('Showcase.deliver("search",{')
    assert '"</script>\u2028\\"\\\\"' in content


def test_engine_and_pages_load_the_same_scripts() -> None:
    from showcase.gauge.trial import ENGINE

    link = (ROOT / "overrides/showcase/parts/search/link.html").read_text("utf-8")
    places = [link.index(f'"{name}" | asset') for name in ENGINE]
    assert places == sorted(places)
