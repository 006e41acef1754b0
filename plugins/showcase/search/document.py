"""One thing that readers can find."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DocumentKind(StrEnum):
    """What a hit is, in the order of the facet."""

    base = "基地"
    activity = "活动"
    standard = "标准"
    source = "来源"
    page = "页面"


@dataclass(frozen=True, slots=True)
class Document:
    """A base, an activity, a standard, a source or a page, as it can be found.

    `of` is the path of a document before this one that it belongs to, or empty: its places, city and level are that
    one's too, and its title follows `meta`. `path` is a site path, `names` what it is called besides its title, `places` and `words` what it is sorted by
    (杭州市, 上城区; 市级, 品牌平台). `meta` is one short line for a list of hits, `lead` a sentence shown where nothing of
    the `body` was found. `image` is the site path of a square picture, or empty; `pinyin` the reading of the title as
    people gave it, syllables parted by blanks and without tones, or empty.
    """

    kind: DocumentKind
    title: str
    path: str
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    city: str = ""
    level: str = ""
    standards: tuple[str, ...] = ()
    year: int = 0
    meta: str = ""
    lead: str = ""
    body: str = ""
    image: str = ""
    pinyin: str = ""
    of: str = ""
