"""Long names break between words, and never lose a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.views.phrasing import SHORT, phrases, size_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("湖滨晴雨", ("湖滨晴雨",)),
        ("乐享·新声活", ("乐享·新声活",)),
        ("云桥新的社会阶层代表人士联合会", ("云桥", "新的社会阶层", "代表人士", "联合会")),
        ("云桥社区邻里中心", ("云桥", "社区邻里中心")),
        ("“云桥彩”创业导师服务队", ("“云桥彩”", "创业导师", "服务队")),
        ("1+6+N联谊组织架构", ("1+6+N", "联谊组织架构")),
        ("甲桥汇、乙桥汇、丙桥汇", ("甲桥汇、", "乙桥汇、", "丙桥汇")),
    ],
)
def test_a_name_breaks_at_its_words(name: str, expected: tuple[str, ...]) -> None:
    assert phrases(name) == expected


@given(st.text(alphabet="云桥社区基地“”、·+16N联谊会新的阶层", min_size=1, max_size=30))
def test_the_phrases_joined_are_the_name(name: str) -> None:
    found = phrases(name)
    assert "".join(found) == name
    assert all(found)


@given(st.text(alphabet="云桥同心站", min_size=1, max_size=SHORT))
def test_a_short_name_is_one_phrase(name: str) -> None:
    assert phrases(name) == (name,)


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("云桥", "short"),
        ("1+6+N联谊架构", "short"),
        ("云桥同心站云桥同心站", "long"),
        ("云桥同心站云桥同心站云桥同心站", "long"),
        ("云桥同心站云桥同心站云桥同心站云", "longest"),
    ],
)
def test_longer_names_are_set_smaller(name: str, size: str) -> None:
    assert size_of(name) == size
