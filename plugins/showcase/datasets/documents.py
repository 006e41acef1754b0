"""What can be found in an edition: its bases, what took place there, standards, sources, and pages."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from .. import addresses
from ..edition import Edition
from ..model import Base, Source, Standard
from ..reading.binding import Record
from ..search.document import Document, DocumentKind
from ..views.atlas import Atlas
from ..views.cards import cover_of, lead_of
from ..views.gathering import FOUNDED, Happening
from ..views.standards import origin_of
from ..views.wording import gloss_of, place_of, sentence_of

_TAG = re.compile(r"<[^>]+>")
_MARKS = re.compile(r"[*_`#>\[\]()~]+|https?://\S+")
_NUMERALS = str.maketrans("一二三四五六七八九", "123456789")


def documents(edition: Edition) -> tuple[Document, ...]:
    """Everything that readers may look for, bases first, each in the order of lists."""
    atlas = edition.atlas
    return tuple(
        one
        for some in (
            _bases(atlas),
            _activities(atlas),
            _standards(atlas),
            _sources(atlas),
            _terms(atlas),
            _cities(atlas),
            _written(edition),
        )
        for one in some
    )


def _bases(atlas: Atlas) -> Iterator[Document]:
    for record in atlas.listed:
        base = record.content
        lead = base.summary or lead_of(base)
        brand = next(atlas.catalogue.ancestors(record.id), "")
        yield Document(
            DocumentKind.base,
            base.name,
            addresses.base(record.id),
            names=base.aliases,
            places=(base.city, *base.district),
            words=(
                _word(base.level),
                base.kind.value,
                base.site or "",
                atlas.catalogue.bases[brand].content.name if brand else "",
            ),
            city=base.city,
            level=_word(base.level),
            standards=_held_to(atlas, base),
            year=_year(base),
            meta=f"{place_of(base)}·{base.kind.value}",
            lead=lead,
            body="\n".join(
                one for one in _told(base) if one and one.rstrip("。") != lead.rstrip("。")
            ),
            image=cover_of(record).square,
            pinyin=base.pinyin or "",
        )


def _word(choice: object) -> str:
    return str(getattr(choice, "value", "") or "")


def _year(base: Base) -> int:
    return (base.founded.date.year if base.founded else None) or 0


def _held_to(atlas: Atlas, base: Base) -> tuple[str, ...]:
    """The names of the standards that a base answers or puts into practice."""
    known = atlas.catalogue.standards
    ids = dict.fromkeys((*base.standards, *base.related_standards))
    return tuple(known[one].content.name for one in ids if one in known)


def _told(base: Base) -> Iterator[str]:
    yield from (base.slogan or "", _MARKS.sub("", base.story or ""))
    yield from (one.text for one in base.statements)
    yield from (sentence_of(one) for one in base.stats)
    yield from (one.title for one in base.honours)
    yield from (one.caption or one.alt for one in base.photos)
    if base.contact and base.contact.address:
        yield base.contact.address


def _activities(atlas: Atlas) -> Iterator[Document]:
    for record in atlas.listed:
        for one in atlas.happenings[record.id]:
            # a founding is found by the base's own name
            if one.anchor != FOUNDED:
                yield _activity(atlas, record, one)


def _activity(atlas: Atlas, record: Record[Base], one: Happening) -> Document:
    known = atlas.catalogue.photos.get(record.id, {})
    photo = next((name for name in one.photos if name in known), "")
    return Document(
        DocumentKind.activity,
        one.title,
        atlas.claim_path(record, one.anchor),
        words=(one.type, record.content.name),
        year=one.year or 0,
        meta=one.moment.spoken,
        body="\n".join(part for part in (one.summary, one.place) if part),
        of=addresses.base(record.id),
        image=addresses.photograph(record.id, photo) if photo else cover_of(record).square,
    )


def _standards(atlas: Atlas) -> Iterator[Document]:
    for record in atlas.catalogue.standards.values():
        content = record.content
        short = content.short or ""
        names = (short, content.name.translate(_NUMERALS), short.translate(_NUMERALS))
        place = content.place or ""
        yield Document(
            DocumentKind.standard,
            content.name,
            addresses.standard(record.id),
            names=names,
            words=(place, content.scope or ""),
            city=next((city for city in atlas.cities if place.startswith(city)), ""),
            standards=(content.name,),
            year=(content.when.year if content.when else None) or 0,
            meta=origin_of(content),
            lead="、".join(one.name for one in content.all_criteria),
            body="\n".join(_explained(content)),
        )


def _explained(content: Standard) -> Iterator[str]:
    yield from (content.lead or "", content.note or "")
    yield from (group.name for group in content.groups)
    yield from (one.explain or "" for one in content.all_criteria)
    yield from (*content.paired, *content.gives, *content.shifts)


def _sources(atlas: Atlas) -> Iterator[Document]:
    for identity, content in atlas.catalogue.sources.items():
        yield Document(
            DocumentKind.source,
            content.title or content.title_en or content.short,
            addresses.source(identity),
            names=(content.short, content.title_en or "", content.subtitle or ""),
            words=(
                content.author or "",
                content.publisher or "",
                content.affiliation or "",
                content.kind.value,
            ),
            year=(content.published.year if content.published else None) or 0,
            meta=_published(content),
            lead=content.note or "",
        )


def _published(content: Source) -> str:
    dated = content.published.prose if content.published else ""
    parts = (content.author or "", content.publisher or "", dated)
    return "·".join(part for part in parts if part)


def _terms(atlas: Atlas) -> Iterator[Document]:
    for term in atlas.catalogue.glossary.content.terms:
        yield Document(
            DocumentKind.page,
            term.term,
            addresses.term(term.id),
            names=term.aliases,
            meta="术语",
            lead=gloss_of(term),
            body=term.note or "",
        )


def _cities(atlas: Atlas) -> Iterator[Document]:
    for city, records in atlas.cities.items():
        yield Document(
            DocumentKind.page,
            city,
            atlas.addresses.city(city),
            names=(city.removesuffix("市"),),
            city=city,
            meta=f"城市·{len(records)}个基地、品牌、组织与区域样本",
        )


def _written(edition: Edition) -> Iterator[Document]:
    for path, one in edition.written.items():
        if path != addresses.HOME:
            body = html.unescape(_TAG.sub(" ", one.body))
            yield Document(DocumentKind.page, one.title, path, body=" ".join(body.split()))
