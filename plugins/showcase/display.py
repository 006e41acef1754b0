"""What the display face sets: names, heads, figures. The font shipped with the site holds these characters."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping

from .catalogue import Catalogue
from .edition import Edition, Handwritten
from .views import matrix
from .views.facets import UNSTATED
from .views.families import HEADS
from .views.fields import fields
from .views.register import OTHERS
from .views.standards import SHELVES
from .views.standing import LEGEND
from .views.wording import UNDATED

_HEAD = re.compile(r"<h[1-6][^>]*>(.*?)</h[1-6]>", re.DOTALL)

_ALWAYS = (
    string.ascii_letters
    + string.digits
    + string.punctuation
    + "〇一二三四五六七八九十百千万亿两座城市处实践年月日时间待核第条共全部·／—…“”《》、，。：；？！（）％"
)


def display_words(edition: Edition) -> str:
    """Every text that some page may set in the display face, run together.

    What templates print themselves comes on top: whoever reads the templates adds it.
    """
    titles = "".join(page.title for page in edition.pages())
    return titles + words_of(edition.atlas.catalogue, edition.written)


def words_of(catalogue: Catalogue, written: Mapping[str, Handwritten]) -> str:
    """The same without the titles of pages: they are made of these words, and of the program's own."""
    words = (
        *HEADS,
        *(one.title for one in written.values()),
        *(head for one in written.values() for head in _HEAD.findall(one.body)),
        *(section.title for section in fields().sections),
        *_words(catalogue),
    )
    return _ALWAYS + UNDATED + UNSTATED + OTHERS + "".join(words)


def _words(catalogue: Catalogue) -> Iterator[str]:
    yield catalogue.site.content.name
    yield from (mark.word for mark in LEGEND)
    yield from matrix.HEADS
    yield from (name for _, name, _ in SHELVES)
    for record in catalogue.bases.values():
        base = record.content
        yield from (base.name, base.city, *base.district, base.kind.value, base.slogan or "")
        yield from (claim.topic or "" for claim in (*base.statements, *base.stats))
        yield from (stat.value.written for stat in base.stats)
        yield from (honour.title for honour in base.honours)
    for standard in catalogue.standards.values():
        content = standard.content
        yield from (content.name, content.short or "")
        yield from (one.name for one in content.all_criteria)
        yield from (group.name for group in content.groups)
        yield from (*content.paired, *content.gives, *content.shifts)
    for source in catalogue.sources.values():
        yield from (source.title or "", source.title_en or "", source.short)
    yield from (term.term for term in catalogue.glossary.content.terms)
