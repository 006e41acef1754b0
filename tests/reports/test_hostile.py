"""Whatever a file holds, no form is broken by it, no second entry forged, no screen commanded."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from showcase.diagnostics import Diagnostic, Edit, Fix, Level, Place
from showcase.reports import github, terminal
from showcase.reports.entry import entry
from showcase.reports.report import report_of
from showcase.reports.visible import visible
from tests.reports.forms import FORMS, expected, in_its_order, made
from tests.reports.readers import READERS, Page

PIECES = [
    "::error file=bases/b.yml,line=1::", "##[error]", "\n::warning::", "\r\n", "\n", "%0A", "%0A::error::", "%25",
    "</li><li>", "<script>", "</style>", "<!--", '"', "'", "&lt;", "\x1b[31m", "\x1b]8;;http://a\x07", "\x9b2J",
    "\u202e", "\u2066", "\u200b", "\u2028", "\x00", "\x7f", "\ud800", "　", "\u00a0", "\t", "，", ",", ":", "：",
    "云桥", "a", " ", "错误 bases/b.yml:1:1：", "\n错误 bases/b.yml:1:1：坏。 [blank]", " [blank]", "  改法：", "{}",
]  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=8).map("".join)
a_line = hostile.map(lambda text: text.replace("\n", ""))


@st.composite
def diagnostics(draw: st.DrawFn) -> Diagnostic:
    line = draw(a_line)
    column = draw(st.integers(1, len(line) + 1))
    end = draw(st.integers(column, len(line) + 1))
    fix = Fix((Edit(4, column, end, draw(hostile)),), draw(st.booleans()))
    return Diagnostic(
        "bad-url", draw(st.sampled_from(Level)),
        Place("bases/" + draw(a_line.filter(bool)) + ".yml", 4, column),
        draw(hostile), {"written": draw(hostile)}, line, max(end - column, 1),
        draw(st.sampled_from([None, fix])), (draw(hostile), 1),
    )  # fmt: skip


some = st.lists(diagnostics(), max_size=3)


def nothing_commands(text: str) -> bool:
    """Whether line ends are all that a screen would obey."""
    return all(visible(line) == line for line in text.split("\n"))


@given(some)
def test_no_form_commands_a_screen(told: list[Diagnostic]) -> None:
    for form in set(FORMS) - {"github"}:
        assert nothing_commands(made(form, told)), form
    # of names of files, only blanks are left as they are
    assert nothing_commands(
        re.sub("[\u3000\u00a0\u1680\u2000-\u200a\u202f\u205f]", "", made("github", told))
    )


@given(some)
def test_a_terminal_shows_an_entry_for_each_and_none_besides(told: list[Diagnostic]) -> None:
    lines = terminal.told(told).split("\n")
    heads = [one for one in lines if re.match("错误|提醒|说明", one)]
    assert len(heads) == len(told)
    for one in lines:
        assert not one or one in heads or re.match(r"  (?:原文|改成|接着|改法)：| +\^+$", one), one


@given(some)
def test_a_runner_reads_an_annotation_for_each_and_none_besides(told: list[Diagnostic]) -> None:
    text = made("github", told)
    assert len(text.split("\n")) == len(told) + 1
    read = READERS["github"](text)
    said = [entry(one) for one in told]
    assert [(one.what, one.line) for one in read] == [(one.what, 4) for one in said]
    for one, shown in zip(read, said, strict=True):
        assert "\n".join(one.remedy).endswith("\n".join(shown.remedy))
        assert visible(one.file) == shown.file


@given(some)
@example([Diagnostic("bad-url", Level.ERROR, Place("bases/a.yml"), values={"written": "::end::"})])
def test_a_fence_holds_until_its_end(told: list[Diagnostic]) -> None:
    first, *within, last = github.fenced(terminal.told(told)).split("\n")
    token = first.removeprefix("::stop-commands::")
    assert re.fullmatch("[0-9a-f]{64}", token)
    assert last == f"::{token}::"
    assert not any(token in line for line in within)


@given(some)
def test_programs_read_what_stood_in_the_file(told: list[Diagnostic]) -> None:
    read = json.loads(made("json", told))["diagnostics"]
    assert [(one["file"], one["text"], one["path"]) for one in read] == [
        (one.place.file, one.text, list(one.path)) for one in told
    ]
    assert READERS["json"](made("json", told)) == expected("json", told)
    made("json", told).encode("utf-8")
    findings = json.loads(made("gitlab", told))
    assert [one["location"]["path"] for one in findings] == [one.place.file for one in told]
    assert len({one["fingerprint"] for one in findings}) == len(told)


@given(some)
def test_a_browser_shows_an_entry_for_each_and_runs_nothing(told: list[Diagnostic]) -> None:
    page = Page(made("html", told))
    assert page.tags <= {
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "section", "ol", "li", "b", "span",
        "code", "pre", "mark",
    }  # fmt: skip
    assert page.attributes <= {"lang", "charset", "name", "content", "http-equiv", "class"}
    assert len(page.items) == len(told)
    ordered = in_its_order("html", told)
    assert [one.file for one in page.facts] == [visible(one.place.file) for one in ordered]
    assert [one.what for one in page.facts] == [entry(one).what for one in ordered]


@given(hostile)
def test_what_is_made_visible_stays_so(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert "\n" not in visible(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb", "a⇥b"),
        ("东　城", "东□城"),
        ("a\u00a0b", "a⍽b"),
        ("\x1b[31m", "〔U+001B〕[31m"),
        ("a\u202eb", "a〔U+202E〕b"),
        ("a\u200bb", "a〔U+200B〕b"),
        ("a\nb", "a⏎b"),
        ("\x85\u2028", "〔U+0085〕〔U+2028〕"),
        ("ㅤ", "〔U+3164〕"),
        ("云桥 “同心”：é👍", "云桥 “同心”：é👍"),
    ],
)
def test_what_the_eye_would_miss_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_the_sum_is_a_sentence_of_numbers() -> None:
    assert report_of([], 3).summary.sentence(report_of([], 3).language) == (
        "检查完：3个文件，0处错误，0处提醒，0处说明。"
    )
