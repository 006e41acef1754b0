"""The page that finds: the ways on without it, and what can be typed, told by what is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import addresses
from ..pronunciation import heard
from .atlas import Atlas, facts_in
from .pages import Example, SearchView
from .parts import Link

TITLE = "搜索"
WAYS = (
    Link("全部基地", addresses.DIRECTORY),
    Link("按拼音排的一览表", addresses.REGISTER),
    Link("标准与模式", addresses.STANDARDS),
    Link("时间线", addresses.TIMELINE),
    Link("城市", addresses.CITIES),
    Link("术语", addresses.GLOSSARY),
)
_HAN = re.compile(r"[\u4e00-\u9fff]{3,6}")
"""Names short enough to be typed for the fun of it, and read without signs between."""


def search(atlas: Atlas) -> SearchView:
    """The view of the page."""
    return SearchView(TITLE, WAYS, tuple(_examples(atlas)))


def _examples(atlas: Atlas) -> Iterator[Example]:
    """Two bases of this site, those with most facts, each typed in its ways; and its latest year."""
    told = sorted(atlas.listed, key=lambda one: (-facts_in(one.content), one.id))
    # a reading that staff had to correct is no example of how easy it is
    plain = (one.content for one in told if one.content.pinyin is None)
    names = [base.name for base in plain if _HAN.fullmatch(base.name)][:2]
    for name in names[:1]:
        yield Example("汉字", name, "")
        yield Example("拼音", "".join(heard(name)), name)
    for name in names[-1:]:
        yield Example("首字母", "".join(one[0] for one in heard(name)), name)
    years = [one.year for one in atlas.chronicle if one.year is not None]
    for year in years[:1]:
        yield Example("年份", str(year), "")
