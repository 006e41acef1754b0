"""The comment in a merge request: short, on the point, and nothing in it does anything, whatever a file held."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from showcase.diagnostics import Diagnostic, Edit, Fix, Level, Place
from showcase.messages import Language
from showcase.reports.comment import LONGEST, MARK, code, comment, inert
from showcase.reports.entry import entry
from showcase.reports.report import report_of
from showcase.reports.visible import visible
from tests.reports.readers import Comment
from tests.reports.test_hostile import diagnostics, hostile

FILE = "bases/yunqiao.yml"
ADDRESS = "https://forge.example/office/zhan/blob/0123abcd/"
COLON = Diagnostic(
    "fullwidth-colon", Level.ERROR, Place(FILE, 2, 5), "名称", text="name：云桥同心站",
    fix=Fix((Edit(2, 5, 6, ": "),), safe=True), path=("name",),
)  # fmt: skip
BLANK = Diagnostic("blank", Level.WARNING, Place(FILE, 3, 5), "口号", text="口号: x")
DOES_SOMETHING = [
    "@all", "@yunqiao", "#1", "!1", "~label", "%1", "$1", "GH-1", ":smile:", "/close", "/approve", "[a](http://a.example)",
    "![a](http://a.example/a.png)", "<img src=x>", "<script>", "http://a.example", "www.a.example", "a@a.example",
    "**a**", "| a | b |", "- [ ] a", "\\", "`", "``", "```", "~~~", "&lt;", "<!-- ", "-->", "$$", "[[a]]", "＠", "0123abc",
]  # fmt: skip
active = st.lists(
    st.sampled_from(DOES_SOMETHING) | hostile | st.sampled_from(["云桥", "，", "3", " "])
)


def several(*told: Diagnostic, language: Language = Language.CHINESE, address: str = "") -> str:
    return comment(report_of(told, 3, language), address)


def test_a_comment_says_how_many_where_what_and_how() -> None:
    assert several(BLANK, COLON) == (
        "<!-- showcase-check -->\n\n### 检查没有通过：1处错误\n\n"
        "**错误** `bases/yunqiao.yml` 第2行 名称\n\n键后面用了中文冒号“：”。 `[fullwidth-colon]`\n\n"
        "```text\n原文：name：云桥同心站\n改成：name: 云桥同心站\n```\n\n"
        "**提醒** `bases/yunqiao.yml` 第3行 口号\n\n这里是空的。 `[blank]`\n\n"
        "```text\n原文：口号: x\n```\n\n改法：写上内容，或者删掉这一行。\n\n"
        "在本合并请求的文件里照着改，保存后会自动再查一遍。\n\n"
        "检查完：3个文件，1处错误，1处提醒，0处说明。其中1处运行 `fix` 就能改好。\n"
    )


def test_nothing_to_mend_is_said_in_one_line() -> None:
    assert several().splitlines()[2] == "### 检查通过，没有要改的地方"
    assert several(BLANK).splitlines()[2] == "### 检查通过，有1处可以看一看"
    advice = Diagnostic("blank", Level.NOTE, Place(FILE, 3, 5))
    assert several(advice).splitlines()[2] == "### 检查通过，没有要改的地方"
    assert "blank" not in several(advice)


def test_a_comment_in_english() -> None:
    said = several(COLON, language=Language.ENGLISH)
    assert "### Not passed: 1 to mend" in said
    assert "found:  name：云桥同心站\nbetter: name: 云桥同心站\n" in said
    assert Comment(said).facts[0].what == "A Chinese colon follows the key."


def test_a_place_leads_to_its_line_where_the_forge_said_how() -> None:
    away = Diagnostic("blank", Level.ERROR, Place("bases/云桥 (1).yml", 7))
    read = Comment(several(COLON, away, address=ADDRESS))
    assert read.links == [
        f"{ADDRESS}bases/yunqiao.yml#L2",
        f"{ADDRESS}bases/%E4%BA%91%E6%A1%A5%20%281%29.yml#L7",
    ]
    assert [one.file for one in read.facts] == ["bases/yunqiao.yml", "bases/云桥 (1).yml"]


@pytest.mark.parametrize(
    "address",
    ["", "javascript:alert(1)/", "https://a.example/(x)/", "https://a.example", "//a/", "https://a b/", "https://a\n/"],
)  # fmt: skip
def test_what_is_no_address_makes_no_link(address: str) -> None:
    assert Comment(several(COLON, address=address)).links == []


@given(st.lists(diagnostics(), max_size=3), active)
@example([], ["@all", "云桥"])
@example([], ["`", "@all"])
def test_nothing_from_a_file_stands_outside_of_code(
    told: list[Diagnostic], words: list[str]
) -> None:
    more = Diagnostic(
        "bad-url", Level.ERROR, Place("bases/" + "".join(words).replace("\n", "") + ".yml", 4),
        "".join(words), {"written": "".join(words)}, "".join(words).replace("\n", ""),
    )  # fmt: skip
    read = Comment(comment(report_of([*told, more], 3), ADDRESS, everything=True))
    assert read.others == set()
    assert len(read.links) == len(read.facts) == len(told) + 1
    assert all(one.startswith(f"{ADDRESS}bases/") for one in read.links)
    # nothing that a forge could take for a mention, a reference, an address, a sign or a command
    assert (
        re.sub(
            r"[\u4e00-\u9fff\u3400-\u4dbf“”‘’…—·、。〈〉《》「」『』【】〔〕！（），：；？0-9 ]",
            "",
            read.loose,
        )
        == ""
    )
    ordered = sorted([*told, more], key=lambda one: one.level)
    assert [one.what for one in read.facts] == [entry(one).what for one in ordered]


@given(active)
def test_a_sentence_reads_as_it_is(words: list[str]) -> None:
    text = visible("".join(words)).strip(" ")
    inline = MarkdownIt("commonmark").parseInline(inert(text))[0]
    assert "".join(one.content for one in inline.children or []) == text
    assert {one.type for one in inline.children or []} <= {"text", "code_inline"}


@pytest.mark.parametrize(
    "text", ["a", " ", "  ", "`", "``", "a`b", " a", "a ", " a ", "`a`", "a``b`c", "\\`"]
)
def test_code_holds_what_was_put_into_it(text: str) -> None:
    inline = MarkdownIt("commonmark").parseInline(code(text))[0]
    assert [(one.type, one.content) for one in inline.children or []] == [("code_inline", text)]


def test_a_comment_is_never_longer_than_a_forge_takes() -> None:
    long = [
        Diagnostic("bad-url", Level.ERROR, Place(FILE, line), "", {"written": "甲" * 5000})
        for line in range(1, 100)
    ]
    said = comment(report_of(long, 1), ADDRESS, everything=True)
    assert LONGEST - 6000 < len(said) <= LONGEST
    shown = len(Comment(said).facts)
    assert 0 < shown < 99
    assert f"其余{99 - shown}处没有列出，完整的在检查的日志里。" in said
    alone = Diagnostic("bad-url", Level.ERROR, Place(FILE, 1), "", {"written": "甲" * 70_000})
    assert Comment(several(alone, COLON)).facts[0].code == "fullwidth-colon"
    assert "其余1处没有列出" in several(alone, COLON)


def test_of_many_fifty_are_listed_the_worst_first() -> None:
    told = [Diagnostic("blank", Level.WARNING, Place(FILE, line)) for line in range(1, 60)]
    read = Comment(several(*told, COLON))
    assert len(read.facts) == 50
    assert read.facts[0].code == "fullwidth-colon"
    assert "其余10处没有列出" in several(*told, COLON)


def test_the_next_comment_finds_the_last_one() -> None:
    assert several().startswith(f"{MARK}\n")
