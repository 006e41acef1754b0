"""The office's own words: what counts as one, what it becomes, and that a mend mends."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.diagnostics import Diagnostic, Level, Place
from showcase.folder import Folder
from showcase.model import Site, WordList
from showcase.model.shape import shape_of
from showcase.prose_folder import NEEDED
from showcase.rules import wordlist
from showcase.rules.lexicon import Lexicon
from showcase.workshop import Workshop
from tests.cases.story import BASELINE
from tests.unit.written import a_base, a_catalogue, read

NAMES = (
    "schema: 1\nnames:\n  - {write: 新的社会阶层人士, instead_of: [新社会阶层人士, 社会阶层人士]}\n"
)


def a_list(tail: str) -> WordList:
    return read(f"schema: 1\n{tail}", WordList).content


def found(words: str, text: str) -> list[str]:
    """The words found, each with where it begins."""
    return [f"{one.written}@{one.start}" for one in Lexicon.of(a_list(words)).matches(text)]


def told(words: str, tail: str) -> list[Diagnostic]:
    record = read(f"schema: 1\n{words}", WordList)
    catalogue = dataclasses.replace(a_catalogue(hetang=tail), words=record)
    return list(wordlist.check(catalogue))


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("names: [{write: 甲乙丙, instead_of: 乙}]", "甲乙丙、乙", ["乙@4"]),
        ("names: [{write: 甲, instead_of: [乙丙, 乙丙丁]}]", "乙丙丁乙丙", ["乙丙丁@0", "乙丙@3"]),
        ("banned: [甲乙, 乙丙丁]", "甲乙丙丁", ["乙丙丁@1"]),
        ("banned: [甲乙, 乙丙, 丙丁]", "甲乙丙丁", ["甲乙@0", "丙丁@2"]),
        ("absolutes: [{instead_of: 第一, except: [第一届, 全市第一书记]}]", "第一届第一全市第一书记", ["第一@3"]),
        ("absolutes: [{instead_of: 最, except: 最近}]", "最最近最", ["最@0", "最@3"]),
        ("banned: [霸主]", "霸 主、霸\n  主、霸\n\n主、霸　主", ["霸主@0", "霸主@4", "霸主@15"]),
        ("banned: [AI]", "AI、MAIN、AI课、xAI", ["AI@0", "AI@8"]),
        ("banned: [a.c]", "abc a.c", ["a.c@4"]),
        ("banned: [New Area]", "New Area NewArea", ["New Area@0"]),
        ("names: []", "甲", []),
        ("names: [{write: 甲, instead_of: 甲}]", "甲", []),
    ],
)  # fmt: skip
def test_the_longest_wins_and_a_right_form_shields(
    words: str, text: str, expected: list[str]
) -> None:
    assert found(words, text) == expected


@pytest.mark.parametrize(
    ("words", "tail", "codes"),
    [
        ("absolutes: [最]", "slogan: 最大", ["absolute-word"]),
        ("absolutes: [最]", "statements: [{text: 最大, source: yunzhou-report}]", []),
        ("absolutes: [最]", "statements: [{text: 最大}]", ["absolute-word"]),
        ("absolutes: [最]", "slogan: 《最大的亭子》", []),
        (
            "absolutes: [{instead_of: 最, titles: true}]",
            "slogan: 《最大的亭子》",
            ["absolute-word"],
        ),
        ("absolutes: [最]", "slogan: 《亭子》最大《亭子》", ["absolute-word"]),
        ("banned: [最]", "statements: [{text: 最大, source: yunzhou-report}]", ["word-not-to-use"]),
        ("banned: [{instead_of: 最, write: 很}]", "slogan: 最大", ["word-to-replace"]),
        ("absolutes: [{instead_of: 最, write: 很}]", "slogan: 最大", ["absolute-word-to-replace"]),
        ("banned: [最]", "public_ok: [最大]", []),
    ],
)
def test_what_a_word_asks_for_depends_on_its_list(words: str, tail: str, codes: list[str]) -> None:
    assert [one.code for one in told(f"{words}\n", f"{tail}\n")] == codes


@pytest.mark.parametrize(
    ("entry", "level"),
    [
        ("names: [{instead_of: 最, write: 很}]", Level.WARNING),
        ("banned: [最]", Level.ERROR),
        ("absolutes: [最]", Level.WARNING),
        ("banned: [{instead_of: 最, level: 说明}]", Level.NOTE),
        ("names: [{instead_of: 最, write: 很, level: error}]", Level.ERROR),
        ("规范名称: [{错写: 最, 正确写法: 很, 级别: 提醒}]", Level.WARNING),
    ],
)
def test_how_grave_a_word_is_the_office_says(entry: str, level: Level) -> None:
    assert [one.level for one in told(f"{entry}\n", "slogan: 最\n")] == [level]


@pytest.mark.parametrize(
    ("write", "tail", "better"),
    [
        ("很", "slogan: 又最又最", ("slogan: 又很又最", "slogan: 又最又很")),
        ("'很: #'", "slogan: 最", ()),
        ("最", "slogan: 最", None),
        ("很", 'slogan: "\\u6700"', ()),
    ],
)
def test_the_right_form_is_proposed_where_it_can_stand(
    write: str, tail: str, better: tuple[str, ...] | None
) -> None:
    words = f"names: [{{instead_of: [最, 顶], write: {write}}}]\n"
    one = [one for one in told(words, f"{tail}\n") if one.code == "word-to-replace"]
    assert [line for each in one for line in each.better] == list(better or ())
    assert bool(one) == (better is not None)
    assert not any(each.fix.safe for each in one if each.fix)


def test_no_mend_is_proposed_that_makes_another_fault() -> None:
    # 甲 becomes 乙, and 乙 before 丙 is 乙丙
    words = "names: [{instead_of: 甲, write: 乙}, {instead_of: 乙丙, write: 丁}]\n"
    first, second = told(words, "slogan: 甲丙，甲\n")
    assert (first.fix, second.better) == (None, ("slogan: 甲丙，乙",))


SIGNS = st.text("甲乙丙丁 戊\n", min_size=1, max_size=4).map(str.strip).filter(bool)
ONE_LINE = SIGNS.filter(lambda text: "\n" not in text)


@given(
    st.lists(st.tuples(ONE_LINE, ONE_LINE), min_size=1, max_size=4),
    st.lists(SIGNS, min_size=1, max_size=6).map("".join),
)
def test_a_proposed_mend_takes_the_fault_away_and_brings_none(
    pairs: list[tuple[str, str]], story: str
) -> None:
    rows = "".join(f"  - {{write: {write}, instead_of: {wrong}}}\n" for write, wrong in pairs)
    record = read(f"schema: 1\nnames:\n{rows}", WordList)

    def of(lines: list[str]) -> list[Diagnostic]:
        text = "schema: 1\nname: 子\nstory: |\n" + "\n".join(lines) + "\n"
        base = a_base("".join(f"{line}\n" for line in text.split("\n")[2:-1]))
        catalogue = dataclasses.replace(a_catalogue(), bases={"hetang": base}, words=record)
        return [one for one in wordlist.check(catalogue) if one.place.file == base.file]

    lines = [f"  {line}" for line in story.split("\n")]
    before = of(lines)
    for one in before:
        if one.fix:
            (better,) = one.better
            mended = list(lines)
            mended[one.place.line - 6] = better
            left = [other.values["written"] for other in of(mended)]
            assert sorted([*left, one.values["written"]]) == sorted(
                other.values["written"] for other in before
            )


def test_a_simple_mend_is_always_proposed() -> None:
    (one,) = told(NAMES.removeprefix("schema: 1\n"), "slogan: 团结新社会阶层人士\n")
    assert one.better == ("slogan: 团结新的社会阶层人士",)
    assert told(NAMES.removeprefix("schema: 1\n"), "slogan: 团结新的社会阶层人士\n") == []


def test_pages_of_prose_are_read_too(tmp_path: Path) -> None:
    shutil.copytree(BASELINE, tmp_path / "bases")
    (tmp_path / "content").mkdir()
    for name in NEEDED:
        (tmp_path / "content" / name).write_text("# 一\n\n二\n", encoding="utf-8")
    (tmp_path / "bases" / "_words.yml").write_text(
        "schema: 1\nnames: [{write: 甲乙, instead_of: 丙丁}]\nabsolutes: [戊己]\n", encoding="utf-8"
    )
    page = tmp_path / "content" / "about.md"
    page.write_text("# 编写说明\n\n一，丙丁。\n二，戊\n己。《丙丁》\n", encoding="utf-8")
    first, second = Workshop(tmp_path).read().diagnostics
    assert (first.code, first.place) == ("word-to-replace", Place("content/about.md", 3, 3))
    assert first.better == ("一，甲乙。",)
    assert (second.code, second.place) == ("absolute-word", Place("content/about.md", 4, 3))


def test_the_sample_of_the_readme_is_a_sound_list() -> None:
    text = (Path(__file__).parents[2] / "README.zh-CN.md").read_text("utf-8")
    lines = text.split("bases/_words.yml`", 1)[1].split("\n\n")[1].split("\n")
    sample = read("\n".join(line[4:] for line in lines) + "\n", WordList)
    assert len(sample.content.names) == len(sample.content.banned) == 1
    assert len(sample.content.absolutes[0].instead_of) == 3
    assert list(wordlist.check(dataclasses.replace(a_catalogue(), words=sample))) == []


def test_the_list_need_not_be_there_and_is_read_once(tmp_path: Path) -> None:
    bases = Path(shutil.copytree(BASELINE, tmp_path / "bases"))
    assert Folder(bases).read().diagnostics == ()
    (bases / "_words.yml").write_text("schema: 2\nbanned: [同心]\n", encoding="utf-8")
    codes = {one.code for one in Folder(bases).read().diagnostics}
    assert codes == {"unknown-schema", "word-not-to-use"}


def test_a_site_without_any_word_of_the_list_is_left_alone() -> None:
    site = read("schema: 1\nname: 云州\ntagline: 最大\n", Site)
    record = read("schema: 1\nabsolutes: [最]\n", WordList)
    catalogue = dataclasses.replace(a_catalogue(), site=site, words=record)
    assert [one.place.column for one in wordlist.check(catalogue)] == [10]
    assert list(wordlist.check(dataclasses.replace(catalogue, words=None))) == []


def test_every_key_has_its_chinese_name() -> None:
    shape = shape_of(WordList)
    below = [
        slot.below.each
        for slot in shape.slots.values()
        if slot.below is not None and slot.below.each is not None
    ]
    assert below
    for one in below:
        for title, key in {
            "错写": "instead_of", "正确写法": "write", "级别": "level", "理由": "why",
            "例外": "except", "题名也查": "titles",
        }.items():  # fmt: skip
            assert one.slots[title].key == one.slots[key].key == key
