"""Widths are never taken too small, and names break where people would break them."""

from __future__ import annotations

from importlib import resources

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from showcase.diagrams import em_width, wrapped
from showcase.views.phrasing import phrases

_ANY = st.text(
    "虚构的基地联谊会，。、（）“”《》·与和0123456789+-.%ABMNWilx ", min_size=1, max_size=40
)
NEVER_FIRST = set("，。、）”》·")
NEVER_LAST = set("（“《")


def test_no_letter_of_our_face_is_wider_than_it_is_taken_for() -> None:
    packed = resources.files("showcase.fonts") / "NotoSerifSC-Bold.gb2312.woff2"
    with packed.open("rb") as file:
        face = TTFont(file)
        advances, unit = face["hmtx"], face["head"].unitsPerEm
        wide = {
            chr(code): advances[name][0] / unit
            for code, name in face.getBestCmap().items()
            if advances[name][0]
        }
    assert len(wide) > 6000
    assert {one: width for one, width in wide.items() if em_width(one) < width} == {}
    # and Latin letters not much wider either, or edges would begin far from the words
    ascii_only = {one: width for one, width in wide.items() if one.isascii()}
    assert max(em_width(one) - width for one, width in ascii_only.items()) < 0.07


def test_a_picture_or_a_strange_letter_counts_as_the_widest() -> None:
    assert em_width("🌻") > em_width("葵") == 1
    assert em_width("ж") > em_width("W") > em_width("i")


@given(_ANY, st.floats(2, 20))
def test_lines_are_the_name_and_fit(name: str, limit: float) -> None:
    lines = wrapped(phrases(name), limit)
    assert "".join(lines) == name
    assert all(em_width(one) <= limit for one in lines)


@given(_ANY, st.floats(6, 20))
def test_signs_cling_to_what_they_belong_to(name: str, limit: float) -> None:
    for before, after in zip(
        wrapped(phrases(name), limit), wrapped(phrases(name), limit)[1:], strict=False
    ):
        run = (
            len(before)
            - len(before.rstrip("（“《 "))
            + len(after)
            - len(after.lstrip("，。、）”》· "))
        )
        # a run of signs longer than a line must break somewhere
        if run < 3:
            assert after[0] not in NEVER_FIRST, (before, after)
            assert before.rstrip()[-1:] not in NEVER_LAST, (before, after)


@pytest.mark.parametrize(
    ("name", "limit", "lines"),
    [
        ("人员聚起来", 5.8, ("人员聚起来",)),
        # as few lines as can be, and even
        ("各开发区、街镇等基层新的社会阶层人士联谊组织", 13, ("各开发区、街镇等基层", "新的社会阶层人士联谊组织")),
        # if a phrase must break, then at a small word
        ("两新组织建立党支部并专设统战委员", 13, ("两新组织建立党支部", "并专设统战委员")),
        ("综合指挥+四个平台+全科网格", 10, ("综合指挥+四个平台", "+全科网格")),
        # words of Latin letters and numbers stay whole while they fit
        ("虚构的Showcase联盟2024年会", 8, ("虚构的", "Showcase", "联盟2024年会")),
        ("Pneumonoultramicroscopic", 6, ("Pneumon", "oultramic", "roscopic")),
        ("短", 0.5, ("短",)),
    ],
)  # fmt: skip
def test_where_names_break(name: str, limit: float, lines: tuple[str, ...]) -> None:
    assert wrapped(phrases(name), limit) == lines
