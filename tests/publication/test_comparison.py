"""Two texts in one run: nothing lost of either, and what differs told by sentences and characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.publication.comparison import compare, inline, marked, sentences_of

TEXTS = st.text(alphabet="同心站桥。！？；\n，300余家abc", max_size=40)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_off_the_runs(before: str, after: str) -> None:
    runs = marked(before, after)
    assert "".join(run.text for run in runs if run.how != "come") == before
    assert "".join(run.text for run in runs if run.how != "gone") == after


@given(TEXTS, TEXTS)
def test_only_texts_that_differ_are_told(before: str, after: str) -> None:
    assert (compare(before, after) == ()) == (before == after)
    assert (inline(before, after) == "") == (before == after)


@given(TEXTS)
def test_cutting_into_sentences_loses_nothing(text: str) -> None:
    assert "".join(sentences_of(text)) == text


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("每周三开放", "每周五开放", "每周〔删：三〕〔增：五〕开放"),
        ("服务300余家", "服务350余家", "服务〔删：300〕〔增：350〕余家"),
        ("甲。乙。", "甲。乙。丙。", "第3句：〔增：丙。〕"),
        ("甲。乙。丙。", "甲。丙。", "第2句：〔删：乙。〕"),
        ("完全不同", "另写一句", "〔删：完全不同〕〔增：另写一句〕"),
        ("他说：“好。”然后走了。", "他说：“好。”随后走了。", "第2句：〔删：然〕〔增：随〕后走了。"),
        ("一\n二", "一\n\n二", "第1句：一\u23ce〔增：\u23ce〕"),
    ],
)
def test_the_difference_is_told_by_characters(before: str, after: str, shown: str) -> None:
    assert inline(before, after) == shown
