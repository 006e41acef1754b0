"""How sentences to staff are written."""

from __future__ import annotations

import re
import string

import pytest

from showcase import messages
from showcase.diagnostics import Diagnostic, Level, Place, errors, in_order
from showcase.messages import WORDINGS, Wording

LITERALS = {
    # what staff type, see in their editor or know by this name
    "YAML", "UTF", "MB", "Tab", "JPG", "PNG", "WebP", "yml", "https", "true", "false", "migrate", "bases",
    "schema", "name", "from", "to", "sure", "because", "source", "text", "id", "evidence", "part_of",
    "tied_by", "criteria", "groups", "rhyme", "_sources", "_standards", "opening-2023",
    "public_ok", "withdraw", "sign", "former_ids", "status", "_published", "json",
    "HEIC", "heic", "photos", "add", "clean", "ANSI", "GBK", "Unicode", "Word", "PDF", "fix", "Windows", "content", "md", "GIF",
    "Excel", "xlsx", "xls", "et", "WPS", "CSV", "export", "import", "check", "rename", "base",
}  # fmt: skip
SENTENCES = [
    pytest.param(sentence, id=f"{code}-{part}")
    for code, wording in WORDINGS.items()
    for part, sentence in (("what", wording.what), ("mend", wording.mend))
]


def gaps_of(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def faults_of(sentence: str) -> list[str]:
    """What is wrong with a sentence to staff."""
    printed = sentence.format_map(dict.fromkeys(gaps_of(sentence), "1"))
    words = re.findall(
        r"[A-Za-z_][A-Za-z_0-9]*(?:-[A-Za-z0-9]+)*", re.sub(r"#[0-9A-F]{6}", "", printed)
    )
    found = [
        f"English: {word}" for word in words if word not in LITERALS and not word.startswith("UTF-")
    ]
    if not sentence.endswith(("。", "？")):
        found.append("no full stop at its end")
    if re.search(r"[一-鿿][,;!?]|[一-鿿] [一-鿿]", printed):
        found.append("half-width punctuation or a gap between Chinese characters")
    if re.search(r"无效|非法|失败|异常|对象|字段|解析|请勿|您", printed):
        found.append("a word of programmers or of officials")
    return found


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_plain_chinese_and_ends(sentence: str) -> None:
    assert faults_of(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "没有这个基地",
        "Oops，没有。",
        "值无效。",
        "没有 这个基地。",
        "请勿这样写,改掉。",
        "找不到file。",
    ],
)
def test_a_sentence_that_is_not_is_noticed(sentence: str) -> None:
    assert faults_of(sentence) != []


@pytest.mark.parametrize("code", WORDINGS)
def test_it_is_said_what_to_write_instead(code: str) -> None:
    wording = WORDINGS[code]
    assert len(wording.what) <= 60
    assert 3 <= len(wording.mend) <= 60
    assert wording.mend != wording.what


@pytest.mark.parametrize("code", WORDINGS)
def test_both_languages_leave_the_same_gaps(code: str) -> None:
    wording = WORDINGS[code]
    chinese = gaps_of(wording.what) | gaps_of(wording.mend)
    english = gaps_of(wording.what_english) | gaps_of(wording.mend_english)
    assert not english or english == chinese


def test_values_that_look_like_gaps_are_printed_as_they_are() -> None:
    one = Diagnostic("bad-id", Level.ERROR, Place("bases/a.yml"), values={"written": "{id} {0} %s"})
    assert messages.what(one) == "编号“{id} {0} %s”写法不对。"


def test_diagnostics_are_ordered_by_place_and_told_once() -> None:
    late = Diagnostic("blank", Level.ERROR, Place("bases/b.yml", 2))
    early = Diagnostic("tab", Level.NOTE, Place("bases/a.yml", 9, 2))
    first = Diagnostic("tab", Level.ERROR, Place("bases/a.yml", 9, 1))
    assert in_order([late, early, first, late]) == (first, early, late)
    assert errors([early, late]) == (late,)


def test_a_wording_is_two_sentences() -> None:
    assert list(Wording.__slots__)[:2] == ["what", "mend"]
