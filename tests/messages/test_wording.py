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
}  # fmt: skip
GAPS = {
    # what each sentence may leave open, as the diagnostics fill it
    "bad-file-name": {"written", "near"}, "same-id": {"id", "other"}, "linked-outside": {"written"},
    "file-missing": {"written"}, "unknown-key": {"key", "known"}, "unknown-key-near": {"key", "near"},
    "repeated-key": {"key"}, "missing-field": {"key"}, "too-long": {"length", "longest"},
    "bad-id": {"written"}, "bad-colour": {"written"}, "bad-url": {"written"}, "bad-flag": {"written"},
    "bad-number": {"written"}, "bad-date": {"written"}, "impossible-date": {"written"},
    "no-number": {"written"}, "not-in-list": {"written", "choices"}, "unknown-schema": {"written"},
    "unknown-part-of": {"id", "near"}, "part-of-itself": {"way"}, "unknown-source": {"id", "near"},
    "unknown-standard": {"id", "near"}, "unknown-criterion": {"written", "known"},
    "repeated-answer": {"written"}, "unknown-evidence": {"id", "near"}, "missing-photo": {"written", "id"},
    "photo-outside": {"written"}, "unknown-base": {"id", "near"}, "unknown-figure": {"id", "near"},
    "repeated-id": {"id"},
    "reserved-id": {"id"}, "city-twice": {"written", "full"}, "stray-file": {"written"}, "unknown-event": {"id", "near"},
    "photo-withheld": {"written"}, "former-id-taken": {"id", "other"}, "not-answerable": {"name"},
    "pairs-unequal": {"name", "count", "of"}, "criterion-repeated": {"name"}, "part-of-draft": {"id"},
    "unknown-motif": {"written", "known"}, "rhyme-not-exact": {"id"},
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
    found = [f"English: {word}" for word in words if word not in LITERALS and word != "UTF-8"]
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
def test_gaps_are_those_that_diagnostics_fill(code: str) -> None:
    wording = WORDINGS[code]
    assert gaps_of(wording.what) | gaps_of(wording.mend) == GAPS.get(code, set())


def test_values_that_look_like_gaps_are_printed_as_they_are() -> None:
    one = Diagnostic("bad-id", Level.ERROR, Place("bases/a.yml"), values={"written": "{id} {0} %s"})
    assert messages.what(one) == "编号“{id} {0} %s”写法不对。"


def test_the_caret_stands_under_the_column_of_a_chinese_line() -> None:
    one = Diagnostic("blank", Level.WARNING, Place("bases/a.yml", 3, 5), "口号", text="口号: x")
    assert messages.report([one]) == (
        "提醒 bases/a.yml:3:5 口号：这里是空的。 [blank]\n"
        "    口号: x\n"
        "    　　  ^\n"
        "    → 写上内容，或者删掉这一行。"
    )


def test_nothing_to_mend_prints_nothing() -> None:
    assert messages.report([]) == ""


def test_diagnostics_are_ordered_by_place_and_told_once() -> None:
    late = Diagnostic("blank", Level.ERROR, Place("bases/b.yml", 2))
    early = Diagnostic("tab", Level.NOTE, Place("bases/a.yml", 9, 2))
    first = Diagnostic("tab", Level.ERROR, Place("bases/a.yml", 9, 1))
    assert in_order([late, early, first, late]) == (first, early, late)
    assert errors([early, late]) == (late,)


def test_a_wording_is_two_sentences() -> None:
    assert list(Wording.__slots__) == ["what", "mend"]
