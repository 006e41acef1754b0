"""Long lists come in parts, and every part can be reached."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from showcase.views.paging import page_links, parts_of


@given(st.lists(st.integers(), max_size=200), st.integers(min_value=1, max_value=50))
def test_the_parts_joined_are_the_list(items: list[int], size: int) -> None:
    parts = parts_of(items, size)
    assert [item for part in parts for item in part] == items
    assert all(len(part) <= size for part in parts)
    assert len(parts) >= 1


@given(st.integers(min_value=2, max_value=400), st.data())
def test_first_last_and_neighbours_are_linked(total: int, data: st.DataObject) -> None:
    current = data.draw(st.integers(min_value=1, max_value=total))
    links = page_links("bases/", total, current)
    paths = {link.path for link in links}
    assert "bases/" in paths
    assert f"bases/{total}/" in paths
    assert [link.text for link in links if link.current] == [str(current)]
    if current < total:
        assert f"bases/{current + 1}/" in paths
    assert len(links) <= 7


def test_one_part_needs_no_links() -> None:
    assert page_links("bases/", 1, 1) == ()
