"""Standards as the shelf shows them."""

from __future__ import annotations

import pytest

from showcase.views.standards import SPINE_ITEMS, spine_items


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["有阵地", "有标准", "有品牌"], "阵地 标准 品牌"),
        (["一二三四五六七八", "九十", "总会和特别长的联谊会", "短"], "一二三四五六七八 九十等"),
        (["甲" * 9, "乙" * 8], f"{'甲' * 9} {'乙' * 8}"),
        (["甲" * 9, "乙" * 8, "丙"], f"{'甲' * 9}等"),
        (["甲" * 19, "乙"], ""),
        ([], ""),
    ],
)
def test_a_spine_holds_the_first_items_and_says_when_there_are_more(
    names: list[str], shown: str
) -> None:
    assert spine_items(names) == shown
    assert len(shown) <= SPINE_ITEMS
